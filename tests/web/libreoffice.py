"""A real LibreOffice without a window: what its own checker of grammar, told to ask us, says about a document.

A small program in LibreOffice's Basic, in a profile of its own, opens the document and has each paragraph
checked by the service that checks while people type.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")
_SECONDS = 60

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{address}</value></prop>
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="DefaultLocale" oor:op="fuse"><value>en-GB</value></prop></item>
</oor:items>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Proof"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Proof"
 script:language="StarBasic">{program}</script:module>
"""
_PROGRAM = """
Sub Main(document As String, told As String)
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  out = createUnoService("com.sun.star.io.TextOutputStream")
  out.setOutputStream(files.openFileWrite(told))
  out.setEncoding("UTF-8")
  On Error GoTo Fault
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  opened = StarDesktop.loadComponentFromURL(document, "_blank", 0, how())
  checker = createUnoService("com.sun.star.linguistic2.ProofreadingIterator")
  paragraphs = opened.getFlatParagraphIterator(2, False)
  paragraph = paragraphs.getFirstPara()
  Do While Not IsNull(paragraph)
    text = paragraph.getText()
    language = paragraph.getLanguageOfText(0, Len(text))
    result = checker.checkSentenceAtPosition(opened, paragraph, text, language, 0, -1, -1)
    For Each fault In result.aErrors
      words = Mid(text, fault.nErrorStart + 1, fault.nErrorLength)
      out.writeString(Join(Array(words, fault.aShortComment, fault.aFullComment, _
        Join(fault.aSuggestions, "|")), Chr(9)) & Chr(10))
    Next
    paragraph = paragraphs.getNextPara()
  Loop
  opened.close(True)
  out.writeString("end" & Chr(10))
  out.closeOutput()
  Exit Sub
Fault:
  out.writeString("fault: " & Error$ & Chr(10))
  out.closeOutput()
End Sub
"""


@dataclass(frozen=True)
class Underlined:
    """Words that LibreOffice underlines, what its menu says about them, and what it offers instead."""

    words: str
    said: str
    title: str
    offered: tuple[str, ...]


def underlined(document: Path, address: str, folder: Path) -> list[Underlined]:
    """What LibreOffice underlines in a document.

    Args:
        document: of any format that LibreOffice opens.
        address: the base URL that a person would write into its settings.
        folder: an empty one, for a profile.
    """
    _profile(folder, address)
    told = folder / "told.txt"
    _soffice(folder, f'macro:///Standard.Proof.Main("{document.as_uri()}","{told.as_uri()}")')
    *lines, last = told.read_text(encoding="utf-8").splitlines()
    assert last == "end", last
    rows = (line.split("\t") for line in lines)
    return [
        Underlined(words, said, title, tuple(filter(None, offered.split("|"))))
        for words, said, title, offered in rows
    ]


def _profile(folder: Path, address: str) -> None:
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS.format(address=address), encoding="utf-8")
    _soffice(folder, "--terminate_after_init")  # its first start lays out the profile, over what is there
    library = user / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Proof.xba").write_text(_MODULE.format(program=escape(_PROGRAM)), encoding="utf-8")


def _soffice(folder: Path, *words: str) -> None:
    command = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={folder.as_uri()}", *words]
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True)
