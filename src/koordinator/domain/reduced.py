"""What is left of minutes, a plan or an agenda for a reader with exceptions in the consent.

Each is built from nothing: only what is named here comes along, so that what a content holds one day more is held
back until somebody has thought about it. That something is left out is said, never what.
"""

from collections.abc import Iterator
from dataclasses import replace

from koordinator.domain.content_parts import AgreementContent, ContactCard, GoalContent, SubjectContent, Uid
from koordinator.domain.invitation_content import AgendaLine, InvitationContent
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import AgendaKind, PlaceKind
from koordinator.domain.minutes_content import AgendaContent, AttendeeContent, MinutesContent
from koordinator.domain.plan_content import EffortContent, PlanContent, ThemeScores


def reduced_minutes(minutes: MinutesContent, may: MayRead, reader: str = "") -> MinutesContent:
    """The minutes as the reader, one of the attendees by name, may have them.

    Who was asked and who came is told, but not why somebody else stayed away, nor what they sent; neither the summary,
    the citizen's evaluation nor the words of a correction, which are about everything.
    """
    goals = _goals(minutes.goals, may)
    shown = frozenset(goal.uid for goal in goals)
    return MinutesContent(
        uid=minutes.uid,
        sender=minutes.sender,
        subject=minutes.subject,
        number=minutes.number,
        kind=minutes.kind,
        appointment=minutes.appointment,
        opened_at=minutes.opened_at,
        closed_at=minutes.closed_at,
        chair=minutes.chair,
        minute_taker=minutes.minute_taker,
        coordinator=_card(minutes.coordinator) if minutes.coordinator else None,
        attendees=tuple(_attendees(minutes.attendees, reader)),
        citizen_took_part=minutes.citizen_took_part,
        agenda=tuple(_item(each, may) for each in minutes.agenda),
        since_last=_agreements(minutes.since_last, may, shown),
        agreements=_agreements(minutes.agreements, may, shown),
        pending=tuple(each for each in minutes.pending if may.shows(each.theme, each.member_uid)),
        goals=goals,
        new_goal_uids=tuple(uid for uid in minutes.new_goal_uids if uid in shown),
        next_meeting=minutes.next_meeting,
    )


def reduced_plan(plan: PlanContent, may: MayRead) -> PlanContent:
    """The plan as the reader may have it: without the words, contacts, plans and consents that have no theme."""
    goals = _goals(plan.goals, may)
    members = frozenset(member.uid for member in plan.subject.members)
    scored = (_theme_scores(each, may, members) for each in plan.theme_scores)
    shown = frozenset(goal.uid for goal in goals)
    return PlanContent(
        uid=plan.uid,
        sender=plan.sender,
        subject=plan.subject,
        number=plan.number,
        approved_on=plan.approved_on,
        approved_by=plan.approved_by,
        step=plan.step,
        theme_scores=tuple(each for each in scored if each.scores),
        goals=goals,
        efforts=tuple(_effort(each, shown) for each in plan.efforts if may.shows(each.theme, each.member_uid)),
        agreements=_agreements(plan.agreements, may, shown),
        pending=tuple(each for each in plan.pending if may.shows(each.theme, each.member_uid)),
        contacts=tuple(_card(each) for each in plan.contacts if each.is_coordinator or each.is_primary_caseworker),
        next_meeting=plan.next_meeting,
        from_on=plan.from_on,
        review_on=plan.review_on,
    )


def reduced_agenda(agenda: tuple[AgendaLine, ...], may: MayRead) -> tuple[AgendaLine, ...]:
    """The agenda with only the time left of what the reader takes no part in."""
    return tuple(
        line
        if may.takes_part_in(line.kind, line.theme)
        else AgendaLine(AgendaKind.OTHER, "", line.minutes, withheld=True)
        for line in agenda
    )


def neutral_invitation(content: InvitationContent) -> InvitationContent:
    """That there is a meeting, when, and whom to call: neither whom nor what it is about, nor who else is asked."""
    at_home = content.appointment.place_kind is PlaceKind.HOME
    return InvitationContent(
        sender=content.sender,
        subject=SubjectContent(Uid(""), "", is_family=False, members=()),
        addressee=content.addressee,
        kind=content.kind,
        appointment=replace(content.appointment, place="" if at_home else content.appointment.place),
        made_on=content.made_on,
        coordinator=_card(content.coordinator) if content.coordinator else None,
        moved_from=replace(content.moved_from, reason="") if content.moved_from else None,
        cancelled=content.cancelled,
        is_neutral=True,
        own_texts=content.own_texts,
    )


def _attendees(attendees: tuple[AttendeeContent, ...], reader: str) -> Iterator[AttendeeContent]:
    """What the readers sent themselves stays; where two have the name nobody can tell whose it is, and neither does."""
    own = [each for each in attendees if each.name == reader]
    for each in attendees:
        yield each if [each] == own else replace(each, answer_note="", written_contribution="")


def _theme_scores(theme: ThemeScores, may: MayRead, members: frozenset[Uid]) -> ThemeScores:
    """What a member says of it is the member's own matter."""
    whose = ((each, each.who_uid if each.who_uid in members else None) for each in theme.scores)
    return ThemeScores(theme.theme, tuple(each for each, uid in whose if may.shows(theme.theme, uid)))


def _item(item: AgendaContent, may: MayRead) -> AgendaContent:
    if may.takes_part_in(item.kind, item.theme):
        return item
    return AgendaContent(AgendaKind.OTHER, "", 0, withheld=True)


def _agreements(
    agreements: tuple[AgreementContent, ...], may: MayRead, goals: frozenset[Uid]
) -> tuple[AgreementContent, ...]:
    shown = (each for each in agreements if may.shows(each.theme, each.member_uid))
    return tuple(each if each.goal_uid in goals else replace(each, goal_uid=None) for each in shown)


def _goals(goals: tuple[GoalContent, ...], may: MayRead) -> tuple[GoalContent, ...]:
    return tuple(goal for goal in goals if may.shows(goal.theme, goal.member_uid))


def _effort(effort: EffortContent, goals: frozenset[Uid]) -> EffortContent:
    return replace(effort, goal_uids=tuple(uid for uid in effort.goal_uids if uid in goals))


def _card(card: ContactCard) -> ContactCard:
    return replace(card, helps_with="")
