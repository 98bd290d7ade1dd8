"""The page of a citizen and of a family in the real window: where its tests look and what they press."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import FormDialog

PAGES = (
    ("citizens", None),
    ("citizen", lambda desk: CitizenPage(desk, subject_tabs(desk))),
    ("family", lambda desk: FamilyPage(desk, subject_tabs(desk))),
    ("assessment", None),
    ("meeting", None),
)


def page_of(window: MainWindow) -> QWidget:
    page = window.pages.page()
    assert page is not None
    return page


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in page_of(window).findChildren(QLabel) if label.isVisible())


def press(window: MainWindow, words: str) -> None:
    """Presses the visible button with the words or the name."""
    found = [
        part
        for part in page_of(window).findChildren(QPushButton)
        if part.isVisible() and words in (part.text(), part.accessibleName())
    ]
    assert found, words
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)


def choose(dialog: FormDialog, key: object) -> None:
    field = next(each for each in dialog.findChildren(ChoiceField) if each.required)
    field.set_value(key)
