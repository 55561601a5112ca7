"""The commands, put together, and the one place where an error becomes a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.cli.about import about
from jargon_scanner.cli.acronyms import acronyms
from jargon_scanner.cli.bundle import bundle
from jargon_scanner.cli.check import check
from jargon_scanner.cli.explain import explain
from jargon_scanner.cli.guide import guide
from jargon_scanner.cli.lexicon import lexicon
from jargon_scanner.cli.lsp import lsp
from jargon_scanner.cli.mark import mark
from jargon_scanner.cli.quick import quick
from jargon_scanner.cli.review import review
from jargon_scanner.cli.schema import schema
from jargon_scanner.cli.scope import scope
from jargon_scanner.cli.serve import serve
from jargon_scanner.cli.shortcut import install_shortcut
from jargon_scanner.cli.speech import say
from jargon_scanner.cli.watch import watch
from jargon_scanner.errors import ScannerError
from jargon_scanner.version import __version__

INTERRUPTED = 130
PIPE_CLOSED = 141
FAULT = 2


class Commands(TyperGroup):
    """A group of commands that never shows a traceback: it could quote a document."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; leave with the exit code that its outcome stands for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ScannerError as error:
            say(str(error))
            raise typer.Exit(FAULT) from None
        except (KeyboardInterrupt, typer.Abort):  # the second at a question
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _let_go_of_output()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            say(_refusal(error))
            raise typer.Exit(FAULT) from None
        except Exception as error:
            if hasattr(error, "exit_code"):  # typer's own: a usage error, or a command that leaves
                raise
            say(f"jargon-scanner broke ({where_it_broke(error)}). Please report this; it quotes no document.")
            raise typer.Exit(FAULT) from None
        return result


def _let_go_of_output() -> None:
    """Nobody reads on (``| head``): what Python would still flush when it leaves goes nowhere, in silence."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream of a test, or one that is closed already
        return


def _refusal(error: OSError) -> str:
    what = f"{error.filename}: " if error.filename else ""
    return (
        f"{what}{error.strerror or 'the system refused'}. Check the folder, its free space and your access."
    )


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jargon-scanner {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="jargon-scanner",
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Find what a child would stumble over in documents about them, and what to write instead.

    Everything happens on this computer. Nothing is sent anywhere.
    """


app.command()(check)
app.command()(mark)
app.command()(watch)
app.command()(quick)
app.command()(install_shortcut)
app.command()(acronyms)
app.command()(explain)
app.command()(serve)
app.command()(lsp)
app.add_typer(scope)
app.add_typer(review)
app.add_typer(lexicon)
app.command()(bundle)
app.command()(guide)
app.command()(about)
app.command()(schema)
