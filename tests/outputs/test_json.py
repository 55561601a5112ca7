import json
from importlib.resources import files

import jsonschema
import pytest

from jargon_scanner.errors import DamagedFile, UsageError
from jargon_scanner.report import Report, json_schema
from tests.reports import full_report, report


def test_json_is_one_object_that_reads_back_as_the_report(show):
    made = full_report()
    assert Report.from_dict(json.loads(show("json", made))) == made


def test_json_keeps_letters_as_they_are(show):
    assert "“I like my placement”" in show("json", full_report())


def test_several_documents_are_too_many_for_json(show):
    with pytest.raises(UsageError, match="jsonl"):
        show("json", report(), report())


def test_jsonl_is_an_object_a_line_with_errors_in_their_place(show):
    shown = show("jsonl", full_report(), DamagedFile("b.docx", "its zip is cut short"), report())
    first, second, third = map(json.loads, shown.splitlines())
    assert first["schema"] == third["schema"] == "jargon-scanner/report/1"
    assert second == {
        "document": {"path": "b.docx"},
        "error": {
            "code": "damaged-file",
            "message": "b.docx is damaged: its zip is cut short. "
            "Open it in the program it came from and save it again.",
        },
    }


def test_a_file_name_that_is_no_unicode_is_still_json(show):
    assert json.loads(show("jsonl", report(path="a\udcff.txt")))["document"]["path"] == "a\udcff.txt"


def test_the_shipped_schema_is_fresh():
    shipped = files("jargon_scanner.outputs").joinpath("report.schema.json").read_text("utf-8")
    assert json.loads(shipped) == json_schema(), (
        "run: jargon-scanner schema > jargon_scanner/outputs/report.schema.json"
    )


def test_what_is_written_follows_the_schema(show):
    jsonschema.validate(json.loads(show("json", full_report())), json_schema())
    jsonschema.validate(json.loads(show("json", report())), json_schema())
