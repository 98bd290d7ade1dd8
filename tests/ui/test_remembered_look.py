"""Light or dark and the text size, remembered from one start to the next."""

import pytest

from koordinator.ui.remembered_look import remembered_look
from koordinator.ui.theme import Scheme
from tests.ui.parts import Memory


@pytest.mark.parametrize("kept", [{}, {"scheme": "pink", "text_scale": "stor"}])
def test_what_cannot_be_remembered_is_as_the_first_time(kept: dict[str, str]) -> None:
    memory = Memory()
    memory.kept = kept

    assert remembered_look(memory) == (Scheme.SYSTEM, 1.0)
