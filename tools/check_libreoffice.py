"""Opens a workbook of ours in LibreOffice, has it written as a flat OpenDocument, and compares what its cells show with our
CSV: no date, time, number or text may have become something else.

    python tools/check_libreoffice.py OUT
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def shown(cell):
    """What a cell shows; of a number all its digits."""
    if cell.get(OFFICE + "value-type") == "float":
        return cell.get(OFFICE + "value")
    lines = []
    for paragraph in cell.findall(TEXT + "p"):
        parts = [paragraph.text or ""]
        for inner in paragraph.iter():
            if inner is not paragraph:
                blanks = int(inner.get(TEXT + "c", "1")) if inner.tag == TEXT + "s" else 0
                parts.append(" " * blanks + (inner.text or "") + (inner.tail or ""))
        lines.append("".join(parts))
    return "\n".join(lines)


def sheets(path):
    """The sheets of a flat OpenDocument by their names, as rows of what the cells show."""
    found = {}
    for sheet in ET.parse(path).getroot().iter(TABLE + "table"):
        rows = []
        for row in sheet.iter(TABLE + "table-row"):
            cells = []
            for cell in row.findall(TABLE + "table-cell"):
                cells += [shown(cell)] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), 99)
            rows.append(cells)
        found[sheet.get(TABLE + "name")] = rows
    return found


def same(kind, ours, theirs):
    if kind in ("integer", "number") and ours and theirs:
        return float(ours) == float(theirs)
    return ours == theirs


def main():
    out = pathlib.Path(sys.argv[1])
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    tables = [r for r in package["resources"] if r["path"].endswith(".csv") and r.get("type") == "table"]
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation=file://{scratch}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", scratch]
        subprocess.run([*convert, str(out / "rapporteur.xlsx")], check=True, capture_output=True, timeout=300)
        found = sheets(pathlib.Path(scratch) / "rapporteur.fods")
    faults, cells = [], 0
    for table in tables:
        fields, theirs = table["schema"]["fields"], found[table["name"]]
        with (out / table["path"]).open(newline="", encoding="utf-8") as lines:
            ours = list(csv.reader(lines))
        for number, row in enumerate(ours[1:], 1):
            other = theirs[number] if number < len(theirs) else []
            other += [""] * (len(row) - len(other))
            for field, x, y in zip(fields, row, other):
                cells += 1
                if not same(field["type"], x, y):
                    faults.append(f"{table['name']}:{number}: {field['name']}: {x!r} became {y!r}")
    print(f"{cells} cells compared")
    for fault in faults[:10]:
        print(fault)
    sys.exit(bool(faults) or cells == 0)


main()
