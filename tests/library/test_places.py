from pathlib import Path

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.library.places import Place, structure

ROOT = Path("library")


def test_the_first_folder_is_the_service_unless_told():
    place = structure(None, None).place_of(ROOT / "Early help" / "East" / "plan.docx", ROOT)
    assert place == Place(service="Early help")


def test_a_pattern_names_folders_from_the_outside_in():
    ordered = structure("{service}/*/{team}", None)
    assert ordered.place_of(ROOT / "A" / "2027" / "East" / "old" / "plan.docx", ROOT) == Place("A", "East")
    assert ordered.place_of(ROOT / "A" / "plan.docx", ROOT) == Place("A")
    assert ordered.place_of(ROOT / "plan.docx", ROOT) == Place()


def test_a_document_that_was_named_itself_has_no_folders():
    assert structure(None, None).place_of(Path("a/b/plan.docx"), Path("a/b/plan.docx")) == Place()


def test_a_list_is_stronger_than_folders_and_a_document_stronger_than_its_folder(tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text("Path,Service,Uses,Owner\nA,Children in care,10,\nA/plan.docx,,400,Sam\n", "utf-8")
    place = structure(None, listed).place_of(ROOT / "A" / "plan.docx", ROOT)
    assert place == Place("Children in care", owner="Sam", uses=400)
    assert structure(None, listed).place_of(ROOT / "A" / "other.docx", ROOT).uses == 10


def test_properties_of_a_file_say_what_folders_and_lists_do_not():
    ordered = structure("{service}", None, "service=category, owner=author")
    place = ordered.place_of(ROOT / "A" / "plan.docx", ROOT)
    assert ordered.with_properties(place, {"category": "B", "author": "Sam"}) == Place("A", owner="Sam")


@pytest.mark.parametrize("written", ["service", "colour=author", "owner="])
def test_a_mistake_in_the_properties_is_named(written):
    with pytest.raises(UsageError, match="is no field and property"):
        structure(None, None, written)


def test_windows_paths_in_a_list_are_understood(tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text("path,team\nA\\plan.docx,East\n", "utf-8")
    assert structure(None, listed).place_of(ROOT / "A" / "plan.docx", ROOT).team == "East"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("service\nA\n", "row 2: no path"),
        ("path,uses\nA,often\n", "row 2: uses is 'often'"),
        ("path,uses\nA,-1\n", "row 2: uses is -1"),
        ("path,uses\nA,nan\n", "row 2: uses is nan"),
    ],
)
def test_a_mistake_in_a_list_is_named_by_row(tmp_path, text, said):
    listed = tmp_path / "list.csv"
    listed.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=said):
        structure(None, listed)


def test_a_pattern_that_names_something_unknown_is_refused():
    with pytest.raises(UsageError, match="'colour'"):
        structure("{service}/{colour}", None)
