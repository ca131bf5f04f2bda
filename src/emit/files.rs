//! The output folder: files are written beside it and renamed into it when the run is whole.
//!
//! While a run works, everything it makes stands in `.spool` inside the output folder: the spool files under `records`,
//! the finished files under `new`. Then each file is renamed to its place, and the files that the package of the earlier
//! run lists and this run did not make are removed; no other file is touched. Two runs cannot work in one folder.

use super::package::{self, listed};
use crate::source::hex;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

/// The folder in which a run works.
const SPOOL: &str = ".spool";

/// Inside it: the spool files, the finished files, and the sign that the spool files are to stay.
const RECORDS: &str = "records";
const NEW: &str = "new";
const KEPT: &str = "kept";

/// The name of the file that tells what became of each report, in the output folder of a run that keeps its spool files.
pub const LOG: &str = "run.jsonl";

/// The folders of its files inside the output folder, inner ones first.
const FOLDERS: &[&str] = &["reports", "sources", "schema", "review/reports", "review"];

/// The list of the files that a run puts in place, as long as it is at it.
const RENAMING: &str = "renaming";

static PLACING: Mutex<()> = Mutex::new(());

/// Waits until no run of this program is putting its files in place; as long as the guard lives, none begins to.
/// Whoever wants to end the program from outside takes it, so that an output folder is of one run.
pub fn uninterrupted() -> MutexGuard<'static, ()> {
    PLACING.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// The file that tells why an input became no report, where its document would stand.
pub fn error_file(report_id: &str) -> String {
    format!("reports/{report_id}{ERROR}")
}

/// How the names of such files end.
pub(super) const ERROR: &str = ".error.txt";

/// Size and hash of a file that a run wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Number of bytes.
    pub bytes: u64,
    /// SHA-256, in hex.
    pub sha256: String,
}

/// The files of a run in the making.
#[derive(Debug)]
pub struct Files {
    out: PathBuf,
    spool: PathBuf,
    made: Mutex<BTreeMap<String, Written>>,
    /// Those of them that stood in their place already, byte for byte.
    standing: Mutex<BTreeSet<String>>,
    keep: bool,
    /// Held while the run works; the system lets go of it when the program ends, however it ends.
    _lock: File,
}

impl Files {
    /// Begins a run in this folder, which is made where it does not exist. Where the run is to `keep` its spool files, those
    /// of an earlier run stay, and these stay when the run ends, however it ends.
    ///
    /// # Errors
    /// Where the folder cannot be made or written, or another run works in it.
    pub fn begin(out: &Path, keep: bool) -> Result<Files> {
        let spool = Files::work_of(out);
        let cannot = || format!("cannot write to {}", out.display());
        fs::create_dir_all(&spool).with_context(cannot)?;
        let lock = File::create(spool.join("lock")).with_context(cannot)?;
        if lock.try_lock().is_err() {
            bail!("another run is writing to {}", out.display());
        }
        let kept = spool.join(KEPT);
        if kept.exists() && !keep {
            remove_folder(&spool.join(RECORDS)).with_context(cannot)?;
            remove_file(&out.join(LOG)).with_context(cannot)?;
            remove_file(&kept).with_context(cannot)?;
        }
        if keep {
            File::create(&kept).with_context(cannot)?;
        }
        remove_folder(&spool.join(NEW)).with_context(cannot)?;
        for part in [RECORDS, NEW] {
            fs::create_dir_all(spool.join(part)).with_context(cannot)?;
        }
        for folder in FOLDERS.iter().rev() {
            fs::create_dir_all(spool.join(NEW).join(folder)).with_context(cannot)?;
        }
        Ok(Files {
            out: out.to_path_buf(),
            spool,
            made: Mutex::default(),
            standing: Mutex::default(),
            keep,
            _lock: lock,
        })
    }

    /// The folder in which a run into this folder works.
    pub fn work_of(out: &Path) -> PathBuf {
        out.join(SPOOL)
    }

    /// The folder of the spool files that a run into this folder kept.
    pub fn records_of(out: &Path) -> PathBuf {
        Files::work_of(out).join(RECORDS)
    }

    /// The folder in which the run works.
    pub fn work(&self) -> &Path {
        &self.spool
    }

    /// The folder of the spool files.
    pub fn records(&self) -> PathBuf {
        self.spool.join(RECORDS)
    }

    /// Writes a whole file; `sha256` where it is known already. One that stands in its place byte for byte is left there: to
    /// make and rename the schemas and sources again took a tenth of a small run.
    pub fn write(&self, path: &str, bytes: &[u8], sha256: Option<&str>) -> Result<()> {
        if is_file_of(&self.out.join(path), bytes) {
            self.left_standing().insert(path.to_string());
        } else {
            self.left_standing().remove(path);
            let at = self.new_path(path);
            fs::write(&at, bytes).with_context(|| format!("cannot write {}", at.display()))?;
        }
        let sha256 = sha256.map_or_else(|| hex(&Sha256::digest(bytes)), str::to_string);
        let bytes = bytes.len() as u64;
        self.note(path, Written { bytes, sha256 });
        Ok(())
    }

    /// Writes the package, which lists the files made so far; no file states its hash.
    pub fn pack(&self) -> Result<()> {
        let at = self.new_path(package::FILE);
        let cannot = || format!("cannot write {}", at.display());
        let mut out = BufWriter::with_capacity(HELD, File::create(&at).with_context(cannot)?);
        package::describe_to(&self.noted(), &mut out).with_context(cannot)?;
        out.flush().with_context(cannot)?;
        let bytes = out.get_ref().metadata().with_context(cannot)?.len();
        let sha256 = String::new();
        self.note(package::FILE, Written { bytes, sha256 });
        Ok(())
    }

    /// Reads a file that this run wrote.
    pub fn read(&self, path: &str) -> Result<Vec<u8>> {
        let at = match self.left_standing().contains(path) {
            true => self.out.join(path),
            false => self.new_path(path),
        };
        fs::read(&at).with_context(|| format!("cannot read {}", at.display()))
    }

    /// Where a file of this path is made by a library that writes by itself; [`adopt`](Self::adopt) it when it is whole.
    pub fn path_of(&self, path: &str) -> PathBuf {
        self.new_path(path)
    }

    /// Counts a file that a library wrote among those of the run.
    pub fn adopt(&self, path: &str) -> Result<()> {
        let at = self.new_path(path);
        let cannot = || format!("cannot read {}", at.display());
        let mut file = File::open(&at).with_context(cannot)?;
        let mut hash = Sha256::new();
        let mut chunk = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            let read = file.read(&mut chunk).with_context(cannot)?;
            if read == 0 {
                break;
            }
            hash.update(&chunk[..read]);
            bytes += read as u64;
        }
        let sha256 = hex(&hash.finalize());
        self.note(path, Written { bytes, sha256 });
        Ok(())
    }

    /// Opens a file that is written piece by piece.
    pub fn open(&self, path: &str) -> Growing {
        Growing {
            path: path.to_string(),
            at: self.new_path(path),
            held: Vec::new(),
            out: None,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    /// Ends a file that was written piece by piece.
    pub fn close(&self, mut file: Growing) -> Result<()> {
        let sha256 = hex(&file.hash.finalize());
        let Some(out) = &mut file.out else {
            return self.write(&file.path, &file.held, Some(&sha256));
        };
        let at = || format!("cannot write {}", file.path);
        out.write_all(&file.held).with_context(at)?;
        let bytes = file.bytes;
        self.note(&file.path, Written { bytes, sha256 });
        Ok(())
    }

    /// The files made so far, by their path in the output folder, in the order of the paths.
    pub fn made(&self) -> BTreeMap<String, Written> {
        self.noted().clone()
    }

    fn noted(&self) -> MutexGuard<'_, BTreeMap<String, Written>> {
        self.made
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }

    fn left_standing(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.standing
            .lock()
            .unwrap_or_else(|broken| broken.into_inner())
    }

    /// Renames every file to its place and removes what an earlier run left.
    pub fn place(&self) -> Result<()> {
        let _whole = uninterrupted();
        let made = self.noted();
        let standing = self.left_standing();
        // A run that was stopped while renaming left a list of what it was about to rename.
        let list = self.spool.join(RENAMING);
        let mut earlier = listed(&self.out.join(package::FILE));
        earlier.extend(fs::read_to_string(&list).iter().flat_map(|names| {
            let ours = names.lines().filter(|n| package::is_ours(n));
            ours.map(str::to_string).collect::<Vec<_>>()
        }));
        let names: Vec<&str> = earlier
            .iter()
            .map(String::as_str)
            .chain(made.keys().map(String::as_str))
            .collect();
        fs::write(&list, names.join("\n"))
            .with_context(|| format!("cannot write {}", list.display()))?;
        // The package comes last: as long as it is the old one, the list tells of the files that are new.
        let files = made.keys().filter(|path| *path != package::FILE);
        let files = files.filter(|path| !standing.contains(*path));
        for path in files.chain([&package::FILE.to_string()]) {
            let to = self.out.join(path);
            if let Some(folder) = to.parent().filter(|f| !f.exists()) {
                fs::create_dir_all(folder)
                    .with_context(|| format!("cannot make {}", folder.display()))?;
            }
            fs::rename(self.new_path(path), &to)
                .with_context(|| format!("cannot write {}", to.display()))?;
        }
        self.remove_stale(&earlier, &made)?;
        fs::remove_file(&list).with_context(|| format!("cannot remove {}", list.display()))
    }

    fn remove_stale(
        &self,
        earlier: &BTreeSet<String>,
        made: &BTreeMap<String, Written>,
    ) -> Result<()> {
        for path in earlier.iter().filter(|p| !made.contains_key(*p)) {
            let at = self.out.join(path);
            remove_file(&at).with_context(|| format!("cannot remove {}", at.display()))?;
        }
        for folder in FOLDERS {
            // Only an empty folder can be removed.
            let _ = fs::remove_dir(self.out.join(folder));
        }
        Ok(())
    }

    fn new_path(&self, path: &str) -> PathBuf {
        self.spool.join(NEW).join(path)
    }

    fn note(&self, path: &str, written: Written) {
        self.noted().insert(path.to_string(), written);
    }
}

/// Whether a file of these bytes, and no link to one, stands at a path.
fn is_file_of(at: &Path, bytes: &[u8]) -> bool {
    let found = fs::symlink_metadata(at);
    found.is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64)
        && fs::read(at).is_ok_and(|old| old == bytes)
}

fn remove_folder(folder: &Path) -> std::io::Result<()> {
    ignoring_missing(fs::remove_dir_all(folder))
}

fn remove_file(file: &Path) -> std::io::Result<()> {
    ignoring_missing(fs::remove_file(file))
}

fn ignoring_missing(removed: std::io::Result<()>) -> std::io::Result<()> {
    removed.or_else(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(e),
    })
}

impl Drop for Files {
    fn drop(&mut self) {
        // Of a run that failed, the list of what it was renaming is of use to the next one, and what it was told to keep.
        if self.keep || self.spool.join(RENAMING).exists() {
            let _ = fs::remove_dir_all(self.spool.join(NEW));
            if !self.keep {
                let _ = fs::remove_dir_all(self.spool.join(RECORDS));
            }
        } else {
            let _ = fs::remove_dir_all(&self.spool);
        }
    }
}

/// Bytes of a growing file that are held before they are written.
const HELD: usize = 1 << 16;

/// A file that is written piece by piece. It is made once it holds more than a little: a table of a small run is written
/// whole, or left where it stands.
#[derive(Debug)]
pub struct Growing {
    path: String,
    at: PathBuf,
    /// What is not written yet.
    held: Vec<u8>,
    out: Option<File>,
    hash: Sha256,
    bytes: u64,
}

impl Growing {
    /// Adds to the file.
    pub fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        if self.held.len() + bytes.len() <= HELD {
            self.held.extend_from_slice(bytes);
            return Ok(());
        }
        let cannot = || format!("cannot write {}", self.at.display());
        let out = match &mut self.out {
            Some(out) => out,
            none => none.insert(File::create(&self.at).with_context(cannot)?),
        };
        out.write_all(&self.held).with_context(cannot)?;
        self.held.clear();
        out.write_all(bytes).with_context(cannot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_growing_file_is_made_once_it_is_long() -> Result<()> {
        let dir = tempfile::tempdir()?;
        let files = Files::begin(dir.path(), false)?;
        for (path, pieces) in [("short.csv", 2), ("long.csv", 200)] {
            let mut file = files.open(path);
            (0..pieces).try_for_each(|i| file.append(format!("{i:01000}\n").as_bytes()))?;
            assert_eq!(files.path_of(path).exists(), pieces > 2, "{path}");
            files.close(file)?;
            let text: String = (0..pieces).map(|i| format!("{i:01000}\n")).collect();
            assert_eq!(files.read(path)?, text.as_bytes());
            let sha256 = hex(&Sha256::digest(&text));
            let bytes = text.len() as u64;
            assert_eq!(files.made()[path], Written { bytes, sha256 });
        }
        Ok(())
    }

    #[test]
    fn what_stands_in_its_place_is_left_there() -> Result<()> {
        let dir = tempfile::tempdir()?;
        for (texts, made) in [(["a", "b"], [true, true]), (["a", "c"], [false, true])] {
            let files = Files::begin(dir.path(), false)?;
            for (path, (text, made)) in ["x.txt", "y.txt"].iter().zip(texts.iter().zip(made)) {
                files.write(path, text.as_bytes(), None)?;
                assert_eq!(files.path_of(path).exists(), made, "{path} {text}");
                assert_eq!(files.read(path)?, text.as_bytes());
            }
            files.pack()?;
            files.place()?;
            drop(files);
            assert_eq!(fs::read_to_string(dir.path().join("x.txt"))?, texts[0]);
            assert_eq!(fs::read_to_string(dir.path().join("y.txt"))?, texts[1]);
            assert!(!dir.path().join(SPOOL).exists());
        }
        Ok(())
    }
}
