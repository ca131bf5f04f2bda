//! The data package holds what it promises: every file with its size and hash, types, keys and links.

use super::root;
use rapporteur::source::hex;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

type Rows = Vec<HashMap<String, String>>;

fn package() -> Vec<Value> {
    let text = std::fs::read(root().join("out/datapackage.json")).expect("a package");
    let package: Value = serde_json::from_slice(&text).expect("JSON");
    package["resources"].as_array().expect("resources").clone()
}

fn rows(resource: &Value) -> Rows {
    let path = root()
        .join("out")
        .join(resource["path"].as_str().expect("a path"));
    let mut reader = csv::Reader::from_path(path).expect("a CSV file");
    let fields = resource["schema"]["fields"].as_array().expect("fields");
    let names: Vec<_> = fields
        .iter()
        .map(|f| f["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(reader.headers().expect("a header"), names);
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn every_file_is_listed_with_its_size_and_hash() {
    let listed: HashSet<String> = package()
        .iter()
        .map(|resource| {
            let path = resource["path"].as_str().expect("a path");
            let bytes = std::fs::read(root().join("out").join(path)).expect("a file");
            assert_eq!(resource["bytes"], bytes.len(), "{path}");
            let hash = format!("sha256:{}", hex(&Sha256::digest(&bytes)));
            assert_eq!(resource["hash"], hash, "{path}");
            path.to_string()
        })
        .collect();
    let written = super::files(&root().join("out"));
    let unlisted: Vec<_> = written
        .keys()
        .filter(|path| !listed.contains(&path.display().to_string()))
        .collect();
    assert_eq!(unlisted, [std::path::Path::new("datapackage.json")]);
}

#[test]
fn cells_keep_their_constraints() {
    for resource in package().iter().filter(|r| r["type"] == "table") {
        let rows = rows(resource);
        for field in resource["schema"]["fields"].as_array().expect("fields") {
            let name = field["name"].as_str().expect("a name");
            let column: Vec<&str> = rows.iter().map(|row| row[name].as_str()).collect();
            check(field, &column, &format!("{}.{name}", resource["name"]));
        }
    }
}

fn check(field: &Value, column: &[&str], place: &str) {
    let constraints = &field["constraints"];
    let filled = || column.iter().filter(|cell| !cell.is_empty());
    if constraints["required"] == true {
        assert!(column.iter().all(|cell| !cell.is_empty()), "{place}");
    }
    if constraints["unique"] == true {
        let distinct: HashSet<_> = column.iter().collect();
        assert_eq!(distinct.len(), column.len(), "{place}");
    }
    if let Some(words) = constraints["enum"].as_array() {
        assert!(
            filled().all(|cell| words.iter().any(|w| w == cell)),
            "{place}"
        );
    }
    if let Some(pattern) = constraints["pattern"].as_str() {
        let pattern = regex::Regex::new(pattern).expect("a pattern");
        assert!(filled().all(|cell| pattern.is_match(cell)), "{place}");
    }
    match field["type"].as_str() {
        Some("integer") => assert!(filled().all(|cell| cell.parse::<i64>().is_ok()), "{place}"),
        Some("number") => assert!(filled().all(|cell| cell.parse::<f64>().is_ok()), "{place}"),
        _ => {}
    }
}

#[test]
fn every_link_leads_to_a_row() {
    let package = package();
    let by_name = |name: &Value| package.iter().find(|r| r["name"] == *name);
    let mut links = 0;
    for resource in package.iter().filter(|r| r["type"] == "table") {
        let keys = resource["schema"]["foreignKeys"].as_array();
        for key in keys.into_iter().flatten() {
            let target = by_name(&key["reference"]["resource"]).expect("a resource");
            let ids: HashSet<String> = rows(target).iter().map(|row| row["id"].clone()).collect();
            let column = key["fields"][0].as_str().expect("a column");
            for row in rows(resource) {
                assert!(
                    row[column].is_empty() || ids.contains(&row[column]),
                    "{}",
                    row["id"]
                );
                links += usize::from(!row[column].is_empty());
            }
        }
    }
    assert!(links > 100);
}
