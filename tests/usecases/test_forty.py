"""Forty at the table: everybody gets what is theirs, in one file and one mail, and nobody's name is a burden."""

import pytest

from koordinator.documents.ics_reply import ReplyFiles
from koordinator.domain.ids import EmployeeId
from koordinator.domain.invitation import InvitationWay, invited_with
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import PaperKind
from koordinator.usecases.invitations import Invitations
from koordinator.usecases.ports_diary import DiaryScope
from tests.documents.press import MAKERS
from tests.support.histories import counted_statements
from tests.support.itip import checked_invitation
from tests.support.meeting_world import SOON, MeetingWorld, citizen_party, employee_party

EVERY_WAY = frozenset(InvitationWay)


@pytest.fixture
def forty(world: MeetingWorld) -> MeetingWorld:
    with world.bench.office.aside() as tx:
        keys = [
            tx.of(Employee)
            .add(Employee(EmployeeId(0), f"Fagperson {n} med et langt, langt navn", f"fag{n}@lilleby.example"))
            .id
            for n in range(39)
        ]
    parties = (citizen_party(world.lone.id), *map(employee_party, keys))
    world.meetings.plan(world.actor, world.subject_id, SOON, parties)
    return world


def test_everybody_is_invited_at_once(forty: MeetingWorld) -> None:
    invitations = Invitations(forty.bench.office, MAKERS, ReplyFiles())
    (meeting_id,) = [row.id for row in forty.follow_up.meetings(forty.actor, DiaryScope())]

    invited = invitations.invite(forty.actor, meeting_id, EVERY_WAY)

    kinds = [paper.kind for paper in invited.papers]
    assert kinds == [*[PaperKind.INVITATION] * 40, PaperKind.CALENDAR_FILE, PaperKind.MAIL_DRAFT]
    calendar = forty.papers.open(forty.actor, invited.papers[40].id).content
    assert len(checked_invitation(calendar).all("ATTENDEE")) == 39
    ways = [len(invited_with(invited.file.invitations, each)) for each in invited.file.participants]
    assert ways == [1, *[3] * 39]
    assert invited.file.table.is_crowded
    assert len(invited.file.table.professionals) == 39


def test_opening_it_takes_no_more_statements_than_opening_a_small_one(forty: MeetingWorld) -> None:
    (many,) = [row.id for row in forty.follow_up.meetings(forty.actor, DiaryScope())]
    few = forty.planned().meeting.id

    with counted_statements() as for_few:
        forty.meetings.open(forty.actor, few)
    with counted_statements() as for_many:
        forty.meetings.open(forty.actor, many)

    assert for_many.statements <= for_few.statements
