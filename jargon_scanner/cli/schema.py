"""``schema``: the JSON Schema of a report."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Show the JSON Schema of a report, for programs that read the json and jsonl formats."""
    from jargon_scanner.report import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
