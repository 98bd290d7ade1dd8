"""Adgang ved særligt behov: asking for it, and being told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from koordinator.domain.access_grant import WantedCitizen
from koordinator.domain.cpr import BadCpr, CprNumber, parse_cpr
from koordinator.domain.ids import RowId
from koordinator.domain.limits import LINE, PARAGRAPH, SHORT
from koordinator.texts import access_grants as texts
from koordinator.texts.errors import sentence
from koordinator.texts.overview import notice_heading
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.access_grants import OpenedCitizen
from koordinator.usecases.ports_lists import GrantNotice


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom somebody asks for, and why."""

    wanted: WantedCitizen
    reason: str


class AccessGrantDialog(FormDialog):
    """Gives who is asked for and why, or None."""

    def __init__(self, parent: QWidget, today: date, start: Asked) -> None:
        super().__init__(parent, texts.NAME, intro=texts.INTRO, save=texts.OPEN)
        wanted = start.wanted
        self.cpr = self.form.add(TextField(texts.CPR, wanted.cpr or "", limit=SHORT, hint=texts.CPR_HINT))
        self.name = TextField(texts.WHOLE_NAME, wanted.name, limit=LINE)
        self.born = DateField(texts.BORN_ON, lambda: today, wanted.born_on)
        self.form.add_beside(self.name, self.born)
        self.reason = self.form.add(
            NoteField(texts.REASON, start.reason, limit=PARAGRAPH, required=True, hint=texts.REASON_HINT)
        )

    @classmethod
    def ask(cls, parent: QWidget, today: date, start: Asked) -> Asked | None:
        """Comes back until it says exactly whom."""
        dialog = cls(parent, today, start)
        return dialog.asked() if dialog.run() else None

    def asked(self) -> Asked:
        """As it is filled in."""
        return Asked(WantedCitizen(self._number(), self.name.value(), self.born.value()), self.reason.value())

    @override
    def accepts(self) -> bool:
        self.cpr.show_fault(self._fault())
        if self._fault():
            self.cpr.setFocus()
        return not self._fault()

    def _fault(self) -> str:
        if not self.cpr.value():
            return "" if self.name.value() and self.born.value() is not None else texts.WHO_MISSING
        try:
            parse_cpr(self.cpr.value())
        except BadCpr as error:
            return sentence(error)
        return ""

    def _number(self) -> CprNumber | None:
        return parse_cpr(self.cpr.value()) if self.cpr.value() else None


def ask_for_access(desk: Desk, page: Page) -> None:
    """Asks whom and why, and goes to the citizen."""
    grants, actor = desk.services.access_grants, desk.actor

    def opened(found: OpenedCitizen) -> None:
        if found.until_at is not None:
            Question.message(page, texts.NAME, texts.open_until(found.until_at))
        page.mark_stale()
        page.navigate.emit("citizen", found.citizen_id)

    def begin(today: date) -> None:
        ask_until_saved(
            desk.tasks,
            page,
            Asked(WantedCitizen(), ""),
            lambda start: AccessGrantDialog.ask(page, today, start),
            lambda asked: grants.open(actor, asked.wanted, asked.reason),
            opened,
        )

    desk.tasks.read(page, grants.today, begin)


def tell_of_access(desk: Desk, owner: QWidget, notice: GrantNotice, read: Callable[[], None]) -> None:
    """Somebody opened a citizen of whoever sits at the desk; it is told until it has been read."""
    heading = notice_heading(notice.who, notice.subject_name, notice.kind)
    text = texts.notice_text(notice.opened_at, notice.reason, notice.kind)
    note_when_read(desk, owner, notice.grant_id, (heading, text), read)


def note_when_read(
    desk: Desk, owner: QWidget, grant_id: RowId, told: tuple[str, str], read: Callable[[], None]
) -> None:
    """Shows a heading and a text, and notes that they have been read when the person says so."""
    question = Question(owner, *told)
    question.add_answers(texts.READ, texts.NOT_NOW)
    if question.exec() == QDialog.DialogCode.Accepted:
        grants, actor = desk.services.access_grants, desk.actor
        desk.tasks.write(owner, lambda: grants.note_seen(actor, grant_id), lambda _noted: read())
