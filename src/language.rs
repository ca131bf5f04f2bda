//! The language that a report is written in, decided once for the whole of it.
//!
//! A line is too short to tell a language by ("Agenda" is a word of five), and the front of a report is often a list of
//! names, so the guess is made over passages from all parts of the text.

use crate::lexicon::{Lang, List, Map};

/// Passages looked at, and bytes in each: what it takes to be sure, at a cost that does not grow with the report.
const PASSAGES: usize = 8;
const PASSAGE: usize = 1000;
/// Bytes of each passage that mostly settle it: a text of one language without doubt.
const GLANCE: usize = 125;
/// The least share of small words, in percent, by which a text is English: other languages have some of them too, at most
/// half of that. Lists and programmes are made of names and titles and have few: with a fifth as the least share, half of
/// them were asked at length what language they are in.
const PLAINLY: usize = 12;
/// Fewer words of a language say nothing.
const LEAST_WORDS: usize = 4;
/// Fewer letters say nothing.
const MIN_LETTERS: usize = 300;

/// A report's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// The lexicon that it is read with: English where the language has none.
    pub lang: Lang,
    /// Its BCP 47 tag.
    pub tag: &'static str,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        Language {
            lang,
            tag: lang.tag(),
        }
    }
}

impl Language {
    /// The language of a text; English where the text is too short or of two minds.
    pub fn of(text: &str) -> Language {
        let glance = sample(text, GLANCE);
        if is_english(&glance) {
            return Lang::En.into();
        }
        let whole = text.len() <= PASSAGES * GLANCE;
        let glance = detect(&glance).filter(|i| whole || i.confidence() >= 1.0);
        let more = || (!whole).then(|| detect(&sample(text, PASSAGE)))?;
        let found = glance.or_else(more);
        let sure = found.filter(|i| i.is_reliable());
        let tag = sure.and_then(|i| tag(i.lang().code()));
        let by_words = || by_words(&sample(text, PASSAGE)).into();
        tag.map_or_else(by_words, |tag| Language {
            lang: Lang::from_tag(tag).unwrap_or(Lang::En),
            tag,
        })
    }
}

/// Whether so many words are the small ones of English that it can be no other language: asked first because telling all
/// languages apart takes a million instructions.
fn is_english(sample: &str) -> bool {
    let small = Lang::En.lexicon().list(List::SmallWord);
    let words = sample.split(|c: char| !c.is_alphanumeric());
    let (mut all, mut own) = (0, 0);
    for word in words.filter(|w| !w.is_empty()) {
        all += 1;
        own += usize::from(small.is(word));
    }
    own * 100 >= all * PLAINLY
}

/// The language whose small words, days and months a text has by far the most of, where its letters do not tell: a
/// programme is made of titles and names.
fn by_words(sample: &str) -> Lang {
    let english = Lang::En.lexicon().list(List::SmallWord);
    let votes = |lang: Lang| {
        let lexicon = lang.lexicon();
        let small = lexicon.list(List::SmallWord);
        let dates = [lexicon.map(Map::Weekday), lexicon.map(Map::Month)];
        let words = sample.split(|c: char| !c.is_alphanumeric());
        // The lists of the others hold words of English too, which tell nothing for them.
        let shared = |w: &str| lang != Lang::En && english.is(w);
        let own = |w: &&str| small.is(w) && !shared(w) || dates.iter().any(|d| d.get(w).is_some());
        let words = words.filter(|w| w.len() > 1).filter(own).count();
        // `Compte rendu`, `Présents :` tell it where little else stands.
        let marks = [
            List::TypeMinutes,
            List::AttendancePresent,
            List::AttendanceApologies,
        ];
        let marks = marks
            .iter()
            .map(|l| lexicon.list(*l).find_iter(sample).count());
        words + 2 * marks.sum::<usize>()
    };
    let own = votes(Lang::En);
    let others = [Lang::Fr, Lang::Es].map(|lang| (votes(lang), lang));
    let most = others.into_iter().max_by_key(|(n, _)| *n);
    let sure = most.filter(|(n, _)| *n >= LEAST_WORDS && *n >= own * 2);
    sure.map_or(Lang::En, |(_, lang)| lang)
}

fn detect(sample: &str) -> Option<whatlang::Info> {
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= MIN_LETTERS).then(|| whatlang::detect(sample))?
}

/// Passages of so many bytes from all parts of a text; the whole of a short one.
fn sample(text: &str, bytes: usize) -> String {
    if text.len() <= PASSAGES * bytes {
        return text.to_string();
    }
    let step = text.len() / PASSAGES;
    let boundary = |at: usize| {
        (0..=at)
            .rev()
            .find(|&i| text.is_char_boundary(i))
            .unwrap_or(0)
    };
    let passage = |i: usize| {
        let (start, end) = (i * step, i * step + bytes);
        &text[boundary(start)..boundary(end)]
    };
    (0..PASSAGES).map(passage).collect::<Vec<_>>().join(" ")
}

/// The BCP 47 tag of an ISO 639-3 code: the two letters of ISO 639-1.
fn tag(code: &str) -> Option<&'static str> {
    let mut words = TAGS.split_whitespace();
    words.find(|w| *w == code)?;
    words.next()
}

/// ISO 639-3 and ISO 639-1 codes, in turn, of the languages that can be told apart.
const TAGS: &str = "\
    afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh cym cy dan da deu de ell el eng \
    en epo eo est et fin fi fra fr guj gu heb he hin hi hrv hr hun hu hye hy ind id ita it jav jv jpn ja kan kn \
    kat ka khm km kor ko lat la lav lv lit lt mal ml mar mr mkd mk mya my nep ne nld nl nob nb ori or pan pa pes \
    fa pol pl por pt ron ro rus ru sin si slk sk slv sl sna sn spa es srp sr swe sv tam ta tel te tgl tl tha th \
    tuk tk tur tr ukr uk urd ur uzb uz vie vi yid yi zul zu";

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sentence: &str) -> &'static str {
        let text = format!("{sentence}\n").repeat(500 / sentence.len() + 1);
        Language::of(&text).tag
    }

    #[test]
    fn tells_the_language_of_a_text_from_its_letters() {
        let texts = [
            (
                "en",
                "The committee thanked the secretary and agreed that the roof should be mended before the winter.",
            ),
            (
                "fr",
                "Le comité remercie la secrétaire et convient que la toiture devrait être réparée avant l'hiver.",
            ),
            (
                "es",
                "El comité agradece a la secretaria y acuerda que el tejado debería repararse antes del invierno.",
            ),
            (
                "de",
                "Der Ausschuss dankt der Schriftführerin und beschließt, dass das Dach vor dem Winter repariert wird.",
            ),
        ];
        for (tag, text) in texts {
            assert_eq!(of(text), tag, "{text}");
        }
    }

    #[test]
    fn a_language_without_words_is_named_and_read_as_english() {
        let text = "Der Ausschuss dankt der Schriftführerin und beschließt, dass das Dach repariert wird. ".repeat(8);
        let found = Language::of(&text);
        assert_eq!((found.lang, found.tag), (Lang::En, "de"));
    }

    #[test]
    fn too_few_letters_are_english() {
        assert_eq!(Language::of("Ordre du jour : néant").tag, "en");
        assert_eq!(Language::of("").tag, "en");
    }

    #[test]
    fn a_short_programme_tells_by_its_small_words_and_days() {
        let french = "Programme\nJeudi 4 mai\n9h00 Accueil\n9h30 La tourbe et le climat\n10h30 Les tourbières du nord\n";
        assert_eq!(Language::of(french).lang, Lang::Fr);
        let spanish = "Programa\nlunes 4 de mayo\n9:00 Inscripción\n9:30 La turba y el clima\n10:30 Las turberas del norte\n";
        assert_eq!(Language::of(spanish).lang, Lang::Es);
    }

    #[test]
    fn a_long_list_in_front_does_not_decide() {
        let names = "Amaka Obi, Lagos\nJuha Virtanen, Oulu\n".repeat(300);
        let text = "La réunion est ouverte par la présidente, qui souhaite la bienvenue à tous les membres. ".repeat(300);
        assert_eq!(Language::of(&format!("{names}{text}")).tag, "fr");
    }
}
