//! Roman numbers as lists, sections and days are counted with.

/// The value of a Roman number in capitals, from 1 to 39, as it is properly written: `IV`, not `IIII`.
pub(crate) fn roman(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = text.bytes().take_while(|b| *b == b'X').count();
    let ones = ONES.iter().position(|ones| *ones == &text[tens..])?;
    let value = tens * 10 + ones;
    (tens <= 3 && value > 0).then_some(value as u32)
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn only_what_is_properly_written_has_a_value() {
        for (text, value) in [("I", 1), ("IX", 9), ("X", 10), ("XIV", 14), ("XXXIX", 39)] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        for text in ["", "IIII", "VX", "XXXX", "iv", "IV.", "L"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
