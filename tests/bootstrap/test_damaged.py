"""A damaged database: refused with a way on, or, when it is found at work, nothing more saved and everything kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.bootstrap import heavy
from koordinator.bootstrap.early import Asking, find_seat
from koordinator.bootstrap.keys import close, make_keys
from koordinator.bootstrap.opening import ask
from koordinator.bootstrap.start import StartOptions
from koordinator.bootstrap.window import OpenWindow
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.texts import rescue as texts
from koordinator.texts import ui as ui_texts
from koordinator.texts.errors import sentence
from koordinator.ui.ask import Question
from koordinator.ui.damage_strip import DamageStrip
from koordinator.ui.opening.rescue import RescuedDialog, WaysOutDialog
from koordinator.ui.opening.unlock import UnlockDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from tests.bootstrap.test_early import CLOCK
from tests.bootstrap.test_window import settled, shown
from tests.storage.databases import contents
from tests.support.office import KEY, Bench
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import Crashes, Memory, nameless

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
WORDS = "en lang sætning om havet"


@pytest.fixture
def office_tasks(qtbot: QtBot, crashes: Crashes) -> Tasks:
    """Workers that tell faults in the program's own words."""
    return Tasks(sentence, crashes)


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def damaged(database_template: Path, tmp_path: Path) -> Path:
    """A closed database with its keys, whose first page is not what was written."""
    path = tmp_path / "mit.db"
    content = bytearray(database_template.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    (tmp_path / "mit.key").write_text(KEY.hex)
    SlotFiles().create(path, KEY)
    return path


def press(words: str) -> None:
    """By the keyboard, in the window in front."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    (button,) = [each for each in dialog.findChildren(Button) if each.text() == words]
    button.setFocus()
    QTest.keyClick(button, SPACE)


def options(path: Path) -> StartOptions:
    return StartOptions(str(path), path.with_name("mit.key"), None)


def refusal(path: Path) -> DatabaseDamaged:
    with pytest.raises(DatabaseDamaged) as caught:
        find_seat(options(path), CLOCK)
    return caught.value


def test_a_damaged_database_is_refused_and_left(damaged: Path) -> None:
    content = damaged.read_bytes()

    refusal(damaged)

    assert damaged.read_bytes() == content


def test_what_can_be_read_takes_its_place_and_the_damaged_one_lies_beside_it(
    damaged: Path, office_tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, keys = damaged.read_bytes(), keys_path(damaged).read_bytes()
    saved, aside = damaged.with_name("mit-reddet.db"), damaged.with_name("mit-beskadiget.db")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))

    def go_on(dialog: RescuedDialog) -> None:
        assert nameless(dialog) == []
        press(texts.OPEN_SAVED)

    def begin(dialog: WaysOutDialog) -> None:
        assert nameless(dialog) == []
        press(texts.RESCUE)
        when_dialog_opens(RescuedDialog, go_on)

    when_dialog_opens(WaysOutDialog, begin)
    assert heavy.offer_way_out(refusal(damaged), options(damaged), CLOCK, office_tasks)
    office_tasks.shut_down()

    assert aside.read_bytes() == content
    assert keys_path(aside).read_bytes() == keys_path(damaged).read_bytes() == keys
    assert not saved.exists()
    seat = find_seat(options(damaged), CLOCK)
    assert not isinstance(seat, Asking)
    close(seat.opened)


def test_nothing_is_done_unasked(damaged: Path, office_tasks: Tasks) -> None:
    error, before = refusal(damaged), contents(damaged.parent)
    when_dialog_opens(WaysOutDialog, lambda _: press(texts.CLOSE))

    assert not heavy.offer_way_out(error, options(damaged), CLOCK, office_tasks)
    assert contents(damaged.parent) == before
    office_tasks.shut_down()


def test_a_way_out_that_fails_is_told_and_the_other_is_still_there(
    damaged: Path, office_tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_backup = damaged.with_name("note.ksk")
    no_backup.write_bytes(b"not a backup")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(no_backup), ""))
    said: list[str] = []

    def again(dialog: WaysOutDialog) -> None:
        said.append(dialog.accessibleDescription())
        assert {texts.RESTORE, texts.RESCUE} < {button.text() for button in dialog.findChildren(Button)}
        press(texts.CLOSE)

    def restore(_dialog: WaysOutDialog) -> None:
        press(texts.RESTORE)
        when_dialog_opens(WaysOutDialog, again)

    when_dialog_opens(WaysOutDialog, restore)
    assert not heavy.offer_way_out(refusal(damaged), options(damaged), CLOCK, office_tasks)
    (told,) = said
    assert str(no_backup) in told
    office_tasks.shut_down()


@pytest.mark.usefixtures("_cheap_seals")
def test_the_right_passphrase_of_a_damaged_database_ends_the_asking(tmp_path: Path, office_tasks: Tasks) -> None:
    path = tmp_path / "b.db"
    close(make_keys().create_database(path, keyring=False, passphrase=WORDS).opened)
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    found = find_seat(StartOptions(str(path), None, None), CLOCK)
    assert isinstance(found, Asking)

    def unlock(dialog: UnlockDialog) -> None:
        field = dialog.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "en lang")
        field.setText(WORDS)  # type: ignore[attr-defined]
        QTest.keyClick(field, ENTER)

    when_dialog_opens(UnlockDialog, unlock)
    with pytest.raises(DatabaseDamaged):
        ask(found, office_tasks)
    office_tasks.shut_down()


def test_damage_that_shows_at_work_is_said_and_what_was_typed_is_kept(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.show(lambda: None)
    settled(qtbot, made)
    made.window.search_box.setFocus()
    made.window.search_box.setText("det jeg skrev")

    bench.database.damage.note()
    qtbot.waitUntil(lambda: bool(made.window.findChildren(DamageStrip)))
    (strip,) = made.window.findChildren(DamageStrip)
    assert nameless(strip) == []
    kept = tmp_path / "det.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    when_dialog_opens(Question, lambda dialog: dialog.accept())
    strip.keep.click()
    qtbot.waitUntil(lambda: kept.exists() and tasks.is_idle)
    assert "det jeg skrev" in kept.read_text(encoding="utf-8-sig")
    let_go(made)


def test_a_window_looks_at_its_file_by_itself(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    with bench.database.path.open("r+b") as file:
        file.seek(bench.database.path.stat().st_size - 60)
        file.write(b"not what was written")

    made.show(lambda: None)

    qtbot.waitUntil(lambda: bench.database.damage.is_known)
    qtbot.waitUntil(lambda: bool(made.window.findChildren(DamageStrip)))
    settled(qtbot, made)
    let_go(made)


def let_go(made: OpenWindow) -> None:
    """Closes the window, which asks where something could not be saved."""
    when_dialog_opens(Question, lambda _: press(ui_texts.CLOSE_ANYWAY))
    made.window.close()
