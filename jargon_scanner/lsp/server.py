"""The conversation with an editor, over this process's own standard input and output."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from jargon_scanner.lsp.answers import Answers
from jargon_scanner.lsp.papers import PAUSE, Paper, Papers
from jargon_scanner.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from jargon_scanner.lsp.papers import Read


def serve(read: Callable[[Paper], Read]) -> None:
    """Talk with an editor until it ends the conversation.

    Args:
        read: as for ``Papers``.
    """
    _keep_words_out_of_logs()
    # The library closes what it is given, and this process still wants to end in order.
    with os.fdopen(os.dup(0), "rb") as hears, os.fdopen(os.dup(1), "wb") as says:
        create_server(read).start_io(hears, says)


def create_server(read: Callable[[Paper], Read], *, pause: float = PAUSE) -> LanguageServer:
    """A server that has not begun to talk.

    Args:
        read: as for ``Papers``.
        pause: seconds to wait after a change before a text is read.
    """
    # Whole texts, not pieces: to put pieces together, both sides must mean the same by a line.
    whole = types.TextDocumentSyncKind.Full
    server = LanguageServer("jargon-scanner", __version__, text_document_sync_kind=whole)

    def when_read(read: Read) -> None:
        _show(server, read.paper.uri, _answers(server, read).diagnostics(), read.paper.version)
        if read.fault:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Error, read.fault))

    papers = Papers(read, when_read, pause=pause)
    _follow(server, papers)
    _answer(server, papers)
    return server


def _follow(server: LanguageServer, papers: Papers) -> None:
    """Keep up with what is written."""

    def paper(uri: str) -> Paper:
        document = server.workspace.get_text_document(uri)
        return Paper(uri, document.version, document.language_id, document.source)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        papers.opened(paper(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        papers.changed(paper(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        papers.closed(params.text_document.uri)
        _show(server, params.text_document.uri, [])


def _answer(server: LanguageServer, papers: Papers) -> None:
    """Answer what the writer asks about a place."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        read = await papers.read(params.text_document.uri)
        return _answers(server, read).hover(params.position) if read else None

    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, fixes)
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        read = await papers.read(params.text_document.uri)
        wanted = params.context.only is None or types.CodeActionKind.QuickFix in params.context.only
        return _answers(server, read).actions(params.range) if read and wanted else []


def _answers(server: LanguageServer, read: Read) -> Answers:
    return Answers(read, server.workspace.position_codec.client_num_units)


def _show(
    server: LanguageServer, uri: str, found: list[types.Diagnostic], version: int | None = None
) -> None:
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def _keep_words_out_of_logs() -> None:
    """The library logs whole messages, and an editor keeps what it reads on standard error."""
    logger = logging.getLogger("pygls")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
