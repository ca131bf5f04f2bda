//! Which columns pair the rows of a table and which cells of a pair are compared, table by table.

/// How two cells are compared where tolerance is allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Compare {
    /// Equal without case, accents, quotation marks and end punctuation.
    Text,
    /// The words overlap with an F1 of at least this.
    Overlap(f64),
    /// The first eight words are the same.
    First,
    /// The last eight words are the same.
    Last,
    /// The first eight words overlap with an F1 of at least 0.8.
    Opening,
    /// Equal as numbers.
    Number,
    /// Equal to the letter.
    Exact,
}

/// What a pairing column decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without agreement there is no pair.
    Must,
    /// Without agreement there is a pair only where each text that must agree overlaps by [`CLOSE`].
    Usually,
    /// Agreement makes a better match.
    Helps,
}

/// The overlap from which two texts are taken for the same.
pub const CLOSE: f64 = 0.8;

/// A column that pairs rows.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The column.
    pub column: &'static str,
    /// How its cells are compared.
    pub how: Compare,
    /// What it decides.
    pub need: Need,
}

/// A compared cell.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The column.
    pub column: &'static str,
    /// How its cells are compared.
    pub how: Compare,
}

/// How the rows of one table are compared.
#[derive(Debug)]
pub struct Spec {
    /// The table.
    pub table: &'static str,
    /// What pairs the rows; empty where a report has one row.
    pub keys: &'static [Key],
    /// What is compared in a pair.
    pub cells: &'static [Field],
}

const fn must(column: &'static str, how: Compare) -> Key {
    Key {
        column,
        how,
        need: Need::Must,
    }
}

const fn usually(column: &'static str) -> Key {
    Key {
        column,
        how: Compare::Text,
        need: Need::Usually,
    }
}

const fn helps(column: &'static str, how: Compare) -> Key {
    Key {
        column,
        how,
        need: Need::Helps,
    }
}

const fn cell(column: &'static str) -> Field {
    Field {
        column,
        how: Compare::Text,
    }
}

const fn number(column: &'static str) -> Field {
    Field {
        column,
        how: Compare::Number,
    }
}

const fn like(column: &'static str) -> Field {
    Field {
        column,
        how: Compare::Overlap(CLOSE),
    }
}

const fn by(column: &'static str, how: Compare) -> Field {
    Field { column, how }
}

/// Every scored table, in the order of the report.
pub const TABLES: &[Spec] = &[
    Spec {
        table: "reports",
        keys: &[],
        cells: &[
            like("title"),
            cell("document_type"),
            cell("event_start"),
            cell("event_end"),
            cell("start_time"),
            cell("end_time"),
            like("venue"),
            cell("city"),
            cell("country"),
            cell("country_code"),
            like("organisers"),
            cell("document_version"),
            cell("document_date"),
            cell("language"),
        ],
    },
    Spec {
        table: "agenda",
        keys: &[usually("start_time"), must("title", Compare::Overlap(0.5))],
        cells: &[
            cell("start_time"),
            cell("end_time"),
            like("title"),
            cell("kind"),
            cell("item_number"),
            number("duration_minutes"),
            cell("date"),
            like("objective"),
            like("details"),
        ],
    },
    Spec {
        table: "presenters",
        keys: &[
            must("name", Compare::Text),
            usually("agenda_start"),
            must("agenda_title", Compare::Overlap(0.5)),
        ],
        cells: &[
            cell("role"),
            like("job_title"),
            like("organisation"),
            like("group"),
        ],
    },
    Spec {
        table: "participants",
        keys: &[must("name", Compare::Text)],
        cells: &[
            like("organisation"),
            like("job_title"),
            cell("city"),
            cell("country"),
            cell("country_code"),
            cell("number"),
            cell("email"),
            cell("honorific"),
            cell("attendance"),
            cell("first_name"),
            cell("last_name"),
        ],
    },
    Spec {
        table: "sessions",
        keys: &[must("title", Compare::Overlap(CLOSE))],
        cells: &[cell("number"), cell("start_time"), cell("end_time")],
    },
    Spec {
        table: "speakers",
        keys: &[
            must("name", Compare::Text),
            helps("role", Compare::Text),
            helps("session", Compare::Overlap(CLOSE)),
        ],
        cells: &[cell("role"), like("job_title"), like("organisation")],
    },
    Spec {
        table: "statements",
        keys: &[
            must("speaker", Compare::Text),
            must("text", Compare::Opening),
        ],
        cells: &[
            like("organisation"),
            by("text", Compare::First),
            by("text", Compare::Last),
        ],
    },
    Spec {
        table: "outcomes",
        keys: &[must("text", Compare::Overlap(0.75))],
        cells: &[
            cell("kind"),
            like("idea"),
            like("theme"),
            cell("owner"),
            cell("number"),
        ],
    },
    Spec {
        table: "statistics",
        keys: &[
            must("value", Compare::Number),
            must("value_max", Compare::Number),
            must("sentence", Compare::Overlap(0.5)),
        ],
        cells: &[
            cell("kind"),
            cell("unit"),
            cell("qualifier"),
            cell("direction"),
            by("measure", Compare::Overlap(0.5)),
            like("period"),
        ],
    },
    Spec {
        table: "quotes",
        keys: &[must("text", Compare::Overlap(CLOSE))],
        cells: &[cell("speaker")],
    },
    Spec {
        table: "footnotes",
        keys: &[
            must("marker", Compare::Text),
            must("text", Compare::Overlap(0.5)),
        ],
        cells: &[like("text")],
    },
    Spec {
        table: "acronyms",
        keys: &[must("acronym", Compare::Text)],
        cells: &[like("expansion")],
    },
    Spec {
        table: "events",
        keys: &[usually("start_date"), must("name", Compare::Overlap(0.5))],
        cells: &[
            cell("start_date"),
            cell("end_date"),
            cell("city"),
            cell("country"),
        ],
    },
    Spec {
        table: "links",
        keys: &[must("url", Compare::Exact)],
        cells: &[],
    },
    Spec {
        table: "findings",
        keys: &[must("rule", Compare::Text), must("line", Compare::Number)],
        cells: &[],
    },
];

/// The rules of a table, if it is scored.
pub fn of(table: &str) -> Option<&'static Spec> {
    TABLES.iter().find(|s| s.table == table)
}
