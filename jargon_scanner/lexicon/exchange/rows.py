"""Entries as rows of a spreadsheet and back. Nothing is lost; a cell with several lines holds a list.

A wording is written plainly (``family time``), advice after ``rephrase:``. Whatever has more to say stands
between braces, as YAML writes it on one line: ``{replace: family time, number: mass}``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from pydantic import ValidationError

from jargon_scanner.lexicon.entry import AnyEntry, Silence
from jargon_scanner.lexicon.faults import Fault, did_you_mean, faults_of
from jargon_scanner.lexicon.load import entry_of
from jargon_scanner.lexicon.shown import plain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.load import Lexicon

Row: TypeAlias = dict[str, str]

#: Columns in their order. "silence" says why an entry of a weaker layer is not to be flagged. "read from" is
#: for people, and is not read back.
COLUMNS = (
    *(
        "id",
        "term",
        "short",
        "also",
        "pos",
        "kind",
        "category",
        "treatment",
        "meaning",
        "why",
        "question",
        "say",
    ),
    *("senses", "outside", "only", "unless", "inflect", "said", "familiar", "confidence"),
    *(
        "young_people_prefer",
        "decided",
        "source",
        "flagged",
        "not_flagged",
        "rewritten",
        "known_gap",
        "silence",
        "read from",
    ),
)
_EXAMPLES = ("flagged", "not_flagged", "rewritten", "known_gap")
_LISTS = frozenset({"also", "say", "senses", "outside", "only", "unless", "decided", *_EXAMPLES})
_ADVICE = "rephrase: "
_ODD = ("{", '"', _ADVICE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What rows gave: entries, silences, and what is wrong, with the number of its row."""

    entries: tuple[AnyEntry, ...]
    silences: tuple[Silence, ...]
    faults: tuple[Fault, ...]


def rows_of(lexicon: Lexicon) -> Iterator[Row]:
    """A row for each entry in force, then one for each that is silenced."""
    for key, located in lexicon.entries.items():
        if key not in lexicon.silenced:
            yield {**row_of(located.entry), "read from": f"{located.layer}, {located.file}:{located.line}"}
    for key, silenced in lexicon.silenced.items():
        where = f"{silenced.layer}, {silenced.file}:{silenced.line}"
        yield {"id": key, "silence": silenced.reason, "read from": where}


def row_of(entry: AnyEntry) -> Row:
    """One entry as the cells that are not empty."""
    data = plain_of(entry)
    data.update(data.pop("examples", {}))
    return {key: _cell(data[key]) for key in COLUMNS if key in data}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(_line(item) for item in value)
    return str(value)


def _line(item: Any) -> str:
    if isinstance(item, dict):
        if set(item) == {"replace"}:
            return _plain_line(item["replace"])
        if set(item) == {"rephrase"} and not _is_folded(item["rephrase"]):
            return _ADVICE + str(item["rephrase"])
        return _flow(item)
    return _plain_line(str(item))


def _is_folded(text: str) -> bool:
    return "\n" in text or "\r" in text


def _plain_line(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if _is_folded(text) or text.startswith(_ODD) else text


def _flow(item: dict[str, Any]) -> str:
    """A mapping on one line, as YAML; as JSON, which YAML reads too, where words hold a line break."""
    written = json.dumps(item, ensure_ascii=False)
    if "\\n" in written or "\\r" in written:
        return written
    flow = yaml.safe_dump(
        item, default_flow_style=True, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return str(flow).strip()


def read_rows(rows: Iterable[tuple[int, Row]], file: str) -> Imported:
    """Entries from the rows of a spreadsheet.

    Args:
        rows: each with its number in the file, as its cells by the names of their columns.
        file: what faults call the file.
    """
    entries: list[AnyEntry] = []
    silences: list[Silence] = []
    faults: list[Fault] = []
    for number, row in rows:
        cells = {key: value for key, value in row.items() if value.strip() and key != "read from"}
        unknown = [key for key in cells if key not in COLUMNS]
        if unknown:
            hint = did_you_mean(unknown[0], COLUMNS)
            faults.append(Fault("E002", file, number, f"there is no column {unknown[0]!r}.{hint}"))
            continue
        try:
            if "silence" in cells:
                silences.append(Silence(id=cells["id"], reason=cells["silence"]))
            elif cells:
                entries.append(entry_of(_data(cells)))
        except ValidationError as error:
            faults += faults_of(error, file, {(): number}, ())
        except (ValueError, KeyError, yaml.YAMLError) as error:
            faults.append(
                Fault("E002", file, number, f"a cell cannot be read: {' '.join(str(error).split())}")
            )
    return Imported(tuple(entries), tuple(silences), tuple(faults))


def _data(cells: Row) -> dict[str, Any]:
    data: dict[str, Any] = {
        key: _items(key, cell) if key in _LISTS else cell.strip() for key, cell in cells.items()
    }
    examples = {key: data.pop(key) for key in _EXAMPLES if key in data}
    return {**data, "examples": examples} if examples else data


def _items(key: str, cell: str) -> list[Any]:
    return [_item(key, line.strip()) for line in cell.split("\n") if line.strip()]


def _item(key: str, line: str) -> Any:
    if line.startswith("{"):
        return yaml.load(line, Loader=yaml.CBaseLoader)  # noqa: S506  (base loader: strings only)
    text = json.loads(line) if line.startswith('"') and line.endswith('"') and len(line) > 1 else line
    if key != "say":
        return text
    if line.startswith(_ADVICE):
        return {"rephrase": line.removeprefix(_ADVICE)}
    return {"replace": text}
