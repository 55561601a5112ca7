"""E-mails and what is attached to them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from jargon_scanner.document import Document
from jargon_scanner.errors import DamagedFile, DocumentError
from jargon_scanner.loaders import load, read
from tests.loaders.shared import DOCUMENTS, check_damage, check_places, codes, labels, needs_documents, texts
from tests.word.builder import package, paragraph


def message(text: str = "Dear Sam,\n\nThe LAC review is on Monday.", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    for name, value in (
        {"From": "Jo <jo@example.org>", "To": "sam@example.org", "Subject": "Review"} | headers
    ).items():
        mail[name] = value
    mail.set_content(text)
    return mail


def opened(mail: EmailMessage) -> Document:
    document = read(Path("mail.eml"), mail.as_bytes())
    check_places(document)
    return document


def test_headers_are_fields_and_the_message_has_lines() -> None:
    document = opened(message(Subject="Prüfung – LAC"))
    assert [(block.role, block.label, block.text) for block in document.blocks] == [
        ("field", "E-mail header From", "Jo <jo@example.org>"),
        ("field", "E-mail header To", "sam@example.org"),
        ("field", "E-mail header Subject", "Prüfung – LAC"),
        ("paragraph", "Message, line 1", "Dear Sam,"),
        ("paragraph", "Message, line 3", "The LAC review is on Monday."),
    ]
    assert document.title == "Prüfung – LAC"
    assert document.problems == ()


def test_of_two_forms_of_a_message_the_page_is_read_once() -> None:
    mail = message("The LAC review.")
    mail.add_alternative("<p>The <b>LAC</b> review.</p>", subtype="html")
    assert texts(opened(mail))[3:] == ["The LAC review."]


def test_two_forms_that_differ_are_both_read() -> None:
    mail = message("Open this in another program, please.")
    mail.add_alternative("<p>The LAC review.</p>", subtype="html")
    assert texts(opened(mail))[3:] == ["The LAC review.", "Open this in another program, please."]


def test_attachments_are_read_by_their_own_loaders() -> None:
    mail = message()
    mail.add_attachment(
        package(paragraph("The CIN plan.")),
        maintype="application",
        subtype="octet-stream",
        filename="plan.docx",
    )
    mail.add_attachment("name,need\nAmy,PEP\n", subtype="csv", filename="list.csv")
    mail.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(20), maintype="image", subtype="png", filename="photo.png"
    )
    mail.add_attachment(
        b"PK\x03\x04 broken", maintype="application", subtype="octet-stream", filename="broken.docx"
    )
    document = opened(mail)
    assert labels(document)[5:] == [
        'Attachment "plan.docx": Paragraph 1',
        'Attachment "list.csv": Row 1, column 1',
        'Attachment "list.csv": Row 1, column 2',
        'Attachment "list.csv": Row 2, column 1 "name"',
        'Attachment "list.csv": Row 2, column 2 "need"',
    ]
    assert document.blocks[5].section == ('Attachment "plan.docx"',)
    assert {problem.where: problem.code for problem in document.problems} == {
        'Attachment "photo.png"': "unsupported-format",
        'Attachment "broken.docx"': "damaged-file",
    }


def test_an_attached_email_is_read_with_its_own_attachments() -> None:
    inner = message("Please see attached.", Subject="First")
    inner.add_attachment("She is safe.", filename="note.txt")
    outer = message()
    outer.add_attachment(inner)
    document = opened(outer)
    assert 'Attached e-mail "First": Message, line 1' in labels(document)
    assert any(label.endswith('Attachment "note.txt": Line 1') for label in labels(document))


def test_a_picture_in_the_message_is_said() -> None:
    mail = message()
    mail.add_alternative("<p>The LAC review is on Monday, Dear Sam</p>", subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG" + bytes(9), "image", "png", cid="<a>")
    assert codes(opened(mail)) == {"picture"}


def test_names_of_attachments_lead_nowhere() -> None:
    mail = message()
    mail.add_attachment("She is safe.", filename="../../etc/note.txt")
    assert labels(opened(mail))[-1] == 'Attachment "note.txt": Line 1'


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?x-none?B?!!!?=\n\nText",
        b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\ncaf\xe9",
        b"From: a\nSubject: x\nContent-Type: multipart/mixed\n\nno boundary",
        b"From: a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"Subject: \xff\xfe\n\nText",
    ],
)
def test_odd_messages_are_read(data: bytes) -> None:
    check_places(read(Path("mail.eml"), data))


def test_parts_without_end_are_refused_or_read() -> None:
    data = "From: a\nSubject: b\nMIME-Version: 1.0\n"
    for level in range(3000):
        data += f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
    try:
        read(Path("mail.eml"), data.encode())
    except DocumentError as error:
        assert "mail.eml" in str(error)  # noqa: PT017  # either outcome will do, a traceback will not


def test_a_file_that_is_no_email() -> None:
    with pytest.raises(DamagedFile):
        read(Path("mail.eml"), b"\n\n")


@needs_documents
def test_real_files() -> None:
    document = load(DOCUMENTS / "crafted" / "mail.eml")
    words = ("EMLsubject", "EMLbody", "EMLquoted", "EMLhtml", "EMLattachment")
    assert {word: document.text.count(word) for word in words} == dict.fromkeys(words, 1)
    for path in sorted(DOCUMENTS.glob("*/*.eml")):
        check_places(load(path))
        check_damage(path.name, path.read_bytes())
