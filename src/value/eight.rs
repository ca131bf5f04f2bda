//! Eight bytes of a text looked at together, as one number whose lowest byte is the first.
//!
//! What is asked of each byte is answered in its highest bit.

/// The same byte eight times.
pub const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte.
pub const HIGH: u64 = each(0x80);

/// Eight bytes from `at` on; behind the end stand zeros.
#[inline]
pub fn at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => {
            let mut padded = [0; 8];
            padded[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(padded)
        }
    }
}

/// Which bytes lie from `low` to `high`, both ASCII.
#[inline]
pub const fn between(bytes: u64, low: u8, high: u8) -> u64 {
    let seven = bytes & !HIGH;
    let from = seven + each(0x80 - low);
    let past = seven + each(0x7f - high);
    from & !past & !bytes & HIGH
}

/// Which bytes are letters of ASCII.
#[inline]
pub const fn letters(bytes: u64) -> u64 {
    between(bytes | each(0x20), b'a', b'z')
}

/// The place of the first byte that is marked; 8 where none is.
#[inline]
pub const fn first(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

/// Which bytes are digits of ASCII.
#[inline]
pub const fn digits(bytes: u64) -> u64 {
    between(bytes, b'0', b'9')
}

/// The end of the bytes from `start` on that are all marked.
#[inline]
pub fn run_end(bytes: &[u8], start: usize, marks: impl Fn(u64) -> u64) -> usize {
    let mut end = start;
    loop {
        let len = first(!marks(at(bytes, end)) & HIGH);
        end += len;
        if len < 8 {
            return end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_apart() {
        let is = |text: &str, marks: fn(u64) -> u64| first(marks(at(text.as_bytes(), 0)));
        assert_eq!(is("12: a", letters), 4);
        assert_eq!(is("@[`{\u{e9}\u{df}", letters), 8);
        assert_eq!(is("abc/0", |b| between(b, b'0', b'9')), 4);
        assert_eq!(is("", letters), 8);
        assert_eq!(at(b"abcdefghij", 9), u64::from(b'j'));
        assert_eq!(at(b"abc", 7), 0);
        assert_eq!(run_end(b"see elsewhere, then", 4, letters), 13);
        assert_eq!(run_end(b"2018", 0, digits), 4);
    }
}
