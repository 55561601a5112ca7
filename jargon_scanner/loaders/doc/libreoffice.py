"""LibreOffice as a converter: each file in a private folder, with a new profile, macros and network off."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from jargon_scanner.loaders.running import run

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_LARGEST = 200_000_000
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macro runs, no link to a place outside is followed; requests would go to a port where nobody listens."""


def program() -> str | None:
    """Where LibreOffice is, or None."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    return found or next((str(place) for place in _PLACES if place.is_file()), None)


def to_docx(data: bytes, seconds: float) -> bytes | None:
    """An old Word file as a new one; None where LibreOffice cannot read it.

    Args:
        data: the bytes of the old file.
        seconds: how long it may take.

    Raises:
        TimeOver: it took longer.
    """
    office = program()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="jargon-scanner-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "document.doc"
        source.write_bytes(data)
        profile = folder / "profile"
        _write_settings(profile)
        command = [
            *(office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"),
            *(
                "--nodefault",
                "--nolockcheck",
                "--infilter=MS Word 97",
                "--convert-to",
                "docx:MS Word 2007 XML",
            ),
            *("--outdir", str(folder), str(source)),
        ]
        if run(command, folder, seconds) is None:
            return None
        made = folder / "document.docx"
        return made.read_bytes() if made.is_file() and 0 < made.stat().st_size < _LARGEST else None


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
