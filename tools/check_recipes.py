"""Tries the README's recipes for pandas and DuckDB on a folder of every format, and opens its database and calendars.

    python tools/check_recipes.py OUT
"""

import json
import pathlib
import sqlite3
import sys

import duckdb
import icalendar
import pandas as pd


def load(out, table):
    """A table with the types of its package; empty text stays empty, a gap in a column of numbers is NA."""
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(r for r in package["resources"] if r["path"] == f"{table}.csv")["schema"]["fields"]
    kinds = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
    dtype = {f["name"]: kinds.get(f["type"], "str") for f in fields}
    gaps = {name: [""] for name, kind in dtype.items() if kind != "str"}
    return pd.read_csv(out / f"{table}.csv", dtype=dtype, keep_default_na=False, na_values=gaps)


def check_pandas(out):
    agenda = load(out, "agenda")
    assert str(agenda["duration_minutes"].dtype) == "Int64", agenda.dtypes
    assert agenda["duration_minutes"].isna().any(), "no gap to try"
    assert agenda["start_time"].str.fullmatch(r"(\d\d:\d\d)?").all()
    participants = load(out, "participants")
    # Namibia and item 4.10 stay what they are.
    printed = (out / "participants.csv").read_text(encoding="utf-8")
    assert (participants["country_code"] == "NA").sum() == printed.count(",NA,")
    people = agenda.merge(load(out, "presenters"), left_on="id", right_on="agenda_id", suffixes=("", "_of"))
    assert len(people) == len(load(out, "presenters"))


def check_duckdb(out):
    folder = out.as_posix()
    rows = duckdb.sql(f"SELECT * FROM read_csv('{folder}/agenda.csv', all_varchar = true)").fetchall()
    agenda = load(out, "agenda")
    assert len(rows) == len(agenda)
    typed = duckdb.sql(f"SELECT typeof(seq), typeof(item_number) FROM read_csv('{folder}/agenda.csv', "
                       "types = {'seq': 'BIGINT', 'item_number': 'VARCHAR'}) LIMIT 1").fetchall()[0]
    assert typed == ("BIGINT", "VARCHAR"), typed
    # DuckDB reads a frame by the name of its variable.
    assert duckdb.sql("SELECT count(*) FROM agenda").fetchall()[0][0] == len(rows)


def check_database(out):
    database = sqlite3.connect(out / "rapporteur.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("SELECT count(*) FROM agenda").fetchone()[0] == len(load(out, "agenda"))


def check_calendars(out):
    dated = load(out, "agenda").query("date.str.len() == 10")
    events = 0
    for path in sorted((out / "reports").glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        for event in calendar.walk("VEVENT"):
            events += 1
            row = dated[dated["id"] == event["UID"].removesuffix("@rapporteur")].iloc[0]
            assert str(event.get("SUMMARY")) in (row["title"], row["kind"]), row["title"]
            start = event.decoded("DTSTART")
            assert start.isoformat()[:10] == row["date"]
            if row["start_time"]:
                assert start.isoformat()[11:16] == row["start_time"]
            assert "DTSTAMP" in event
    assert events == len(dated) > 0, (events, len(dated))


def check_parquet(out):
    """The files of the opt-in format, where the program was built with it."""
    for path in sorted(out.glob("*.parquet")):
        read = f"read_parquet('{path.as_posix()}')"
        same = load(out, path.stem)
        rows = duckdb.sql(f"SELECT * FROM {read}").fetchall()
        assert len(rows) == len(same), path.name
        names = [name for name, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM {read}").fetchall()]
        assert names == list(same.columns), path.name
    if (out / "agenda.parquet").exists():
        kinds = dict(row[:2] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{out.as_posix()}/agenda.parquet'").fetchall())
        assert (kinds["seq"], kinds["item_number"]) == ("BIGINT", "VARCHAR"), kinds


def main():
    out = pathlib.Path(sys.argv[1])
    for check in (check_pandas, check_duckdb, check_database, check_calendars, check_parquet):
        check(out)
        print(f"{check.__name__}: as it should be")


main()
