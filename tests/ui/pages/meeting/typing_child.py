"""Another process with a meeting's page: python -m tests.ui.pages.meeting.typing_child PATH MEETING FIELD WORDS.

It types the words, says when they are in the database, and then waits to be killed.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Actor, Channel
from koordinator.domain.ids import EmployeeId, MeetingId
from koordinator.domain.organisation import Role
from koordinator.storage.database_files import EncryptedFiles
from koordinator.ui.desk import Desk
from koordinator.ui.look import dress
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.resources import UiResources
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme
from koordinator.ui.widgets.note_edit import NoteEdit
from tests.support.desk import services_at
from tests.support.office import KEY, Bench
from tests.ui.parts import Crashes, explained


def field_of(page: MeetingPage, name: str) -> NoteEdit:
    """Where something can be typed."""
    edits = {
        "note": page.room.notes.input,
        "summary": page.room.closing.summary.edit,
        **page.prepare.preparation.edits,
    }
    return edits[name]


def type_in(page: MeetingPage, name: str, words: str) -> None:
    """Types once the meeting is there."""
    if not page.work.is_open:
        QTimer.singleShot(10, lambda: type_in(page, name, words))
        return
    if name == "summary":
        page.room.turn_to_closing()
    page.work.saved.connect(lambda _at: say_saved())
    edit = field_of(page, name)
    edit.setFocus()
    edit.editor().insertPlainText(words)


def say_saved() -> None:
    sys.stdout.write("saved\n")
    sys.stdout.flush()


def main(path: Path, meeting_id: MeetingId, name: str, words: str) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app, resources = QApplication([]), resources_dir()
    translations = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    dress(app, UiResources(resources / "fonts", resources / "icons", translations), Scheme.LIGHT)
    tasks = Tasks(explained, Crashes())
    actor = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)
    page = MeetingPage(Desk(services_at(Bench(EncryptedFiles().open(path, KEY))), actor, tasks))
    page.show_for(meeting_id)
    page.show()
    type_in(page, name, words)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), MeetingId(int(sys.argv[2])), sys.argv[3], sys.argv[4])
