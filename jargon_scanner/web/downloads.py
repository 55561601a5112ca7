"""Files to take away from a page."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response


def download(data: bytes, name: str) -> Response:
    """A file to keep, under this name.

    It is never opened in place: what is made of people's words is not to run with our own pages' rights.
    """
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(data, media_type="application/octet-stream", headers=headers)
