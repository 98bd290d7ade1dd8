"""How far long work is: unknown, then counted, then stopping, when nothing else is said any more."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.progress import Progress, ProgressWords
from tests.ui.parts import nameless


def test_it_says_how_far_it_is_until_it_is_stopped(qtbot: QtBot) -> None:
    progress = Progress(ProgressWords("Hvor langt", "Stop", "Stopper …", lambda done, total: f"{done} af {total}"))
    qtbot.addWidget(progress)
    progress.show()
    (bar,), (said,) = progress.findChildren(QProgressBar), progress.findChildren(Label)

    progress.begin()
    assert (bar.maximum(), said.text()) == (0, "")
    progress.show_progress(3, 7)
    assert (bar.value(), bar.maximum(), said.text()) == (3, 7, "3 af 7")

    with qtbot.waitSignal(progress.stop_asked):
        QTest.keyClick(progress.stop, Qt.Key.Key_Space)
    progress.show_progress(4, 7)
    assert (bar.value(), said.text(), progress.stop.isEnabled()) == (4, "Stopper …", False)

    progress.begin()
    assert progress.stop.isEnabled()
    assert nameless(progress) == []
