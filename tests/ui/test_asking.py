"""A dialog whose words could not be saved comes back with them."""

from collections.abc import Callable, Iterable

import pytest
from pytestqt.qtbot import QtBot

from koordinator.domain.database_file import DiskFull
from koordinator.domain.errors import DomainError
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.tasks import Tasks
from tests.ui.parts import Refused, explained


class Person:
    """Fills in one answer after another; None leaves the dialog."""

    def __init__(self, *answers: str | None) -> None:
        self._answers = iter(answers)
        self.shown: list[str] = []

    def answer(self, start: str) -> str | None:
        self.shown.append(start)
        return next(self._answers)


def saving(errors: Iterable[Exception], kept: list[str]) -> Callable[[str], str]:
    """Fails with the errors first."""
    waiting = iter(errors)

    def save(text: str) -> str:
        error = next(waiting, None)
        if error is not None:
            raise error
        kept.append(text)
        return text

    return save


@pytest.mark.parametrize("error", [Refused("nej"), DiskFull("a.db")])
def test_what_was_filled_in_comes_back_until_it_is_saved(qtbot: QtBot, tasks: Tasks, error: DomainError) -> None:
    person, kept, told, sentences = Person("Ro", "Ro om aftenen"), list[str](), list[str](), list[str]()
    tasks.failed.connect(sentences.append)

    ask_until_saved(tasks, tasks, "", person.answer, saving([error], kept), told.append)
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert person.shown == ["", "Ro"]
    assert kept == told == ["Ro om aftenen"]
    assert sentences == [explained(error)]


def test_who_leaves_the_dialog_saves_nothing_and_is_not_asked_again(qtbot: QtBot, tasks: Tasks) -> None:
    at_once, later, kept = Person(None), Person("Ro", None), list[str]()

    ask_until_saved(tasks, tasks, "", at_once.answer, saving([], kept), kept.append)
    ask_until_saved(tasks, tasks, "", later.answer, saving([Refused("nej")], kept), kept.append)
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert (at_once.shown, later.shown) == ([""], ["", "Ro"])
    assert kept == []
