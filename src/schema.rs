//! The machinery by which one declaration, in a table's own file, gives the row's struct, its columns, docs, types, keys and links.
//!
//! A row type is written once with [`record!`](crate::record); everything after extraction (spool, link, formats, data
//! dictionary, verification) sees [`Table`] and [`Cell`] and never a row type.

use crate::span::Spans;
use crate::value::date::Partial;
use crate::value::time::Clock;
use std::borrow::Cow;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text as printed, cleaned of layout.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    Date,
    /// `HH:MM`, 24 hours.
    Time,
    /// One of the words in [`Column::among`].
    Choice,
    /// The id of a row in the table that [`Column::among`] names.
    Link,
    /// The id of a row in any table.
    Record,
}

/// One column of a table.
#[derive(Debug)]
pub struct Column {
    /// Its name in every format.
    pub name: &'static str,
    /// What it holds, for the data dictionary.
    pub doc: &'static str,
    /// Its type.
    pub kind: Type,
    /// The words of a choice, or the one table a link leads to; else empty.
    pub among: &'static [&'static str],
}

/// One table of the contract.
#[derive(Debug)]
pub struct Table {
    /// Its name, that of its files.
    pub name: &'static str,
    /// What a row is.
    pub doc: &'static str,
    /// What the ids of its rows begin with.
    pub prefix: &'static str,
    /// The record's columns, between `seq` and `line`.
    pub columns: &'static [Column],
    /// The columns whose content makes a row's id.
    pub key: &'static [&'static str],
    /// Columns by which a reader groups the rows, outermost first; the JSON nests by them.
    pub groups: &'static [&'static str],
    /// Columns whose text stands above the record, shared with its neighbours: their cells have spans, but do not say
    /// where the record itself stands.
    pub above: &'static [&'static str],
}

const fn column(name: &'static str, doc: &'static str, kind: Type) -> Column {
    Column {
        name,
        doc,
        kind,
        among: &[],
    }
}

/// The columns that stand before those of every record.
pub static LEADING: &[Column] = &[
    column("report_id", "The report: the slug of its file.", Type::Text),
    column("id", "The record, by its own key.", Type::Text),
    column("seq", "Its number in the report, from 1.", Type::Integer),
];

/// The columns that stand behind those of every record: where it stands and what made it.
pub static TRAILING: &[Column] = &[
    column("line", "The line it starts on, from 1.", Type::Integer),
    column(
        "start",
        "Where it starts in the source, in Unicode code points from 0.",
        Type::Integer,
    ),
    column(
        "end",
        "Where it ends, half-open, in Unicode code points.",
        Type::Integer,
    ),
    column(
        "page",
        "The page it starts on, where the format has pages.",
        Type::Integer,
    ),
    column("rule", "The rule that made it.", Type::Text),
];

impl Table {
    /// Every column of its files, in order. A table with a `rule` of its own does not repeat that of the provenance.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> {
        let trailing = &TRAILING[..TRAILING.len() - usize::from(self.has_own_rule())];
        LEADING.iter().chain(self.columns).chain(trailing)
    }

    /// Whether a column of the record is itself called `rule`.
    pub fn has_own_rule(&self) -> bool {
        self.position("rule").is_some()
    }

    /// The position of a record column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == column)
    }

    /// The table under whose rows the JSON nests this one's: that of the first link to another table than `people`.
    pub fn parent(&self) -> Option<(usize, &'static str)> {
        let links = self.columns.iter().enumerate();
        links
            .filter(|(_, c)| c.kind == Type::Link)
            .find_map(|(i, c)| Some((i, *c.among.first()?)).filter(|(_, t)| *t != "people"))
    }
}

/// The id of a row: the prefix of its table, `-`, and 16 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Id {
    /// [`Table::prefix`].
    pub prefix: &'static str,
    /// The hash of the row's key.
    pub hash: u64,
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:016x}", self.prefix, self.hash)
    }
}

/// A value on its way out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// The report does not say.
    #[default]
    Empty,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Num(f64),
    /// A date, perhaps only its year or month.
    Date(Partial),
    /// A time of day.
    Time(Clock),
    /// Text, also a date or time that is already printed.
    Text(&'a str),
    /// A row of the same report that has no id yet: its table, where the column does not tell it, and its index.
    /// Sealing makes it an [`Id`].
    Row(Option<&'static str>, usize),
    /// The id of a row.
    Id(Id),
}

impl<'a> Cell<'a> {
    /// A text; empty where it has no character.
    pub fn text(text: &'a str) -> Cell<'a> {
        match text {
            "" => Cell::Empty,
            _ => Cell::Text(text),
        }
    }

    /// Whether the report does not say.
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }

    /// The text of a text cell; empty for any other.
    pub fn as_str(&self) -> &'a str {
        match self {
            Cell::Text(s) => s,
            _ => "",
        }
    }

    /// The cell as CSV prints it: numbers with `.` and no exponent, an empty cell as nothing.
    pub fn printed(&self) -> Cow<'a, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Bool(b) => Cow::Borrowed(if *b { "true" } else { "false" }),
            Cell::Int(i) => Cow::Owned(i.to_string()),
            Cell::Num(n) if n.is_finite() => Cow::Owned(n.to_string()),
            Cell::Num(_) => Cow::Borrowed(""),
            Cell::Date(d) => Cow::Owned(d.to_string()),
            Cell::Time(t) => Cow::Owned(t.to_string()),
            Cell::Text(s) => Cow::Borrowed(s),
            Cell::Row(_, row) => Cow::Owned(row.to_string()),
            Cell::Id(id) => Cow::Owned(id.to_string()),
        }
    }
}

/// A type that can stand in a row.
pub trait Field {
    /// The column type it makes.
    const TYPE: Type;
    /// Its value on the way out.
    fn cell(&self) -> Cell<'_>;
    /// Where it was taken from.
    fn spans(&self) -> &Spans;
}

/// A text cell with its places in the source; an empty text means that the report does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The cleaned text.
    pub value: String,
    /// Where it stands.
    pub spans: Spans,
}

impl Text {
    /// A text with its places.
    pub fn new(value: impl Into<String>, spans: impl Into<Spans>) -> Text {
        Text {
            value: value.into(),
            spans: spans.into(),
        }
    }

    /// Whether the report does not say.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Adds `more` behind `separator`; only `more` where this text is still empty.
    pub fn append(&mut self, separator: &str, more: &Text) {
        if more.is_empty() {
            return;
        }
        if !self.is_empty() {
            self.value.push_str(separator);
        }
        self.value.push_str(&more.value);
        self.spans.extend(&more.spans);
    }
}

impl Field for Text {
    const TYPE: Type = Type::Text;
    fn cell(&self) -> Cell<'_> {
        Cell::text(&self.value)
    }
    fn spans(&self) -> &Spans {
        &self.spans
    }
}

/// A value other than text, with the places it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Valued<T> {
    /// The value; `None` where the report does not say.
    pub value: Option<T>,
    /// Where it was read; empty where it follows from something else, such as the day from the heads above.
    pub spans: Spans,
}

impl<T> Default for Valued<T> {
    fn default() -> Self {
        Valued {
            value: None,
            spans: Spans::NONE,
        }
    }
}

impl<T> Valued<T> {
    /// A value read at these places.
    pub fn new(value: T, spans: impl Into<Spans>) -> Self {
        Valued {
            value: Some(value),
            spans: spans.into(),
        }
    }

    /// A value that follows from the report without standing in it at one place.
    pub fn derived(value: T) -> Self {
        Valued::new(value, Spans::NONE)
    }

    /// Whether the report does not say.
    pub fn is_empty(&self) -> bool {
        self.value.is_none()
    }
}

/// A whole number.
pub type Int = Valued<i64>;
/// A number.
pub type Num = Valued<f64>;
/// A truth value.
pub type Flag = Valued<bool>;
/// A date, perhaps only its year or month.
pub type Date = Valued<Partial>;
/// A time of day.
pub type Time = Valued<Clock>;
/// A word of a closed set.
pub type Choice = Valued<&'static str>;

macro_rules! valued_field {
    ($($inner:ty, $kind:expr, $cell:expr;)*) => {$(
        impl Field for Valued<$inner> {
            const TYPE: Type = $kind;
            fn cell(&self) -> Cell<'_> {
                self.value.map_or(Cell::Empty, $cell)
            }
            fn spans(&self) -> &Spans {
                &self.spans
            }
        }
    )*};
}

valued_field! {
    i64, Type::Integer, Cell::Int;
    f64, Type::Number, Cell::Num;
    bool, Type::Boolean, Cell::Bool;
    Partial, Type::Date, |d| d.year.map_or(Cell::Empty, |_| Cell::Date(d));
    Clock, Type::Time, Cell::Time;
    &'static str, Type::Choice, Cell::text;
}

/// A foreign key: the index of a row of this report's dataset, which becomes that row's id when the dataset is sealed.
///
/// A link to `people` stays empty until the run is linked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Index into the target table's rows.
    pub row: Option<usize>,
}

impl Link {
    /// A link to the row at `index`.
    pub fn to(index: usize) -> Link {
        Link { row: Some(index) }
    }
}

impl Field for Link {
    const TYPE: Type = Type::Link;
    fn cell(&self) -> Cell<'_> {
        self.row.map_or(Cell::Empty, |row| Cell::Row(None, row))
    }
    fn spans(&self) -> &Spans {
        NOWHERE
    }
}

const NOWHERE: &Spans = &Spans::NONE;

/// A row of any table of this report, which becomes that row's id when the dataset is sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The name of the table and the index of the row in it.
    pub row: Option<(&'static str, usize)>,
    /// The id of a row of the whole run, which has one from the start.
    pub id: Option<Id>,
}

impl Target {
    /// The row at `index` of the table that `R` is a row of.
    pub fn to<R: Record>(index: usize) -> Target {
        Target {
            row: Some((R::TABLE.name, index)),
            id: None,
        }
    }

    /// The row of the whole run that has this id.
    pub fn of(id: Id) -> Target {
        Target {
            row: None,
            id: Some(id),
        }
    }
}

impl Field for Target {
    const TYPE: Type = Type::Record;
    fn cell(&self) -> Cell<'_> {
        let row = self.row.map(|(table, row)| Cell::Row(Some(table), row));
        row.or(self.id.map(Cell::Id)).unwrap_or_default()
    }
    fn spans(&self) -> &Spans {
        NOWHERE
    }
}

/// A row of a table.
pub trait Record {
    /// The table it belongs to.
    const TABLE: &'static Table;
    /// Calls `visit` with the cell of each column and its places, in the table's order.
    fn each_field<'a>(&'a self, visit: &mut dyn FnMut(Cell<'a>, &'a Spans));
    /// Places that made the record beside those of its fields.
    fn from(&self) -> &Spans;
    /// The rule that made it.
    fn rule(&self) -> &'static str;

    /// The cells of its columns with their places, in the table's order.
    fn fields(&self) -> Vec<(Cell<'_>, &Spans)> {
        let mut fields = Vec::with_capacity(Self::TABLE.columns.len());
        self.each_field(&mut |cell, spans| fields.push((cell, spans)));
        fields
    }
}

/// The first of the expressions given: how [`record!`](crate::record) prefers what a declaration says to the default.
#[doc(hidden)]
#[macro_export]
macro_rules! first_of {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}

/// Declares a row type: its struct, its [`Table`] and its [`Record`].
///
/// ```text
/// record! {
///     /// What a row is.
///     pub struct Speaker in "speakers" ("spk") key [role, name] {
///         /// What the column holds.
///         session_id: Link in &["sessions"],
///         /// ...
///         role: Choice in ROLES,
///         name: Text,
///     }
/// }
/// ```
///
/// A column whose name the struct cannot use is written `field as "column": Text`. Fields that a record shares with
/// its neighbours because they stand above them all, such as the heading of a list, are named behind `above`.
/// Every row also has `from` (places beside those of its fields) and `rule` (the rule that made it).
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident in $table:literal ($prefix:literal) key [$($key:ident),*] $(groups [$($group:ident),*])? $(above [$($above:ident),*])? {
            $($(#[doc = $field_doc:literal])+ $field:ident $(as $column:literal)? : $kind:ident $(in $among:expr)?,)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $crate::schema::$kind,)+
            /// Places that made the record beside those of its fields.
            pub from: $crate::span::Spans,
            /// The rule that made the record.
            pub rule: &'static str,
        }

        impl $crate::schema::Record for $name {
            const TABLE: &'static $crate::schema::Table = &$crate::schema::Table {
                name: $table,
                doc: concat!($($doc),+).trim_ascii(),
                prefix: $prefix,
                columns: &[$($crate::schema::Column {
                    name: $crate::first_of!($($column,)? stringify!($field)),
                    doc: concat!($($field_doc),+).trim_ascii(),
                    kind: <$crate::schema::$kind as $crate::schema::Field>::TYPE,
                    among: $crate::first_of!($($among,)? &[]),
                },)+],
                key: &[$(stringify!($key)),*],
                groups: &[$($(stringify!($group)),*)?],
                above: &[$($(stringify!($above)),*)?],
            };
            fn each_field<'a>(
                &'a self,
                visit: &mut dyn FnMut($crate::schema::Cell<'a>, &'a $crate::span::Spans),
            ) {
                use $crate::schema::Field;
                $(visit(self.$field.cell(), self.$field.spans());)+
            }
            fn from(&self) -> &$crate::span::Spans {
                &self.from
            }
            fn rule(&self) -> &'static str {
                self.rule
            }
        }
    };
}
