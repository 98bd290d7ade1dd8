"""Every action has its words."""

from koordinator.domain.access import Action
from koordinator.texts.audit import ACTIONS


def test_every_action_can_be_told() -> None:
    assert set(ACTIONS) == set(Action)
