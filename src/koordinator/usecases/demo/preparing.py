"""Before a meeting of the town: the talk with the citizen, the agenda that comes of it, and calling people."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from koordinator.domain.agenda_proposals import ProposalKind
from koordinator.domain.ids import MeetingId, RowId
from koordinator.domain.invitation import InvitationWay
from koordinator.domain.meeting import AgendaKind, InvitationAnswer, PlaceKind, Preparation
from koordinator.usecases.agenda_facts import TakenUp
from koordinator.usecases.demo.acts import Cast
from koordinator.usecases.invitations import USUAL_WAYS

_FOR_EVERYBODY: Final = frozenset({AgendaKind.CITIZENS_WORDS, AgendaKind.EFFORTS})
_TURN_OF_THE_ABSENT: Final = 3


def prepare(cast: Cast, meeting_id: MeetingId) -> None:
    """The talk with the citizen before anybody is invited."""
    meetings, actor = cast.office.services.meetings, cast.actor
    file = meetings.open(actor, meeting_id)
    start = file.preparation or Preparation(RowId(0), meeting_id)
    at_home = file.meeting.place_kind is PlaceKind.HOME
    meetings.prepare(
        actor,
        replace(
            start,
            wants_to_discuss=cast.theme.wish,
            wants_present=cast.words.wants_present,
            must_not_be_discussed=cast.words.must_not_be_discussed,
            place_wish=cast.words.place_wish if at_home else "",
            place_kind=file.meeting.place_kind,
        ),
    )
    for item in file.agenda:
        if item.kind in _FOR_EVERYBODY:
            meetings.save_item(actor, replace(item, theme_id=cast.office.themes["general"]))


def prepare_and_invite(cast: Cast, meeting_id: MeetingId) -> None:
    """Both on one day."""
    prepare(cast, meeting_id)
    invite(cast, meeting_id)


def agree_on_agenda(cast: Cast, meeting_id: MeetingId) -> None:
    """The citizen's points on the agenda, a helper who presents an item, and whom the citizen wants there or not."""
    meetings, actor = cast.office.services.meetings, cast.actor
    points = [each for each in meetings.propose(actor, meeting_id) if each.kind is ProposalKind.CITIZENS_POINT]
    general = cast.office.themes["general"]
    taken = tuple(TakenUp(replace(each, theme_id=general), each.about) for each in points)
    file = meetings.take_up(actor, meeting_id, taken)
    presenter = file.participants[-1].id
    for item in file.agenda:
        if item.kind is AgendaKind.EFFORTS:
            meetings.save_item(actor, replace(item, presenter_id=presenter))
    meetings.wish(actor, meeting_id, (cast.helper(1),), wanted=True)
    meetings.wish(actor, meeting_id, (cast.helper(3),), wanted=False)


def invite(cast: Cast, meeting_id: MeetingId, answers: int = 9, ways: AbstractSet[InvitationWay] = USUAL_WAYS) -> None:
    """The invitations, and the first few answers; who cannot come sends some words instead."""
    services, actor = cast.office.services, cast.actor
    file = services.invitations.invite(actor, meeting_id, frozenset(ways)).file
    for turn, participant in enumerate(file.participants[:answers]):
        is_absent = turn == _TURN_OF_THE_ABSENT
        said = InvitationAnswer.NO if is_absent else InvitationAnswer.YES
        services.meetings.answer(actor, participant.id, said, cast.words.cannot_come if is_absent else "")
        if is_absent:
            services.meetings.contribute(actor, participant.id, cast.words.sends_instead)
