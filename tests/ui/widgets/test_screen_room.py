from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Theme
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.screen_room import fit, most_of_screen, set_size


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


def test_dialog_is_as_tall_as_its_words(qtbot: QtBot) -> None:
    dialog, words, fault = QDialog(), Label("Lås op"), Label(wraps=True)
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(300)
    dialog.setLayout(column(words, fault))
    dialog.show()
    fit(dialog)
    before = dialog.height()

    fault.setText("Der er skrevet forkert flere gange. Vent et minut, og prøv så igen. " * 2)
    fit(dialog)

    assert dialog.height() >= before + 2 * words.sizeHint().height()
    fault.setText("")
    fit(dialog)
    assert dialog.height() == before
