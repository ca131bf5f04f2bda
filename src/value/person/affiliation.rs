//! What stands beside a name, parted into job title, organisation and place by the evidence of its words.

use super::evidence::Evidence;
use super::grade::{
    Context, cover, head, is_sign, job_evidence, organisation_beside, organisation_evidence,
};
use super::name::is_acronym;
use super::token::{Kind, Token};
use super::words::Flags;
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::place::{country, is_town, place};
use std::ops::Range;

/// Job, organisation and place beside a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Affiliation {
    pub job: Option<Range<usize>>,
    pub organisation: Option<Range<usize>>,
    pub place: Option<Range<usize>>,
}

/// Nobody has more parts beside a name; the rest of a longer text is not looked at, which keeps it linear.
const MOST_PARTS: usize = 16;
/// No part has more words.
const LONGEST_PART: usize = 40;

/// One part between commas.
struct Part<'t> {
    tokens: &'t [Token],
    job: Evidence,
    organisation: Evidence,
    is_place: bool,
}

/// Parts the words beside a name: `Job, Organisation`, `Organisation, Job`, with commas inside either.
pub(super) fn affiliation(ctx: Context, tokens: &[Token]) -> Affiliation {
    let all = split(tokens).take(MOST_PARTS);
    let parts: Vec<Part> = all.filter_map(|t| part(ctx, t)).collect();
    let mut found = Affiliation::default();
    let (parts, tail) = parts.split_at(parts.len() - trailing_places(&parts));
    let place = tail
        .first()
        .zip(tail.last())
        .and_then(|(a, b)| Some(a.tokens.first()?.start..b.tokens.last()?.end));
    let (jobs, organisations) = label(ctx, parts);
    found.job = join(&parts[jobs.clone()]);
    found.organisation = join(&parts[organisations.clone()]);
    found.place = place;
    if found.organisation.is_none() {
        let words = parts.get(jobs.clone()).unwrap_or_default();
        if let [.., last] = words {
            part_job(ctx, last, &mut found);
        }
    } else if let Some(last) = parts[organisations].last() {
        cut_second_job(last, &mut found);
        join_state(ctx, last, tail.last(), &mut found);
    }
    found.organisation = found
        .organisation
        .map(|r| without_article(ctx, r))
        .filter(|r| !r.is_empty());
    found
}

/// The parts between commas, dashes, strokes and semicolons that no bracket holds.
pub(super) fn split(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut rest = Some(tokens);
    std::iter::from_fn(move || {
        let all = rest.take()?;
        let mut depth = 0usize;
        let mark = all.iter().position(|token| {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Comma
                | Kind::Dash
                | Kind::Slash
                | Kind::Semicolon
                | Kind::Colon
                | Kind::Break => return depth == 0,
                _ => {}
            }
            false
        });
        rest = mark.map(|at| &all[at + 1..]);
        Some(mark.map_or(all, |at| &all[..at]))
    })
}

/// Weighs a part; nothing for numbers, addresses, mail and empty ones.
fn part<'t>(ctx: Context, tokens: &'t [Token]) -> Option<Part<'t>> {
    let from = tokens.iter().position(Token::is_word)?;
    let joins = |t: &Token| {
        t.kind == Kind::Stop
            || t.kind == Kind::Line
            || t.kind == Kind::Open
            || t.has(Flags::AND) && !t.has(Flags::CAPITAL)
    };
    let to = tokens.iter().rposition(|t| !joins(t))? + 1;
    let tokens = tokens.get(from..to)?;
    if tokens.len() > LONGEST_PART {
        return None;
    }
    let first = tokens.first()?;
    let printed = ctx.slice(tokens);
    let digits = printed.bytes().filter(u8::is_ascii_digit).count();
    let number = first.has(Flags::ODD)
        && printed[..first.end - first.start].starts_with(|c: char| c.is_ascii_digit());
    if number
        || digits * 2 > printed.len()
        || printed.contains('@')
        || ctx.is_one_of(List::Aside, printed)
    {
        return None;
    }
    let listed = ctx.known.is_job(printed) && !ctx.known.is_organisation(printed);
    let (job, organisation) = match listed {
        true => (Evidence::Strong, Evidence::None),
        false if is_secretariat(printed) => (Evidence::None, Evidence::Strong),
        false => {
            let job = job_evidence(ctx.text, tokens, ctx.words);
            let other = organisation_beside(ctx.text, tokens, ctx.words, ctx.known, || job);
            (job, other)
        }
    };
    Some(Part {
        tokens,
        job,
        organisation,
        is_place: country(printed).is_some()
            || !first.has(Flags::NOT_ACRONYM)
                && is_town(printed)
                && !ctx.known.is_organisation(printed),
    })
}

/// Whether a text begins with a Spanish office that only its accent tells from whoever heads it: `Secretaría del Agua`.
fn is_secretariat(text: &str) -> bool {
    const OFFICES: [&str; 3] = ["Secretaría ", "Subsecretaría ", "SECRETARÍA "];
    text.starts_with('S') && OFFICES.iter().any(|office| text.starts_with(office))
}

/// How many parts at the end are places.
fn trailing_places(parts: &[Part]) -> usize {
    let places = parts.iter().rev().take_while(|p| p.is_place).count();
    match parts.last() {
        Some(last) if places > 0 && last.organisation == Evidence::Strong => 0,
        _ => places,
    }
}

/// Which parts are the job and which the organisation: the division with the most evidence, the job first where both are equal.
fn label(ctx: Context, parts: &[Part]) -> (Range<usize>, Range<usize>) {
    let n = parts.len();
    let mut weighed = [(0, 0); MOST_PARTS];
    for (at, weight) in weighed.iter_mut().enumerate().take(n) {
        *weight = weights(ctx, parts, at);
    }
    let sum = |jobs: Range<usize>, organisations: Range<usize>| -> i32 {
        jobs.map(|i| weighed[i].0).sum::<i32>() + organisations.map(|i| weighed[i].1).sum::<i32>()
    };
    let mut best = (i32::MIN, 0..0, 0..0);
    for cut in (0..=n).rev() {
        let score = sum(0..cut, cut..n);
        if score > best.0 {
            best = (score, 0..cut, cut..n);
        }
    }
    for cut in 1..n {
        let score = sum(cut..n, 0..cut);
        if score > best.0 {
            best = (score, cut..n, 0..cut);
        }
    }
    (best.1, best.2)
}

/// What a part weighs as job and as organisation.
fn weights(ctx: Context, parts: &[Part], at: usize) -> (i32, i32) {
    let part = &parts[at];
    let grade = |e: Evidence| match e {
        Evidence::None => 0,
        Evidence::Weak => 2,
        Evidence::Likely => 5,
        Evidence::Strong => 9,
    };
    // A job named late in what follows a job is another matter: "The Daily and author of Book".
    let second = at > 0 && part.job == Evidence::Weak && parts[at - 1].job == Evidence::Strong;
    let lone = parts.len() == 1 && part.job == Evidence::Weak;
    let own = if second || lone {
        Evidence::None
    } else {
        part.job
    };
    let mut job = grade(own) - grade(part.organisation) / 2;
    let mut organisation = grade(part.organisation) - grade(own) + 1;
    let later = parts[at + 1..]
        .iter()
        .any(|p| p.organisation >= Evidence::Likely && p.job < Evidence::Likely);
    let opened = at > 0
        && parts[..at]
            .iter()
            .any(|p| ctx.is_one_of(List::JobOpen, ctx.slice(p.tokens)));
    let unit = head(part.tokens).iter().any(|t| t.has(Flags::UNIT));
    let strong = part.organisation == Evidence::Strong && !unit;
    // Of two parts that nothing tells apart, the first is the job.
    let unsaid = |p: &Part| p.job == Evidence::None && p.organisation < Evidence::Likely;
    // Nobody prints words that say nothing before the job that they belong to.
    if at == 0 && unsaid(part) && parts.get(1).is_some_and(|p| p.job == Evidence::Strong) {
        job -= 3;
    }
    if at == 0 && parts.len() > 1 && parts.iter().all(unsaid) {
        job += 3;
    }
    let directly = at > 0
        && at + 1 < parts.len()
        && ctx.is_one_of(List::JobOpen, ctx.slice(parts[at - 1].tokens));
    let later = later || directly && part.organisation < Evidence::Likely;
    // "Head, Housing Unit" and "Director of A, B and C, ORG": what follows an open post belongs to it.
    let bare = at > 0 && ctx.is_one_of(List::JobHead, ctx.slice(parts[at - 1].tokens));
    if at > 0
        && !strong
        && part.job < Evidence::Likely
        && (later || bare)
        && (opened || part.organisation < Evidence::Likely || unit)
    {
        job = job.max(0) + 7;
        organisation = organisation.min(4);
    }
    (job, organisation)
}

fn join(parts: &[Part]) -> Option<Range<usize>> {
    Some(parts.first()?.tokens.first()?.start..parts.last()?.tokens.last()?.end)
}

/// A job without organisation: `Regional Coordinator ABCD`, `Director of the Centre for X`, `Mayor of Y, Country`.
fn part_job(ctx: Context, last: &Part, found: &mut Affiliation) {
    let Some(job) = found.job.clone() else { return };
    let tokens = last.tokens;
    if let Some(at) = organisation_at_end(ctx, tokens) {
        found.job = Some(job.start..tokens[at - 1].end);
        found.organisation = cover(&tokens[at..]);
        return;
    }
    // `Minister of State for Ponds`: the post has an `of` of its own.
    let posts = ctx.words.lexicon.list(List::JobOfState);
    let own = posts.starts(ctx.slice(tokens)).unwrap_or(0);
    let behind = tokens.first().map_or(0, |t| t.start) + own;
    let Some(of) = tokens
        .iter()
        .position(|t| t.start >= behind && is_of(ctx, t))
    else {
        return;
    };
    let Some(after) = tokens[of..].iter().position(|t| !t.has(Flags::CONNECTOR)) else {
        return;
    };
    let body = &tokens[of + after..];
    if of == 0 || !tokens[..of].iter().any(|t| t.has(Flags::JOB)) {
        return;
    }
    let at = ctx.text[tokens[of].range()].len() == 2
        && !ctx.text[tokens[of].range()].eq_ignore_ascii_case("of");
    let name = ctx.slice(body);
    let evidence = organisation_evidence(ctx.text, body, ctx.words, ctx.known);
    let is_place = place(name).is_some();
    let unit = body.last().is_some_and(|t| t.has(Flags::UNIT))
        || head(body).iter().any(|t| t.has(Flags::UNIT));
    let long = body.len() > 1 || body.iter().any(|t| is_sign(t, ctx.text, ctx.known));
    if is_place || !unit && long && (evidence >= Evidence::Likely) || at && !unit {
        found.job = Some(job.start..tokens[of - 1].end);
        let end = found
            .place
            .take_if(|_| is_place)
            .map_or(body[body.len() - 1].end, |p| p.end);
        found.organisation = Some(body[0].start..end);
    } else if let Some(at) = of_country(ctx, &tokens[..of], body) {
        found.job = Some(job.start..body[at - 2].end);
        found.organisation = cover(&body[at..]);
    } else if unit {
        found.organisation = owner_of_unit(ctx, body);
    }
}

/// Where the country begins behind the last `of`: `Minister of Ponds of Kenya`.
fn of_country(ctx: Context, post: &[Token], body: &[Token]) -> Option<usize> {
    let posts = ctx.words.lexicon.list(List::JobOfState);
    if !posts.is(ctx.slice(post)) {
        return None;
    }
    let of = body
        .iter()
        .rposition(|t| is_of(ctx, t))
        .filter(|&of| of > 0)?;
    let name = body.get(of + 1..).filter(|n| !n.is_empty())?;
    country(ctx.slice(name)).map(|_| of + 1)
}

/// `of`, `at`, `from` between a job and its organisation.
fn is_of(ctx: Context, token: &Token) -> bool {
    token.is_word()
        && !token.has(Flags::CAPITAL)
        && ctx.is_one_of(List::From, &ctx.text[token.range()])
}

/// Where an organisation begins that stands behind a job without a comma.
fn organisation_at_end(ctx: Context, tokens: &[Token]) -> Option<usize> {
    let job = tokens.iter().position(|t| t.has(Flags::JOB))?;
    let joined = |at: usize| tokens[at - 1].has(Flags::CONNECTOR);
    let tail = tokens
        .iter()
        .rposition(|t| !is_sign(t, ctx.text, ctx.known))
        .map_or(0, |i| i + 1);
    if tail < tokens.len() && tail > job && !joined(tail) {
        return Some(tail);
    }
    let words = |at: usize| ctx.slice(&tokens[at..]);
    let fits = |at: &usize| {
        let named = ctx.known.is_organisation(words(*at))
            || ctx.is_one_of(List::OrganisationName, words(*at));
        named && !joined(*at)
    };
    if let Some(at) = (job + 1..tokens.len()).find(fits) {
        return Some(at);
    }
    let last = tokens.last()?;
    let firm = last.has(Flags::ORGANISATION)
        && ctx.is_one_of(List::OrganisationFirm, &ctx.text[last.range()]);
    let plain = tokens[job + 1..].iter().all(|t| t.has(Flags::CAPITAL));
    (firm && plain && tokens.len() > job + 2).then_some(job + 1)
}

/// The organisation at the head of one of its boards: `Chair of River Alliance Management Board`.
fn owner_of_unit(ctx: Context, body: &[Token]) -> Option<Range<usize>> {
    let end = body
        .iter()
        .rposition(|t| t.has(Flags::ORGANISATION) || is_sign(t, ctx.text, ctx.known))?
        + 1;
    let owner = &body[..end];
    let known = ctx.known.is_organisation(ctx.slice(owner))
        || owner.len() > 1
        || owner.iter().any(is_acronym);
    (known
        && end < body.len()
        && !owner
            .iter()
            .any(|t| t.has(Flags::UNIT.with(Flags::CONNECTOR))))
    .then(|| cover(owner))?
}

/// `The Daily and author of Book`: a second job ends the organisation.
fn cut_second_job(last: &Part, found: &mut Affiliation) {
    let tokens = last.tokens;
    let second = (1..tokens.len()).find(|&i| {
        tokens[i - 1].has(Flags::AND) && tokens[i].has(Flags::JOB) && !tokens[i].has(Flags::CAPITAL)
    });
    if let (Some(at), Some(range)) = (second.filter(|&i| i > 1), &mut found.organisation)
        && cover(tokens).is_some_and(|all| all.end == range.end)
    {
        range.end = tokens[at - 2].end;
    }
}

/// A part of a state is named by its country: `Ministry of Health, Kenya`.
fn join_state(ctx: Context, last: &Part, country_part: Option<&Part>, found: &mut Affiliation) {
    let of_state = ctx
        .words
        .lexicon
        .list(List::StateBody)
        .found_in(ctx.slice(last.tokens))
        || last.organisation < Evidence::Weak;
    let is_country = country_part.is_some_and(|p| country(ctx.slice(p.tokens)).is_some());
    let lone = last.organisation < Evidence::Likely && last.tokens.len() == 1;
    if let (true, true, false, Some(range)) = (of_state, is_country, lone, &mut found.organisation)
        && let Some(place) = found.place.clone().filter(|p| p.start >= range.end)
    {
        range.end = place.end;
        found.place = None;
    }
}

/// Leaves out `the` and other small words at the start.
pub(super) fn without_article(ctx: Context, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while let Some((word, rest)) = ctx.text[start..range.end].split_once(' ') {
        if !matches!(word, "the" | "of" | "from" | "at" | "with") {
            break;
        }
        start = range.end - rest.trim_start().len();
    }
    let lexicon = ctx.words.lexicon;
    if start > range.start || lexicon.lang() == Lang::En {
        return start..range.end;
    }
    start + small_words(&ctx.text[start..range.end], lexicon)..range.end
}

/// The bytes of `de la `, `l'`, `del ` before what has a capital.
fn small_words(text: &str, lexicon: &Lexicon) -> usize {
    let mut at = 0;
    while text[at..].starts_with(char::is_lowercase) {
        let small = [List::From, List::Article].into_iter();
        let len = small
            .filter_map(|l| lexicon.list(l).starts(&text[at..]))
            .max();
        let Some(len) = len.filter(|&len| len < text[at..].len()) else {
            return 0;
        };
        let rest = &text[at + len..];
        at += len + rest.len() - rest.trim_start().len();
    }
    at
}
