//! Layouts of participant and attendance lists, each as a report may print it, and texts that hold none.

use super::Participant;
use crate::extract::{Options, extract};
use crate::schema::{Cell, Record};
use crate::source::Source;

fn read(text: &str) -> Vec<Participant> {
    let source = Source::from_text("t", text);
    extract(&source, &Options::default()).participants
}

/// The cells that are not empty, as `column=value`; `name`, list and person aside.
fn told(row: &Participant) -> String {
    let columns = Participant::TABLE.columns;
    let mut told = row.name.value.clone();
    for ((cell, _), column) in row.fields().into_iter().zip(columns) {
        let left_out = matches!(column.name, "name" | "list" | "country_code" | "first_name");
        if let (Cell::Text(value), false) = (cell, left_out) {
            told.push_str(&format!(" {}={value}", column.name));
        }
    }
    told
}

#[track_caller]
fn expect(text: &str, rows: &[&str]) {
    let found: Vec<String> = read(text).iter().map(told).collect();
    assert_eq!(found, rows, "in:\n{text}");
}

#[track_caller]
fn nobody(text: &str) {
    expect(text, &[]);
}

#[test]
fn tables_are_read_by_their_headers_in_any_order() {
    expect(
        "PARTICIPANTS\n\nCountry\tSurname\tForename\tEmail\tAffiliation\nKenya\tWanjala\tRuth\truth@example.org\tLake Trust\nPeru\tDe la Cruz\tAna\t\tAndes Fund\n",
        &[
            "Ruth Wanjala last_name=Wanjala organisation=Lake Trust country=Kenya email=ruth@example.org",
            "Ana De la Cruz last_name=De la Cruz organisation=Andes Fund country=Peru",
        ],
    );
}

#[test]
fn honorifics_leave_names_and_job_cells() {
    expect(
        "| Name | Title | Organisation |\n|---|---|---|\n| Prof. Dr. Ute Sample | Dean | Lake School |\n| Ben Probe | Dr, Head of Research | Lake School |\n| Ms Ann Model | Clerk | Lake Trust |\n",
        &[
            "Ute Sample honorific=Prof. Dr. organisation=Lake School job_title=Dean",
            "Ben Probe honorific=Dr organisation=Lake School job_title=Head of Research",
            "Ann Model honorific=Ms organisation=Lake Trust job_title=Clerk",
        ],
    );
}

#[test]
fn labels_say_who_came() {
    expect(
        "Minutes of the Board\n\nMembers present: J. Sample (Chair), Ann Model and Dr Bo Probe.\nApologies: Cy van der Test\n\n1. Opening\n\nThe chair opened the meeting.\n",
        &[
            "J. Sample job_title=Chair attendance=present",
            "Ann Model attendance=present",
            "Bo Probe honorific=Dr attendance=present",
            "Cy van der Test attendance=apologies",
        ],
    );
}

#[test]
fn what_is_no_list_gives_nobody() {
    nobody(
        "# References\n\n- Sample, A. (2003). The late counter. Journal of Queues, 9.\n- Model, B. and Probe, C. (2011). Lunch and the state. Small Press.\n",
    );
    nobody(
        "# Participants\n\nThe workshop was attended by 22 foresters from six countries, and most of them had come by train.\n",
    );
    nobody(
        "| Action | Responsible | Deadline |\n|---|---|---|\n| Write | Ann Model | May |\n| Read | Bo Probe | June |\n| Send | Cy Test | July |\n",
    );
    nobody("| Name | Organisation | E-mail |\n|---|---|---|\n| | | |\n| ____ | ____ | ____ |\n");
}
