//! The review page in a real browser, where this machine has one; `.ci/page` gets what is missing.

use super::{rapporteur, root};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the check needs, or what of it is missing.
fn tools() -> Result<(PathBuf, PathBuf), &'static str> {
    let modules = root().join("target/page");
    let browser =
        std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from);
    if !browser.exists() {
        return Err("there is no chromium");
    }
    if !modules.join("node_modules/playwright-core").exists() {
        return Err("there is no target/page/node_modules");
    }
    match Command::new("node").arg("--version").output() {
        Ok(_) => Ok((browser, modules)),
        Err(_) => Err("there is no node"),
    }
}

fn check(page: &Path, browser: &Path, modules: &Path) -> std::io::Result<Output> {
    let mut node = Command::new("node");
    node.arg(root().join("tests/page/check.mjs"))
        .arg(page)
        .arg(modules);
    if let Some(pictures) = std::env::var_os("PAGE_PICTURES") {
        node.arg(pictures);
    }
    node.env("CHROMIUM", browser).output()
}

#[test]
fn a_browser_does_what_a_person_would() {
    let (browser, modules) = match tools() {
        Ok(tools) => tools,
        Err(missing) => {
            // Told past the test runner, which keeps the output of tests that pass.
            let told = format!("skipped: the review page in a browser ({missing}; run .ci/page)\n");
            let _ = std::io::stderr().write_all(told.as_bytes());
            return;
        }
    };
    let out = tempfile::tempdir().expect("a folder");
    let run = rapporteur()
        .arg("--quiet")
        .args([root().join("raw"), root().join("tests/page/hostile.md")])
        .args(["--format", "review", "--out"])
        .arg(out.path())
        .output()
        .expect("a run");
    assert!(run.status.success(), "{run:?}");
    let page = out.path().join("review/index.html");
    let checked = check(&page, &browser, &modules).expect("node");
    let told = String::from_utf8_lossy(&checked.stdout);
    let error = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{told}\n{error}");
    assert!(told.contains(" passed, 0 failed"), "{told}");
}
