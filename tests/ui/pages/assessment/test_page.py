"""An assessment in the real window, from the first look to the locked decision, by keyboard alone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.citizen import Citizen
from koordinator.domain.course import StepPeriod
from koordinator.domain.draft import Draft
from koordinator.domain.guide_kinds import GuideDeed
from koordinator.domain.steps import Step
from koordinator.texts.ui import FAILED_HEADING
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.assessment.page import AssessmentPage
from koordinator.ui.pages.assessment.way_list import WayList
from tests.domain.assessments import LONE
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import place, wait_until_idle
from tests.ui.pages.assessment.hands import (
    ALT,
    ASKED,
    CTRL,
    KEYS,
    answer_all,
    enter,
    open_again,
    press,
    show,
    tab_to,
    to_note,
    words_on,
    write,
)
from tests.ui.parts import nameless


def test_a_whole_conversation_by_keyboard(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    answer_all(window)
    assert "Hvad beslutter du?" in words_on(window)
    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)

    (locked,) = histories.all(Assessment)
    assert locked.is_locked
    expected = {**LONE, ParameterKey("contacts"): OptionKey("some")}
    assert locked.given == expected
    assert (locked.recommended_step, locked.decided_step) == (Step.MEETINGS, Step.MEETINGS)
    assert [period.step for period in histories.all(StepPeriod)] == [Step.MEETINGS]
    said = words_on(window)
    assert "Vurderingen er låst: trin 2" in said
    assert "Vælg koordinerende sagsbehandler" in said

    enter(window)
    assert place(window) == ("citizen", (lone.id, GuideDeed.CHOOSE_COORDINATOR))


def test_looking_stores_nothing_and_is_in_the_log(
    bench: Bench, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    assert histories.all(Assessment) == ()
    last = bench.log()[-1]
    assert (last.action, last.subject_id) == (Action.ASSESS, lone.subject_id)
    assert "Passer det, registret ved om Lone?" in words_on(window)


def test_the_citizens_own_answer_stands_beside_and_can_be_taken_away(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    enter(window)
    press(window, 3)
    press(window, 1, ALT)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.answer_to(ParameterKey("self_coordination")) == Answer(
        ParameterKey("self_coordination"), OptionKey("partly"), OptionKey("fully")
    )
    assert "Lone ser det anderledes" in words_on(window)

    press(window, 1, ALT)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.answer_to(ParameterKey("self_coordination")).citizen_option is None
    assert "Lone ser det anderledes" not in words_on(window)


def test_there_is_room_for_the_citizens_answer_on_demand(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    press(window, 2, ALT)
    wait_until_idle(qtbot, desk)
    assert histories.all(Assessment) == ()

    to_note(window)
    press(window, Qt.Key.Key_Tab)
    enter(window)
    press(window, 2, ALT)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.answer_to(ParameterKey("complexity")).citizen_option == "composite"


def test_one_goes_back_among_the_questions_before_leaving_the_page(window: MainWindow) -> None:
    enter(window)
    enter(window)
    press(window, Qt.Key.Key_Backspace)
    assert "4 af 11 · Kompleksitet" in words_on(window)
    press(window, Qt.Key.Key_Left, ALT)
    assert "Passer det, registret ved om Lone?" in words_on(window)
    press(window, Qt.Key.Key_Left, ALT)
    assert place(window)[0] == "overview"


def test_a_counted_answer_is_corrected_on_a_detour(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    press(window, 3)
    assert "3 af 11 · Kontaktpersoner" in words_on(window)
    press(window, 4)
    enter(window)
    assert "Passer det, registret ved om Lone?" in words_on(window)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("contacts")] == "crowd"


def test_a_register_that_has_grown_is_taken_over_with_one_key(
    qtbot: QtBot, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    answer_all(window)
    wait_until_idle(qtbot, desk)
    histories.case(lone)
    open_again(qtbot, desk, window, lone)
    assert "Registret siger nu »Seks eller flere«" in words_on(window)

    tab_to(window, "brug det")
    enter(window)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("cases")] == "many"
    assert "Registret siger nu »Seks eller flere«" not in words_on(window)


def test_a_deviation_asks_for_its_reason(qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow) -> None:
    answer_all(window)
    press(window, 1)
    assert "Hvorfor vælger du et andet trin?" in words_on(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    assert not histories.all(Assessment)[0].is_locked

    write(window, "Lone vil helst vente")
    qtbot.waitUntil(lambda: [draft.field for draft in histories.all(Draft)] == ["reason"])
    press(window, Qt.Key.Key_Return, CTRL)
    enter(window)
    wait_until_idle(qtbot, desk)

    (locked,) = histories.all(Assessment)
    assert (locked.decided_step, locked.deviation_reason) == (Step.ALIGNMENT, "Lone vil helst vente")
    assert histories.all(Draft) == ()
    assert "Trappen pegede på trin 2. Begrundelse: Lone vil helst vente" in words_on(window)


def test_digits_are_steps_where_a_step_is_chosen(window: MainWindow) -> None:
    answer_all(window)
    for digit, title in ((0, "Intet behov"), (3, "Trin 3"), (2, "Trin 2")):
        press(window, digit)
        focus = window.focusWidget()
        assert focus is not None
        assert focus.accessibleName().startswith(title)


def test_reading_again_keeps_the_question(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    enter(window)
    enter(window)
    press(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)

    assert "5 af 11 · Egen koordinering" in words_on(window)


def test_a_family_is_led_back_to_its_own_page(
    qtbot: QtBot, desk: Desk, bench: Bench, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    family = histories.family("Familien Bæk", lone, bench.add_citizen("Anna Bæk", "0101104444"))
    show(qtbot, desk, window, family.subject_id)
    assert "Passer det, registret ved om familien Bæk?" in words_on(window)
    page = window.pages.page()
    assert isinstance(page, AssessmentPage)
    page._frame.crumb_clicked.emit()

    assert place(window) == ("family", (family.id, "assessment"))


def test_who_does_not_exist_is_said(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    show(qtbot, desk, window, 999)

    assert FAILED_HEADING in words_on(window)


def test_the_list_of_questions_is_reached_by_arrows(window: MainWindow) -> None:
    way = window.findChild(WayList)
    assert way is not None
    way._lines[0].setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    enter(window)

    assert "2 af 11 · Fagenheder" in words_on(window)


def test_a_narrow_window_keeps_the_question_and_the_staircase(qtbot: QtBot, window: MainWindow) -> None:
    way = window.findChild(WayList)
    assert way is not None
    assert way.isVisible()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: not way.isVisible())

    assert "Det peger foreløbig på trin 1" in words_on(window)


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    assert nameless(window) == []
    enter(window)
    enter(window)
    assert nameless(window) == []
    for name in ASKED[1:]:
        press(window, KEYS[name])
        enter(window)
    press(window, 1)
    assert nameless(window) == []
    wait_until_idle(qtbot, desk)


def test_the_keys_are_listed(window: MainWindow) -> None:
    page = window.pages.page()
    assert page is not None
    assert {shortcut.keys for shortcut in page.shortcuts()} >= {"1-9", "Alt+1-9", "Return", "Backspace", "0-3"}
