"""Every occurrence as rows of a .csv file, for analysts and other programs. No cell can start a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from operator import attrgetter
from typing import BinaryIO

from jargon_scanner.csv_cells import guarded
from jargon_scanner.library.figures import Where
from jargon_scanner.library.views.family import Shown, View


def _write(shown: Shown, out: BinaryIO) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    names = [one.name for one in fields(Where)]
    values = attrgetter(*names)
    writer.writerow(names)
    for row in shown.where():
        writer.writerow(guarded(value) if isinstance(value, str) else value for value in values(row))
    text.detach()


PART = View("occurrences", "occurrences.csv", "every occurrence, a row each", _write)
