"""A draft knows where it was typed."""

from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.ids import EmployeeId, RowId
from tests.domain.meetings import MOMENT


def test_a_draft_knows_its_place() -> None:
    draft = Draft(RowId(1), EmployeeId(1), "meeting", 4, "summary", 2, "Kort", MOMENT)

    assert draft.place == DraftPlace("meeting", 4, "summary")
