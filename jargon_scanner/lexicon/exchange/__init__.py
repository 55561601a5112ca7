"""The words in the formats of other programs: spreadsheets that come back, and TBX and Vale that go out."""

from __future__ import annotations
