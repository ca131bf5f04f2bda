//! Properties that hold of any text: what a report could never look like, and what it could.

mod hold;
mod whole;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Bytes of no text, of broken text and of text.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..400),
        vec(
            prop_oneof![
                Just(b'\n'),
                Just(b'\t'),
                Just(b'|'),
                0x20..0x7f_u8,
                0xc0..=0xff_u8
            ],
            0..600
        ),
        any::<String>().prop_map(String::into_bytes),
    ]
}

/// The pieces that the lines of reports are made of, and some that none is made of.
fn piece() -> impl Strategy<Value = String> {
    let printed = prop_oneof![
        Just("Ms. Ann BROOK"),
        Just("Brook, Ann"),
        Just("Dr José van der Ríos (Pond Trust, Nairobi)"),
        Just("AGENDA"),
        Just("List of participants"),
        Just("Recommendations"),
        Just("SPEAKERS:"),
        Just("Theme 1: Water"),
        Just("Name\tOrganisation\tCountry"),
        Just("| Time | Title |"),
        Just("|---|---|"),
        Just("said that"),
        Just("It was agreed that"),
        Just("9:00 - 9:30"),
        Just("25:99"),
        Just("03:50-04:00 pm"),
        Just("Day 2, Tuesday 4 March 2014"),
        Just("31/02/2017"),
        Just("about 30-40 % of 600 doctors"),
        Just("$1.2 billion"),
        Just("99999999999999999999999999999999999999999999"),
        Just("1e999"),
        Just("https://example.org/a_(b)"),
        Just("ann@example.org"),
        Just("\u{201c}We did what we could do here,\u{201d}"),
        Just("\u{1f469}\u{200d}\u{1f33e}e\u{301}\u{202e}"),
        Just("\u{feff}\u{ad}\u{a0}\u{200b}\u{fb01}"),
        Just("[1]"),
        Just("1."),
        Just("-"),
        Just("***"),
        Just("<br>"),
        Just("]("),
        Just("\u{0}"),
    ];
    prop_oneof![
        6 => printed.prop_map(str::to_string),
        2 => "[a-z]{1,9}",
        1 => "[0-9]{1,4}[.,:/-][0-9]{1,3}",
        1 => "\\PC{0,12}",
    ]
}

/// Lines of such pieces, with every sign between them that a layout has.
fn soup() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        5 => Just(" "), 3 => Just("\n"), 2 => Just("\t"), 2 => Just("\n\n"), 1 => Just(" | "), 1 => Just(", "),
        1 => Just("; "), 1 => Just(": "), 1 => Just(". "), 1 => Just(" \u{2013} "), 1 => Just("\r\n"),
        1 => Just("\u{c}"), 1 => Just("\n- "), 1 => Just("\n# "), 1 => Just(""), 1 => Just("      "),
    ];
    vec((piece(), sign), 0..60).prop_map(|pieces| {
        let pieces = pieces.into_iter();
        pieces.map(|(piece, sign)| piece + sign).collect()
    })
}

/// Two columns of running text side by side, with odd words in them.
fn columns() -> impl Strategy<Value = String> {
    let half = || {
        vec(
            prop_oneof![9 => "[a-z]{2,9}".boxed(), 1 => piece().boxed()],
            0..6,
        )
    };
    vec((half(), half()), 0..24).prop_map(|rows| {
        let row = |(left, right): (Vec<String>, Vec<String>)| {
            format!("{:<48}{}\n", left.join(" "), right.join(" "))
        };
        rows.into_iter().map(row).collect()
    })
}

fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(128)
}

#[test]
fn a_line_may_begin_with_a_sign_of_two_bytes() {
    hold::report(
        "\u{a5} 99 1. %\n\nText below it, long enough to be titled by the line above.\n".as_bytes(),
    );
}

proptest! {
    // The same cases every time, so that a change is judged by what it changes; `PROPTEST_CASES` asks for more.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn any_bytes_are_a_report_or_refused(bytes in bytes()) {
        hold::report(&bytes);
    }

    #[test]
    fn any_lines_give_grounded_rows(text in prop_oneof![3 => soup(), 1 => columns()]) {
        hold::report(text.as_bytes());
    }

    #[test]
    fn any_text_gives_values_that_stand_where_they_say(text in prop_oneof![soup(), any::<String>()]) {
        hold::values(&text);
    }

    #[test]
    fn any_bytes_are_a_spool_file_or_refused(bytes in bytes()) {
        hold::spool(&bytes);
    }

    #[test]
    fn any_bytes_are_a_control_file_or_an_error_with_its_place(bytes in bytes(), text in soup()) {
        hold::control(&bytes);
        hold::control(text.as_bytes());
    }
}

proptest! {
    // A run in every format takes its time.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(2), ..ProptestConfig::with_cases(cases() / 8) })]

    #[test]
    fn any_lines_give_a_package_that_verifies_corrected_or_not(
        text in soup(),
        wishes in vec((any::<u16>(), any::<u8>(), proptest::option::of(prop_oneof![piece(), any::<String>()])), 0..6),
    ) {
        whole::package(&text, &wishes)?;
    }
}
