"""The command line: parse, call, print, exit code. One module a command; nothing heavy until it is needed."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run ``jargon-scanner`` with the words of the command line, and leave with its exit code."""
    try:
        from jargon_scanner.cli.app import app
        from jargon_scanner.cli.speech import speak_utf8

        speak_utf8()
        app(prog_name="jargon-scanner")
    except KeyboardInterrupt:  # before a command could see it
        sys.exit(130)
