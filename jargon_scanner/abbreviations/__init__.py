"""The table of abbreviations of a document or a library: what each stands for, and where it is explained.

``mentions`` takes from one report what the table needs, ``table`` puts many documents together, and
``formats`` shows the table: one file each.
"""

from jargon_scanner.abbreviations.mentions import Meaning, Mention, mentions_of
from jargon_scanner.abbreviations.table import Row, RowStatus, Table, Unread, table_of, told_by

__all__ = [
    "Meaning",
    "Mention",
    "Row",
    "RowStatus",
    "Table",
    "Unread",
    "mentions_of",
    "table_of",
    "told_by",
]
