from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.notify import MessageStrip
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.layout import column, holder
from koordinator.ui.widgets.line_edits import LineEdit
from tests.ui.parts import accessible_name, nameless


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[MessageStrip]:
    strip, field = MessageStrip(), LineEdit("Note")
    stage = holder(column(strip, field))
    qtbot.addWidget(stage)
    stage.move(400, 400)  # away from the mouse
    stage.show()
    field.setFocus()
    qtbot.waitUntil(stage.isActiveWindow)
    yield strip
    stage.close()


def button(strip: MessageStrip, name: str) -> QPushButton:
    return next(each for each in strip.findChildren(Button) if accessible_name(each) == name)


def test_news_goes_by_itself(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.info("Listen er hentet.")
    assert strip.isVisible()

    strip._timer.start(1)

    qtbot.waitUntil(lambda: not strip.isVisible())


@pytest.mark.parametrize("say", [MessageStrip.warning, MessageStrip.error])
def test_warning_and_error_stay_until_they_are_closed(qtbot: QtBot, strip: MessageStrip, say: object) -> None:
    strip.info("Først noget andet.")
    say(strip, "Disken er fuld. Det, du har skrevet, står her stadig.")  # type: ignore[operator]

    assert not strip._timer.isActive()
    QTest.mouseClick(button(strip, texts.CLOSE_MESSAGE), Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_what_was_done_can_be_undone_once(qtbot: QtBot, strip: MessageStrip) -> None:
    undone: list[str] = []
    strip.done("Aftalen er slettet.", lambda: undone.append("slettet"))

    QTest.mouseClick(button(strip, texts.UNDO), Qt.MouseButton.LeftButton)
    button(strip, texts.UNDO).click()

    assert undone == ["slettet"]
    assert not strip.isVisible()


def test_undo_is_offered_only_where_it_can_be_done(strip: MessageStrip) -> None:
    strip.done("Planen er godkendt.")

    assert not button(strip, texts.UNDO).isVisible()


def test_message_stays_while_its_button_has_the_keyboard(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.done("Aftalen er slettet.", lambda: None)
    button(strip, texts.UNDO).setFocus()

    strip._fade()

    assert strip.isVisible()
    assert strip._timer.isActive()


def test_markup_is_text(strip: MessageStrip) -> None:
    strip.error("<b>Lone</b> & Co")

    assert "<b>Lone</b> & Co" in [accessible_name(child) for child in strip.findChildren(type(strip._panel._label))]
    assert nameless(strip) == []
