//! SARIF 2.1.0 (OASIS standard of 2020): the findings for tools that show the results of code checks.
//!
//! One file a run, `findings.sarif`. A result stands in the shipped source, by line and code points; where a finding
//! compares two places, the other one is a related location. Every rule is told, with its severity and documentation.

use super::json::string;
use super::{Files, Format, Gather, RunFiles, Shape};
use crate::check::{RULES, Rule};
use crate::schema::Cell;
use crate::spool::{Entry, Sealed};
use crate::tables::position;
use anyhow::Result;
use serde_json::{Value, json};

/// The format `sarif`.
pub struct Sarif;

/// The file.
const FILE: &str = "findings.sarif";

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }
    fn doc(&self) -> &'static str {
        "the findings in one file, for tools that show the results of code checks"
    }
    fn extension(&self) -> &'static str {
        "sarif"
    }
    fn media_type(&self) -> &'static str {
        "application/sarif+json"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Run(self)
    }
}

impl RunFiles for Sarif {
    fn begin(&self, _: &[usize]) -> Box<dyn Gather> {
        Box::new(Results(Vec::new()))
    }
    fn is_ours(&self, path: &str) -> bool {
        path == FILE
    }
}

/// The results so far, with a comma before each but the first.
struct Results(Vec<u8>);

impl Gather for Results {
    fn render(&self, report: &Sealed<'_>, _: &Files) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        for finding in position("findings")
            .into_iter()
            .flat_map(|t| report.rows(t))
        {
            out.extend_from_slice(b",\n");
            serde_json::to_writer(&mut out, &result(&finding))?;
        }
        Ok(out)
    }

    fn take(&mut self, _: &str, rendered: Vec<u8>, _: &Files) -> Result<()> {
        self.0.extend(rendered);
        Ok(())
    }

    fn finish(&mut self, files: &Files) -> Result<()> {
        let mut out = Vec::new();
        out.extend_from_slice(b"{\"$schema\":");
        string(SCHEMA, &mut out);
        out.extend_from_slice(b",\"version\":\"2.1.0\",\"runs\":[{\"tool\":");
        serde_json::to_writer(&mut out, &tool())?;
        out.extend_from_slice(b",\"columnKind\":\"unicodeCodePoints\",\"results\":[");
        out.extend_from_slice(self.0.strip_prefix(b",").unwrap_or_default());
        out.extend_from_slice(b"\n]}]}\n");
        files.write(FILE, &out, None)
    }
}

fn tool() -> Value {
    json!({ "driver": {
        "name": env!("CARGO_PKG_NAME"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": RULES.iter().map(|rule| described(rule)).collect::<Vec<_>>(),
    }})
}

fn described(rule: &Rule) -> Value {
    let help = format!(
        "Why it matters: {}. Example: {}. Not caught: {}.",
        rule.why, rule.example, rule.misses
    );
    json!({
        "id": rule.name,
        "shortDescription": { "text": format!("The report {}.", rule.summary) },
        "help": { "text": help },
        "defaultConfiguration": { "level": rule.severity },
    })
}

fn result(finding: &Entry<'_, '_>) -> Value {
    let text = |column: &str| finding.cell(column).printed().into_owned();
    let rule = text("rule");
    let mut result = json!({
        "ruleId": rule,
        "level": text("severity"),
        "message": { "text": text("message") },
        "partialFingerprints": { "id/v1": finding.id().printed() },
    });
    if let Some(index) = RULES.iter().position(|r| r.name == rule) {
        result["ruleIndex"] = index.into();
    }
    let report = finding.report_id();
    if !report.is_empty() {
        let place = finding.place();
        let region = place.map(|p| json!({ "startLine": p.line, "charOffset": p.start, "charLength": p.end.saturating_sub(p.start) }));
        result["locations"] = json!([location(report, region)]);
    }
    if let Cell::Int(line) = finding.cell("other_line") {
        let mut other = location(report, Some(json!({ "startLine": line })));
        other["message"] = json!({ "text": "compared with this" });
        other["id"] = 1.into();
        result["relatedLocations"] = json!([other]);
    }
    let about: Vec<(&str, String)> = ["table", "record_id", "column", "other_record_id"]
        .map(|c| (c, text(c)))
        .into();
    let about = about.into_iter().filter(|(_, value)| !value.is_empty());
    let about: serde_json::Map<String, Value> = about
        .map(|(name, value)| (name.to_string(), value.into()))
        .collect();
    if !about.is_empty() {
        result["properties"] = about.into();
    }
    result
}

fn location(report: &str, region: Option<Value>) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(report) } });
    if let Some(region) = region {
        physical["region"] = region;
    }
    json!({ "physicalLocation": physical })
}

/// The shipped source as a relative URI (RFC 3986).
fn uri(report: &str) -> String {
    let mut uri = String::from("sources/");
    for byte in report.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + ".txt"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_goes_by_a_uri_and_every_rule_is_told() {
        assert_eq!(uri("évry-2"), "sources/%C3%A9vry-2.txt");
        let tool = tool();
        let rules = tool["driver"]["rules"].as_array().map_or(0, Vec::len);
        assert_eq!(rules, RULES.len());
    }
}
