"""Restoring a backup: what opens it, and what is told before anything is moved. Also where no database is open."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.backup_comparison import Counted
from koordinator.texts import backups as texts
from koordinator.texts.formats import number
from koordinator.ui.opening.secret_field import SecretField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.restoring import Restored

_NUMBERS_PX: Final = 100
_Counts = tuple[Counted, int, int | None]
_KIND: Final = Column[_Counts](texts.KIND, lambda counts: texts.COUNTED[counts[0]], 0, Look.STRONG)
_RESTORED: Final = Column[_Counts](texts.RESTORED_COLUMN, lambda counts: number(counts[1]), _NUMBERS_PX, is_number=True)
_PRESENT: Final = Column[_Counts](
    texts.PRESENT_COLUMN, lambda counts: number(counts[2] or 0), _NUMBERS_PX, is_number=True
)


def ask_file(parent: QWidget | None, folder: Path) -> Path | None:
    """The backup that the person chooses."""
    name, _ = QFileDialog.getOpenFileName(parent, texts.CHOOSE_FILE, str(folder), texts.FILES)
    return Path(name) if name else None


class SecretDialog(FormDialog):
    """Asks for what opened the database when the backup was made."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, texts.RESTORE_TITLE, intro=texts.SECRET_INTRO, save=texts.OPEN)
        self._secret = self.form.add(SecretField(texts.SECRET, is_new=False))

    @classmethod
    def ask(cls, parent: QWidget | None, fault: str = "") -> str | None:
        """What was typed, or None; `fault` is why it opened nothing the last time."""
        dialog = cls(parent)
        dialog._secret.show_fault(fault)
        return dialog._secret.value() if dialog.run() else None


class RestoredDialog(FormDialog):
    """What is in the backup and in the present database; accepted when the backup is to be used from now on."""

    def __init__(self, parent: QWidget | None, restored: Restored[Any]) -> None:
        super().__init__(parent, texts.RESTORE_TITLE, save=texts.PUT_IN_PLACE, cancel=texts.LEAVE)
        comparison, manifest = restored.comparison, restored.manifest
        taken = texts.taken(manifest.made_at, manifest.reason)
        said = texts.compared(comparison) if comparison is not None else texts.NO_PRESENT
        again = texts.deleted_again(restored.deleted_again)
        then = texts.CLOSES if comparison is not None else texts.IS_KEPT
        for sentence in filter(None, (f"{taken} {texts.newest(restored.facts)}", said, again, then)):
            self.form.body.addWidget(Label(sentence, wraps=True))
        self.form.body.addWidget(_table(restored))
        self.warn(is_dangerous=comparison is not None)
        (self._cancel if comparison is not None else self._save).setFocus()

    @classmethod
    def accepts_backup(cls, parent: QWidget | None, restored: Restored[Any]) -> bool:
        """Shows it; whether it is to be put in the present one's place."""
        return cls(parent, restored).run()


def _table(restored: Restored[Any]) -> DataList[_Counts]:
    """How many of each in the two; what neither has is left out."""
    counts: list[_Counts] = [(kind, count, None) for kind, count in restored.facts.counts]
    columns = [_KIND, _RESTORED]
    if restored.comparison is not None:
        counts, columns = list(restored.comparison.counts), [*columns, _PRESENT]
    table = DataList(texts.COUNTS, columns, lambda each: each[0], fits_rows=True)
    table.set_rows([each for each in counts if each[0] is Counted.CITIZEN or each[1] or each[2]])
    return table
