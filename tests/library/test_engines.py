"""Engines: whoever does the work, the figures are the same."""

import os
import signal
from pathlib import Path

import pytest

from jargon_scanner.errors import UsageError
from jargon_scanner.library.analysis import Recipe
from jargon_scanner.library.engines import dask, find_engine
from jargon_scanner.library.engines.family import Job, Setup
from jargon_scanner.library.scope import Wishes, scan_library
from jargon_scanner.library.store import Store
from jargon_scanner.loaders.scanned import read_scans, scans_are_read
from tests.library.test_kill import library_of
from tests.library.test_scope import facts

distributed = pytest.importorskip("distributed", reason="distributed is not installed")


@pytest.fixture
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as made:
        yield made


def scanned(library, tmp_path, name, wishes, tell=lambda _: None):
    with Store(tmp_path / f"{name}.sqlite") as store:
        return facts(store, scan_library([library], store, Recipe(), wishes, tell))


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_a_cluster_that_loses_a_worker_says_what_this_computer_says(tmp_path, cluster):
    library = library_of(tmp_path / "library", 30)
    workers = [worker.pid for worker in cluster.workers.values()]
    killed = []

    def tell(progress):
        if progress.done == 5 and not killed:
            os.kill(workers[0], signal.SIGKILL)
            killed.append(workers[0])

    there = Wishes(engine="dask", setup=Setup(scheduler=cluster.scheduler_address))
    here = Wishes(setup=Setup(processes=0))
    assert scanned(library, tmp_path, "there", there, tell) == scanned(library, tmp_path, "here", here)
    assert killed


@pytest.mark.slow
def test_a_cluster_that_began_before_scans_were_asked_for_reads_them(tmp_path, cluster):
    import pypdfium2
    import typst

    letter = typst.compile(b"An ICPC was held. Mum failed to engage with us, and the placement ended.")
    (tmp_path / "library").mkdir()
    picture = pypdfium2.PdfDocument(letter)[0].render(scale=200 / 72).to_pil()
    picture.save(tmp_path / "library" / "scan.pdf")
    there = Wishes(engine="dask", setup=Setup(scheduler=cluster.scheduler_address))
    here = Wishes(setup=Setup(processes=0))
    left = scanned(tmp_path / "library", tmp_path, "left", there)
    read_scans()
    read = scanned(tmp_path / "library", tmp_path, "there", there)
    assert read == scanned(tmp_path / "library", tmp_path, "here", here)
    assert read != left


@pytest.mark.parametrize("scans", [True, False])
def test_a_worker_reads_scans_as_each_job_wishes(monkeypatch, scans):
    monkeypatch.setattr(dask, "analyse", lambda _recipe, _path: scans_are_read())
    assert dask._do(Recipe(), Job(Path("scan.pdf"), "", ""), scans=scans) is scans


def test_without_an_address_it_is_asked_for(tmp_path):
    with pytest.raises(UsageError, match="--scheduler"):
        list(find_engine("dask").analyse([], Recipe(), Setup()))


def test_an_engine_that_is_not_there_is_named():
    with pytest.raises(UsageError, match="no engine 'clouds'"):
        find_engine("clouds")
