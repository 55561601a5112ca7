"""LibreOffice, headless, as a second reader: the words that it shows, with all changes accepted or rejected."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Review"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Review" script:language="StarBasic">
Sub Settle(jobs As String)
  Dim handle As Integer, job As String
  handle = FreeFile
  Open jobs For Input As #handle
  Do While Not Eof(handle)
    Line Input #handle, job
    If job &lt;&gt; "" Then SettleOne(Split(job, Chr(9)))
  Loop
  Close #handle
  StarDesktop.terminate()
End Sub

Sub SettleOne(parts)
  Dim document As Object, dispatcher As Object
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  Dim none()
  opening(0).Name = "Hidden" : opening(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToUrl(parts(1)), "_blank", 0, opening())
  If IsNull(document) Then Exit Sub
  If parts(0) &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; parts(0), "", 0, none())
  End If
  saving(0).Name = "FilterName" : saving(0).Value = "writer8"
  document.storeToURL(ConvertToUrl(parts(2)), saving())
  document.close(True)
End Sub
</script:module>
"""


def settle(jobs: list[tuple[str, Path, Path]], folder: Path, *, seconds: int = 300) -> None:
    """Open files, accept or reject all changes in them, and save them as OpenDocument text.

    Args:
        jobs: for each file ``AcceptAllTrackedChanges``, ``RejectAllTrackedChanges`` or ""; the file; the result.
        folder: where a profile of its own is made.
        seconds: after which it is given up.
    """
    assert PROGRAM is not None
    profile = folder / "profile"
    command = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    if not profile.is_dir():  # a first start makes the profile and would put its own macros over ours
        subprocess.run([*command, "--terminate_after_init"], timeout=seconds, check=True, capture_output=True)
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(_LIBRARY)
    (basic / "dialog.xlb").write_text(_LIBRARY.replace('\n <library:element library:name="Review"/>', ""))
    for kind in ("script", "dialog"):
        (basic.parent / f"{kind}.xlc").write_text(_LIBRARIES.format(kind=kind))
    (basic / "Review.xba").write_text(_MODULE)
    listed = folder / "jobs.txt"
    listed.write_text("".join("\t".join(map(str, job)) + "\n" for job in jobs))
    return subprocess.run(
        [*command, f'macro:///Standard.Review.Settle("{listed}")'],
        timeout=seconds,
        check=False,
        capture_output=True,
    )
