"""Stikprøver in the real window: what was drawn, and what the leader found."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from koordinator.domain.codes import Role
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import RolePeriod
from koordinator.domain.spot_check import SpotAnswer
from koordinator.texts import spot_checks as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.security.spot_checks_tab import AnswerDialog, SpotChecksTab
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.citizens import Citizens
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.tabbed import button
from tests.ui.parts import nameless

Open = Callable[[str], MainWindow]


def tab_of(window: MainWindow) -> SpotChecksTab:
    (tab,) = window.findChildren(SpotChecksTab)
    return tab


def said_of_first(tab: SpotChecksTab) -> str:
    """What the window says when the first line is opened."""
    said: list[str] = []

    def read(question: Question) -> None:
        said.append(question.accessibleDescription())
        question.accept()

    when_dialog_opens(Question, read)
    tab.list.opened.emit(tab.list.rows()[0])
    (text,) = said
    return text


def looked_at(bench: Bench) -> None:
    for number in range(8):
        citizen = bench.add_citizen(f"Borger {number}", f"010170000{number}")
        Citizens(bench.office).open(bench.actor, citizen.id)
    bench.clock.moment = datetime(2026, 12, 3, 9, tzinfo=UTC)


def test_before_a_month_is_over_there_are_none(bench: Bench, window: Open) -> None:
    opened = window("spot_checks")
    tab = tab_of(opened)

    assert list(tab.list.rows()) == []
    assert not tab.draws.isVisible()


def test_a_look_is_answered_and_stays_answered(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    looked_at(bench)
    opened = window("spot_checks")
    tab = tab_of(opened)
    assert len(tab.list.rows()) == 5
    assert "5 trukket af 8 opslag" in tab.draws.text()
    assert tab.alone.isVisible()
    assert nameless(tab) == []

    def find_fault(dialog: AnswerDialog) -> None:
        dialog.findChildren(Choice)[0].choose(SpotAnswer.NOT_IN_ORDER)
        dialog.findChildren(NoteEdit)[0].set_text("Ingen grund")
        button(dialog, ui_texts.SAVE).click()

    when_dialog_opens(AnswerDialog, find_fault)
    tab.list.opened.emit(tab.list.rows()[0])
    wait_until_idle(qtbot, desk)

    assert tab.list.rows()[0].check.answer is SpotAnswer.NOT_IN_ORDER
    assert tab.counted.text() == "Mangler svar: 4. Ikke i orden: 1."

    said = said_of_first(tab)
    assert "Ingen grund" in said
    assert texts.STAYS in said


def test_a_look_of_ones_own_is_left_to_another_leader(bench: Bench, window: Open) -> None:
    looked_at(bench)
    world = Histories(bench)
    world.add(RolePeriod(RowId(0), world.employee("Vera").id, Role.SUPERVISOR, date(2026, 1, 1)))
    opened = window("spot_checks")
    tab = tab_of(opened)

    assert said_of_first(tab) == texts.OTHER_LEADER_TEXT
    assert not tab.alone.isVisible()
