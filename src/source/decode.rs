//! Bytes to text: byte order marks, UTF-16, UTF-8, guessed encodings, line ends.

use super::count_bytes;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Why bytes are no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// No bytes, or nothing but blanks.
    Empty,
    /// Too many bytes that no text has; the first such byte's offset.
    Binary {
        /// Offset of the first control byte.
        offset: usize,
    },
    /// More than 4 GiB.
    TooLarge,
}

impl std::fmt::Display for SourceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SourceError::Empty => {
                f.write_str("the file holds no text; expected the text of a report")
            }
            SourceError::Binary { offset } => write!(
                f,
                "the file is binary (control byte at offset {offset}); expected the text of a report"
            ),
            SourceError::TooLarge => {
                f.write_str("the file is larger than 4 GiB, the most one report may have")
            }
        }
    }
}

impl std::error::Error for SourceError {}

/// Decodes and puts line ends right; the notes tell what was done beyond plain UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Vec<String>), SourceError> {
    if bytes.len() >= u32::MAX as usize {
        return Err(SourceError::TooLarge);
    }
    let mut notes = Vec::new();
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            notes.push(format!("byte order mark of {} removed", encoding.name()));
            decode_as(encoding, &bytes[mark..], &mut notes)
        }
        None => match utf16_without_mark(bytes) {
            Some(encoding) => {
                notes.push(format!(
                    "decoded from {} without a byte order mark",
                    encoding.name()
                ));
                decode_as(encoding, bytes, &mut notes)
            }
            None => decode_unmarked(bytes, &mut notes)?,
        },
    };
    if text.len() >= u32::MAX as usize {
        return Err(SourceError::TooLarge);
    }
    let text = without_nul(line_ends(text), &mut notes);
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(SourceError::Empty);
    }
    Ok((text, notes))
}

fn decode_unmarked(bytes: &[u8], notes: &mut Vec<String>) -> Result<String, SourceError> {
    refuse_binary(bytes)?;
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_string());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let mut encoding = detector.guess(None, Utf8Detection::Allow);
    // A stray bad byte in a text that is otherwise UTF-8 does not make it something else.
    if mostly_utf8(bytes) {
        encoding = UTF_8;
    }
    notes.push(format!("not valid UTF-8; decoded as {}", encoding.name()));
    Ok(decode_as(encoding, bytes, notes))
}

/// Whether the multi-byte sequences that are right outnumber the bad bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], notes: &mut Vec<String>) -> String {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    if replaced {
        let count = text.matches('\u{fffd}').count();
        notes.push(format!("{count} undecodable places replaced by U+FFFD"));
    }
    text.into_owned()
}

/// UTF-16 shows itself by a zero in every other byte of mostly Latin text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let half = head.len() / 2;
    match (zeros(0) * 10 >= half * 7, zeros(1) * 10 >= half * 7) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// More than one control byte in a hundred, or the magic of a known container, is no text.
fn refuse_binary(bytes: &[u8]) -> Result<(), SourceError> {
    const MAGIC: &[&[u8]] = &[
        b"%PDF-",
        b"PK\x03\x04",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"\x1f\x8b",
        b"\xd0\xcf\x11\xe0",
    ];
    let head = &bytes[..bytes.len().min(65_536)];
    // Tab to carriage return and escape are signs of text; without branches, so that many bytes are looked at at once.
    let is_control = |b: u8| (b < 0x20) & !(0x09..=0x0d).contains(&b) & (b != 0x1b);
    let controls = count_bytes(head, is_control);
    if MAGIC.iter().any(|m| bytes.starts_with(m)) || controls * 100 > head.len().max(100) {
        let offset = head.iter().position(|b| is_control(*b)).unwrap_or(0);
        return Err(SourceError::Binary { offset });
    }
    Ok(())
}

/// LF for CRLF, CR, NEL, LS and PS.
pub(super) fn line_ends(text: String) -> String {
    let odd = |c: char| matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let has = |mark: &str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !["\r", "\u{85}", "\u{2028}", "\u{2029}"]
        .into_iter()
        .any(has)
    {
        return text;
    }
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text.as_str())
    };
    text.replace(odd, "\n")
}

fn without_nul(text: String, notes: &mut Vec<String>) -> String {
    if memchr::memchr(0, text.as_bytes()).is_none() {
        return text;
    }
    let count = memchr::memchr_iter(0, text.as_bytes()).count();
    notes.push(format!("{count} NUL bytes replaced by U+FFFD"));
    text.replace('\0', "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).expect("text").0
    }

    #[test]
    fn plain_utf8_needs_no_note() {
        assert_eq!(decode("Café\n".as_bytes()), Ok(("Café\n".into(), vec![])));
    }

    #[test]
    fn marks_and_utf16_are_decoded() {
        assert_eq!(text(b"\xef\xbb\xbfagenda"), "agenda");
        let le: Vec<u8> = "agenda".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&le), "agenda");
        let be: Vec<u8> = "agenda".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&[b"\xfe\xff".as_slice(), &be].concat()), "agenda");
    }

    #[test]
    fn other_encodings_are_guessed_with_a_note() {
        let (text, notes) = decode(b"R\xe9union du comit\xe9 \xe0 Gen\xe8ve").expect("text");
        assert_eq!(text, "Réunion du comité à Genève");
        assert_eq!(notes.len(), 1);
    }

    #[test]
    fn a_stray_byte_does_not_unmake_utf8() {
        let (text, notes) = decode(b"caf\xc3\xa9 \xff caf\xc3\xa9").expect("text");
        assert_eq!(text, "café \u{fffd} café");
        assert_eq!(notes.len(), 2);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(SourceError::Empty));
        assert_eq!(decode(b" \n\t\n"), Err(SourceError::Empty));
        assert!(matches!(
            decode(b"%PDF-1.7\n"),
            Err(SourceError::Binary { .. })
        ));
        let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert!(matches!(decode(&noise), Err(SourceError::Binary { .. })));
    }

    #[test]
    fn a_nul_is_replaced_and_line_ends_are_lf() {
        let mut bytes = b"a\r\nb\rc".to_vec();
        bytes.extend(b" plain words".repeat(20));
        bytes.push(0);
        let (text, notes) = decode(&bytes).expect("text");
        assert!(text.starts_with("a\nb\nc"));
        assert!(text.ends_with('\u{fffd}'));
        assert_eq!(notes.len(), 1);
    }
}
