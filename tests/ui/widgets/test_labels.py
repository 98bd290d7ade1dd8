import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.labels import ElidedLabel, IconLabel, Label, Role, tooltip, without_mnemonic
from tests.ui.parts import accessible_name

MARKUP = '<img src="file:///etc/passwd"><b>Lone</b> & Søn'


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    label = Label(MARKUP)
    qtbot.addWidget(label)

    assert label.textFormat() is label.textFormat().PlainText
    assert accessible_name(label) == MARKUP


@pytest.mark.parametrize("text", ["a\x00b", "🙂 glad", "\u202eenoL", "x" * 100_000, "linje\nlinje"])
def test_any_text_can_be_shown(qtbot: QtBot, text: str) -> None:
    for label in (Label(text, wraps=True), ElidedLabel(text)):
        qtbot.addWidget(label)
        label.resize(200, 40)
        label.grab()
        assert label.text() == text


def test_long_line_ends_in_an_ellipsis_and_tells_the_rest(qtbot: QtBot) -> None:
    label = ElidedLabel("Anne-Margrethe Abildgaard Frydendahl-Christoffersen")
    qtbot.addWidget(label)

    label.resize(QSize(120, 20))
    label.show()
    assert label._elided().endswith("…")
    assert "Christoffersen" in label.toolTip()
    label.resize(QSize(800, 20))
    assert label.toolTip() == ""


def test_role_can_change(qtbot: QtBot) -> None:
    label = Label("Gemt", Role.BODY)
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()

    label.set_role(Role.PAGE)

    assert label.sizeHint().height() > before


def test_tooltip_shows_markup_and_breaks_lines() -> None:
    assert tooltip("<b>a</b> & c\nd") == "<span>&lt;b&gt;a&lt;/b&gt; &amp; c<br>d</span>"
    assert tooltip("") == ""
    assert len(tooltip("x" * 100_000)) < 1_100
    assert QToolTip.text() == ""


def test_ampersand_is_an_ampersand() -> None:
    assert without_mnemonic("Hansen & Søn") == "Hansen && Søn"


def test_icon_is_silent(qtbot: QtBot) -> None:
    icon = IconLabel("users", 40)
    qtbot.addWidget(icon)

    assert not icon.pixmap().isNull()
    assert accessible_name(icon) == ""
