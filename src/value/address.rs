//! Web and e-mail addresses as they are printed: bare, in angle brackets, or behind the words of a link.

use regex::bytes::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address, without `mailto:`.
    pub url: Range<usize>,
    /// The words that carry it: `[words](address)`.
    pub words: Option<Range<usize>>,
}

/// How addresses begin, with the ligatures, soft hyphens and blanks without width that a layout sets in them, up to the first ASCII sign that no address holds: a web address with its scheme or `www.`, or a
/// mailbox with its host. In ASCII mode, where a scan costs a tenth of what Unicode classes cost.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?x-u)
        (?: (?: https?:// | ftp:// ) [^\x00-\x20<>"|\]]{2,} | www\.[^\x00-\x20<>"|\]]+ )
        | (?: (?: [A-Za-z0-9_%+] | \xEF\xAC[\x80-\x86] )
            (?: [A-Za-z0-9._%+-] | \xEF\xAC[\x80-\x86] | \xC2\xAD | \xE2\x80\x8B )* @
            (?: (?: [A-Za-z0-9-] | \xEF\xAC[\x80-\x86] | \xC2\xAD | \xE2\x80\x8B )+ \. )+ [A-Za-z]{2,} )"#,
    )
    .expect("the pattern is tested")
});

/// What web addresses begin with, and no mailbox that the pattern finds.
const WEB: [&str; 4] = ["http://", "https://", "ftp://", "www."];

/// Every address in a text, in order. Raw text with its markup is read, since cleaning drops the targets of links.
pub fn addresses(text: &str) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut from = if may_have(text) { 0 } else { text.len() };
    while let Some(hit) = next(text, from) {
        let end = hit.end;
        // What it begins with tells the kind as surely as groups of the pattern, which are searched ten times as slowly.
        let printed = &text.as_bytes()[hit.clone()];
        let web = WEB.iter().any(|head| printed.starts_with(head.as_bytes()));
        let url = match web {
            true => trimmed_web(text, hit),
            false => whole_mail(text, hit),
        };
        from = url.as_ref().map_or(end, |url| url.end).max(from + 1);
        found.extend(url.map(|url| Address {
            words: words(text, &url),
            url,
        }));
    }
    found
}

/// Whether a text has a sign that every address has one of: most texts have none.
fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'@', b':', b'.', bytes).any(|at| match bytes[at] {
        b'@' => true,
        b':' => bytes[at..].starts_with(b"://"),
        _ => bytes[..at].ends_with(b"www"),
    })
}

fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let more = from < text.len();
    let hit = more.then(|| ADDRESS.find_at(text.as_bytes(), from))??;
    Some(hit.range())
}

/// A web address without what the sentence owns; a bare host starts a word and has a second dot.
fn trimmed_web(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let bare = text[hit.clone()].starts_with("www.");
    let inside = |c: char| c.is_alphanumeric() || c == '/' || c == '.';
    if bare && text[..hit.start].ends_with(inside) {
        return None;
    }
    let host = hit.start + text[hit.clone()].find("//").map_or(4, |i| i + 2);
    let end = end_of_url(text, hit.start, host, hit.end);
    let enough = if bare {
        text[host..end].contains('.')
    } else {
        end > host + 1
    };
    enough.then_some(hit.start..end)
}

/// A mailbox whose host ends where the word ends.
fn whole_mail(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '@';
    (!text[hit.end..].starts_with(goes_on)).then_some(hit)
}

/// Up to a blank or a closing sign that is no ASCII, at most to `to`; the target of a link ends at its bracket, and what
/// the sentence owns is left out.
fn end_of_url(text: &str, start: usize, from: usize, to: usize) -> usize {
    let linked = text[..start].ends_with("](");
    let stop =
        |c: char| c.is_whitespace() || "\u{201c}\u{201d}\u{bb}".contains(c) || (linked && c == ')');
    let url = &text[from..to];
    let url = &url[..url.find(stop).unwrap_or(url.len())];
    from + if linked {
        url.len()
    } else {
        owned_by_sentence(url)
    }
}

/// `report.pdf.[1` without the mark of a note, whose end no address holds.
fn without_mark(url: &str) -> &str {
    let mark = url.rsplit_once('[');
    let number = |m: &str| (1..=3).contains(&m.len()) && m.bytes().all(|b| b.is_ascii_digit());
    mark.filter(|(_, m)| number(m)).map_or(url, |(url, _)| url)
}

/// The length of an address without the stops and closing brackets that the sentence around it owns.
fn owned_by_sentence(url: &str) -> usize {
    let opens = url.matches('(').count();
    let mut closes = url.matches(')').count();
    let mut url = url;
    loop {
        let signs = [
            '.', ',', ';', ':', '!', '?', '\'', '\u{2019}', '*', '_', '¹', '²', '³',
        ];
        let mut cut = without_mark(url).trim_end_matches(signs);
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
            read("ana.b@example.org; @twitter, a@b, x @ y, c@d.e2, -m@a.b.org."),
            [("ana.b@example.org", ""), ("m@a.b.org", "")]
        );
    }

    #[test]
    fn quotation_marks_and_other_scripts_end_an_address() {
        assert_eq!(
            read(
                "\u{201c}www.a.example.org\u{201d} \u{e9}http://b.example.org\u{a0}x wwww.c.example.org"
            ),
            [("www.a.example.org", ""), ("http://b.example.org", "")]
        );
    }
}
