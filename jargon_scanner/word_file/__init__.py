"""Word files: every story of a package read in one walk, each character with an address that finds it again.

``read_word`` reads a file into a Document. ``open_package``, ``Anchor`` and ``find`` lead from a block back
to the elements that its characters come from, to put marks there::

    package = open_package(path, data)
    address = block.anchor.address(offset)
    element = find(package.part(address.part).root, address.path)
"""

from jargon_scanner.word_file.anchor import Address, Anchor, Segment, find
from jargon_scanner.word_file.package import (
    Limits,
    Package,
    Part,
    PartUnreadable,
    is_encrypted,
    open_package,
    part_key,
)
from jargon_scanner.word_file.reading import main_part, read_word

__all__ = [
    "Address",
    "Anchor",
    "Limits",
    "Package",
    "Part",
    "PartUnreadable",
    "Segment",
    "find",
    "is_encrypted",
    "main_part",
    "open_package",
    "part_key",
    "read_word",
]
