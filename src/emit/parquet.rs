//! Parquet: one file a table, with the types of the schema; an empty cell is null.
//!
//! The rows of a table are collected until they make a row group. Dates and times are text as everywhere, for a date may be
//! no more than a year. The files hold no time of writing, so that the same rows give the same bytes.

use super::pack::{blocks, each_row, pack};
use super::{Files, Format, Gather, RunFiles, Shape, promise};
use crate::schema::{Column, Table, Type};
use crate::spool::Sealed;
use crate::tables::TABLES;
use anyhow::{Context, Result, bail};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type as Node, TypePtr};
use std::fs::File;
use std::sync::{Arc, Mutex};

/// Bytes of CSV that make a row group. Readers skip whole groups, and a group is held in memory until it is written.
const GROUP: usize = 4 << 20;

/// The format `parquet`.
pub struct Parquet;

impl Format for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }
    fn doc(&self) -> &'static str {
        "typed columns, a file a table, for pandas, R, DuckDB and Spark"
    }
    fn extension(&self) -> &'static str {
        "parquet"
    }
    fn media_type(&self) -> &'static str {
        "application/vnd.apache.parquet"
    }
    fn shape(&self) -> Shape<'_> {
        Shape::Run(self)
    }
}

impl RunFiles for Parquet {
    fn begin(&self, tables: &[usize]) -> Box<dyn Gather> {
        let parts = tables.iter().map(|&index| Part {
            index,
            table: TABLES[index],
            rows: Vec::new(),
            open: Mutex::new(None),
        });
        Box::new(Parts {
            tables: tables.to_vec(),
            parts: parts.collect(),
        })
    }

    fn is_ours(&self, path: &str) -> bool {
        TABLES.iter().any(|table| path == file(table))
    }
}

fn file(table: &Table) -> String {
    format!("{}.parquet", table.name)
}

/// The files in the making.
struct Parts {
    tables: Vec<usize>,
    parts: Vec<Part>,
}

/// A table's file, opened when its first rows come by, and the rows that make no row group yet, as CSV.
struct Part {
    /// Where the table stands in [`TABLES`].
    index: usize,
    table: &'static Table,
    rows: Vec<u8>,
    open: Mutex<Option<SerializedFileWriter<File>>>,
}

impl Gather for Parts {
    fn render(&self, report: &Sealed<'_>, _: &Files) -> Result<Vec<u8>> {
        Ok(pack(report, &self.tables))
    }

    fn take(&mut self, _: &str, rendered: Vec<u8>, files: &Files) -> Result<()> {
        for (table, block) in blocks(&rendered) {
            let Some(part) = self.parts.iter_mut().find(|p| p.index == table) else {
                bail!("rows of a table that is not written");
            };
            part.rows.extend_from_slice(block);
            if part.rows.len() >= GROUP {
                part.write(files)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, files: &Files) -> Result<()> {
        for part in &mut self.parts {
            part.write(files)?;
            let open = part.open.get_mut().map_err(|e| anyhow::anyhow!("{e}"))?;
            if let Some(writer) = open.take() {
                writer.close()?;
                files.adopt(&file(part.table))?;
            }
        }
        Ok(())
    }
}

impl Part {
    /// Writes the collected rows as a row group; a table without rows gets a file without groups.
    fn write(&mut self, files: &Files) -> Result<()> {
        let open = self.open.get_mut().map_err(|e| anyhow::anyhow!("{e}"))?;
        let writer = match open {
            Some(writer) => writer,
            None => open.insert(begin(self.table, files)?),
        };
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut columns: Vec<Values> = self.table.all_columns().map(Values::of).collect();
        each_row(&self.rows, |row| {
            columns
                .iter_mut()
                .zip(row)
                .for_each(|(c, cell)| c.push(cell));
            Ok(())
        })?;
        self.rows.clear();
        let mut group = writer.next_row_group()?;
        for (values, column) in columns.iter().zip(self.table.all_columns()) {
            let mut writer = group.next_column()?.context("a column is missing")?;
            values.write(&mut writer, promise(self.table, column).required)?;
            writer.close()?;
        }
        group.close()?;
        Ok(())
    }
}

fn begin(table: &Table, files: &Files) -> Result<SerializedFileWriter<File>> {
    let path = files.path_of(&file(table));
    let open = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("rapporteur ", env!("CARGO_PKG_VERSION")).to_string())
        .build();
    let schema = schema(table)?;
    Ok(SerializedFileWriter::new(
        open,
        schema,
        Arc::new(properties),
    )?)
}

/// The columns with their types.
fn schema(table: &Table) -> Result<TypePtr> {
    let columns = table.all_columns().map(|column| {
        let (physical, logical) = match column.kind {
            Type::Integer => (Physical::INT64, None),
            Type::Number => (Physical::DOUBLE, None),
            Type::Boolean => (Physical::BOOLEAN, None),
            _ => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        };
        let repetition = match promise(table, column).required {
            true => Repetition::REQUIRED,
            false => Repetition::OPTIONAL,
        };
        let node = Node::primitive_type_builder(column.name, physical)
            .with_repetition(repetition)
            .with_logical_type(logical);
        Ok(Arc::new(node.build()?))
    });
    let columns: Result<Vec<TypePtr>> = columns.collect();
    let root = Node::group_type_builder(table.name).with_fields(columns?);
    Ok(Arc::new(root.build()?))
}

/// The filled cells of a column, and for each row whether its cell is filled.
struct Values {
    filled: Vec<i16>,
    cells: Cells,
}

enum Cells {
    Texts(Vec<ByteArray>),
    Integers(Vec<i64>),
    Numbers(Vec<f64>),
    Booleans(Vec<bool>),
}

impl Values {
    fn of(column: &Column) -> Values {
        let cells = match column.kind {
            Type::Integer => Cells::Integers(Vec::new()),
            Type::Number => Cells::Numbers(Vec::new()),
            Type::Boolean => Cells::Booleans(Vec::new()),
            _ => Cells::Texts(Vec::new()),
        };
        let filled = Vec::new();
        Values { filled, cells }
    }

    fn push(&mut self, cell: &str) {
        let filled = !cell.is_empty()
            && match &mut self.cells {
                Cells::Texts(all) => add(all, Some(cell.into())),
                Cells::Integers(all) => add(all, cell.parse().ok()),
                Cells::Numbers(all) => add(all, cell.parse().ok()),
                Cells::Booleans(all) => add(all, cell.parse().ok()),
            };
        self.filled.push(filled.into());
    }

    fn write(&self, to: &mut SerializedColumnWriter<'_>, required: bool) -> Result<()> {
        let filled = (!required).then_some(self.filled.as_slice());
        match &self.cells {
            Cells::Texts(all) => batch::<ByteArrayType>(to, all, filled),
            Cells::Integers(all) => batch::<Int64Type>(to, all, filled),
            Cells::Numbers(all) => batch::<DoubleType>(to, all, filled),
            Cells::Booleans(all) => batch::<BoolType>(to, all, filled),
        }
    }
}

fn add<T>(all: &mut Vec<T>, cell: Option<T>) -> bool {
    let filled = cell.is_some();
    all.extend(cell);
    filled
}

fn batch<T: DataType>(
    to: &mut SerializedColumnWriter<'_>,
    cells: &[T::T],
    filled: Option<&[i16]>,
) -> Result<()> {
    to.typed::<T>().write_batch(cells, filled, None)?;
    Ok(())
}
