"""LibreOffice, headless, as a second reader of marked Word files.

It reads a file and writes what it understood as OpenDocument text. From that the words are taken with our
changes accepted or rejected, as it would do it. For single files it accepts or rejects by its own command.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zipfile import ZipFile

from lxml import etree

from tests.marking.reviewing import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_SPACES = {f"{_TEXT}{name}" for name in ("s", "tab", "line-break", "p", "h", "list-item")}
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(command As String, source As String, target As String)
  Dim document As Object, dispatcher As Object
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  kind(0).Name = "FilterName" : kind(0).Value = "writer8"
  document = StarDesktop.loadComponentFromURL(ConvertToUrl(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
  document.storeToURL(ConvertToUrl(target), kind())
  StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""


class Office:
    """LibreOffice with a profile of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        assert PROGRAM is not None
        profile = folder / "profile"
        self._command = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        self._run("--terminate_after_init")  # makes the profile, and would put its own macros over ours
        basic = profile / "user" / "basic"
        (basic / "Standard").mkdir(parents=True, exist_ok=True)
        (basic / "script.xlc").write_text(_LIBRARIES)
        (basic / "Standard" / "script.xlb").write_text(_LIBRARY)
        (basic / "Standard" / "Module1.xba").write_text(_MACRO)

    def convert(self, files: Iterable[Path], folder: Path) -> None:
        """Read files and write what was understood into a folder, as OpenDocument text."""
        self._run("--convert-to", "odt:writer8", "--outdir", str(folder), *map(str, files))

    def settle(self, command: Literal["Accept", "Reject"], source: Path, target: Path) -> None:
        """Accept or reject all changes of a file by the program's own command. One file a start: its windows
        for changes need what an installation without a screen may lack."""
        self._run(f'macro:///Standard.Module1.Settle("{command}AllTrackedChanges","{source}","{target}")')

    def _run(self, *arguments: str) -> None:
        subprocess.run([*self._command, *arguments], timeout=600, check=True, capture_output=True)


def words(odt: Path, changes: Literal["accept", "reject"] = "accept") -> list[str]:
    """The words of an OpenDocument text with our changes accepted or rejected; comments aside."""
    found: list[str] = []
    with ZipFile(odt) as archive:
        for name in ("content.xml", "styles.xml"):
            root = etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
            _drop(root, f"{_OFFICE}annotation")
            _settle(root, changes)
            for element in root.iter(*_SPACES):
                element.text = f" {element.text or ''}"
                element.tail = f" {element.tail or ''}"
            found += "".join(root.itertext()).split()
    return found


def comments(odt: Path) -> int:
    """How many comments an OpenDocument text holds."""
    with ZipFile(odt) as archive:
        roots = (
            etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
            for name in ("content.xml", "styles.xml")
        )
        return sum(1 for root in roots for _ in root.iter(f"{_OFFICE}annotation"))


def _drop(root: etree._Element, tag: str) -> None:
    for element in list(root.iter(tag)):
        _remove(element)


def _remove(element: etree._Element) -> None:
    """Take an element away; what follows it stays."""
    before, parent = element.getprevious(), element.getparent()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


def _settle(root: etree._Element, changes: str) -> None:
    inserted: set[str] = set()
    deleted: dict[str, str] = {}
    for region in root.iter(f"{_TEXT}changed-region"):
        if region.findtext(f".//{_CREATOR}") != OURS:
            continue
        number = region.get(f"{_TEXT}id")
        if region.find(f"{_TEXT}insertion") is not None:
            inserted.add(number)
        deletion = region.find(f"{_TEXT}deletion")
        if deletion is not None:
            _drop(deletion, f"{_OFFICE}change-info")
            deleted[number] = "".join(_spaced(deletion))
    _drop(root, f"{_TEXT}tracked-changes")
    if changes == "reject":
        _take_back(root, inserted, deleted)


def _spaced(element: etree._Element) -> Iterable[str]:
    for one in element.iter():
        if one.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
            yield " "
        yield one.text or ""
        yield one.tail or ""


def _take_back(root: etree._Element, inserted: set[str], deleted: dict[str, str]) -> None:
    """Put deleted words back where they stood, and blank the inserted ones."""
    inside: set[str] = set()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        number = element.get(f"{_TEXT}change-id", "")
        if event == "start":
            if element.tag == f"{_TEXT}change-start" and number in inserted:
                inside.add(number)
            elif element.tag == f"{_TEXT}change-end":
                inside.discard(number)
            element.text = None if inside else element.text
        elif inside:
            element.tail = None
        elif element.tag == f"{_TEXT}change" and number in deleted:
            element.tail = deleted[number] + (element.tail or "")
