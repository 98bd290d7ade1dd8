"""Whom the citizen wants there, and whom not."""

from dataclasses import replace

from koordinator.domain.ids import MeetingId, ParticipantId, RowId
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.presence_wish import PresenceWish, not_wanted, there_against_wish
from tests.domain.meetings import KIM, METTE, a_participant

NOT_KIM = PresenceWish(RowId(1), MeetingId(1), wanted=False, employee_id=KIM)
WITH_METTE = PresenceWish(RowId(2), MeetingId(1), wanted=True, employee_id=METTE)


def test_who_is_not_wanted_and_there_all_the_same_is_found() -> None:
    kim = replace(a_participant(1), employee_id=KIM)
    mette = replace(a_participant(2), id=ParticipantId(2), employee_id=METTE)
    wishes = (NOT_KIM, WITH_METTE, PresenceWish(RowId(3), MeetingId(1), wanted=False))

    assert not_wanted(wishes) == {Party(PartyKind.EMPLOYEE, KIM)}
    assert there_against_wish(wishes, (kim, mette)) == (kim,)
    assert there_against_wish(wishes, (mette,)) == ()
