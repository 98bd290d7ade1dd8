from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Theme
from koordinator.ui.widgets.screen_room import most_of_screen, set_size


def test_dialog_grows_with_the_text_until_the_screen_is_full(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)

    set_size(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)
    theme.set_text_scale(1.5)
    set_size(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (450, 300)
    set_size(dialog, 9_000, 9_000)
    assert dialog.size() == most_of_screen(dialog)
    assert dialog.height() < dialog.screen().availableSize().height()
