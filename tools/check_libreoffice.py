"""Opens a workbook of ours in LibreOffice, has it written back as CSV, and compares that with our own CSV: no date, time,
number or text may have become something else.

    python tools/check_libreoffice.py OUT
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

# Comma, quotes where needed, UTF-8, cells as they are shown, a file for every sheet.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def rows(path):
    with path.open(newline="", encoding="utf-8") as lines:
        return list(csv.reader(lines))


def same(kind, ours, theirs):
    if kind in ("integer", "number") and ours and theirs:
        # Shown with as many digits as the cell has room for.
        return abs(float(ours) - float(theirs)) <= 1e-6 * max(1, abs(float(ours)))
    return ours == theirs


def main():
    out = pathlib.Path(sys.argv[1])
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    tables = [r for r in package["resources"] if r["path"].endswith(".csv") and r.get("type") == "table"]
    faults, cells = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation=file://{scratch}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", FILTER, "--outdir", scratch]
        subprocess.run([*convert, str(out / "rapporteur.xlsx")], check=True, capture_output=True, timeout=300)
        for table in tables:
            fields = table["schema"]["fields"]
            ours = rows(out / table["path"])
            theirs = rows(pathlib.Path(scratch) / f"rapporteur-{table['name']}.csv")
            if len(ours) != len(theirs):
                faults.append(f"{table['name']}: {len(ours)} rows became {len(theirs)}")
            for number, (a, b) in enumerate(zip(ours[1:], theirs[1:]), 1):
                for field, x, y in zip(fields, a, b):
                    cells += 1
                    if not same(field["type"], x, y):
                        faults.append(f"{table['name']}:{number}: {field['name']}: {x!r} became {y!r}")
    print(f"{cells} cells compared")
    for fault in faults[:10]:
        print(fault)
    sys.exit(bool(faults) or cells == 0)


main()
