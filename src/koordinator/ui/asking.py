"""What was filled in is not lost when it cannot be saved: the dialog comes back with the words in it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from koordinator.ui.tasks import Tasks

Start = TypeVar("Start")
Filled = TypeVar("Filled")
Result = TypeVar("Result")


def ask_until_saved(
    tasks: Tasks,
    owner: QObject,
    start: Start,
    ask: Callable[[Start | Filled], Filled | None],
    save: Callable[[Filled], Result],
    saved: Callable[[Result], object],
) -> None:
    """Opens the dialog that `ask` is, filled in as `start`, until it is saved or left; `save` runs on the worker."""
    filled = ask(start)
    if filled is None:
        return

    def failed(error: Exception) -> None:
        tasks.failed.emit(tasks.explain(error))
        ask_until_saved(tasks, owner, filled, ask, save, saved)

    tasks.write(owner, lambda: save(filled), saved, failed)
