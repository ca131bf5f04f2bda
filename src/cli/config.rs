//! `rapporteur.toml`: what the user wants on every run.
//!
//! The file is looked for in the working folder and then in each folder above it; `--config FILE` names another. Its keys
//! are the long options of `extract` (`out = "tables"`, `format = ["csv", "jsonl"]`, `date-order = "mdy"`, `strict = true`),
//! each a default that the command line overrides, in every command that has the option. A path in it is taken from the
//! folder of the file. Its one table, `[rules]`, gives a rule's name a severity, or silences it:
//! `name-varies = "off"`. A key that there is not, or a value that its option does not take, is an error.

use super::args::{Cli, Extract};
use crate::check::{RULES, Severities};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Args, CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the file.
const FILE: &str = "rapporteur.toml";

/// Options that say where, and not how: no defaults.
const NOT_DEFAULTS: &[&str] = &["config", "force", "help", "shard", "version"];

/// Options whose value is a path.
const PATHS: &[&str] = &["out", "redact-key"];

/// What the user typed, with the file's defaults, and the severities that it sets.
///
/// # Errors
/// What is wrong with the command line, as clap says it, or with the file, with line and column.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<(Cli, Severities), Wrong> {
    let matches = Cli::command().try_get_matches_from(&arguments)?;
    let Some(file) = named(&matches).or_else(nearest) else {
        return Ok((Cli::from_arg_matches(&matches)?, Severities::default()));
    };
    let text = std::fs::read(&file).map_err(|e| Wrong::File(format!("{}: {e}", file.display())))?;
    let config = Config::read(&file, &text).map_err(Wrong::File)?;
    let at = usize::from(matches.subcommand_name().is_some()) + 1;
    let defaults = config.missing(matches.subcommand().map_or(&matches, |(_, m)| m), &matches);
    let mut all = arguments;
    all.splice(at..at, defaults);
    let matches = Cli::command().try_get_matches_from(all)?;
    Ok((Cli::from_arg_matches(&matches)?, config.severities))
}

/// Why a command line cannot be done.
pub(super) enum Wrong {
    /// The arguments; also where they ask for help.
    Arguments(clap::Error),
    /// The file.
    File(String),
}

impl From<clap::Error> for Wrong {
    fn from(error: clap::Error) -> Wrong {
        Wrong::Arguments(error)
    }
}

fn named(matches: &ArgMatches) -> Option<PathBuf> {
    let own = matches.subcommand().map_or(matches, |(_, m)| m);
    let of = |m: &ArgMatches| m.try_get_one::<PathBuf>("config").ok().flatten().cloned();
    of(own).or_else(|| of(matches))
}

/// The file in the working folder or the nearest one above it.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut files = here.ancestors().map(|folder| folder.join(FILE));
    files.find(|file| file.is_file())
}

/// What a file says.
struct Config {
    /// For each option its name and the arguments that say the same.
    defaults: Vec<(String, Vec<OsString>)>,
    severities: Severities,
}

/// A file while it is read.
struct Reader<'a> {
    file: &'a Path,
    text: &'a str,
    options: clap::Command,
}

impl Config {
    fn read(file: &Path, bytes: &[u8]) -> Result<Config, String> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let valid = |e: &std::str::Utf8Error| {
            String::from_utf8_lossy(&bytes[..e.valid_up_to()]).into_owned()
        };
        let text = std::str::from_utf8(bytes).map_err(|e| {
            let before = valid(&e);
            let reader = Reader::new(file, &before);
            reader.wrong(
                &(before.len()..before.len()),
                "is not UTF-8; save the file as UTF-8",
            )
        })?;
        let reader = Reader::new(file, text);
        let table = DeTable::parse(text)
            .map_err(|e| reader.wrong(&e.span().unwrap_or(0..0), e.message()))?;
        let mut config = Config {
            defaults: Vec::new(),
            severities: Severities::default(),
        };
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("rules", DeValue::Table(rules)) => reader.rules(rules, &mut config.severities)?,
                ("rules", _) => {
                    return Err(reader.wrong(&value.span(), "rules is a table: [rules]"));
                }
                _ => config.defaults.push(reader.option(key, value)?),
            }
        }
        Ok(config)
    }

    /// The arguments for the options that a command has and the user did not type.
    fn missing(&self, command: &ArgMatches, whole: &ArgMatches) -> Vec<OsString> {
        let given = |id: &str| {
            let typed = |m: &ArgMatches| {
                m.try_contains_id(id).is_ok()
                    && m.value_source(id) == Some(ValueSource::CommandLine)
            };
            typed(command) || typed(whole)
        };
        let known = |id: &str| command.try_contains_id(id).is_ok();
        let defaults = self.defaults.iter().filter(|(name, _)| {
            let id = name.replace('-', "_");
            known(&id) && !given(&id)
        });
        defaults
            .flat_map(|(_, arguments)| arguments.clone())
            .collect()
    }
}

impl<'a> Reader<'a> {
    fn new(file: &'a Path, text: &'a str) -> Reader<'a> {
        let options = Extract::augment_args(clap::Command::new("extract").no_binary_name(true));
        Reader {
            file,
            text,
            options,
        }
    }

    /// A message with the place of these bytes, line and character from 1.
    fn wrong(&self, at: &Range<usize>, message: &str) -> String {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        format!("{}:{line}:{column}: {message}", self.file.display())
    }

    fn rules(&self, rules: &DeTable, severities: &mut Severities) -> Result<(), String> {
        for (key, value) in rules {
            let name = key.get_ref().as_ref();
            if !RULES.iter().any(|r| r.name == name) {
                let message = format!("there is no rule {name:?}; `rapporteur rules` lists them");
                return Err(self.wrong(&key.span(), &message));
            }
            let word = value.get_ref().as_str().unwrap_or_default();
            if !severities.set(name, word) {
                let words: Vec<&str> = Severities::words().collect();
                let message = format!("a rule is one of {}", words.join(", "));
                return Err(self.wrong(&value.span(), &message));
            }
        }
        Ok(())
    }

    /// An option's name and the arguments that say what the file says.
    fn option(
        &self,
        key: &Spanned<std::borrow::Cow<str>>,
        value: &Spanned<DeValue>,
    ) -> Result<(String, Vec<OsString>), String> {
        let name = key.get_ref().as_ref();
        let is_name = |arg: &&Arg| arg.get_long() == Some(name) && !NOT_DEFAULTS.contains(&name);
        let Some(arg) = self.options.get_arguments().find(is_name) else {
            let known = self.options.get_arguments().filter_map(Arg::get_long);
            let known: Vec<&str> = known.filter(|n| !NOT_DEFAULTS.contains(n)).collect();
            let message = format!(
                "unknown key {name:?}; the keys are [rules] and {}",
                known.join(", ")
            );
            return Err(self.wrong(&key.span(), &message));
        };
        let flag = matches!(arg.get_action(), ArgAction::SetTrue);
        let arguments: Vec<OsString> = match (flag, value.get_ref()) {
            (true, DeValue::Boolean(true)) => vec![format!("--{name}").into()],
            (true, DeValue::Boolean(false)) => Vec::new(),
            (true, _) => return Err(self.wrong(&value.span(), "expected true or false")),
            (false, _) => {
                let text = self.text_of(value, name)?;
                vec![format!("--{name}={text}").into()]
            }
        };
        let tried = self
            .options
            .clone()
            .args_override_self(true)
            .try_get_matches_from(&arguments);
        match tried {
            Err(error) if error.kind() != clap::error::ErrorKind::MissingRequiredArgument => {
                let told = error.to_string();
                let told: Vec<&str> = told
                    .lines()
                    .map(str::trim)
                    .filter(|l| !l.is_empty())
                    .collect();
                let told = told
                    .iter()
                    .filter(|l| !l.starts_with("For more") && !l.starts_with("Usage"));
                let told: Vec<&str> = told.map(|l| l.trim_start_matches("error: ")).collect();
                Err(self.wrong(&value.span(), &told.join(" ")))
            }
            _ => Ok((name.to_string(), arguments)),
        }
    }

    /// A value as it is typed: the parts of an array with commas between them.
    fn text_of(&self, value: &Spanned<DeValue>, name: &str) -> Result<String, String> {
        match value.get_ref() {
            DeValue::String(text) if PATHS.contains(&name) && text != "-" => {
                let folder = self.file.parent().unwrap_or(Path::new(""));
                Ok(folder.join(text.as_ref()).display().to_string())
            }
            DeValue::String(text) => Ok(text.to_string()),
            DeValue::Integer(number) => Ok(number.as_str().to_string()),
            DeValue::Array(parts) => {
                let parts: Result<Vec<String>, String> =
                    parts.iter().map(|p| self.text_of(p, name)).collect();
                Ok(parts?.join(","))
            }
            _ => Err(self.wrong(
                &value.span(),
                "expected text, a whole number or a list of them",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        match Config::read(Path::new("r.toml"), text.as_bytes()) {
            Ok(_) => String::new(),
            Err(message) => message,
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (text, message) in [
            ("outt = \"x\"\n", "r.toml:1:1: unknown key \"outt\""),
            (
                "\n[rules]\n name-varies = \"loud\"\n",
                "r.toml:3:16: a rule is one of off, error",
            ),
            (
                "[rules]\nno-rule = \"off\"\n",
                "r.toml:2:1: there is no rule \"no-rule\"",
            ),
            ("rules = 1\n", "r.toml:1:9: rules is a table"),
            (
                "format = [\"csv\", \"cvs\"]\n",
                "r.toml:1:10: invalid value 'cvs'",
            ),
            ("jobs = 0\n", "r.toml:1:8: invalid value '0'"),
            ("strict = \"yes\"\n", "r.toml:1:10: expected true or false"),
            ("out = \n", "r.toml:1:7: "),
            ("config = \"x\"\n", "r.toml:1:1: unknown key"),
        ] {
            let told = wrong(text);
            assert!(told.starts_with(message), "{text:?}: {told}");
        }
        let latin = Config::read(Path::new("r.toml"), b"out = \"x\"\n# \xe9\n").err();
        assert_eq!(
            latin.as_deref(),
            Some("r.toml:2:3: is not UTF-8; save the file as UTF-8")
        );
    }

    #[test]
    fn options_become_arguments_and_paths_start_at_the_file() {
        let text =
            "out = \"t\"\nformat = [\"csv\", \"jsonl\"]\njobs = 2\nstrict = true\nquiet = false\n";
        let config =
            Config::read(Path::new("at/r.toml"), text.as_bytes()).map_err(|e| e.to_string());
        let config = config.expect("a config");
        let all: Vec<String> = config
            .defaults
            .iter()
            .flat_map(|(_, a)| a.iter().map(|a| a.to_string_lossy().into_owned()))
            .collect();
        let mut sorted = all.clone();
        sorted.sort();
        assert_eq!(
            sorted,
            ["--format=csv,jsonl", "--jobs=2", "--out=at/t", "--strict"]
        );
    }
}
