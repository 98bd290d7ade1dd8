"""Who may do what with whom, cell by cell. A new action, or another cell of an old one, is written here too.

Each group says the same of all its actions: whom they concern, and for each role to whom one must have which relation.
A role that is not named never may.
"""

from typing import Final

import pytest

from koordinator.domain.access import (
    Action,
    Actor,
    Channel,
    Concerns,
    Relation,
    may,
    require,
    roles_for,
    rule_of,
    sight,
)
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId

_READ: Final = {
    Role.CASEWORKER: "own shared granted",
    Role.COORDINATOR: "own shared granted untaken",
    Role.TEAM_MEMBER: "own shared granted team",
}
_WORK: Final = {Role.COORDINATOR: "own untaken", Role.TEAM_MEMBER: "own team"}
_STAND_IN: Final = {Role.COORDINATOR: "own granted untaken", Role.TEAM_MEMBER: "own granted team"}
_BRING_IN: Final = {Role.COORDINATOR: "own shared untaken", Role.TEAM_MEMBER: "own shared team"}
_IN_THE_ROOM: Final = {Role.COORDINATOR: "own shared granted untaken", Role.TEAM_MEMBER: "own shared granted team"}
_DECIDE: Final = {Role.COORDINATOR: "own untaken", Role.TEAM_MEMBER: "own"}
_TAKE_OVER: Final = {Role.COORDINATOR: "own untaken colleague", Role.TEAM_MEMBER: "own team"}
_EVERY_ROLE: Final = dict.fromkeys(Role, "any")
_ADMINISTRATOR: Final = {Role.ADMINISTRATOR: "any"}
_AUDITOR: Final = {Role.AUDITOR: "any"}
_SUPERVISOR: Final = {Role.SUPERVISOR: "any"}
_ROWS: Final = dict.fromkeys((Role.COORDINATOR, Role.TEAM_MEMBER, Role.SUPERVISOR), "any")

WHO_MAY: Final[tuple[tuple[str, dict[Role, str], str], ...]] = (
    (
        "one",
        _READ,
        """
        open_citizen open_history list_assessments open_meeting open_handover print_paper follow_up write_contact_note
        """,
    ),
    (
        "many",
        _READ,
        """
        search list_citizens open_overview list_meetings open_plan check_paper list_follow_up open_year_wheel
        export_year_wheel
        """,
    ),
    ("many", _IN_THE_ROOM, "open_team_year_wheel"),
    ("one", _IN_THE_ROOM, "run_meeting close_meeting edit_plan"),
    (
        "one",
        _WORK,
        """
        edit_citizen take_question edit_consent look_at_misfit edit_takeover invite correct_minutes propose_visit
        gather_follow_up move_follow_up
        """,
    ),
    (
        "one",
        _STAND_IN,
        "answer_invitation move_meeting cancel_meeting preview_paper make_paper hand_out edit_requests",
    ),
    ("one", _BRING_IN, "edit_family plan_meeting"),
    ("one", _WORK | {Role.CASEWORKER: "own"}, "edit_register"),
    ("one", _STAND_IN | {Role.CASEWORKER: "own granted"}, "show_cpr"),
    (
        "one",
        _DECIDE,
        """
        prepare_access decide_access give_access assess lock_assessment move_step end_course approve_plan
        archive_papers make_case_folder
        """,
    ),
    ("one", _TAKE_OVER, "hand_over choose_coordinator"),
    (
        "many",
        {
            Role.CASEWORKER: "own shared granted",
            Role.COORDINATOR: "own shared granted untaken colleague",
            Role.TEAM_MEMBER: "own shared granted team colleague",
        },
        "open_handovers",
    ),
    ("many", dict.fromkeys((Role.CASEWORKER, Role.COORDINATOR, Role.TEAM_MEMBER), "any"), "break_glass"),
    ("one", dict.fromkeys((Role.CASEWORKER, Role.COORDINATOR, Role.TEAM_MEMBER, Role.SUPERVISOR), "any"), "see_grant"),
    ("nobody", _SUPERVISOR | _AUDITOR, "open_access"),
    ("nobody", {Role.COORDINATOR: "any"}, "import_list"),
    ("one", {Role.COORDINATOR: "any", Role.TEAM_MEMBER: "own shared granted team"}, "import_citizen take_from_list"),
    ("nobody", _ROWS | _ADMINISTRATOR, "open_supervision export_supervision"),
    ("nobody", _ROWS, "open_supervision_rows"),
    ("nobody", _SUPERVISOR, "merge_counts open_spot_checks draw_spot_checks answer_spot_check"),
    ("nobody", _EVERY_ROLE, "sign_in wrong_try open_settings add_word make_backup"),
    (
        "nobody",
        _ADMINISTRATOR,
        """
        create_database edit_settings edit_letter_texts edit_organisation edit_keys restore_backup try_backup
        edit_model release_model withdraw_model try_model import_model export_model
        """,
    ),
    ("nobody", _ADMINISTRATOR | _AUDITOR, "verify check_log forget_search_terms"),
    ("nobody", _AUDITOR, "open_log export_log prune_log"),
    ("many", {}, "access_refused"),
    ("many", _SUPERVISOR, "open_retention"),
    ("one", _SUPERVISOR, "preview_deletion hold_subject delete_subject"),
    ("nobody", _SUPERVISOR, "delete_old"),
    ("nobody", _ADMINISTRATOR, "edit_retention"),
)
CELLS: Final = {
    (Action(action), role): frozenset(map(Relation, cells.get(role, "").split()))
    for _, cells, actions in WHO_MAY
    for action in actions.split()
    for role in Role
}
CONCERNS: Final = {Action(action): concerns for concerns, _, actions in WHO_MAY for action in actions.split()}


def _of(*roles: Role, channel: Channel = Channel.WINDOW) -> Actor:
    return Actor(EmployeeId(1), frozenset(roles), channel)


def test_each_action_stands_in_the_table_once() -> None:
    written = [action for _, _, actions in WHO_MAY for action in actions.split()]

    assert sorted(written) == sorted(Action)


@pytest.mark.parametrize("action", Action)
def test_an_action_is_for_the_roles_of_the_table_on_its_relations(action: Action) -> None:
    assert rule_of(action).concerns.value == CONCERNS[action]
    assert {role: rule_of(action).cells[role] for role in Role} == {role: CELLS[action, role] for role in Role}
    assert roles_for(action) == {role for role in Role if CELLS[action, role]}
    for role in Role:
        actor, relations = _of(role), CELLS[action, role]
        assert may(actor, action) is bool(relations)
        if relations:
            require(actor, action)
            assert sight(actor, action) == (None if Relation.ANY in relations else relations)
        else:
            with pytest.raises(NotAllowed):
                require(actor, action)


def test_what_concerns_nobody_asks_for_no_relation() -> None:
    for action in Action:
        if rule_of(action).concerns is Concerns.NOBODY:
            assert all(cell <= {Relation.ANY} for cell in rule_of(action).cells.values())


def test_the_relations_of_several_roles_add_up_and_no_role_is_not_enough() -> None:
    both = sight(_of(Role.CASEWORKER, Role.TEAM_MEMBER), Action.EDIT_REGISTER)

    assert both == frozenset({Relation.OWN, Relation.TEAM})
    assert sight(_of(Role.TEAM_MEMBER, Role.COORDINATOR), Action.IMPORT_CITIZEN) is None
    for action in Action:
        with pytest.raises(NotAllowed):
            require(_of(), action)


def test_who_holds_every_role_sees_all_and_so_does_the_program_itself() -> None:
    assert sight(_of(*Role), Action.OPEN_CITIZEN) is None
    assert sight(_of(Role.COORDINATOR, channel=Channel.SYSTEM), Action.OPEN_CITIZEN) is None
    assert sight(_of(*set(Role) - {Role.AUDITOR}), Action.OPEN_CITIZEN) is not None


def test_nobody_does_what_is_only_logged() -> None:
    with pytest.raises(NotAllowed):
        require(_of(*Role), Action.ACCESS_REFUSED)
