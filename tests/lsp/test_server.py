"""The language server, asked by a client of the protocol over the pipes that an editor would use."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, field

import pytest

pytest.importorskip("pygls", reason="the language server is an extra")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from jargon_scanner.choices import Choices
from jargon_scanner.lsp.answers import Answers
from jargon_scanner.lsp.papers import Paper, Papers, Read
from jargon_scanner.lsp.reading import Reader
from tests.conftest import ROOT

TEXT = "# 😀 Plan\n\nThe ICPC is late. Mum failed to engage.\nWe will commence.\n"


@dataclass
class Editor:
    """Talks with the real command, and keeps what it is told."""

    client: LanguageClient = field(default_factory=lambda: LanguageClient("an editor", "1"))
    told: asyncio.Queue = field(default_factory=asyncio.Queue)
    shown: list[str] = field(default_factory=list)

    async def start(self, folder, *options):
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params):
            self.told.put_nowait(params)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def show(params):
            self.shown.append(params.message)

        await self.client.start_io(sys.executable, "-m", "jargon_scanner", "lsp", *options, cwd=folder)
        self.capabilities = (
            await self.client.initialize_async(
                types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
            )
        ).capabilities
        self.client.initialized(types.InitializedParams())

    def open(self, uri, text, language="markdown"):
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri, version, text):
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=version),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def diagnostics(self):
        return await asyncio.wait_for(self.told.get(), 60)

    async def actions(self, uri, range_, only=None):
        context = types.CodeActionContext(diagnostics=[], only=only)
        return await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
        )

    async def hover(self, uri, line, character):
        return await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        )

    async def stop(self):
        """End the conversation; what the server has written on standard error."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        process = self.client._server
        errors = await process.stderr.read()
        await asyncio.wait_for(process.wait(), 30)
        await self.client.stop()
        return errors.decode()


@pytest.mark.slow
def test_an_editor_is_told_of_the_words_as_they_are_typed(tmp_path):
    asyncio.run(_a_session(tmp_path))


async def _a_session(folder):
    editor = Editor()
    await editor.start(folder)
    assert editor.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    uri = (folder / "plan.md").as_uri()

    editor.open(uri, TEXT)
    told = await editor.diagnostics()
    words = [(one.range.start.line, one.code) for one in told.diagnostics]
    assert (2, "ACRONYM_ICPC") in words
    assert any(line == 2 and code.startswith("BLAMING_") for line, code in words)
    assert all(one.source == "jargon-scanner" and one.message for one in told.diagnostics)

    hover = await editor.hover(uri, 2, 5)
    assert "initial child protection conference" in hover.contents.value
    assert await editor.hover(uri, 1, 0) is None

    blame = next(one for one in told.diagnostics if one.code.startswith("BLAMING_"))
    assert not await editor.actions(uri, types.Range(blame.range.start, blame.range.start))
    late = next(one for one in told.diagnostics if one.range.start.line == 3)
    actions = await editor.actions(uri, late.range)
    assert actions[0].title.startswith("Say “")
    assert not any(action.is_preferred for action in actions)
    assert not await editor.actions(uri, late.range, only=[types.CodeActionKind.Refactor])
    change = actions[0].edit.document_changes[0]
    assert change.text_document.version == 1
    assert change.edits[0].range == late.range

    for version, text in enumerate(("The I", "The IC", "The ICP", "The 😀 ICPC is late."), start=2):
        editor.change(uri, version, text)
    told = await editor.diagnostics()
    assert told.version == 5, "only the words at which the writer paused are read"
    assert told.diagnostics[0].range.start.character in {0, 4, 7}
    assert told.diagnostics[0].range.end.character == 11

    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert not (await editor.diagnostics()).diagnostics
    assert await editor.hover(uri, 0, 8) is None
    errors = await editor.stop()
    assert editor.shown == []
    assert "ICPC" not in errors
    assert errors == ""


def paper(text, language="markdown", uri="untitled:1"):
    return Paper(uri, 1, language, text)


def test_markdown_is_read_as_markdown_and_text_as_text(scanner):
    read = Reader(scanner, Choices())
    text = "```\ncode\n```\n\nThe ICPC is late.\n"
    for language in ("markdown", "plaintext"):
        (remark,) = read(paper(text, language)).remarks
        assert "ICPC" in text[remark.start : remark.end]
    assert read(paper(text, "python")).remarks == ()
    assert read(paper(text, None)).remarks == ()
    assert read(paper(" \n")).remarks == ()


def test_words_to_leave_alone_beside_a_file_are_left_alone(scanner, tmp_path):
    (tmp_path / ".jargon-scanner-ignore").write_text("ICPC | its name in law\n", encoding="utf-8")
    read = Reader(scanner, Choices())
    assert read(paper("The ICPC is late.", uri=(tmp_path / "a.md").as_uri())).remarks == ()
    assert read(paper("The ICPC is late.")).remarks


def test_a_fault_is_told_without_the_words(scanner, monkeypatch):
    def breaks(*_, **__):
        raise RuntimeError("Kayleigh")

    monkeypatch.setattr("jargon_scanner.lsp.reading.scan_document", breaks)
    fault = Reader(scanner, Choices())(paper("Kayleigh failed to engage.")).fault
    assert "reading.py line" in fault
    assert "Kayleigh" not in fault


def test_a_wording_is_a_change_of_the_words_it_was_made_for(scanner):
    text = (ROOT / "sample_docs" / "duty_notes.txt").read_text(encoding="utf-8")
    read = Reader(scanner, Choices())(paper(text, "plaintext"))
    answers = Answers(read, len)
    for remark, diagnostic in zip(read.remarks, answers.diagnostics(), strict=True):
        actions = answers.actions(types.Range(diagnostic.range.start, diagnostic.range.start))
        mine = [one for one in actions if one.diagnostics[0].range == diagnostic.range]
        assert [one.title for one in mine] == [f"Say “{one.text}”" for one in remark.wordings]
        assert all(one.kind == types.CodeActionKind.QuickFix for one in mine)


def test_who_asks_while_a_text_is_read_gets_the_newest(scanner):
    async def ask():
        read_ones = []

        def read(one):
            read_ones.append(one.text)
            return Read(one)

        papers = Papers(read, lambda _: None, pause=0.05)
        papers.opened(Paper("a", 1, None, "one"))
        papers.changed(Paper("a", 2, None, "two"))
        asked = asyncio.create_task(papers.read("a"))
        await asyncio.sleep(0)
        papers.changed(Paper("a", 3, None, "three"))
        assert (await asked).paper.text == "three"
        assert read_ones == ["three"]
        papers.closed("a")
        assert await papers.read("a") is None

    asyncio.run(ask())
