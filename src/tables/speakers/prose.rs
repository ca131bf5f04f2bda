//! People whom a sentence gives a role: `X moderated`, `led by X`, `The session included A, Mayor of B; C, D`.

use super::Found;
use super::boxes::{self, person};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List, PerLang, Tagged};
use crate::outline::UnitKind;
use crate::span::Spans;
use crate::voice::{Who, named, people, subject};
use std::ops::Range;

/// What somebody did, with the role that it shows.
const DID: &[(List, &str)] = &[
    (List::DidModerate, "moderator"),
    (List::DidChair, "chair"),
    (List::DidFacilitate, "facilitator"),
    (List::DidReport, "rapporteur"),
    (List::DidHost, "host"),
    (List::DidOpen, "speaker"),
    (List::DidJoin, "other"),
];

/// What was done by somebody, with the role.
const BY: &[(List, &str)] = &[
    (List::ByKeynote, "keynote"),
    (List::ByModerator, "moderator"),
    (List::ByChair, "chair"),
    (List::ByFacilitator, "facilitator"),
    (List::BySpeaker, "speaker"),
];

/// The words of [`BY`] as one set.
fn by(lexicon: &Lexicon) -> &'static Tagged<&'static str> {
    static SETS: PerLang<Tagged<&str>> = PerLang::new();
    SETS.of(lexicon.lang(), || Tagged::new(lexicon, BY.iter().copied()))
}

/// All words of which one stands in every sentence that gives somebody a role: most texts have none of them.
fn cues(lexicon: &Lexicon) -> &'static Tagged<()> {
    static SETS: PerLang<Tagged<()>> = PerLang::new();
    SETS.of(lexicon.lang(), || {
        let others = [
            List::Did,
            List::DoingChair,
            List::DoingModerate,
            List::Included,
            List::RoleReach,
            List::DidMade,
            List::DidMakes,
        ];
        let lists = BY.iter().map(|(list, _)| *list).chain(others);
        Tagged::new(lexicon, lists.map(|list| (list, ())))
    })
}

/// So many people may have done one thing together.
const MOST_JOINED: usize = 8;

/// How far into a sentence the subject may stand, in bytes.
const LEAD: usize = 160;

/// The people of every sentence that gives one a role.
pub(super) fn read(x: &Extraction) -> Vec<Found> {
    let mut found = Vec::new();
    for (i, unit) in x.free_units() {
        let is_prose = matches!(
            unit.kind,
            UnitKind::Paragraph | UnitKind::Caption | UnitKind::Item
        );
        if !is_prose || !cues(x.lexicon).may_stand_in(unit.text()) {
            continue;
        }
        for sentence in x.sentences(i) {
            if !cues(x.lexicon).may_stand_in(&unit.text()[sentence.clone()]) {
                continue;
            }
            let mut said = Sentence {
                x,
                unit: i,
                flow: &unit.flow,
                range: sentence.clone(),
                found: &mut found,
            };
            said.doers();
            said.done_by();
            said.made();
            said.included();
            said.reached();
        }
    }
    found
}

/// A sentence being read.
struct Sentence<'r, 'a> {
    x: &'r Extraction<'a>,
    unit: usize,
    flow: &'r Flow<'a>,
    range: Range<usize>,
    found: &'r mut Vec<Found>,
}

impl Sentence<'_, '_> {
    fn text(&self) -> &str {
        &self.flow.as_str()[..self.range.end]
    }

    fn lex(&self) -> &'static Lexicon {
        self.x.lexicon
    }

    fn push(&mut self, who: &Who, role: &'static str, rule: &'static str) {
        if who.delegation {
            return;
        }
        let words = self.flow.as_str()[who.name.clone()].split(' ').count();
        let known = || {
            self.x
                .roster
                .find(&self.flow.as_str()[who.name.clone()])
                .is_some()
        };
        if words < 2 && who.honorific.is_empty() && !known() {
            return;
        }
        let mut who = who.clone();
        // `The session, chaired by X, convened at noon`
        let job = &self.flow.as_str()[who.job_title.clone()];
        let acts = [
            List::EventHeld,
            List::OutcomeCopula,
            List::SayVerb,
            List::GroupVerb,
        ];
        if acts
            .iter()
            .any(|&l| self.lex().list(l).starts(job).is_some())
        {
            who.job_title = 0..0;
        }
        self.found.push(Found {
            unit: self.unit,
            role,
            person: person(self.flow, &who),
            email: Default::default(),
            from: Spans::NONE,
            rule,
        });
    }

    /// `X, Chair of Y, moderated the panel`, also behind `On 9 June,` and `In chairing the session,`.
    fn doers(&mut self) {
        let lex = self.lex();
        let start = self.range.start;
        let limit = self.range.end.min(start + LEAD);
        let bytes = &self.flow.as_str().as_bytes()[start..limit];
        let commas = memchr::memchr_iter(b',', bytes)
            .map(|c| start + c + 2)
            .take(3);
        let said = &self.text()[self.range.clone()];
        let starts: Vec<usize> = match lex.list(List::Did).found_in(said) {
            true => std::iter::once(start).chain(commas).collect(),
            false => Vec::new(),
        };
        for at in starts.into_iter().filter(|&s| s < self.range.end) {
            if !self.text().is_char_boundary(at) {
                continue;
            }
            // `X of Some Fund said that the closed season ...`: what he did is the first verb.
            let said = |who: &Who| {
                let body = &self.text()[who.organisation.clone()];
                let verb = lex.list(List::SayVerb).find(body);
                verb.is_some_and(|v| body[v.end..].trim_start().starts_with(char::is_lowercase))
            };
            let does = subject(self.text(), at, lex, List::Did).filter(|(who, _)| !said(who));
            if let Some((who, verb)) = does {
                let behind = self.text()[verb.end..].trim_start();
                // `opened by saying` is what he did.
                let whom = lex
                    .list(List::LabelBy)
                    .starts(behind)
                    .map(|len| &behind[len..]);
                let by = whom.is_some_and(|w| w.trim_start().starts_with(char::is_uppercase));
                let verb = &self.text()[verb.start..];
                // `X, moderated by Y`: somebody else does it.
                let passive = [List::ByModerator, List::ByChair, List::ByFacilitator];
                let done = by || passive.iter().any(|l| lex.list(*l).starts(verb).is_some());
                let role = DID
                    .iter()
                    .find(|(l, _)| !done && lex.list(*l).starts(verb).is_some());
                if let Some((_, role)) = role {
                    let role = self.called(start..at).unwrap_or(role);
                    self.push(&who, role, "prose-verb");
                }
                return;
            }
            if let Some((who, role)) = self.does_next(at) {
                self.push(&who, role, "prose-verb");
                return;
            }
        }
        self.chairing(start, limit);
    }

    /// The role of whoever is named behind it: `The Chair of the Working Group, Ms X, opened the meeting`.
    fn called(&self, before: Range<usize>) -> Option<&'static str> {
        let lex = self.lex();
        let label = self.text()[before].trim_end().strip_suffix(',')?;
        let the = lex.list(List::Article).starts(label)?;
        let chairs = lex.list(List::RoleChair).starts(label[the..].trim_start());
        chairs.map(|_| "chair")
    }

    /// `X was appointed rapporteur`, `The meeting elected X as chairman of the session`: the role that a meeting gave.
    fn made(&mut self) {
        if let Some((who, role)) = self.was_made().or_else(|| self.makes()) {
            self.push(&who, role, "prose-made");
        }
    }

    fn was_made(&self) -> Option<(Who, &'static str)> {
        let (lex, text) = (self.lex(), self.text());
        if !lex.list(List::DidMade).found_in(&text[self.range.clone()]) {
            return None;
        }
        let (who, verb) = subject(text, self.range.start, lex, List::DidMade)?;
        Some((who, self.role_at(verb.end)?))
    }

    fn makes(&self) -> Option<(Who, &'static str)> {
        let (lex, text) = (self.lex(), self.text());
        let said = &text[self.range.clone()];
        let hit = lex.list(List::DidMakes).find(said)?;
        let from = self.range.start + hit.end;
        let mut marks = lex.list(List::DidMadeAs).find_iter(&said[hit.end..]);
        let (end, role) = marks.find_map(|(mark, _)| {
            let at = from + mark.start;
            Some((at, self.role_at(at)?))
        })?;
        let who = people(text, from..end, lex).into_iter().next()?;
        Some((who, role))
    }

    /// The role that stands at a place, the words before it left out: `as the chair of the meeting`, `rapporteur`.
    fn role_at(&self, at: usize) -> Option<&'static str> {
        let lex = self.lex();
        let mut rest = self.text()[at..].trim_start();
        for list in [List::DidMadeAs, List::Article] {
            let len = lex.list(list).starts(rest).unwrap_or(0);
            rest = rest[len..].trim_start();
        }
        if lex.list(List::RoleRapporteur).starts(rest).is_some() {
            return Some("rapporteur");
        }
        // The chair of a body is an office; that of a meeting is a role in it.
        let len = lex.list(List::DidMadeChair).starts(rest)?;
        let what = rest[len..].trim_start();
        let the = lex.list(List::Article).starts(what).unwrap_or(0);
        let meeting = lex.list(List::EventNoun).starts(what[the..].trim_start());
        meeting.map(|_| "chair")
    }

    /// `X thanked the guests and closed the meeting`: what whoever speaks does besides.
    fn does_next(&self, at: usize) -> Option<(Who, &'static str)> {
        let (lex, text) = (self.lex(), self.text());
        let (who, verb) = subject(text, at, lex, List::SayVerb)?;
        let more = lex.list(List::And).find_iter(&text[verb.end..]);
        let mut next = more.map(|(and, _)| text[verb.end + and.end..].trim_start());
        let does = |own: &str| DID.iter().find(|(l, _)| lex.list(*l).starts(own).is_some());
        next.find_map(does).map(|(_, role)| (who, *role))
    }

    /// `In chairing the session, X referred ...`.
    fn chairing(&mut self, start: usize, limit: usize) {
        let lex = self.lex();
        let text = self.text();
        let role = [
            (List::DoingChair, "chair"),
            (List::DoingModerate, "moderator"),
        ]
        .into_iter()
        .find(|(l, _)| lex.list(*l).starts(&text[start..]).is_some());
        let comma = memchr::memchr(b',', &text.as_bytes()[start..limit]).map(|c| start + c + 2);
        let (Some((_, role)), Some(at)) = (
            role,
            comma.filter(|&c| text.is_char_boundary(c) && c < text.len()),
        ) else {
            return;
        };
        if let Some(who) = named(text, at, lex) {
            self.push(&who, role, "prose-verb");
        }
    }

    /// `was led by X, Chair of Y, and ...`, `a keynote address on Z by X, Y`.
    fn done_by(&mut self) {
        let lex = self.lex();
        let text = self.text();
        let said = &text[self.range.clone()];
        let mut all = Vec::new();
        // Most sentences have none of them.
        if !by(lex).found_in(said) {
            return;
        }
        for (list, role) in BY {
            for (hit, _) in lex.list(*list).find_iter(said) {
                let at = self.range.start + hit.end;
                // Only a keynote may have its topic before whoever gives it.
                let last = said[..hit.end].rsplit(' ').next().unwrap_or("");
                let direct = *list != List::ByKeynote || lex.list(List::LabelBy).is(last);
                let by = match direct {
                    true => Some(at),
                    false => self.by_behind(at),
                };
                let Some(start) = by.filter(|&b| text[b..].starts_with(' ')) else {
                    continue;
                };
                all.extend(
                    self.those_from(start + 1, last)
                        .into_iter()
                        .map(|who| (who, *role)),
                );
            }
        }
        for (who, role) in all {
            self.push(&who, role, "prose-by");
        }
    }

    /// Whoever is named at a place, and those whom `and` joins with a title or with brackets of their own:
    /// `Prof. X (Reed Lab) and Dr. Y (Mill Trust)`.
    /// Each may have the word `by` of the first again.
    fn those_from(&self, start: usize, by: &str) -> Vec<Who> {
        let (lex, text) = (self.lex(), self.text());
        let mut end = self.aside_end(start, by);
        let mut all: Vec<Who> = people(text, start..end, lex).into_iter().take(1).collect();
        while !all.is_empty() && all.len() < MOST_JOINED {
            let behind = text[end..].trim_start_matches([',', ' ']);
            let and = lex.list(List::And).starts(behind).unwrap_or(0);
            // `by Mr X, Miller, by Ms Y, Baker, and by Mr Z`
            let rest = behind[and..].trim_start();
            let again = rest.strip_prefix(by).filter(|r| r.starts_with(' '));
            let rest = again.unwrap_or(rest).trim_start();
            if rest.len() == behind.len() {
                break;
            }
            let next = text.len() - rest.len();
            let titled = named(text, next, lex)
                .filter(|w| !w.honorific.is_empty() || text[w.name.end..].starts_with(" ("));
            end = match titled {
                Some(_) => self.aside_end(next, by),
                None => break,
            };
            all.extend(people(text, next..end, lex).into_iter().take(1));
        }
        all
    }

    /// The end of the first `by` not far behind a place.
    fn by_behind(&self, at: usize) -> Option<usize> {
        let rest = &self.text()[at..];
        let words = self.lex().list(List::LabelBy).iter();
        let found = words.filter_map(|w| Some((find_word(rest, w)?, w.len())));
        let (start, len) = found.min()?;
        let near = start < 140 && !rest[..start].contains(", and ");
        near.then_some(at + start + 1 + len)
    }

    /// Where what is said of one person ends: before `, and`, `;` or the end of the sentence.
    fn aside_end(&self, start: usize, by: &str) -> usize {
        let text = self.text();
        let rest = &text[start..];
        let and = self.lex().list(List::And).iter();
        let ands = and.filter_map(|w| {
            let at = find_word(rest, w)?;
            let parts = rest[..at].ends_with(',') || !self.joins_name(start + at, w.len() + 2);
            parts.then(|| rest[..at].trim_end_matches(',').len())
        });
        // `, by Ms Y`: the next of those who did it.
        let again = find_word(rest, by).filter(|&at| rest[..at].ends_with(','));
        let again = again.filter(|at| {
            let next = named(text, start + at + by.len() + 2, self.lex());
            next.is_some_and(|w| !w.honorific.is_empty())
        });
        let bys = again.map(|at| at - 1);
        let ends = ands.chain(bys).chain(rest.find("; "));
        let end = ends.min().unwrap_or(rest.len());
        start + rest[..end].trim_end_matches('.').len()
    }

    /// Whether `and` joins the words of an organisation's name.
    fn joins_name(&self, at: usize, len: usize) -> bool {
        let text = self.text();
        let before = text[..at].rsplit(' ').next().unwrap_or("");
        let after = text[at..].trim_start().split(' ').nth(1).unwrap_or("");
        before.starts_with(char::is_uppercase)
            && after.starts_with(char::is_uppercase)
            && named(text, at + len, self.lex()).is_none_or(|w| w.honorific.is_empty())
    }

    /// `The session included A, Mayor of B; C, D`: a list of people with semicolons.
    fn included(&mut self) {
        let lex = self.lex();
        let text = self.text();
        let said = &text[self.range.clone()];
        let Some(hit) = lex.list(List::Included).find(said) else {
            return;
        };
        // `Visitors included A and B`: they came.
        let who = lex
            .list(List::Article)
            .starts(said)
            .map_or(said, |the| said[the..].trim_start());
        if lex.list(List::AttendanceOther).starts(who).is_some() {
            return;
        }
        let start = self.range.start + hit.end;
        let all = people(text, start..self.range.end, lex);
        let on_panel = lex.list(List::PanelNoun).found_in(&said[..hit.end]);
        let role = if on_panel { "panelist" } else { "speaker" };
        // Semicolons, or what stands in brackets behind each, show a list of people; a panel may have one with a post.
        let rest = &text[start..];
        let listed = rest.contains(';') || rest.matches(" (").count() >= 2;
        let posted = |w: &Who| !w.job_title.is_empty() && !w.organisation.is_empty();
        let one = on_panel && all.len() == 1 && all.iter().all(posted);
        if !(listed && all.len() >= 2 || one) {
            return;
        }
        for who in all {
            self.push(&who, role, "prose-list");
        }
    }

    /// `For more information, please contact X at x@example.org.`
    fn reached(&mut self) {
        let said = &self.text()[self.range.clone()];
        if !said.contains('@') {
            return;
        }
        let Some(hit) = self.lex().list(List::RoleReach).find(said) else {
            return;
        };
        let range = self.range.start + hit.end..self.range.end;
        let (x, flow) = (self.x, self.flow);
        let rule = "prose-contact";
        boxes::push(x, self.unit, flow, range, "contact", rule, self.found);
    }
}

/// Where a word with a blank on each side stands in a text.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let found = text.match_indices(word).map(|(at, _)| at);
    let blank = |at: usize| text.as_bytes().get(at) == Some(&b' ');
    let mut whole = found.filter(|&at| at > 0 && blank(at - 1) && blank(at + word.len()));
    whole.next().map(|at| at - 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn whoever_thanks_and_closes_has_closed() {
        let text = "# Workshop\n\n## Closing\n\nDr. Ana Example thanked the participants and closed the workshop.\n\n\
            Mr. Bo Sample thanked Ms. Cy Test and Ms. Dee Trial.\n\nEve Probe of the Mill Trust said that the closed season was long.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told: Vec<_> = data.speakers.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(told, ["Ana Example"]);
    }

    #[test]
    fn each_of_several_has_a_by_of_his_own() {
        let text = "# R\u{e9}union du Comit\u{e9} des moulins\n\n4 mai 2031\n\n## Ouverture\n\n\
            Le Comit\u{e9} a pris note des discours prononc\u{e9}s par M. Paul Exemple, Directeur de l'Office des roues, \
            par Mme Anne Mod\u{e8}le, Pr\u{e9}sidente du Conseil, et par Dr. Luc Essai.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told: Vec<_> = data.speakers.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(told, ["Paul Exemple", "Anne Mod\u{e8}le", "Luc Essai"]);
    }

    #[test]
    fn whom_a_meeting_chose_has_the_role() {
        let text = "# Workshop\n\n## Opening\n\nThe Chair of the Group, Ms Ana Example (Chad), opened the meeting.\n\n\
            The meeting elected Dr Bo Sample, Reed Office, as chairman of the session.\n\n\
            Ms Cy Test (Peru) was appointed rapporteur.\n\nMr Dee Trial was elected Chair of the Reed Board.\n\n\
            The workshop met under the chairmanship of Dr Eve Model, Director of the Mill.\n\n\
            It was opened by Prof. Flo Probe (Reed Lab) and Dr. Gus Sample (Mill Trust), who spoke of reeds.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told = data.speakers.iter();
        let told: Vec<_> = told
            .map(|s| (s.name.as_str(), s.role.value.unwrap_or("")))
            .collect();
        let roles = [
            ("Ana Example", "chair"),
            ("Bo Sample", "chair"),
            ("Cy Test", "rapporteur"),
            ("Eve Model", "chair"),
            ("Flo Probe", "speaker"),
            ("Gus Sample", "speaker"),
        ];
        assert_eq!(told, roles);
    }
}
