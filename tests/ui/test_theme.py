from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.ui import theme as themes
from koordinator.ui.style_sheet import TextSize, style_sheet
from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.tokens import DARK, LIGHT, Tokens
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from tests.ui.conftest import RESOURCES


def test_widgets_find_the_theme_of_the_application(theme: Theme) -> None:
    assert themes.active() is theme


def test_text_is_set_in_the_bundled_family(theme: Theme) -> None:
    info = QFontInfo(theme.font(TextSize.BODY))

    assert (info.family(), info.pixelSize()) == ("Source Sans 3", 15)
    assert QFontInfo(theme.font(bold=True)).bold()


def test_colours_follow_the_system(theme: Theme) -> None:
    system = QGuiApplication.styleHints().colorSchemeChanged
    theme.set_scheme(Scheme.SYSTEM)

    system.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    system.emit(Qt.ColorScheme.Light)
    assert theme.tokens is LIGHT


def test_forced_colours_do_not_follow_the_system(theme: Theme) -> None:
    theme.set_scheme(Scheme.DARK)

    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)

    assert theme.tokens is DARK


def test_another_scheme_reaches_words_and_icons(qtbot: QtBot, theme: Theme) -> None:
    label, button = Label("Lone", Role.MUTED), Button("Gem", icon="save")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    label.ensurePolished()
    before = (label.palette().windowText().color().name(), button.icon().cacheKey())

    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(Scheme.DARK)

    assert before[0].upper() == LIGHT.muted
    assert label.palette().windowText().color().name().upper() == DARK.muted
    assert button.icon().cacheKey() != before[1]


@pytest.mark.parametrize(("wanted", "given"), [(0.5, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_text_grows_from_100_to_200_percent(theme: Theme, wanted: float, given: float) -> None:
    theme.set_text_scale(wanted)

    assert theme.text_scale == given
    assert theme.font(TextSize.PAGE).pixelSize() == round(26 * given)
    assert theme.px(40) == 40 * given


def test_text_size_reaches_words_that_are_shown(qtbot: QtBot, theme: Theme) -> None:
    label = Label("Vores fælles plan", Role.PAGE)
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()

    theme.set_text_scale(2.0)

    assert label.sizeHint().height() > 1.7 * before


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_style_sheet_names_only_what_the_tokens_have(tokens: Tokens) -> None:
    assert "%(" not in style_sheet(tokens, 1.25)


def test_every_icon_can_be_drawn(theme: Theme) -> None:
    names = [file.stem for file in Path(RESOURCES.icons).glob("*.svg")]

    assert len(names) > 40
    for name in names:
        image = theme.pixmap(name, theme.tokens.text).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())), name


def test_icon_has_the_colour_it_is_asked_for(theme: Theme) -> None:
    image = theme.pixmap("minus", "#8A5A8A", 40).toImage()

    assert image.pixelColor(20, 20).name() == "#8a5a8a"


def test_standard_words_are_danish(qtbot: QtBot, theme: Theme) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(buttons)
    words = {button.text().replace("&", "") for button in buttons.buttons()}
    file_dialog = QFileDialog()
    qtbot.addWidget(file_dialog)

    assert words == {"Annuller", "Gem"}
    assert QApplication.translate("QFileDialog", "Directory:") == "Mappe:"
