"""``lexicon health``: which entries people use and which they pass over, so that noisy ones are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jargon_scanner.cli.chosen import ConfigOption, LexiconOption, WordsOption, lexicon_of, settings_of
from jargon_scanner.cli.speech import say, tell
from jargon_scanner.outputs.visible import visible
from jargon_scanner.outputs.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jargon_scanner.acceptance import Tally
    from jargon_scanner.intervals import Estimate
    from jargon_scanner.lexicon.load import Lexicon

_HEAD = ("id", "decided", "used", "reworded", "kept", "kept share", "in copies")
#: From here on a share is said to be most of them.
_MOST = 0.5


def health(
    least: Annotated[
        int, typer.Option("--least", metavar="NUMBER", help="Only entries decided on so often.", min=0)
    ] = 5,
    forget: Annotated[bool, typer.Option("--forget", help="Delete all counts.")] = False,
    lexicon: LexiconOption = None,
    words_we_use: WordsOption = None,
    config: ConfigOption = None,
) -> None:
    """Show which entries people use, reword or pass over on this computer; the noisiest first.

    The pages of serve count each decision, and marked copies what was put into them: by entry, no word and no
    name of a document. The share kept has a 95 % interval (Wilson). `count-choices = false` in
    jargon-scanner.toml ends the counting.
    """
    from jargon_scanner.acceptance import Counts

    counts = Counts()
    if forget:
        tell(f"{counts.path} is deleted." if counts.forget() else "There was nothing to delete.")
        return
    loaded = lexicon_of(settings_of(config, lexicon, words_we_use))
    known = {entry: tally for entry, tally in counts.read().items() if entry in loaded.entries}
    shown = sorted(
        ((entry, tally) for entry, tally in known.items() if tally.decided >= least),
        key=lambda one: (-(_kept(one[1]).low or 0.0), one[0]),
    )
    rows = (_HEAD, *(_row(entry, tally) for entry, tally in shown))
    typer.echo("\n".join("\t".join(row) for row in rows))
    for sentence in _said(shown, loaded):
        tell(sentence)
    rest = len(known) - len(shown)
    say(
        f"{count(len(shown), 'entry', 'entries')} decided on at least {least} times, {rest:,} less often. "
        f"The counts are in {counts.path}."
    )


def _kept(tally: Tally) -> Estimate:
    from jargon_scanner.intervals import share

    return share(tally.kept, tally.decided)


def _row(entry: str, tally: Tally) -> tuple[str, ...]:
    kept = _kept(tally)
    shown = "–" if kept.value is None else f"{kept.value:.2f} ({kept.low:.2f} to {kept.high:.2f})"
    numbers = (tally.decided, tally.used, tally.reworded, tally.kept)
    return (visible(entry), *(f"{number:,}" for number in numbers), shown, f"{tally.offered:,}")


def _said(shown: list[tuple[str, Tally]], lexicon: Lexicon) -> Iterator[str]:
    """What follows from the figures, in sentences: what to silence, and what to word better."""
    from jargon_scanner.intervals import share

    noisy = [entry for entry, tally in shown if (_kept(tally).low or 0.0) >= _MOST]
    clumsy = [
        entry
        for entry, tally in shown
        if (share(tally.reworded, tally.used + tally.reworded).low or 0.0) >= _MOST
    ]
    if noisy:
        entries = count(len(noisy), "entry", "entries")
        yield f"\nMost people keep the words of {entries}. If that is right, silence them in a file of your"
        yield "own (--lexicon, or jargon-scanner.toml), each with your reason:\n"
        yield "domain: Words of our council\nentries: []\nsilence:"
        for entry in noisy:
            yield f"  - id: {visible(entry)}\n    reason: "
    for entry in clumsy:
        yield f"\nMost people who change the words of {visible(entry)} write their own. Better wording goes"
        yield f"into an entry of your own with the same id: jargon-scanner lexicon show {visible(entry)}"
    if shown and not noisy and not clumsy:
        yield f"\nNo entry of {lexicon.name} is passed over by most people."
