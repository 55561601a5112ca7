"""The form of an audit: one page for one document, written for the auditor and read back filled in.

One format, one module with both ways; what is on a form is in ``family``, what came back in ``filled``.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from jargon_scanner.library.audit.forms import word, workbook
from jargon_scanner.library.audit.forms.filled import Filled, filled

if TYPE_CHECKING:
    from pathlib import Path

    from jargon_scanner.library.audit.forms.family import FormFormat

__all__ = ["FORMATS", "Filled", "read_form"]

FORMATS: dict[str, FormFormat] = {one.suffix: one for one in (word.FORMAT, workbook.FORMAT)}


def read_form(path: Path) -> Filled:
    """What an auditor wrote on a form.

    A file that is none, or that cannot be read, is told as a fault of the form: the others go on.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        return Filled(path.name, faults=(f"it is no {' or '.join(FORMATS)} file",))
    try:
        rows = form.read(path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        return Filled(path.name, faults=(f"it could not be opened ({type(error).__name__}); save it again",))
    return filled(path.name, rows)
