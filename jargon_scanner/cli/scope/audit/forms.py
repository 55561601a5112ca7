"""A sample paired with its auditors, and a form written for each pair."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from jargon_scanner.cli.destination import opened
from jargon_scanner.cli.scope.chosen import opened_store
from jargon_scanner.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jargon_scanner.library.audit.pairs import Paired
    from jargon_scanner.library.audit.people import Auditor

FOLDER = "audit forms"


def auditors_of(listed: str | None, form: str) -> tuple[Auditor, ...]:
    """The auditors of a list, checked before anything is read; () without a list.

    Raises:
        UsageError: the list cannot be used, or there are no such forms.
    """
    from jargon_scanner.library.audit.forms import FORMATS
    from jargon_scanner.library.audit.people import read_auditors

    if f".{form}" not in FORMATS:
        raise UsageError(f"--forms {form}: there are {' and '.join(name[1:] for name in FORMATS)}.")
    return read_auditors(Path(listed)) if listed else ()


def write_forms(output: str, run: int, auditors: Sequence[Auditor], month: str, form: str) -> list[str]:
    """Pair a sample and write its forms into the folder of figures.

    A form that is there already is left alone: somebody may have written on it.

    Returns:
        What was done, a line each.
    """
    from jargon_scanner.library.audit.forms import FORMATS
    from jargon_scanner.library.audit.forms.family import Form
    from jargon_scanner.library.audit.pairs import findings_of, pair_sample

    folder = Path(output) / FOLDER
    folder.mkdir(exist_ok=True)
    written = left = 0
    with opened_store(output) as store:
        paired = pair_sample(store, run, auditors, month)
        for one in paired.pairs:
            path = folder / f"{one.code} {_safe(one.auditor.name)}.{form}"
            if path.exists():
                left += 1
                continue
            with opened(str(path)) as out:
                FORMATS[f".{form}"].write(Form(one, findings_of(store, run, one.document.path)), out)
            written += 1
    return list(_lines(paired, folder, written, left))


def _lines(paired: Paired, folder: Path, written: int, left: int) -> Iterator[str]:
    from jargon_scanner.outputs.wording import count

    yield f"Written into {folder}: {count(written, 'form', 'forms')}."
    if left:
        yield f"There already, and left as they are: {count(left, 'form', 'forms')}."
    for name, documents in sorted(Counter(one.auditor.name for one in paired.pairs).items()):
        yield f"  {name}: {count(documents, 'document', 'documents')}"
    if paired.unknown_authors:
        yield (
            f"Nobody said who wrote {paired.unknown_authors} of these documents, so it could not be seen "
            "whether an auditor manages the author: see owner in --list and --structure."
        )
    for document, why in paired.nobody:
        yield f"Nobody can read {document.inside}. {why}"


def _safe(name: str) -> str:
    return re.sub(r"[^\w -]", "", name).strip() or "auditor"
