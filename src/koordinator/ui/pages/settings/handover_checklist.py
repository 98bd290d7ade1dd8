"""The checklist that handovers begin with, a line each; it saves itself when it is left."""

from collections.abc import Sequence

from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.note_edit import NoteEdit


class HandoverChecklistCard(Card):
    """What could not be saved stays on the screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.HANDOVER_CHECKLIST)
        self._desk = desk
        self._saved = ""
        self._lines = NoteEdit(texts.HANDOVER_CHECKLIST, limit=PARAGRAPH, lines=5)
        self._lines.committed.connect(self._save)
        self.body.addWidget(Label(texts.HANDOVER_CHECKLIST_HINT, Role.SMALL_MUTED, wraps=True))
        self.body.addWidget(self._lines)

    def reload(self) -> None:
        """Reads the lines; what is being typed stays."""
        self._desk.tasks.read(self, self._desk.services.handovers.checklist, self._show)

    def leave(self) -> None:
        """Saves what is typed."""
        self._lines.commit()

    def _show(self, lines: Sequence[str]) -> None:
        if self._lines.text() == self._saved:
            self._lines.set_text("\n".join(lines))
            self._saved = self._lines.text()

    def _save(self, text: str) -> None:
        handovers, actor = self._desk.services.handovers, self._desk.actor
        if text != self._saved:
            self._desk.tasks.write(
                self,
                lambda: handovers.change_checklist(actor, text.splitlines()),
                lambda lines: self._show_saved(text, lines),
            )

    def _show_saved(self, text: str, lines: Sequence[str]) -> None:
        """As it is kept, unless more has been typed since."""
        if self._lines.text() == text:
            self._saved = text
            self._show(lines)
