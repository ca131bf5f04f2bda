//! The user's secret, and the pseudonyms made with it.

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

/// The least length of a secret, in bytes.
const SHORTEST: usize = 12;

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;

/// The user's secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A secret; line ends behind it do not count.
    ///
    /// # Errors
    /// Where it is too short to be one.
    pub fn new(bytes: &[u8]) -> Result<Secret> {
        let end = bytes
            .iter()
            .rposition(|b| !b.is_ascii_whitespace())
            .map_or(0, |at| at + 1);
        if end < SHORTEST {
            bail!("the secret has {end} bytes; expected {SHORTEST} or more");
        }
        Ok(Secret(bytes[..end].to_vec()))
    }

    /// HMAC-SHA-256 (RFC 2104) of a text of some kind, as a number.
    pub(super) fn keyed(&self, kind: &str, text: &str) -> u64 {
        let mut key = [0u8; BLOCK];
        let long = Sha256::digest(&self.0);
        let bytes: &[u8] = if self.0.len() > BLOCK { &long } else { &self.0 };
        key[..bytes.len()].copy_from_slice(bytes);
        let pad = |with: u8| key.map(|b| b ^ with);
        let inner = Sha256::new()
            .chain_update(pad(0x36))
            .chain_update(kind)
            .chain_update([0])
            .chain_update(text)
            .finalize();
        let outer = Sha256::new()
            .chain_update(pad(0x5c))
            .chain_update(inner)
            .finalize();
        outer.iter().take(8).fold(0, |n, b| n << 8 | u64::from(*b))
    }

    /// A made-up word of eight letters for a folded word.
    pub(super) fn word(&self, folded: &str) -> String {
        const HARD: &[u8; 14] = b"bdfgklmnprstvz";
        const SOFT: &[u8; 5] = b"aeiou";
        let mut n = self.keyed("word", folded);
        let mut word = String::new();
        for _ in 0..4 {
            word.push(char::from(HARD[(n % 14) as usize]));
            n /= 14;
            word.push(char::from(SOFT[(n % 5) as usize]));
            n /= 5;
        }
        word
    }
}
