use super::book::workbook;
use super::layout::{Limits, cut};
use crate::tables::table;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

#[test]
fn texts_are_cut_between_letters_and_nothing_is_lost() {
    for text in ["", "abc", "abcd", "a😀b😀c", "éèêë"] {
        let parts: Vec<_> = cut(text, 3).collect();
        assert_eq!(parts.concat(), text);
        let units = |p: &&str| p.encode_utf16().count();
        assert!(
            parts.iter().all(|p| (1..=3).contains(&units(p))),
            "{parts:?}"
        );
    }
}

#[test]
fn what_no_cell_and_no_sheet_holds_goes_on_in_further_ones_with_a_note() {
    let csv = "r,acr-1,1,ABC,A Better City,1,0,5,,x\nr,acr-2,2,DEFGHIJKL,Do,2,9,12,,x\nr,acr-3,3,M,N,3,0,1,,x\n";
    let acronyms = table("acronyms").expect("a table");
    let limits = Limits { rows: 3, units: 4 };
    let bytes = workbook(&[(acronyms, csv.as_bytes())], limits).expect("a workbook");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(
        book.sheet_names(),
        ["contents", "columns", "acronyms", "acronyms (2)"]
    );
    let first = book.worksheet_range("acronyms").expect("a sheet");
    let texts = |row: u32| -> Vec<String> {
        let cell = |c: u32| {
            first
                .get_value((row, c))
                .unwrap_or(&Data::Empty)
                .to_string()
        };
        (0..first.width() as u32).map(cell).collect()
    };
    let base = acronyms.all_columns().count();
    assert_eq!(
        texts(0)[base..],
        [
            "id (2)",
            "acronym (2)",
            "acronym (3)",
            "expansion (2)",
            "expansion (3)",
            "expansion (4)"
        ]
    );
    assert_eq!(
        (texts(2)[3].as_str(), &texts(2)[base..base + 3]),
        ("DEFG", &["2".into(), "HIJK".into(), "L".into()][..])
    );
    assert_eq!(
        texts(1)[4].clone() + &texts(1)[base + 3..].concat(),
        "A Better City"
    );
    let second = book.worksheet_range("acronyms (2)").expect("a sheet");
    assert_eq!(
        second.get_value((1, 3)).map(|d| d.to_string()).as_deref(),
        Some("M")
    );
    let contents = book.worksheet_range("contents").expect("a sheet");
    let note = contents
        .get_value((1, 3))
        .map(|d| d.to_string())
        .unwrap_or_default();
    assert!(
        note.contains("\"acronyms (2)\"") && note.contains("texts of expansion longer than 4"),
        "{note}"
    );
}
