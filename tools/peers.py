"""What others take for a part of the job: `cargo build --release && python3 tools/peers.py [NAME...]`.

Each reads the four reports of `raw/` on one thread, in a process of its own, with what it loads first not counted and the
second time over the texts measured; this program's own time counts everything, from start to written datasets. Each is
installed into `target/peers/NAME` the first time (some are large); one that cannot be had here is said to be skipped, with
the reason. Speeds are of processor time.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time

import speed

HOME = speed.HERE / "target/peers"
MODEL = "https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.8.0/en_core_web_sm-3.8.0-py3-none-any.whl"


def patterns():
    """Ten patterns that a script for this job would have."""
    tried = [
        r"\b\d{1,2}[.:h]\d{2}\s*[-–]\s*\d{1,2}[.:h]\d{2}\b",
        r"\b\d{1,2}(?:[-–]\d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b",
        r"\b\d+(?:[.,]\d+)*\s*(?:%|per cent|percent)",
        r"(?:[$€£]|USD|EUR)\s?\d+(?:[.,]\d+)*(?:\s(?:million|billion))?",
        r"\b\d+(?:[.,]\d+)*\s(?:million|billion|thousand)\b",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"https?://[^\s)>\]]+",
        r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)*",
        r"\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+ \([A-Z]{2,}\)",
        r"(?m)^\s*(?:[-*•]|\d+[.)])\s+.+$",
    ]
    tried = [re.compile(p) for p in tried]
    return lambda text: sum(1 for p in tried for _ in p.finditer(text))


def quantulum3():
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def spacy():
    import spacy

    model = spacy.load("en_core_web_sm")
    return lambda text: len(model(text).ents)


def unstructured():
    from unstructured.partition.text import partition_text

    return lambda text: len(partition_text(text=text))


def kreuzberg():
    from kreuzberg import ExtractionConfig, extract_bytes_sync

    how = ExtractionConfig(result_format="element_based", use_cache=False)
    return lambda text: len(extract_bytes_sync(text.encode(), "text/plain", how).elements or [])


def docling():
    import io

    from docling.datamodel.base_models import InputFormat
    from docling.document_converter import DocumentConverter, DocumentStream

    reader = DocumentConverter(allowed_formats=[InputFormat.MD])

    def convert(text):
        stream = DocumentStream(name="report.md", stream=io.BytesIO(text.encode()))
        return len(list(reader.convert(stream).document.iterate_items()))

    return convert


# What is installed for each, and what part of the job it covers.
PEERS = {
    patterns: ([], "times, dates, figures, names, lists, found but not put together"),
    kreuzberg: (["kreuzberg"], "the elements of the text: titles, paragraphs, lists"),
    docling: (["docling"], "the elements of Markdown, tables among them"),
    quantulum3: (["quantulum3"], "quantities with units"),
    unstructured: (["unstructured"], "the elements of the text: titles, paragraphs, lists"),
    spacy: (["spacy", MODEL], "sentences, and names of people, bodies, places"),
}


def measure(peer):
    """Prints the processor seconds for the four reports."""
    read = {p.__name__: p for p in PEERS}[peer]()
    texts = [r.read_text(encoding="utf-8") for r in speed.REPORTS]
    for text in texts:
        read(text)
    start = time.process_time()
    found = sum(read(text) for text in texts)
    print(time.process_time() - start, found)


def python(name, wanted):
    """The Python that has what is wanted, installed where it is missing."""
    folder = HOME / name
    interpreter = folder / "bin/python"
    done = folder / "done"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True, capture_output=True)
        for package in wanted:
            command = [interpreter, "-m", "pip", "install", "-q", package]
            subprocess.run(command, check=True, capture_output=True, text=True)
        done.touch()
    return interpreter


def timed(peer):
    """Processor seconds for the four reports, or why there are none."""
    name, wanted = peer.__name__, PEERS[peer][0]
    try:
        command = [python(name, wanted), __file__, "--measure", name]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or str(error)).strip().splitlines()
        return None, (said or [str(error)])[-1][:100]
    seconds, found = float(told[-2]), int(told[-1])
    return (seconds, None) if found else (None, "found nothing")


def main(asked):
    size = sum(r.stat().st_size for r in speed.REPORTS) / 1e6
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        many = speed.repeated(work / "many", 400) / 1e6
        ours = many / speed.run(*speed.read(work / "many", work / "out", "--jobs", 1))[1]
    print("| what | MB/s | times slower than rapporteur | what it covers |\n| --- | --- | --- | --- |")
    print(f"| rapporteur | {ours:.2f} | | everything, to written datasets |", flush=True)
    for peer, (_, covers) in PEERS.items():
        if asked and peer.__name__ not in asked:
            continue
        seconds, why = timed(peer)
        if seconds is None:
            print(f"| {peer.__name__} | skipped: {why} | | {covers} |", flush=True)
        else:
            theirs = size / seconds
            print(f"| {peer.__name__} | {theirs:.3g} | {ours / theirs:.3g} | {covers} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2])
    else:
        main(sys.argv[1:])
