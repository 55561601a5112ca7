"""Every error that a person can meet: a stable code, what happened to which file, what to do.

Codes are a contract: they stand in the JSON Lines output and never change their sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from pathlib import Path


class ScannerError(Exception):
    """An error with a sentence for the person who meets it.

    ``code`` is stable and machine-readable; ``str(error)`` is the sentence.
    """

    code: ClassVar[str] = "error"


class DocumentError(ScannerError):
    """One document could not be read. The batch goes on."""

    code: ClassVar[str] = "unreadable"
    sentence: ClassVar[str] = "{name} could not be read."

    def __init__(self, path: Path | str, detail: str = "") -> None:
        """Say which file (``path``) and, where it helps, what was found in it (``detail``)."""
        self.path = str(path)
        self.detail = detail
        super().__init__(self.sentence.format(name=self.path, detail=detail))

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str], dict[str, tuple[str]]]:
        """To another process it goes as what it was made of, with its sentence as it stands."""
        return type(self), (self.path, self.detail), {"args": (str(self),)}


class FileMissing(DocumentError):
    """There is nothing at the path."""

    code: ClassVar[str] = "file-missing"
    sentence: ClassVar[str] = "{name} was not found. Check the spelling and the folder."


class NoDocuments(DocumentError):
    """A folder holds nothing that we read."""

    code: ClassVar[str] = "no-documents"
    sentence: ClassVar[str] = "{name} holds no document that can be read. It reads {detail} files."


class AccessDenied(DocumentError):
    """The system did not let us open the file."""

    code: ClassVar[str] = "access-denied"
    sentence: ClassVar[str] = (
        "{name} could not be opened: {detail}. Close it in other programs, or ask for access."
    )


class UnsupportedFormat(DocumentError):
    """The content is of a kind that no loader reads."""

    code: ClassVar[str] = "unsupported-format"
    sentence: ClassVar[str] = "{name} is {detail}, which is not read yet. "

    def __init__(self, path: Path | str, detail: str = "", advice: str = "") -> None:
        """Say which file, what it is, and what to do with it (``advice``) if saving it as Word is not it."""
        super().__init__(path, detail)
        advice = advice or "Save it as a Word document (.docx) and try again"
        self.args = (f"{self.args[0]}{advice}.",)


class ProgramMissing(DocumentError):
    """The format is read through another program, and none is installed."""

    code: ClassVar[str] = "program-missing"
    sentence: ClassVar[str] = (
        "{name} is {detail}, and no program that reads it is installed. Install LibreOffice, or save it as a "
        "Word document (.docx) and try again."
    )


class RecogniserMissing(DocumentError):
    """The pages are pictures, and nothing that reads pictures is installed."""

    code: ClassVar[str] = "recogniser-missing"
    sentence: ClassVar[str] = (
        "{name} is a scan, and no program that reads scans is installed. Install Tesseract (tesseract-ocr), "
        "or ask for the document that was scanned."
    )


class TooSlow(DocumentError):
    """The file was not read within the time that it was given."""

    code: ClassVar[str] = "too-slow"
    sentence: ClassVar[str] = (
        "{name} took too long to read: {detail}. Try again when the computer is less busy, or save the file "
        "as a Word document (.docx) and scan that."
    )


class MappingMissing(DocumentError):
    """A file of data, and nothing says which of its values people read."""

    code: ClassVar[str] = "no-form-mapping"
    sentence: ClassVar[str] = (
        "{name} is data, and nothing says which of it people read. To have it read, put a file "
        "jargon-scanner-forms.toml beside it or in a folder above, with lines like these:\n"
    )

    def __init__(self, path: Path | str, detail: str = "") -> None:
        """Say which file, and show a path in the language of its format (``detail``)."""
        super().__init__(path, detail)
        name = self.path.replace("\\", "/").rpartition("/")[2]
        lines = (
            "[[form]]",
            f"files = ['{name}']",
            "[[form.take]]",
            f"path = '{detail}'",
            "label = 'Question'",
        )
        self.args = (self.args[0] + "\n".join(f"    {line}" for line in lines),)


class FaultyMapping(DocumentError):
    """The mapping file for a file of data holds mistakes. ``detail`` names file, key and fault."""

    code: ClassVar[str] = "form-mapping"
    sentence: ClassVar[str] = "{name} was not read, because the file that maps it has mistakes:\n{detail}"


class EmptyFile(DocumentError):
    """The file has no bytes."""

    code: ClassVar[str] = "empty-file"
    sentence: ClassVar[str] = (
        "{name} is empty. Check that it was saved, and that it has finished downloading."
    )


class DamagedFile(DocumentError):
    """The file starts like a document but does not hold together."""

    code: ClassVar[str] = "damaged-file"
    sentence: ClassVar[str] = (
        "{name} is damaged: {detail}. Open it in the program it came from and save it again."
    )


class PasswordProtected(DocumentError):
    """The file is encrypted."""

    code: ClassVar[str] = "password-protected"
    sentence: ClassVar[str] = (
        "{name} is protected by a password. Save a copy without the password and scan that."
    )


class TooLarge(DocumentError):
    """The file is over a limit of size, or unpacks to more than one."""

    code: ClassVar[str] = "too-large"
    sentence: ClassVar[str] = (
        "{name} is too large to read safely: {detail}. Split it, or take large pictures out."
    )


class UnsafeFile(DocumentError):
    """The file is built to harm the program that reads it."""

    code: ClassVar[str] = "unsafe-file"
    sentence: ClassVar[str] = "{name} was not read because it is not safe: {detail}. Ask where it came from."


class NoText(DocumentError):
    """Nothing in the file is text (a scan, a picture)."""

    code: ClassVar[str] = "no-text"
    sentence: ClassVar[str] = (
        "{name} has no text to read: {detail}. If it is a scan, ask for the original document."
    )


class UnknownEncoding(DocumentError):
    """A text file is in no encoding that can be told."""

    code: ClassVar[str] = "unknown-encoding"
    sentence: ClassVar[str] = (
        "{name} is not text in an encoding that can be read. Save it as UTF-8 and try again."
    )


class CannotMark(DocumentError):
    """No marked copy can be made of the file."""

    code: ClassVar[str] = "cannot-mark"
    sentence: ClassVar[str] = (
        "No marked copy can be made of {name}: {detail}. Its findings can be read with jargon-scanner check."
    )


class DocumentChanged(DocumentError):
    """The file is no longer the one that was scanned."""

    code: ClassVar[str] = "document-changed"
    sentence: ClassVar[str] = "{name} was changed after it was scanned. Try again with the file as it is now."


class LexiconError(ScannerError):
    """A lexicon file holds a mistake; the message names file, line and fault."""

    code: ClassVar[str] = "lexicon-fault"


class SettingsError(ScannerError):
    """The configuration file holds a mistake; the message names file, key and fault."""

    code: ClassVar[str] = "settings"


class ModelError(ScannerError):
    """The language model is missing, or lacks what is needed."""

    code: ClassVar[str] = "model"


class UsageError(ScannerError):
    """What was asked cannot be done in this way."""

    code: ClassVar[str] = "usage"
