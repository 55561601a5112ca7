"""The figures of a library on pages: the story first, then each term with its places, then the files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from jargon_scanner.errors import UsageError
from jargon_scanner.findings import KINDS
from jargon_scanner.library.folder import files_of, opened_store
from jargon_scanner.library.tally import where
from jargon_scanner.library.trend import history
from jargon_scanner.library.views.page import charts
from jargon_scanner.web.render import answer
from jargon_scanner.web.scans import Scan
from jargon_scanner.web.security.refusals import Refusal, Refused
from jargon_scanner.web.services import Served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jargon_scanner.library.figures import TermRow

router = APIRouter(prefix="/library")

#: Rows of a table on the page; the workbook has them all.
_MOST = 50
#: Places of a term on one page.
_PLACES = 50
_GONE = Refusal(404, "There are no figures of that name", "Go back to your libraries, and choose one.")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which terms are shown: of one kind, with some letters in them, or all."""

    kind: str = ""
    find: str = ""

    def chosen(self, rows: Sequence[TermRow]) -> list[TermRow]:
        """The rows that are asked for."""
        wanted = self.find.casefold().strip()
        return [
            row
            for row in rows
            if self.kind in ("", row.kind)
            and (wanted in row.term.casefold() or wanted in row.suggestion.casefold())
        ]


@router.get("/{name}", response_class=HTMLResponse)
def story(
    name: str,
    request: Request,
    served: Served,
    kind: Annotated[str, Query(max_length=20)] = "",
    find: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """How far the scan is; then how much, where and what first, and the tables behind it."""
    scan = served.scans.of(name)
    if scan and served.scans.is_running(name):
        return answer(request, "library/scanning.html", name=name, scan=scan)
    chosen = Filter(kind if kind in KINDS else "", find)
    try:
        report = served.scans.figures(name)
        with opened_store(str(served.scans.place(name))) as store:
            points = history(store, name)
    except UsageError:
        return _unfinished(request, name, scan)
    terms = chosen.chosen(report.terms)
    return answer(
        request,
        "library/story.html",
        name=name,
        scan=scan,
        report=report,
        services=charts.by_service(report),
        named=charts.named(report),
        ages=charts.reading_ages(report),
        spots=charts.trend(points),
        filter=chosen,
        terms=terms[:_MOST],
        found=len(terms),
        most=_MOST,
        files=[path.name for path in files_of(Path()) if path.suffix != ".sqlite"],
    )


@router.get("/{name}/terms/{entry}", response_class=HTMLResponse)
def places(
    name: str, entry: str, request: Request, served: Served, page: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """Where a term stands, each place with its sentence."""
    try:
        report = served.scans.figures(name)
    except UsageError:
        raise Refused(_GONE) from None
    row = next((one for one in report.terms if one.entry == entry), None)
    if row is None:
        raise Refused(Refusal(404, "That word is not in these figures", "Go back to the library's page."))
    with opened_store(str(served.scans.place(name))) as store:
        shown = list(islice(where(store, report.run, entry), (page - 1) * _PLACES, page * _PLACES))
    return answer(request, "library/places.html", name=name, row=row, places=shown, page=page, size=_PLACES)


@router.get("/{name}/files/{file}")
def file(name: str, file: str, served: Served) -> Response:
    """One of the files of figures, to keep."""
    path = next((one for one in files_of(_folder(name, served)) if one.name == file), None)
    if path is None or not path.is_file():
        raise Refused(_GONE)
    return FileResponse(path, filename=f"{name} - {file}")


def _unfinished(request: Request, name: str, scan: Scan | None) -> Response:
    """The page of a library whose first scan was stopped or has failed."""
    if scan is None:
        raise Refused(_GONE)
    return answer(request, "library/unfinished.html", name=name, fault=scan.fault)


def _folder(name: str, served: Served) -> Path:
    try:
        return served.scans.place(name)
    except UsageError:
        raise Refused(_GONE) from None
