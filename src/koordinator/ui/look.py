"""What is put on the application before its first window: theme, focus ring, Danish standard words."""

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from koordinator.texts import ui as texts
from koordinator.ui.focus_ring import FocusRing
from koordinator.ui.resources import UiResources
from koordinator.ui.theme import Scheme, Theme


def dress(app: QApplication, resources: UiResources, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0) -> Theme:
    """Also sets Danish dates and numbers. The theme lives as long as `app`; one that is dressed keeps what it wears."""
    worn = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if worn is not None:
        worn.set_scheme(scheme)
        worn.set_text_scale(text_scale)
        return worn
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    translator = QTranslator(app)
    translator.load("qtbase_da", str(resources.translations))
    app.installTranslator(translator)
    app.setApplicationName(texts.PROGRAM)
    theme = Theme(app, resources, scheme, text_scale)
    FocusRing(app)
    return theme
