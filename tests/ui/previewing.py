"""A paper is looked at in the preview and saved from there, as somebody would."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.ui.preview.window import PreviewWindow
from tests.ui.office_window import when_dialog_opens


def saving_from_preview(qtbot: QtBot, path: Path) -> None:
    """The next preview that opens saves its paper as this file and is closed."""

    def choose(picker: QFileDialog) -> None:
        picker.findChildren(QLineEdit)[0].setText(str(path))
        picker.accept()

    def save(window: PreviewWindow) -> None:
        qtbot.waitUntil(window.giving.save.isEnabled)
        when_dialog_opens(QFileDialog, choose)
        window.giving.save.click()
        qtbot.waitUntil(path.exists)
        window.reject()

    when_dialog_opens(PreviewWindow, save)
