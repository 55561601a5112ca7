"""What is answered: remarks in the form that LanguageTool's own server gives them, every key of it.

Programs read some of these keys without looking whether they are there.
Source: the HTTP API's description at languagetool.org/http-api, version 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jargon_scanner.live.typed import readable
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import KIND_WORDS
from jargon_scanner.web.pages.languagetool.utf16 import Units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jargon_scanner.findings import Kind
    from jargon_scanner.live.remarks import Remark
    from jargon_scanner.web.pages.languagetool.asked import Asked

#: LibreOffice draws a blue line under what is of the category STYLE, and an orange one under what it does not
#: know: what could hurt is seen at a glance.
CATEGORIES: Mapping[Kind, str] = {"acronym": "STYLE", "jargon": "STYLE", "blaming": "BLAMING"}

#: The server whose answers these look like; programs ask for its version, not for ours.
_SOFTWARE = {
    "name": "LanguageTool",
    "version": "6.4",
    "buildDate": "2024-03-28 00:00:00 +0000",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}
_LANGUAGE = {"name": "English (GB)", "code": "en-GB"}
#: Many a British document says that it is American, because nobody changed it: it is read all the same.
LANGUAGES = [
    {"name": name, "code": "en", "longCode": code}
    for name, code in (("English", "en"), ("English (GB)", "en-GB"), ("English (US)", "en-US"))
]
_AROUND = 40


def told(asked: Asked, said: Iterable[Remark], *, missing: str = "") -> dict[str, Any]:
    """The answer to a request.

    Args:
        asked: the request.
        said: about the text that was checked.
        missing: why not all of the text was checked; "" where it was.
    """
    units = Units(asked.text.whole)
    wanted = (remark for remark in said if asked.wanted.wants(remark, CATEGORIES[remark.kind]))
    warnings: dict[str, Any] = {"incompleteResults": bool(missing)}
    if missing:
        warnings["incompleteResultsReason"] = missing
    return {
        "software": _SOFTWARE,
        "warnings": warnings,
        "language": {**_LANGUAGE, "detectedLanguage": {**_LANGUAGE, "confidence": 1.0}},
        "matches": [_match(remark, asked, units) for remark in wanted],
    }


def _match(remark: Remark, asked: Asked, units: Units) -> dict[str, Any]:
    whole = asked.text.whole
    start, end = asked.text.range_in_whole(remark.start, remark.end)
    # Words that would take a program's own marks away with them do not drop in.
    fits = whole[start:end] == asked.text.read[remark.start : remark.end]
    begin = max(0, start - _AROUND)
    around = visible(readable(whole[begin : end + _AROUND]))
    offset, length = units.before(start), units.before(end) - units.before(start)
    return {
        "message": remark.message,
        "shortMessage": remark.title,
        "offset": offset,
        "length": length,
        "replacements": [
            {"value": one.text, **({"shortDescription": one.chosen} if one.chosen else {})}
            for one in (remark.wordings if fits else ())
        ],
        "context": {"text": around, "offset": offset - units.before(begin), "length": length},
        "sentence": remark.sentence,
        "type": {"typeName": "Hint"},
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
        "rule": {
            "id": remark.rule,
            "description": remark.title,
            "issueType": "style",
            "category": {"id": CATEGORIES[remark.kind], "name": KIND_WORDS[remark.kind].name},
        },
    }
