"""Makes a plain text or Markdown file in the encoding and with the line ends that its settings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path


def build_text(source: Path, target: Path) -> None:
    """Write the `text` of one `.yaml` file."""
    content = yaml.safe_load(source.read_text(encoding="utf-8"))
    text = content["text"].replace("\n", content.get("newline", "\n"))
    target.write_bytes(text.encode(content.get("encoding", "utf-8")))
