"""Which entries of the log somebody wants to see."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.access import Action, Channel
from koordinator.domain.ids import CitizenId, EmployeeId, SubjectId


class ActionGroup(StrEnum):
    """What kind of use an action is."""

    LOOK = "look"
    SEARCH = "search"
    CHANGE = "change"
    OUT = "out"
    DELETE = "delete"
    RUN = "run"


_BEGINNINGS: Final = {
    ActionGroup.LOOK: ("open_", "list_", "show_", "look_", "preview_", "propose_", "prepare_", "check_paper"),
    ActionGroup.SEARCH: ("search",),
    ActionGroup.OUT: ("print_", "make_", "export_", "give_", "archive_", "hand_out", "invite"),
    ActionGroup.DELETE: ("delete_", "remove_", "prune_", "forget_"),
    ActionGroup.RUN: (
        *("create_database", "sign_in", "wrong_try"),
        *("edit_settings", "edit_letter_texts", "edit_organisation", "add_word"),
        *("edit_model", "release_model", "withdraw_model", "try_model", "import_model", "export_model"),
        *("edit_keys", "verify", "check_", "restore_", "back", "draw_", "answer_spot", "open_settings", "open_log"),
        *("open_spot_checks", "export_log"),
    ),
}


def group_of(action: Action) -> ActionGroup:
    """By what the action is called; the longest beginning counts, and what fits none is a change."""
    fits = [
        (len(beginning), group)
        for group, beginnings in _BEGINNINGS.items()
        for beginning in beginnings
        if action.startswith(beginning)
    ]
    return max(fits, default=(0, ActionGroup.CHANGE))[1]


def actions_in(group: ActionGroup) -> frozenset[Action]:
    """Every action of the group."""
    return frozenset(action for action in Action if group_of(action) is group)


@dataclass(frozen=True, slots=True)
class LogAbout:
    """A citizen or a family, which has no citizen's key, whose entries are wanted."""

    subject_id: SubjectId
    citizen_id: CitizenId | None = None


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Danish days, both included; nothing said is all of it. `abouts` are any of them."""

    first_on: date | None = None
    last_on: date | None = None
    employee_id: EmployeeId | None = None
    group: ActionGroup | None = None
    channel: Channel | None = None
    abouts: tuple[LogAbout, ...] | None = None
