//! Lines that are headings, and lines that only look like them.

use crate::block::{Kind, of_kind};

#[test]
fn a_short_word_may_end_a_title() {
    let text = "The keepers came together at the mill.\n\nPeople we met\n\n- Ana Example, Mill\n- Bo Sample, Oven\n\n**What we did**\n\nThe keepers went home at noon.\n";
    assert_eq!(
        of_kind(text, Kind::Heading),
        ["People we met", "**What we did**"]
    );
}

#[test]
fn items_counted_in_words_are_numbered() {
    let text = "PRIMERO.- ACTA ANTERIOR\nSe aprueba el acta por unanimidad.\n\nSEGUNDO.- CUENTAS 2031\nNadie pregunta por las cuentas.\n\n\
        Tercero.- Ruegos\nNo los hay, y se levanta.\n";
    assert_eq!(
        of_kind(text, Kind::Heading),
        ["ACTA ANTERIOR", "CUENTAS 2031", "Ruegos"]
    );
}

#[test]
fn the_day_behind_capitals_and_signs_that_underline() {
    let text = "HARBOUR, NORTHLAND \u{2013} 20 September 2031\nThe Old Customs House\n\nWe met at the harbour and saw the boats.\n\n\
        Boats\n~~~~~~\nThe boats were counted.\n\nNets\n`````\nThe nets were mended.\n";
    assert_eq!(
        of_kind(text, Kind::Heading),
        [
            "HARBOUR, NORTHLAND \u{2013} 20 September 2031",
            "Boats",
            "Nets"
        ]
    );
}

#[test]
fn a_sentence_with_letters_in_its_margin_titles_nothing() {
    let text = "The list was long.\n\nIt was agreed that the list be cut.        AE\n\nNobody knew at all that day who wrote it.\n";
    assert!(of_kind(text, Kind::Heading).is_empty());
}

#[test]
fn a_turn_with_its_name_in_bold_titles_nothing() {
    let text = "**Ana Example:** Who pays?\n\nNobody knew at all that day.\n";
    assert!(of_kind(text, Kind::Heading).is_empty());
}

#[test]
fn the_hours_of_a_session_in_brackets_title_nothing() {
    let text = "# Record\n\n**Rules for the mill**\n\n(11:25 AM \u{2013} 12:00 PM)\n\nThe keepers spoke of the wheel and of all that it grinds.\n";
    assert_eq!(
        of_kind(text, Kind::Heading),
        ["Record", "**Rules for the mill**"]
    );
}
