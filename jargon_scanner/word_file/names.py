"""The names that Word's XML uses: two vocabularies (transitional and strict) with the same words."""

from __future__ import annotations

from dataclasses import dataclass

MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
CHART_2014 = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Namespaces of one flavour, each in braces, so that ``names.w + "p"`` is a tag.

    Attributes:
        w: the words of a Word document: paragraphs, runs, tables.
        a: drawings.
        c: charts.
        d: diagrams (SmartArt).
        m: equations.
        pic: pictures.
        r: relationship ids.
        wp: where a drawing stands on the page.
    """

    w: str
    a: str
    c: str
    d: str
    m: str
    pic: str
    r: str
    wp: str


def _vocabulary(base: str, word: str, year: str) -> Vocabulary:
    return Vocabulary(
        w=f"{{{base}/{word}}}",
        a=f"{{{base}/drawingml{year}/main}}",
        c=f"{{{base}/drawingml{year}/chart}}",
        d=f"{{{base}/drawingml{year}/diagram}}",
        m=f"{{{base}/officeDocument{year}/math}}",
        pic=f"{{{base}/drawingml{year}/picture}}",
        r=f"{{{base}/officeDocument{year}/relationships}}",
        wp=f"{{{base}/drawingml{year}/wordprocessingDrawing}}",
    )


TRANSITIONAL = _vocabulary("http://schemas.openxmlformats.org", "wordprocessingml/2006/main", "/2006")
STRICT = _vocabulary("http://purl.oclc.org/ooxml", "wordprocessingml/main", "")


def vocabulary_of(tag: str) -> Vocabulary:
    """The vocabulary that a part's root element is written in; transitional where it cannot be told."""
    return STRICT if tag.startswith("{http://purl.oclc.org/ooxml/") else TRANSITIONAL
