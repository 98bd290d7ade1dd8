"""Reading a paper by keyboard: pages, sizes, what a screen reader is told, and how much is kept in memory."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from koordinator.documents.page_pictures import PdfiumReader
from koordinator.domain.page_picture import UnreadablePaper
from koordinator.texts import preview as texts
from koordinator.ui.preview import shelf
from koordinator.ui.preview.shelf import Shelf, Wish
from koordinator.ui.preview.viewer import PaperViewer
from koordinator.ui.preview.zoom import Fit
from koordinator.ui.tasks import Tasks
from tests.ui.parts import accessible_name, nameless
from tests.ui.preview.papers import paper_of

PAGES = 40


@pytest.fixture
def viewer(qtbot: QtBot, tasks: Tasks) -> Iterator[PaperViewer]:
    shown = PaperViewer(tasks)
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    shown.show_pages(PdfiumReader().open(paper_of(PAGES)))
    shown.view.setFocus()
    qtbot.waitUntil(lambda: tasks.is_idle)
    yield shown
    shown.say("")


def test_keys_turn_the_pages(qtbot: QtBot, viewer: PaperViewer) -> None:
    viewer.view.set_zoom(Fit.PAGE)
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Space, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, PAGES - 1),
        (Qt.Key.Key_PageDown, PAGES - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(viewer.view, key)
        assert viewer.view.page == page
        assert viewer.pages.currentIndex().row() == page


def test_a_page_larger_than_the_window_is_scrolled_through_before_the_next(viewer: PaperViewer) -> None:
    viewer.view.set_zoom(300)

    QTest.keyClick(viewer.view, Qt.Key.Key_PageDown)

    assert viewer.view.page == 0
    assert viewer.view.verticalScrollBar().value() > 0


def test_the_small_pictures_lead_to_their_page(viewer: PaperViewer) -> None:
    viewer.pages.setFocus()
    for _ in range(3):
        QTest.keyClick(viewer.pages, Qt.Key.Key_Down)

    assert viewer.view.page == 3


def test_keys_and_wheel_change_the_size_and_the_place_stays(viewer: PaperViewer) -> None:
    view = viewer.view
    view.set_zoom(100)
    view.go_to(20)
    for key, percent in ((Qt.Key.Key_Plus, 125), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Minus, 75)):
        QTest.keyClick(viewer, key, Qt.KeyboardModifier.ControlModifier)
        assert (view.percent, view.page) == (percent, 20)
    for turn, percent in ((120, 100), (-120, 75)):
        QApplication.sendEvent(
            view.viewport(),
            QWheelEvent(
                QPointF(50, 50),
                QPointF(50, 50),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # noqa: FBT003 - Qt takes no name here
            ),
        )
        assert view.percent == percent
    QTest.keyClick(viewer, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom is Fit.PAGE
    assert viewer.zoom.key() is Fit.PAGE


def test_a_screen_reader_is_told_page_and_words(qtbot: QtBot, viewer: PaperViewer) -> None:
    viewer.view.go_to(4)

    assert accessible_name(viewer.view) == texts.page_of(5, PAGES)
    described = QAccessible.queryAccessibleInterface(viewer.view)
    qtbot.waitUntil(lambda: "Dette er side 5." in described.text(QAccessible.Text.Description))
    assert nameless(viewer) == []


def test_what_is_seen_is_drawn(qtbot: QtBot, viewer: PaperViewer, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.is_idle)
    seen = viewer.view.viewport().grab().toImage()

    colours = {seen.pixelColor(x, y).name() for x in range(60, 500, 3) for y in range(60, 300, 3)}
    assert len(colours) > 5


def test_a_paper_of_one_page_needs_no_list_of_pages(qtbot: QtBot, viewer: PaperViewer, tasks: Tasks) -> None:
    told: list[object] = []
    viewer.failed.connect(told.append)
    viewer.view.set_zoom(Fit.PAGE)
    viewer.view.go_to(PAGES - 1)
    viewer.show_pages(PdfiumReader().open(paper_of(1)))
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert told == []
    assert viewer.view.page == 0
    assert not viewer.pages.isVisible()
    assert viewer.count == 1


def test_memory_is_bounded_however_long_the_paper_is(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 3_000_000)
    kept = Shelf(tasks)
    kept.put_up(PdfiumReader().open(paper_of(12)))
    for number in range(12):
        kept.want(0, [Wish(number, 600)])
        qtbot.waitUntil(lambda: tasks.is_idle)

    there = [number for number in range(12) if kept.picture(Wish(number, 600)) is not None]
    assert there == [11]
    kept.put_up(None)


def test_a_page_that_cannot_be_drawn_is_told_of_once(qtbot: QtBot, tasks: Tasks, viewer: PaperViewer) -> None:
    told: list[object] = []
    viewer.failed.connect(told.append)

    damaged = PdfiumReader().open(paper_of(2))
    damaged.close()
    viewer.show_pages(damaged)
    qtbot.waitUntil(lambda: bool(told) and tasks.is_idle)

    assert [type(each) for each in told] == [UnreadablePaper]
