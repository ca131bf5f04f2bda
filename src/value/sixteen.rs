//! Sixteen bytes of a text looked at together: what is asked of each byte is answered by a bit, the first byte's the lowest.

/// Sixteen bytes in a row; behind the end of a text stand zeros.
#[derive(Clone, Copy)]
pub(crate) struct Sixteen {
    bytes: machine::Bytes,
    number: u128,
}

/// How many they are.
pub(super) const AT_ONCE: usize = 16;

impl Sixteen {
    /// Those from `at` on.
    #[inline(always)]
    pub fn at(bytes: &[u8], at: usize) -> Sixteen {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.first_chunk() {
            Some(first) => Sixteen {
                bytes: machine::bytes(first),
                number: u128::from_le_bytes(*first),
            },
            None => Sixteen::last(bytes, rest),
        }
    }

    /// The bytes that are left at the end of a text, which are less than sixteen.
    #[inline(always)]
    fn last(bytes: &[u8], rest: &[u8]) -> Sixteen {
        let number = match bytes.last_chunk() {
            // The last sixteen end where these do.
            Some(last) if !rest.is_empty() => {
                u128::from_le_bytes(*last) >> (8 * (AT_ONCE - rest.len()))
            }
            _ => few(rest),
        };
        Sixteen {
            bytes: machine::bytes(&number.to_le_bytes()),
            number,
        }
    }

    /// The bytes as one number, the first the lowest.
    #[inline(always)]
    pub fn number(self) -> u128 {
        self.number
    }

    /// Letters of ASCII.
    #[inline(always)]
    pub fn letters(self) -> u32 {
        machine::between(machine::small(self.bytes), b'a', b'z')
    }

    /// Small letters of ASCII.
    #[inline(always)]
    pub fn smalls(self) -> u32 {
        machine::between(self.bytes, b'a', b'z')
    }

    /// Digits of ASCII.
    #[inline(always)]
    pub fn digits(self) -> u32 {
        machine::between(self.bytes, b'0', b'9')
    }

    /// Bytes from one of ASCII to another.
    #[inline(always)]
    pub fn between(self, low: u8, high: u8) -> u32 {
        machine::between(self.bytes, low, high)
    }

    /// Bytes that are this one of ASCII.
    #[inline(always)]
    pub fn is(self, byte: u8) -> u32 {
        machine::is(self.bytes, byte)
    }

    /// Bytes beyond ASCII.
    #[inline(always)]
    pub fn wide(self) -> u32 {
        machine::wide(self.bytes)
    }
}

#[cold]
fn few(rest: &[u8]) -> u128 {
    let numbers = rest.iter().rev();
    numbers.fold(0, |number, byte| number << 8 | u128::from(*byte))
}

/// How many bytes [`of_many`] answers for.
pub(crate) const MANY: usize = 4 * AT_ONCE;

/// What is asked of each of so many bytes from `at` on: what loops over the answers then loops seldom and long, which a
/// machine foretells better than often and briefly.
#[inline(always)]
pub(crate) fn of_many<const N: usize>(
    bytes: &[u8],
    at: usize,
    ask: impl Fn(Sixteen) -> [u32; N],
) -> [u64; N] {
    let mut all = [0; N];
    for part in 0..MANY / AT_ONCE {
        let answers = ask(Sixteen::at(bytes, at + part * AT_ONCE));
        for (all, answer) in all.iter_mut().zip(answers) {
            *all |= u64::from(answer) << (part * AT_ONCE);
        }
    }
    all
}

/// Which of these bits begin a run of them, `before` (0 or 1) saying whether the byte before the first is of one.
#[inline(always)]
pub(crate) fn begins(run: u64, before: u64) -> u64 {
    run & !(run << 1 | before)
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use safe_arch::{
        bitand_m128i, bitor_m128i, cmp_eq_mask_i8_m128i, cmp_gt_mask_i8_m128i,
        load_unaligned_m128i, m128i, move_mask_i8_m128i, set_splat_i8_m128i,
    };

    pub(super) type Bytes = m128i;

    #[inline(always)]
    pub(super) fn bytes(sixteen: &[u8; 16]) -> Bytes {
        load_unaligned_m128i(sixteen)
    }

    /// Letters made small; other bytes become others.
    #[inline(always)]
    pub(super) fn small(bytes: Bytes) -> Bytes {
        bitor_m128i(bytes, set_splat_i8_m128i(0x20))
    }

    #[inline(always)]
    pub(super) fn between(bytes: Bytes, low: u8, high: u8) -> u32 {
        let from = cmp_gt_mask_i8_m128i(bytes, set_splat_i8_m128i(low as i8 - 1));
        let to = cmp_gt_mask_i8_m128i(set_splat_i8_m128i(high as i8 + 1), bytes);
        move_mask_i8_m128i(bitand_m128i(from, to)) as u32
    }

    #[inline(always)]
    pub(super) fn is(bytes: Bytes, byte: u8) -> u32 {
        let same = cmp_eq_mask_i8_m128i(bytes, set_splat_i8_m128i(byte as i8));
        move_mask_i8_m128i(same) as u32
    }

    #[inline(always)]
    pub(super) fn wide(bytes: Bytes) -> u32 {
        move_mask_i8_m128i(bytes) as u32
    }
}

#[cfg(not(target_arch = "x86_64"))]
use plain as machine;

/// The same on any machine, eight bytes at a time.
#[cfg(any(test, not(target_arch = "x86_64")))]
mod plain {
    use crate::value::eight::{self, HIGH, each};

    pub(super) type Bytes = [u64; 2];

    pub(super) fn bytes(sixteen: &[u8; 16]) -> Bytes {
        [0, 8].map(|at| eight::at(sixteen, at))
    }

    pub(super) fn small(bytes: Bytes) -> Bytes {
        bytes.map(|b| b | each(0x20))
    }

    pub(super) fn between(bytes: Bytes, low: u8, high: u8) -> u32 {
        gathered(bytes.map(|b| eight::between(b, low, high)))
    }

    pub(super) fn is(bytes: Bytes, byte: u8) -> u32 {
        between(bytes, byte, byte)
    }

    pub(super) fn wide(bytes: Bytes) -> u32 {
        gathered(bytes.map(|b| b & HIGH))
    }

    /// The highest bits of all bytes, side by side.
    fn gathered(marks: [u64; 2]) -> u32 {
        let [low, high] = marks.map(|m| (m >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56);
        (low | high << 8) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_alike_on_any_machine() {
        for byte in 0..=255u8 {
            let text = [b' ', byte, b' ', b' ', b' ', b' ', b' ', b' ', byte];
            let found = Sixteen::at(&text, 0);
            let mut all = [0; AT_ONCE];
            all[..text.len()].copy_from_slice(&text);
            let same = plain::bytes(&all);
            let both = |is: bool| if is { 0b1_0000_0010 } else { 0 };
            assert_eq!(found.letters(), both(byte.is_ascii_alphabetic()));
            assert_eq!(
                found.letters(),
                plain::between(plain::small(same), b'a', b'z')
            );
            assert_eq!(found.between(b'A', b'Z'), both(byte.is_ascii_uppercase()));
            assert_eq!(found.between(b'A', b'Z'), plain::between(same, b'A', b'Z'));
            assert_eq!(found.smalls(), both(byte.is_ascii_lowercase()));
            assert_eq!(found.digits(), both(byte.is_ascii_digit()));
            assert_eq!(found.wide(), both(byte >= 0x80));
            assert_eq!(found.wide(), plain::wide(same));
            if byte.is_ascii() && byte != b' ' && byte != 0 {
                assert_eq!(found.is(byte), both(true));
                assert_eq!(found.is(byte), plain::is(same, byte));
            }
        }
    }

    #[test]
    fn behind_the_end_stand_zeros() {
        let text = b"abcdefghijklmnopqrs";
        assert_eq!(Sixteen::at(text, 0).letters(), 0xffff);
        assert_eq!(Sixteen::at(text, 16).letters(), 0b111);
        assert_eq!(Sixteen::at(text, 19).letters(), 0);
        assert_eq!(Sixteen::at(b"1a", 1).letters(), 1);
        assert_eq!(begins(0b0110_1101, 1), 0b0010_0100);
    }
}
