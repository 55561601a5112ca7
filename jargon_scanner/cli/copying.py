"""What commands that make marked copies share: how a copy is marked, and the function that makes one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias, get_args

import typer

from jargon_scanner.cli import chosen
from jargon_scanner.marking.family import As

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jargon_scanner.marking.library import Copy
    from jargon_scanner.report import Report

AsOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="HOW",
        help="changes: to accept or reject, with comments on what a person decides. comments: comments "
        "only. clean: with the changes made, to read.",
    ),
]
OnlyOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--only", metavar="approved", help="Use only wording that a review has approved."),
]


def check_how(as_: str, only: str | None) -> None:
    """See that copies can be made like that.

    Raises:
        UsageError: they cannot.
    """
    chosen.check_names("--as", [as_], get_args(As))
    if only is not None:
        chosen.check_names("--only", [only], ["approved"])


def copier_of(
    scan: Callable[[Path], Report], as_: str, only: str | None, *, count: bool
) -> Callable[[Path], Copy]:
    """A function that scans a document and makes its marked copy, dated when it is made.

    Args:
        scan: scans a document.
        as_: how the copy is marked.
        only: which wordings are used.
        count: whether it is counted, by entry, that a wording was put into a copy.
    """
    from jargon_scanner.acceptance import Counts, offered
    from jargon_scanner.marking import Wishes, mark
    from jargon_scanner.marking.library import Copy

    how: As = as_  # type: ignore[assignment]  # see check_how

    def one(path: Path) -> Copy:
        report = scan(path)
        wishes = Wishes(datetime.now().astimezone(), how, only_approved=only is not None)
        marked = mark(path, report, wishes)
        if count:
            changed = {done.finding for done in marked.done if done.action == "changed"}
            Counts().add(offered(one for one in report.findings if one.id in changed))
        return Copy(path, report, marked)

    return one
