//! The network as GraphML (<http://graphml.graphdrawing.org/specification.html>).

use super::{Edge, Graph, Kind, Node};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// Id, element, name and type of every attribute. Ids differ between nodes and edges, names do not.
const KEYS: &[(&str, &str, &str, &str)] = &[
    ("kind", "node", "kind", "string"),
    ("label", "node", "label", "string"),
    ("date", "node", "date", "string"),
    ("country", "node", "country_code", "string"),
    ("mentions", "node", "mentions", "int"),
    ("role", "edge", "role", "string"),
    ("weight", "edge", "weight", "int"),
    ("reports", "edge", "reports", "string"),
];

/// The network as a GraphML document: undirected, a person's roles in one report as edges of their own.
pub fn graphml(graph: &Graph) -> String {
    let mut out = String::from(HEAD);
    for (id, element, name, kind) in KEYS {
        out.push_str(&format!(
            "  <key id=\"{id}\" for=\"{element}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"
        ));
    }
    out.push_str("  <graph id=\"network\" edgedefault=\"undirected\">\n");
    graph
        .nodes
        .iter()
        .for_each(|node| push_node(node, &mut out));
    for (i, edge) in graph.edges.iter().enumerate() {
        push_edge(i + 1, edge, &mut out);
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn push_node(node: &Node, out: &mut String) {
    out.push_str(&format!("    <node id=\"{}\">", escaped(&node.id)));
    push_data("kind", node.kind.as_str(), out);
    push_data("label", &node.label, out);
    push_data("date", &node.date, out);
    push_data("country", &node.country, out);
    if node.kind != Kind::Report {
        push_data("mentions", &node.mentions.to_string(), out);
    }
    out.push_str("</node>\n");
}

fn push_edge(number: usize, edge: &Edge, out: &mut String) {
    let (source, target) = (escaped(&edge.source), escaped(&edge.target));
    out.push_str(&format!(
        "    <edge id=\"e{number}\" source=\"{source}\" target=\"{target}\">"
    ));
    push_data("role", &edge.role, out);
    push_data("weight", &edge.weight.to_string(), out);
    let reports: Vec<&str> = edge.reports.iter().map(String::as_str).collect();
    push_data("reports", &reports.join("; "), out);
    out.push_str("</edge>\n");
}

/// An attribute; none where it is empty.
fn push_data(key: &str, value: &str, out: &mut String) {
    if !value.is_empty() {
        out.push_str(&format!("<data key=\"{key}\">{}</data>", escaped(value)));
    }
}

/// The text with the signs of XML escaped, and without the characters that XML 1.0 does not have.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_escaped_and_what_xml_lacks_is_left_out() {
        assert_eq!(
            escaped("A & B <c> \"d\"\u{1}\u{ffff}\té"),
            "A &amp; B &lt;c&gt; &quot;d&quot; é"
        );
    }

    #[test]
    fn a_network_is_a_document() {
        let node = |id: &str, kind, label: &str| Node {
            id: id.into(),
            kind,
            label: label.into(),
            date: String::new(),
            country: "KE".into(),
            mentions: 2,
        };
        let graph = Graph {
            nodes: vec![
                node("rep-r", Kind::Report, "<Ponds>"),
                node("per-1", Kind::Person, "Ana & Bo"),
            ],
            edges: vec![Edge {
                source: "per-1".into(),
                target: "rep-r".into(),
                role: "quoted".into(),
                weight: 1,
                reports: BTreeSet::from(["r".into()]),
            }],
        };
        let text = graphml(&graph);
        assert!(text.contains("<node id=\"rep-r\"><data key=\"kind\">report</data><data key=\"label\">&lt;Ponds&gt;</data><data key=\"country\">KE</data></node>"));
        assert!(
            text.contains("<data key=\"label\">Ana &amp; Bo</data>")
                && text.contains("<data key=\"mentions\">2</data>")
        );
        assert!(text.contains(
            "<edge id=\"e1\" source=\"per-1\" target=\"rep-r\"><data key=\"role\">quoted</data>"
        ));
        for (opened, closed) in [
            ("<node ", "</node>"),
            ("<edge ", "</edge>"),
            ("<data ", "</data>"),
            ("<graph ", "</graph>"),
        ] {
            assert_eq!(text.matches(opened).count(), text.matches(closed).count());
        }
    }
}
