//! The files: listed, of the listed size and hash, in the package that the program writes for them.

use super::Faults;
use crate::emit::{PACKAGE, Written, describe, is_ours, schemas};
use crate::source::hex;
use crate::tables::TABLES;
use anyhow::{Context, Result};
use rayon::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Checks the files of a folder; gives the paths that its package lists.
pub(super) fn check(dir: &Path, faults: &mut Faults) -> Result<Vec<String>> {
    let path = dir.join(PACKAGE);
    let cannot = || format!("cannot read {}, which a run writes", path.display());
    let bytes = std::fs::read(&path).with_context(cannot)?;
    let package: Value = serde_json::from_slice(&bytes).with_context(cannot)?;
    let made = listed(&package);
    check_package(&package, &made, faults);
    let paths: Vec<&String> = made.keys().collect();
    let found: Vec<_> = paths
        .par_iter()
        .map(|p| fault_of(dir, p, &made[*p]))
        .collect();
    for fault in found.into_iter().flatten() {
        faults.add(|| fault);
    }
    check_schemas(dir, &made, faults);
    for path in unlisted(dir, &made) {
        faults.add(|| format!("{path}: the package does not list it"));
    }
    Ok(made.into_keys().collect())
}

/// The files that a package lists; only such as a run may write.
fn listed(package: &Value) -> BTreeMap<String, Written> {
    let resources = package["resources"].as_array().into_iter().flatten();
    let written = resources.filter_map(|r| {
        let path = r["path"].as_str().filter(|p| is_ours(p))?;
        let hash = r["hash"].as_str()?;
        let written = Written {
            bytes: r["bytes"].as_u64()?,
            sha256: hash.strip_prefix("sha256:").unwrap_or(hash).to_string(),
        };
        Some((path.to_string(), written))
    });
    written.collect()
}

/// The package is what the program writes for these files.
fn check_package(package: &Value, made: &BTreeMap<String, Written>, faults: &mut Faults) {
    let ours: Value = serde_json::from_slice(&describe(made)).unwrap_or_default();
    for key in ["rapporteur", "contract"] {
        let (found, own) = (&package[key], &ours[key]);
        if found != own {
            faults.add(|| format!("{PACKAGE}: {key} is {found}, and this program's is {own}"));
            return;
        }
    }
    if *package != ours {
        faults.add(|| format!("{PACKAGE}: is not the package of its files"));
    }
}

/// The schemas are those that the program writes for the tables that are there.
fn check_schemas(dir: &Path, made: &BTreeMap<String, Written>, faults: &mut Faults) {
    let has = |t: &usize| made.contains_key(&format!("schema/{}.schema.json", TABLES[*t].name));
    let tables: Vec<usize> = (0..TABLES.len()).filter(has).collect();
    for (path, schema) in schemas(&tables) {
        if std::fs::read(dir.join(&path)).is_ok_and(|found| found != schema) {
            faults.add(|| format!("{path}: is not the schema of the contract"));
        }
    }
}

fn fault_of(dir: &Path, path: &str, written: &Written) -> Option<String> {
    let bytes = match std::fs::read(dir.join(path)) {
        Ok(bytes) => bytes,
        Err(error) => return Some(format!("{path}: {error}")),
    };
    let (found, listed) = (bytes.len() as u64, written.bytes);
    if found != listed {
        return Some(format!(
            "{path}: has {found} bytes, the package says {listed}"
        ));
    }
    let same = hex(&Sha256::digest(&bytes)) == written.sha256;
    (!same).then(|| format!("{path}: its hash is not that of the package"))
}

/// Files in the places of ours that the package does not know.
fn unlisted(dir: &Path, made: &BTreeMap<String, Written>) -> BTreeSet<String> {
    let names = |folder: &str| {
        let entries = std::fs::read_dir(dir.join(folder)).into_iter().flatten();
        let names = entries.filter_map(|e| e.ok()?.file_name().into_string().ok());
        let prefix = match folder {
            "" => String::new(),
            _ => format!("{folder}/"),
        };
        names.map(move |name| format!("{prefix}{name}"))
    };
    let all = ["", "reports", "schema", "sources"]
        .into_iter()
        .flat_map(names);
    all.filter(|p| p != PACKAGE && is_ours(p) && !made.contains_key(p))
        .collect()
}

/// The report whose source a path is.
pub(super) fn report_of(path: &str) -> Option<&str> {
    path.strip_prefix("sources/")?.strip_suffix(".txt")
}
