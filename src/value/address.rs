//! Web and e-mail addresses as they are printed: bare, in angle brackets, or behind the words of a link.

use std::ops::Range;

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address, without `mailto:`.
    pub url: Range<usize>,
    /// The words that carry it: `[words](address)`.
    pub words: Option<Range<usize>>,
}

/// Every address in a text, in order. Raw text with its markup is read, since cleaning drops the targets of links.
pub fn addresses(text: &str) -> Vec<Address> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(hit) = memchr::memchr3(b':', b'@', b'w', &bytes[from..]).map(|i| from + i) {
        from = hit + 1;
        let url = match bytes[hit] {
            b':' => web(text, hit),
            b'@' => mail(text, hit),
            _ => bare_host(text, hit),
        };
        if let Some(url) =
            url.filter(|u| found.last().is_none_or(|a: &Address| a.url.end <= u.start))
        {
            from = url.end.max(from);
            found.push(Address {
                words: words(text, &url),
                url,
            });
        }
    }
    found
}

/// `http://` or `https://` before the colon at `colon`.
fn web(text: &str, colon: usize) -> Option<Range<usize>> {
    let scheme = ["https", "http", "ftp"];
    let start = scheme
        .iter()
        .find(|s| text[..colon].ends_with(*s))
        .map(|s| colon - s.len())?;
    text[colon..].strip_prefix("://")?;
    let end = end_of_url(text, start, colon + 3);
    (end > colon + 4).then_some(start..end)
}

/// `www.` at a word's start.
fn bare_host(text: &str, at: usize) -> Option<Range<usize>> {
    text[at..].strip_prefix("www.")?;
    if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '.') {
        return None;
    }
    let end = end_of_url(text, at, at + 4);
    text[at + 4..end].contains('.').then_some(at..end)
}

/// Up to a blank or a closing sign; the target of a link ends at its bracket, and what the sentence owns is left out.
fn end_of_url(text: &str, start: usize, from: usize) -> usize {
    let linked = text[..start].ends_with("](");
    let stop = |c: char| {
        c.is_whitespace() || "<>\"\u{201c}\u{201d}|]\u{bb}".contains(c) || (linked && c == ')')
    };
    let end = text[from..].find(stop).map_or(text.len(), |i| from + i);
    let url = &text[from..end];
    from + if linked {
        url.len()
    } else {
        owned_by_sentence(url)
    }
}

/// The length of an address without the stops and closing brackets that the sentence around it owns.
fn owned_by_sentence(url: &str) -> usize {
    let opens = url.matches('(').count();
    let mut closes = url.matches(')').count();
    let mut url = url;
    loop {
        let signs = ['.', ',', ';', ':', '!', '?', '\'', '\u{2019}', '*', '_'];
        let mut cut = url.trim_end_matches(signs);
        if let Some(inner) = cut.strip_suffix(')').filter(|_| closes > opens) {
            closes -= 1;
            cut = inner;
        }
        if cut.len() == url.len() {
            return cut.len();
        }
        url = cut;
    }
}

fn mail(text: &str, at: usize) -> Option<Range<usize>> {
    let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    let head = text[..at]
        .char_indices()
        .rev()
        .take(64)
        .take_while(|(_, c)| local(*c))
        .last();
    let start = head.map(|(i, _)| i)?;
    let start =
        start + (text[start..at].len() - text[start..at].trim_start_matches(['.', '-']).len());
    let host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let tail = text[at + 1..]
        .find(|c| !host(c))
        .unwrap_or(text.len() - at - 1);
    let domain = text[at + 1..at + 1 + tail].trim_end_matches(['.', '-']);
    let top = domain.rsplit('.').next().unwrap_or("");
    let dotted =
        domain.contains('.') && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (start < at && dotted).then_some(start..at + 1 + domain.len())
}

/// The words of `[words](url)` around an address.
fn words(text: &str, url: &Range<usize>) -> Option<Range<usize>> {
    let before = text[..url.start].trim_end_matches("mailto:");
    let close = before.strip_suffix("](")?.len();
    // Words are short: looking only so far back keeps hostile brackets linear.
    let reach = text[..close].char_indices().rev().take(500);
    let open = reach.into_iter().find(|(_, c)| *c == '[')?.0;
    (open + 1 < close).then_some(open + 1..close)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, &str)> {
        let tell = |a: Address| (&text[a.url], a.words.map_or("", |w| &text[w]));
        addresses(text).into_iter().map(tell).collect()
    }

    #[test]
    fn bare_addresses_lose_what_the_sentence_owns() {
        assert_eq!(
            read("See https://a.example.org/x_(y)?z=1, or www.b.example.org."),
            [
                ("https://a.example.org/x_(y)?z=1", ""),
                ("www.b.example.org", "")
            ]
        );
        assert_eq!(
            read("(at http://a.example.org/b.pdf)"),
            [("http://a.example.org/b.pdf", "")]
        );
        assert_eq!(
            read("<http://a.example.org>."),
            [("http://a.example.org", "")]
        );
    }

    #[test]
    fn links_have_their_words() {
        assert_eq!(
            read("the [full report](http://a.example.org/r.pdf) is"),
            [("http://a.example.org/r.pdf", "full report")]
        );
        assert_eq!(
            read("[mail](mailto:ana@example.org)"),
            [("ana@example.org", "mail")]
        );
    }

    #[test]
    fn mail_needs_a_host() {
        assert_eq!(
            read("ana.b@example.org; @twitter, a@b, x @ y"),
            [("ana.b@example.org", "")]
        );
    }
}
