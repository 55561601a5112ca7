"""A model's parts of speech, asked once for each combination of tag, letters and dependency.

spaCy's ``attribute_ruler`` goes over every token with all of its patterns, which takes nearly as long as the
network that reads the sentence. In the English models a part of speech hangs on the token's own tag, small
letters and dependency, and in one rule on those of the token before; so what the rules say of one combination
they say of all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from spacy.attrs import DEP, LOWER, TAG
from spacy.symbols import IDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
_MOST = 100_000

#: What a rule asks of one token: a test for its tag, its letters, its dependency and whether it is space.
Test: TypeAlias = Callable[[str], bool]
Tests: TypeAlias = tuple[tuple[int, Test], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A part of speech, and what it asks of the token and, for some, of the one before. Later rules win."""

    number: int
    part: int
    own: Tests
    before: Tests | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """What the rules say of one combination: the rule that holds, and those that wait for a neighbour."""

    rule: _Rule | None
    opens: frozenset[_Rule]
    closes: frozenset[_Rule]


_NOTHING = _Said(None, frozenset(), frozenset())


class PartsOfSpeech:
    """The parts of speech that a ruler gives to words."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """Read the ruler's patterns.

        Raises:
            ValueError: one of them asks for something else.
        """
        patterns: Any = ruler.patterns
        rules = [
            _rule(number, IDS[one["attrs"]["POS"]], pattern, one["index"])
            for number, one in enumerate(patterns)
            if "POS" in one["attrs"]
            for pattern in one["patterns"]
        ]
        self._alone = [rule for rule in rules if rule.before is None]
        self._by_tag: dict[str, list[_Rule]] = {}
        self._pairs = [rule for rule in rules if rule.before is not None]
        self._known: dict[tuple[int, ...], _Said] = {}

    def of(self, doc: Doc) -> list[int]:
        """The part of speech of each token, as spaCy numbers them; 0 where the ruler gives none."""
        parts: list[int] = []
        before = _NOTHING
        for key in map(tuple, doc.to_array([TAG, LOWER, DEP]).tolist()):
            said = self._known.get(key) or self._ask(key, doc)
            rules = [said.rule] if said.rule else []
            if before.opens:
                rules += before.opens & said.closes
            parts.append(max(rules, key=lambda rule: rule.number).part if rules else 0)
            before = said
        return parts

    def _ask(self, key: tuple[int, ...], doc: Doc) -> _Said:
        if len(self._known) >= _MOST:
            self._known.clear()
        tag, lower, dep = (doc.vocab.strings[part] for part in key)
        marks = (tag, lower, dep, str(lower.isspace()))
        if tag not in self._by_tag:
            self._by_tag[tag] = [rule for rule in self._alone if _holds(_of_tag(rule.own), marks)]
        met = [rule for rule in self._by_tag[tag] if _holds(rule.own, marks)]
        said = self._known[key] = _Said(
            rule=met[-1] if met else None,
            opens=frozenset(rule for rule in self._pairs if _holds(rule.before or (), marks)),
            closes=frozenset(rule for rule in self._pairs if _holds(rule.own, marks)),
        )
        return said


def _of_tag(tests: Tests) -> Tests:
    return tuple((place, test) for place, test in tests if place == _ASKED.index("TAG"))


def _holds(tests: Tests, marks: Sequence[str]) -> bool:
    return all(test(marks[place]) for place, test in tests)


def _rule(number: int, part: int, pattern: list[dict[str, Any]], index: int) -> _Rule:
    if len(pattern) == 1 and index == 0:
        return _Rule(number, part, _tests(pattern[0]))
    if len(pattern) == 2 and index == 1:
        return _Rule(number, part, _tests(pattern[1]), _tests(pattern[0]))
    raise ValueError(f"a part of speech hangs on other tokens than the one before: {pattern}")


def _tests(wanted: dict[str, Any]) -> Tests:
    unknown = set(wanted).difference(_ASKED)
    if unknown:
        raise ValueError(f"a part of speech hangs on {', '.join(sorted(unknown))}")
    return tuple((_ASKED.index(name), _test(value)) for name, value in wanted.items())


def _test(wanted: Any) -> Test:
    if isinstance(wanted, dict) and set(wanted) <= {"IN", "NOT_IN"}:
        within, without = wanted.get("IN"), frozenset(wanted.get("NOT_IN", ()))
        return lambda text: (within is None or text in within) and text not in without
    if isinstance(wanted, str | bool):
        return str(wanted).__eq__
    raise ValueError(f"a part of speech hangs on a test that is not known here: {wanted}")
