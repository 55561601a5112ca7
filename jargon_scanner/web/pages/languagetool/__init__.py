"""The LanguageTool HTTP API: programs that people write in ask it about each paragraph, and underline.

LibreOffice, editors and browser add-ons speak it already. It says what ``check`` says, of one paragraph at a
time: what another paragraph explains, it cannot know.
"""

from __future__ import annotations

from jargon_scanner.web.family import Page
from jargon_scanner.web.pages.languagetool.routes import PATHS, router

PART = Page("languagetool", router, open_paths=PATHS)
