"""The one question before something is deleted for good, and the proof afterwards."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.deletion import ArchiveAnswer
from koordinator.domain.limits import PARAGRAPH, SHORT
from koordinator.texts import retention as texts
from koordinator.texts import ui
from koordinator.ui.ask import Question
from koordinator.ui.notify import announce
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.usecases.deletion import DeletionPreview

_DELETE, _KEEP, _HOLD = texts.CHOICES


class Decision(NamedTuple):
    """To be deleted where `archive` is there; else kept, until the day or until somebody lifts it."""

    archive: ArchiveAnswer | None = None
    reason: str = ""
    until_on: date | None = None


class HoldAsked(NamedTuple):
    """Who must not be deleted (a CPR number as it was typed), why, and until when."""

    cpr: str = ""
    reason: str = ""
    until_on: date | None = None


class DecisionDialog(FormDialog):
    """Says who, why and what would go, and asks once what shall happen."""

    def __init__(self, parent: QWidget | None, preview: DeletionPreview) -> None:
        super().__init__(parent, texts.whether(preview.subject.name), save=texts.DECIDE)
        self.explain(*_facts(preview))
        self.choice = self.form.add(ChoiceField(texts.CHOICE, [(None, ""), *texts.CHOICES.items()], required=True))
        self.archive = self.form.add(archive_field())
        self.until = self.form.add(DateField(texts.KEEP_UNTIL, lambda: preview.today, required=True))
        self.until.set_bounds(earliest=preview.today + timedelta(days=1))
        self.reason = self.form.add(
            NoteField(texts.REASON_LABEL, "", limit=PARAGRAPH, required=True, hint=texts.REASON_HINT)
        )
        self.choice.changed.connect(self._show_what_is_asked)
        self._show_what_is_asked()

    @classmethod
    def ask(cls, parent: QWidget | None, preview: DeletionPreview) -> Decision | None:
        """What was decided, or None."""
        dialog = cls(parent, preview)
        if not dialog.run():
            return None
        if dialog.choice.value() == _DELETE:
            return Decision(archive=ArchiveAnswer(str(dialog.archive.value())))
        until_on = dialog.until.value() if dialog.choice.value() == _KEEP else None
        return Decision(reason=dialog.reason.value(), until_on=until_on)

    def _show_what_is_asked(self) -> None:
        chosen = self.choice.value()
        self.archive.setVisible(chosen == _DELETE)
        self.until.setVisible(chosen == _KEEP)
        self.reason.setVisible(chosen in (_KEEP, _HOLD))
        self._save.setText(texts.DO.get(str(chosen), texts.DECIDE))
        self.warn(is_dangerous=chosen == _DELETE)
        if self.isVisible():
            self.fit()


class HoldDialog(FormDialog):
    """Somebody must not be deleted, also where their time is not up."""

    def __init__(self, parent: QWidget | None, start: HoldAsked, today: date) -> None:
        super().__init__(parent, texts.HOLD_HEADING, intro=texts.HOLD_INTRO)
        self.cpr = self.form.add(TextField(texts.CPR, start.cpr, limit=SHORT, required=True))
        self.reason = self.form.add(
            NoteField(texts.REASON_LABEL, start.reason, limit=PARAGRAPH, required=True, hint=texts.REASON_HINT)
        )
        self.until = self.form.add(
            DateField(texts.KEEP_UNTIL, lambda: today, start.until_on, hint=texts.KEEP_UNTIL_HINT)
        )
        self.until.set_bounds(earliest=today + timedelta(days=1))

    @classmethod
    def ask(cls, parent: QWidget | None, start: HoldAsked, today: date) -> HoldAsked | None:
        """Who, why and until when, or None."""
        dialog = cls(parent, start, today)
        if not dialog.run():
            return None
        return HoldAsked(dialog.cpr.value(), dialog.reason.value(), dialog.until.value())


class ArchiveDialog(FormDialog):
    """The question about the archive, where many are deleted together."""

    def __init__(self, parent: QWidget | None, intro: str) -> None:
        super().__init__(parent, texts.DELETE_ALL, save=texts.DO[_DELETE])
        self.explain(Label(intro, wraps=True), *_muted(texts.COUNTS_STAY, texts.BACKUPS))
        self.archive = self.form.add(archive_field())
        self.warn()

    @classmethod
    def ask(cls, parent: QWidget | None, intro: str) -> ArchiveAnswer | None:
        """What was found out, or None."""
        dialog = cls(parent, intro)
        return ArchiveAnswer(str(dialog.archive.value())) if dialog.run() else None


class ReceiptDialog(Question):
    """The proof, to be copied, or saved and printed; `save` puts a text where somebody said."""

    def __init__(
        self, parent: QWidget | None, lines: tuple[tuple[str, str], ...], save: Callable[[Path, str], None]
    ) -> None:
        super().__init__(parent, texts.RECEIPT, "")
        self._text = texts.receipt(lines)
        for name, said in lines:
            self.body.addWidget(Label(f"{name}: {said}", wraps=True))
        self.copy = Button(texts.COPY, icon="copy")
        self.copy.clicked.connect(self._copy)
        self.save = Button(texts.SAVE, icon="download")
        self.save.clicked.connect(lambda: self._save_to(save))
        self.body.addLayout(row(self.copy, self.save, STRETCH))

    @classmethod
    def show_lines(
        cls, parent: QWidget | None, lines: tuple[tuple[str, str], ...], save: Callable[[Path, str], None]
    ) -> None:
        """Opens it."""
        dialog = cls(parent, lines, save)
        dialog.add_answers(ui.CLOSE)
        dialog.exec()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        announce(self.copy, texts.COPIED)

    def _save_to(self, save: Callable[[Path, str], None]) -> None:
        name, _ = QFileDialog.getSaveFileName(self, texts.SAVE, texts.RECEIPT_FILE, texts.TEXT_FILES)
        if name:
            save(Path(name), self._text)


def archive_field() -> ChoiceField:
    """Whether anybody has asked the archivist; there is no answer beforehand."""
    options = [(None, ""), *((answer.value, words) for answer, words in texts.ARCHIVE.items())]
    return ChoiceField(texts.ARCHIVE_LABEL, options, required=True, hint=texts.ARCHIVE_HINT)


def _facts(preview: DeletionPreview) -> tuple[Label, ...]:
    """What goes and why; last what only somebody in doubt reads."""
    due, gone = preview.due, texts.gone(preview.removed.counts)
    why = f"{texts.why(due.period.event, due.event_on, due.period.months)}." if due is not None else ""
    rest = (texts.mentions(preview.removed.mentions), texts.COUNTS_STAY, texts.BACKUPS)
    source = due.period.source if due is not None else ""
    return (
        *_muted(why), Label(texts.WHAT_GOES, Role.STRONG), Label(gone, wraps=True), *_muted(*rest, source),
    )  # fmt: skip


def _muted(*sentences: str) -> tuple[Label, ...]:
    return tuple(Label(each, Role.MUTED, wraps=True) for each in sentences if each)
