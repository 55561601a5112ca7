"""How many of a document's words are read: ours beside other readers, against what an independent one sees.

python -m tests.benchmarks.words_read FOLDER...       read every document of some folders, print the tables
python -m tests.benchmarks.words_read --worst 10 ...   and the files where ours misses or adds most

The truth is, for Word, the text of every run in the stories that the document refers to, straight from its XML
(building blocks, deleted text and the second copy of a drawing left out); for PDF, what pdftotext gives in the
order of drawing, in which the halves of a word cut at the end of a line follow each other even in columns; for
.odt, .rtf and .doc, LibreOffice's text export. Found: the share of these words that a reader gives. Added: words
of a reader beyond those of the truth; for Word beyond all the text and names that stand anywhere in the file, and
for .odt, .rtf and .doc beyond those anywhere in LibreOffice's own XML of the document, as its export leaves out
headers, footers, notes, comments and text boxes.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from jargon_scanner.loaders import load
from jargon_scanner.workers import Limits, Lost, in_processes
from tests.loaders.shared import DOCUMENTS

Words: TypeAlias = Counter[str]
Reader: TypeAlias = Callable[[Path], Words]
Job: TypeAlias = tuple[Reader, Path]
Read: TypeAlias = dict[Path, dict[str, Words]]
"""The words of each file by the names of those who read it."""

LIMITS = Limits(seconds=60, megabytes=3000)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")
_LEFT_OUT = {
    f"{_W}del",
    f"{_W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_APART = re.compile(r"[\s–—]+")
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])")
"""A word in two at the end of a line."""
_BREAKS = {f"{_W}{name}" for name in ("p", "tab", "br", "cr", "tc")}


def counted(text: str) -> Words:
    """Words without their marks: readers differ in where they put those, and in what they do at a line's end."""
    whole = _CUT.sub("", text)
    return Counter(
        word for raw in _APART.split(whole) if (word := "".join(filter(str.isalnum, raw)).casefold())
    )


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
    return counted(_told(["pdftotext", "-q", "-raw", str(path), "-"]))


def by_libreoffice(path: Path) -> Words:
    return counted(_converted(path, "txt:Text (encoded):UTF8").decode("utf-8-sig"))


def anywhere_by_libreoffice(path: Path) -> Words:
    """Every word of the document, and every name and description in it."""
    root = etree.fromstring(_converted(path, "fodt"), etree.XMLParser(huge_tree=True))
    names = (" ".join(map(str, element.attrib.values())) for element in root.iter(etree.Element))
    return counted("".join(_pieces(root))) + counted(" ".join(names))


def _pieces(root: etree._Element) -> Iterator[str]:
    """All text in the order of the file, with a space where LibreOffice parts words."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if etree.QName(element).localname in {"p", "h", "tab", "s", "line-break", "note-citation"}:
            yield " "
        yield (element.text if event == "start" else element.tail) or ""


def _converted(path: Path, kind: str) -> bytes:
    """What LibreOffice makes of a document."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", kind, "--outdir", folder, str(path)]
        subprocess.run(command, capture_output=True, check=True, timeout=60)
        return Path(folder, f"{path.stem}.{kind.partition(':')[0]}").read_bytes()


def _told(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode("utf-8", "replace")


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


def striprtf(path: Path) -> Words:
    from striprtf.striprtf import rtf_to_text

    return counted(rtf_to_text(path.read_text(encoding="cp1252", errors="replace")))


def antiword(path: Path) -> Words:
    return counted(_told(["antiword", "-m", "UTF-8.txt", str(path)]))


@dataclass(frozen=True, slots=True)
class Kind:
    """Documents of one kind.

    Attributes:
        name: what the table says.
        suffixes: the endings of their names.
        truth: the words that there are.
        most: all that a reader may give without inventing; None where that is the truth.
        peers: who reads them beside us.
        program: what tells the truth, where that is a program.
    """

    name: str
    suffixes: frozenset[str]
    truth: Reader
    most: Reader | None
    peers: tuple[Reader, ...]
    program: str = ""

    @property
    def jobs(self) -> tuple[Reader, ...]:
        """Everyone who reads a document of this kind."""
        return (self.truth, *((self.most,) if self.most else ()), ours, *self.peers)


_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_OFFICE = by_libreoffice, anywhere_by_libreoffice
KINDS = (
    Kind("Word", _WORD, runs_of_word, anywhere_in_package, (python_docx, docx2python, mammoth)),
    Kind("PDF", frozenset({".pdf"}), by_pdftotext, None, (pdfplumber, pdfminer), "pdftotext"),
    Kind(".odt", frozenset({".odt"}), *_OFFICE, (), "soffice"),
    Kind(".rtf", frozenset({".rtf"}), *_OFFICE, (striprtf,), "soffice"),
    Kind(".doc", frozenset({".doc"}), *_OFFICE, (antiword,), "soffice"),
)


def kind_of(path: Path) -> Kind | None:
    able = (kind for kind in KINDS if not kind.program or shutil.which(kind.program))
    return next((kind for kind in able if path.suffix.lower() in kind.suffixes), None)


def work(job: Job) -> Words | None:
    """The words that one reader finds in one file; None where it cannot read it."""
    reader, path = job
    try:
        return reader(path)
    except Exception:  # noqa: BLE001 - a peer may fail as it likes, and the table says how often
        return None


def read_all(paths: Iterable[Path], processes: int = 2) -> dict[Kind, Read]:
    """The words of every file by every reader of its kind; nothing from a reader that failed."""
    kinds = [(path, kind) for path in paths if (kind := kind_of(path))]
    jobs = [(reader, path) for path, kind in kinds for reader in kind.jobs]
    found: dict[Path, dict[str, Words]] = defaultdict(dict)
    for (reader, path), words in in_processes(work, jobs, processes=processes, limits=LIMITS):
        if not isinstance(words, Lost) and words is not None:
            found[path][reader.__name__] = words
    return {each: {path: found[path] for path, kind in kinds if kind is each} for each in KINDS}


def shares(truth: Words, most: Words, read: Words) -> tuple[int, int]:
    """How many words of the truth are found, and how many there are beyond the most there can be."""
    return (truth & read).total(), (read - (truth | most)).total()


def _limits(kind: Kind, words: dict[str, Words]) -> tuple[Words, Words] | None:
    """The truth of a file and the most there can be; None for a file that does not count.

    Who refuses a file cannot be compared over it; ours decides which files count, and misses none of them.
    """
    if kind.truth.__name__ not in words or "ours" not in words:
        return None
    truth = words[kind.truth.__name__]
    return truth, words.get(kind.most.__name__, truth) if kind.most else truth


def table(kind: Kind, files: Read) -> str:
    limits = {path: limit for path, words in files.items() if (limit := _limits(kind, words))}
    total = sum(truth.total() for truth, _ in limits.values())
    lines = [f"## {kind.name}: {len(limits)} files, {total:,} words", ""]
    lines += ["| reader | found | added | files not read |", "| --- | ---: | ---: | ---: |"]
    for reader in (ours.__name__, *(peer.__name__ for peer in kind.peers)):
        read = [shares(*limit, files[path].get(reader, Counter())) for path, limit in limits.items()]
        found, added = (sum(one[column] for one in read) / max(total, 1) for column in (0, 1))
        failed = sum(reader not in files[path] for path in limits)
        lines.append(f"| {reader} | {found:.2%} | {added:.2%} | {failed} |")
    return "\n".join(lines)


def worst(kind: Kind, files: Read, count: int) -> list[str]:
    rows = []
    for path, words in files.items():
        limit = _limits(kind, words)
        if limit:
            found, added = shares(*limit, words["ours"])
            rows.append((limit[0].total() - found, added, path.name))
    return [
        f"missed {missed:,}, added {added:,}: {name}"
        for missed, added, name in sorted(rows)[: -count - 1 : -1]
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
        if files:
            print(table(kind, files), *worst(kind, files, chosen.worst), sep="\n", end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
