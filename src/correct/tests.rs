use super::*;
use crate::extract::{Options, extract};
use crate::schema::Cell;
use crate::seal::seal;
use crate::source::Source;
use crate::spool::Sealed;
use crate::tables::position;

const REPORT: &str = "REPORT OF THE HERON WORKSHOP\n\nAGENDA\n\n| Time | Session | Presenter |\n| --- | --- | --- |\n| 9:00-9:30 | Opening | Ana Example |\n| 9:30-10:30 | Herons | Bo Sample |\n";

fn corrections(lines: &str) -> Result<Corrections, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(FILE);
    let text = format!("action,table,id,column,value,reason\n{lines}");
    std::fs::write(&file, text).expect("a file");
    let read = Corrections::read(&[file], &["t"], Severities::default());
    read.map_err(|e| {
        e.to_string()
            .rsplit_once(FILE)
            .map_or(String::new(), |(_, m)| m.to_string())
    })
}

fn sealed() -> Vec<u8> {
    let source = Source::decode("t", "t", REPORT.as_bytes()).expect("text");
    seal(&source, &mut extract(&source, &Options::default()))
}

fn ids(bytes: &[u8], table: &str) -> Vec<String> {
    let sealed = Sealed::read(bytes, |_| true).expect("sealed");
    let rows = sealed.rows(position(table).expect("a table"));
    rows.map(|r| r.id().printed().into_owned()).collect()
}

fn cells(bytes: &[u8], table: &str, column: &str) -> Vec<String> {
    let sealed = Sealed::read(bytes, |_| true).expect("sealed");
    let rows = sealed.rows(position(table).expect("a table"));
    rows.map(|r| r.cell(column).printed().into_owned())
        .collect()
}

#[test]
fn a_cell_is_set_and_the_machines_value_is_kept_in_a_finding() {
    let before = sealed();
    let id = &ids(&before, "agenda")[0];
    let lines = format!(
        "set,agenda,{id},title,Welcome,misprint\nset,agenda,{id},start_time,08:45,\nset,reports,t,city,Oslo,\n"
    );
    let set = corrections(&lines).expect("corrections");
    let after = set.apply(before).expect("rows");
    assert_eq!(cells(&after, "agenda", "title")[0], "Welcome");
    assert_eq!(cells(&after, "agenda", "start_time")[0], "08:45");
    assert_eq!(cells(&after, "reports", "city"), ["Oslo"]);
    assert_eq!(&ids(&after, "agenda")[0], id);
    let told = cells(&after, "findings", "message");
    assert!(told.contains(
        &"title was read as \"Opening\"; the user says \"Welcome\" (misprint)".to_string()
    ));
    assert!(cells(&after, "findings", "record_id").contains(id));
    let lost = set.lost();
    assert_eq!(
        Sealed::read(&lost, |_| true)
            .expect("rows")
            .count(position("findings").expect("a table")),
        0
    );
}

#[test]
fn no_link_leads_to_a_row_that_is_left_out() {
    let before = sealed();
    let id = &ids(&before, "agenda")[0];
    let gone = corrections(&format!("delete,agenda,{id},,,\n")).expect("corrections");
    let after = gone.apply(before).expect("rows");
    assert_eq!(ids(&after, "agenda").len(), 1);
    assert_eq!(cells(&after, "presenters", "agenda_id")[0], "");
    let all = Sealed::read(&after, |_| true).expect("rows");
    for table in 0..crate::tables::TABLES.len() {
        for row in all.rows(table) {
            let dangling = row
                .cells()
                .iter()
                .any(|c| matches!(c, Cell::Id(i) if i.to_string() == *id));
            assert!(!dangling, "{}", row.table.name);
        }
    }
    assert!(
        cells(&after, "findings", "message")
            .iter()
            .any(|m| m.contains("title=Opening"))
    );
}

#[test]
fn a_row_is_added_under_the_users_id_and_links_to_what_there_is() {
    let before = sealed();
    let agenda = &ids(&before, "agenda")[1];
    let lines = format!(
        "add,presenters,my-1,name,Cy Person,\nadd,presenters,my-1,agenda_id,{agenda},\nadd,presenters,my-2,agenda_id,my-9,\n"
    );
    let added = corrections(&lines).expect("corrections");
    let after = added.apply(before).expect("rows");
    assert_eq!(ids(&after, "presenters").len(), 4);
    assert_eq!(cells(&after, "presenters", "name")[2], "Cy Person");
    assert_eq!(&cells(&after, "presenters", "agenda_id")[2], agenda);
    assert_eq!(cells(&after, "presenters", "agenda_id")[3], "");
    assert!(cells(&after, "findings", "rule").contains(&"correction-lost".to_string()));
}

#[test]
fn what_finds_no_row_is_told_in_the_end() {
    let lines = "set,agenda,age-0123456789abcdef,title,x,\nadd,quotes,q,report_id,other,\nadd,quotes,q,text,y,\n";
    let lost = corrections(lines).expect("corrections");
    let before = sealed();
    assert_eq!(lost.apply(before.clone()).expect("rows"), before);
    let told = cells(&lost.lost(), "findings", "message");
    assert!(
        told[0].contains("corrections.csv:2 corrects title of age-0123456789abcdef"),
        "{told:?}"
    );
    assert!(
        told[1].contains("the report other is not part of this run"),
        "{told:?}"
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let id = "age-0123456789abcdef";
    for (lines, message) in [
        (
            "put,agenda,x,title,y,\n".to_string(),
            ":2:1: unknown action",
        ),
        (
            format!("set,agendas,{id},title,y,\n"),
            ":2:5: unknown table",
        ),
        (
            format!("set,people,{id},name,y,\n"),
            ":2:5: people follows from",
        ),
        (
            "set,agenda,age-1,title,y,\n".to_string(),
            ":2:12: \"age-1\" is no id of agenda",
        ),
        (
            "set,agenda,par-0123456789abcdef,title,y,\n".to_string(),
            ":2:12: ",
        ),
        (
            format!("set,agenda,{id},titel,y,\n"),
            ":2:33: unknown column",
        ),
        (
            format!("set,agenda,{id},line,3,\n"),
            ":2:33: \"line\" is the program's own",
        ),
        (
            format!("set,agenda,{id},start_time,9:00,\n"),
            ":2:44: \"9:00\" does not fit start_time",
        ),
        (format!("set,agenda,{id},date,2019-02-30,\n"), ":2:38: "),
        (format!("set,agenda,{id},kind,party,\n"), ":2:38: "),
        (
            format!("set,agenda,{id},title,y,\nset,agenda,{id},title,z,\n"),
            ":3:12: this cell is corrected twice",
        ),
        (
            format!("delete,agenda,{id},,,\nset,agenda,{id},title,z,\n"),
            ":3:12: this row is both",
        ),
        (
            "delete,reports,t,,,\n".to_string(),
            ":2:1: a report cannot be deleted",
        ),
        (
            format!("delete,agenda,{id},title,,\n"),
            ":2:36: delete leaves a whole row out",
        ),
        ("add,agenda,a b,title,y,\n".to_string(), ":2:12: "),
        (
            "add,reports,r,title,y,\n".to_string(),
            ":2:1: a report cannot be added",
        ),
    ] {
        let told = corrections(&lines).err().unwrap_or_default();
        assert!(told.starts_with(message), "{lines}: {told}");
    }
}
