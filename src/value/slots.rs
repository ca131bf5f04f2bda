//! Short words as numbers, and where they stand in a table: the same when the tables are built and when they are asked.

/// The first `len` bytes of a text, at most 16, in lower case as one number; longer words are in no table.
#[inline]
pub fn key(text: &[u8], len: usize) -> Option<u128> {
    if len == 0 || len > 16 {
        return None;
    }
    let mut bytes = match text.first_chunk::<16>() {
        Some(whole) => *whole,
        None => {
            let mut padded = [0; 16];
            padded[..len].copy_from_slice(&text[..len]);
            padded
        }
    };
    bytes.make_ascii_lowercase();
    Some(u128::from_le_bytes(bytes) & (u128::MAX >> (128 - 8 * len)))
}

/// A hash of a word's [`key`].
#[inline]
pub fn hash(key: u128) -> u64 {
    let mixed =
        (key as u64 ^ ((key >> 64) as u64).rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// In which of so many buckets, a power of two, a word of this hash is; each has a number by which its words are strewn over
/// the places of a table.
#[inline]
pub fn bucket(hash: u64, buckets: usize) -> usize {
    (hash >> 32) as usize & (buckets - 1)
}

/// In which of so many places, a power of two, a word of this hash stands by the number of its bucket.
#[inline]
pub fn place(hash: u64, number: u16, places: usize) -> usize {
    let strewn = (hash ^ u64::from(number)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (strewn >> 32) as usize & (places - 1)
}

/// A table's bytes, place by place.
pub const fn places<const BYTES: usize, const EACH: usize, const PLACES: usize>(
    bytes: &'static [u8; BYTES],
) -> &'static [[u8; EACH]; PLACES] {
    match bytes.as_chunks().0.first_chunk() {
        Some(places) => places,
        None => panic!("the build script writes each place"),
    }
}
