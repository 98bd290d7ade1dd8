"""Brevpapir in the real window, on a real database: what is set is seen on the letter beside it, and kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QColorDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.letterhead import Envelope
from koordinator.domain.setting import YES, SettingKey
from koordinator.texts import letterhead as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.letterhead_colour import ColourField
from koordinator.ui.pages.settings.letterhead_preview import LetterPreview
from koordinator.ui.pages.settings.letterhead_tab import LetterheadTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.labels import Label
from tests.integrations.logos import BAD, GOOD
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import accessible_name, nameless


@pytest.fixture
def tab(qtbot: QtBot, window: Callable[[str], MainWindow]) -> Iterator[LetterheadTab]:
    frame = window("letterhead")
    (found,) = frame.findChildren(LetterheadTab)
    qtbot.waitUntil(lambda: found.preview.is_drawn)
    yield found
    frame.close()


@pytest.fixture
def chosen_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system's own dialog would give."""
    file = tmp_path / "logo"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    return file


def field(tab: LetterheadTab, key: SettingKey) -> QLineEdit:
    (found,) = (
        line
        for each in tab.findChildren(TextField)
        for line in each.findChildren(QLineEdit)
        if accessible_name(line) == texts.FIELDS[key]
    )
    return found


def button(tab: LetterheadTab, words: str) -> Button:
    (found,) = (each for each in tab.findChildren(Button) if each.text() == words)
    return found


def colour_line(tab: LetterheadTab) -> QLineEdit:
    (line,) = (line for each in tab.findChildren(ColourField) for line in each.findChildren(QLineEdit))
    return line


def said(tab: LetterheadTab) -> str:
    return " ".join(label.text() for label in tab.findChildren(Label) if label.isVisible())


def values(desk: Desk) -> dict[SettingKey, str]:
    return desk.services.letterheads.view().values


def shows(preview: LetterPreview, words: str) -> bool:
    return preview.is_drawn and words in preview.accessibleDescription()


def test_what_is_typed_is_seen_on_the_letter_and_saves_itself(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    QTest.keyClicks(field(tab, SettingKey.LETTERHEAD_DEPARTMENT), "Familie")
    QTest.keyClicks(field(tab, SettingKey.LETTERHEAD_WEB), "lilleby.example")

    qtbot.waitUntil(lambda: shows(tab.preview, "lilleby.example"))
    qtbot.waitUntil(lambda: values(desk)[SettingKey.LETTERHEAD_WEB] == "lilleby.example")
    assert values(desk)[SettingKey.LETTERHEAD_DEPARTMENT] == "Familie"


def test_what_is_typed_is_saved_when_the_tab_is_left(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    QTest.keyClicks(field(tab, SettingKey.RETURN_ADDRESS), "Torvet 1, 9990 Lilleby")

    tab.window().navigate("overview")  # type: ignore[attr-defined] # a MainWindow
    wait_until_idle(qtbot, desk)

    assert values(desk)[SettingKey.RETURN_ADDRESS] == "Torvet 1, 9990 Lilleby"


def test_envelope_and_case_number_are_chosen_by_keyboard(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    (choice,) = tab.findChildren(Choice)
    (box,) = tab.findChildren(QCheckBox)

    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: values(desk)[SettingKey.CASE_NUMBER_ON_PAPERS] == YES)
    assert values(desk)[SettingKey.ENVELOPE] == Envelope.M65
    qtbot.waitUntil(lambda: shows(tab.preview, texts.cases(texts.SAMPLE_CASES)))


def test_a_faint_colour_is_refused_and_the_nearest_offered(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    QTest.keyClicks(colour_line(tab), "#E0A458")
    qtbot.waitUntil(lambda: "#976F3B" in said(tab))

    button(tab, texts.use("#976F3B")).click()

    assert colour_line(tab).text() == "#976F3B"
    assert "for lys" not in said(tab)
    qtbot.waitUntil(lambda: values(desk)[SettingKey.ACCENT_COLOUR] == "#976F3B")


def test_what_is_no_colour_waits_and_the_rest_is_saved(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    QTest.keyClicks(colour_line(tab), "rosa")
    QTest.keyClicks(field(tab, SettingKey.LETTERHEAD_DEPARTMENT), "Familie")

    qtbot.waitUntil(lambda: values(desk)[SettingKey.LETTERHEAD_DEPARTMENT] == "Familie")

    assert values(desk)[SettingKey.ACCENT_COLOUR] == ""
    assert colour_line(tab).text() == "rosa"
    assert "»rosa« er ikke en farve" in said(tab)


def test_a_colour_can_be_picked(qtbot: QtBot, desk: Desk, tab: LetterheadTab) -> None:
    def pick(dialog: QColorDialog) -> None:
        dialog.setCurrentColor(QColor("#7A1F1F"))
        dialog.accept()

    when_dialog_opens(QColorDialog, pick)
    button(tab, texts.PICK_COLOUR).click()

    assert colour_line(tab).text() == "#7A1F1F"
    qtbot.waitUntil(lambda: values(desk)[SettingKey.ACCENT_COLOUR] == "#7A1F1F")


def test_a_logo_is_put_in_and_taken_away(qtbot: QtBot, desk: Desk, tab: LetterheadTab, chosen_file: Path) -> None:
    assert texts.NO_LOGO in said(tab)
    chosen_file.write_bytes(GOOD["svg"])

    button(tab, texts.CHOOSE_LOGO).click()
    qtbot.waitUntil(lambda: "Lagt ind 21.11.2026 af" in said(tab))
    assert desk.services.letterheads.view().logo is not None

    button(tab, texts.REMOVE_LOGO).click()
    qtbot.waitUntil(lambda: texts.NO_LOGO in said(tab))
    assert desk.services.letterheads.view().logo is None


def test_a_bad_logo_is_refused_beside_the_button(
    qtbot: QtBot, desk: Desk, tab: LetterheadTab, chosen_file: Path
) -> None:
    chosen_file.write_bytes(BAD["svg script"][0])

    button(tab, texts.CHOOSE_LOGO).click()

    qtbot.waitUntil(lambda: "script" in said(tab))
    assert desk.services.letterheads.view().logo is None


def test_nothing_happens_when_no_file_is_chosen(
    qtbot: QtBot, desk: Desk, tab: LetterheadTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))

    button(tab, texts.CHOOSE_LOGO).click()
    wait_until_idle(qtbot, desk)

    assert desk.services.letterheads.view().logo is None


def test_everything_has_a_name(tab: LetterheadTab) -> None:
    assert nameless(tab) == []
    assert accessible_name(tab.preview) == texts.PREVIEW_NAME
