"""What a library's documents say of short forms, and what becomes of it."""

from jargon_scanner.library.figures import AcronymMeaning
from jargon_scanner.library.meanings import meanings_in
from jargon_scanner.library.store import Store
from jargon_scanner.library.tally import tally
from jargon_scanner.told import Told

SAYS = "The youth drop-in office (YDO) is near. The YDO is open.\n"
AGAIN = "Youth drop-in offices (YDOs) help. The YDO rang.\n"
SILENT = "We went to the YDO.\n"


def folder_of(tmp_path, **texts):
    root = tmp_path / "plans"
    root.mkdir()
    for name, text in texts.items():
        (root / f"{name}.txt").write_text(text, "utf-8")
    return root


def test_what_documents_explain_is_known_with_the_documents_that_do(tmp_path, store, scanned):
    run = scanned(folder_of(tmp_path, a=SAYS, b=AGAIN, c=SILENT))
    assert meanings_in(store, run)["ydo"] == (Told("youth drop-in office", ("a.txt", "b.txt")),)


def test_what_only_the_word_list_knows_no_document_says(tmp_path, store, scanned):
    run = scanned(folder_of(tmp_path, a="The IRO came. The IRO left.\n"))
    assert meanings_in(store, run) == {}


def test_a_store_without_words_of_documents_explains_nothing(tmp_path, scanned):
    with Store(tmp_path / "bare.sqlite", keep_text=False) as bare:
        from jargon_scanner.library.analysis import Recipe
        from jargon_scanner.library.engines.family import Setup
        from jargon_scanner.library.scope import Wishes, scan_library

        run = scan_library([folder_of(tmp_path, a=SAYS)], bare, Recipe(), Wishes(setup=Setup(processes=0)))
        assert meanings_in(bare, run) == {}


def test_the_figures_say_who_gives_a_meaning_and_first_where(tmp_path, store, scanned):
    run = scanned(folder_of(tmp_path, a=SILENT, b=AGAIN, c=SAYS, d="An IRO came.\n"))
    rows = {row.short: row for row in tally(store, run).acronyms}
    assert rows["YDO"].meanings == (AcronymMeaning("youth drop-in office", 2, 2, "b.txt"),)
    assert (rows["YDO"].unexplained, rows["YDO"].differs) == (1, False)
    assert rows["IRO"].meanings == (AcronymMeaning("independent reviewing officer", 1),)
