"""Who may do what: the actions of the program and the roles that allow them."""

from dataclasses import dataclass
from enum import StrEnum

from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId


class Channel(StrEnum):
    """How an action came in."""

    WINDOW = "window"
    COMMAND_LINE = "command_line"
    SYSTEM = "system"


class Action(StrEnum):
    """What a person does with the program; each is one entry in the audit log."""

    CREATE_DATABASE = "create_database"
    SIGN_IN = "sign_in"
    IMPORT_CITIZEN = "import_citizen"
    IMPORT_LIST = "import_list"
    SEARCH = "search"
    LIST_CITIZENS = "list_citizens"
    OPEN_OVERVIEW = "open_overview"
    OPEN_CITIZEN = "open_citizen"
    OPEN_HISTORY = "open_history"
    SHOW_CPR = "show_cpr"
    PREPARE_ACCESS = "prepare_access"
    DECIDE_ACCESS = "decide_access"
    GIVE_ACCESS = "give_access"
    EDIT_CITIZEN = "edit_citizen"
    EDIT_REGISTER = "edit_register"
    EDIT_FAMILY = "edit_family"
    TAKE_QUESTION = "take_question"
    WRITE_CONTACT_NOTE = "write_contact_note"
    EDIT_CONSENT = "edit_consent"
    LIST_ASSESSMENTS = "list_assessments"
    ASSESS = "assess"
    LOCK_ASSESSMENT = "lock_assessment"
    MOVE_STEP = "move_step"
    LOOK_AT_MISFIT = "look_at_misfit"
    EDIT_TAKEOVER = "edit_takeover"
    OPEN_HANDOVERS = "open_handovers"
    HAND_OVER = "hand_over"
    CHOOSE_COORDINATOR = "choose_coordinator"
    END_COURSE = "end_course"
    LIST_MEETINGS = "list_meetings"
    OPEN_MEETING = "open_meeting"
    PLAN_MEETING = "plan_meeting"
    INVITE = "invite"
    ANSWER_INVITATION = "answer_invitation"
    MOVE_MEETING = "move_meeting"
    CANCEL_MEETING = "cancel_meeting"
    RUN_MEETING = "run_meeting"
    CLOSE_MEETING = "close_meeting"
    CORRECT_MINUTES = "correct_minutes"
    OPEN_PLAN = "open_plan"
    EDIT_PLAN = "edit_plan"
    APPROVE_PLAN = "approve_plan"
    PREVIEW_PAPER = "preview_paper"
    ARCHIVE_PAPERS = "archive_papers"
    MAKE_PAPER = "make_paper"
    PRINT_PAPER = "print_paper"
    HAND_OUT = "hand_out"
    CHECK_PAPER = "check_paper"
    MAKE_CASE_FOLDER = "make_case_folder"
    FOLLOW_UP = "follow_up"
    LIST_FOLLOW_UP = "list_follow_up"
    OPEN_YEAR_WHEEL = "open_year_wheel"
    OPEN_TEAM_YEAR_WHEEL = "open_team_year_wheel"
    EXPORT_YEAR_WHEEL = "export_year_wheel"
    PROPOSE_VISIT = "propose_visit"
    GATHER_FOLLOW_UP = "gather_follow_up"
    MOVE_FOLLOW_UP = "move_follow_up"
    OPEN_SUPERVISION = "open_supervision"
    OPEN_SUPERVISION_ROWS = "open_supervision_rows"
    EXPORT_SUPERVISION = "export_supervision"
    MERGE_COUNTS = "merge_counts"
    OPEN_SETTINGS = "open_settings"
    EDIT_SETTINGS = "edit_settings"
    ADD_WORD = "add_word"
    EDIT_LETTER_TEXTS = "edit_letter_texts"
    EDIT_ORGANISATION = "edit_organisation"
    EDIT_MODEL = "edit_model"
    RELEASE_MODEL = "release_model"
    WITHDRAW_MODEL = "withdraw_model"
    TRY_MODEL = "try_model"
    IMPORT_MODEL = "import_model"
    EXPORT_MODEL = "export_model"
    EDIT_KEYS = "edit_keys"
    VERIFY = "verify"


@dataclass(frozen=True, slots=True)
class Actor:
    """The employee who acts, with the roles held today and the way they came in."""

    employee_id: EmployeeId
    roles: frozenset[Role]
    channel: Channel


_CASEWORK = frozenset({Role.COORDINATOR})
_READING = frozenset({Role.COORDINATOR, Role.PROFESSIONAL})
_COUNTING = frozenset({Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})
_RUNNING = frozenset({Role.ADMINISTRATOR})
_EVERYBODY = frozenset(Role)

_READ_ACTIONS = frozenset(
    {
        Action.SEARCH,
        Action.LIST_CITIZENS,
        Action.OPEN_OVERVIEW,
        Action.OPEN_CITIZEN,
        Action.OPEN_HISTORY,
        Action.LIST_ASSESSMENTS,
        Action.LIST_MEETINGS,
        Action.OPEN_MEETING,
        Action.OPEN_PLAN,
        Action.CHECK_PAPER,
        Action.PRINT_PAPER,
        Action.LIST_FOLLOW_UP,
        Action.FOLLOW_UP,
        Action.OPEN_YEAR_WHEEL,
        Action.EXPORT_YEAR_WHEEL,
        Action.OPEN_HANDOVERS,
    }
)
_COUNT_ACTIONS = frozenset({Action.OPEN_SUPERVISION, Action.OPEN_SUPERVISION_ROWS, Action.EXPORT_SUPERVISION})
_MODEL_ACTIONS = frozenset(
    {
        Action.EDIT_MODEL,
        Action.RELEASE_MODEL,
        Action.WITHDRAW_MODEL,
        Action.TRY_MODEL,
        Action.IMPORT_MODEL,
        Action.EXPORT_MODEL,
    }
)
_RUN_ACTIONS = _MODEL_ACTIONS | frozenset(
    {
        Action.CREATE_DATABASE,
        Action.EDIT_SETTINGS,
        Action.EDIT_LETTER_TEXTS,
        Action.EDIT_ORGANISATION,
        Action.EDIT_KEYS,
        Action.VERIFY,
    }
)
_OPEN_ACTIONS = frozenset({Action.SIGN_IN, Action.OPEN_SETTINGS, Action.ADD_WORD})


def roles_for(action: Action) -> frozenset[Role]:
    """The roles of which one is enough for the action."""
    if action in _OPEN_ACTIONS:
        return _EVERYBODY
    if action in _READ_ACTIONS:
        return _READING
    if action is Action.MERGE_COUNTS:
        return frozenset({Role.SUPERVISOR})
    if action in _COUNT_ACTIONS:
        return _COUNTING
    if action in _RUN_ACTIONS:
        return _RUNNING
    return _CASEWORK


def require(actor: Actor, action: Action) -> None:
    """Raises NotAllowed when none of the actor's roles allows the action."""
    if not actor.roles & roles_for(action):
        raise NotAllowed(action)
