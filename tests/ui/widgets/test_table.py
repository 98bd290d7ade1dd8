from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.widgets.list_head import widths_within
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look, TableModel
from tests.ui.gallery_pages import COLUMNS, Person, people
from tests.ui.parts import accessible_name, nameless

NAME, STEP, _, WHY, BUTTON = range(5)


@pytest.fixture
def table(qtbot: QtBot) -> DataList[Person]:
    table: DataList[Person] = DataList("Borgere", COLUMNS, lambda person: person.number, empty="Ingen borgere endnu.")
    qtbot.addWidget(table)
    table.set_rows(people(40))
    table.resize(1_100, 500)
    table.show()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    return table


def model_of(table: DataList[Person]) -> QAbstractItemModel:
    return table.model()


def test_model_keeps_the_rules_of_qt() -> None:
    model: TableModel[Person] = TableModel(COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_rows(people(5))
    model.sort(NAME, Qt.SortOrder.DescendingOrder)
    model.set_rows(())


def test_cell_says_its_column_and_its_second_line(table: DataList[Person]) -> None:
    index = model_of(table).index(3, NAME)

    assert index.data() == "Fatima Al-Hassan"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Navn: Fatima Al-Hassan, 3 år"
    assert accessible_name(table) == "Borgere"
    assert nameless(table) == []


def test_screen_reader_finds_every_cell(table: DataList[Person]) -> None:
    grid = QAccessible.queryAccessibleInterface(table)

    said = [grid.child(number).text(QAccessible.Text.Name) for number in range(grid.childCount())]

    assert {"Næste skridt", "Navn: Fatima Al-Hassan, 3 år", "Trin: Trin 3"} <= set(said)


def test_row_is_opened_with_enter_and_with_a_click(qtbot: QtBot, table: DataList[Person]) -> None:
    opened: list[Person] = []
    table.opened.connect(opened.append)
    table.choose(2)

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 5, WHY))

    assert [person.number for person in opened] == [3, 5]


def test_button_of_a_row_is_pressed_with_enter_and_with_a_click(qtbot: QtBot, table: DataList[Person]) -> None:
    acted: list[tuple[int, int]] = []
    opened: list[Person] = []
    table.acted.connect(lambda person, column: acted.append((person.number, column)))
    table.opened.connect(opened.append)
    table.setCurrentIndex(model_of(table).index(1, BUTTON))

    QTest.keyClick(table, Qt.Key.Key_Enter)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2, BUTTON))

    assert acted == [(1, BUTTON), (2, BUTTON)]
    assert opened == []


def test_click_beside_the_button_does_nothing(qtbot: QtBot, table: DataList[Person]) -> None:
    with qtbot.assertNotEmitted(table.acted), qtbot.assertNotEmitted(table.opened):
        place = middle(table, 2, BUTTON)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y() - 25))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 3, BUTTON))


def test_chosen_row_stays_chosen_when_the_list_is_read_again(table: DataList[Person]) -> None:
    table.choose(7)
    everyone = people(40)

    table.set_rows(everyone[5:])
    row = table.current_row()
    assert row is not None
    assert row.number == 7

    table.set_rows(everyone[10:])
    assert table.current_row() is None


def test_column_sorts_when_its_head_is_clicked(table: DataList[Person]) -> None:
    table.choose(6)
    head = table.horizontalHeader()

    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionPosition(NAME) + 20, 10))

    names = [person.name for person in table.rows()]
    row = table.current_row()
    assert names == sorted(names)
    assert row is not None
    assert row.number == 6


def test_column_without_order_does_not_sort(table: DataList[Person]) -> None:
    head = table.horizontalHeader()

    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionPosition(STEP) + 20, 10))

    assert [person.number for person in table.rows()] == list(range(40))
    assert head.sortIndicatorSection() == -1


def test_tab_leaves_the_list(qtbot: QtBot, table: DataList[Person]) -> None:
    assert not table.tabKeyNavigation()


def test_empty_list_says_so(table: DataList[Person]) -> None:
    full = table.grab().toImage()

    table.set_rows(())

    assert table.grab().toImage() != full
    assert model_of(table).rowCount() == 0


def test_hundred_thousand_rows_are_only_looked_at_when_they_are_seen(qtbot: QtBot) -> None:
    looked_at: set[int] = set()

    def text(row: int) -> str:
        looked_at.add(row)
        return f"Borger {row}"

    columns: tuple[Column[int], ...] = (Column("Navn", text), Column("Nummer", str, 100, is_number=True))
    table: DataList[int] = DataList("Borgere", columns, lambda row: row)
    qtbot.addWidget(table)
    table.resize(600, 500)
    table.set_rows(range(100_000))
    table.show()
    table.grab()
    assert len(looked_at) < 40

    table.scrollToBottom()
    table.grab()
    QTest.keyClicks(table, "borger")

    assert 99_999 in looked_at
    assert len(looked_at) < 80


def test_short_list_is_as_tall_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    columns: tuple[Column[str], ...] = (Column("Navn", str, look=Look.WARNING),)
    table: DataList[str] = DataList("Navne", columns, str, fits_rows=True, has_head=False)
    qtbot.addWidget(table)
    table.set_rows(("Lone", "Ægir", "Søren"))

    assert table.sizeHint().height() == 3 * 44 + 2
    assert table.minimumSizeHint().height() == table.sizeHint().height()
    theme.set_text_scale(2.0)
    assert table.sizeHint().height() == 3 * 64 + 2


def test_list_of_a_few_rows_is_no_taller_than_they_are_and_a_long_one_scrolls(qtbot: QtBot) -> None:
    table: DataList[str] = DataList("Navne", (Column("Navn", str),), str, has_head=False)
    table.grow_to(3)
    qtbot.addWidget(table)

    def height_of(rows: int) -> int:
        table.set_rows([str(number) for number in range(rows)])
        return table.sizeHint().height()

    assert [height_of(rows) for rows in (0, 1, 2, 300)] == [rows * 44 + 2 for rows in (1, 1, 2, 3)]
    assert table.minimumSizeHint().height() == table.sizeHint().height()


def test_columns_give_way_to_the_one_that_shares() -> None:
    columns: tuple[Column[str], ...] = (
        Column("Navn", str, 200, least=120),
        Column("Trin", str, 100, badge=lambda _row: None),
        Column("Hvem", str, 200),
        Column("Frist", str, 100),
        Column("Næste skridt", str, least=300),
    )

    assert widths_within(columns, 999, round) == (200, 100, 200, 100, 0)
    assert widths_within(columns, 900, round) == (200, 100, 200, 100, 0)
    assert widths_within(columns, 825, round) == (160, 100, 165, 100, 0)
    assert widths_within(columns, 300, round) == (120, 100, 130, 100, 0)
    assert widths_within(columns[1:2], 40, round) == (100,)


LONG = "Sender behandlingsplanen til jobcentret, og spørger, om de vil være med til det næste møde"


def test_row_of_a_short_list_is_as_tall_as_its_words(qtbot: QtBot) -> None:
    columns: tuple[Column[str], ...] = (Column("Hvad", str, detail=lambda row: row[:20]), Column("Hvem", str, 100))
    table: DataList[str] = DataList("Aftaler", columns, str, fits_rows=True, has_head=False)
    qtbot.addWidget(table)
    table.resize(360, 400)
    table.show()

    table.set_rows(("Ringer", LONG, "x" * 300, f"{LONG} {LONG} {LONG}"))

    assert [table.rowHeight(number) for number in (0, 2)] == [56, 56]
    two, three = table.rowHeight(1), table.rowHeight(3)
    assert 56 < two <= three
    assert table.sizeHint().height() == 56 + two + 56 + three + 2
    table.resize(1_500, 400)
    assert table.rowHeight(1) == 56


def test_long_list_keeps_one_height_and_has_a_line_more_where_most_rows_need_it(qtbot: QtBot) -> None:
    columns: tuple[Column[str], ...] = (Column("Hvad", lambda row: row[:9], detail=str),)
    table: DataList[str] = DataList("Aftaler", columns, str)
    qtbot.addWidget(table)
    table.resize(360, 400)
    table.show()

    table.set_rows(("Ringer", "Skriver", LONG))
    assert {table.rowHeight(number) for number in range(3)} == {56}
    table.set_rows((LONG, "Skriver", LONG, LONG * 3))
    taller = {table.rowHeight(number) for number in range(4)}

    assert len(taller) == 1
    assert 56 < taller.pop() <= 56 + 20


def test_rows_and_colours_follow_the_theme(table: DataList[Person], theme: Theme) -> None:
    before = table.grab().toImage().pixelColor(600, 480).name().upper()

    theme.set_scheme(Scheme.DARK)

    assert before == "#FFFFFF"
    assert table.grab().toImage().pixelColor(600, 480).name().upper() == theme.tokens.surface


def test_row_under_the_mouse_is_marked(table: DataList[Person]) -> None:
    QTest.mouseMove(table.viewport(), middle(table, 4, WHY))
    assert table._cells.hovered_row == 4

    table._hover(-1)

    assert table._cells.hovered_row == -1


def test_markup_and_long_names_are_text(qtbot: QtBot) -> None:
    columns: tuple[Column[Any], ...] = (Column("Navn", str, 200), Column("", str, 90, is_action=True))
    table: DataList[Any] = DataList("Navne", columns, str)
    qtbot.addWidget(table)
    table.set_rows(("<b>Lone</b>", "x" * 100_000, "a\nb", "\u202eenoL\x00"))

    table.grab()

    assert "&lt;b&gt;" not in table.model().index(0, 0).data()
    tip = table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert len(tip) < 1_100


def middle(table: DataList[Person], row: int, column: int) -> QPoint:
    return table.visualRect(model_of(table).index(row, column)).center()
