import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from koordinator.domain.database_file import DiskFull
from koordinator.texts import ui as texts
from koordinator.ui.tasks import LongJob, Tasks
from tests.support.patience import PATIENCE_SECONDS
from tests.ui.parts import Crashes, Refused, explained


class Gate:
    """Holds a worker until the test opens it."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def wait(self) -> None:
        assert self._open.wait(PATIENCE_SECONDS)

    def open(self) -> None:
        self._open.set()


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.is_idle)


def give(value: object) -> Callable[[], object]:
    return lambda: value


def refuse() -> object:
    raise Refused("nej")


def crash() -> object:
    raise ZeroDivisionError


def fill_the_disk() -> object:
    raise DiskFull("a.db")


class Disk:
    """Has room or not, and keeps what was written to it."""

    def __init__(self) -> None:
        self.is_full = True
        self.kept: list[str] = []

    def write(self, text: str) -> None:
        if self.is_full:
            fill_the_disk()
        self.kept.append(text)


def told_of_saving(tasks: Tasks) -> list[str]:
    told: list[str] = []
    tasks.saving.connect(lambda: told.append("saving"))
    tasks.saved.connect(lambda: told.append("saved"))
    tasks.not_saved.connect(lambda: told.append("not saved"))
    return told


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    seen: list[tuple[str, object, object]] = []

    def work() -> str:
        return threading.current_thread().name

    def note(name: str, thread: str) -> None:
        seen.append((name, thread, QThread.isMainThread()))

    for name, start in (("read", tasks.read), ("write", tasks.write), ("compute", tasks.compute)):
        start(owner, work, partial(note, name))
    settle(qtbot, tasks)

    assert {(name, str(thread).split("-")[0], here) for name, thread, here in seen} == {
        ("read", "database", True),
        ("write", "database", True),
        ("compute", "compute", True),
    }


def test_database_work_is_done_in_the_order_it_was_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    done: list[object] = []

    for number in range(50):
        start = tasks.write if number % 3 else tasks.read
        start(owner, give(number), done.append)
    settle(qtbot, tasks)

    assert done == list(range(50))


def test_idle_comes_after_the_last_answer(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    seen: list[object] = []
    tasks.idle.connect(lambda: seen.append("idle"))

    with qtbot.waitSignal(tasks.idle):
        tasks.read(owner, give(1), lambda _: tasks.read(owner, give(2), seen.append))

    assert seen == [2, "idle"]


def test_answer_to_a_widget_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    root = QObject()
    owner = QObject(root)
    gate = Gate()
    answers: list[object] = []
    tasks.read(owner, gate.wait, answers.append, answers.append)
    tasks.read(owner, refuse, answers.append, answers.append)

    del root, owner
    gate.open()
    settle(qtbot, tasks)

    assert answers == []


def test_fault_goes_to_the_one_who_asked(qtbot: QtBot, tasks: Tasks, crashes: Crashes) -> None:
    owner = QObject()
    faults: list[Exception] = []
    told: list[str] = []
    tasks.failed.connect(told.append)

    tasks.read(owner, refuse, lambda _: None, faults.append)
    settle(qtbot, tasks)

    assert [tasks.explain(fault) for fault in faults] == ["Forklaret: nej"]
    assert told == []
    assert crashes.reported == []


def test_fault_that_nobody_takes_is_told_in_a_sentence(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.read(tasks, refuse, lambda _: None)

    assert told.args == ["Forklaret: nej"]


def test_our_own_fault_is_reported_and_told_kindly(qtbot: QtBot, tasks: Tasks, crashes: Crashes) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.compute(tasks, crash, lambda _: None)

    assert told.args == [texts.UNEXPECTED]
    assert [type(error) for error in crashes.reported] == [ZeroDivisionError]


def test_our_own_fault_also_reaches_the_one_who_waits(qtbot: QtBot, tasks: Tasks, crashes: Crashes) -> None:
    faults: list[Exception] = []

    tasks.read(tasks, crash, lambda _: None, faults.append)
    settle(qtbot, tasks)

    assert [tasks.explain(fault) for fault in faults] == [texts.UNEXPECTED]
    assert len(crashes.reported) == 1


def test_cancelled_read_is_neither_done_nor_answered(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Gate()
    done: list[str] = []
    tasks.read(tasks, gate.wait, lambda _: None)
    started = tasks.read(tasks, lambda: done.append("read"), lambda _: done.append("answered"))

    started.request()
    gate.open()
    settle(qtbot, tasks)

    assert done == []


def test_saving_is_told_from_beginning_to_end(qtbot: QtBot, tasks: Tasks) -> None:
    told = told_of_saving(tasks)

    tasks.write(tasks, give(1), lambda _: None)
    tasks.write(tasks, give(2), lambda _: None)
    assert tasks.has_unsaved
    settle(qtbot, tasks)
    tasks.write(tasks, refuse, lambda _: None)
    settle(qtbot, tasks)

    assert told == ["saving", "saving", "saved", "saving", "not saved"]
    assert not tasks.has_unsaved


def test_what_was_refused_to_the_one_who_asked_is_not_lost(qtbot: QtBot, tasks: Tasks) -> None:
    told = told_of_saving(tasks)

    tasks.write(tasks, refuse, lambda _: None, lambda _: None)
    settle(qtbot, tasks)
    tasks.write(tasks, fill_the_disk, lambda _: None, lambda _: None)
    settle(qtbot, tasks)
    tasks.write(tasks, refuse, lambda _: None, lambda _: None)
    settle(qtbot, tasks)

    assert told == ["saving", "saved", "saving", "not saved", "saving", "not saved"]


def test_failed_save_is_told_even_when_its_page_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    root = QObject()
    owner = QObject(root)
    gate = Gate()

    def save() -> None:
        gate.wait()
        raise Refused("disken er fuld")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.write(owner, save, lambda _: None, lambda _: None)
        del root, owner
        gate.open()

    assert told.args == ["Forklaret: disken er fuld"]


def test_what_is_typed_on_a_full_disk_is_saved_when_there_is_room(qtbot: QtBot, tasks: Tasks) -> None:
    disk, told, sentences = Disk(), told_of_saving(tasks), list[str]()
    tasks.failed.connect(sentences.append)
    tasks._next_try.setInterval(20)

    for text in ("Ro", "Ro om", "Ro om aftenen"):
        tasks.keep(tasks, "note", partial(disk.write, text), lambda _: None)
    tasks.keep(tasks, "own words", partial(disk.write, "Jeg vil være i fred"), lambda _: None)
    settle(qtbot, tasks)
    qtbot.waitUntil(lambda: told.count("saving") > 4)  # tried again, and told no more
    assert "saved" not in told
    disk.is_full = False
    qtbot.waitUntil(lambda: told[-1] == "saved")

    assert sorted(disk.kept) == ["Jeg vil være i fred", "Ro om aftenen"]
    assert len(sentences) == 1


def test_what_is_typed_later_is_never_written_over_by_what_was_held_back(qtbot: QtBot, tasks: Tasks) -> None:
    disk, answers = Disk(), list[object]()
    tasks.keep(tasks, "note", partial(disk.write, "Ro"), answers.append)
    settle(qtbot, tasks)
    disk.is_full = False
    tasks.keep(tasks, "note", partial(disk.write, "Ro om aftenen"), answers.append)
    settle(qtbot, tasks)
    tasks._try_again()
    settle(qtbot, tasks)

    assert disk.kept == ["Ro om aftenen"]
    assert answers == [None]


def test_what_is_held_back_is_tried_once_more_at_the_end(qtbot: QtBot) -> None:
    workers, disk = Tasks(explained, Crashes()), Disk()
    workers.keep(workers, "note", partial(disk.write, "Ro"), lambda _: None)
    settle(qtbot, workers)
    disk.is_full = False

    workers.shut_down()

    assert disk.kept == ["Ro"]


def test_what_is_refused_for_good_is_not_tried_again(qtbot: QtBot, tasks: Tasks) -> None:
    told = told_of_saving(tasks)
    with qtbot.waitSignal(tasks.failed):
        tasks.keep(tasks, "note", refuse, lambda _: None)
    settle(qtbot, tasks)
    tasks._try_again()

    assert told == ["saving", "not saved"]


def test_a_widget_is_never_destroyed_on_a_workers_thread(qtbot: QtBot, tasks: Tasks) -> None:
    destroyed_by: list[str] = []
    gate = Gate()

    class Owner(QObject):
        def __del__(self) -> None:
            destroyed_by.append(threading.current_thread().name)

    owner = Owner()
    tasks.read(owner, give(1), partial(answered, owner))
    tasks.read(owner, partial(refused, [owner]), lambda _: None, lambda _: None)
    del owner
    settle(qtbot, tasks)
    tasks.read(tasks, gate.wait, lambda _: None)
    gate.open()
    settle(qtbot, tasks)

    assert destroyed_by == [threading.main_thread().name]


def answered(_owner: QObject, _result: object) -> None:
    """Holds on to its owner, as a method of it would."""


def refused(_held: list[QObject]) -> object:
    """Holds on to what it is given in the frame that the error keeps."""
    raise Refused("nej")


def test_very_many_things_are_let_go_of_in_turns(qtbot: QtBot, tasks: Tasks) -> None:
    things: list[object] = [object() for _ in range(5_001)]

    tasks.scrap(things)
    settle(qtbot, tasks)

    assert things == []


def test_long_work_tells_how_far_it_is_on_this_thread(qtbot: QtBot, tasks: Tasks) -> None:
    steps: list[tuple[int, int, bool]] = []

    def work(job: LongJob) -> int:
        return sum(job.report(done, 5) for done in range(1, 6))

    with qtbot.waitSignal(tasks.idle):
        tasks.run_long(tasks, work, lambda _: None, lambda done, of: steps.append((done, of, QThread.isMainThread())))

    assert steps[-1] == (5, 5, True)


def test_long_work_can_be_stopped_and_still_says_what_it_did(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Gate()
    results: list[int] = []

    def work(job: LongJob) -> int:
        gate.wait()
        done = 0
        while job.report(done, 1_000) and done < 1_000:
            done += 1
        return done

    cancel = tasks.run_long(tasks, work, results.append, lambda _done, _of: None)
    cancel.request()
    gate.open()
    settle(qtbot, tasks)

    assert results == [0]


def test_shutting_down_saves_what_waits_and_leaves_what_only_reads(qtbot: QtBot) -> None:
    workers = Tasks(explained, Crashes())
    entered, a_while = threading.Event(), threading.Event()
    done: list[str] = []

    def until_it_is_closing() -> None:
        entered.set()
        while not workers._closing:
            a_while.wait(0.001)

    workers.read(workers, until_it_is_closing, lambda _: None)
    workers.read(workers, lambda: done.append("read"), lambda _: None)
    workers.write(workers, lambda: done.append("write"), lambda _: None)
    assert entered.wait(PATIENCE_SECONDS)

    workers.shut_down()

    assert done == ["write"]
    assert workers.read(workers, give(1), lambda _: None).requested
    with pytest.raises(RuntimeError):
        workers.write(workers, give(1), lambda _: None)


def test_error_in_an_answer_does_not_stop_the_workers(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[object] = []

    with qtbot.captureExceptions() as caught:
        tasks.read(tasks, give(1), lambda _: crash())
        tasks.read(tasks, give(2), answers.append)
        settle(qtbot, tasks)

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert answers == [2]
