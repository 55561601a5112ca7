"""Data that a mapping file makes a document of: JSON, JSON Lines, XML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jargon_scanner.errors import DamagedFile, FaultyMapping, MappingMissing, TooLarge, UnsafeFile
from jargon_scanner.loaders import companion_of, find_documents, load
from tests.loaders.shared import check_damage, check_places, codes, labels, texts

MAPPING = "jargon-scanner-forms.toml"
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus-forms"
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the forms of public repositories are not at hand"
)

QUESTIONS = """
[[form]]
files = "*.json"
leave = "$..type"
[[form.take]]
path = "$..title"
heading = 1
[[form.take]]
path = "$..question"
label = "Question"
[[form.take]]
path = "$..hints[*]"
label = "Hint"
of = "Question"
[[form.take]]
path = "$..answer"
label = "Answer"
of = "Question"
owner = "author"
"""


def written(folder: Path, name: str, data: object, mapping: str = QUESTIONS) -> Path:
    (folder / MAPPING).write_text(mapping, encoding="utf-8")
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def test_json_gives_headings_prompts_and_answers_with_their_places(tmp_path: Path) -> None:
    document = load(
        written(
            tmp_path,
            "a.json",
            {
                "pages": [
                    {
                        "fields": [
                            {
                                "question": "Who?",
                                "type": "text",
                                "hints": ["Ask mum.", "Ask dad."],
                                "answer": "Nan.",
                            },
                            {"question": "When?", "hints": ["The day."], "answer": 12},
                        ],
                        "title": "Family",
                    },
                    {"title": "Needs", "fields": [{"question": "What?"}]},
                ]
            },
        )
    )
    assert list(zip(labels(document), texts(document), strict=True)) == [
        ('Heading "Family"', "Family"),
        ('Section "Family", question 1', "Who?"),
        ('Section "Family", question 1, hint 1', "Ask mum."),
        ('Section "Family", question 1, hint 2', "Ask dad."),
        ('Section "Family", question 1, answer 1', "Nan."),
        ('Section "Family", question 2', "When?"),
        ('Section "Family", question 2, hint 1', "The day."),
        ('Section "Family", question 2, answer 1', "12"),
        ('Heading "Needs"', "Needs"),
        ('Section "Needs", question 1', "What?"),
    ]
    assert [block.text for block in document.blocks if block.owner == "author"] == ["Nan.", "12"]
    assert document.blocks[1].section == ("Family",)
    assert not document.problems
    check_places(document)


def test_headings_of_a_flat_list_hold_until_the_next(tmp_path: Path) -> None:
    mapping = """
    [[form]]
    files = "*.jsonl"
    leave = "$[*].kind"
    [[form.take]]
    path = "$[?@.kind == 'theme'].text"
    heading = 1
    [[form.take]]
    path = "$[?@.kind != 'theme'].text"
    label = "Text"
    """
    rows = [("theme", "A"), ("q", "one"), ("q", "two"), ("theme", "B"), ("q", "three")]
    lines = "\n".join(json.dumps({"kind": kind, "text": text}) for kind, text in rows)
    document = load(written(tmp_path, "a.jsonl", lines, mapping))
    assert labels(document) == [
        'Line 1: heading "A"',
        'Line 2: section "A", text 1',
        'Line 3: section "A", text 2',
        'Line 4: heading "B"',
        'Line 5: section "B", text 1',
    ]


def test_a_line_that_is_no_json_costs_only_itself(tmp_path: Path) -> None:
    mapping = '[[form]]\nfiles="*.jsonl"\n[[form.take]]\npath="$[*].t"\nlabel="Note"'
    document = load(written(tmp_path, "a.jsonl", '{"t": "one"}\n\n{"t": \n{"t": "two"}\n', mapping))
    assert texts(document) == ["one", "two"]
    assert labels(document) == ["Line 1: note 1", "Line 4: note 2"]
    assert [(one.code, one.where) for one in document.problems] == [("part-unreadable", "Line 3")]


XML = """
[[form]]
files = "*.xml"
namespaces = { f = "urn:form" }
leave = "//@id"
[[form.take]]
path = "//f:page/@title"
heading = 1
[[form.take]]
path = "//f:q/text()"
label = "Question"
[[form.take]]
path = "//f:a"
label = "Answer"
of = "Question"
owner = "author"
"""


def test_xml_gives_attributes_texts_and_elements_with_what_is_in_them(tmp_path: Path) -> None:
    data = """<form xmlns="urn:form"><page title="Family" id="1">
      <q>Who?</q><a>My <b>nan</b> and <i>I</i>.</a></page><page title="Needs"><q>What?</q></page></form>"""
    document = load(written(tmp_path, "a.xml", data, XML))
    assert texts(document) == ["Family", "Who?", "My nan and I.", "Needs", "What?"]
    assert labels(document)[2] == 'Line 2: section "Family", question 1, answer 1'
    assert [block.owner for block in document.blocks].count("author") == 1
    assert not document.problems


def test_xml_reads_each_text_once_though_two_paths_lead_to_it(tmp_path: Path) -> None:
    mapping = '[[form]]\nfiles="*.xml"\n[[form.take]]\npath="//b"\nlabel="Part"\n[[form.take]]\npath="//a"\nlabel="Whole"'
    document = load(written(tmp_path, "a.xml", "<x><a>one <b>two</b> three</a></x>", mapping))
    assert sorted(" ".join(texts(document)).split()) == ["one", "three", "two"]


@pytest.mark.parametrize("bomb", ["file:///etc/hostname", "bomb"])
def test_xml_with_entities_is_refused(bomb: str, tmp_path: Path) -> None:
    entity = '<!ENTITY e "ha"><!ENTITY f "&e;&e;&e;">' if bomb == "bomb" else f'<!ENTITY f SYSTEM "{bomb}">'
    data = f"<!DOCTYPE form [{entity}]><form xmlns='urn:form'><q>&f;</q></form>"
    with pytest.raises(UnsafeFile, match="entities"):
        load(written(tmp_path, "a.xml", data, XML))


def test_what_no_path_leads_to_is_counted_and_not_quoted(tmp_path: Path) -> None:
    document = load(
        written(tmp_path, "a.json", {"question": "Who?", "note": "Secret", "Jo Bloggs's page": "x"})
    )
    (problem,) = document.problems
    assert problem.code == "not-mapped"
    assert "2 texts" in problem.message
    assert "note" in problem.message
    assert "Secret" not in problem.message
    assert "Jo" not in problem.message


def test_paths_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    assert "no-words" in codes(load(written(tmp_path, "a.json", {"type": "x"})))


def test_without_a_mapping_the_error_says_how_to_write_one(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "a.xml").write_text("<a/>")
    with pytest.raises(MappingMissing, match=MAPPING) as raised:
        load(tmp_path / "a.json")
    assert "path = '$..question'" in str(raised.value)
    with pytest.raises(MappingMissing, match="path = '//question'"):
        load(tmp_path / "a.xml")


def test_the_lines_that_the_error_shows_are_a_mapping_that_works(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"question": "Who?"}')
    with pytest.raises(MappingMissing) as raised:
        load(path)
    shown = [line.strip() for line in str(raised.value).splitlines()[1:]]
    (tmp_path / MAPPING).write_text("\n".join(shown))
    assert texts(load(path)) == ["Who?"]


def test_a_folder_gives_the_data_that_is_mapped_and_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    mapped = written(tmp_path, "form.json", {}, QUESTIONS.replace("*.json", "form*.json"))
    (tmp_path / "inner" / "form2.json").write_text("{}")
    (tmp_path / "inner" / "package.json").write_text("{}")
    passed: list[Path] = []
    found = list(find_documents([tmp_path], passed_over=passed.append))
    assert found == [mapped, tmp_path / "inner" / "form2.json"]
    assert passed == [tmp_path / "inner" / "package.json"]
    assert companion_of(mapped) == tmp_path / MAPPING
    assert companion_of(tmp_path / "inner" / "package.json") is None
    assert companion_of(tmp_path / "x.docx") is None


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("[[form]", "not TOML"),
        ('[[form]]\nfile = "x"', "form.0.file: there is no such key. Did you mean 'files'?"),
        ('[[form]]\nfiles = "*"\n[[form.take]]\nlabel = "Q"', "form.0.take.0.path: this is missing"),
        ('[[form]]\nfiles = "*"\n[[form.take]]\npath = "$.a"', "needs a label"),
        (
            '[[form]]\nfiles = "*"\n[[form.take]]\npath = "$.a"\nlabel = "A"\nof = "Q"',
            "'Q' is the label of nothing",
        ),
        (
            '[[form]]\nfiles = "*"\n[[form.take]]\npath = "$.a["\nlabel = "A"',
            "form.0.take.0.path: '$.a[' is no JSONPath",
        ),
    ],
)
def test_a_mistake_in_the_mapping_is_named_with_file_and_key(mapping: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", {"a": "x"}, mapping)
    with pytest.raises(FaultyMapping) as raised:
        load(path)
    assert said in str(raised.value)
    assert str(tmp_path / MAPPING) in str(raised.value)
    assert list(find_documents([tmp_path])) == [path]


@pytest.mark.parametrize("query", ["//q[", "count(//q)", "//x:q"])
def test_a_path_that_is_no_xpath_to_a_place_is_named(query: str, tmp_path: Path) -> None:
    mapping = f'[[form]]\nfiles="*.xml"\n[[form.take]]\npath="{query}"\nlabel="Q"'
    with pytest.raises(FaultyMapping, match=r"form\.0\.take\.0\.path"):
        load(written(tmp_path, "a.xml", "<q>x</q>", mapping))


def test_a_mapping_that_was_corrected_counts_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", {"a": "x"}, "[[form]")
    with pytest.raises(FaultyMapping):
        load(path)
    written(tmp_path, "a.json", {"a": "x"}, '[[form]]\nfiles="*"\n[[form.take]]\npath="$.a"\nlabel="A"')
    assert texts(load(path)) == ["x"]


def test_broken_json_is_named_by_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="line 2, column"):
        load(written(tmp_path, "a.json", '{\n"question" "Who?"}'))


def test_a_backslash_that_json_does_not_allow_stays_and_is_told(tmp_path: Path) -> None:
    document = load(written(tmp_path, "a.json", '{"question": "and\\\\or \\[who] \\"now\\""}'))
    assert texts(document) == ['and\\or \\[who] "now"']
    assert codes(document) == {"odd-json"}


def test_a_name_that_stands_twice_is_told(tmp_path: Path) -> None:
    assert codes(load(written(tmp_path, "a.json", '{"question": "a", "question": "b"}'))) == {"odd-json"}


@pytest.mark.parametrize("depth", [95, 200_000])
def test_json_deeper_than_any_form_is_refused(depth: int, tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="deep"):
        load(written(tmp_path, "a.json", "[" * depth + '"x"' + "]" * depth))


_JSON = st.recursive(
    st.text(max_size=8) | st.integers() | st.none() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["title", "question", "answer", "hints", "type", "x y"]), inner, max_size=4
        )
    ),
    max_leaves=25,
)


@settings(max_examples=60, deadline=None)
@given(data=_JSON)
def test_every_text_is_read_once_or_counted(data: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    mapping = '[[form]]\nfiles="*.json"\n[[form.take]]\npath="$..*"\nlabel="Text"'
    path = written(tmp_path_factory.mktemp("forms"), "a.json", {"question": data}, mapping)
    document = load(path)
    check_places(document)
    left = sum(
        int(one.message.split()[0].replace(",", "")) for one in document.problems if one.code == "not-mapped"
    )
    assert len(document.blocks) + left == len(list(_texts(data)))


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    if data is None or isinstance(data, bool):
        return []
    return [str(data)] if str(data).strip() else []


@pytest.mark.parametrize("name", ["early_help_form.json", "audit_answers.jsonl", "case_notes_export.xml"])
def test_damaged_samples_are_read_or_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = Path(__file__).resolve().parents[2] / "sample_docs"
    monkeypatch.chdir(samples)
    check_damage(name, (samples / name).read_bytes())


# ---- worked mappings of forms that real services use ----

CORE_PATHWAY = """
[[form]]
files = "*.json"
leave = ["$..type", "$[*].id"]
[[form.take]]
path = "$[*].name"
heading = 1
[[form.take]]
path = "$[*].themes[*].name"
heading = 2
[[form.take]]
path = "$[*].themes[*].steps[*].name"
heading = 3
[[form.take]]
path = "$..intro"
label = "Introduction"
[[form.take]]
path = "$..question"
label = "Question"
[[form.take]]
path = "$..hint"
label = "Hint"
of = "Question"
[[form.take]]
path = "$..itemName"
label = "Name of one"
of = "Question"
[[form.take]]
path = "$..choices[*]"
label = "Choice"
of = "Question"
"""
RECORDING = """
[[form]]
files = "*.jsonl"
leave = "$[*].kind"
[[form.take]]
path = "$[?@.kind == 'name'].text"
heading = 1
[[form.take]]
path = "$[?@.kind == 'theme'].text"
heading = 2
[[form.take]]
path = "$[?@.kind == 'question'].text"
label = "Question"
[[form.take]]
path = "$[?@.kind == 'hint'].text"
label = "Hint"
of = "Question"
[[form.take]]
path = "$[?@.kind == 'label'].text"
label = "Choice"
of = "Question"
[[form.take]]
path = "$[*].text"
label = "Text"
"""
COURT = """
[[form]]
files = "*.jsonl"
leave = ["$[*].kind", "$[*].source"]
[[form.take]]
path = "$[?search(@.kind, 'Hint')].text"
label = "Hint"
[[form.take]]
path = "$[?@.kind == 'ListElement'].text"
label = "Choice"
[[form.take]]
path = "$[*].text"
label = "Label"
"""


@needs_corpus
@pytest.mark.parametrize(
    ("file", "mapping", "blocks"),
    [
        ("hackney-core-pathway/forms-trimmed.json", CORE_PATHWAY, 1000),
        ("hackney-social-care-recording/forms-text.jsonl", RECORDING, 527),
        ("hmcts-family-public-law/labels-and-hints.jsonl", COURT, 2962),
    ],
)
def test_real_forms_are_read_whole(file: str, mapping: str, blocks: int, tmp_path: Path) -> None:
    document = load(written(tmp_path, Path(file).name, (CORPUS / file).read_text(encoding="utf-8"), mapping))
    assert len(document.blocks) >= blocks
    assert codes(document) <= {"odd-json"}
    assert len(set(labels(document))) >= 0.9 * len(document.blocks)
    check_places(document)
