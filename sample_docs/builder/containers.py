"""Makes files that hold other samples: an e-mail with attachments, an archive."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Any

from .archives import write_archive

if TYPE_CHECKING:
    from pathlib import Path


def build_eml(content: dict[str, Any], target: Path) -> None:
    """Write an e-mail as text and as a page; attachments are other samples in the folder of the target."""
    mail = EmailMessage(policy=SMTP)
    for name in ("from", "to", "subject", "date"):
        mail[name.title()] = content[name]
    mail.set_content(content["text"], cte="quoted-printable")
    mail.add_alternative(content["html"], subtype="html", cte="quoted-printable")
    for name in content["attach"]:
        mail.add_attachment((target.parent / name).read_bytes(), "text", "markdown", filename=name)
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_part_{number}")
    target.write_bytes(mail.as_bytes())


def build_zip(content: dict[str, Any], target: Path) -> None:
    """Write an archive of other samples in the folder of the target."""
    members = {name: (target.parent / sample).read_bytes() for name, sample in content["members"].items()}
    write_archive(target, members)
