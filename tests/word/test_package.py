"""Files that are broken, hostile, or something else: each has its error, and none is a traceback."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from jargon_scanner.errors import (
    DamagedFile,
    DocumentError,
    EmptyFile,
    NoText,
    PasswordProtected,
    TooLarge,
    UnsafeFile,
    UnsupportedFormat,
)
from jargon_scanner.word_file import Limits, open_package, read_word
from tests.word.builder import codes, package, paragraph, picture, read, run, texts, zipped

FORM = Path("form.docx")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def changed(files: dict[str, bytes]) -> bytes:
    """A good file with members added or replaced."""
    with ZipFile(BytesIO(package(paragraph("text")))) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | files)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"plain text", DamagedFile),
        (package(paragraph("text"))[:-40], DamagedFile),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PasswordProtected),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedFormat),
        (b"{\\rtf1 text}", UnsupportedFormat),
        (zipped({"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), UnsupportedFormat),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), UnsupportedFormat),
        (zipped({"notes.txt": b"text"}), UnsupportedFormat),
        (zipped({"[Content_Types].xml": b"<x/>"}), DamagedFile),
        (zipped({"word/document.xml": b"<w:document"}), DamagedFile),
        (changed({"../../evil.txt": b"x"}), UnsafeFile),
        (changed({"C:\\evil.txt": b"x"}), UnsafeFile),
        (changed({"word/document.xml": b'<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'}), UnsafeFile),
        (
            changed({"word/document.xml": '<?xml version="1.0"?><!DOCTYPE w><w/>'.encode("utf-16")}),
            UnsafeFile,
        ),
        (changed({"word/document.xml": "<!DOCTYPE w><w/>".encode("utf-32")}), DamagedFile),
        (changed({"word/document.xml": b'<?xml version="1.0" encoding="utf-7"?><w/>'}), DamagedFile),
    ],
)
def test_a_file_that_is_no_word_document(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error, match=r"form\.docx"):
        read_word(FORM, data)


def test_what_it_is_instead_is_said() -> None:
    with pytest.raises(UnsupportedFormat, match="a spreadsheet"):
        read_word(FORM, zipped({"xl/workbook.xml": b"<x/>"}))


@pytest.mark.parametrize(
    "limits",
    [Limits(total=100), Limits(part=100), Limits(members=2), Limits(ratio=1, ratio_from=100)],
)
def test_a_file_over_a_limit_is_refused(limits: Limits) -> None:
    with pytest.raises(TooLarge):
        read_word(FORM, package(paragraph("text " * 200)), limits=limits)


def test_a_member_that_is_not_read_counts_towards_the_whole() -> None:
    with pytest.raises(TooLarge, match="300 MB"):
        read_word(FORM, changed({"word/media/image1.bin": bytes(300_000_000)}))


def test_an_encrypted_member_is_a_password() -> None:
    data = bytearray(package(paragraph("text")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    with pytest.raises(PasswordProtected):
        read_word(FORM, bytes(data))


def test_the_main_part_is_found_wherever_it_stands() -> None:
    assert texts(read(paragraph("text"), main="docs/letter.xml")) == ["text"]


def test_a_part_that_stands_twice_is_said() -> None:
    out = BytesIO(package(paragraph("first")))
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(
            "word/document.xml", ZipFile(BytesIO(package(paragraph("last")))).read("word/document.xml")
        )
    document = read_word(FORM, out.getvalue())
    assert texts(document) == ["last"]
    assert codes(document) == {"duplicate-part"}


def test_a_damaged_side_part_is_said_and_the_rest_is_read() -> None:
    data = package(paragraph("text"), parts={"footnotes": "<w:unclosed>"})
    document = read_word(FORM, data)
    assert texts(document) == ["text"]
    assert [(problem.code, problem.where) for problem in document.problems] == [
        ("part-unreadable", "Footnotes")
    ]


def test_missing_styles_lose_no_words() -> None:
    assert texts(read(paragraph("text"), parts={"styles": "<w:unclosed>", "numbering": "<w:unclosed>"})) == [
        "text"
    ]


def test_a_link_outside_the_file_is_not_followed() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="h" '
        'Type="x/footnotes" TargetMode="External" Target="file:///etc/passwd"/></Relationships>'
    )
    data = changed({"word/_rels/document.xml.rels": links.encode()})
    assert open_package(FORM, data).relationships("word/document.xml") == ()
    assert texts(read_word(FORM, data)) == ["text"]


def test_much_text_at_a_great_depth_is_refused_before_it_fills_the_memory() -> None:
    body = paragraph("<w:ins>" * 1900 + run("a") * 12_000 + "</w:ins>" * 1900)
    with pytest.raises(TooLarge, match="too deep"):
        read(body)


def test_a_file_of_pictures_has_no_text() -> None:
    with pytest.raises(NoText):
        read(paragraph(picture()))


def test_title_and_pages_are_the_files() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="x/core-properties" Target="core.xml"/>'
        '<Relationship Id="c" Type="x/extended-properties" Target="app.xml"/></Relationships>'
    )
    core = b'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>My plan</dc:title></c>'
    app = b'<Properties xmlns="x"><Pages>3</Pages></Properties>'
    document = read_word(FORM, changed({"_rels/.rels": links.encode(), "core.xml": core, "app.xml": app}))
    assert (document.title, document.pages) == ("My plan", 3)


def test_no_message_quotes_the_document() -> None:
    body = paragraph("<w:del>" + "<w:r><w:delText>SECRET</w:delText></w:r></w:del>") + paragraph(
        picture("SECRET a b")
    )
    assert not any("SECRET" in problem.message for problem in read(body).problems)
