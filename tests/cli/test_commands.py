import json
import subprocess
import sys
import time

import jsonschema
import pytest

from jargon_scanner.breakage import where_it_broke
from jargon_scanner.cache import cache_folder
from jargon_scanner.outputs import installed
from jargon_scanner.version import __version__

HEAVY = (
    "spacy",
    "pydantic",
    "fastapi",
    "uvicorn",
    "numpy",
    "lxml",
    "pdfplumber",
    "pypdfium2",
    "pdfminer",
    "jinja2",
    "yaml",
    "rich",
    "typer",
)


def imported(code):
    """Which heavy packages a fresh Python has imported after some code."""
    code = f"import sys\n{code}\nprint('HEAVY', *[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()[1:]


def test_importing_the_package_costs_nothing():
    assert imported("import jargon_scanner, jargon_scanner.cli; jargon_scanner.__version__") == []


@pytest.mark.parametrize(("words", "allowed"), [(["--help"], set()), (["check", "--help"], {"pydantic"})])
def test_help_imports_nothing_heavy(words, allowed):
    # typer itself brings pydantic in for a command's values; nothing of ours does.
    code = (
        f"sys.argv = ['jargon-scanner', *{words}]\n"
        "from jargon_scanner.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass"
    )
    assert set(imported(code)) <= {"typer", *allowed}


@pytest.mark.slow
def test_help_is_there_at_once():
    best = min(_seconds([sys.executable, "-m", "jargon_scanner", "--help"]) for _ in range(5))
    assert best < 0.3


def _seconds(command):
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begun


def test_the_public_names_are_loaded_when_they_are_asked_for():
    code = (
        "import jargon_scanner as j\n"
        "assert j.Report and j.Finding and j.Suggestion and j.Document and j.ScannerError\n"
        "assert 'scan' in dir(j)\n"
    )
    assert imported(code) == []


def test_an_unknown_name_is_no_name_of_ours():
    import jargon_scanner

    with pytest.raises(AttributeError, match="has no attribute 'skan'"):
        _ = jargon_scanner.skan


def test_scan_is_the_function_whoever_imports_the_module_first(scanner):
    import jargon_scanner

    jargon_scanner.scan = sys.modules["jargon_scanner.scan"]
    assert jargon_scanner.scan is sys.modules["jargon_scanner.scan"].scan
    del jargon_scanner.scan


def test_the_version_is_told(run):
    assert run("--version").stdout == f"jargon-scanner {__version__}\n"


def test_without_a_command_help_is_shown(run):
    assert "check" in run().output


def test_every_command_has_help(run):
    for command in ("check", "about", "schema"):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert len(result.stdout) > 100


def test_about_names_the_folders_in_which_something_is_kept(data_folder):
    command = [sys.executable, "-m", "jargon_scanner", "about"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert f"what your team writes and decides: {data_folder}\n" in shown
    assert f"which can be deleted: {cache_folder()}\n" in shown


def test_help_names_every_format_of_ours(run):
    shown = run("check", "--help").stdout
    assert all(name in shown for name in ("text", "json", "jsonl", "html", "xlsx"))
    assert set(installed()) >= {"text", "json", "jsonl", "html", "xlsx"}


def test_schema_is_a_schema(run):
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] == "jargon-scanner report"


def test_an_unexpected_error_is_named_without_its_message():
    with pytest.raises(ValueError, match="secret") as raised:
        int("secret")
    assert where_it_broke(raised.value) == "ValueError"
