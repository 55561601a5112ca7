"""Pages set by typst as tagged PDF (PDF/UA-1). Words go in as data, never as markup."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from jargon_scanner.errors import UsageError
from jargon_scanner.outputs.visible import visible

_NO_LETTER = re.compile(
    r'the text (?:`"(?P<text>.+?)"` could not be displayed|'
    r'contains the disallowed codepoint `"(?P<one>.+?)"`)',
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
#: What only changes the picture before it: a skin tone, "as a picture", a joiner of two.
_CHANGES = "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"


def compiler() -> Any:
    """What sets the pages.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import typst
    except ModuleNotFoundError:
        raise UsageError(
            "A PDF needs typst, which is not installed. Install it: "
            'python -m pip install "jargon-scanner[review]"'
        ) from None
    return typst


def all_visible(data: Any) -> Any:
    """The same data with every word of it safe to look at: what would act instead of being seen is shown."""
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, dict):
        return {name: all_visible(one) for name, one in data.items()}
    return [all_visible(one) for one in data] if isinstance(data, list | tuple) else data


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
    typst = compiler()
    words = json.dumps(data, ensure_ascii=False)
    while True:
        try:
            made: bytes = typst.compile(
                template, sys_inputs={name: words}, format="pdf", pdf_standards="ua-1"
            )
        except typst.TypstError as error:
            missing = _NO_LETTER.search(str(error))
            spelled = _spelled(words, _letters(missing["text"] or missing["one"])) if missing else words
            if spelled == words:
                raise
            words = spelled
        else:
            return made


def _letters(told: str) -> str:
    """Letters as typst tells of them: those that nobody can see come as numbers in braces."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), told)


def _spelled(words: str, missing: str) -> str:
    """The same with the letters that are missing spelled out, and all other pictures with them."""
    pictures = {letter for letter in words if unicodedata.category(letter) == "So"}
    gone = pictures | {letter for letter in missing if not (letter.isascii() and letter.isprintable())}
    written = "|".join(re.escape(_in_json(letter)) for letter in sorted(gone))
    return re.sub(f"({written}){_CHANGES}", _name, words) if gone else words


def _in_json(letter: str) -> str:
    return json.dumps(letter, ensure_ascii=False)[1:-1]


def _name(found: re.Match[str]) -> str:
    letter: str = json.loads(f'"{found[1]}"')
    return f"[{unicodedata.name(letter, f'letter U+{ord(letter):04X}').lower()}]"
