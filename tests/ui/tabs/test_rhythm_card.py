"""How often one meets, chosen on the tab of meetings; and the days that suit, in the form of a meeting."""

from datetime import date

from pytestqt.qtbot import QtBot

from koordinator.domain.meeting_rhythm import DayFault, PassedOver, ProposedDay
from koordinator.texts import meeting_days as texts
from koordinator.ui.tabs.dialogs.day_choice import DayChoice
from koordinator.ui.tabs.rhythm_card import RhythmCard
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import Bench
from tests.ui.parts import nameless

SUNDAY, FRIDAY, MONDAY = date(2027, 2, 14), date(2027, 2, 19), date(2027, 2, 22)


def test_a_rhythm_is_chosen_and_given_up(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    world, desk = make_world(bench), desk_at(bench, tasks)
    card = RhythmCard(desk)
    qtbot.addWidget(card)
    card.show_subject(world.subject_id)
    card.show()
    qtbot.waitUntil(lambda: card.choice.count() > 1)
    assert card.choice.currentText() == "Som kommunen: højst 90 dage"
    assert nameless(card) == []

    for weeks, words in ((6, "Hver 6. uge"), (1, "Hver uge"), (None, "Som kommunen: højst 90 dage")):
        card.choice.choose(weeks)
        card.choice.chosen.emit(weeks)
        qtbot.waitUntil(lambda: tasks.is_idle)
        kept = desk.services.rhythms.of(desk.actor, world.subject_id)
        assert (kept.weeks if kept else None) == weeks
        assert card.choice.currentText() == words


def test_a_day_that_suits_is_one_press_away(qtbot: QtBot) -> None:
    chosen: list[date] = []
    passed = (
        PassedOver(SUNDAY, DayFault.CLOSED),
        PassedOver(FRIDAY, DayFault.SCHOOL_HOLIDAY, "Vinterferie"),
        PassedOver(FRIDAY, DayFault.SOMEBODY_ELSEWHERE, "Kim Møller"),
    )
    choice = DayChoice((ProposedDay(MONDAY, passed),), chosen.append)
    qtbot.addWidget(choice)
    choice.buttons[0].click()

    assert chosen == [MONDAY]
    assert choice.buttons[0].text() == "mandag 22. februar"
    assert texts.passed_over(passed) == (
        "Den 19. februar er der vinterferie. Den 19. februar er Kim Møller til et andet møde."
    )
    assert texts.passed_over((PassedOver(date(2027, 3, 26), DayFault.CLOSED),)) == "Den 26. marts er der lukket."
