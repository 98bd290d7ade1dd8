"""Whole pages of the widgets: everything has a name, nothing is cut, at every size of text."""

from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.labels import ElidedLabel
from tests.ui.gallery import PAGES, make_window
from tests.ui.gallery_dialogs import AgreementForm
from tests.ui.parts import nameless


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks) -> MainWindow:
    window = make_window(tasks)
    qtbot.addWidget(window)
    window.show()
    return window


def cut(root: QWidget) -> list[str]:
    """The words that do not fit where they stand."""
    found = []
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            tall = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            wide = 0 if label.wordWrap() else label.sizeHint().width()
            if label.height() < tall or label.width() < wide:
                found.append(label.text())
    for button in root.findChildren(QAbstractButton):
        fits = (
            button.width() >= button.minimumSizeHint().width() and button.height() >= button.minimumSizeHint().height()
        )
        inside_field = isinstance(button.parentWidget(), QLineEdit)
        if button.isVisible() and not isinstance(button, LinkButton) and not inside_field and not fits:
            found.append(button.text())
    return found


def everything_fits(root: QWidget) -> None:
    assert cut(root) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1_366, 768), (1_920, 1_080)])
def test_no_word_is_cut(qtbot: QtBot, window: MainWindow, theme: Theme, scale: float, size: tuple[int, int]) -> None:
    theme.set_text_scale(scale)
    window.resize(*size)
    for page in PAGES:
        window.navigate(page)
        qtbot.waitUntil(partial(everything_fits, window))


def test_everything_has_a_name(window: MainWindow, theme: Theme) -> None:
    for page in PAGES:
        window.navigate(page)
        assert nameless(window) == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_form_fits_and_has_names(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    theme.set_text_scale(1.5)
    form = AgreementForm(None)
    qtbot.addWidget(form)
    form.show()
    form.form.check()

    assert nameless(form) == []
    qtbot.waitUntil(partial(everything_fits, form))
