"""A folder that installs the tool on a computer without network and without an administrator.

It is the one part of the tool that asks other computers for anything: through pip, for the packages. It is
made where that is allowed, and carried where it is not.
"""

from __future__ import annotations

from jargon_scanner.bundle.build import build
from jargon_scanner.bundle.targets import TARGETS, Target

__all__ = ["TARGETS", "Target", "build"]
