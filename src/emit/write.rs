//! The writing of a run: reports are rendered on many threads and appended in their order on one.

use super::files::{Files, Growing};
use super::{Format, Gather, ReportText, Shape, TableText};
use crate::spool::Sealed;
use crate::tables::TABLES;
use anyhow::Result;
use rayon::prelude::*;

/// Bytes that a row mostly takes no more of.
const ROW: usize = 512;

/// The open files of a run.
pub struct Writer<'f> {
    files: &'f Files,
    tables: Vec<usize>,
    documents: Vec<(&'static dyn ReportText, &'static str)>,
    growing: Vec<(&'static dyn TableText, usize, Growing)>,
    gathers: Vec<Box<dyn Gather>>,
}

/// What one report adds, in the order of the writer's files.
pub struct Rendered {
    report_id: String,
    growing: Vec<Vec<u8>>,
    gathers: Vec<Vec<u8>>,
}

impl<'f> Writer<'f> {
    /// Opens a file for each of these tables in each format that has one.
    pub fn open(
        files: &'f Files,
        formats: &[&'static dyn Format],
        tables: &[usize],
    ) -> Result<Self> {
        let mut writer = Writer {
            files,
            tables: tables.to_vec(),
            documents: Vec::new(),
            growing: Vec::new(),
            gathers: Vec::new(),
        };
        for format in formats {
            match format.shape() {
                Shape::Run(run) => writer.gathers.push(run.begin(tables)),
                Shape::Reports(text) => writer.documents.push((text, format.extension())),
                Shape::Tables(text) => {
                    for &table in tables {
                        let path = format!("{}.{}", TABLES[table].name, format.extension());
                        let mut file = files.open(&path);
                        let mut head = Vec::new();
                        text.head(TABLES[table], &mut head);
                        file.append(&head)?;
                        writer.growing.push((text, table, file));
                    }
                }
            }
        }
        Ok(writer)
    }

    /// Renders a report and writes its documents.
    pub fn render(&self, report: &Sealed<'_>) -> Result<Rendered> {
        for (text, extension) in &self.documents {
            if !report.report_id.is_empty() {
                let mut bytes = Vec::new();
                text.document(report, &self.tables, &mut bytes);
                let path = format!("reports/{}.{extension}", report.report_id);
                // A format may have nothing to say of a report.
                if !bytes.is_empty() {
                    self.files.write(&path, &bytes, None)?;
                }
            }
        }
        let rendered = self.growing.iter().map(|(text, table, _)| {
            let mut rows = report.rows(*table);
            let mut bytes = Vec::with_capacity(rows.len() * ROW);
            if rows.len() > 0 {
                text.rows(&mut rows, &mut bytes);
            }
            bytes
        });
        let gathers = self.gathers.iter().map(|g| g.render(report, self.files));
        Ok(Rendered {
            report_id: report.report_id.to_string(),
            growing: rendered.collect(),
            gathers: gathers.collect::<Result<_>>()?,
        })
    }

    /// Appends what [`render`](Self::render) made, in this order: each file by itself, on any thread.
    pub fn append(&mut self, rendered: Vec<Rendered>) -> Result<()> {
        let files = self.growing.par_iter_mut().enumerate();
        files.try_for_each(|(i, (.., file))| {
            let mut parts = rendered.iter().map(|r| &r.growing[i]);
            parts.try_for_each(|bytes| file.append(bytes))
        })?;
        for report in rendered {
            for (gather, bytes) in self.gathers.iter_mut().zip(report.gathers) {
                gather.take(&report.report_id, bytes, self.files)?;
            }
        }
        Ok(())
    }

    /// Ends every file.
    pub fn finish(mut self) -> Result<()> {
        let files = self.files;
        let (gathers, growing) = (&mut self.gathers, self.growing);
        let (gathered, grown) = rayon::join(
            || gathers.iter_mut().try_for_each(|g| g.finish(files)),
            || {
                let growing = growing.into_par_iter();
                growing.try_for_each(|(.., file)| files.close(file))
            },
        );
        gathered.and(grown)
    }
}
