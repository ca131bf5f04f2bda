"""Has frictionless, the reference reader of data packages, validate a folder of ours, whole and then edited.

Edits that break a promise of the package have to be found by the reader itself, hash and size put right: that shows
that the promise is written in features that readers check.

    python tools/check_package.py OUT
"""

import csv
import hashlib
import json
import pathlib
import shutil
import sys
import tempfile

from frictionless import Package, system

# Table, column, row, new cell (None: that of the row above), the kind of error that has to follow.
EDITS = [
    ("agenda.csv", "start_time", 0, "9:30", "constraint-error"),
    ("agenda.csv", "kind", 0, "party", "constraint-error"),
    ("agenda.csv", "duration_minutes", 0, "half", "type-error"),
    ("agenda.csv", "id", 1, None, "primary-key"),
    ("agenda.csv", "seq", 0, "0", "constraint-error"),
    ("agenda.csv", "report_id", 0, "", "constraint-error"),
    ("presenters.csv", "agenda_id", 0, "age-0000000000000000", "foreign-key"),
    ("presenters.csv", "report_id", 0, "nowhere", "foreign-key"),
    ("events.csv", "start_date", 0, "03/2017", "constraint-error"),
    ("people.csv", "mention_count", 0, "1.5", "type-error"),
]


def errors(folder):
    """What the reader finds: file, kind and the whole of each error as text."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    found = [(t.place, e.type, str(e.to_descriptor())) for t in report.tasks for e in t.errors]
    return found + [("", e.type, e.message) for e in report.errors]


def edit(folder, file, column, row, cell):
    """Changes one cell and puts size and hash in the package right."""
    path = folder / file
    with path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    at = rows[0].index(column)
    rows[row + 1][at] = rows[row][at] if cell is None else cell
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    reseal(folder, file)


def reseal(folder, file):
    descriptor = folder / "datapackage.json"
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    bytes_ = (folder / file).read_bytes()
    for resource in package["resources"]:
        if resource["path"] == file:
            resource["bytes"] = len(bytes_)
            resource["hash"] = "sha256:" + hashlib.sha256(bytes_).hexdigest()
    descriptor.write_text(json.dumps(package), encoding="utf-8")


def edited(out, edits):
    """The errors of a copy of the folder to which this was done."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "out"
        shutil.copytree(out, folder)
        edits(folder)
        return errors(folder)


def lengthen(folder):
    with (folder / "agenda.csv").open("a", encoding="utf-8") as file:
        file.write("\n")


def main():
    out = pathlib.Path(sys.argv[1])
    found = errors(out)
    for error in found:
        print(*error)
    missed = []
    after = edited(out, lambda folder: [edit(folder, *e[:4]) for e in EDITS])
    for file, column, _, cell, kind in EDITS:
        if not any(f == file and k == kind and column in text for f, k, text in after):
            missed.append(f"{file} {column} {cell!r}: no {kind}")
    kinds = {kind for _, kind, _ in edited(out, lengthen)}
    if not kinds & {"hash-count", "byte-count"}:
        missed.append(f"a longer file: found {sorted(kinds)}")
    for line in missed:
        print(f"an edit was not found: {line}")
    sys.exit(bool(found or missed))


main()
