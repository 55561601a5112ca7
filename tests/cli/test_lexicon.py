"""The commands about words, with a bundled lexicon of four entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from jargon_scanner.cli.app import app
from jargon_scanner.lexicon.load import read_entries
from tests.small_folders import BUNDLED, PLACEMENT, bundled, written
from tests.small_lexicons import short, term


@pytest.fixture
def run(tmp_path, monkeypatch):
    more = (
        short("CP", {"long": "child protection", "cues": ["plan"]}, "cerebral palsy", outside=[{"sense": "Canadian Pacific"}]),
        short("GP", "general practitioner", familiar="yes"),
        term("fail to engage", "verb", "not come", kind="blaming", category="blame", treatment="rethink", question="What was offered?",
             meaning="Did not join in.", why="It blames.", examples={"flagged": ["He [failed to engage]."], "not_flagged": ["He failed."]}),
    )  # fmt: skip
    folder = bundled(tmp_path / "bundled", *BUNDLED, *more)
    monkeypatch.setattr("jargon_scanner.lexicon.load.bundled_folder", lambda: folder)
    monkeypatch.setattr("jargon_scanner.lexicon.folders.bundled_folder", lambda: folder)
    monkeypatch.chdir(tmp_path)

    def run(*words, answers=None):
        result = CliRunner().invoke(app, [str(word) for word in words], input=answers)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return run


@pytest.mark.parametrize(
    "words",
    [["IRO"], ["what", "is", "an", "iro?"], ["What does I.R.O. mean?"], ["independent reviewing officers"]],
)
def test_explain_tells_what_a_person_at_a_desk_asks(run, words) -> None:
    result = run("explain", *words)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "IRO: a short form",
        "  Short for  independent reviewing officer",
        "  Means      A person who checks a plan.",
        "  Say        reviewing person",
        "  Keep       Keep the word, and say beside it what it means.",
        "  Why        Nobody can guess it.",
    ]


def test_explain_lists_every_sense(run) -> None:
    shown = run("explain", "CP").stdout
    assert "Can be     child protection (as in: plan)" in shown
    assert "Can be     cerebral palsy" in shown
    assert "Elsewhere  Canadian Pacific" in shown


def test_explain_asks_the_writer_what_the_lexicon_asks(run) -> None:
    assert "Ask        What does this child call it?" in run("explain", "contact").stdout
    assert "Think      What was offered?" in run("explain", "failed to engage").stdout
    assert "Most people know these letters" in run("explain", "GP").stdout


def test_explain_says_what_was_perhaps_meant(run) -> None:
    result = run("explain", "plcement")
    assert result.exit_code == 1
    assert result.stderr == "We do not know “plcement”. Did you mean placement?\n"
    assert run("explain", "xyzzy").stderr == "We do not know “xyzzy”.\n"


def test_explain_knows_the_familys_words(run, tmp_path) -> None:
    (tmp_path / "family.txt").write_text("placement = nest", "utf-8")
    assert "Say        nest · home" in run("explain", "placement", "--words-we-use", "family.txt").stdout


def test_show_tells_layer_file_line_and_what_it_takes_the_place_of(run, tmp_path) -> None:
    written(tmp_path / "council.yaml", {**PLACEMENT, "say": [{"replace": "nest"}]})
    shown = run("lexicon", "show", "placements", "--lexicon", "council.yaml").stdout
    assert shown.startswith("# placement, from the council layer: council.yaml:3\n")
    assert "# It takes the place of the one of the bundled layer: words.yaml:3\n" in shown
    assert "# It finds: placement, placements\n" in shown
    layer, faults = read_entries("domain: x\nentries:\n" + shown, "x", "x")
    assert faults == []
    assert layer.entries[0].entry.say[0].replace == "nest"


def test_show_tells_what_is_silenced_and_what_is_kept(run, tmp_path) -> None:
    written(tmp_path / "council.yaml", silence=[{"id": "placement", "reason": "We like it."}])
    (tmp_path / "family.txt").write_text("contact = keep", "utf-8")
    options = ("--lexicon", "council.yaml", "--words-we-use", "family.txt")
    assert (
        "# It is not flagged. council, council.yaml:3: We like it.\n"
        in run("lexicon", "show", "placement", *options).stdout
    )
    shown = run("lexicon", "show", "contact", *options).stdout
    assert "# This family uses the words “contact” themselves: family.txt:1\n" in shown


def test_show_says_what_was_perhaps_meant(run) -> None:
    result = run("lexicon", "show", "plcement")
    assert result.exit_code == 1
    assert result.stderr == "No layer has an entry for “plcement”. Did you mean placement?\n"


def test_check_names_file_line_and_what_was_perhaps_meant(run, tmp_path) -> None:
    path = written(
        tmp_path / "council.yaml",
        {**PLACEMENT, "category": "system-wrd"},
        {**PLACEMENT, "id": "b", "meanin": "x"},
    )
    result = run("lexicon", "check", path, "--no-examples")
    assert result.exit_code == 1
    assert (
        f"{path}:3: E101 placement: the category is not in categories.yaml: system-wrd. Did you mean 'system-word'?"
        in result.stdout
    )
    assert "E002 meanin: there is no such key here. Did you mean 'meaning'?" in result.stdout
    assert result.stderr == "1 entry checked: 2 mistakes, no warnings. The example sentences were not run.\n"


def test_check_runs_the_examples(run, tmp_path) -> None:
    examples = {"flagged": ["His [home] ended."], "not_flagged": ["His placement ended."]}
    path = written(tmp_path / "council.yaml", {**PLACEMENT, "examples": examples})
    result = run("lexicon", "check", path)
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["E301", "E302"]


def test_check_of_what_is_only_not_complete_is_no_failure(run, tmp_path) -> None:
    path = written(
        tmp_path / "council.yaml", {key: value for key, value in PLACEMENT.items() if key != "why"}
    )
    result = run("lexicon", "check", path, "--no-examples")
    assert result.exit_code == 0
    assert "W204" in result.stdout


def test_check_keeps_to_the_file_it_is_given(run, tmp_path) -> None:
    written(
        tmp_path / "bundled" / "more.yaml", {**PLACEMENT, "id": "den", "term": "den", "category": "label"}
    )
    bad = run("lexicon", "check", tmp_path / "bundled" / "more.yaml", "--no-examples")
    good = run("lexicon", "check", tmp_path / "bundled" / "words.yaml", "--no-examples")
    assert (bad.exit_code, "E102" in bad.stdout) == (1, True)
    assert "E102" not in good.stdout


ANSWERS = (
    "zip meeting\nnoun\njargon\nsystem-word\nreplac\nreplace\nA quick talk.\nNobody says it.\nquick talk\n\n\n"
    "no brackets\nA [zip meeting] was held.\n\nZip it up in the meeting.\n\n"
)  # fmt: skip


def test_add_asks_shows_the_forms_and_writes_a_valid_entry(run, tmp_path) -> None:
    old = written(tmp_path / "council.yaml", PLACEMENT).read_text("utf-8")
    result = run("lexicon", "add", "--to", "council.yaml", answers=ANSWERS + "y\n")
    assert result.exit_code == 0, result.output
    assert "It finds: zip meeting, zip meetings" in result.stderr
    assert "It is one of replace, explain, ask, rethink. Did you mean 'replace'?" in result.stderr
    assert "Put the words into square brackets" in result.stderr
    new = (tmp_path / "council.yaml").read_text("utf-8")
    assert new.startswith(old)
    assert run("lexicon", "check", "council.yaml").exit_code == 0


def test_add_writes_nothing_without_a_yes(run, tmp_path) -> None:
    result = run("lexicon", "add", "zip", "meeting", answers=ANSWERS.partition("\n")[2] + "n\n")
    assert "Nothing was written." in result.stderr
    assert not (tmp_path / "our-words.yaml").exists()


def test_add_writes_to_the_first_file_of_the_configuration(run, tmp_path) -> None:
    written(tmp_path / "council.yaml", PLACEMENT)
    (tmp_path / "jargon-scanner.toml").write_text('lexicon = ["council.yaml"]', "utf-8")
    run("lexicon", "add", answers=ANSWERS + "y\n")
    assert "zip-meeting" in (tmp_path / "council.yaml").read_text("utf-8")


def test_add_asks_for_a_short_forms_long_form_and_says_what_finds_it_already(run, tmp_path) -> None:
    answers = "independent rota officer\nexplain\nA person.\nNobody knows.\n\n\nAn [IRO] came.\n\n\ny\n"
    result = run("lexicon", "add", "IRO", "--to", "new.yaml", answers=answers)
    assert "These words are found already by iro (words.yaml:" in result.stderr
    layer, faults = read_entries((tmp_path / "new.yaml").read_text("utf-8"), "new.yaml", "x")
    assert faults == []
    assert (layer.entries[0].entry.id, layer.entries[0].entry.senses[0].long) == (
        "iro-2",
        "independent rota officer",
    )


def test_add_leaves_a_faulty_file_alone(run, tmp_path) -> None:
    path = tmp_path / "council.yaml"
    path.write_text("domain: x\nentries:\n- id: y\n", "utf-8")
    result = run("lexicon", "add", "--to", "council.yaml", answers=ANSWERS + "y\n")
    assert result.exit_code == 2
    assert "has mistakes. Mend them first" in result.stderr
    assert path.read_text("utf-8") == "domain: x\nentries:\n- id: y\n"


def test_a_spreadsheet_comes_back_as_what_was_changed(run, tmp_path) -> None:
    assert run("lexicon", "export", "words.csv").stderr == "7 entries written to words.csv.\n"
    path = tmp_path / "words.csv"
    assert run("lexicon", "import", "words.csv", "--to", "new.yaml").stderr.startswith(
        "words.csv says nothing new"
    )
    path.write_bytes(path.read_bytes().replace(b"The home where a child lives.", b"A home."))
    result = run("lexicon", "import", "words.csv", "--to", "new.yaml")
    assert result.stderr.startswith("1 entry written to new.yaml; 6 rows as before.")
    layer, _ = read_entries((tmp_path / "new.yaml").read_text("utf-8"), "new.yaml", "x")
    assert [one.entry.meaning for one in layer.entries] == ["A home."]
    again = run("lexicon", "import", "words.csv", "--to", "new.yaml")
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_a_row_at_fault_writes_nothing(run, tmp_path) -> None:
    run("lexicon", "export", "words.csv")
    path = tmp_path / "words.csv"
    path.write_bytes(path.read_bytes().replace(b"noun", b"nown"))
    result = run("lexicon", "import", "words.csv", "--to", "new.yaml")
    assert result.exit_code == 2
    assert "words.csv:2: E002 pos: 'nown' is none of" in result.stderr
    assert not (tmp_path / "new.yaml").exists()


def test_every_format_is_written(run, tmp_path) -> None:
    for name in ("words.xlsx", "words.tbx", "words.vale"):
        assert run("lexicon", "export", name).exit_code == 0
    assert (tmp_path / "words.vale" / "JargonScanner" / "Jargon.yml").is_file()
    assert run("lexicon", "export", "words.doc").exit_code == 2
    assert (
        run("lexicon", "export", "one.csv", "--layer", "council").stderr == "no entries written to one.csv.\n"
    )


@pytest.mark.parametrize("command", ["show", "check", "add", "export", "import"])
def test_every_command_has_help(run, command) -> None:
    result = run("lexicon", command, "--help")
    assert result.exit_code == 0
    assert len(result.stdout.split()) > 10


def test_choices_reach_the_report(run, tmp_path) -> None:
    Path("draft.txt").write_text("His placements ended. Contact was good. The IRO came.\n", "utf-8")
    Path(".jargon-scanner-ignore").write_text("contact | we say it\n", "utf-8")
    Path("jargon-scanner.toml").write_text('ignore = ["IRO"]\nlexicon = ["council.yaml"]\n', "utf-8")
    written(tmp_path / "council.yaml", {**PLACEMENT, "say": [{"replace": "nest"}]})
    shown = run("check", "draft.txt").stdout
    assert "nest" in shown
    assert "“contact” is left alone, once: we say it (.jargon-scanner-ignore)." in " ".join(shown.split())
    assert "“IRO” is left alone, once: nobody said why (jargon-scanner.toml)." in " ".join(shown.split())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--kind", "jargn"),
            "--kind does not know 'jargn'. It knows acronym, jargon, blaming. Did you mean 'jargon'?",
        ),
        (("--category", "labels"), "Did you mean 'label'?"),
        (("--ignore", " | why"), "--ignore needs words"),
        (("--config", "gone.toml"), "The configuration file gone.toml was not found."),
        (("--words-we-use", "gone.txt"), "gone.txt was not found"),
    ],
)
def test_wrong_choices_are_told_at_once(run, options, message) -> None:
    Path("draft.txt").write_text("All is well.\n", "utf-8")
    result = run("check", "draft.txt", *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_words_to_leave_alone_that_name_nothing_are_told(run) -> None:
    Path("draft.txt").write_text("All is well.\n", "utf-8")
    result = run("check", "draft.txt", "--ignore", "plcement")
    assert result.exit_code == 0
    assert (
        result.stderr
        == "--ignore: the lexicon does not know 'plcement', so nothing is left alone. Did you mean 'placement'?\n"
    )


def test_list_says_what_is_looked_for(run):
    lines = run("lexicon", "list").stdout.splitlines()
    assert lines[0].split("\t") == ["id", "term", "kind", "category", "treatment", "from"]
    assert len(lines) == len(BUNDLED) + 3 + 1
    assert all(len(line.split("\t")) == len(lines[0].split("\t")) for line in lines)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--kind", "blaming"], ["fail-to-engage"]),
        (["--kind", "acronym", "--treatment", "rethink"], []),
        (["--kind", "blaming,acronym", "--category", "blame"], ["fail-to-engage"]),
        (["ENGAGE"], ["fail-to-engage"]),
    ],
)
def test_list_keeps_to_what_was_asked_for(run, options, ids):
    result = run("lexicon", "list", *options)
    assert [line.split("\t")[0] for line in result.stdout.splitlines()[1:]] == ids
    assert result.exit_code == 0


def test_list_names_the_kinds_there_are(run):
    result = run("lexicon", "list", "--kind", "jargn")
    assert result.exit_code == 2
    assert "Did you mean 'jargon'?" in result.output
