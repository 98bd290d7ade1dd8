"""What kind of use each action is."""

import pytest

from koordinator.domain.access import Action
from koordinator.domain.log_filter import ActionGroup, actions_in, group_of


@pytest.mark.parametrize(
    ("action", "group"),
    [
        (Action.OPEN_CITIZEN, ActionGroup.LOOK),
        (Action.SHOW_CPR, ActionGroup.LOOK),
        (Action.LIST_CITIZENS, ActionGroup.LOOK),
        (Action.CHECK_PAPER, ActionGroup.LOOK),
        (Action.SEARCH, ActionGroup.SEARCH),
        (Action.EDIT_CITIZEN, ActionGroup.CHANGE),
        (Action.APPROVE_PLAN, ActionGroup.CHANGE),
        (Action.ANSWER_INVITATION, ActionGroup.CHANGE),
        (Action.PRINT_PAPER, ActionGroup.OUT),
        (Action.EXPORT_YEAR_WHEEL, ActionGroup.OUT),
        (Action.MAKE_CASE_FOLDER, ActionGroup.OUT),
        (Action.GIVE_ACCESS, ActionGroup.OUT),
        (Action.PRUNE_LOG, ActionGroup.DELETE),
        (Action.SIGN_IN, ActionGroup.RUN),
        (Action.VERIFY, ActionGroup.RUN),
        (Action.CHECK_LOG, ActionGroup.RUN),
        (Action.OPEN_SETTINGS, ActionGroup.RUN),
        (Action.EXPORT_MODEL, ActionGroup.RUN),
    ],
)
def test_an_action_is_of_the_kind_it_is_called(action: Action, group: ActionGroup) -> None:
    assert group_of(action) is group


def test_the_groups_hold_every_action_once() -> None:
    grouped = [action for group in ActionGroup for action in actions_in(group)]

    assert sorted(grouped) == sorted(Action)
    assert all(actions_in(group) for group in ActionGroup)
