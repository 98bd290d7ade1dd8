"""Choosing who receives: one for one citizen, or several who share those that are chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import EmployeeId
from koordinator.texts import handover as texts
from koordinator.texts.ui import CHOOSE_ONE
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Pick, or_none
from koordinator.ui.tabs.dialogs.handover import receiver_options
from koordinator.ui.widgets.fields import CheckField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.handover_file import Receiver


class ReceiversDialog(FormDialog):
    """One tick an employee, with what each carries."""

    def __init__(self, parent: QWidget, receivers: Sequence[Receiver]) -> None:
        super().__init__(parent, texts.GIVE_TO, intro=texts.GIVE_TO_INTRO)
        self._ticks = [
            (each, self.form.add(CheckField(texts.receiver_option(each.employee.name, each.courses))))
            for each in receivers
        ]

    @classmethod
    def ask(cls, parent: QWidget, receivers: Sequence[Receiver]) -> tuple[Receiver, ...] | None:
        """Those that were ticked, or None."""
        dialog = cls(parent, receivers)
        return dialog.ticked() if dialog.run() else None

    @override
    def accepts(self) -> bool:
        is_any = bool(self.ticked())
        if not is_any:
            self._ticks[0][1].show_fault(CHOOSE_ONE)
            self._ticks[0][1].setFocus()
        return is_any

    def ticked(self) -> tuple[Receiver, ...]:
        """As the ticks stand now."""
        return tuple(receiver for receiver, tick in self._ticks if tick.value())


class ReceiverDialog(FormDialog):
    """One employee for one citizen or family."""

    @classmethod
    def ask(
        cls, parent: QWidget, name: str, receivers: Sequence[Receiver], now: EmployeeId | None
    ) -> EmployeeId | None:
        """The employee, or None."""
        dialog = cls(parent, name)
        options = or_none(receiver_options(receivers))
        field: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.RECEIVER, options, now, required=True))
        return field.key if dialog.run() else None
