"""Which packages a bundle needs, with wheels made here; nothing is fetched."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement

from jargon_scanner.bundle.build import requirements
from jargon_scanner.bundle.targets import TARGETS
from jargon_scanner.bundle.wheels import Wheel, missing, read_wheel

WINDOWS, LINUX = (TARGETS[name].environment("3.12") for name in ("windows", "linux"))


def wheel(name, *needs, version="1.0"):
    return Wheel(name, version, tuple(map(Requirement, needs)), "ab" * 32)


def lacking(first, *there, extras=(), environment=LINUX):
    return sorted(map(str, missing(first, extras, {one.name: one for one in there}, environment)))


def test_what_only_the_other_system_needs_is_missed_there_alone():
    ours = wheel("ours", "click")
    click = wheel("click", 'colorama; platform_system == "Windows"', 'uvloop; sys_platform != "win32"')
    assert lacking(ours, click, environment=WINDOWS) == ["colorama"]
    assert lacking(ours, click) == ["uvloop"]
    assert lacking(ours, click, wheel("colorama"), environment=WINDOWS) == []


def test_extras_are_followed_where_they_are_asked_for():
    ours = wheel("ours", 'fastapi[standard]; extra == "web"', 'dask; extra == "cluster"')
    fastapi = wheel("fastapi", 'jinja2; extra == "standard"', 'ujson; extra == "all"')
    assert lacking(ours, fastapi, extras=("web",)) == ["jinja2"]
    assert lacking(ours, fastapi) == []


def test_a_version_that_does_not_do_is_missing():
    assert lacking(wheel("ours", "lxml>=5.3"), wheel("lxml", version="5.2")) == ["lxml>=5.3"]
    assert lacking(wheel("ours", "lxml>=5.3"), wheel("lxml", version="6.1.3")) == []


def test_names_are_compared_as_packages_are():
    assert (
        lacking(wheel("ours", "PyYAML", "typing_extensions"), wheel("pyyaml"), wheel("typing-extensions"))
        == []
    )


def test_packages_that_need_each_other_end():
    assert lacking(wheel("a", "b"), wheel("b", "a"), wheel("a", "b")) == []


@given(st.dictionaries(st.sampled_from("bcdefgh"), st.sets(st.sampled_from("abcdefgh")), max_size=7))
def test_nothing_is_missing_exactly_where_all_that_is_reached_is_there(needs):
    there = {name: wheel(name, *sorted(wanted)) for name, wanted in needs.items()}
    there["a"] = first = wheel("a", *sorted(needs))
    reached, todo = set(), ["a"]
    while todo:
        name = todo.pop()
        if name in reached or name not in there:
            reached.add(name)
            continue
        reached.add(name)
        todo += [need.name for need in there[name].needs]
    found = {one.name for one in missing(first, (), there, LINUX)}
    assert found == reached - set(there)


def test_a_wheel_says_what_it_is(tmp_path):
    path = tmp_path / "Some_Thing-1.2-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("some_thing/vendored/x.dist-info/METADATA", "Name: x\nVersion: 0\n")
        archive.writestr(
            "Some_Thing-1.2.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: Some_Thing\nVersion: 1.2\nRequires-Dist: lxml>=5; os_name == 'nt'\n\nText.\n",
        )
    read = read_wheel(path)
    assert (read.name, read.version) == ("some-thing", "1.2")
    assert [str(need) for need in read.needs] == ['lxml>=5; os_name == "nt"']


def test_the_list_names_every_file_by_its_hash():
    listed = requirements([wheel("jargon-scanner"), wheel("lxml", version="6.1")], ("web",)).splitlines()
    assert listed[0] == f"jargon-scanner[web]==1.0 --hash=sha256:{'ab' * 32}"
    assert listed[1].startswith("lxml==6.1 --hash=")


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_target_answers_whatever_a_requirement_can_ask(name):
    asked = (
        *("os_name", "sys_platform", "platform_system", "platform_machine", "python_version"),
        *(
            "python_full_version",
            "implementation_name",
            "implementation_version",
            "platform_python_implementation",
        ),
    )
    environment = TARGETS[name].environment("3.12")
    assert all(environment[variable] for variable in asked)
