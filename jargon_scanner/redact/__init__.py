"""Sentences made safe to look at: what could tell whose they are is hidden, and a person has the last look.

Three rules, each of which errs on its own side: patterns of the United Kingdom (``patterns``), the model's
names (``pipeline.named``), and capitals (``capitals``), which fails closed: a word with a capital that is not
known to be harmless is hidden. Nothing that leaves this room goes out before a person has ticked it.
"""

from __future__ import annotations

from jargon_scanner.redact.known import redactor_for
from jargon_scanner.redact.redactor import Mask, Redacted, Redactor

__all__ = ["Mask", "Redacted", "Redactor", "redactor_for"]
