"""Spreadsheets and tables of values: .xlsx, .ods, .xls, .csv."""

from __future__ import annotations

import io
import json
import struct
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, EmptyFile, TooLarge
from jargon_scanner.loaders import load, read, sheets
from jargon_scanner.loaders.kinds import OLE
from jargon_scanner.loaders.sheets import column_letters
from jargon_scanner.loaders.xls import worker
from tests.loaders.shared import DOCUMENTS, check_damage, check_places, codes, labels, needs_documents, texts
from tests.loaders.test_odt import package as open_document
from tests.loaders.test_odt import stored
from tests.word.builder import zipped

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_LINKS}">{inner}</Relationships>'


def workbook(data: str, *, strings: str = "", state: str = "visible", **parts: str) -> bytes:
    """A workbook with one sheet; its other parts by kind of relationship."""
    files = {
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="Referrals" state="{state}" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(("worksheet", "sheet1.xml"), ("sharedStrings", "strings.xml")),
        "xl/sheet1.xml": f'<worksheet xmlns="{_S}">{data}</worksheet>',
        "xl/strings.xml": f'<sst xmlns="{_S}">{strings}</sst>',
        "xl/_rels/sheet1.xml.rels": links(*((kind, f"{kind}.xml") for kind in parts)),
    } | {f"xl/{kind}.xml": content for kind, content in parts.items()}
    return zipped({name: content.encode() for name, content in files.items()})


def opened(data: bytes, name: str = "list.xlsx") -> Document:
    document = read(Path(name), data)
    check_places(document)
    return document


def row(*cells: str) -> str:
    return f"<sheetData><row r='2'>{''.join(cells)}</row></sheetData>"


def inline(place: str, text: str) -> str:
    return f"<c r='{place}' t='inlineStr'><is><t>{text}</t></is></c>"


def test_cells_of_every_kind() -> None:
    document = opened(
        workbook(
            row(
                "<c r='B2' t='s'><v>0</v></c>",
                inline("C2", "in place"),
                "<c r='D2'><f>1+1</f><v>2</v></c>",
                "<c t='str'><f>x</f><v>worked_x000D_out</v></c>",
                "<c t='b'><v>1</v></c>",
                "<c t='e'><v>#REF!</v></c>",
                "<c r='AA2'/>",
            ),
            strings="<si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si>",
        )
    )
    assert [(block.label, block.text) for block in document.blocks] == [
        ('Sheet "Referrals", cell B2', "rich text"),
        ('Sheet "Referrals", cell C2', "in place"),
        ('Sheet "Referrals", cell D2', "2"),
        ('Sheet "Referrals", cell E2', "workedout"),
        ('Sheet "Referrals", cell F2', "TRUE"),
        ('Sheet "Referrals", cell G2', "#REF!"),
    ]
    assert {(block.part, block.role, block.section) for block in document.blocks} == {
        ("table", "cell", ("Referrals",))
    }
    assert document.problems == ()


def written() -> bytes:
    """A workbook as a program writes it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Needs")
    sheet.write_row(0, 0, ["Child", "Need", "Seen"])
    sheet.write_row(1, 0, ["Amy", "PEP"])
    sheet.write_datetime(1, 2, datetime(2026, 1, 5), book.add_format({"num_format": "dd mmm yyyy"}))
    sheet.write_number(2, 2, 0.25, book.add_format({"num_format": "0%"}))
    sheet.write_comment(1, 1, "Ask the VSH.")
    sheet.insert_textbox(5, 5, "Boxed words")
    sheet.set_header('&L&"Arial"Council &P of &N')
    sheet.data_validation(
        1,
        0,
        1,
        0,
        {
            "validate": "list",
            "source": ["LAC", "CIN"],
            "input_title": "Choose",
            "input_message": "the status",
        },
    )
    sheet.insert_chart(8, 1, _chart(book))
    hidden = book.add_worksheet("Old")
    hidden.write(0, 0, "Hidden words")
    hidden.hide()
    book.close()
    return out.getvalue()


def _chart(book: xlsxwriter.Workbook) -> object:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Needs!$C$3:$C$4"})
    return chart


def test_what_stands_beside_the_cells_is_read_too() -> None:
    document = opened(written())
    found = {block.text: (block.label, block.part, block.owner) for block in document.blocks}
    assert found["Need"] == ('Sheet "Needs", cell B1', "table", "template")
    assert found["PEP"] == ('Sheet "Needs", cell B2', "table", "author")
    assert found["05/01/2026"][0] == 'Sheet "Needs", cell C2'
    assert found["25%"][0] == 'Sheet "Needs", cell C3'
    assert found["Ask the VSH."] == ('Sheet "Needs", comment on cell B2', "comment", "author")
    assert found["Boxed words"][:2] == ('Sheet "Needs", text box 1', "textbox")
    assert found["Council of"][1] == "header"
    assert found["LAC"] == ('Sheet "Needs", choice at cell A2', "table", "template")
    assert found["the status"][2] == "template"
    assert found["Hidden words"][0] == 'Sheet "Old", cell A1'
    assert codes(document) == {"hidden-text", "embedded-file"}
    assert len(found) == len(document.blocks)


def test_a_sheet_that_is_missing_is_said() -> None:
    data = zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="A" r:id="r9"/></sheets></workbook>'.encode()
        }
    )
    assert codes(opened(data)) == {"part-unreadable", "no-words"}
    with pytest.raises(DamagedFile):
        opened(zipped({"xl/sheet1.xml": b"<worksheet/>"}))


def test_a_workbook_named_as_word_is_read_as_what_it_is() -> None:
    document = opened(workbook(row(inline("A2", "PEP"))), "list.docx")
    assert (document.format, codes(document)) == ("xlsx", {"wrong-extension"})


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 3)
    with pytest.raises(TooLarge):
        opened(workbook(row(*(inline("", "x") for _ in range(4)))))


def test_far_cells_take_no_memory() -> None:
    assert labels(
        opened(workbook("<sheetData><row r='1048576'>" + inline("XFD1048576", "far") + "</row></sheetData>"))
    ) == ['Sheet "Referrals", cell XFD1048576']


@given(st.lists(st.lists(st.text("abcdefgh", max_size=6), min_size=1, max_size=5), min_size=1, max_size=6))
def test_no_cell_is_lost(table: list[list[str]]) -> None:
    rows = "".join(f"<row>{''.join(inline('', cell) for cell in cells)}</row>" for cells in table)
    document = read(Path("list.xlsx"), workbook(f"<sheetData>{rows}</sheetData>"))
    expected = [
        (number, column, cell)
        for number, cells in enumerate(table, 1)
        for column, cell in enumerate(cells, 1)
        if cell
    ]
    assert [
        (block.cell.row, block.cell.column, block.text) for block in document.blocks if block.cell
    ] == expected


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_letters_of_columns(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def test_an_open_document_sheet() -> None:
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p>{}</table:table-cell>'
    note = "<office:annotation><text:p>Ask the VSH.</text:p></office:annotation>"
    data = open_document(
        '<table:table table:name="Needs"><table:table-row>'
        + cell.format("string", "", "Child", "")
        + cell.format("string", "", "Need", note)
        + '</table:table-row><table:table-row table:number-rows-repeated="5"/><table:table-row>'
        + cell.format("string", 'table:number-columns-repeated="3"', "A<text:s/>my", "")
        + cell.format("float", "", "12", "")
        + "</table:table-row></table:table>",
        kind="spreadsheet",
    )
    document = opened(data, "list.ods")
    assert [(block.label, block.text, block.owner) for block in document.blocks] == [
        ('Sheet "Needs", cell A1', "Child", "template"),
        ('Sheet "Needs", cell B1', "Need", "template"),
        ('Sheet "Needs", cell A7', "A my", "author"),
        ('Sheet "Needs", cell D7', "12", "author"),
        ('Sheet "Needs", comment on cell B1', "Ask the VSH.", "author"),
    ]
    check_damage("list.ods", data)
    with pytest.raises(DamagedFile):
        opened(stored({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "list.ods")


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def old_workbook(cells: dict[tuple[int, int], str]) -> bytes:
    """A spreadsheet as Excel 97 kept it: records in a stream in a folder of sectors."""
    name = b"\x05\x00Needs"
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6)
    head = record(0x0809, begin)
    at = len(head) + 4 + 6 + len(name) + 4
    body = head + record(0x0085, struct.pack("<IH", at, 0) + name) + record(0x000A, b"")
    body += record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))
    for (row_index, column), words in cells.items():
        said = words.encode("utf-16-le")
        body += record(0x0204, struct.pack("<HHHHB", row_index, column, 0, len(words), 1) + said)
    stream = body + record(0x000A, b"")
    stream += bytes(max(4096, -(-len(stream) // 512) * 512) - len(stream))
    count = len(stream) // 512
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    header += b"\xff" * (512 - len(header))
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    none = 0xFFFFFFFF
    folder = _entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0) + _entry(
        "Workbook", 2, child=none, start=2, size=len(stream)
    )
    return header + struct.pack("<128I", *table) + folder + bytes(256) + stream


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le")
    entry = (
        said
        + bytes(64 - len(said))
        + struct.pack("<HBBIII", len(said) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    )
    return entry + bytes(36) + struct.pack("<IQ", start, size)


def test_an_old_spreadsheet() -> None:
    data = old_workbook({(2, 1): "Child", (2, 2): "Need", (3, 1): "Amy", (3, 2): "PEP – café"})
    document = opened(data, "list.xls")
    assert [(block.label, block.text) for block in document.blocks] == [
        ('Sheet "Needs", cell B3', "Child"),
        ('Sheet "Needs", cell C3', "Need"),
        ('Sheet "Needs", cell B4', "Amy"),
        ('Sheet "Needs", cell C4', "PEP – café"),
    ]
    assert (document.format, codes(document)) == ("xls", {"cells-only"})


@pytest.mark.slow
def test_damaged_old_spreadsheets_are_read_or_refused(capfd: pytest.CaptureFixture[str]) -> None:
    check_damage("list.xls", old_workbook({(0, 0): "Amy", (5, 5): "PEP"}), 60)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "TRUE"),
        (3.0, "3"),
        (0.5, "0.5"),
        (date(2026, 1, 5), "05/01/2026"),
        (datetime(2026, 1, 5, 9, 30), "05/01/2026 09:30"),
        (time(9), "09:00:00"),
    ],
)
def test_values_of_old_spreadsheets(value: object, words: str) -> None:
    assert worker._words(value) == words


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("list.csv", 'Child,Note\r\nAmy,"T/C, then\nf/u"\r\n\r\nBo,NFA'),
        ("list.csv", 'sep=;\nChild;Note\nAmy;"T/C, then\nf/u"\n\nBo;NFA'),
        ("list.csv", 'Child;Note\nAmy;"T/C, then\nf/u"\n\nBo;NFA\n'),
        ("list.tsv", 'Child\tNote\nAmy\t"T/C, then\nf/u"\n\nBo\tNFA\n'),
        ("list.csv", '\ufeffChild|Note\nAmy|"T/C, then\nf/u"\n\nBo|NFA\n'),
    ],
)
def test_values_stand_under_the_names_of_their_columns(name: str, data: str) -> None:
    document = opened(data.encode(), name)
    assert [(block.label, block.text, block.owner) for block in document.blocks] == [
        ("Row 1, column 1", "Child", "template"),
        ("Row 1, column 2", "Note", "template"),
        ('Row 2, column 1 "Child"', "Amy", "author"),
        ('Row 2, column 2 "Note"', "T/C, then\nf/u", "author"),
        ('Row 4, column 1 "Child"', "Bo", "author"),
        ('Row 4, column 2 "Note"', "NFA", "author"),
    ]


def test_values_without_names() -> None:
    document = opened(b"1,She is safe.\n2,PEP\n", "list.csv")
    assert labels(document) == ["Row 1, column 1", "Row 1, column 2", "Row 2, column 1", "Row 2, column 2"]
    assert {block.owner for block in document.blocks} == {"author"}


def test_odd_tables_of_values() -> None:
    assert texts(opened(b"She is safe.\n", "list.csv")) == ["She is safe."]
    assert codes(opened("café,x\n".encode("cp1252"), "list.csv")) == {"encoding"}
    assert codes(opened(b",,\n", "list.csv")) == {"no-words"}
    assert texts(opened(b'a,"b\nc', "list.csv")) == ["a", "b\nc"]
    with pytest.raises(EmptyFile):
        opened(b" \n", "list.csv")


@needs_documents
def test_real_files() -> None:
    for path in sorted(DOCUMENTS.glob("xlsx/*.xlsx")):
        document = load(path)
        check_places(document)
        check_damage(path.name, path.read_bytes())


@needs_documents
@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("xlsx/*.xlsx")), ids=lambda path: path.stem)
def test_a_second_reader_sees_the_same_words(path: Path) -> None:
    python_calamine = pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    document = load(path)
    ours = {
        (block.section[0], block.cell.row, block.cell.column): block.text
        for block in document.blocks
        if block.cell
    }
    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        first = 1 + (sheet.start[1] if sheet.start else 0)
        for number, values in enumerate(sheet.iter_rows(), 1):
            for column, value in enumerate(values, first):
                if isinstance(value, str) and value.strip():
                    assert ours[name, number, column].split() == value.split()


def test_the_worker_says_why_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "sheets"
    source.write_bytes(b"nothing")
    monkeypatch.setattr("sys.argv", ["worker.py", "", str(source)])
    monkeypatch.setattr(worker, "_limit_memory", lambda: None)
    assert worker.main() == 0
    assert json.loads(capsys.readouterr().out) == {"error": "damaged"}
