"""What must get done, as it comes onto the agenda."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.agenda_proposals import (
    Proposal,
    ProposalKind,
    Unsettled,
    place_under,
    points_in,
    points_left,
    proposals,
)
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.ids import (
    AgreementId,
    CaseFileId,
    CitizenId,
    DepartmentId,
    EffortId,
    EmployeeId,
    GoalId,
    OtherPlanId,
    ThemeId,
)
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.meeting import AgendaItem, AgendaKind
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import CaseFile, CaseStatus, Effort, OtherPlan
from tests.domain.meetings import DAY, KIM, a_goal, an_agreement, an_item

LONE = Party(PartyKind.CITIZEN, 1)
UNTIL = DAY + timedelta(days=90)
NOTHING = Unsettled(DAY, UNTIL)


def kinds(unsettled: Unsettled) -> list[ProposalKind]:
    return [each.kind for each in proposals(unsettled, ())]


def test_the_citizens_points_come_first_each_for_itself() -> None:
    unsettled = replace(
        NOTHING,
        citizens_points="- Morgenerne er kaos\n\n2. Ferien\n  • Penge",
        speaker=LONE,
        goals=(a_goal(),),
    )

    found = proposals(unsettled, ())

    assert [each.about for each in found] == ["Morgenerne er kaos", "Ferien", "Penge", "Mål 1"]
    assert found[0].who == LONE
    assert (found[0].under, found[0].item_kind) == (AgendaKind.CITIZENS_WORDS, AgendaKind.CITIZENS_WORDS)
    assert (found[-1].under, found[-1].item_kind) == (AgendaKind.GOALS, AgendaKind.OTHER)


@given(st.text())
def test_points_are_lines_that_fit_a_title(words: str) -> None:
    for point in points_in(words):
        assert 0 < len(point) <= 200
        assert point.strip() == point


def test_agreements_by_how_they_stand() -> None:
    open_one = replace(an_agreement(1), due_on=DAY + timedelta(days=5), employee_id=KIM)
    late = replace(an_agreement(2), due_on=DAY - timedelta(days=5), goal_id=GoalId(7))
    broken = replace(an_agreement(3), theme_id=ThemeId(2))
    goal = replace(a_goal(7), theme_id=ThemeId(4), status=GoalStatus.REACHED)
    unsettled = replace(NOTHING, agreements=(open_one, late, broken), asking=frozenset({AgreementId(3)}), goals=(goal,))

    another, overdue, still_open = proposals(unsettled, ())

    assert (another.kind, another.theme_id, another.minutes) == (ProposalKind.ANOTHER_WAY, ThemeId(2), 10)
    assert (overdue.kind, overdue.theme_id, overdue.on) == (ProposalKind.OVERDUE, ThemeId(4), late.due_on)
    assert (still_open.kind, still_open.who) == (ProposalKind.OPEN, Party(PartyKind.EMPLOYEE, KIM))
    assert another.under is AgendaKind.SINCE_LAST
    assert open_one.status is AgreementStatus.OPEN


def test_loose_ends_are_efforts_and_goals_that_nothing_ties() -> None:
    efforts = tuple(Effort(EffortId(n), CitizenId(1), f"Indsats {n}") for n in (1, 2, 3))
    over = replace(efforts[2], until_on=DAY)
    unsettled = replace(
        NOTHING,
        efforts=(*efforts[:2], over),
        goals=(a_goal(1), a_goal(2), replace(a_goal(3), status=GoalStatus.PUT_ASIDE)),
        tied_efforts=frozenset({EffortId(1)}),
        tied_goals=frozenset({GoalId(1)}),
    )

    assert [(each.kind, each.about) for each in proposals(unsettled, ())] == [
        (ProposalKind.EFFORT_WITHOUT_GOAL, "Indsats 2"),
        (ProposalKind.GOAL_WITHOUT_EFFORT, "Mål 2"),
    ]


def a_case(number: int, **fields: object) -> CaseFile:
    case = CaseFile(CaseFileId(number), f"26-{number}", CitizenId(1), DepartmentId(1))
    return replace(case, **fields)  # type: ignore[arg-type]


def test_deadlines_before_the_next_meeting_cannot_wait() -> None:
    soon, later = DAY + timedelta(days=10), UNTIL + timedelta(days=1)
    cases = (
        a_case(1, deadline_on=soon, caseworker_id=EmployeeId(2), title="Bostøtte"),
        a_case(2, deadline_on=later, answer_due_on=soon - timedelta(days=1)),
        a_case(3, deadline_on=later),
        a_case(4, deadline_on=soon, status=CaseStatus.CLOSED),
        a_case(5, answer_due_on=soon, answered_on=DAY),
        a_case(6),
    )
    plans = (
        OtherPlan(OtherPlanId(1), CitizenId(1), "Min Plan", follow_up_on=soon),
        OtherPlan(OtherPlanId(2), CitizenId(1), "Ungeplan", follow_up_on=later),
        OtherPlan(OtherPlanId(3), CitizenId(1), "Handleplan", follow_up_on=soon, until_on=DAY),
        OtherPlan(OtherPlanId(4), CitizenId(1), "Børneplan"),
    )

    found = proposals(replace(NOTHING, cases=cases, other_plans=plans), ())

    assert [(each.about, each.on) for each in found] == [
        ("26-2", soon - timedelta(days=1)),
        ("Bostøtte", soon),
        ("Min Plan", soon),
    ]
    assert found[1].who == Party(PartyKind.EMPLOYEE, 2)


def test_what_is_on_the_agenda_is_not_proposed_again() -> None:
    unsettled = replace(NOTHING, goals=(a_goal(1), a_goal(2)))
    (first, second) = proposals(unsettled, ())

    assert proposals(unsettled, (replace(an_item(1, 1), origin=first.origin),)) == (second,)


def test_points_that_are_on_the_agenda_are_not_left() -> None:
    (first, _second) = proposals(replace(NOTHING, citizens_points="Ferien\nPenge"), ())

    assert points_left("Ferien\nPenge", (replace(an_item(1, 1), origin=first.origin),)) == ("Penge",)


def item(number: int, kind: AgendaKind, origin: str = "") -> AgendaItem:
    return replace(an_item(number, number), kind=kind, origin=origin)


def test_a_proposal_stands_below_what_it_belongs_to() -> None:
    agenda = (
        item(1, AgendaKind.WELCOME),
        item(2, AgendaKind.CITIZENS_WORDS),
        item(3, AgendaKind.CITIZENS_WORDS, "point:Ferien"),
        item(4, AgendaKind.SINCE_LAST),
        item(5, AgendaKind.NEXT_MEETING),
    )

    assert place_under(agenda, AgendaKind.CITIZENS_WORDS) == 4
    assert place_under(agenda, AgendaKind.SINCE_LAST) == 5
    assert place_under(agenda, AgendaKind.GOALS) == 5
    assert place_under(agenda[:4], AgendaKind.GOALS) == 5
    assert place_under((), AgendaKind.GOALS) == 1
    assert place_under(agenda[:3], AgendaKind.CITIZENS_WORDS) == 4


def test_a_day_orders_within_a_kind() -> None:
    late = [replace(an_agreement(n), due_on=date(2026, 11, 20 - n)) for n in (1, 2)]

    first, second = proposals(replace(NOTHING, agreements=tuple(late)), ())

    assert (first.origin, second.origin) == ("agreement:2", "agreement:1")
    assert isinstance(first, Proposal)
    assert kinds(NOTHING) == []
