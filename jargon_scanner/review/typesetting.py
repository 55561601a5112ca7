"""Pages set by typst as tagged PDF (PDF/UA-1). Words go in as data, never as markup."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from jargon_scanner.errors import UsageError

_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
#: What only changes the picture before it: a skin tone, "as a picture", a joiner of two.
_CHANGES = "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"


def typeset(template: bytes, name: str, data: Any) -> bytes:
    """A PDF of a template.

    A picture or letter that no font of this computer has is spelled out by its Unicode name: a child's "🙂"
    becomes "[slightly smiling face]". PDF/UA forbids the empty box that would stand there.

    Args:
        template: typst's markup, which reads the data with ``json(bytes(sys.inputs.at(name)))``.
        name: of the data in ``sys.inputs``.
        data: what goes in, as JSON has it.

    Raises:
        UsageError: what sets it is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        raise UsageError(
            "A PDF needs typst, which is not installed. Install it: "
            'python -m pip install "jargon-scanner[review]"'
        ) from None
    words = json.dumps(data, ensure_ascii=False)
    while True:
        try:
            made: bytes = typst.compile(
                template, sys_inputs={name: words}, format="pdf", pdf_standards="ua-1"
            )
        except typst.TypstError as error:
            missing = _NO_LETTER.search(str(error))
            spelled = _spelled(words, missing[1]) if missing else words
            if spelled == words:
                raise
            words = spelled
        else:
            return made


def _spelled(words: str, missing: str) -> str:
    """The same with the letters that are missing spelled out, and all other pictures with them."""
    pictures = {letter for letter in words if unicodedata.category(letter) == "So"}
    gone = "".join(sorted(pictures | {letter for letter in missing if not letter.isascii()}))
    return re.sub(f"([{re.escape(gone)}]){_CHANGES}", _name, words) if gone else words


def _name(found: re.Match[str]) -> str:
    name = unicodedata.name(found[1], f"letter U+{ord(found[1]):04X}")
    return f"[{name.lower()}]"
