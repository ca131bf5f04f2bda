"""Measures the program: `cargo build --release && python3 tools/speed.py [--files 2000] [--hold]`.

The four reports of `raw/`, repeated, as a run reads them: to JSON Lines, all tables but `blocks`. Times are processor
time where one core works, so that a busy machine says much the same, and wall time where two do; of several runs the
best counts. `wc -l` over the same files in the same run is the measure of the machine. With --hold the script fails where
reading costs more than HELD times what `wc -l` does.
"""

import argparse
import filecmp
import itertools
import os
import pathlib
import string
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = HERE / "target/release/rapporteur"
REPORTS = sorted((HERE / "raw").glob("*.txt"))
# Measured: between 100 and 770, as machines and what else they do differ.
HELD = 1500
# Something else may have run beside it: only what is too slow as often as this is too slow.
ASKED = 3


def run(*command):
    """Wall seconds, processor seconds and peak memory in MB of a command that must succeed."""
    start = time.perf_counter()
    child = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(times, *command):
    return [min(column) for column in zip(*(run(*command) for _ in range(times)))]


def tables():
    made = (HERE / "out").glob("*.csv")
    return ",".join(sorted({p.stem for p in made} - {"blocks"}))


def read(inputs, out, *more):
    """The command of a run."""
    fixed = ("--quiet", "--format", "jsonl", "--tables", tables())
    return (PROGRAM, inputs, "--out", out, *fixed, *more)


def repeated(folder, files):
    folder.mkdir(exist_ok=True)
    texts = [r.read_bytes() for r in REPORTS]
    for i in range(files):
        (folder / f"{i:05}.txt").write_bytes(texts[i % len(texts)])
    return sum(len(texts[i % len(texts)]) for i in range(files))


def show(what, *values):
    print(f"{what:<46}", *(f"{v:>14}" for v in values), flush=True)


def sustained(work, files):
    """One core against `wc -l`, and the run done again; gives how many times the processor time of `wc -l` it takes."""
    mega = repeated(work / "many", files) / 1e6
    names = sorted((work / "many").iterdir())
    lines = best(5, "wc", "-l", *names)[1]
    wall, cpu, memory = run(*read(work / "many", work / "one", "--jobs", 1))
    show(f"wc -l, {files} files, {mega:.0f} MB", f"{mega / lines:.0f} MB/s")
    show("one core, files to datasets", f"{mega / cpu:.2f} MB/s", f"1/{cpu / lines:.0f} of wc -l", f"{memory:.0f} MB")
    return cpu, cpu / lines


def held(work, files):
    """What to exit with: 0, or how far reading is over the line that is held."""
    ratio = float("inf")
    for _ in range(ASKED):
        ratio = min(ratio, sustained(work, files)[1])
        if ratio <= HELD:
            return 0
    return f"reading takes {ratio:.0f} times wc -l, {HELD} are allowed"


def two_cores(work):
    one = run(*read(work / "many", work / "one", "--jobs", 1))[0]
    two, _, memory = run(*read(work / "many", work / "two", "--jobs", 2))
    names = [p.name for p in (work / "one").iterdir() if p.is_file()]
    _, differ, missing = filecmp.cmpfiles(work / "one", work / "two", names, shallow=False)
    same = "same bytes" if not differ and not missing else f"DIFFER: {differ}"
    show("two cores against one, wall", f"{one / two:.2f} times", f"{memory:.0f} MB", same)


def again(work):
    command = read(work / "many", work / "kept", "--resume")
    run(*command)
    show("unchanged run done again with --resume", f"{best(3, *command)[0]:.2f} s")


def cold(work):
    wall, cpu, memory = best(20, PROGRAM, HERE / "raw", "--out", work / "cold", "--quiet")
    show("the four reports, whole process", f"{wall * 1e3:.0f} ms wall", f"{cpu * 1e3:.0f} ms cpu", f"{memory:.1f} MB")


def nearly_one_name(people):
    """A sentence of people whose names are a letter or two off."""
    tails = itertools.islice(itertools.product(string.ascii_lowercase, repeat=4), people)
    names = ", ".join("Anna Brook" + "".join(tail) for tail in tails)
    return f"Minutes of the Board\n\nPresent: {names}.\n\nThe board met.\n".encode()


def shapes(work, many):
    """The cost a byte of one large report and of hostile ones against that of many small reports."""
    small = many / sum(p.stat().st_size for p in (work / "many").iterdir())
    whole = b"\n\n".join(r.read_bytes() for r in REPORTS)
    texts = {
        "one report of 22 MB": whole * (22_000_000 // len(whole)),
        "one line of 2 MB": whole.replace(b"\n", b" ") * 22,
        "2 MB of brackets": b"[(<" * 700_000,
        "2 MB of capitals": b"Ada Brook, " * 190_000,
        "20,000 people of nearly one name": nearly_one_name(20_000),
        "2 MB of digits": b"1,234-" * 350_000,
        "2 MB of quotation marks": "\u201ca \u2018".encode() * 250_000,
    }
    for what, text in texts.items():
        path = work / "shape.txt"
        path.write_bytes(text)
        cpu = run(*read(path, work / "shaped"))[1]
        show(f"cost a byte, {what}", f"{cpu / len(text) / small:.2f} times")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--files", type=int, default=2000)
    asked.add_argument("--hold", action="store_true", help="only the line that is held")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        if asked.hold:
            sys.exit(held(work, asked.files))
        cpu = sustained(work, asked.files)[0]
        cold(work)
        two_cores(work)
        again(work)
        shapes(work, cpu)


if __name__ == "__main__":
    main()
