"""Who may do what, cell by cell: a new action, or another role for an old one, is written here too."""

from typing import Final

import pytest

from koordinator.domain.access import Action, Actor, Channel, require, roles_for
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId

_C, _P, _S, _A = Role.COORDINATOR, Role.PROFESSIONAL, Role.SUPERVISOR, Role.ADMINISTRATOR

WHO_MAY: Final = {
    (_C, _P, _S, _A): "sign_in open_settings add_word",
    (_C, _P): """
        search list_citizens open_overview open_citizen open_history list_assessments list_meetings open_meeting
        open_plan check_paper print_paper list_follow_up follow_up open_year_wheel export_year_wheel open_handovers
    """,
    (_C, _S, _A): "open_supervision open_supervision_rows export_supervision",
    (_S,): "merge_counts",
    (_A,): """
        create_database edit_settings edit_letter_texts edit_organisation edit_keys verify
        edit_model release_model withdraw_model try_model import_model export_model
    """,
    (_C,): """
        import_citizen import_list show_cpr edit_citizen edit_register edit_family take_question write_contact_note
        edit_consent assess lock_assessment move_step look_at_misfit edit_takeover hand_over choose_coordinator
        end_course plan_meeting invite answer_invitation move_meeting cancel_meeting run_meeting close_meeting
        correct_minutes edit_plan approve_plan preview_paper archive_papers make_paper
        hand_out prepare_access decide_access give_access open_team_year_wheel propose_visit
        gather_follow_up move_follow_up make_case_folder
    """,
}
MAY: Final = {action: roles for roles, actions in WHO_MAY.items() for action in actions.split()}


def test_each_action_stands_in_the_table_once() -> None:
    written = [action for actions in WHO_MAY.values() for action in actions.split()]

    assert sorted(written) == sorted(Action)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_an_action_is_for_the_roles_of_the_table(action: Action, role: Role) -> None:
    actor = Actor(EmployeeId(1), frozenset({role}), Channel.WINDOW)

    assert (role in roles_for(action)) is (role in MAY[action])
    if role in MAY[action]:
        require(actor, action)
    else:
        with pytest.raises(NotAllowed):
            require(actor, action)


@pytest.mark.parametrize("action", Action)
def test_one_role_of_several_is_enough_and_none_is_not(action: Action) -> None:
    require(Actor(EmployeeId(1), frozenset(Role), Channel.COMMAND_LINE), action)
    with pytest.raises(NotAllowed):
        require(Actor(EmployeeId(1), frozenset(), Channel.WINDOW), action)
