"""A dialog whose words the full disk refuses: it comes back with them, and they are saved when there is room."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from pytestqt.qtbot import QtBot

from koordinator.ui.desk import Desk
from koordinator.ui.widgets.form import FormDialog
from tests.support.full_disk import full_disk
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens

AnyForm = TypeVar("AnyForm", bound=FormDialog)


class RefusedOnce:
    """Works a dialog of the kind twice: on a full disk, and when it has come back, with room again."""

    def __init__(self, qtbot: QtBot, bench: Bench, desk: Desk) -> None:
        self._qtbot, self._bench, self._desk = qtbot, bench, desk
        self._refused: tuple[object, ...] | None = None
        self._came_back: tuple[object, ...] | None = None

    def fill_in(
        self, kind: type[AnyForm], fill: Callable[[AnyForm], object], open_dialog: Callable[[], object]
    ) -> None:
        """Opens the dialog, fills it in, and sees it come back filled in as it was."""
        self._refused = self._came_back = None
        with ExitStack() as disk:

            def first(dialog: AnyForm) -> None:
                fill(dialog)
                self._refused = dialog.form.values()
                when_dialog_opens(kind, second)
                disk.enter_context(full_disk(self._bench))
                dialog.accept()

            def second(dialog: AnyForm) -> None:
                self._came_back = dialog.form.values()
                disk.close()
                dialog.accept()

            when_dialog_opens(kind, first)
            open_dialog()
            self._qtbot.waitUntil(lambda: self._came_back is not None)
        wait_until_idle(self._qtbot, self._desk)
        assert self._came_back == self._refused
