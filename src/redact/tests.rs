use super::*;
use crate::extract::{Options, extract};
use crate::source::Source;

fn redactor(report: &str) -> Redactor {
    let secret = Secret::new(b"a secret of some length\n").expect("a secret");
    let wanted = Wanted {
        contacts: true,
        people: true,
    };
    let mut redactor = Redactor::new(wanted, secret);
    let source = Source::decode("t", "t", report.as_bytes()).expect("text");
    let data = extract(&source, &Options::default());
    redactor.learn(vec![Gathered::of(&data, report)]);
    redactor
}

const REPORT: &str = "REPORT OF THE HERON WORKSHOP\n\nLIST OF PARTICIPANTS\n\n| Name | Organisation | City |\n| --- | --- | --- |\n| Ana García | Reed Trust | Oslo |\n| Mark Musterlein | Shore Bank | Nairobi |\n| May Keeper | Reed Trust | Oslo |\n";

#[test]
fn a_name_is_replaced_in_all_its_forms() {
    let redactor = redactor(REPORT);
    for text in [
        "Ana García spoke.",
        "GARCIA, Ana",
        "Ms. Garcia's paper",
        "Ana Gar-\ncía",
        "the Musterleins",
        "https://example.org/mark-musterlein",
        "Dr Mark said",
    ] {
        let new = redactor.text(text).to_lowercase();
        for name in ["garc", "muster", "mark"] {
            assert!(!new.contains(name), "{text}: {new}");
        }
    }
    let spoken = redactor.text("Ana García spoke to Garcia.");
    let words: Vec<&str> = spoken.trim_end_matches('.').split(' ').collect();
    assert_eq!(words[1], words[4]);
    assert_eq!(redactor.text(&spoken), spoken);
}

#[test]
fn ordinary_words_are_left() {
    let mut redactor = redactor(REPORT);
    let lower = Gathered::of(&Default::default(), "they mark the pond");
    redactor.learn(vec![lower]);
    for text in ["Mark the pond in May.", "4 May 2019", "they mark the pond"] {
        assert_eq!(redactor.text(text), text);
    }
    assert!(
        !redactor
            .text("May Keeper and Mark Musterlein")
            .contains("May")
    );
}

#[test]
fn addresses_and_numbers_are_replaced_alike_each_time() {
    let redactor = redactor(REPORT);
    let one = redactor
        .text("Write to Ana.Garcia@example.org, or +41 31 322 12 34, Tel. 031 322 12 34.")
        .into_owned();
    assert!(
        one.contains("@redacted.invalid") && one.matches("+000 ").count() == 2,
        "{one}"
    );
    assert!(!one.contains("322"));
    assert_eq!(redactor.text(&one), one);
    let again = redactor.text("ana.garcia@example.org").into_owned();
    assert!(one.contains(&again), "{again}");
    assert_eq!(
        redactor.text("from 2000 to 2015, 3,000,000 ducks on 4.5.2019"),
        "from 2000 to 2015, 3,000,000 ducks on 4.5.2019"
    );
}

#[test]
fn another_secret_gives_other_pseudonyms_and_a_short_one_is_refused() {
    let word = |secret: &[u8]| Secret::new(secret).expect("a secret").word("garcia");
    assert_ne!(
        word(b"a secret of some length"),
        word(b"another secret, as long")
    );
    assert_eq!(
        word(b"a secret of some length"),
        word(b"a secret of some length\r\n")
    );
    assert!(Secret::new(b"short\n\n\n\n\n\n\n\n").is_err());
}
