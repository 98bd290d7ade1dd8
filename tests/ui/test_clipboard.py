import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from koordinator.ui.clipboard import ClipboardKeeper

HINT = "x-kde-passwordManagerHint"
HISTORY = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
MONITORS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
SECRET = "Lone Bæk 120378-9995"
ENDS = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from koordinator.ui.clipboard import ClipboardKeeper

app = QGuiApplication([])
keeper = ClipboardKeeper(app, is_ours=lambda: True)
app.clipboard().setText("Lone")
print("copied" if app.clipboard().text() else "nothing")
QTimer.singleShot(0, app.quit)
app.exec()
print(app.clipboard().text() or "gone")
"""


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def keeper(parent: QObject, stays_ms: int = 600_000) -> ClipboardKeeper:
    """The offscreen clipboard does not say whose what lies there is."""
    return ClipboardKeeper(parent, is_ours=lambda: True, stays_ms=stays_ms)


def copied_from_a_field(qtbot: QtBot) -> None:
    field = QLineEdit(SECRET)
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_whatever_is_copied_is_kept_out_of_every_history(qtbot: QtBot, clipboard: QClipboard, parent: QObject) -> None:
    with qtbot.waitSignal(keeper(parent).took):
        copied_from_a_field(qtbot)

    data = clipboard.mimeData()
    assert data.text() == SECRET
    assert data.data(HINT).data() == b"secret"
    assert data.data(HISTORY).data() == b"\0\0\0\0"
    assert data.hasFormat(MONITORS)


def test_files_and_formatted_words_can_be_pasted_as_before(
    qtbot: QtBot, clipboard: QClipboard, parent: QObject
) -> None:
    kept = keeper(parent)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/plan.pdf")])  # noqa: S108 - a name only
    with qtbot.waitSignal(kept.took):
        clipboard.setMimeData(files)
    assert clipboard.mimeData().urls() == [QUrl.fromLocalFile("/tmp/plan.pdf")]  # noqa: S108

    page = QTextBrowser()
    qtbot.addWidget(page)
    page.setMarkdown("**Lone** kommer")
    page.selectAll()
    with qtbot.waitSignal(kept.took):
        page.copy()
    assert clipboard.mimeData().text() == "Lone kommer"
    assert "font-weight" in clipboard.mimeData().html()


def test_it_goes_after_its_time(qtbot: QtBot, clipboard: QClipboard, parent: QObject) -> None:
    kept = keeper(parent, stays_ms=1)

    copied_from_a_field(qtbot)

    qtbot.waitUntil(lambda: kept._time.interval() == 1 and clipboard.text() == "")


def test_it_is_gone_when_the_program_ends() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDS], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, check=True
    )

    assert ended.stdout.split() == [b"copied", b"gone"]


def test_it_stays_a_minute(parent: QObject, clipboard: QClipboard) -> None:
    assert ClipboardKeeper(parent)._time.interval() == 60_000


def test_what_is_copied_anew_has_its_own_minute(qtbot: QtBot, clipboard: QClipboard, parent: QObject) -> None:
    kept = keeper(parent)
    for words in ("første", "andet"):
        with qtbot.waitSignal(kept.took):
            clipboard.setText(words)
    assert kept._time.isActive()

    kept.clear()

    assert clipboard.text() == ""
    assert not kept._time.isActive()


def test_what_another_program_has_copied_is_left_alone(qtbot: QtBot, clipboard: QClipboard, parent: QObject) -> None:
    kept = ClipboardKeeper(parent, is_ours=lambda: False, stays_ms=1)
    clipboard.setText("fra et andet program")
    qtbot.waitUntil(lambda: not kept._look_soon.isActive())

    kept.clear()

    assert clipboard.text() == "fra et andet program"
    assert not clipboard.mimeData().hasFormat(HINT)
