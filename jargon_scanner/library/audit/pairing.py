"""Documents paired with auditors at random: loads as even as they can be, every such pairing as likely.

First one pairing with the evenest loads is found: documents are put in one by one, each along a shortest
alternating path to the least busy auditor within reach (N. Harvey, R. Ladner, L. Lovász and T. Tamir,
"Semi-matchings for bipartite graphs and load balancing", Journal of Algorithms 59 (2006), algorithm 1).

Then it is shuffled by a Markov chain over all pairings with loads as even. A step takes a document from its
auditor to another who may read it, who gives one of theirs away in turn, and so on, until the round closes,
or ends with somebody who had one document fewer than the first. Every step is as likely as its way back, so
in the long run every pairing is as likely as every other.
"""

from __future__ import annotations

import random
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS_EACH, _STEPS_AT_LEAST = 30, 200


def pair(allowed: Sequence[Sequence[int]], auditors: int, seed: int) -> list[int | None]:
    """An auditor for each document.

    Args:
        allowed: for each document, the numbers of the auditors who may read it.
        auditors: how many there are.
        seed: the same one gives the same pairing on every computer.

    Returns:
        For each document its auditor; None where nobody may read it.
    """
    pairing = _Pairing(allowed, auditors, random.Random(seed))  # noqa: S311 - drawn again by anybody, no secret
    order = [document for document in range(len(allowed)) if allowed[document]]
    pairing.shuffle(order)
    for document in order:
        pairing.put(document)
    for _ in range(_STEPS_EACH * len(order) + _STEPS_AT_LEAST if order else 0):
        pairing.step(order)
    return pairing.chosen


class _Pairing:
    """A pairing under way."""

    def __init__(self, allowed: Sequence[Sequence[int]], auditors: int, source: random.Random) -> None:
        self.allowed = allowed
        self.chosen: list[int | None] = [None] * len(allowed)
        self.documents: list[list[int]] = [[] for _ in range(auditors)]
        self.source = source

    def below(self, number: int) -> int:
        """A random whole number below another; from ``random()`` alone, which every Python draws alike."""
        return int(self.source.random() * number)

    def shuffle(self, order: list[int]) -> None:
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]

    def put(self, document: int) -> None:
        """Give a document to the least busy auditor that an alternating path reaches."""
        came_from: dict[int, int] = dict.fromkeys(self.allowed[document], document)
        queue = deque(came_from)
        while queue:
            auditor = queue.popleft()
            for other in self.documents[auditor]:
                for further in self.allowed[other]:
                    if further not in came_from:
                        came_from[further] = other
                        queue.append(further)
        auditor = min(came_from, key=lambda one: len(self.documents[one]))
        while True:
            moved = came_from[auditor]
            before = self.chosen[moved]
            self._move(moved, auditor)
            if before is None:
                return
            auditor = before

    def step(self, order: Sequence[int]) -> None:
        """One step of the chain; a walk that comes to nothing leaves all as it was."""
        if self.below(2):  # half of the steps stand still, so that no rhythm of the rounds is left
            return
        document = order[self.below(len(order))]
        first = self.chosen[document]
        seen, moves = {first}, []
        while len(self.allowed[document]) > 1:
            auditor = self._another(document)
            moves.append((document, auditor))
            one_fewer = len(self.documents[auditor]) + 1 == self._load(first)
            closes = auditor == first
            if closes or (auditor not in seen and one_fewer and self.below(2)):
                for one, to in moves:
                    self._move(one, to)
                return
            if auditor in seen or not self.documents[auditor]:
                return
            seen.add(auditor)
            document = self.documents[auditor][self.below(len(self.documents[auditor]))]

    def _another(self, document: int) -> int:
        """One of the other auditors who may read a document, each as likely."""
        may = self.allowed[document]
        drawn = may[self.below(len(may) - 1)]
        return may[-1] if drawn == self.chosen[document] else drawn

    def _load(self, auditor: int | None) -> int:
        return 0 if auditor is None else len(self.documents[auditor])

    def _move(self, document: int, auditor: int) -> None:
        before = self.chosen[document]
        if before is not None:
            self.documents[before].remove(document)
        self.documents[auditor].append(document)
        self.chosen[document] = auditor
