"""The table of abbreviations of a document or a library: what each stands for, and where it is explained.

``mentions`` takes from one report what the table needs, ``table`` puts many documents together, ``library``
lets one document learn from the others, and ``formats`` shows the table: one file each.
"""

from jargon_scanner.abbreviations.library import Told, told_by, with_library
from jargon_scanner.abbreviations.mentions import Meaning, Mention, mentions_of
from jargon_scanner.abbreviations.table import Row, RowStatus, Table, Unread, table_of

__all__ = [
    "Meaning",
    "Mention",
    "Row",
    "RowStatus",
    "Table",
    "Told",
    "Unread",
    "mentions_of",
    "table_of",
    "told_by",
    "with_library",
]
