use super::*;
use crate::seal::seal;
use crate::source::Source;
use crate::tables::Dataset;
use crate::tables::acronyms::Acronym;
use crate::tables::participants::Participant;
use crate::tables::presenters::Presenter;
use crate::tables::statements::Statement;

fn participant(name: &str, organisation: &str, city: &str, country: &str) -> Participant {
    Participant {
        name: text(name),
        organisation: text(organisation),
        city: text(city),
        country: text(country),
        ..Participant::default()
    }
}

fn statement(honorific: &str, speaker: &str) -> Statement {
    Statement {
        honorific: text(honorific),
        speaker: text(speaker),
        ..Statement::default()
    }
}

/// Seals and links reports; gives each report's spool and what links them.
fn linked(reports: Vec<Dataset>) -> (Vec<Vec<u8>>, Linked) {
    let mut names = Names::default();
    let mut spools = Vec::new();
    for (i, mut data) in reports.into_iter().enumerate() {
        let bytes = seal(&Source::from_text(&format!("r{i}"), "x"), &mut data);
        let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
        names.add(Mentions::of(&sealed, &Aliases::default()));
        spools.push(bytes);
    }
    (spools, names.link(&Aliases::default()).expect("linked"))
}

/// The cells of a column after linking.
fn column(spool: &[u8], linked: &Linked, table: &str, column: &str) -> Vec<String> {
    let mut sealed = Sealed::read(spool, |_| true).expect("sealed");
    linked.fill(&mut sealed);
    let rows = sealed.rows(position(table).expect("a table"));
    rows.map(|r| r.cell(column).printed().into_owned())
        .collect()
}

/// The cells of a column of a table of the whole run.
fn of_run(linked: &Linked, table: &str, name: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let table = position(table).expect("a table");
    let visit = &mut |rows: &Sealed<'_>| {
        cells.extend(
            rows.rows(table)
                .map(|r| r.cell(name).printed().into_owned()),
        );
        Ok(())
    };
    linked.rows(&[], visit).expect("rows");
    cells
}

fn linked_to_none() -> Linked {
    Names::default().link(&Aliases::default()).expect("linked")
}

#[test]
fn one_person_in_two_spellings_and_orders_is_one() {
    let first = Dataset {
        participants: vec![
            participant("Ana García", "Example Trust", "", ""),
            participant("Ana García Ruiz", "", "", ""),
        ],
        statements: vec![statement("Ms.", "Garcia"), statement("", "Kenya")],
        ..Dataset::default()
    };
    let second = Dataset {
        presenters: vec![Presenter {
            name: text("GARCIA Ana"),
            ..Presenter::default()
        }],
        statements: vec![statement("", "New Zealand"), statement("", "Ana Garcia")],
        ..Dataset::default()
    };
    let (spools, linked) = linked(vec![first, second]);
    assert_eq!(
        of_run(&linked, "people", "name"),
        ["Ana García", "Ana García Ruiz"]
    );
    assert_eq!(
        of_run(&linked, "people", "aliases"),
        ["Ana Garcia; GARCIA Ana; Garcia", ""]
    );
    assert_eq!(of_run(&linked, "people", "report_count"), ["2", "1"]);
    let listed = column(&spools[0], &linked, "participants", "person_id");
    assert_eq!(
        column(&spools[1], &linked, "presenters", "person_id"),
        listed[..1]
    );
    assert_eq!(
        column(&spools[0], &linked, "statements", "person_id"),
        [&listed[0], ""]
    );
    assert_eq!(
        column(&spools[1], &linked, "statements", "person_id"),
        ["", &listed[0]]
    );
    assert_eq!(
        column(&spools[0], &linked, "appearances", "role"),
        ["participant", "participant", "speaker"]
    );
}

#[test]
fn a_last_name_that_two_people_share_is_nobody() {
    let data = Dataset {
        participants: vec![
            participant("Ana Ruiz", "", "", ""),
            participant("Ben Ruiz", "", "", ""),
        ],
        statements: vec![statement("Mr.", "Ruiz")],
        ..Dataset::default()
    };
    let (spools, linked) = linked(vec![data]);
    assert_eq!(column(&spools[0], &linked, "statements", "person_id"), [""]);
}

#[test]
fn an_id_does_not_change_with_other_reports() {
    let data = |name: &str| Dataset {
        participants: vec![participant(name, "", "", "")],
        ..Dataset::default()
    };
    let (alone, one) = linked(vec![data("Ana Ruiz")]);
    let (_, two) = linked(vec![data("Ana Ruiz"), data("Ruiz, Ana")]);
    let id = |by| column(&alone[0], by, "participants", "person_id");
    assert_eq!(id(&one), id(&two));
    assert!(id(&one)[0].starts_with("per-"));
}

#[test]
fn a_short_form_is_what_it_stands_for() {
    let explains = Dataset {
        acronyms: vec![Acronym {
            acronym: text("EWT"),
            expansion: text("Example Water Trust"),
            ..Acronym::default()
        }],
        participants: vec![participant("Ana Ruiz", "EWT", "", "")],
        ..Dataset::default()
    };
    let other = Dataset {
        participants: vec![
            participant("Ben Oak", "EWT", "", ""),
            participant("Cy Elm", "Example Roads (ER)", "", ""),
        ],
        ..Dataset::default()
    };
    let (_, linked) = linked(vec![explains, other]);
    assert_eq!(
        of_run(&linked, "organisations", "name"),
        ["Example Roads", "Example Water Trust"]
    );
    assert_eq!(of_run(&linked, "organisations", "acronym"), ["ER", "EWT"]);
    assert_eq!(of_run(&linked, "organisations", "report_count"), ["1", "2"]);
}

#[test]
fn a_city_without_a_country_is_the_only_one_of_its_name() {
    let data = Dataset {
        participants: vec![
            participant("A B", "", "Bern", "Switzerland"),
            participant("C D", "", "Bern", ""),
            participant("E F", "", "", "Chile"),
        ],
        ..Dataset::default()
    };
    let (_, linked) = linked(vec![data]);
    assert_eq!(of_run(&linked, "places", "name"), ["Bern", "Chile"]);
    assert_eq!(
        of_run(&linked, "places", "country"),
        ["Switzerland", "Chile"]
    );
}

#[test]
fn an_input_that_failed_is_a_row() {
    let failure = Failure {
        report_id: "x".into(),
        file: "x.txt".into(),
        message: "no text".into(),
    };
    let mut told = Vec::new();
    let table = position("errors").expect("errors");
    let visit = &mut |rows: &Sealed<'_>| {
        let cells = |r: crate::spool::Entry<'_, '_>| {
            (
                r.report_id().to_string(),
                r.cell("message").printed().into_owned(),
            )
        };
        told.extend(rows.rows(table).map(cells));
        Ok(())
    };
    linked_to_none().rows(&[failure], visit).expect("rows");
    assert_eq!(told, [("x".to_string(), "no text".to_string())]);
}
