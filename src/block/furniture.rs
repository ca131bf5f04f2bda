//! What the page brings and the report does not say: page numbers, running heads and feet.

use super::{Block, Kind, feet, starts_like_time};
use crate::source::{Columns, Source};
use crate::value::roman;
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// So many texts below the head of a day its first time stands.
const NEAR: usize = 5;

/// What calls a page by its number is no longer: `page 12 of 40`.
const PAGE: usize = 16;

/// A report in a larger volume begins on a page no further on.
const OFFSET: usize = 400;

/// Marks page numbers and the lines that recur beside page breaks.
pub(super) fn mark(source: &Source, blocks: &mut [Block]) {
    let numbered = |b: &Block| {
        let margin = Columns::is_margin(source.columns(), b.span.start);
        margin && b.kind != Kind::Blank
    };
    for block in blocks.iter_mut().filter(|b| numbered(b)) {
        block.kind = Kind::Furniture;
        block.style = None;
    }
    let numbers = page_numbers(source, blocks);
    for &i in &numbers {
        blocks[i].kind = Kind::Furniture;
    }
    let heads = running_heads(source, blocks);
    let feet = numbered_feet(source, blocks);
    let below = feet::heads_below(source, blocks, &feet);
    let titles = feet::titles_below(source, blocks, &numbers);
    let again = feet::words_again(source, blocks, &feet);
    let all = heads.into_iter().chain(feet).chain(below);
    for i in all.chain(titles).chain(again) {
        blocks[i].kind = Kind::Furniture;
        blocks[i].style = None;
    }
}

/// Lone numbers that count up through the document, or stand by a form feed.
fn page_numbers(source: &Source, blocks: &[Block]) -> Vec<usize> {
    let numbered = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| matches!(b.kind, Kind::Paragraph | Kind::ListItem));
    let line = |b: &Block| source.slice(b.span).trim();
    let mut lone: Vec<(usize, u32)> = numbered
        .filter(|(_, b)| b.kind == Kind::Paragraph || is_dashed(line(b)))
        .filter_map(|(i, b)| Some((i, lone_number(line(b))?)))
        .collect();
    without_heads_of_times(source, blocks, &mut lone);
    without_rows(source, blocks, &mut lone);
    let last = source.page_of(source.text.len() as u32);
    let fed = last.map_or(0, |page| page as usize - 1);
    let mut pages = Vec::new();
    for (k, &(i, n)) in lone.iter().enumerate() {
        if is_dashed(line(&blocks[i])) {
            pages.push(i);
            continue;
        }
        let far = |j: usize| i.abs_diff(j) >= 6;
        let follows = lone[..k].iter().any(|&(j, m)| m + 1 == n && far(j));
        let leads = lone[k + 1..]
            .iter()
            .take(3)
            .any(|&(j, m)| m == n + 1 && far(j));
        if by_form_feed(source, blocks, i) && is_near(fed, line(&blocks[i]), n) || follows || leads
        {
            pages.push(i);
        }
    }
    pages
}

/// Whether a number can be that of one of so many pages: `BP 2041` at the top of the third page is an address.
fn is_near(pages: usize, line: &str, n: u32) -> bool {
    !line.starts_with(char::is_alphabetic) || n as usize <= pages + OFFSET
}

/// Leaves out `Day 1`, `Day 2`: lines of one word with a number that all stand over times, the first not below any.
fn without_heads_of_times(source: &Source, blocks: &[Block], lone: &mut Vec<(usize, u32)>) {
    let word = |i: usize| {
        let line = source.slice(blocks[i].body);
        let end = line
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(line.len());
        &line[..end]
    };
    let timed = |b: &&Block| match b.cells.first() {
        Some(cell) => starts_like_time(source.slice(*cell)),
        None => starts_like_time(source.slice(b.body)),
    };
    let text = |b: &&Block| b.kind != Kind::Blank;
    let above = |i: usize| {
        blocks[..i]
            .iter()
            .rev()
            .filter(text)
            .take(NEAR)
            .any(|b| timed(&b))
    };
    let below = |i: usize| {
        blocks[i + 1..]
            .iter()
            .filter(text)
            .take(NEAR)
            .any(|b| timed(&b))
    };
    let mut heads: HashSet<&str> = HashSet::new();
    let mut pages: HashSet<&str> = HashSet::new();
    for &(i, n) in lone.iter() {
        let word = word(i);
        let of_day = !word.is_empty() && below(i) && (n != 1 || !above(i));
        if !of_day {
            pages.insert(word);
        } else if n == 1 {
            heads.insert(word);
        }
    }
    lone.retain(|(i, _)| !heads.contains(word(*i)) || pages.contains(word(*i)));
}

/// No page has fewer lines.
const LOW_PAGE: u32 = 12;

/// Leaves out the numbers of rows whose cells stand a line each: they count up from 1, mostly at one distance, which no page has.
fn without_rows(source: &Source, blocks: &[Block], lone: &mut Vec<(usize, u32)>) {
    let row = |i: usize| source.line_of(blocks[i].span.start);
    let is_time = |b: &Block| starts_like_time(source.slice(b.body));
    let mut from = 0;
    let mut rows: HashSet<usize> = HashSet::new();
    while from < lone.len() {
        let follows = |k: &usize| {
            let ((a, n), (b, m)) = (lone[k - 1], lone[*k]);
            m == n + 1 && row(b) - row(a) <= LOW_PAGE
        };
        let end = (from + 1..lone.len())
            .find(|k| !follows(k))
            .unwrap_or(lone.len());
        let gaps: Vec<u32> = lone[from..end]
            .windows(2)
            .map(|w| row(w[1].0) - row(w[0].0))
            .collect();
        let usual = gaps
            .first()
            .map_or(0, |g| gaps.iter().filter(|o| *o == g).count());
        // The time of each row says so, however many lines the rows have.
        let timed = || {
            let pairs = lone[from..end].windows(2);
            let pairs = pairs.filter(|w| blocks[w[0].0..w[1].0].iter().any(is_time));
            pairs.count() * 3 >= gaps.len() * 2
        };
        let alike = usual * 3 >= gaps.len() * 2;
        if lone[from].1 == 1 && gaps.len() >= 2 && (alike || timed()) {
            rows.extend(lone[from..end].iter().map(|(i, _)| i));
        }
        from = end;
    }
    lone.retain(|(i, _)| !rows.contains(i));
}

/// `- 12 -`: nothing but a page bears such a number.
fn is_dashed(line: &str) -> bool {
    const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];
    let inner = line
        .strip_prefix(DASHES)
        .and_then(|l| l.strip_suffix(DASHES));
    let number = inner.map_or("", |l| l.trim());
    (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// No document has so many pages, and years are no less.
const LEAST_YEAR: u32 = 1900;

/// `12`, `- 12 -`, `[12]`, `12/40`, or a short word with such a number (`Page 12`, `p. 12 / 40`).
fn lone_number(text: &str) -> Option<u32> {
    // The pages before the first: `iv`.
    if text.bytes().all(|b| b"ivx".contains(&b)) {
        return roman(&text.to_ascii_uppercase());
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.len() > 24 || bare.contains([':', ',', '%']) || is_dotted(bare) {
        return None;
    }
    let mut words = bare
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let number = |w: &str| w.parse::<u32>().ok().filter(|_| w.len() <= 4);
    let first = words.next()?;
    let n = match number(first) {
        Some(n) => n,
        None if first.chars().all(char::is_alphabetic) => number(words.next()?)?,
        None => return None,
    };
    let rest: Vec<_> = words.collect();
    // `Session 2` is a heading, `Página 1 de 2` none.
    let letters = first.chars().count();
    if letters > 6 || letters == 6 && rest.len() != 2 {
        return None;
    }
    // `1050-1220` is a time.
    let dashed = bare.contains(['-', '\u{2013}']);
    let of_all = match rest.as_slice() {
        [] => true,
        [total] => !dashed && number(total).is_some(),
        // `06 Sep 2017` is a date.
        [of, total] => of.len() <= 3 && number(total).is_some_and(|t| t < LEAST_YEAR),
        _ => false,
    };
    of_all.then_some(n)
}

/// `12.00`, a time and no page.
fn is_dotted(text: &str) -> bool {
    let digits = |t: &str| (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    text.split_once('.')
        .is_some_and(|(a, b)| digits(a) && b.len() == 2 && digits(b))
}

/// `Page 12`: a word and a number, which end no sentence.
pub(super) fn names_page(text: &str) -> bool {
    let word = text.starts_with(char::is_uppercase) && !text.ends_with(['.', ',', ';']);
    word && lone_number(text).is_some()
}

/// The blocks up to two before and behind one, and that one.
fn around(blocks: &[Block], i: usize) -> std::ops::Range<usize> {
    i.saturating_sub(2)..(i + 3).min(blocks.len())
}

fn by_form_feed(source: &Source, blocks: &[Block], i: usize) -> bool {
    around(blocks, i).any(|j| is_fed(source, blocks, i, j))
}

/// Whether a form feed stands in a block that is blank, or is the one that is asked for.
fn is_fed(source: &Source, blocks: &[Block], i: usize, j: usize) -> bool {
    let blank = blocks[j].kind == Kind::Blank || j == i;
    blank && memchr::memchr(0x0c, source.slice(blocks[j].span).as_bytes()).is_some()
}

/// Short lines that recur, digits aside, beside page numbers or form feeds.
fn running_heads(source: &Source, blocks: &[Block]) -> Vec<usize> {
    let candidate = |b: &Block| {
        let text = || source.slice(b.body);
        // The foot of a page inside a table: `2 | Page`.
        let barred =
            || b.kind == Kind::TableRow && !text().starts_with('|') && is_barred_foot(text());
        let plain = matches!(b.kind, Kind::Paragraph | Kind::Heading | Kind::ListItem);
        b.body.len() <= 120 && (plain || barred())
    };
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, b) in blocks.iter().enumerate().filter(|(_, b)| candidate(b)) {
        let text = source.slice(b.body);
        let key = without_page(text);
        let key = match is_barred_foot(text) {
            true => key.trim_matches([' ', '|']).to_string(),
            false => key,
        };
        if key.chars().filter(|c| c.is_alphabetic()).nth(3).is_some() {
            seen.entry(key).or_default().push(i);
        }
    }
    let recurring: HashSet<usize> = seen
        .values()
        .filter(|p| p.len() > 1)
        .flatten()
        .copied()
        .collect();
    let next_to = |i: usize, j: usize| {
        let between = i.min(j) + 1..i.max(j);
        let passes = |k: &usize| {
            matches!(blocks[*k].kind, Kind::Blank | Kind::Furniture) || recurring.contains(k)
        };
        between.into_iter().all(|k| passes(&k))
    };
    let at_break = |&i: &usize| {
        let page = |j: usize| {
            next_to(i, j)
                && (j != i && is_page_number(source, &blocks[j]) || is_fed(source, blocks, i, j))
        };
        is_barred_foot(source.slice(blocks[i].body)) || around(blocks, i).any(page)
    };
    let solid = (0..blocks.len()).filter(|&i| candidate(&blocks[i]));
    let titles: Vec<usize> = solid.take(2).collect();
    let groups = seen.into_values().filter(|places| places.len() >= 2);
    let (paged, others): (Vec<_>, Vec<_>) =
        groups.partition(|p| feet::are_on_pages(source, blocks, p));
    let mut heads: Vec<usize> = others
        .into_iter()
        .flat_map(|places| {
            let beside = places.iter().filter(|i| at_break(i)).count();
            let inside = || {
                let apart = places.iter().filter(|i| !at_break(i));
                apart.filter(|i| interrupts(source, blocks, **i)).count()
            };
            // The title of the report above, too, on its second page.
            let title = || places.first().is_some_and(|first| titles.contains(first));
            let recurs = beside >= 2 || beside == 1 && (inside() >= 1 || title());
            // The first may be the title itself: it stays unless it, too, stands by a break.
            places
                .into_iter()
                .filter(move |_| recurs)
                .collect::<Vec<_>>()
        })
        .collect();
    heads.retain(|i| *i > 0 && (at_break(i) || interrupts(source, blocks, *i)));
    heads.extend(paged.into_iter().flatten().filter(|i| !titles.contains(i)));
    heads.sort_unstable();
    heads
}

/// A line without the number of the page: digits that are a word or stand at either end, and no more than three.
pub(super) fn without_page(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut words = line.split_whitespace().peekable();
    let mut first = true;
    while let Some(word) = words.next() {
        if !first {
            kept.push(' ');
            // Letters alone between others are kept, whatever they are.
            if words.peek().is_some() && word.bytes().all(|b| b.is_ascii_alphabetic()) {
                kept.push_str(word);
                continue;
            }
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let rest = bare.trim_matches(|c: char| c.is_ascii_digit());
        let page = bare.len() - rest.len() <= 3
            && !rest.contains(|c: char| c.is_ascii_digit())
            && (rest.is_empty() || first || words.peek().is_none());
        kept.push_str(if page { rest } else { word });
        first = false;
    }
    kept
}

/// `2 | Report of the forum`, `Report of the forum | 2`.
fn is_barred_foot(text: &str) -> bool {
    if memchr::memchr(b'|', text.as_bytes()).is_none() {
        return false;
    }
    let number = |t: &str| t.len() <= 3 && t.bytes().all(|b| b.is_ascii_digit()) && !t.is_empty();
    let parts = text.split_once(" | ");
    parts.is_some_and(|(a, b)| (number(a) || number(b)) && !b.contains(" | "))
}

/// Lines with a page number far behind other words (`Report of the forum          17`), at a form feed or with the same words
/// on the next page.
fn numbered_feet(source: &Source, blocks: &[Block]) -> Vec<usize> {
    let text = |b: &Block| {
        matches!(
            b.kind,
            Kind::Paragraph | Kind::Heading | Kind::ListItem | Kind::Caption
        )
    };
    let short = blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| text(b) && b.body.len() <= 160);
    let feet: Vec<(usize, &str, u32)> = short
        .filter_map(|(i, b)| numbered_foot(source.slice(b.span)).map(|(words, n)| (i, words, n)))
        .filter(|&(i, ..)| i > 0 && is_alone(source, blocks, i))
        .collect();
    let counted = next_pages(source, blocks, &feet);
    feet.iter()
        .map(|&(i, ..)| i)
        .filter(|i| {
            let line = blocks[*i].body;
            counted.contains(i)
                || at_form_feed(source, blocks, *i)
                || source.slice(line).contains(" | ") && feet::is_of_title(source, line)
        })
        .collect()
}

/// The feet whose words come again a page further on with the next number, or did so before.
fn next_pages(source: &Source, blocks: &[Block], feet: &[(usize, &str, u32)]) -> HashSet<usize> {
    let line = |i: usize| source.line_of(blocks[i].span.start);
    let mut last: HashMap<&str, (usize, u32)> = HashMap::new();
    let mut counted = HashSet::new();
    for &(i, words, n) in feet {
        let before = last.insert(words, (i, n));
        let follows = |&(j, m): &(usize, u32)| m + 1 == n && line(i) - line(j) >= LOW_PAGE;
        if let Some((j, _)) = before.filter(follows) {
            counted.extend([i, j]);
        }
    }
    counted
}

/// Whether the lines around are none of the kind, as the rows of a table would be.
fn is_alone(source: &Source, blocks: &[Block], i: usize) -> bool {
    let alike = |b: &&Block| numbered_foot(source.slice(b.span)).is_some();
    let text = |b: &&Block| b.kind != Kind::Blank;
    let above = blocks[..i].iter().rev().filter(text).take(2);
    let below = blocks[i + 1..].iter().filter(text).take(2);
    !above.chain(below).any(|b| alike(&b))
}

/// Whether the next block that is no blank lies behind a form feed, or the one before it before one.
fn at_form_feed(source: &Source, blocks: &[Block], i: usize) -> bool {
    let fed = |b: &Block| memchr::memchr(0x0c, source.slice(b.span).as_bytes()).is_some();
    let blank = |b: &&Block| b.kind == Kind::Blank;
    let below = blocks[i + 1..].iter().take_while(blank).any(&fed)
        || blocks[i + 1..]
            .iter()
            .find(|b| !blank(b))
            .is_some_and(|b| source.slice(b.span).starts_with('\u{c}'));
    below || blocks[..i].iter().rev().take_while(blank).any(&fed) || fed(&blocks[i])
}

/// The words and number of `Words          17`, `17          Words`, `Words          Page 1 of 4`: one line, a wide gap. A
/// page that is called so may stand behind several: `Body          Title          page 2`.
fn numbered_foot(line: &str) -> Option<(&str, u32)> {
    let line = line.trim();
    if line.contains('\n') {
        return None;
    }
    let Some(gap) = memchr::memmem::find(line.as_bytes(), b"   ") else {
        // `TX/SSG-7/Doc. 12, p. 2`, `Report of the forum | page 2`
        let barred = line.rsplit_once(" | ").filter(|(_, p)| p.len() <= PAGE);
        let (words, page) = barred.or_else(|| line.rsplit_once(", "))?;
        let called = page.starts_with(char::is_alphabetic);
        return lone_number(page).filter(|_| called).map(|n| (words, n));
    };
    let words = |t: &str| t.split(' ').count() > 1 && t.contains(char::is_alphabetic);
    let (first, last) = (line[..gap].trim(), line[gap..].trim());
    if let Some((before, page)) = last.rsplit_once("   ") {
        let page = page.trim();
        let called = page
            .trim_start_matches(['[', '('])
            .starts_with(char::is_alphabetic);
        // `May 2009` is when it was written.
        let n = lone_number(page).filter(|n| called && *n < LEAST_YEAR)?;
        return (!before.trim().contains("   ")).then_some((first, n));
    }
    // `PC-31/Min          page 2`
    let called = last.starts_with(char::is_alphabetic) && first.contains(char::is_alphabetic);
    let behind = lone_number(last).filter(|_| called || words(first));
    let before = || lone_number(first).filter(|_| words(last));
    behind
        .map(|n| (first, n))
        .or_else(|| before().map(|n| (last, n)))
}

/// Whether a block is furniture already, and no table's edge.
fn is_page_number(source: &Source, block: &Block) -> bool {
    block.kind == Kind::Furniture && source.slice(block.body) != "|"
}

/// Whether a block stands between the two halves of a sentence.
fn interrupts(source: &Source, blocks: &[Block], i: usize) -> bool {
    let text = |b: &Block| matches!(b.kind, Kind::Paragraph | Kind::ListItem);
    let before = blocks[..i].iter().rev().find(|b| b.kind != Kind::Blank);
    let after = blocks[i + 1..].iter().find(|b| b.kind != Kind::Blank);
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    text(before)
        && text(after)
        && !super::wrap::ends_sentence(source.slice(before.body))
        && source.slice(after.body).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    fn furniture(text: &str) -> Vec<String> {
        of_kind(text, Kind::Furniture)
    }

    #[test]
    fn heads_and_numbers_at_form_feeds_are_furniture() {
        let text = "First page text.\n\nMinutes of the Board\n3\n\u{c}\nSecond page text.\n\nMinutes of the Board\n4\n\u{c}\nThird.";
        assert_eq!(
            furniture(text),
            ["Minutes of the Board", "3", "Minutes of the Board", "4"]
        );
    }

    #[test]
    fn feet_in_three_parts_and_the_heads_below_them_are_furniture() {
        let page = |n: u32| {
            let line = |i: u32| format!("   Anna Model {n}.{i}, Reed Society\n\n");
            let lines: String = (1..9).map(line).collect();
            format!(
                "{lines}\n\nModel & Probe            Notes                [Page {n}]\n\nNote 12            Reeds            July 2009\n\n\n"
            )
        };
        let found = furniture(&format!("{}{}{}", page(1), page(2), page(3)));
        assert_eq!(found.len(), 6, "{found:?}");
    }

    #[test]
    fn the_heads_of_days_stand_over_times_and_are_no_pages() {
        let day = |n: u32| {
            let rows: String = (9..13)
                .map(|h| format!("{h}:00 Talk\nAna Novak\n\n"))
                .collect();
            format!("Day {n}\n\nTime\n\n{rows}")
        };
        assert!(furniture(&format!("Agenda\n\n{}{}", day(1), day(2))).is_empty());
    }

    #[test]
    fn dates_that_count_up_are_no_pages() {
        let day = |n: u32| {
            let talks = "Welcome\nMaps of fields\nMaps of towns\nTea\nNets\nClosing\n";
            format!("0{n} Sep 2017\n09:00\u{2013}11:30\n{talks}")
        };
        let days: String = (6..9).map(day).collect();
        assert!(furniture(&format!("Programme\n\n{days}")).is_empty());
    }

    #[test]
    fn the_numbers_of_rows_in_lines_are_no_pages() {
        let row = |n: u32| format!("{n}\nNovak\nAna\nFiji\nClerk\nBay Board\n");
        let rows: String = (1..6).map(row).collect();
        assert!(furniture(&format!("Nr\nLast\nFirst\n{rows}")).is_empty());
    }

    #[test]
    fn a_number_between_dashes_is_a_page() {
        assert_eq!(furniture("- one thing\n\n- 1 -\n\n- another"), ["1 -"]);
    }

    #[test]
    fn a_number_right_below_a_long_head_is_furniture_with_it() {
        let head = "UNITED NETWORK FOR TIDAL POWER                         TP/2019/7\nPage ";
        let text =
            format!("{head}1\n\nThe first.\n\nAnd more.\n\nAnd more.\n\n{head}2\n\nThe second.");
        let found = furniture(&text);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].starts_with("UNITED") && found[2] == "Page 2");
    }

    #[test]
    fn feet_that_count_the_pages_on_need_no_form_feed() {
        let page = |n: u32| format!("The {n}. thing was told.\n\n").repeat(8);
        let foot = |n: u32| format!("Record of the mill            Page {n} of 3\n\n");
        let text = format!("{}{}{}{}", page(1), foot(1), page(2), foot(2));
        assert_eq!(furniture(&text).len(), 2);
        let rows = "Flour of rye            1\n\nFlour of rye            2\n";
        assert!(furniture(&format!("{}{rows}", page(1))).is_empty());
    }

    #[test]
    fn numbers_in_a_box_are_not() {
        assert!(furniture("763\n\nMillion people\n\n19\n\nMillion refugees").is_empty());
    }

    #[test]
    fn labels_that_recur_in_the_text_are_not() {
        let text =
            "TIME:\n\n9:00\n\nOne thing was said.\n\nTIME:\n\n10:00\n\nTwo things were said.";
        assert!(furniture(text).is_empty());
    }
}
