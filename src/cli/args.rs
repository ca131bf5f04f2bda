//! What the user may type.

use crate::check::RULES;
use crate::emit::{DEFAULT_FORMATS, FORMATS, Format, Shape, format};
use crate::extract::{DateOrder, Options};
use crate::lexicon::Lang;
use crate::redact::{Redactor, Secret, Wanted};
use crate::run::{Care, Shard};
use crate::tables::{TABLES, position};
use anyhow::Context;
use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The variable that holds the secret of `--redact`.
const REDACT_KEY: &str = "RAPPORTEUR_REDACT_KEY";

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 findings of severity error under --strict, or faults that verify found; 2 usage or a bad control file; \
3 some input could not be read or held nothing, the others are written; 4 output could not be written. \
Of several the highest.";

const HELP: &str = "\
Examples:
  rapporteur                                        read raw/, write out/
  rapporteur minutes/ --out tables --format csv,xlsx,ics
  rapporteur minutes.txt --out - --tables outcomes  write one table to standard output
  rapporteur verify tables                          check that nobody edited what was written
  rapporteur explain out-0123456789abcdef           show a record beside its source

Exit codes: 0 done; 1 findings of severity error under --strict, or faults that verify found; 2 usage or a bad control file; \
3 some input could not be read or held nothing, the others are written; 4 output could not be written. \
Of several the highest.";

/// Meeting reports in, checked datasets out.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, after_help = HELP, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do; without it, `extract`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The arguments of `extract`.
    #[command(flatten)]
    pub extract: Extract,
}

/// What every run may be told of where its defaults are.
#[derive(Args, Debug)]
pub struct Configured {
    /// A file of defaults and severities; without it rapporteur.toml in this folder or the nearest above it
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read reports and write their tables (what is done without a command)
    #[command(after_help = HELP)]
    Extract(Extract),
    /// Put the outputs of all parts of a run together (see `extract --shard`)
    Merge(Merge),
    /// Show a record, the rule that made it, and its place in the source
    Explain(Explain),
    /// Print the data dictionary: every table with its columns
    Tables,
    /// Print the rules that findings come from, or all about one of them
    Rules {
        /// The rule, as it stands in the findings
        #[arg(value_parser = rules(), hide_possible_values = true)]
        rule: Option<String>,
    },
    /// Print the formats that tables are written in
    Formats,
    /// Print the script that completes the arguments in a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program, or of one of its commands, for man -l
    Man {
        /// The command
        command: Option<String>,
    },
    /// Show the blocks of a report: what the first stage sees
    Blocks {
        /// The report
        file: PathBuf,
    },
    /// Show the outline of a report: what the second stage sees
    Outline {
        /// The report
        file: PathBuf,
    },
    /// Check that a folder still is what a run wrote: hashes, cells, keys, links, places, accounting
    #[command(after_help = EXIT_CODES)]
    Verify {
        /// The folder
        #[arg(default_value = "out")]
        dir: PathBuf,
    },
    /// Tell what changed between two output folders: exit code 0 nothing, 1 something
    Diff(Diff),
    /// Score an output folder against gold
    Eval(Eval),
    /// Write the network of people, organisations and reports of an output folder
    Graph(Graph),
    /// Read the printed values of any text, as JSON
    Read(Read),
}

/// The arguments of `extract`.
#[derive(Args, Debug)]
pub struct Extract {
    /// Reports, folders of reports (their .txt, .md and .text files), or - for standard input
    #[arg(default_value = "raw")]
    pub paths: Vec<PathBuf>,
    /// The folder to write, or - to write one table to standard output
    #[arg(long, short, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// What to write there.
    #[command(flatten)]
    pub written: Written,
    /// How many reports to work on at once; as many as there are processors without it
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// How to read dates like 09/01/2017; without it the report's other dates decide, else the day comes first
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<Order>,
    /// The language of the reports; without it their words decide
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<String>,
    /// Print no findings, no summary and no progress
    #[arg(long, short)]
    pub quiet: bool,
    /// End with exit code 1 where a finding is an error
    #[arg(long)]
    pub strict: bool,
    /// Take over what an earlier run into the folder did of the same reports, keep what is done for the next run, and write
    /// run.jsonl, a line a report
    #[arg(long)]
    pub resume: bool,
    /// With --resume, do everything again
    #[arg(long, requires = "resume")]
    pub force: bool,
    /// Do one part of the reports, such as 2/5 for the second of five, for `merge`
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// Replace personal data in everything that is written: e-mail addresses and telephone numbers, or everybody whom a
    /// table names
    #[arg(long, value_delimiter = ',', value_name = "WHAT,...")]
    pub redact: Vec<Redact>,
    /// The file with the secret that pseudonyms are made with; without it the variable RAPPORTEUR_REDACT_KEY holds it
    #[arg(long, value_name = "FILE")]
    pub redact_key: Option<PathBuf>,
    /// Where defaults come from.
    #[command(flatten)]
    pub configured: Configured,
}

/// What a command writes into its output folder.
#[derive(Args, Debug)]
pub struct Written {
    /// The formats to write
    #[arg(long, short, value_delimiter = ',', value_name = "FORMAT,...", value_parser = formats(), default_values = DEFAULT_FORMATS)]
    pub format: Vec<String>,
    /// The tables to write; all without it
    #[arg(long, short, value_delimiter = ',', value_name = "TABLE,...", value_parser = tables(), hide_possible_values = true)]
    pub tables: Vec<String>,
}

/// The arguments of `merge`.
#[derive(Args, Debug)]
pub struct Merge {
    /// The output folders of all parts
    #[arg(required = true, value_name = "DIR")]
    pub shards: Vec<PathBuf>,
    /// The folder to write
    #[arg(long, short, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// What to write there.
    #[command(flatten)]
    pub written: Written,
    /// Print no findings, no summary and no progress
    #[arg(long, short)]
    pub quiet: bool,
    /// Where defaults come from.
    #[command(flatten)]
    pub configured: Configured,
}

/// The arguments of `explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// The id of a record, as it stands in the tables
    pub id: String,
    /// The folder that a run wrote, with its CSV files
    #[arg(long, short, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
}

/// The arguments of `diff`.
#[derive(Args, Debug)]
pub struct Diff {
    /// The output folder of the earlier run, or its datapackage.json
    pub old: PathBuf,
    /// That of the later run
    pub new: PathBuf,
    /// How to tell it
    #[arg(long, short, value_enum, default_value = "text")]
    pub format: DiffFormat,
    /// The tables to compare; all without it
    #[arg(long, short, value_delimiter = ',', value_name = "TABLE,...", value_parser = tables(), hide_possible_values = true)]
    pub tables: Vec<String>,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DiffFormat {
    /// A line a row or cell
    Text,
    /// The layout that daff's highlighter reads
    Csv,
    /// A document
    Json,
}

impl Diff {
    /// The tables asked for by their index in [`TABLES`].
    pub fn tables(&self) -> Vec<usize> {
        tables_of(&self.tables)
    }
}

/// The arguments of `eval`.
#[derive(Args, Debug)]
pub struct Eval {
    /// The folder of gold: a folder a report, a CSV file a table
    #[arg(long, value_name = "DIR")]
    pub gold: PathBuf,
    /// The folder that a run wrote
    #[arg(default_value = "out")]
    pub out: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Also list what is missing, extra and wrong
    #[arg(long)]
    pub differences: bool,
}

/// The arguments of `graph`.
#[derive(Args, Debug)]
pub struct Graph {
    /// The folder that a run wrote, with its CSV files
    #[arg(default_value = "out")]
    pub folder: PathBuf,
    /// The format to write
    #[arg(long, short, value_name = "FORMAT", value_parser = networks(), default_value = "graphml")]
    pub format: String,
    /// The file to write; without it, or as -, standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
}

/// The arguments of `read`.
#[derive(Args, Debug)]
pub struct Read {
    /// What to read
    pub dimension: Dimension,
    /// The text
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub text: Option<String>,
    /// Read {"id", "text"} from each line of standard input and write {"id", "readings"}
    #[arg(long)]
    pub jsonl: bool,
    /// A date near to which dates without a year are taken to be
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub reference: Option<jiff::civil::Date>,
    /// How to read dates like 09/01/2017
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<Order>,
    /// The language of the text
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<String>,
}

/// A kind of printed value.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Dimension {
    /// Numbers with their units
    Quantity,
    /// Clock times, dates and ranges of either
    Time,
    /// People with their titles, jobs and organisations
    Person,
    /// Places
    Place,
}

/// What is redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Redact {
    /// E-mail addresses and telephone numbers
    Contacts,
    /// Everybody whom a table names, and e-mail addresses
    People,
}

/// The order of a date's parts.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Order {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
}

impl Extract {
    /// What the user tells the extraction.
    pub fn options(&self) -> Options {
        Options {
            date_order: self.date_order.map(|order| match order {
                Order::Dmy => DateOrder::Dmy,
                Order::Mdy => DateOrder::Mdy,
            }),
            lang: self.lang.as_deref().and_then(Lang::from_tag),
            ..Options::default()
        }
    }

    /// How the run minds what stands in the folder that it writes.
    pub fn care(&self) -> Care {
        Care {
            resume: self.resume,
            force: self.force,
            shard: self.shard,
        }
    }

    /// What redacts, where it is asked for.
    ///
    /// # Errors
    /// Where there is no secret, or one that is too short.
    pub fn redactor(&self) -> anyhow::Result<Option<Redactor>> {
        let wanted = Wanted {
            contacts: self.redact.contains(&Redact::Contacts),
            people: self.redact.contains(&Redact::People),
        };
        if wanted == Wanted::default() {
            return Ok(None);
        }
        let secret = match &self.redact_key {
            Some(file) => {
                std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?
            }
            None => std::env::var_os(REDACT_KEY)
                .map(|secret| secret.to_string_lossy().into_owned().into_bytes())
                .with_context(|| {
                    format!("--redact needs a secret: --redact-key FILE, or {REDACT_KEY}")
                })?,
        };
        Ok(Some(Redactor::new(wanted, Secret::new(&secret)?)))
    }

    /// Whether one table goes to standard output.
    pub fn to_stdout(&self) -> bool {
        self.out.as_os_str() == "-"
    }

    /// The one table and format for standard output.
    ///
    /// # Errors
    /// A usage error where there are more or none, or where the format is none of rows.
    pub fn one_table(&self) -> Result<(usize, &'static dyn Format), clap::Error> {
        let usage = |message: &str| Cli::command().error(ErrorKind::ArgumentConflict, message);
        let [table] = self.written.tables.as_slice() else {
            return Err(usage(
                "--out - writes one table; name it with --tables TABLE",
            ));
        };
        let default: Vec<&str> = DEFAULT_FORMATS.to_vec();
        let asked = match self.written.format.as_slice() {
            [one] => Some(one.as_str()),
            several if several == default => default.first().copied(),
            _ => None,
        };
        let format = asked.and_then(format);
        let rows = format.filter(|f| matches!(f.shape(), Shape::Tables(_)));
        match (position(table), rows) {
            (Some(table), Some(format)) => Ok((table, format)),
            _ => Err(usage(
                "--out - writes one format of rows; name it with --format csv or --format jsonl",
            )),
        }
    }
}

impl Written {
    /// The formats asked for, each once, in the order of [`FORMATS`].
    pub fn formats(&self) -> Vec<&'static dyn Format> {
        let asked = |f: &&dyn Format| self.format.iter().any(|name| name == f.name());
        FORMATS.iter().copied().filter(asked).collect()
    }

    /// The tables asked for by their index in [`TABLES`].
    pub fn tables(&self) -> Vec<usize> {
        tables_of(&self.tables)
    }
}

/// The tables of these names, each once, in the order of [`TABLES`]; all where none is named.
fn tables_of(names: &[String]) -> Vec<usize> {
    let asked = |t: &usize| names.is_empty() || names.iter().any(|name| name == TABLES[*t].name);
    (0..TABLES.len()).filter(asked).collect()
}

fn formats() -> PossibleValuesParser {
    let value = |f: &&dyn Format| clap::builder::PossibleValue::new(f.name()).help(f.doc());
    PossibleValuesParser::new(FORMATS.iter().map(value).collect::<Vec<_>>())
}

fn networks() -> PossibleValuesParser {
    let value = |(name, doc): &(&'static str, &'static str)| {
        clap::builder::PossibleValue::new(name).help(doc)
    };
    PossibleValuesParser::new(crate::graph::FORMATS.iter().map(value).collect::<Vec<_>>())
}

fn tables() -> PossibleValuesParser {
    PossibleValuesParser::new(TABLES.iter().map(|t| t.name).collect::<Vec<_>>())
}

fn rules() -> PossibleValuesParser {
    PossibleValuesParser::new(RULES.iter().map(|r| r.name).collect::<Vec<_>>())
}

fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(Lang::ALL.iter().map(|l| l.tag()).collect::<Vec<_>>())
}
