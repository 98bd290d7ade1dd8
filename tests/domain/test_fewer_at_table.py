"""Færre om bordet."""

from dataclasses import replace

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.fewer_at_table import the_table
from koordinator.domain.ids import EmployeeId, ParticipantId
from koordinator.domain.meeting import InvitationAnswer, Participant
from tests.domain.meetings import a_participant, an_agreement, an_item


def professional(number: int) -> Participant:
    return replace(a_participant(number), id=ParticipantId(number), employee_id=EmployeeId(number))


FOUR = tuple(professional(number) for number in range(1, 5))


def test_who_presents_promises_or_leads_has_something_to_do() -> None:
    item = replace(an_item(1, 1), presenter_id=ParticipantId(2))
    promise = replace(an_agreement(), employee_id=EmployeeId(3))
    kept = replace(an_agreement(), employee_id=EmployeeId(4), status=AgreementStatus.DONE)

    table = the_table(FOUR, FOUR[:1], (item,), (promise, kept), 3)

    assert table.without_item == FOUR[3:]
    assert table.is_crowded


def test_who_has_said_no_does_not_sit_there() -> None:
    table = the_table((*FOUR[:3], replace(FOUR[3], answer=InvitationAnswer.NO)), (), (), (), 3)

    assert table.professionals == FOUR[:3]
    assert not table.is_crowded
    assert table.without_item == FOUR[:3]
