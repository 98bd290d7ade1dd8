"""What is put on the application before its first window: theme, focus ring, Danish standard words."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from koordinator.texts import ui as texts
from koordinator.ui.focus_ring import FocusRing
from koordinator.ui.resources import UiResources
from koordinator.ui.theme import Scheme, Theme, worn


def dress(app: QApplication, resources: UiResources, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0) -> Theme:
    """Also sets Danish dates and numbers. The theme lives as long as `app`; one that is dressed keeps what it wears."""
    theme = worn()
    if theme is not None:
        theme.set_scheme(scheme)
        theme.set_text_scale(text_scale)
        return theme
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    translator = QTranslator(app)
    translator.load("qtbase_da", str(resources.translations))
    app.installTranslator(translator)
    app.setApplicationName(texts.PROGRAM)
    theme = Theme(app, resources, scheme, text_scale)
    FocusRing(app)
    return theme


@contextmanager
def dressed_at_the_end(app: QApplication) -> Iterator[None]:
    """For making a whole window: Qt else goes through the style sheet each time a widget is put into another."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)
