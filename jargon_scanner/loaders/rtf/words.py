"""Rich Text's control words, by what they mean to a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jargon_scanner.document import Part

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SYMBOLS = {"~": "\xa0", "-": "\xad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}

STORIES: dict[str, tuple[Part, str]] = {
    "header": ("header", "Header"),
    "headerf": ("header", "Header of page 1"),
    "headerl": ("header", "Header of even pages"),
    "headerr": ("header", "Header of odd pages"),
    "footer": ("footer", "Footer"),
    "footerf": ("footer", "Footer of page 1"),
    "footerl": ("footer", "Footer of even pages"),
    "footerr": ("footer", "Footer of odd pages"),
    "footnote": ("footnote", "Footnote"),
    "annotation": ("comment", "Comment"),
    "shptxt": ("textbox", "Text box"),
    "dptxbxtext": ("textbox", "Text box"),
}
"""Groups whose words stand outside the lines of the page: which part of the document, and its name."""

SHOWN = frozenset(
    {
        *("field", "fldrslt", "result", "shp", "shpinst", "shpgrp", "shppict", "do", "nesttableprops"),
        *("mmath", "moMath", "moMathPara", "ud"),
    }
)
"""Groups that old readers may pass over and we go into: text stands in them."""

PASSED_OVER = frozenset(
    {
        *(
            "colortbl",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "filetbl",
        ),
        *("objdata", "objclass", "objname", "objalias", "objsect", "themedata", "colorschememapping"),
        *("datastore", "latentstyles", "mmathPr", "mmathPict", "pnseclvl", "pn", "nonshppict", "shprslt"),
        *(
            "bkmkstart",
            "bkmkend",
            "atnid",
            "atnauthor",
            "atntime",
            "atnref",
            "atndate",
            "atnparent",
            "atnicn",
        ),
        *(
            "atrfstart",
            "atrfend",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "xe",
            "tc",
            "tcn",
        ),
        *(
            "rxe",
            "txe",
            "ffname",
            "ffdeftext",
            "ffformat",
            "ffhelptext",
            "ffstattext",
            "ffentrymcr",
            "ffexitmcr",
        ),
        *("nonesttables", "private", "private1", "template", "operator", "author", "company", "category"),
        *(
            "manager",
            "subject",
            "keywords",
            "comment",
            "doccomm",
            "hlinkbase",
            "creatim",
            "revtim",
            "printim",
        ),
        *("buptim", "listname", "listlevel", "picprop", "datafield", "fontemb", "fontfile", "falt", "panose"),
        *("upr", "background", "userprops", "docvar", "wgrffmtfilter", "header_", "htmltag", "oldcprops"),
    }
)
"""Groups without words that a reader sees on the page."""

CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""The code page of each character set that a font can name."""
SYMBOL_SET = 2


def code_page(number: int | None) -> str:
    """The codec of a code page by its number; Windows-1252 where Python knows none."""
    if number == 65001:
        return "utf-8"
    if number == 10000:
        return "mac_roman"
    name = f"cp{number}"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
