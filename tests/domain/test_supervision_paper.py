"""What the supervision report counts, and how much a number is of its whole."""

from koordinator.domain.supervision import ALL_COUNTS, TOTAL, WHOLE_OF, CountName, SupervisionRow
from koordinator.domain.supervision_paper import HELD_AGAINST, PAPER_COUNTS, share

PART, WHOLE = CountName.STEP2_WITH_MEETING, CountName.COURSES_STEP2


def test_every_number_is_counted_once_and_with_what_it_is_held_against() -> None:
    assert len(set(PAPER_COUNTS)) == len(PAPER_COUNTS)
    assert set(PAPER_COUNTS) <= set(ALL_COUNTS)
    assert all(name in PAPER_COUNTS and WHOLE_OF[name] in PAPER_COUNTS for name in HELD_AGAINST)


def test_a_share_is_of_something() -> None:
    assert share(SupervisionRow(TOTAL, {PART: 3, WHOLE: 4}), PART) == 0.75
    assert share(SupervisionRow(TOTAL, {}), PART) is None
    assert share(SupervisionRow(TOTAL, {WHOLE: 4}), WHOLE) is None
