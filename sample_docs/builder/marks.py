"""The pieces of a Word file that python-docx does not write: controls, form fields, changes, boxes."""

from __future__ import annotations

from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACES = nsdecls("w", "r") + (
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
EMU_PER_CM = 360000
GALLERY = "Page Numbers (Bottom of Page)"


def element(xml: str) -> Any:
    """Parse a fragment whose first tag has no namespace declarations yet."""
    first, rest = xml.split(">", 1)
    gap = "/" if first.endswith("/") else ""
    return parse_xml(f"{first.removesuffix('/')} {NAMESPACES}{gap}>{rest}")


def text_run(text: str, style: str = "", tag: str = "w:t") -> str:
    """One run as XML text."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'


class Marks:
    """Makes marks with identifiers that are unique in one document and the same at every build."""

    def __init__(self, author: str, date: str) -> None:
        self.author = author
        self.date = date
        self._ids = count(100)

    def inserted(self, text: str) -> Any:
        """A tracked insertion."""
        return element(f"<w:ins {self._by()}>{text_run(text)}</w:ins>")

    def deleted(self, text: str) -> Any:
        """A tracked deletion."""
        return element(f"<w:del {self._by()}>{text_run(text, tag='w:delText')}</w:del>")

    def _by(self) -> str:
        return f'w:id="{next(self._ids)}" w:author="{escape(self.author)}" w:date="{self.date}"'

    def control(self, kind: str, title: str, body: str, content: str | None = None) -> Any:
        """A content control: `text`, `date`, `drop` (choices separated by `;`) or `check`.

        The body is the placeholder unless it starts with `=`: then it is an answer. With `content` (XML)
        the control goes round that.
        """
        answered = body.startswith("=")
        shown, *choices = body.removeprefix("=").split(";")
        extra = {
            "text": "<w:text/>",
            "date": '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/></w:date>',
            "drop": "<w:dropDownList>" + "".join(_choice(choice) for choice in choices) + "</w:dropDownList>",
            "gallery": f'<w:docPartObj><w:docPartGallery w:val="{GALLERY}"/></w:docPartObj>',
            "check": f'<w14:checkbox><w14:checked w14:val="{int(answered)}"/></w14:checkbox>',
        }.get(kind, "")
        if kind == "check":
            content, answered = text_run("☒" if answered else "☐"), True
        placeholder = "" if answered else "<w:showingPlcHdr/>"
        inner = content or text_run(shown, "" if answered else "PlaceholderText")
        tag = "".join(word.capitalize() for word in title.split())
        return element(
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag)}"/>'
            f'<w:id w:val="{next(self._ids)}"/>{placeholder}{extra}</w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def legacy_field(self, kind: str, name: str, body: str) -> list[Any]:
        """A form field of old Word templates: `ffdrop` (choices separated by `;`), `fftext` or `ffcheck`."""
        choices = "".join(f'<w:listEntry w:val="{escape(choice)}"/>' for choice in body.split(";"))
        data, code = {
            "ffdrop": (f"<w:ddList>{choices}</w:ddList>", "FORMDROPDOWN"),
            "fftext": (f'<w:textInput><w:default w:val="{escape(body)}"/></w:textInput>', "FORMTEXT"),
            "ffcheck": ('<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX"),
        }[kind]
        begin = (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{escape(name)}"/><w:enabled/>'
            f'<w:calcOnExit w:val="0"/>{data}</w:ffData></w:fldChar></w:r>'
        )
        return [element(begin), *_field_rest(code, body if kind == "fftext" else "")]

    def merge_field(self, name: str) -> list[Any]:
        """A mail-merge field whose result is split over three runs, as Word leaves it."""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        return [element(begin), *_field_rest(f"MERGEFIELD {name}", f"«{name}»", pieces=3)]

    def page_number(self) -> Any:
        """`Page X of Y` inside a control, as Word's gallery makes it."""
        fields = "".join(
            text_run(before) + f'<w:fldSimple w:instr=" {code} ">{text_run("1")}</w:fldSimple>'
            for before, code in (("Page ", "PAGE"), (" of ", "NUMPAGES"))
        )
        return self.control("gallery", "Page number", "=", fields)

    def text_box(self, lines: list[str], colour: str) -> Any:
        """A floating text box with the older drawing that Word adds for older readers."""
        words = "".join(f"<w:p>{text_run(line)}</w:p>" for line in lines)
        number, wide, high = (
            next(self._ids),
            int(16.5 * EMU_PER_CM),
            int((0.6 + 0.95 * len(lines)) * EMU_PER_CM),
        )
        return element(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln w="9525"><a:solidFill>'
            '<a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></wps:spPr>'
            f'<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx><wps:bodyPr rot="0" anchor="t"/>'
            "</wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:rect style="width:468pt;height:{high // 12700}pt"><v:textbox>'
            f"<w:txbxContent>{words}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )


def _choice(choice: str) -> str:
    return f'<w:listItem w:displayText="{escape(choice)}" w:value="{escape(choice)}"/>'


def _field_rest(code: str, result: str, pieces: int = 1) -> list[Any]:
    size = max(1, -(-len(result) // pieces))
    runs = [text_run(result[start : start + size]) for start in range(0, len(result), size)]
    return [
        element(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'),
        element('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
        *(element(run) for run in runs),
        element('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ]


def footnotes_part(notes: list[str]) -> bytes:
    """The footnotes of a document, numbered from 1; -1 and 0 are the separators that Word wants."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f"{text_run(' ' + note)}</w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:footnotes {NAMESPACES}>{separators}{body}</w:footnotes>".encode()


def footnote_reference(number: int) -> Any:
    """The raised number in the text."""
    return element(
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )
