"""Sheets to take away from a page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from jargon_scanner.errors import UsageError
from jargon_scanner.review.sheets import installed
from jargon_scanner.web.downloads import download
from jargon_scanner.web.security.refusals import Refusal, Refused

if TYPE_CHECKING:
    from fastapi import Response

    from jargon_scanner.review.sheets import Sheet


def taken(sheet: Sheet, name: str, form: str) -> Response:
    """A sheet as a file to keep.

    Args:
        sheet: what stands on it.
        name: of the file, without its ending.
        form: name of a format.

    Raises:
        Refused: there is no such format, or what writes it is not installed.
    """
    if form not in installed():
        raise Refused(Refusal(404, "There is no such kind of file", "Go back, and choose one that is named."))
    out = io.BytesIO()
    try:
        installed()[form].write(sheet, out)
    except UsageError as error:
        raise Refused(Refusal(422, "The file could not be made", str(error))) from None
    return download(out.getvalue(), name + installed()[form].suffix)
