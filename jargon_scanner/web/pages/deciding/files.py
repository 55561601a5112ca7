"""Sheets to take away from a page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import Response

from jargon_scanner.errors import UsageError
from jargon_scanner.review.sheets import installed
from jargon_scanner.web.security.refusals import Refusal, Refused

if TYPE_CHECKING:
    from jargon_scanner.review.sheets import Sheet


def taken(sheet: Sheet, name: str, form: str) -> Response:
    """A sheet as a file to keep; never opened in place.

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
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name + installed()[form].suffix)}"
    }
    return Response(out.getvalue(), media_type="application/octet-stream", headers=headers)
