"""Validates the documents and JSON Lines of a folder of ours against its JSON Schemas, with a validator of others.

    python tools/check_schemas.py OUT
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main():
    out = pathlib.Path(sys.argv[1])
    faults = []
    checked = 0

    def check(validator, value, place):
        nonlocal checked
        checked += 1
        faults.extend(f"{place}: {e.json_path}: {e.message}" for e in validator.iter_errors(value))

    report = validator(out / "schema" / "report.schema.json")
    for path in sorted((out / "reports").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        check(report, document, path.name)
        # The schema has to be able to say no.
        document["agenda"] = [{"id": "age-1", "seq": 0}]
        if report.is_valid(document):
            faults.append(f"{path.name}: a broken document is valid")
    for path in sorted((out / "schema").glob("*.schema.json")):
        table = path.name.removesuffix(".schema.json")
        rows = out / f"{table}.jsonl"
        if table != "report" and rows.exists():
            row = validator(path)
            for number, line in enumerate(rows.read_text(encoding="utf-8").splitlines(), 1):
                check(row, json.loads(line), f"{rows.name}:{number}")
    print(f"{checked} values checked")
    for fault in faults[:10]:
        print(fault)
    sys.exit(bool(faults) or checked == 0)


main()
