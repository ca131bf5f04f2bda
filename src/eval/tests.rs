//! Small invented pairs of gold and output.

use super::*;
use std::fs;

fn grid(csv: &str) -> Grid {
    Grid::from_csv(csv.as_bytes()).expect("the test's own CSV")
}

fn gold_of(tables: &[(&str, &str)]) -> Gold {
    let tables = tables.iter().map(|(t, csv)| (t.to_string(), grid(csv)));
    let report = GoldReport {
        tables: tables.collect(),
        layouts: Vec::new(),
    };
    Gold::from([("r".to_string(), report)])
}

fn found_of(tables: &[(&str, &str)]) -> Found {
    let tables = tables.iter().map(|(t, csv)| (t.to_string(), grid(csv)));
    Found::new(tables.collect())
}

/// Evaluates one table of a report `r`.
fn one(table: &'static str, gold: &str, found: &str) -> Evaluation {
    evaluate(&gold_of(&[(table, gold)]), &found_of(&[(table, found)]))
}

fn tally(level: &Level) -> &Tally {
    &level.all.micro.tally
}

#[test]
fn a_row_is_paired_once_and_with_its_best_match() {
    let e = one(
        "outcomes",
        "text,kind\nThe river gauges should be read each hour,recommendation\n",
        "report_id,text,kind\n\
         r,The river gauges should be read each day,decision\n\
         r,The river gauges should be read each hour.,recommendation\n\
         r,The river gauges should be read each hour,decision\n",
    );
    let t = tally(&e.tolerant);
    assert_eq!((t.gold, t.found, t.paired), (1, 3, 1));
    assert_eq!((t.cells, t.right, t.whole), (1, 1, 1));
    assert_eq!(e.differences.len(), 2);
    assert!(e.differences.iter().all(|d| d.kind == Fault::Extra));
}

#[test]
fn equal_keys_are_paired_by_their_cells() {
    let e = one(
        "statistics",
        "value,sentence,qualifier\n70,\"70 came, and some 70 left.\",exact\n70,\"70 came, and some 70 left.\",about\n",
        "report_id,value,sentence,qualifier\nr,70.0,\"70 came, and some 70 left.\",about\nr,70,\"70 came, and some 70 left.\",exact\n",
    );
    assert_eq!(
        (tally(&e.tolerant).paired, tally(&e.tolerant).right),
        (2, 2)
    );
}

#[test]
fn a_row_in_a_table_that_gold_leaves_empty_is_an_error() {
    let e = one(
        "quotes",
        "text,speaker\n",
        "report_id,text,speaker\nr,Boats are not only for views,Ada Lind\n",
    );
    let rates = e.tolerant.all.micro.rates;
    assert_eq!(
        (rates.precision, rates.recall, rates.row_f1, rates.score),
        (0.0, 1.0, 0.0, 0.0)
    );
    assert_eq!(e.tolerant.all.macro_tables.score, 0.0);
    assert_eq!(e.differences[0].kind, Fault::Extra);
}

#[test]
fn nothing_to_find_and_nothing_found_is_right_and_not_averaged() {
    let gold = gold_of(&[
        ("quotes", "text\n"),
        (
            "acronyms",
            "acronym,expansion\nRVN,River Network\nABC,A Big Coast\n",
        ),
    ]);
    let found = found_of(&[(
        "acronyms",
        "report_id,acronym,expansion\nr,RVN,River Network\n",
    )]);
    let e = evaluate(&gold, &found);
    let quotes = e.tolerant.all.table("quotes").expect("gold has it");
    assert_eq!(quotes.micro.rates.score, 1.0);
    let rate = 2.0 / 3.0;
    assert_eq!(e.tolerant.all.macro_tables.score, rate);
    assert_eq!(e.tolerant.all.micro.rates.score, rate);
}

#[test]
fn a_score_is_row_f1_times_cell_accuracy() {
    let e = one(
        "agenda",
        "start_time,end_time,title,kind\n09:00,09:30,Opening,opening\n09:30,10:00,Coffee,break\n10:00,11:00,Panel on rain,panel\n",
        "report_id,start_time,end_time,title,kind,details\nr,09:00,09:30,opening,opening,x\nr,10:00,12:00,Panel on rain,session,\n",
    );
    let t = tally(&e.tolerant);
    assert_eq!(
        (t.gold, t.found, t.paired, t.cells, t.right, t.whole),
        (3, 2, 2, 8, 6, 1)
    );
    let r = e.tolerant.all.micro.rates;
    assert_eq!((r.precision, r.recall, r.row_f1), (1.0, 2.0 / 3.0, 0.8));
    assert_eq!((r.cell_accuracy, r.whole_rows), (0.75, 1.0 / 3.0));
    assert!((r.score - 0.6).abs() < 1e-12);
    let columns = &e.tolerant.all.tables[0].micro.tally.columns;
    assert_eq!(columns["end_time"], ColumnTally { cells: 2, right: 1 });
    assert!(!columns.contains_key("details"), "gold has no such column");
}

#[test]
fn an_agenda_row_may_miss_its_start_only_with_the_same_title() {
    let gold = "start_time,title\n09:00,Report of the river group\n";
    let paired = |found: &str| tally(&one("agenda", gold, found).tolerant).paired;
    assert_eq!(
        paired("report_id,start_time,title\nr,10:00,Report of the river group\n"),
        1
    );
    assert_eq!(
        paired("report_id,start_time,title\nr,09:00,Report of the rain group\n"),
        1
    );
    assert_eq!(
        paired("report_id,start_time,title\nr,10:00,Report by a rain group\n"),
        0
    );
    assert_eq!(paired("report_id,start_time,title\nr,09:00,Coffee\n"), 0);
}

#[test]
fn strict_takes_no_likeness() {
    let e = one(
        "acronyms",
        "acronym,expansion\nRVN,River and Valley Network\n",
        "report_id,acronym,expansion\nr,rvn,the River and Valley Network\n",
    );
    assert_eq!(tally(&e.tolerant).right, 1);
    assert_eq!((tally(&e.strict).paired, tally(&e.strict).right), (1, 0));
    let e = one(
        "speakers",
        "name,role\nAda Lind,expert\n",
        "report_id,name,role\nr,Ada Lind,speaker\n",
    );
    assert_eq!(
        (tally(&e.tolerant).paired, tally(&e.tolerant).right),
        (1, 0)
    );
    assert_eq!(tally(&e.strict).paired, 0);
    assert_eq!(e.differences[0].kind, Fault::Wrong);
    assert_eq!(
        (
            e.differences[0].gold.as_str(),
            e.differences[0].found.as_str()
        ),
        ("expert", "speaker")
    );
}

#[test]
fn statements_are_compared_at_both_ends() {
    let said = "Ms. Lind of the Harbour Board said that a b c d e f g h i j";
    let e = one(
        "statements",
        &format!("speaker,text\nAda Lind,{said}\n"),
        &format!("report_id,speaker,text\nr,Ada Lind,{said} and more\n"),
    );
    let t = tally(&e.tolerant);
    assert_eq!((t.paired, t.cells, t.right), (1, 2, 1));
    assert_eq!(e.differences[0].gold, "c d e f g h i j");
}

#[test]
fn presenters_are_paired_within_their_agenda_row() {
    let gold = [(
        "presenters",
        "agenda_title,agenda_start,name,role\nOpening,09:00,Ada Lind,chair\nClosing,16:00,Ada Lind,presenter\n",
    )];
    let found = [
        (
            "agenda",
            "report_id,id,start_time,title\nr,a1,09:00,Opening\nr,a2,16:00,Closing\n",
        ),
        (
            "presenters",
            "report_id,agenda_id,name,role\nr,a2,Ada Lind,presenter\nr,a2,Ada Lind,chair\n",
        ),
    ];
    let e = evaluate(&gold_of(&gold), &found_of(&found));
    let t = tally(&e.tolerant);
    assert_eq!((t.paired, t.right), (1, 1));
    assert_eq!(e.differences[0].row, "Ada Lind | 09:00 | Opening");
}

#[test]
fn rows_of_other_reports_are_left_alone_and_reports_not_run_are_skipped() {
    let gold = gold_of(&[("links", "url\nhttps://example.org/a\n")]);
    let links = ("links", "report_id,url\nother,https://example.org/a\n");
    let e = evaluate(&gold, &found_of(&[links]));
    assert_eq!((tally(&e.tolerant).gold, tally(&e.tolerant).found), (1, 0));
    let e = evaluate(
        &gold,
        &found_of(&[links, ("reports", "report_id,title\nother,\n")]),
    );
    assert_eq!(e.skipped, ["r"]);
    assert_eq!(e.tolerant.all.reports, 0);
}

#[test]
fn folders_are_read_and_told_by_report_and_layout() -> anyhow::Result<()> {
    let dir = tempfile::tempdir()?;
    let (gold, out) = (dir.path().join("gold"), dir.path().join("out"));
    for id in ["a", "b"] {
        fs::create_dir_all(gold.join(id))?;
        fs::write(
            gold.join(id).join("links.csv"),
            "url\nhttps://example.org/\n",
        )?;
    }
    fs::write(gold.join("README.md"), "not gold")?;
    fs::write(gold.join("a/layout.txt"), "links:bare\n\ndamage:wrap80\n")?;
    fs::create_dir(&out)?;
    fs::write(
        out.join("links.csv"),
        "report_id,url\na,https://example.org/\n",
    )?;
    let e = run(&gold, &out)?;
    assert_eq!(e.tolerant.reports["a"].micro.rates.score, 1.0);
    assert_eq!(e.tolerant.reports["b"].micro.rates.score, 0.0);
    assert_eq!(e.tolerant.layouts["links:bare"].micro.rates.score, 1.0);
    assert_eq!(e.tolerant.all.tables[0].macro_reports.score, 0.5);
    let text = format!("{e}{}", e.list());
    for part in [
        "links:bare",
        "damage:wrap80",
        "missing  https://example.org/",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    let json = serde_json::to_value(&e)?;
    assert_eq!(json["tolerant"]["all"]["tables"][0]["table"], "links");
    assert_eq!(json["tolerant"]["all"]["micro"]["recall"], 0.5);

    fs::write(out.join("reports.csv"), "report_id,title\na-1,\n")?;
    let error = run(&gold, &out).expect_err("no report in common");
    assert!(error.to_string().contains("report_id"), "{error}");

    fs::write(gold.join("a/link.csv"), "url\n")?;
    let error = run(&gold, &out).expect_err("no such table").to_string();
    assert!(error.contains("link.csv"), "{error}");
    Ok(())
}

#[test]
fn the_gold_of_this_project_scores_full_marks_against_itself() -> anyhow::Result<()> {
    let gold = read::gold(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/gold")
            .as_path(),
    )?;
    for (id, report) in &gold {
        let own = Gold::from([(id.clone(), report.clone())]);
        let mut tables = BTreeMap::new();
        for (name, rows) in &report.tables {
            tables.insert(name.clone(), rows.with_column("report_id", id));
        }
        let e = evaluate(&own, &Found::new(tables));
        assert!(e.differences.is_empty(), "{id}: {:?}", e.differences);
        assert_eq!(e.strict.all.micro.rates.score, 1.0, "{id}");
    }
    Ok(())
}
