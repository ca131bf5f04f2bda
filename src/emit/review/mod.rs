//! The review page: the sources beside the tables, for the person who must trust the data.
//!
//! A run makes one file, `review/index.html`, that works from disk and asks no network for anything. Where the reports are
//! too many for one file, the index lists them with their findings and each has a page of its own under
//! `review/reports/`. The Rust side only ships data: the schema, and for each report its source and its rows. What is
//! drawn from them is decided in `page/`, plain scripts and styles that are laid into every file.
//!
//! The text of a report is foreign: it reaches the page as data that no browser runs, the page puts it into text nodes
//! only, and its security policy admits nothing but its own script and style, by their hashes.

mod html;
mod rows;
mod schema;

use super::{Files, Format, Gather, RunFiles, Shape};
use crate::spool::Sealed;
use crate::tables::{RUN_TABLES, TABLES};
use anyhow::Result;
use html::Page;

/// The data of one file, in bytes: past it the reports get pages of their own. A browser reads this much in well under a
/// second.
const ONE_FILE: usize = 8 << 20;

/// The tables of a report that the index of many pages lists.
const LISTED: &[&str] = &["reports", "findings"];

/// The folder of the page.
const FOLDER: &str = "review";

/// The format `review`.
pub struct Review;

impl Format for Review {
    fn name(&self) -> &'static str {
        "review"
    }
    fn doc(&self) -> &'static str {
        "a page on which a person checks the rows beside their source"
    }
    fn extension(&self) -> &'static str {
        "html"
    }
    fn media_type(&self) -> &'static str {
        "text/html"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Run(self)
    }
}

impl RunFiles for Review {
    fn begin(&self, tables: &[usize]) -> Box<dyn Gather> {
        Box::new(Pages::new(tables, ONE_FILE))
    }

    fn is_ours(&self, path: &str) -> bool {
        let name = path.strip_prefix("review/").unwrap_or_default();
        let page = name.strip_prefix("reports/").unwrap_or_default();
        let plain = !page.contains(['/', '\\']) && !page.starts_with('.');
        name == "index.html" || plain && page.ends_with(".html")
    }
}

/// The pages of a run in the making.
struct Pages {
    tables: Vec<usize>,
    /// What the page is told of them.
    schema: Vec<u8>,
    /// How many bytes of reports fit into one file.
    limit: usize,
    /// The documents of the reports so far; none once they are too many for one file.
    held: Vec<(String, Vec<u8>)>,
    held_bytes: usize,
    /// Whether each report has a page of its own.
    apart: bool,
    /// For each report what the index of many pages says of it.
    listed: Vec<Vec<u8>>,
    /// The rows of the whole run.
    of_run: Vec<u8>,
}

impl Pages {
    fn new(tables: &[usize], limit: usize) -> Pages {
        html::prepare();
        Pages {
            tables: tables.to_vec(),
            schema: schema::document(tables),
            limit,
            held: Vec::new(),
            held_bytes: 0,
            apart: false,
            listed: Vec::new(),
            of_run: Vec::new(),
        }
    }

    /// The tables asked for that belong to the whole run, or to a report.
    fn tables(&self, of_run: bool) -> Vec<usize> {
        let belongs = |t: &usize| RUN_TABLES.contains(&TABLES[*t].name) == of_run;
        self.tables.iter().copied().filter(belongs).collect()
    }

    fn write_page(&self, report_id: &str, document: &[u8], files: &Files) -> Result<()> {
        let page = Page {
            kind: "report",
            title: report_id,
            schema: &self.schema,
            run: b"{}",
            reports: &[document],
        };
        let path = format!("{FOLDER}/reports/{report_id}.html");
        files.write(&path, &page.bytes(), None)
    }
}

impl Gather for Pages {
    /// Two lines of JSON: what the index of many pages says of the report, and the report.
    fn render(&self, report: &Sealed<'_>, files: &Files) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        if report.report_id.is_empty() {
            rows::tables(report, &self.tables(true), None, &mut out);
            return Ok(out);
        }
        let path = format!("sources/{}.txt", report.report_id);
        let source = String::from_utf8(files.read(&path)?)?;
        let own = self.tables(false);
        rows::listing(report, &own, LISTED, &mut out);
        out.push(b'\n');
        rows::document(report, &own, &source, &mut out);
        Ok(out)
    }

    fn take(&mut self, report_id: &str, mut rendered: Vec<u8>, files: &Files) -> Result<()> {
        if report_id.is_empty() {
            self.of_run = rendered;
            return Ok(());
        }
        let line = memchr::memchr(b'\n', &rendered).unwrap_or(0);
        self.listed.push(rendered[..line].to_vec());
        rendered.drain(..(line + 1).min(rendered.len()));
        let document = rendered;
        self.held_bytes += document.len();
        if self.apart {
            return self.write_page(report_id, &document, files);
        }
        self.held.push((report_id.to_string(), document));
        if self.held_bytes > self.limit && self.held.len() > 1 {
            self.apart = true;
            for (report_id, document) in std::mem::take(&mut self.held) {
                self.write_page(&report_id, &document, files)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, files: &Files) -> Result<()> {
        let mut run = b"{\"tables\":".to_vec();
        let of_run: &[u8] = if self.of_run.is_empty() {
            b"{}"
        } else {
            &self.of_run
        };
        run.extend_from_slice(of_run);
        run.extend_from_slice(b",\"reports\":[");
        if self.apart {
            run.extend_from_slice(&self.listed.join(b",".as_slice()));
        }
        run.extend_from_slice(b"]}");
        let reports: Vec<&[u8]> = self.held.iter().map(|(_, d)| d.as_slice()).collect();
        let page = Page {
            kind: if self.apart { "index" } else { "whole" },
            title: "Meeting reports",
            schema: &self.schema,
            run: &run,
            reports: &reports,
        };
        files.write(&format!("{FOLDER}/index.html"), &page.bytes(), None)
    }
}

#[cfg(test)]
mod tests;
