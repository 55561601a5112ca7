"""The names of OpenDocument's XML, each namespace in braces, so that ``TEXT + "p"`` is a tag."""

from __future__ import annotations

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"

CHART = f"{_BASE}chart:1.0}}"
DRAW = f"{_BASE}drawing:1.0}}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
FORM = f"{_BASE}form:1.0}}"
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
META = f"{_BASE}meta:1.0}}"
OFFICE = f"{_BASE}office:1.0}}"
PRESENTATION = f"{_BASE}presentation:1.0}}"
SCRIPT = f"{_BASE}script:1.0}}"
STYLE = f"{_BASE}style:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
TABLE = f"{_BASE}table:1.0}}"
TEXT = f"{_BASE}text:1.0}}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
