"""The parts of the backups' tab: the list's columns, and the dialog with how long they are kept."""

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.backup import BackupState
from koordinator.domain.setting import SettingKey
from koordinator.texts import backups as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.number_field import NumberField
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.backups import Kept

PERIODS: Final = (
    SettingKey.BACKUP_EVERY_MINUTES,
    SettingKey.BACKUP_KEEP_HOURS,
    SettingKey.BACKUP_KEEP_DAYS,
    SettingKey.BACKUP_KEEP_WEEKS,
    SettingKey.BACKUP_KEEP_MONTHS,
    SettingKey.BACKUP_PROTECT_DAYS,
)


def columns() -> tuple[Column[Kept], ...]:
    """When, why, how large, whether it is in order, and where."""
    return (
        Column(texts.WHEN, lambda kept: texts.when(made_at(kept)), 184, Look.STRONG),
        Column(texts.WHY, _why, 0, least=140),
        Column(texts.SIZE, lambda kept: texts.size(kept.best.size_bytes), 84, is_number=True),
        Column(texts.STATE, lambda kept: texts.STATES[kept.best.state], 136, badge=_tone),
        Column(texts.WHERE, _where, 112, Look.MUTED),
    )


def made_at(kept: Kept) -> datetime | None:
    """When it was made, where that can be told."""
    manifest = kept.best.manifest
    return None if manifest is None else manifest.made_at


class PeriodsDialog(FormDialog):
    """How often one is made, and how long each is kept."""

    def __init__(self, parent: QWidget, values: dict[SettingKey, str]) -> None:
        super().__init__(parent, texts.PERIODS_HEADING, intro=texts.PERIODS_TEXT)
        self._fields = {key: self.form.add(NumberField(key, values[key])) for key in PERIODS}

    @classmethod
    def ask(cls, parent: QWidget, values: dict[SettingKey, str]) -> dict[SettingKey, str] | None:
        """The new values, or None."""
        dialog = cls(parent, values)
        return {key: field.value() for key, field in dialog._fields.items()} if dialog.run() else None


def _why(kept: Kept) -> str:
    manifest = kept.best.manifest
    return kept.best.file.name if manifest is None else texts.REASONS[manifest.reason]


def _tone(kept: Kept) -> Tone:
    return Tone.DONE if kept.best.state is BackupState.GOOD else Tone.OVERDUE


def _where(kept: Kept) -> str:
    if kept.here is not None and kept.elsewhere is not None:
        return texts.BOTH
    return texts.HERE if kept.here is not None else texts.THERE
