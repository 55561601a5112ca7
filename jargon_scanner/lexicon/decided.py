"""What teams decided about entries of weaker layers, laid over them: the entry keeps all that is its own.

Its conditions, examples and later improvements stay as they are; a decision says only what we say instead, or
that the word is kept and explained, and on whose say-so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jargon_scanner.findings import Approval
from jargon_scanner.lexicon.entry import AnyEntry, Decided, ShortForm, Term, Wording
from jargon_scanner.lexicon.faults import Fault
from jargon_scanner.lexicon.find import Finder
from jargon_scanner.lexicon.forms import noun_forms
from jargon_scanner.lexicon.layers import LAYERS, Located
from jargon_scanner.lexicon.own_words import Counting, entry_for, id_for, meant, says
from jargon_scanner.lexicon.patterns import patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jargon_scanner.lexicon.entry import Chosen, Reader
    from jargon_scanner.lexicon.layers import Decision
    from jargon_scanner.lexicon.load import Lexicon

LAYER = "reviewed"
_WHY = "People who read our documents told us that this word gets in the way."


def apply_decisions(decisions: Iterable[Decision], lexicon: Lexicon) -> Lexicon:
    """The lexicon with decisions laid over its entries.

    Args:
        decisions: the earlier first. One about an entry that is gone is laid over what finds its words now,
            or becomes an entry of its own; its fault says so. Entries of a stronger layer stay as they are.
        lexicon: all layers.
    """
    finder, counting = Finder(lexicon.with_silenced()), Counting(lexicon)
    for one in decisions:
        lexicon = _applied(replace(one, decided=_counted(one.decided, counting)), lexicon, finder)
    return lexicon


def laid_over(decisions: Iterable[Decision], lexicon: Lexicon) -> dict[str, Located] | None:
    """The entries that decisions change, where these change nothing that entries are found by.

    Args:
        decisions: the earlier first.
        lexicon: all other layers.

    Returns:
        The entries as they are now, by id; None where a decision makes an entry, or wakes one.
    """
    counting = Counting(lexicon)
    changed: dict[str, Located] = {}
    for one in decisions:
        identifier = one.decided.id or ""
        located = changed.get(identifier) or lexicon.entries.get(identifier)
        if located is None or identifier in lexicon.silenced or located.layer == "family":
            return None
        entry = _overlaid(located.entry, _counted(one.decided, counting))
        if isinstance(located.entry, ShortForm) and located.entry.familiar:
            return None
        changed[identifier] = Located(entry, LAYER, one.file, one.line)
    return changed


def decision_on(entry: AnyEntry, words: str, reader: Reader | None) -> Decided | None:
    """The decision that holds for a reader: theirs before everybody's, the later before the earlier.

    Args:
        entry: what was decided about.
        words: which of its terms stands in the document; of a short form, the long form that is meant.
        reader: whom the document speaks to; None for the third person.
    """
    own = isinstance(entry, Term) and any(words in wording.of for wording in entry.say)
    alone = isinstance(entry, Term) or len(entry.senses) == 1
    fitting = [
        one
        for one in entry.decided
        if (_is_of(one, words) if own or not alone else one.of is None or _is_of(one, words))
        and (not one.reader or reader in one.reader)
    ]
    return max(enumerate(fitting), key=lambda one: (bool(one[1].reader), one[0]))[1] if fitting else None


def wording_of(decided: Decided, entry: AnyEntry | None) -> Wording:
    """What a decision says, counted as the entry's own best wording of the same words is.

    Where that has them in the plural for good ("short breaks", for "respite"), so has the decision.
    """
    senses = entry.senses if isinstance(entry, ShortForm) else ()
    offered = [*(entry.say if entry else ()), *(wording for sense in senses for wording in sense.say)]
    meant_here = (one for one in offered if not one.of or decided.of in one.of)
    own = next((one for one in meant_here if says(one, decided.say) or _is_plural_of(one, decided)), None)
    return Wording(
        replace=own.replace if own and own.number == "plural" else decided.say,
        number=(own.number if own else None) or decided.number,
        voice=own.voice if own else None,
        source=_source(decided),
        chosen=decided.chosen,
    )


def approval_of(chosen: Chosen) -> Approval:
    """On whose say-so a wording stands, as a report says it."""
    return Approval(chosen.group, chosen.date, chosen.of or 0, chosen.chose)


def can_be_found(words: str) -> bool:
    """Whether words that no layer has can be looked for, so that a decision on them can hold.

    Brackets, slots and gaps are how a lexicon writes a term: words as they stand in documents have none.
    """
    try:
        patterns_of(_kept(words, source=LAYER), {})
    except ValueError:
        return False
    return True


def _is_plural_of(wording: Wording, decided: Decided) -> bool:
    words, wanted = (wording.replace or "").casefold().split(), (decided.say or "").casefold().split()
    if wording.number != "plural" or len(words) != len(wanted):
        return False
    return all(word in noun_forms(one) for word, one in zip(words, wanted, strict=True))


def _is_of(decided: Decided, words: str) -> bool:
    return decided.of is not None and decided.of.casefold() == words.casefold()


def _applied(one: Decision, lexicon: Lexicon, finder: Finder) -> Lexicon:
    targets = _targets(one.decided, lexicon, finder)
    weaker = [target for target in targets if LAYERS.index(target.layer) <= LAYERS.index(LAYER)]
    entries = [_overlaid(target.entry, one.decided) for target in weaker]
    if not targets:
        entries = [_new(one.decided)]
    overridden = {
        target.entry.id: (*lexicon.overridden.get(target.entry.id, ()), target)
        for target in weaker
        if target.layer != LAYER
    }
    heard = {entry.id: Located(entry, LAYER, one.file, one.line) for entry in entries}
    return replace(
        lexicon,
        entries={**lexicon.entries, **heard},
        overridden={**lexicon.overridden, **overridden},
        silenced={key: known for key, known in lexicon.silenced.items() if key not in heard},
        faults=(*lexicon.faults, *_faults(one, targets, lexicon)),
    )


def _targets(decided: Decided, lexicon: Lexicon, finder: Finder) -> list[Located]:
    """The entries that a decision is about: by id, or else by the words; none for words of its own."""
    silenced = lexicon.silenced.get(decided.id or "")
    if silenced is not None and silenced.layer != "family":
        return [silenced.located]
    located = lexicon.entries.get(decided.id or "")
    if located is not None:
        return [located]
    words = decided.term or (decided.id or "").replace("-", " ")
    named = meant([one.located for one in finder.named(words)], decided.say or "")
    known = [lexicon.entries.get(one.entry.id, one) for one in named]
    made = lexicon.entries.get(id_for(words, LAYER))
    return known or ([made] if made else [])


def _faults(one: Decision, targets: list[Located], lexicon: Lexicon) -> Iterator[Fault]:
    identifier = one.decided.id
    if identifier is not None and identifier not in lexicon.entries and identifier not in lexicon.silenced:
        names = ", ".join(repr(target.entry.id) for target in targets)
        now = f"laid over {names}, which finds its words now" if names else "an entry of its own"
        yield _fault("W401", one, f"no layer has an entry {identifier!r} any more: {now}.")
    for target in targets:
        known = lexicon.silenced.get(target.entry.id)
        if known is not None:
            why = f"({known.file}:{known.line}: {known.reason})"
            yield _fault("W402", one, f"{target.entry.id!r} was silenced {why}. It is flagged again.")
        meanings = meanings_of(target.entry)
        has = f"{target.entry.id!r} has: {', '.join(meanings)}"
        if one.decided.of is None and isinstance(target.entry, ShortForm) and len(meanings) > 1:
            yield _fault("W403", one, f"several meanings: say as 'of' which one was decided. {has}")
        elif one.decided.of is not None and not any(_is_of(one.decided, words) for words in meanings):
            yield _fault("W403", one, f"there is no {one.decided.of!r}. {has}")


def _fault(code: str, one: Decision, message: str) -> Fault:
    return Fault(code, one.file, one.line, f"wordings: {message}")


def meanings_of(entry: AnyEntry) -> tuple[str, ...]:
    """What ``of`` can name."""
    if isinstance(entry, ShortForm):
        return tuple(sense.long for sense in entry.senses)
    return (entry.term, *entry.also)


def _overlaid(entry: AnyEntry, decided: Decided) -> AnyEntry:
    # What the entry's own first wording makes of a sentence is not what the chosen one makes of it.
    examples = entry.examples.model_copy(update={"rewritten": ()})
    changes: dict[str, Any] = {"decided": (*entry.decided, decided), "examples": examples}
    if isinstance(entry, ShortForm) and decided.outcome == "adopt":
        changes["familiar"] = False
    return entry.model_copy(update=changes)


def _counted(decided: Decided, counting: Counting) -> Decided:
    """A decision whose wording is counted as the lexicon counts the same words."""
    if decided.say is None or decided.number is not None:
        return decided
    return decided.model_copy(update={"number": counting.number(decided.say)})


def _new(decided: Decided) -> AnyEntry:
    """An entry for words that no layer finds."""
    words = decided.term or (decided.id or "").replace("-", " ")
    if decided.outcome == "adopt":
        own = wording_of(decided, None)
        return entry_for(words, own, made_by=LAYER, why=_WHY).model_copy(update={"decided": (decided,)})
    return _kept(words, meaning=decided.meaning, source=_source(decided), decided=(decided,))


def _kept(words: str, **more: Any) -> Term:
    """An entry for words that no layer finds, and that are kept and explained."""
    return Term(
        id=id_for(words, LAYER),
        term=words,
        pos="noun",
        kind="jargon",
        category="system-word",
        treatment="explain",
        why=_WHY,
        **more,
    )


def _source(decided: Decided) -> str:
    return f"chosen by {decided.chosen.group}"
