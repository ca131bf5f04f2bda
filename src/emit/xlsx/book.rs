//! The workbook, written.

use super::layout::{Layout, Limits, cut};
use crate::emit::pack::each_row;
use crate::schema::{Table, Type};
use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

/// Whole numbers up to here are numbers to a spreadsheet, which counts in floating point.
const EXACT: i64 = 1 << 53;

/// The formats of cells.
struct Looks {
    head: Format,
    date: Format,
    time: Format,
}

impl Looks {
    fn new() -> Looks {
        Looks {
            head: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("hh:mm"),
        }
    }
}

/// The bytes of a workbook of these tables, each with its rows as CSV.
pub(super) fn workbook(tables: &[(&'static Table, &[u8])], limits: Limits) -> Result<Vec<u8>> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    // Without it the moment of writing would stand in the file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let layouts = tables
        .iter()
        .map(|(table, csv)| Layout::of(table, csv, limits));
    let layouts: Vec<Layout> = layouts.collect::<Result<_>>()?;
    contents(book.add_worksheet(), tables, &layouts, limits, &looks)?;
    columns(book.add_worksheet(), tables, &looks)?;
    for ((table, csv), layout) in tables.iter().zip(&layouts) {
        let mut sheets = Sheets {
            book: &mut book,
            table,
            layout,
            limits,
            looks: &looks,
            count: 0,
            row: 0,
        };
        sheets.begin()?;
        each_row(csv, |cells| sheets.row(cells))?;
        sheets.end()?;
    }
    Ok(book.save_to_buffer()?)
}

/// The first sheet: every table with its rows, what one is, and what had to be cut.
fn contents(
    sheet: &mut Worksheet,
    tables: &[(&'static Table, &[u8])],
    layouts: &[Layout],
    limits: Limits,
    looks: &Looks,
) -> Result<()> {
    sheet.set_name("contents")?;
    let head = ["sheet", "rows", "what a row is", "note"];
    heading(sheet, &head, &[24, 10, 80, 60], looks)?;
    for (i, ((table, _), layout)) in tables.iter().zip(layouts).enumerate() {
        let row = i as u32 + 1;
        sheet.write_string(row, 0, table.name)?;
        sheet.write_number(row, 1, layout.rows as f64)?;
        sheet.write_string(row, 2, table.doc)?;
        let note = note(table, layout, limits);
        if !note.is_empty() {
            sheet.write_string(row, 3, note)?;
        }
    }
    Ok(())
}

fn note(table: &Table, layout: &Layout, limits: Limits) -> String {
    let mut notes = Vec::new();
    let per_sheet = limits.rows as usize - 1;
    if layout.rows > per_sheet {
        let last = layout.rows.div_ceil(per_sheet);
        notes.push(format!(
            "goes on up to the sheet \"{} ({last})\"",
            table.name
        ));
    }
    let names: Vec<_> = table.all_columns().map(|c| c.name).collect();
    for &(column, _) in layout.further.iter().filter(|(_, part)| *part == 2) {
        let name = names[column];
        notes.push(format!(
            "texts of {name} longer than {} signs go on in the column \"{name} (2)\"",
            limits.units
        ));
    }
    notes.join("; ")
}

/// The second sheet: what every column holds.
fn columns(sheet: &mut Worksheet, tables: &[(&'static Table, &[u8])], looks: &Looks) -> Result<()> {
    sheet.set_name("columns")?;
    heading(
        sheet,
        &["sheet", "column", "what it holds"],
        &[24, 24, 80],
        looks,
    )?;
    let all = tables
        .iter()
        .flat_map(|(table, _)| table.all_columns().map(move |c| (table, c)));
    for (i, (table, column)) in all.enumerate() {
        let row = i as u32 + 1;
        sheet.write_string(row, 0, table.name)?;
        sheet.write_string(row, 1, column.name)?;
        sheet.write_string(row, 2, column.doc)?;
    }
    Ok(())
}

/// A frozen row of names above columns of these widths, to filter by.
fn heading(sheet: &mut Worksheet, names: &[&str], widths: &[usize], looks: &Looks) -> Result<()> {
    for (column, (name, &width)) in names.iter().zip(widths).enumerate() {
        sheet.write_string_with_format(0, column as u16, *name, &looks.head)?;
        sheet.set_column_width(column as u16, width as f64 + 2.0)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The sheets of one table.
struct Sheets<'b> {
    book: &'b mut Workbook,
    table: &'static Table,
    layout: &'b Layout,
    limits: Limits,
    looks: &'b Looks,
    /// How many there are.
    count: usize,
    /// The next row of the last one.
    row: u32,
}

impl Sheets<'_> {
    fn begin(&mut self) -> Result<()> {
        self.count += 1;
        self.row = 1;
        let columns: Vec<&str> = self.table.all_columns().map(|c| c.name).collect();
        let further = self.layout.further.iter();
        let further = further.map(|(column, part)| format!("{} ({part})", columns[*column]));
        let names: Vec<String> = columns
            .iter()
            .map(|c| c.to_string())
            .chain(further)
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut widths = self.layout.widths.clone();
        widths.resize(names.len(), 24);
        let sheet = self.book.add_worksheet();
        match self.count {
            1 => sheet.set_name(self.table.name)?,
            n => sheet.set_name(format!("{} ({n})", self.table.name))?,
        };
        heading(sheet, &names, &widths, self.looks)
    }

    fn end(&mut self) -> Result<()> {
        let columns = self.layout.widths.len() + self.layout.further.len();
        let last = self.row - 1;
        if let Some(sheet) = self.book.worksheets_mut().last_mut() {
            sheet.autofilter(0, 0, last, columns as u16 - 1)?;
        }
        Ok(())
    }

    fn row(&mut self, cells: &csv::StringRecord) -> Result<()> {
        if self.row == self.limits.rows {
            self.end()?;
            self.begin()?;
        }
        let Some(sheet) = self.book.worksheets_mut().last_mut() else {
            return Ok(());
        };
        let columns = self.table.all_columns().zip(cells).enumerate();
        for (i, (column, text)) in columns.filter(|(_, (_, text))| !text.is_empty()) {
            if !write_typed(sheet, (self.row, i as u16), column.kind, text, self.looks)? {
                for (part, text) in (1..).zip(cut(text, self.limits.units)) {
                    let at = self.layout.further(i, part).unwrap_or(i);
                    sheet.write_string(self.row, at as u16, text)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }
}

/// Writes a cell that is no text; says whether it was one.
fn write_typed(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    kind: Type,
    text: &str,
    looks: &Looks,
) -> Result<bool> {
    match kind {
        Type::Integer => match text.parse::<i64>().ok().filter(|n| n.abs() <= EXACT) {
            Some(n) => sheet.write_number(row, column, n as f64)?,
            None => return Ok(false),
        },
        Type::Number => match text.parse::<f64>().ok().filter(|n| n.is_finite()) {
            Some(n) => sheet.write_number(row, column, n)?,
            None => return Ok(false),
        },
        Type::Boolean => sheet.write_boolean(row, column, text == "true")?,
        Type::Date => match whole_date(text) {
            Some(date) => sheet.write_datetime_with_format(row, column, &date, &looks.date)?,
            None => return Ok(false),
        },
        Type::Time => match time(text) {
            Some(time) => sheet.write_datetime_with_format(row, column, &time, &looks.time)?,
            None => return Ok(false),
        },
        Type::Text | Type::Choice | Type::Link | Type::Record => return Ok(false),
    };
    Ok(true)
}

/// A date of day, month and year, from 1901 on: before, Excel counts a day that there never was.
fn whole_date(text: &str) -> Option<ExcelDateTime> {
    let date: jiff::civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
    let year = u16::try_from(date.year()).ok().filter(|y| *y > 1900)?;
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()
}

fn time(text: &str) -> Option<ExcelDateTime> {
    let (hour, minute) = text.split_once(':')?;
    ExcelDateTime::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()
}
