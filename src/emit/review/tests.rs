//! What a page is made of: hostile reports, places, one file or many.

use super::*;
use crate::extract::{Options, extract};
use crate::schema::{Cell, Type};
use crate::seal::seal;
use crate::source::Source;
use crate::spool::{Place, RowHead, Writer};
use crate::tables::{position, table};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A report that attacks whoever shows it: markup, ends of elements, comments, addresses that run, formulas, signs that
/// turn text around or show nothing, line separators, signs outside the basic plane.
const HOSTILE: &str = "# <img src=x onerror=alert(1)> \u{1f9ea} Board\n\n\
    AGENDA\n\n| Time | Session | Presenter |\n| --- | --- | --- |\n\
    | 09:00 - 09:30 | </script><script>alert(1)</script> welcome | Ada <b>Brook</b> |\n\
    | 09:30 - 10:00 | =cmd|' /C calc'!A0 <!-- opening | Bo Reed |\n\
    | 10:00 - 10:30 | Zoe\u{301} \u{202e}koorB | Cy Person, Example Lab & Sons |\n\
    | 10:30 - 11:00 | e\u{301}\u{1f469}\u{200d}\u{1f52c} in the field | Di Marsh, Reed Trust |\n\n\
    The group agreed that 40% of\u{2028}ponds \u{1f986} are \"clean\" ]]> &lt;i&gt; javascript:alert(1).\n";

/// The page of a run of one report, that report's source, and its spool file.
fn page_of(text: &str) -> (String, Source, Vec<u8>) {
    let source = Source::from_text("hostile", text);
    let bytes = seal(&source, &mut extract(&source, &Options::default()));
    let report = Sealed::read(&bytes, |_| true).expect("a spool");
    let folder = tempfile::tempdir().expect("a folder");
    let files = Files::begin(folder.path(), false).expect("a run");
    let all: Vec<usize> = (0..TABLES.len()).collect();
    let mut pages = Pages::new(&all, ONE_FILE);
    let text = source.text.as_bytes();
    files
        .write("sources/hostile.txt", text, None)
        .expect("a source");
    let rendered = pages.render(&report, &files).expect("a report");
    pages.take("hostile", rendered, &files).expect("taken");
    pages.finish(&files).expect("an end");
    let page = files.read("review/index.html").expect("a page");
    (String::from_utf8(page).expect("UTF-8"), source, bytes)
}

/// The data of a page that stands under a name.
fn data(page: &str, name: &str) -> Vec<Value> {
    let begin = format!("<script type=\"application/json\" data-is=\"{name}\">");
    let pieces = page.split(&begin).skip(1);
    let jsons = pieces.map(|piece| piece.split("</script>").next().expect("an end"));
    jsons
        .map(|json| serde_json::from_str(json).expect("JSON"))
        .collect()
}

#[test]
fn a_hostile_report_stays_data() {
    let (page, source, _) = page_of(HOSTILE);
    // Head, style, three pieces of data and the script; all else that looks like markup is inside of JSON.
    let body = page.split("</style>").nth(1).expect("a body");
    let body = body.split("<script>").next().expect("a script");
    let tags: Vec<&str> = body.split('<').skip(1).collect();
    let known = [
        "/head>",
        "body ",
        "noscript>",
        "/noscript>",
        "script type=\"application/json\"",
        "/script>",
    ];
    for tag in tags {
        assert!(known.iter().any(|k| tag.starts_with(k)), "<{tag:.60}");
    }
    let report = &data(&page, "report")[0];
    assert_eq!(report["source"], source.text);
    assert!(
        !report["tables"]["agenda"]
            .as_array()
            .expect("rows")
            .is_empty()
    );
}

#[test]
fn the_policy_admits_this_style_and_script_only() {
    let (page, ..) = page_of(HOSTILE);
    let between = |begin: &str, end: &str| {
        let rest = page.split(begin).nth(1).expect("a beginning");
        rest.split(end).next().expect("an end").to_string()
    };
    let policy = between("Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for (name, text) in [
        ("style", between("<style>", "</style>")),
        ("script", between("<script>", "</script>")),
    ] {
        let hash = html::base64(&Sha256::digest(&text));
        let rule = format!("{name}-src 'sha256-{hash}';");
        assert!(policy.contains(&rule), "{policy} lacks {rule}");
    }
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    // The style loads nothing, and the script makes no markup of text.
    let script = html::SCRIPTS.concat();
    for word in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "import(",
    ] {
        assert!(!script.contains(word), "{word}");
    }
}

#[test]
fn cells_that_are_places_hold_the_text_of_the_row() {
    let (page, source, bytes) = page_of(HOSTILE);
    let report = &data(&page, "report")[0];
    let sealed = Sealed::read(&bytes, |_| true).expect("a spool");
    let points: Vec<char> = source.text.chars().collect();
    let title = table("agenda").and_then(|t| t.position("title"));
    let rows = report["tables"]["agenda"].as_array().expect("rows");
    let mut places = 0;
    for (row, entry) in rows
        .iter()
        .zip(sealed.rows(position("agenda").expect("agenda")))
    {
        let cell = &row[6][title.expect("a column")];
        let text = match cell.as_array() {
            Some(place) => {
                places += 1;
                let at = |i: usize| place[i].as_u64().expect("a place") as usize;
                points[at(0)..at(1)].iter().collect()
            }
            None => cell.as_str().unwrap_or_default().to_string(),
        };
        assert_eq!(text, entry.cell("title").as_str());
    }
    assert!(places > 2, "few cells are places: {rows:?}");
}

/// A sealed report of one quotation.
fn sealed(id: &str) -> Vec<u8> {
    let mut writer = Writer::new(id, 64);
    writer.table(position("quotes").expect("quotes"));
    writer.row(RowHead {
        hash: 7,
        report_id: "",
        place: Some(Place {
            line: 1,
            start: 0,
            end: 4,
            page: None,
        }),
        rule: "inline",
    });
    for column in table("quotes").expect("quotes").columns {
        let text = column.kind == Type::Text && column.name == "text";
        let cell = if text {
            Cell::Text("so b")
        } else {
            Cell::Empty
        };
        writer.cell(cell, if text { &[(0, 4)] } else { &[] });
    }
    writer.finish()
}

fn pages(limit: usize) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let files = Files::begin(folder.path(), false).expect("a run");
    let all: Vec<usize> = (0..TABLES.len()).collect();
    let mut pages = Pages::new(&all, limit);
    for id in ["a", "b", "c"] {
        files
            .write(&format!("sources/{id}.txt"), b"so be it", None)
            .expect("a source");
        let bytes = sealed(id);
        let report = Sealed::read(&bytes, |_| true).expect("a spool");
        let rendered = pages.render(&report, &files).expect("a report");
        pages.take(id, rendered, &files).expect("taken");
    }
    pages.finish(&files).expect("an end");
    let made = files.made().into_keys();
    made.filter(|path| path.starts_with(FOLDER)).collect()
}

#[test]
fn too_much_for_one_file_is_an_index_and_a_page_a_report() {
    assert_eq!(pages(ONE_FILE), ["review/index.html"]);
    let many = [
        "review/index.html",
        "review/reports/a.html",
        "review/reports/b.html",
        "review/reports/c.html",
    ];
    assert_eq!(pages(300), many);
    assert!(many.iter().all(|path| Review.is_ours(path)));
    for other in [
        "review/x.html",
        "review/reports/x.js",
        "review/reports/../x.html",
        "review/reports/.x.html",
        "x.html",
    ] {
        assert!(!Review.is_ours(other), "{other}");
    }
}

#[test]
fn pictures_draw_columns_that_exist() {
    let pictures = html::SCRIPTS.concat();
    let needs = pictures.split("needs: { ").skip(1);
    let needs: Vec<&str> = needs.filter_map(|rest| rest.split(" },").next()).collect();
    assert!(needs.len() >= 5, "{needs:?}");
    for need in needs {
        let (name, columns) = need.split_once(": ").expect("a table");
        let columns: Vec<String> = serde_json::from_str(columns).expect("columns");
        let table = table(name).expect(name);
        for column in columns {
            assert!(table.position(&column).is_some(), "{name}.{column}");
        }
    }
}

#[test]
fn the_page_is_the_same_every_time() {
    assert!(page_of(HOSTILE).0 == page_of(HOSTILE).0);
}
