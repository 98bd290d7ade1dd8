"""Ctrl+K over a real database: hits while one types, one entry when it has settled, and only then the page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.domain.access import Action
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.ids import SubjectId
from koordinator.domain.search import HitKind, SearchHit
from koordinator.ui.desk import Desk
from koordinator.ui.hits import as_line, finder, settler
from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.page import Page
from koordinator.ui.page_stack import PageEntry
from koordinator.ui.rail import Person
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.hit import Hit
from koordinator.ui.widgets.search_hits import SearchHits
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.parts import Memory


class PlainPage(Page):
    """Keeps what it was shown for, and how long the log was then."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.shown: list[tuple[object, int]] = []
        QVBoxLayout(self).addWidget(QLabel("Side"))

    @override
    def reload(self) -> None:
        self.shown.append((self.shown_id, len(searches(self._bench))))


def searches(bench: Bench) -> list[str]:
    return [entry.codes.split()[0] for entry in bench.log() if entry.action is Action.SEARCH]


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    bench.add_citizen("Lone Bæk", "1203784444")
    bench.add_citizen("Ida Dam", "0101904444")
    return desk_at(bench, tasks)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk) -> Iterator[MainWindow]:
    shell = Shell(desk.tasks, Memory(), Person("Mette Holm"), bench.clock.now, finder(desk), settler(desk))
    pages = {key: PlainPage(bench) for key in ("overview", "citizen")}
    entries = [
        PageEntry("overview", "Overblik", lambda: pages["overview"], "house"),
        PageEntry("citizen", "Borger", lambda: pages["citizen"], belongs_to="overview"),
    ]
    window = MainWindow(shell, entries)
    assert window._search._pause.interval() == 2_000
    window._search._pause.setInterval(600_000)  # a slow machine is no long look
    qtbot.addWidget(window)
    window.show()
    window.navigate("overview")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def hits_of(window: MainWindow) -> SearchHits | None:
    found = window.findChildren(SearchHits)
    return found[0] if found and found[0].isVisible() else None


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.search_box, key)


@pytest.fixture
def search_for(qtbot: QtBot, window: MainWindow, desk: Desk) -> Callable[[str], None]:
    """Types a text and waits until its hits are there."""

    def run(text: str) -> None:
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert window.search_box.hasFocus()
        QTest.keyClicks(window.search_box, text)
        qtbot.waitUntil(lambda: window._search._seen == text and desk.tasks.is_idle)

    return run


def page_shown(window: MainWindow) -> PlainPage:
    page = window.pages.page()
    assert isinstance(page, PlainPage)
    return page


def test_a_hit_is_opened_by_keyboard_and_the_search_is_logged_before_its_page(
    qtbot: QtBot, bench: Bench, window: MainWindow, search_for: Callable[[str], None]
) -> None:
    search_for("baek")
    assert searches(bench) == []

    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_shown(window).shown_id == 1)

    assert page_shown(window).shown == [(1, 1)]
    assert searches(bench) == ["hits=1"]
    assert window.search_box.text() == ""


def test_typing_on_replaces_the_hits_and_leaves_one_entry(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, search_for: Callable[[str], None]
) -> None:
    for text in ("i", "id", "ida dam"):
        search_for(text)

    window.setFocus()
    qtbot.waitUntil(lambda: len(searches(bench)) == 1 and desk.tasks.is_idle)

    assert hits_of(window) is None
    window.search_box.setFocus()
    window.setFocus()
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert searches(bench) == ["hits=1"]


def test_hits_that_have_stood_for_a_while_are_a_settled_search(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, search_for: Callable[[str], None]
) -> None:
    window._search._pause.setInterval(1)
    search_for("lone")
    qtbot.waitUntil(lambda: searches(bench) == ["hits=1"])

    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_shown(window).shown_id == 1 and desk.tasks.is_idle)

    assert searches(bench) == ["hits=1"]


def test_closing_the_window_logs_what_was_looked_at(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, search_for: Callable[[str], None]
) -> None:
    search_for("lone")

    with qtbot.waitSignal(window.closing):
        window.close()

    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    assert searches(bench) == ["hits=1"]


def test_a_page_stays_closed_when_the_search_cannot_be_logged(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, search_for: Callable[[str], None]
) -> None:
    search_for("lone")
    with bench.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE search_term")
    with qtbot.waitSignal(desk.tasks.failed):
        press(qtbot, window, Qt.Key.Key_Return)

    assert page_shown(window).shown_id is None
    assert searches(bench) == []
    assert not window.messages.isHidden()


def test_nothing_found_says_so(window: MainWindow, search_for: Callable[[str], None]) -> None:
    search_for("xyzzy")

    hits = hits_of(window)
    assert hits is not None
    assert any("Vi fandt ikke noget" in label.text() for label in hits.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("hit", "line"),
    [
        (
            SearchHit(HitKind.CITIZEN, 7, SubjectId(1), SubjectKind.CITIZEN, 7, "Lone Bæk", cpr_masked="120378-••••"),
            Hit("citizen", 7, "Lone Bæk", "CPR 120378-••••", "user"),
        ),
        (
            SearchHit(HitKind.FAMILY, 3, SubjectId(2), SubjectKind.FAMILY, 3, "Familien Rømer"),
            Hit("family", 3, "Familien Rømer", "Familie", "users"),
        ),
        (
            SearchHit(
                HitKind.CASE_FILE, 9, SubjectId(1), SubjectKind.CITIZEN, 7, "S1", "Lone Bæk", department="Familie"
            ),
            Hit("citizen", (7, "overview"), "S1", "Sag i Familie · Lone Bæk", "folder-open"),
        ),
        (
            SearchHit(HitKind.AGREEMENT, 5, SubjectId(2), SubjectKind.FAMILY, 3, "Ringe til skolen", "Familien Rømer"),
            Hit("family", (3, "plan"), "Ringe til skolen", "Aftale · Familien Rømer", "handshake"),
        ),
    ],
)
def test_each_kind_of_hit_leads_to_its_page(hit: SearchHit, line: Hit) -> None:
    assert as_line(hit) == line


def test_hits_that_come_after_the_box_was_left_are_not_shown(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow
) -> None:
    window.search_box.setFocus()
    QTest.keyClicks(window.search_box, "lone")
    window.setFocus()
    qtbot.waitUntil(lambda: desk.tasks.is_idle)

    assert hits_of(window) is None
    assert searches(bench) == []
