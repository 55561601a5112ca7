"""``python -m jargon_scanner`` is the command ``jargon-scanner``."""

from __future__ import annotations

from jargon_scanner.cli import main

if __name__ == "__main__":
    main()
