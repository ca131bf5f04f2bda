//! Tasks that minutes tell in a plain sentence: `Jo to book the hall.`, `Jo and Ms Sample will send the list.`

use super::owner::{Doers, is_capitalised};
use super::subject::without_leading;
use crate::extract::Extraction;
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::person::is_given_name;
use crate::voice::is_initials;

/// So many bytes at most name who is to do it.
const WHO: usize = 40;

/// Whether a sentence has a participant or an office do something in the manner of minutes: `Jo to book the hall.`
pub(super) fn is_bare_task(doers: &Doers, text: &str) -> bool {
    let lexicon = doers.lexicon;
    let office = |w: &str| {
        let bare = without_leading(lexicon, w, List::Article);
        lexicon.list(List::OutcomeActor).is(bare)
    };
    let known = |w: &str| office(w) || is_participant(doers, w) || is_role(doers, w);
    parted(doers.lexicon, text, List::OutcomeTo).is_some_and(|(who, _)| all(who, known))
}

/// Whether a sentence of minutes has participants promise something: `Jo will send the list.`, `Jo agreed to send it.` What
/// they will be or have is told of them, and no task.
pub(super) fn is_promise(doers: &Doers, text: &str) -> bool {
    let lexicon = doers.lexicon;
    let does = |next: &str| {
        let mut words = next.split([' ', ',', '.']);
        let word = words.next().unwrap_or("");
        // `Jo will be sending the list.`
        let doing = words
            .next()
            .is_some_and(|w| w.len() > 4 && w.ends_with("ing"));
        let lists = [List::OutcomeNotAct, List::OutcomeNotTask];
        let told = lists.iter().any(|&l| lexicon.list(l).is(word));
        doing && word == "be" || !told && !lexicon.list(List::QuantityDeterminer).is(word)
    };
    let named = |w: &str| {
        let title = lexicon.list(List::Honorific).starts(w.trim()).unwrap_or(0);
        let name = w.trim()[title..].trim_start_matches('.').trim_start();
        // `Mr Rooke would call`: a title shows a person, whom no list need name.
        let titled = title > 0 && (1..=2).contains(&name.split(' ').count());
        let person = titled && name.split(' ').all(is_capitalised);
        person || is_somebody(name) || is_participant(doers, name) || is_office(doers, w.trim())
    };
    let promised = [List::OutcomeWill, List::OutcomeCommit];
    future_doer(doers, text).is_some()
        || promised.iter().any(|&words| {
            parted(doers.lexicon, text, words)
                .is_some_and(|(who, next)| does(next) && all(who, named))
        })
}

/// So many words at most name a participant.
const NAMES: usize = 3;

/// Whom a sentence has do something by the ending of its verb: `Luc Petit enverra la lettre`. English has a word for it.
pub(super) fn future_doer<'t>(doers: &Doers, text: &'t str) -> Option<&'t str> {
    let lexicon = doers.lexicon;
    if lexicon.lang() == Lang::En {
        return None;
    }
    let own = behind_adverb(lexicon, text);
    let blanks = memchr::memchr_iter(b' ', own.as_bytes()).take(NAMES);
    let mut found = blanks.filter(|&end| {
        let mut words = own[end + 1..].split([' ', ',', '.']);
        let word = words.next().unwrap_or("");
        let mut endings = lexicon.list(List::OutcomeFutureEnding).iter();
        word.starts_with(char::is_lowercase)
            && endings.any(|e| word.len() > e.len() + 2 && word.ends_with(e))
            && !lexicon.list(List::OutcomeNotTask).is(word)
            && words.next().is_some()
    });
    let who = &own[..found.next()?];
    is_participant(doers, who).then_some(who)
}

/// Whether a sentence of minutes has somebody do something whom no list names: `Olu Person to book the hall.`, `Director to
/// write.`
pub(super) fn is_named_task(doers: &Doers, text: &str) -> bool {
    let named = |who: &str| is_somebody(who) || is_office(doers, who);
    parted(doers.lexicon, text, List::OutcomeTo).is_some_and(|(who, _)| all(who, named))
}

/// Whether a sentence of minutes has somebody whom the report names take on a task: `Jo agreed to book the hall.`
pub(in crate::tables) fn takes_on(x: &Extraction, text: &str) -> bool {
    gives(x, text, &[List::OutcomeCommit])
}

/// Whether it has him do something in any of these ways: `Jo to book the hall.`, `Jo will book it.`
pub(in crate::tables) fn gives_task(x: &Extraction, text: &str) -> bool {
    gives(
        x,
        text,
        &[List::OutcomeTo, List::OutcomeWill, List::OutcomeCommit],
    )
}

fn gives(x: &Extraction, text: &str, words: &[List]) -> bool {
    let reports = x.data.reports.first();
    let minutes = reports.and_then(|r| r.document_type.value) == Some("minutes");
    let known = |who: &str| {
        let title = x.lexicon.list(List::Honorific).starts(who).unwrap_or(0);
        let name = who[title..].trim_start_matches(['.', ' ']);
        let letters = || is_initials(name) && x.roster.find_initials(name).is_some();
        name.starts_with(char::is_uppercase) && (x.roster.find(name).is_some() || letters())
    };
    let told = |&list: &List| {
        let found = parted(x.lexicon, text, list);
        found.is_some_and(|(who, next)| {
            let word = next.split(' ').next().unwrap_or("");
            !x.lexicon.list(List::QuantityDeterminer).is(word) && all(who, known)
        })
    };
    minutes && words.iter().any(told)
}

/// A given name with a name or two behind it.
fn is_somebody(who: &str) -> bool {
    let mut words = who.split(' ');
    let given = words.clone().next().is_some_and(is_given_name);
    given && (2..=3).contains(&words.clone().count()) && words.all(is_capitalised)
}

/// So many words at most say what is to be done with a thing.
const THING: usize = 9;

/// Whether a line of terse minutes says what is to be done, and not by whom: `Drain to be reported to the county.`
pub(super) fn is_to_be_done(lexicon: &Lexicon, text: &str) -> bool {
    let Some(words) = lexicon.list(List::OutcomeToBe).find(text) else {
        return false;
    };
    let thing = text[..words.start].trim_end();
    let next = text[words.end..]
        .trim_start()
        .split([' ', '.', ',', ';'])
        .next();
    let next = next.unwrap_or("");
    let verbs = [
        List::OutcomeCopula,
        List::OutcomeNotAct,
        List::OutcomeFuture,
        List::OutcomePast,
        List::OutcomeFor,
        List::SayAdverb,
        List::SayVerb,
        List::OutcomeVerbDecision,
        List::OutcomeVerbConclusion,
    ];
    let capital = thing.starts_with(char::is_uppercase);
    let done = next.ends_with("ed") || lexicon.list(List::OutcomeParticiple).is(next);
    lexicon.lang() == Lang::En
        && capital
        && done
        && !lexicon.list(List::OutcomePending).is(next)
        && (1..=THING).contains(&thing.split(' ').count())
        && !thing.contains('(')
        && !verbs.iter().any(|&v| lexicon.list(v).found_in(thing))
}

/// The clause at the end of a line of minutes: `The hedge is in the way, Clerk to write to the owner.`
pub(super) fn last_clause(text: &str) -> Option<&str> {
    let signs = [", ", " - ", " \u{2013} ", "; "];
    let ends = signs.iter().filter_map(|s| Some(text.rfind(s)? + s.len()));
    ends.max().map(|end| &text[end..])
}

/// The clause in which a sentence ends that has somebody promise what follows from the rest: `The lock is rusty, so Jo will
/// buy one.`
pub(super) fn promised_at_end<'t>(doers: &Doers, text: &'t str) -> Option<&'t str> {
    let hence = doers.lexicon.list(List::OutcomeHence);
    let clause = hence
        .find_iter(text)
        .last()
        .map(|(word, _)| &text[word.end..]);
    clause.map(str::trim_start).filter(|c| is_promise(doers, c))
}

/// Whether the last clause of a sentence gives somebody a task.
pub(super) fn ends_in_task(doers: &Doers, text: &str) -> bool {
    if promised_at_end(doers, text).is_some() {
        return true;
    }
    let clause = last_clause(text).filter(|_| text.ends_with('.'));
    // `4 May, place to be found`: nobody does it.
    let open = |own: &str| doers.lexicon.list(List::OutcomeToBe).found_in(own);
    let starts = |own: &str| own.starts_with(char::is_uppercase);
    clause.is_some_and(|own| {
        starts(own) && !open(own) && (is_bare_task(doers, own) || is_named_task(doers, own))
    })
}

/// Who stands before the first word of the list, and the verb with the rest behind it. Other languages have no word
/// before the verb that shows a task, but where somebody takes one on.
fn parted<'t>(lexicon: &Lexicon, text: &'t str, words: List) -> Option<(&'t str, &'t str)> {
    let found = lexicon.list(words).find(text);
    let english = lexicon.lang() == Lang::En;
    let word = found.filter(|_| english || words == List::OutcomeCommit)?;
    let who = behind_adverb(lexicon, text[..word.start].trim_end());
    let next = text[word.end..].trim_start();
    let verb = next.starts_with(char::is_lowercase);
    (verb && who.len() <= WHO && !who.is_empty()).then_some((who, next))
}

/// Behind the adverb that opens a sentence: `Additionally Jo`. `All` may be who is to do it.
pub(super) fn behind_adverb<'t>(lexicon: &Lexicon, who: &'t str) -> &'t str {
    let own = without_leading(lexicon, who, List::OutcomeAdverb).trim_start_matches([',', ' ']);
    if own.is_empty() { who } else { own }
}

/// Who is only to see to it: `Clerk to action`.
pub(super) fn sees_to_it<'t>(lexicon: &Lexicon, text: &'t str) -> Option<&'t str> {
    let (who, next) = parted(lexicon, text, List::OutcomeTo)?;
    let only = lexicon.list(List::OutcomeLabelActionItem);
    only.is(next.trim_end_matches(['.', ' '])).then_some(who)
}

/// Whether each of those named together is one that `known` takes.
fn all(who: &str, known: impl Fn(&str) -> bool) -> bool {
    let signed = who.split([',', '/', '&', '+']);
    let mut parts = signed
        .flat_map(|p| p.split(" and "))
        .map(str::trim)
        .filter(|p| !p.is_empty());
    parts.all(known)
}

/// `The Clerk`: one who holds an office of the body that met, and not the body.
fn is_office(doers: &Doers, who: &str) -> bool {
    let bare = without_leading(doers.lexicon, who, List::Article);
    let lists = [
        List::OutcomeGroup,
        List::OutcomeQuantity,
        List::OutcomePartial,
    ];
    let body = lists.iter().any(|&l| doers.lexicon.list(l).is(bare));
    let named = bare.starts_with(char::is_uppercase);
    let actor = doers.lexicon.list(List::OutcomeActor).is(bare) && bare.len() < who.len();
    // `Director will write`: an office that one holds needs no article.
    let held = || bare.len() == who.len() && doers.lexicon.list(List::SayOffice).is(bare);
    named && !body && (actor || held())
}

/// `Task team leaders`, `Working group chairs`: those who hold a post, by the post alone.
pub(super) fn is_role(doers: &Doers, who: &str) -> bool {
    let lexicon = doers.lexicon;
    let words = || who.split(' ');
    let Some(one) = words().next_back().and_then(|w| w.strip_suffix('s')) else {
        return false;
    };
    let small = |w: &str| lexicon.list(List::SmallWord).is(w) || lexicon.list(List::Article).is(w);
    let posts = [List::SayOffice, List::RoleLead].map(|l| lexicon.list(l));
    who.starts_with(char::is_uppercase)
        && (2..=5).contains(&words().count())
        && !who.contains([':', ','])
        && !words().any(small)
        && posts.iter().any(|p| p.is(one))
}

/// Initials of a participant, or words that are all of participants' names.
fn is_participant(doers: &Doers, who: &str) -> bool {
    let named = |n: &str| doers.has_name(&n.to_lowercase());
    // `Rik S.`: the letter by which a list parts two of one name.
    let letter = |n: &str| {
        let mut letters = n.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let mut words = who.split_whitespace();
    doers.initials.contains(who)
        || who.starts_with(char::is_uppercase)
            && words.next().is_some_and(named)
            && words.all(|w| named(w) || letter(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doers() -> Doers {
        Doers::new(Lang::En.lexicon(), ["Olu Person"].into_iter())
    }

    #[test]
    fn somebody_to_do_something() {
        let is = |t: &str| is_bare_task(&doers(), t);
        assert!(is("Olu to book the hall."));
        assert!(is("Clerk to write to the mill."));
        assert!(is("OP to write to the mill."));
        assert!(is("OP, Olu and the Secretary to write."));
        assert!(is("Task team leaders to send their plans."));
        assert!(is("Working group chairs to write to the mill."));
        assert!(!is("Encouraging patients to walk."));
        assert!(!is("There were no visitors to thank."));
        assert!(!is("OQ to write to the mill."));
        assert!(!is("Thanks to all."));
        assert!(!is("Olu drove to the mill."));
    }

    #[test]
    fn somebody_whom_no_list_names() {
        let is = |t: &str| is_named_task(&doers(), t);
        assert!(is("Peter Sample to mend the gate."));
        assert!(!is("Thanks to all."));
        assert!(!is("Peter Sample drove to the mill."));
        assert!(!is("Access to the mill is free."));
    }

    #[test]
    fn what_is_to_be_done_and_by_whom_at_the_end() {
        let is = |t: &str| is_to_be_done(Lang::En.lexicon(), t);
        assert!(is("Drain to be reported to the county."));
        assert!(is("A letter to be sent to the miller."));
        assert!(!is("Date of the next meeting to be confirmed."));
        assert!(!is("Waiting for the wheel to be mended."));
        assert!(!is("What has to be done"));
        assert!(!is("The wheel is to be mended."));
        let ends = |t: &str| ends_in_task(&doers(), t);
        assert!(ends(
            "The hedge is in the way, Clerk to write to the owner."
        ));
        assert!(!ends("The hedge is in the way, close to the road."));
    }

    #[test]
    fn what_somebody_does_about_it() {
        let end = |t: &'static str| promised_at_end(&doers(), t);
        let clause = Some("Olu will oil it.");
        assert_eq!(end("The wheel squeaks, so Olu will oil it."), clause);
        assert_eq!(end("The wheel squeaks and Olu will oil it."), None);
    }

    #[test]
    fn what_somebody_will_do_without_a_word_for_it() {
        let who = |lang: Lang, t: &'static str| {
            let doers = Doers::new(lang.lexicon(), ["Olu Person"].into_iter());
            future_doer(&doers, t)
        };
        let olu = Some("Olu Person");
        assert_eq!(who(Lang::Fr, "Olu Person enverra la lettre."), olu);
        assert_eq!(who(Lang::Fr, "Olu Person sera absent."), None);
        assert_eq!(who(Lang::Es, "Olu Person enviar\u{e1} la carta."), olu);
        assert_eq!(who(Lang::Es, "La carta llegar\u{e1} en mayo."), None);
        assert_eq!(who(Lang::En, "Olu Person opera fan."), None);
    }

    #[test]
    fn somebody_who_will_do_something() {
        let is = |t: &str| is_promise(&doers(), t);
        assert!(is("Olu will book the hall by May."));
        assert!(is("Ms. Person and OP will write to the mill."));
        assert!(is("The Clerk will write to the mill."));
        assert!(is("Director will write to the mill."));
        assert!(is("Olu agreed to look for a miller."));
        assert!(is("Ms. Person volunteered to head the group."));
        assert!(is("Olu will be writing to the mill."));
        assert!(is("Additionally Olu will ask the miller."));
        assert!(is("Olu P. will ask the miller."));
        assert!(!is("Olu agreed to the price."));
        assert!(!is("The Committee will meet at the mill."));
        assert!(!is("Members will bring bread."));
        assert!(!is("Olu will be away in May."));
        assert!(!is("The mill will close in May."));
        assert!(!is("Olu said that he will come."));
    }
}
