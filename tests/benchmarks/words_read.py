"""How many of a document's words are read: ours beside other readers, against what an independent one sees.

python -m tests.benchmarks.words_read FOLDER...       read every document of some folders, print the tables
python -m tests.benchmarks.words_read --worst 10 ...   and the files where ours misses or adds most

The truth is, for Word, the text of every run in the stories that the document refers to, straight from its XML
(building blocks, deleted text and the second copy of a drawing left out); for PDF, what pdftotext gives; for .odt, .rtf and .doc,
LibreOffice's text export. Found: the share of these words that a reader gives. Added: words of a reader beyond
those of the truth; for Word beyond all the text and names that stand anywhere in the file.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from jargon_scanner.loaders import load
from jargon_scanner.workers import Limits, Lost, in_processes
from tests.loaders.shared import DOCUMENTS

Words: TypeAlias = Counter[str]
Job: TypeAlias = tuple[str, Path]

WORD = {".docx", ".docm", ".dotx", ".dotm"}
BY_LIBREOFFICE = {".odt", ".rtf", ".doc"}
LIMITS = Limits(seconds=60, megabytes=3000)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")
_LEFT_OUT = {
    f"{_W}del",
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BREAKS = {f"{_W}{name}" for name in ("p", "tab", "br", "cr", "tc")}


def counted(text: str) -> Words:
    """Words without their marks: readers differ in where they put those."""
    return Counter(word for raw in text.split() if (word := "".join(filter(str.isalnum, raw)).casefold()))


# ---- truth ----


def runs_of_word(path: Path) -> Words:
    found: Words = Counter()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            # word/glossary/ holds building blocks to insert, which are no part of the document.
            part = Path(name)
            if (
                name == f"word/{part.name}"
                and part.suffix == ".xml"
                and part.stem.rstrip("0123456789") in _STORIES
            ):
                found += counted("".join(_runs(etree.fromstring(package.read(name)))))
    return found


def _runs(element: etree._Element) -> Iterator[str]:
    if element.tag in _LEFT_OUT:
        return
    if element.tag in _BREAKS:
        yield " "
    if element.tag == f"{_W}t":
        yield element.text or ""
    elif element.tag == f"{_W}noBreakHyphen":
        yield "-"
    for child in element:
        yield from _runs(child)
    if element.tag == f"{_W}p":
        yield " "


def anywhere_in_package(path: Path) -> Words:
    """Every word of any part, and every name and description in its attributes."""
    found: Words = Counter()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                found += counted("".join(_runs(root)))
                for element in root.iter(etree.Element):
                    found += counted(" ".join(map(str, element.attrib.values())))
                    if element.tag != f"{_W}t":
                        found += counted(element.text or "")
    return found


def by_pdftotext(path: Path) -> Words:
    done = subprocess.run(["pdftotext", "-q", str(path), "-"], capture_output=True, check=True, timeout=60)
    return counted(done.stdout.decode("utf-8", "replace"))


def by_libreoffice(path: Path) -> Words:
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=60)
        return counted(Path(folder, f"{path.stem}.txt").read_text(encoding="utf-8-sig"))


# ---- readers ----


def ours(path: Path) -> Words:
    return counted(load(path).text)


def python_docx(path: Path) -> Words:
    import docx

    return counted("\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs))


def docx2python(path: Path) -> Words:
    import docx2python as reader

    with reader.docx2python(path) as document:
        return counted(document.text)


def mammoth(path: Path) -> Words:
    import mammoth as reader

    with path.open("rb") as file:
        return counted(reader.extract_raw_text(file).value)


def pdfplumber(path: Path) -> Words:
    import pdfplumber as reader

    with reader.open(path) as pdf:
        return counted("\n".join(page.extract_text() or "" for page in pdf.pages))


def pdfminer(path: Path) -> Words:
    from pdfminer.high_level import extract_text

    return counted(extract_text(path))


READERS: dict[str, tuple[Callable[[Path], Words], ...]] = {
    "Word": (ours, python_docx, docx2python, mammoth),
    "PDF": (ours, pdfplumber, pdfminer),
    ".odt, .rtf, .doc": (ours,),
}
TRUTHS: dict[str, Callable[[Path], Words]] = {
    "Word": runs_of_word,
    "PDF": by_pdftotext,
    ".odt, .rtf, .doc": by_libreoffice,
}
_WORK = {work.__name__: work for works in READERS.values() for work in works} | {
    work.__name__: work for work in (*TRUTHS.values(), anywhere_in_package)
}


def kind_of(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix in WORD:
        return "Word"
    if suffix == ".pdf" and shutil.which("pdftotext"):
        return "PDF"
    return ".odt, .rtf, .doc" if suffix in BY_LIBREOFFICE and shutil.which("soffice") else ""


def work(job: Job) -> Words | None:
    """The words that one reader finds in one file; None where it cannot read it."""
    try:
        return _WORK[job[0]](job[1])
    except Exception:  # noqa: BLE001 - a peer may fail as it likes, and the table says how often
        return None


def read_all(paths: Iterable[Path], processes: int = 2) -> dict[str, dict[Path, dict[str, Words]]]:
    """The words of every file by every reader of its kind; nothing from a reader that failed."""
    jobs = [(reader, path) for path in paths if (kind := kind_of(path)) for reader in _asked(kind)]
    found: dict[str, dict[Path, dict[str, Words]]] = defaultdict(lambda: defaultdict(dict))
    for (reader, path), words in in_processes(work, jobs, processes=processes, limits=LIMITS):
        if not isinstance(words, Lost) and words is not None:
            found[kind_of(path)][path][reader] = words
    return found


def _asked(kind: str) -> list[str]:
    more = [anywhere_in_package.__name__] if kind == "Word" else []
    return [TRUTHS[kind].__name__, *more, *(reader.__name__ for reader in READERS[kind])]


def shares(truth: Words, most: Words, read: Words) -> tuple[int, int]:
    """How many words of the truth are found, and how many there are beyond the most there can be."""
    return (truth & read).total(), (read - (truth | most)).total()


def table(kind: str, files: dict[Path, dict[str, Words]]) -> str:
    truth_of, readers = TRUTHS[kind].__name__, [reader.__name__ for reader in READERS[kind]]
    # Who refuses a file cannot be compared over it; ours decides which files count, and misses none of them.
    read = {path: words for path, words in files.items() if truth_of in words and "ours" in words}
    total = sum(words[truth_of].total() for words in read.values())
    lines = [
        f"## {kind}: {len(read)} files, {total:,} words",
        "",
        "| reader | found | added | files not read |",
    ]
    lines.append("| --- | ---: | ---: | ---: |")
    for reader in readers:
        found = added = failed = 0
        for words in read.values():
            most = words.get(anywhere_in_package.__name__, words[truth_of])
            one = shares(words[truth_of], most, words.get(reader, Counter()))
            found, added, failed = found + one[0], added + one[1], failed + (reader not in words)
        lines.append(f"| {reader} | {found / max(total, 1):.2%} | {added / max(total, 1):.2%} | {failed} |")
    return "\n".join(lines)


def worst(kind: str, files: dict[Path, dict[str, Words]], count: int) -> list[str]:
    rows = []
    for path, words in files.items():
        truth = words.get(TRUTHS[kind].__name__)
        if truth is None or "ours" not in words:
            continue
        found, added = shares(truth, words.get(anywhere_in_package.__name__, truth), words["ours"])
        rows.append((truth.total() - found, added, path.name))
    return [
        f"missed {missed:,}, added {added:,}: {name}" for missed, added, name in sorted(rows)[::-1][:count]
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[DOCUMENTS])
    parser.add_argument("--worst", type=int, default=0, metavar="COUNT")
    chosen = parser.parse_args()
    paths = sorted(path for folder in chosen.folders for path in folder.rglob("*") if path.is_file())
    for kind, files in read_all(paths).items():
        print(table(kind, files), *worst(kind, files, chosen.worst), sep="\n", end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
