"""What stands beside an assessment: last time answer by answer, a family's members, the way in a menu, what follows."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_model import OptionKey
from koordinator.domain.citizen import Citizen, FamilyMembership, FamilyRole, LeaveReason, PrimaryCaseworkerPeriod
from koordinator.domain.draft import Draft
from koordinator.domain.ids import RowId
from koordinator.domain.steps import Step
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.assessment.family_state import family_view
from koordinator.ui.pages.assessment.view_state import decision_view, question_view, result_view
from koordinator.ui.tabs.dialogs.choose_employee import EmployeeDialog
from koordinator.usecases.assessments import AssessmentFile
from koordinator.usecases.family_background import (
    ElsewhereRelative,
    FamilyBackground,
    LeftMember,
    MemberStanding,
    SiblingCaseworker,
)
from tests.domain.assessments import LONE, STANDARD_TEXT
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench
from tests.ui.office_window import place, wait_until_idle, when_dialog_opens
from tests.ui.pages.assessment.files import FAMILY, LONE_BAEK, MARCH, begun, key, locked, with_last
from tests.ui.pages.assessment.hands import CTRL, answer_all, enter, open_again, press, show, tab_to, words_on
from tests.ui.parts import nameless

SELF = key("self_coordination")
OTHER_MODEL = STANDARD_TEXT.replace('"stability"', '"calm"').replace('label = "Stabilitet"', 'label = "Ro i hverdagen"')
OLIVER = replace(LONE_BAEK, name="Oliver Bæk")
NOBODY = FamilyBackground((), has_children=False, left=(), elsewhere=(), siblings_apart=(), employees={})


def by_another_model(made: Assessment) -> Assessment:
    """The same answers, by a version that asked about calm and not about stability."""
    moved = tuple(replace(each, parameter=key("calm")) if each.parameter == "stability" else each
                  for each in made.answers)  # fmt: skip
    return replace(made, model_text=OTHER_MODEL, model_version="0", answers=moved)


def with_last_answer(option: str, citizens: str = "", note: str = "") -> AssessmentFile:
    file = with_last(begun(), LONE, Step.MEETINGS)
    assert file.last is not None
    answer = Answer(SELF, OptionKey(option), OptionKey(citizens) if citizens else None, note)
    others = tuple(each for each in file.last.answers if each.parameter != SELF)
    return replace(file, last=replace(file.last, answers=(*others, answer)))


def test_last_time_is_said_with_the_citizens_answer_and_the_note() -> None:
    view = question_view(with_last_answer("partly", "fully", "Glemte to aftaler"), SELF)

    assert (
        view.last == "Sidst (3. marts 2026): »Kun delvist«. Lone svarede »Ja, uden problemer«. Note: Glemte to aftaler"
    )
    assert question_view(with_last_answer("partly"), SELF).last == "Sidst (3. marts 2026): »Kun delvist«."
    assert question_view(begun(), SELF).last == ""


def test_answers_of_another_version_are_named_as_new_and_gone() -> None:
    file = with_last(begun(), LONE, Step.MEETINGS)
    assert file.last is not None
    file = replace(file, last=by_another_model(file.last))

    view = result_view(file)

    assert view.differences == (
        "Stabilitet: nyt spørgsmål, nu »Lidt urolig«",
        "Ro i hverdagen: før »Lidt urolig«, spørges der ikke om længere",
    )
    assert question_view(file, key("stability")).last == "Spørgsmålet er nyt siden sidst, da Lone blev vurderet."
    assert "Fagenheder: »Fire«, som sidst" in view.same
    assert len(view.same) == 10


def test_the_other_ways_to_another_step_are_there_on_demand() -> None:
    view = result_view(begun())

    assert len(view.changes) == 3
    assert len(view.more_changes) == 2
    assert not set(view.changes) & set(view.more_changes)


def test_the_decision_knows_where_the_subject_is() -> None:
    view = decision_view(with_last(begun(), LONE, Step.ALIGNMENT))

    assert (view.now, view.name) == (Step.ALIGNMENT, "Lone")


def a_family(*members: MemberStanding, **said: object) -> AssessmentFile:
    background = replace(NOBODY, members=members, **said)  # type: ignore[arg-type]
    return replace(begun(), people=FAMILY, family=background)


def test_each_members_answer_stands_beside_the_question_by_its_own_model() -> None:
    last = locked(begun().assessment.with_answer(Answer(SELF, OptionKey("partly"), OptionKey("fully"))), 9,
                  Step.MEETINGS, date(2026, 3, 12))  # fmt: skip
    anna = replace(LONE_BAEK, name="Anna Bæk")
    file = a_family(
        MemberStanding(OLIVER, Step.MEETINGS, last),
        MemberStanding(anna, None, by_another_model(last)),
        MemberStanding(LONE_BAEK, None, None),
    )

    assert question_view(file, SELF).members == (
        "Sidst vurderet hver for sig – Oliver: »Kun delvist«, siger selv »Ja, uden problemer« (12.03.2026) · "
        "Anna: »Kun delvist«, siger selv »Ja, uden problemer« (12.03.2026)"
    )
    assert question_view(file, key("stability")).members == (
        "Sidst vurderet hver for sig – Oliver: »Lidt urolig« (12.03.2026)"
    )
    assert question_view(begun(), SELF).members == ""
    view = family_view(file.family)
    assert view is not None
    assert view.members == (
        "Oliver: trin 2, vurderet for sig 12.03.2026",
        "Anna: vurderet for sig 12.03.2026",
        "Lone: ikke vurderet for sig",
    )


def test_who_is_not_in_the_family_is_said() -> None:
    left = (LeftMember(OLIVER, MARCH, LeaveReason.DIED), LeftMember(OLIVER, MARCH, LeaveReason.OTHER))
    file = a_family(
        MemberStanding(LONE_BAEK, None, None), left=left, elsewhere=(ElsewhereRelative(OLIVER, "Familien Holm"),)
    )

    view = family_view(file.family)

    assert view is not None
    assert view.remarks == (
        "Oliver er ikke længere med i familien: død (03.03.2026). Sager og kontaktpersoner tæller ikke med.",
        "Oliver er ikke længere med i familien (03.03.2026). Sager og kontaktpersoner tæller ikke med.",
        "Oliver er i nær familie, men hører til familien Holm. Sagerne tæller med dér.",
        "Der er ingen børn i familien.",
    )


def test_an_empty_family_says_what_to_do_and_a_citizen_has_none() -> None:
    view = family_view(NOBODY)

    assert view is not None
    assert view.remarks[0].startswith("Familien har ingen medlemmer endnu.")
    assert family_view(None) is None


def test_siblings_are_told_with_who_they_have() -> None:
    apart = (SiblingCaseworker(OLIVER, None), SiblingCaseworker(LONE_BAEK, None))
    view = family_view(replace(NOBODY, siblings_apart=apart))

    assert view is not None
    assert view.apart is not None
    assert view.apart.proposed is None
    assert "Oliver har ingen og Lone har ingen" in view.apart.remark


@pytest.fixture
def children(bench: Bench, desk: Desk, histories: Histories, lone: Citizen) -> tuple[Citizen, Citizen]:
    """Lone's, each with a fast sagsbehandler of their own."""
    family = histories.family("Familien Bæk", lone)
    oliver, anna = bench.add_citizen("Oliver Bæk", ""), bench.add_citizen("Anna Bæk", "")
    for child, name in ((oliver, "Ida Mikkelsen"), (anna, "Bo Thygesen")):
        histories.add(FamilyMembership(RowId(0), family.id, child.id, FamilyRole.CHILD, days_ago(300)))
        desk.services.primary_caseworkers.choose(desk.actor, child.id, histories.employee(name).id)
    return oliver, anna


def test_siblings_get_one_caseworker_from_the_assessment(
    qtbot: QtBot, desk: Desk, histories: Histories, children: tuple[Citizen, Citizen], window: MainWindow
) -> None:
    (family,) = {row.family_id for row in histories.all(FamilyMembership)}
    subject = desk.services.families.open(desk.actor, family).members.family.subject_id
    show(qtbot, desk, window, subject)
    assert "I familien" in words_on(window)
    assert nameless(window) == []

    when_dialog_opens(EmployeeDialog, lambda dialog: dialog.accept())
    tab_to(window, "Vælg én til alle")
    enter(window)
    wait_until_idle(qtbot, desk)

    assert len({row.employee_id for row in histories.all(PrimaryCaseworkerPeriod, until_on=None)}) == 1
    assert not any(said.startswith("Søskende har ikke") for said in words_on(window))


def test_the_way_is_a_menu_wherever_one_is(qtbot: QtBot, window: MainWindow) -> None:
    enter(window)
    press(window, Qt.Key.Key_G, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (stability,) = [act for act in menu.actions() if act.text() == "Stabilitet"]
    assert [act.text() for act in menu.actions() if act.isChecked()] == ["Kompleksitet"]
    stability.trigger()
    menu.close()

    assert "9 af 11 · Stabilitet" in words_on(window)


def test_another_step_that_was_chosen_stands_there_again_with_its_reason(
    qtbot: QtBot, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    answer_all(window)
    wait_until_idle(qtbot, desk)
    press(window, 1)
    assert "Når du låser, er Lone på trin 1 fra i dag." in words_on(window)
    wait_until_idle(qtbot, desk)
    assert [(draft.field, draft.text) for draft in histories.all(Draft)] == [("step", "1")]

    open_again(qtbot, desk, window, lone)

    assert "Når du låser, er Lone på trin 1 fra i dag." in words_on(window)
    assert "Hvorfor vælger du et andet trin?" in words_on(window)


def test_what_follows_is_done_with_one_press_and_the_page_is_beside_it(
    qtbot: QtBot, desk: Desk, lone: Citizen, window: MainWindow
) -> None:
    answer_all(window)
    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    assert "Lone er på trin 2 fra i dag." in words_on(window)
    tab_to(window, "Gå til Lone")
    enter(window)
    assert place(window) == ("citizen", lone.id)


def test_stepping_down_is_as_plain_as_stepping_up(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    histories.course(lone.subject_id, Step.ONE_CASEWORK)
    open_again(qtbot, desk, window, lone)
    answer_all(window)
    assert "Når du låser, går Lone ned fra trin 3 til trin 2." in words_on(window)
    tab_to(window, "Lås: ned til trin 2")
    enter(window)
    wait_until_idle(qtbot, desk)

    assert "Lone går ned fra trin 3 til trin 2 fra i dag." in words_on(window)


def test_on_a_family_of_trin_3_a_member_is_led_to_the_page(
    qtbot: QtBot, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    family = histories.family("Familien Bæk", lone)
    histories.course(family.subject_id, Step.ONE_CASEWORK)
    press(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)
    answer_all(window)
    assert "Når du låser, bliver Lone i forløbet for familien Bæk." in words_on(window)
    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    assert any(said.startswith("Lone er fortsat med i forløbet for familien Bæk.") for said in words_on(window))
    enter(window)

    assert place(window) == ("citizen", lone.id)


def test_one_comes_back_to_where_one_was(
    qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen, window: MainWindow
) -> None:
    other = bench.add_citizen("Kim Dam", "")
    enter(window)
    press(window, 2)
    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    assert "6 af 11 · Sammenhæng" in words_on(window)

    show(qtbot, desk, window, other.subject_id)
    assert "Passer det, registret ved om Kim?" in words_on(window)
    show(qtbot, desk, window, lone.subject_id)

    assert "6 af 11 · Sammenhæng" in words_on(window)
