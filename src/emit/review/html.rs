//! The file around the data: its security policy, style and script.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The style, in the order of the cascade.
const STYLES: &[&str] = &[
    include_str!("page/base.css"),
    include_str!("page/layout.css"),
    include_str!("page/source.css"),
    include_str!("page/tables.css"),
    include_str!("page/record.css"),
    include_str!("page/pictures.css"),
    include_str!("page/print.css"),
];

/// The script: its files are one text to the browser, and see each other's names.
pub(super) const SCRIPTS: &[&str] = &[
    include_str!("page/dom.js"),
    include_str!("page/data.js"),
    include_str!("page/marks.js"),
    include_str!("page/state.js"),
    include_str!("page/source.js"),
    include_str!("page/tables.js"),
    include_str!("page/record.js"),
    include_str!("page/edit.js"),
    include_str!("page/findings.js"),
    include_str!("page/chart.js"),
    include_str!("page/pictures.js"),
    include_str!("page/tree.js"),
    include_str!("page/overview.js"),
    include_str!("page/corrections.js"),
    include_str!("page/keys.js"),
    include_str!("page/main.js"),
];

/// What is the same in every file: head and script.
static SHELL: LazyLock<Shell> = LazyLock::new(Shell::new);

/// Makes that ready before a page is asked for.
pub(super) fn prepare() {
    LazyLock::force(&SHELL);
}

struct Shell {
    style: String,
    script: String,
    policy: String,
}

impl Shell {
    fn new() -> Shell {
        let style = STYLES.concat();
        let script = format!("\"use strict\";\n(() => {{\n{}}})();\n", SCRIPTS.concat());
        let policy = format!(
            "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            base64(&Sha256::digest(&script)),
            base64(&Sha256::digest(&style)),
        );
        Shell {
            style,
            script,
            policy,
        }
    }
}

/// A file of the page.
pub(super) struct Page<'a> {
    /// `whole` for all reports in one file, `index` for a list of pages, `report` for one of them.
    pub(super) kind: &'static str,
    /// What the window is called.
    pub(super) title: &'a str,
    /// The tables, as JSON.
    pub(super) schema: &'a [u8],
    /// The rows of the whole run and what an index says of each report, as JSON.
    pub(super) run: &'a [u8],
    /// The reports, as JSON.
    pub(super) reports: &'a [&'a [u8]],
}

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
%3Crect width='16' height='16' rx='4' fill='%23276b62'/%3E\
%3Cpath d='M4 5h8M4 8h8M4 11h4' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E";

impl Page<'_> {
    /// The bytes of the file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let shell = &*SHELL;
        let reports: usize = self.reports.iter().map(|r| r.len()).sum();
        let mut out = Vec::with_capacity(reports + self.run.len() + (128 << 10));
        let title = escape(self.title);
        out.extend_from_slice(
            format!(
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <meta name=\"color-scheme\" content=\"light dark\">\n\
                 <meta name=\"referrer\" content=\"no-referrer\">\n\
                 <meta name=\"generator\" content=\"rapporteur {}\">\n\
                 <link rel=\"icon\" href=\"{ICON}\">\n<title>{title} · review</title>\n<style>{}</style>\n</head>\n\
                 <body data-kind=\"{}\">\n<noscript>This page needs its script to show the reports. The same rows stand in \
                 the CSV files of the output folder.</noscript>\n",
                shell.policy,
                env!("CARGO_PKG_VERSION"),
                shell.style,
                self.kind,
            )
            .as_bytes(),
        );
        data("schema", self.schema, &mut out);
        data("run", self.run, &mut out);
        for report in self.reports {
            data("report", report, &mut out);
        }
        out.extend_from_slice(b"<script>");
        out.extend_from_slice(shell.script.as_bytes());
        out.extend_from_slice(b"</script>\n</body>\n</html>\n");
        out
    }
}

/// JSON in an element that no browser runs. In JSON a `<` stands in strings only; escaped, it can end no element.
fn data(name: &str, json: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"<script type=\"application/json\" data-is=\"");
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\">");
    for (i, piece) in json.split(|&b| b == b'<').enumerate() {
        if i > 0 {
            out.extend_from_slice(b"\\u003c");
        }
        out.extend_from_slice(piece);
    }
    out.extend_from_slice(b"</script>\n");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// Base64 as RFC 4648 has it, with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i)) as usize & 63];
            out.push(if i <= chunk.len() {
                letter as char
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
