"""What a copy leaves out is what the whole has and the copy has not, each kind by its theme."""

from dataclasses import replace
from datetime import date, time
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.content_parts import AppointmentContent, GoalContent, Sender, SubjectContent, ThemeContent, Uid
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.left_out import (
    LeftOut,
    LeftOutThing,
    WhyLeftOut,
    left_out_items,
    left_out_of_minutes,
    left_out_of_plan,
    left_to_professionals,
)
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import AgendaKind, MeetingKind, PlaceKind
from koordinator.domain.minutes_content import AgendaContent, AttendeeContent, EvaluationContent, MinutesContent
from koordinator.domain.plan_content import (
    ConsentContent,
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
)
from koordinator.domain.reduced import reduced_minutes, reduced_plan
from tests.support.marked import Marks

MONEY: Final = ThemeContent("finances", "Økonomi")
HEALTH: Final = ThemeContent("health", "Helbred")
SENDER: Final = Sender("", "", "")
ANNA: Final = Uid("anna")
LONE: Final = SubjectContent(Uid("lone"), "Lone Bæk", is_family=False, members=())
PLAN: Final = PlanContent(Uid("plan"), SENDER, LONE, 1, date(2026, 11, 21))
KEYS: Final = st.frozensets(st.sampled_from(("general", "health", "finances")))


def goal(uid: str, theme: ThemeContent | None = None, member: Uid | None = None) -> GoalContent:
    return GoalContent(Uid(uid), uid, "", "", "", GoalStatus.ACTIVE, member, (), (), theme=theme)


def test_each_kind_is_counted_by_its_theme() -> None:
    whole = replace(
        PLAN,
        goals=(goal("1", MONEY), goal("2", MONEY), goal("3", HEALTH), goal("4")),
        own_words="Jeg vil selv",
        members=(MemberPartContent(ANNA, own_words="Også mig"),),
        theme_scores=(ThemeScores(ThemeContent("finances", "Økonomi"), ()),),
    )

    left_out = left_out_of_plan(whole, reduced_plan(whole, MayRead(frozenset({"finances"}))), WhyLeftOut.CONSENT)

    assert left_out == (
        LeftOut(LeftOutThing.GOALS, 2, WhyLeftOut.CONSENT, "Økonomi"),
        LeftOut(LeftOutThing.GOALS, 1, WhyLeftOut.CONSENT),
        LeftOut(LeftOutThing.OWN_WORDS, 2, WhyLeftOut.CONSENT),
    )


def test_what_is_another_members_is_left_out_of_ones_copy() -> None:
    whole = replace(
        PLAN,
        goals=(goal("1"), goal("2", member=ANNA), goal("3", member=Uid("bo"))),
        other_plans=(OtherPlanContent("Jobplan", member_uid=Uid("bo")),),
        consents=(ConsentContent("Planen", "Alle", member_uid=Uid("bo")),),
    )

    left_out = left_out_of_plan(whole, whole.for_member(ANNA), WhyLeftOut.OTHER_MEMBER)

    assert [(each.what, each.count) for each in left_out] == [
        (LeftOutThing.GOALS, 1),
        (LeftOutThing.OTHER_PLANS, 1),
        (LeftOutThing.CONSENTS, 1),
    ]


def test_which_act_and_who_pays_is_left_to_professionals() -> None:
    efforts = (EffortContent("Støtte", legal_basis="SEL § 85"), EffortContent("Praktik", paid_by="Job"))

    assert left_to_professionals(PLAN) == ()
    assert left_to_professionals(replace(PLAN, efforts=(*efforts, EffortContent("Kursus")))) == (
        LeftOut(LeftOutThing.LEGAL_BASES, 2, WhyLeftOut.PROFESSIONALS_ONLY),
    )


def test_what_is_taken_out_of_minutes_is_said() -> None:
    at = AppointmentContent(Uid("m"), date(2026, 11, 21), time(13), 60, PlaceKind.HOME, "")
    items = (AgendaContent(AgendaKind.WELCOME, "", 5), AgendaContent(AgendaKind.OTHER, "Gæld", 10, theme=MONEY))
    whole = MinutesContent(
        *(Uid("m"), SENDER, LONE, 2, MeetingKind.COORDINATION, at),
        agenda=items,
        attendees=(AttendeeContent("Kim", written_contribution="Jeg kan ikke"), AttendeeContent("Bo")),
        summary="Vi talte",
        evaluation=EvaluationContent(asked=True),
        correction="Navnet var forkert",
    )

    left_out = left_out_of_minutes(whole, reduced_minutes(whole, MayRead(frozenset({"finances"}))))

    assert [(each.what, each.count, each.theme) for each in left_out] == [
        (LeftOutThing.AGENDA_ITEMS, 1, "Økonomi"),
        (LeftOutThing.SUMMARY, 1, ""),
        (LeftOutThing.EVALUATION, 1, ""),
        (LeftOutThing.CONTRIBUTIONS, 1, ""),
        (LeftOutThing.CORRECTION, 1, ""),
    ]
    assert left_out_items(items, WhyLeftOut.NO_CONSENT)[1].why is WhyLeftOut.NO_CONSENT


@given(KEYS.filter(bool))
def test_what_is_shown_and_what_is_left_out_are_the_whole(excepted: frozenset[str]) -> None:
    plan = Marks().of_content(PlanContent)
    copy = reduced_plan(plan, MayRead(excepted))
    counted = dict.fromkeys(LeftOutThing, 0)
    for each in left_out_of_plan(plan, copy, WhyLeftOut.CONSENT):
        counted[each.what] += each.count

    for thing in (LeftOutThing.GOALS, LeftOutThing.AGREEMENTS, LeftOutThing.EFFORTS, LeftOutThing.CONTACTS):
        name = thing.value
        assert len(getattr(copy, name)) + counted[thing] == len(getattr(plan, name))
