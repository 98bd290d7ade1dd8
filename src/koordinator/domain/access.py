"""Who may do what with whom: the actions of the program, and what the table says of them (see `access_table`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.access_table import TABLE
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
    WRONG_TRY = "wrong_try"
    IMPORT_CITIZEN = "import_citizen"
    IMPORT_LIST = "import_list"
    TAKE_FROM_LIST = "take_from_list"
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
    OPEN_HANDOVER = "open_handover"
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
    MAKE_BACKUP = "make_backup"
    TRY_BACKUP = "try_backup"
    RESTORE_BACKUP = "restore_backup"
    CHECK_LOG = "check_log"
    OPEN_LOG = "open_log"
    EXPORT_LOG = "export_log"
    PRUNE_LOG = "prune_log"
    FORGET_SEARCH_TERMS = "forget_search_terms"
    OPEN_SPOT_CHECKS = "open_spot_checks"
    DRAW_SPOT_CHECKS = "draw_spot_checks"
    ANSWER_SPOT_CHECK = "answer_spot_check"
    EDIT_REQUESTS = "edit_requests"
    BREAK_GLASS = "break_glass"
    SEE_GRANT = "see_grant"
    OPEN_ACCESS = "open_access"
    ACCESS_REFUSED = "access_refused"
    OPEN_RETENTION = "open_retention"
    PREVIEW_DELETION = "preview_deletion"
    HOLD_SUBJECT = "hold_subject"
    DELETE_SUBJECT = "delete_subject"
    DELETE_OLD = "delete_old"
    EDIT_RETENTION = "edit_retention"


@dataclass(frozen=True, slots=True)
class Actor:
    """The employee who acts, with the roles held today and the way they came in."""

    employee_id: EmployeeId
    roles: frozenset[Role]
    channel: Channel

    @property
    def sees_all(self) -> bool:
        """The owner of a one-person database holds every role; the program itself works for nobody in particular."""
        return len(self.roles) == _ALL_ROLES or self.channel is Channel.SYSTEM


class Relation(StrEnum):
    """What somebody has to do with a citizen or a family today (see `access_table`)."""

    OWN = "own"
    SHARED = "shared"
    TEAM = "team"
    COLLEAGUE = "colleague"
    UNTAKEN = "untaken"
    GRANTED = "granted"
    ANY = "any"


NEAREST_FIRST: Final = (
    Relation.OWN,
    Relation.SHARED,
    Relation.TEAM,
    Relation.UNTAKEN,
    Relation.GRANTED,
    Relation.COLLEAGUE,
)
"""Of several relations the first is told; ANY is none to somebody."""


class Concerns(StrEnum):
    """Whom an action is about."""

    ONE = "one"
    MANY = "many"
    NOBODY = "nobody"


class Rule(NamedTuple):
    """A line of the table: for each role the relations of which one is enough; with none it may never."""

    concerns: Concerns
    cells: dict[Role, frozenset[Relation]]


_ALL_ROLES: Final = len(Role)
_LETTERS: Final = {
    "o": Relation.OWN,
    "s": Relation.SHARED,
    "t": Relation.TEAM,
    "c": Relation.COLLEAGUE,
    "u": Relation.UNTAKEN,
    "g": Relation.GRANTED,
    "*": Relation.ANY,
}
_NEVER: Final = "-"


def rule_of(action: Action) -> Rule:
    """What the table says of the action."""
    return _RULES[action]


def roles_for(action: Action) -> frozenset[Role]:
    """The roles of which one is enough for the action with somebody, or with nobody in particular."""
    return _ROLES[action]


def may(actor: Actor, action: Action) -> bool:
    """One of the actor's roles allows the action with somebody."""
    return bool(actor.roles & _ROLES[action])


def require(actor: Actor, action: Action) -> None:
    """Raises NotAllowed when none of the actor's roles allows the action."""
    if not may(actor, action):
        raise NotAllowed(action)


def sight(actor: Actor, action: Action) -> frozenset[Relation] | None:
    """On which relations to a citizen or family the actor may act; None is whoever it is."""
    if actor.sees_all:
        return None
    cells = _RULES[action].cells
    found = frozenset(relation for role in actor.roles for relation in cells.get(role, ()))
    return None if Relation.ANY in found else found


def _read(lines: Iterable[str]) -> dict[Action, Rule]:
    """The table as it stands, a line for each action."""
    (_, _, *names), *rest = (line.split() for line in lines)
    roles = tuple(map(Role, names))
    return {
        Action(action): Rule(
            Concerns(concerns), {role: _cell(letters) for role, letters in zip(roles, cells, strict=True)}
        )
        for action, concerns, *cells in rest
    }


def _cell(letters: str) -> frozenset[Relation]:
    return frozenset() if letters == _NEVER else frozenset(map(_LETTERS.__getitem__, letters))


_RULES: Final = _read(TABLE.strip().splitlines())
_ROLES: Final = {
    action: frozenset(role for role, relations in rule.cells.items() if relations) for action, rule in _RULES.items()
}
