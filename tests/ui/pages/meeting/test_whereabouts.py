"""Where one is in the meeting, as it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import NoteKind
from koordinator.ui.pages.meeting.whereabouts import Whereabouts, read_whereabouts

items = st.one_of(st.none(), st.integers(1, 10**9).map(AgendaItemId))


@given(st.builds(Whereabouts, items, st.sampled_from(NoteKind), st.booleans(), st.booleans()))
def test_what_is_kept_is_read_again(where: Whereabouts) -> None:
    assert read_whereabouts(where.text()) == where


@pytest.mark.parametrize("text", ["", "1", "1 said 0", "x said 0 0", "1 shouted 0 0", "1 said x 0", "1 said 0 0 0"])
def test_anything_else_says_nothing(text: str) -> None:
    assert read_whereabouts(text) is None
