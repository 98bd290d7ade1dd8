"""The way into a database with the person's help: the first start, the passphrase, the recovery code; by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap import heavy
from koordinator.bootstrap.container import connect
from koordinator.bootstrap.early import Asking, find_seat
from koordinator.bootstrap.keys import OpenDatabase, close, make_keys
from koordinator.bootstrap.opening import ask
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.access import Channel
from koordinator.domain.database_key import KeyNeeded, KeysMissing, SlotKind
from koordinator.domain.setting import SettingKey
from koordinator.texts import opening as texts
from koordinator.ui.opening.first_start import FirstStart
from koordinator.ui.opening.new_here import NewHereDialog
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.opening.unlock import UnlockDialog
from koordinator.ui.opening.waiting import Waiting
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.choices import CheckBox
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, FromRecoveryCode
from tests.bootstrap.test_early import CLOCK
from tests.support.demo import copy_demo
from tests.support.memory_keyring import MemoryKeyring
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import accessible_name, nameless

WORDS = "en lang sætning om havet"
CODE = re.compile(r"[0-9A-Z]{5}(?:-[0-9A-Z]{5})+")
ENTER, SPACE, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape

pytestmark = pytest.mark.usefixtures("_cheap_seals")


def asking(path: Path) -> Asking:
    found = find_seat(StartOptions(str(path), None, None), CLOCK)
    assert isinstance(found, Asking)
    return found


def made(path: Path, *, keyring: bool = False, passphrase: str | None = WORDS) -> str:
    """The recovery code of a database that nobody has open."""
    created = make_keys().create_database(path, keyring=keyring, passphrase=passphrase)
    close(created.opened)
    return created.recovery_code


def said(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def lines(within: QWidget) -> dict[str, QLineEdit]:
    """The fields on the screen by their names."""
    return {accessible_name(each): each for each in within.findChildren(QLineEdit) if each.isVisible()}


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def press(within: QWidget, words: str) -> None:
    (button,) = [each for each in within.findChildren(Button) if each.isVisible() and each.text() == words]
    button.setFocus()
    QTest.keyClick(button, SPACE)


def hit(within: QWidget, key: Qt.Key) -> None:
    """Presses the key where the keyboard is."""
    QTest.keyClick(within.focusWidget(), key)


def to_the_keys(dialog: FirstStart) -> None:
    """Chooses to set up, says who one is, and goes on to the choice of how to unlock."""
    assert nameless(dialog) == []
    hit(dialog, DOWN)
    hit(dialog, DOWN)
    hit(dialog, ENTER)
    hit(dialog, ENTER)
    assert dialog.accessibleName() == texts.ABOUT_HEADING, "the municipality and a name must be filled in"
    assert nameless(dialog) == []
    write(lines(dialog)[texts.MUNICIPALITY], "Åby Kommune")
    write(lines(dialog)[texts.YOUR_NAME], "Mette Holm")
    hit(dialog, ENTER)
    assert dialog.accessibleName() == texts.KEY_HEADING
    assert nameless(dialog) == []


def keep_sheet(codes: list[str], first: Callable[[RecoverySheetDialog], None] = lambda _sheet: None) -> None:
    """Reads the code when the sheet stands on the screen, says that it is kept, and begins."""

    def act(sheet: RecoverySheetDialog) -> None:
        assert nameless(sheet) == []
        codes.extend(CODE.findall(said(sheet)))
        first(sheet)
        hit(sheet, ESCAPE)
        assert sheet.isVisible(), "a key does not lose the only copy of the code"
        assert isinstance(sheet.focusWidget(), CheckBox)
        hit(sheet, SPACE)
        press(sheet, texts.START)

    when_dialog_opens(RecoverySheetDialog, act)


def unlocked(tasks: Tasks, path: Path, act: Callable[[UnlockDialog], None]) -> OpenDatabase | None:
    when_dialog_opens(UnlockDialog, act)
    return ask(asking(path), tasks)


def test_first_start_tries_the_demo(
    office_tasks: Tasks, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    copy_demo(demo_folder, tmp_path / "Koordinator" / "koordinator-demo")
    when_dialog_opens(FirstStart, lambda dialog: hit(dialog, ENTER))

    opened = ask(asking(tmp_path / "a.db"), office_tasks)

    assert opened is not None
    assert opened.path.name == "demo.db"
    assert not (tmp_path / "a.db").exists()
    close(opened)


def test_first_start_begins_the_practice_case(
    office_tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def choose(dialog: FirstStart) -> None:
        hit(dialog, DOWN)
        hit(dialog, ENTER)

    when_dialog_opens(FirstStart, choose)
    opened = ask(asking(tmp_path / "a.db"), office_tasks)

    assert opened is not None
    assert opened.path == tmp_path / "Koordinator" / "koordinator-oevelse" / "oevelse.db"
    close(opened)


def test_first_start_with_a_passphrase_and_a_sheet_on_paper(qtbot: QtBot, office_tasks: Tasks, tmp_path: Path) -> None:
    path, paper, codes = tmp_path / "a.db", tmp_path / "ark.pdf", list[str]()

    def name_file(dialog: QFileDialog) -> None:
        (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.objectName() == "fileNameEdit"]
        name.setText(str(paper))
        QTest.keyClick(name, ENTER)

    def save(sheet: RecoverySheetDialog) -> None:
        when_dialog_opens(QFileDialog, name_file)
        press(sheet, texts.SAVE_SHEET)
        qtbot.waitUntil(lambda: texts.SHEET_SAVED.format(name="ark.pdf") in said(sheet))

    def fill(dialog: FirstStart) -> None:
        to_the_keys(dialog)
        first, second = lines(dialog).values()
        write(first, "kort")
        hit(dialog, ENTER)
        assert texts.PASSPHRASE_LENGTH in said(dialog)
        write(first, WORDS)
        write(second, f"{WORDS}et")
        hit(dialog, ENTER)
        assert texts.PASSPHRASES_DIFFER in said(dialog)
        press(dialog, texts.BACK)
        assert lines(dialog)[texts.MUNICIPALITY].text() == "Åby Kommune", "what was written is still there"
        hit(dialog, ENTER)
        write(second, WORDS)
        keep_sheet(codes, save)
        hit(dialog, ENTER)

    when_dialog_opens(FirstStart, fill)
    opened = ask(asking(path), office_tasks)

    assert opened is not None
    assert connect(opened, Channel.WINDOW).settings.values()[SettingKey.MUNICIPALITY] == "Åby Kommune"
    assert paper.read_bytes().startswith(b"%PDF")
    close(opened)
    (code,) = codes
    close(make_keys().open_database(path, FromRecoveryCode(code)))


def test_first_start_with_the_machines_own_key_store(office_tasks: Tasks, tmp_path: Path, store: MemoryKeyring) -> None:
    codes: list[str] = []

    def fill(dialog: FirstStart) -> None:
        to_the_keys(dialog)
        assert not lines(dialog), "nothing to type"
        keep_sheet(codes)
        hit(dialog, ENTER)

    when_dialog_opens(FirstStart, fill)
    opened = ask(asking(tmp_path / "a.db"), office_tasks)

    assert opened is not None
    assert make_keys().ways_in(opened) == {SlotKind.KEYRING, SlotKind.RECOVERY_CODE}
    assert (len(codes), len(store.secrets)) == (1, 1)
    close(opened)


def test_first_start_that_cannot_make_the_database_says_why_and_can_be_tried_again(
    qtbot: QtBot, office_tasks: Tasks, tmp_path: Path
) -> None:
    path = tmp_path / "mappe" / "a.db"
    path.parent.mkdir()
    state = asking(path)
    path.parent.rmdir()

    def fill(dialog: FirstStart) -> None:
        to_the_keys(dialog)
        for field in lines(dialog).values():
            write(field, WORDS)
        hit(dialog, ENTER)
        hit(dialog, ESCAPE)
        assert dialog.isVisible(), "a database that is being made is waited for"
        qtbot.waitUntil(lambda: "Mappen findes ikke" in said(dialog))
        assert [field.text() for field in lines(dialog).values()] == [WORDS, WORDS]
        path.parent.mkdir()
        keep_sheet([])
        press(dialog, texts.CREATE)

    when_dialog_opens(FirstStart, fill)
    opened = ask(state, office_tasks)

    assert opened is not None
    close(opened)


def test_first_start_can_be_left(office_tasks: Tasks, tmp_path: Path) -> None:
    when_dialog_opens(FirstStart, lambda dialog: hit(dialog, ESCAPE))

    assert ask(asking(tmp_path / "a.db"), office_tasks) is None
    assert list(tmp_path.iterdir()) == []


def test_passphrase_is_asked_for_until_it_is_right(qtbot: QtBot, office_tasks: Tasks, tmp_path: Path) -> None:
    made(tmp_path / "a.db")
    before = (tmp_path / "a.db").read_bytes()

    def act(dialog: UnlockDialog) -> None:
        assert nameless(dialog) == []
        (field,) = lines(dialog).values()
        assert field.echoMode() is QLineEdit.EchoMode.Password
        hit(dialog, ENTER)
        write(field, "noget helt andet")
        hit(dialog, ENTER)
        qtbot.waitUntil(lambda: "Adgangssætningen er ikke den rigtige" in said(dialog))
        assert (tmp_path / "a.db").read_bytes() == before
        assert (dialog.focusWidget(), field.selectedText()) == (field, "noget helt andet")
        QTest.keyClicks(field, WORDS)
        hit(dialog, ENTER)

    opened = unlocked(office_tasks, tmp_path / "a.db", act)

    assert opened is not None
    close(opened)


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda code: code[:-1], "Gendannelseskoden har 35 tegn, og du har skrevet 34."),
        (lambda code: ("3" if code[0] == "2" else "2") + code[1:], "Der er en tastefejl i gruppe 1"),
    ],
)
def test_forgotten_passphrase_is_made_up_for_by_the_code_on_the_sheet(
    qtbot: QtBot, office_tasks: Tasks, tmp_path: Path, spoil: Callable[[str], str], expected: str
) -> None:
    code = made(tmp_path / "a.db")

    def act(dialog: UnlockDialog) -> None:
        (other,) = dialog.findChildren(LinkButton)
        for heading in (texts.CODE_HEADING, texts.UNLOCK_HEADING, texts.CODE_HEADING):
            other.setFocus()
            hit(dialog, SPACE)
            assert dialog.accessibleName() == heading
        (field,) = lines(dialog).values()
        assert field.echoMode() is QLineEdit.EchoMode.Normal
        write(field, spoil(code))
        hit(dialog, ENTER)
        qtbot.waitUntil(lambda: expected in said(dialog))
        write(field, code.lower())
        when_dialog_opens(NewHereDialog, lambda offer: hit(offer, ESCAPE))
        hit(dialog, ENTER)

    opened = unlocked(office_tasks, tmp_path / "a.db", act)

    assert opened is not None
    close(opened)


def test_code_of_another_database_opens_nothing(qtbot: QtBot, office_tasks: Tasks, tmp_path: Path) -> None:
    made(tmp_path / "a.db", passphrase=WORDS)
    others = made(tmp_path / "b.db")

    def act(dialog: UnlockDialog) -> None:
        (other,) = dialog.findChildren(LinkButton)
        other.setFocus()
        hit(dialog, SPACE)
        (field,) = lines(dialog).values()
        write(field, others)
        hit(dialog, ENTER)
        qtbot.waitUntil(lambda: "den passer ikke til databasen" in said(dialog))
        press(dialog, texts.QUIT)

    assert unlocked(office_tasks, tmp_path / "a.db", act) is None


def test_key_store_that_knows_nothing_is_told_of_and_the_code_is_asked_for(
    office_tasks: Tasks, tmp_path: Path, store: MemoryKeyring
) -> None:
    code = made(tmp_path / "a.db", keyring=True, passphrase=None)
    store.secrets.clear()

    def act(dialog: UnlockDialog) -> None:
        assert "Computerens nøglering kender ikke denne database." in said(dialog)
        assert not [link for link in dialog.findChildren(LinkButton) if link.isVisible()], "there is no passphrase"
        (field,) = lines(dialog).values()
        write(field, code)
        when_dialog_opens(NewHereDialog, use_the_key_store)
        hit(dialog, ENTER)

    def use_the_key_store(offer: NewHereDialog) -> None:
        assert nameless(offer) == []
        hit(offer, ENTER)

    opened = unlocked(office_tasks, tmp_path / "a.db", act)

    assert opened is not None
    assert list(store.secrets.values()) == [opened.key.hex]
    close(opened)
    close(make_keys().open_database(tmp_path / "a.db", FromKeyring()))


def test_database_with_a_key_file_asks_nobody(office_tasks: Tasks, demo_folder: Path, tmp_path: Path) -> None:
    folder = copy_demo(demo_folder, tmp_path)

    with pytest.raises(KeyNeeded):
        ask(asking(folder / "demo.db"), office_tasks)
    (folder / "demo.db.keys").unlink()
    with pytest.raises(KeysMissing):
        ask(asking(folder / "demo.db"), office_tasks)

    close(make_keys().open_database(folder / "demo.db", FromKeyFile(folder / "demo.key")))


@pytest.mark.parametrize("is_closed", [False, True])
def test_small_window_waits_for_a_slow_key_store(qtbot: QtBot, *, is_closed: bool) -> None:
    answers: list[bool] = []
    when_dialog_opens(Waiting, lambda dialog: hit(dialog, ESCAPE) if is_closed else answers.append(True))

    assert heavy.wait_for(lambda: bool(answers)) is not is_closed
