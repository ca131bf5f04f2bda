//! Speakers who change inside a paragraph: `X asked ... . Y replied that ...`.

use super::ends::is_of_others;
use crate::extract::Extraction;
use crate::outline::UnitKind;
use crate::tables::outcomes::takes_on;
use crate::voice::{Attribution, Form, goes_on, may_say, reply};

/// A speaker whom a sentence inside a paragraph brings in.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The unit.
    pub unit: usize,
    /// Where in its text the sentence begins.
    pub at: usize,
    /// Who speaks.
    pub voice: Attribution,
    /// Whether he only presents, opens or thanks: he ends what another said, and no more is told of him.
    pub mute: bool,
}

/// The speakers whom sentences behind the first of their paragraph bring in, whoever they are; in a passage of direct speech
/// none but those before a colon.
pub(super) fn replies(x: &Extraction, voices: &[Option<Attribution>]) -> Vec<Reply> {
    let mut found = Vec::new();
    for (unit, u) in x.free_units() {
        let told = matches!(u.kind, UnitKind::Paragraph | UnitKind::Item);
        let direct = voices[unit].as_ref().is_some_and(|v| v.form == Form::Label);
        let text = u.text();
        // `AE: Who pays? BS: We do.`
        let many = || {
            let mut colons = memchr::memmem::find_iter(text.as_bytes(), ": ");
            colons.nth(1).is_some()
        };
        let says = || !direct && may_say(text, x.lexicon);
        if !told || !(says() || many()) {
            continue;
        }
        let cut = x.sentences(unit);
        for (n, s) in cut.iter().enumerate().skip(1) {
            let sentence = &text[s.clone()];
            if takes_on(x, sentence) {
                continue;
            }
            let read = |direct| reply(text, s.clone(), direct, x.lexicon, &x.roster);
            let letters = || read(true).filter(|v| v.initials);
            let Some(voice) = read(direct).or_else(letters) else {
                continue;
            };
            if voice.form == Form::Label {
                found.push(Reply {
                    unit,
                    at: s.start,
                    voice,
                    mute: false,
                });
                continue;
            }
            // `The representatives of Norway and Chile`: no group, though it looks like one.
            let group = !voice.who.delegation || voice.who.country;
            if group && is_of_others(x.lexicon, &text[s.start..], sentence) {
                continue;
            }
            let behind = cut.get(n + 1).map(|s| &text[s.clone()]);
            let argues = behind.is_some_and(|b| goes_on(b, x.lexicon));
            found.push(Reply {
                unit,
                at: s.start,
                mute: voice.presents && !argues,
                voice,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::said as told;

    #[test]
    fn speakers_change_inside_a_paragraph_and_the_group_ends_their_words() {
        let text = "MINUTES OF THE MILL BOARD\n\n4 May 2031\n\nPresent: Ana Torres (Chair), Bo Quill\n\n1. Wheel\n\n\
            Ana Torres asked who had stopped the wheel. Bo Quill replied that he had. Bo Quill also asked for oil. \
            It was agreed to buy oil. Ms. Torres thanked him.\n\nThe oil is to be of the best kind that there is.\n\n\
            Bo Quill said that it stinks. The Board took note. He added that it burns.\n\nAT: Who pays? BQ: The Mill Trust pays.\n";
        assert_eq!(
            told(text),
            [
                "Ana Torres | Ana Torres asked who had stopped the wheel.",
                "Bo Quill | Bo Quill replied that he had. Bo Quill also asked for oil.",
                "Bo Quill | Bo Quill said that it stinks. The Board took note. He added that it burns.",
                "Ana Torres | Who pays?",
                "Bo Quill | The Mill Trust pays.",
            ]
        );
    }

    #[test]
    fn those_on_a_panel_speak_behind_whoever_led_it() {
        let text = "Report of the mill workshop\n\nGhent, 4 May 2031\n\nSession 1: Wheels\n\n\
            Ana Torres of the Mill Trust moderated the panel. Mr Bo Quill, Miller, said that wheels were dear. \
            Ms Cy Reed of the Bank argued that they last. She added that oil helps. Participants asked for more.\n\n\
            The panel agreed to wait.\n";
        assert_eq!(
            told(text),
            [
                "Bo Quill | Mr Bo Quill, Miller, said that wheels were dear.",
                "Cy Reed | Ms Cy Reed of the Bank argued that they last. She added that oil helps.",
            ]
        );
        let tale = text.replace(
            "Ana Torres of the Mill Trust moderated the panel.",
            "Mills are old.",
        );
        assert!(told(&tale).is_empty());
    }

    #[test]
    fn an_office_speaks_where_the_record_says_who_holds_it_and_tasks_are_no_statements() {
        let text = "MINUTES OF THE MILL BOARD\n\n4 May 2031\n\nPresent: Ana Torres (Chair), Bo Quill\n\n1. Wheel\n\n\
            Bo Quill (BQ) asked who had stopped the wheel. The Chair replied that the miller had.\n\n\
            Ana Torres agreed to look for a miller.\n\n\
            In response to a question, Ms Reed, Legal Manager, advised that the wheel was old.\n\n\
            Bo Quill will oil it before June.\n";
        assert_eq!(
            told(text),
            [
                "Bo Quill | Bo Quill (BQ) asked who had stopped the wheel.",
                "Ana Torres | The Chair replied that the miller had.",
                "Reed | In response to a question, Ms Reed, Legal Manager, advised that the wheel was old.",
            ]
        );
    }

    #[test]
    fn posts_bodies_and_letters_that_are_words_speak() {
        let text = "MINUTES OF THE MILL BOARD\n\n4 May 2031\n\nPresent: Ana Torres (Mill Surveyor), Otto Nagy, Bo Quill\n\n1. Wheel\n\n\
            The Mill Surveyor explained that the wheel was old. She asked for oil.\n\n\
            The Mill Guild (Mr. Cy Reed) replied that oil is dear.\n\nQ (ON): Who pays?\n\nON, having seen the bill, said that he would not.\n\n\
            BQ was not so sure, and observed that the town could.\n\nIn his reply Mr. Quill stressed that it had.\n\n\
            The Board took no action.\n\nBo Quill took no part in the vote.\n";
        assert_eq!(
            told(text),
            [
                "Ana Torres | The Mill Surveyor explained that the wheel was old. She asked for oil.",
                "Cy Reed | The Mill Guild (Mr. Cy Reed) replied that oil is dear.",
                "Otto Nagy | Who pays? ON, having seen the bill, said that he would not.",
                "Bo Quill | BQ was not so sure, and observed that the town could. In his reply Mr. Quill stressed that it had.",
            ]
        );
    }

    #[test]
    fn countries_in_capitals_speak_inside_the_paragraphs_of_a_bulletin() {
        let text = "MILLS CONFERENCE HIGHLIGHTS\n\n6 May 2031\n\nPLENARY\n\n\
            On the place of the next conference (MC/1/2031), the Conference decided to wait. CHILE said that halls were dear. \
            On rents, President Ana Torres (Peru) reported on her talks. NORWAY urged haste.\n\n\
            KENYA opposed haste and asked for time.\n";
        let told = told(text);
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told[1].starts_with("Ana Torres | On rents"), "{told:?}");
    }

    #[test]
    fn adverbs_part_the_verbs_of_the_french() {
        let text = "PROC\u{c8}S-VERBAL DU COMIT\u{c9}\n\n4 mai 2031\n\n\
            M. Paul Exemple a pour sa part indiqu\u{e9} que la roue grince. Mme Anne Mod\u{e8}le a, de son c\u{f4}t\u{e9}, demand\u{e9} de l'huile.\n";
        let told = told(text);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(
            told[1].starts_with("Anne Mod\u{e8}le | Mme Anne"),
            "{told:?}"
        );
    }

    #[test]
    fn an_office_behind_a_title_speaks_where_it_is_held_or_set_as_a_name() {
        let french = "PROCÈS-VERBAL DU COMITÉ\n\n4 mai 2031\n\nPrésidence : Mme Anne Modèle\n\n\
            M. Paul Exemple demande qui paie la roue. Mme la Présidente répond que le moulin la paie.\n";
        assert_eq!(
            told(french),
            [
                "Paul Exemple | M. Paul Exemple demande qui paie la roue.",
                "Anne Modèle | Mme la Présidente répond que le moulin la paie.",
            ]
        );
        let spanish = "ACTA DE LA SESIÓN\n\nSr. DECANO.- Abrimos ahora la reunión de los molinos.\n\n- Asentimiento.\n";
        assert_eq!(
            told(spanish),
            ["DECANO | Abrimos ahora la reunión de los molinos."]
        );
    }
}
