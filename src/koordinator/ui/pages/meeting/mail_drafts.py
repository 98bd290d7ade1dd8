"""Drafts on their way to the person's own mail program."""

import email
from email import policy
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from koordinator.texts import meeting_inviting as texts
from koordinator.ui.pages.meeting.work import Work
from koordinator.usecases.papers import HandedPaper


class MailDrafts:
    """Writes drafts in a folder of our own, which goes when the program does, and opens them."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._number = 0

    def write(self, work: Work, draft: HandedPaper) -> Path:
        """The draft as a file; on a worker. Raises OutputNotWritten."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._number += 1
        name = Path(draft.paper.file_name)
        path = Path(self._folder.path()) / f"{name.stem}-{self._number}{name.suffix}"
        work.desk.services.paper_files.write(path, draft.content)
        return path

    def open(self, path: Path, draft: HandedPaper) -> str:
        """Opens it, or an empty mail to the same people. What there is to say; empty when all is well."""
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return ""
        return texts.PLAIN_MAIL if QDesktopServices.openUrl(QUrl(mail_link(draft.content))) else texts.NO_MAIL_PROGRAM


def mail_link(content: bytes) -> str:
    """The draft's recipients, subject and words as a link (RFC 6068), without its files."""
    message = email.message_from_bytes(content, policy=policy.default)
    body = message.get_body()
    words = "\r\n".join(body.get_content().strip().splitlines()) if body else ""
    to = ",".join(quote(address.addr_spec, safe="@") for address in message["To"].addresses)
    return f"mailto:{to}?subject={quote(str(message['Subject']))}&body={quote(words)}"
