"""Reduced minutes, plans, agendas and invitations hold nothing that the reader may not be shown."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.content_parts import ScoreContent, SubjectContent, ThemeContent, Uid
from koordinator.domain.invitation_content import AgendaLine, InvitationContent
from koordinator.domain.may_read import MayRead, together
from koordinator.domain.meeting import AgendaKind, PlaceKind
from koordinator.domain.minutes_content import AgendaContent, AttendeeContent, MinutesContent
from koordinator.domain.plan_content import PlanContent, ThemeScores
from koordinator.domain.reduced import neutral_invitation, reduced_agenda, reduced_minutes, reduced_plan
from koordinator.domain.snapshot import canonical_json
from tests.support.marked import MEMBERS, THEMES, Mark, Marks

FRAME: Final = (
    "sender",
    "approved_by",
    "next_meeting",
    "contacts",
    "appointment",
    "chair",
    "minute_taker",
    "coordinator",
    "attendees",
)
"""What has no theme and is about nothing: who the paper comes from, when and where, who was there."""
NOT_IN_FRAME: Final = ("answer_note", "written_contribution", "helps_with")
KEYS: Final = st.frozensets(st.sampled_from([theme.key for theme in THEMES]))


@st.composite
def readers(draw: st.DrawFn) -> MayRead:
    """A reader with at least one exception in what is common."""
    known = draw(st.lists(st.sampled_from(MEMBERS), unique=True))
    return MayRead(draw(KEYS.filter(bool)), {member: draw(KEYS) for member in known})


def may_be_shown(mark: Mark, may: MayRead) -> bool:
    """Said once more in other words than the rule's own."""
    if not mark.themed:
        place = mark.path.split(".")
        return place[1] in FRAME and place[-1] not in NOT_IN_FRAME
    if mark.member is None:
        return mark.theme is not None and mark.theme not in may.excepted
    held = may.members.get(Uid(mark.member))
    return held is not None and (not held or (mark.theme is not None and mark.theme not in held))


@given(readers())
def test_a_reduced_plan_holds_what_may_be_shown_and_nothing_else(may: MayRead) -> None:
    marks = Marks()
    plan = marks.of_content(PlanContent)
    coordinator = replace(plan.contacts[0], is_coordinator=True)
    text = canonical_json(reduced_plan(replace(plan, contacts=(coordinator,)), may))

    assert [mark for _, mark in marks.in_text(text) if not may_be_shown(mark, may)] == []
    themed = [word for word, mark in marks.found.items() if mark.themed and may_be_shown(mark, may)]
    assert [word for word in themed if word not in text] == []


@given(readers())
def test_reduced_minutes_hold_what_may_be_shown_and_nothing_else(may: MayRead) -> None:
    marks = Marks()
    minutes = marks.of_content(MinutesContent)
    minutes = replace(minutes, agenda=tuple(replace(item, kind=AgendaKind.OTHER) for item in minutes.agenda))
    text = canonical_json(reduced_minutes(minutes, may))

    assert [mark for _, mark in marks.in_text(text) if not may_be_shown(mark, may)] == []
    themed = [word for word, mark in marks.found.items() if mark.themed and may_be_shown(mark, may)]
    assert [word for word in themed if word not in text] == []


def test_a_fault_would_be_seen() -> None:
    marks = Marks()
    plan = marks.of_content(PlanContent)
    may = MayRead(frozenset({"finances"}))
    leaking = replace(reduced_plan(plan, may), strengths=plan.strengths, goals=plan.goals)

    found = [mark for _, mark in marks.in_text(canonical_json(leaking)) if not may_be_shown(mark, may)]

    assert {mark.path for mark in found} >= {"PlanContent.strengths", "PlanContent.goals.title"}


def test_the_welcome_and_the_next_meeting_are_for_everybody() -> None:
    may = MayRead(frozenset({"finances"}))
    kinds = (AgendaKind.WELCOME, AgendaKind.GOALS, AgendaKind.NEXT_MEETING)

    items = reduced_agenda(tuple(AgendaLine(kind, kind.value, 10) for kind in kinds), may)

    assert [line.title for line in items] == ["welcome", "", "next_meeting"]
    assert [line.withheld for line in items] == [False, True, False]
    assert sum(line.minutes for line in items) == 30


def test_what_is_withheld_of_minutes_keeps_its_number() -> None:
    marks = Marks()
    health, money = ThemeContent("health", "Helbred"), ThemeContent("finances", "Økonomi")
    items = tuple(AgendaContent(AgendaKind.OTHER, theme.name, 10, theme=theme) for theme in (money, health))
    minutes = replace(marks.of_content(MinutesContent), agenda=items)

    agenda = reduced_minutes(minutes, MayRead(frozenset({"finances"}))).agenda

    assert [(item.title, item.withheld) for item in agenda] == [("", True), ("Helbred", False)]


def test_a_goal_that_is_left_out_is_named_nowhere() -> None:
    plan = Marks().of_content(PlanContent)
    money = next(goal for goal in plan.goals if goal.theme == THEMES[2] and goal.member_uid is None)
    tied = tuple(replace(each, goal_uid=money.uid) for each in plan.agreements)
    efforts = tuple(replace(each, goal_uids=(money.uid,)) for each in plan.efforts)

    reduced = reduced_plan(replace(plan, agreements=tied, efforts=efforts), MayRead(frozenset({"finances"})))

    assert reduced.agreements
    assert str(money.uid) not in canonical_json(reduced)


def test_who_no_consent_covers_reads_neither_whom_nor_what_it_is_about() -> None:
    marks = Marks()
    content = marks.of_content(InvitationContent)
    at_home = replace(content, appointment=replace(content.appointment, place_kind=PlaceKind.HOME))

    text = canonical_json(neutral_invitation(at_home))

    shown = {mark.path.split(".")[1] for _, mark in marks.in_text(text)}
    assert shown == {"sender", "addressee", "coordinator", "own_texts"}
    assert "Familien" not in text
    assert neutral_invitation(replace(content, moved_from=None)).moved_from is None
    assert neutral_invitation(content).is_neutral


@pytest.mark.parametrize(
    ("may", "alone", "family"),
    [
        (MayRead(), True, False),
        (MayRead(frozenset({"health"})), False, False),
        (MayRead(members={MEMBERS[0]: frozenset(), MEMBERS[1]: frozenset()}), True, True),
        (MayRead(members={MEMBERS[0]: frozenset(), MEMBERS[1]: frozenset({"health"})}), True, False),
    ],
)
def test_a_reader_without_exceptions_reads_all(may: MayRead, alone: bool, family: bool) -> None:
    subject = Marks().of_content(PlanContent).subject

    assert may.shows_all(replace(subject, is_family=False)) is alone
    assert may.shows_all(subject) is family
    assert isinstance(subject, SubjectContent)


def test_together_nobody_is_shown_what_one_of_them_may_not_be() -> None:
    lone, anna = MEMBERS
    one = MayRead(frozenset({"health"}), {lone: frozenset({"work"}), anna: frozenset()})
    other = MayRead(frozenset({"finances"}), {lone: frozenset()})

    both = together([one, other])

    assert both == MayRead(frozenset({"health", "finances"}), {lone: frozenset({"work"})})
    assert not together([one, None]).shows(THEMES[0])
    assert together([None]).takes_part_in(AgendaKind.WELCOME, None)
    assert not together([None]).shows_all(Marks().of_content(PlanContent).subject)


def test_only_what_the_reader_sent_in_is_in_the_reduced_minutes() -> None:
    sent = (
        AttendeeContent("Kim Møller", answer_note="Syg", written_contribution="Anna trives"),
        AttendeeContent("Bo Thygesen", answer_note="Ferie", written_contribution="Lønnen"),
    )
    minutes, may = Marks().of_content(MinutesContent), MayRead(frozenset({"finances"}))

    kims = reduced_minutes(replace(minutes, attendees=sent), may, "Kim Møller").attendees
    nobodys = reduced_minutes(replace(minutes, attendees=sent), may).attendees
    namesakes = reduced_minutes(replace(minutes, attendees=(sent[0], sent[0])), may, "Kim Møller").attendees

    assert kims == (sent[0], AttendeeContent("Bo Thygesen"))
    assert nobodys == (AttendeeContent("Kim Møller"), AttendeeContent("Bo Thygesen"))
    assert namesakes == (AttendeeContent("Kim Møller"),) * 2


def test_a_number_for_a_theme_is_shown_when_the_theme_is_covered() -> None:
    plan, day = Marks().of_content(PlanContent), date(2026, 11, 21)
    numbers = (
        ScoreContent(day, 3),
        ScoreContent(day, 4, "Anna", MEMBERS[1]),
        ScoreContent(day, 5, "Karen", Uid("karen")),
    )
    health, money = (ThemeScores(ThemeContent(key, key), numbers) for key in ("health", "finances"))
    scored = replace(plan, theme_scores=(health, money, ThemeScores(ThemeContent("work", "work"), numbers[1:2])))

    shown = reduced_plan(scored, MayRead(frozenset({"finances"}), {MEMBERS[0]: frozenset()})).theme_scores

    assert shown == (ThemeScores(health.theme, (numbers[0], numbers[2])),)
