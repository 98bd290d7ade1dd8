"""Which dataclass lies in which table. A new field is a domain field, a column and a migration."""

from typing import Any, Final

from sqlalchemy import Table

from koordinator.domain.access_grant import AccessGrant, ToldOfGrant
from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.assessment import Assessment
from koordinator.domain.case_filing import CaseFiling
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    PrimaryCaseworkerPeriod,
    Relation,
    Subject,
)
from koordinator.domain.citizen_request import CitizenRequest
from koordinator.domain.consent import Consent, ConsentException, ConsentParty
from koordinator.domain.contact_note import ContactNote
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.deletion import Deletion
from koordinator.domain.draft import Draft
from koordinator.domain.follow_up import PlannedDay
from koordinator.domain.handover import Handover, HandoverItem
from koordinator.domain.invitation import Invitation
from koordinator.domain.joint_plan import (
    Goal,
    GoalScore,
    JointPlan,
    MemberPart,
    PlanVersion,
    Subgoal,
    ThemeScore,
    Viewpoint,
)
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.letterhead_logo import Logo
from koordinator.domain.meeting import (
    AgendaItem,
    Meeting,
    MeetingMove,
    MeetingNote,
    MeetingOperation,
    MinutesVersion,
    Participant,
    Preparation,
)
from koordinator.domain.meeting_rhythm import MeetingRhythm, SchoolHoliday
from koordinator.domain.misfit import MisfitLook
from koordinator.domain.network_questions import TakenQuestion
from koordinator.domain.organisation import (
    AuthorityPeriod,
    Department,
    Employee,
    RolePeriod,
    Team,
    TeamMembership,
)
from koordinator.domain.paper import Handout, Paper, PaperContent
from koordinator.domain.plan_types import PlanType
from koordinator.domain.presence_wish import PresenceWish
from koordinator.domain.register import CaseFile, ContactPerson, Effort, EffortGoal, OtherPlan
from koordinator.domain.released_model import ModelDraft, ReleasedModel
from koordinator.domain.retention import OwnPeriod
from koordinator.domain.retention_due import Hold
from koordinator.domain.right_of_access import AccessDecision
from koordinator.domain.setting import Setting
from koordinator.domain.spelling import OwnWord
from koordinator.domain.spot_check import SpotCheck, SpotDraw
from koordinator.domain.takeover import Takeover
from koordinator.domain.theme import Theme
from koordinator.storage.mapper import Mapping
from koordinator.storage.tables import (
    access,
    asking,
    contact_notes,
    course,
    filing,
    guiding,
    handovers,
    letters,
    meetings,
    organisation,
    people,
    retention,
    takeovers,
    year_wheel,
)

TABLES: Final[dict[type, Table]] = {
    Setting: organisation.SETTING,
    Logo: organisation.LOGO,
    Theme: organisation.THEME,
    OwnWord: organisation.OWN_WORD,
    PlanType: organisation.PLAN_TYPE,
    LetterTextVersion: letters.LETTER_TEXT,
    CaseFiling: filing.CASE_FILING,
    Draft: organisation.DRAFT,
    Department: organisation.DEPARTMENT,
    Team: organisation.TEAM,
    Employee: organisation.EMPLOYEE,
    TeamMembership: organisation.TEAM_MEMBERSHIP,
    AuthorityPeriod: organisation.AUTHORITY_PERIOD,
    RolePeriod: organisation.ROLE_PERIOD,
    Subject: people.SUBJECT,
    Citizen: people.CITIZEN,
    Family: people.FAMILY,
    FamilyMembership: people.FAMILY_MEMBERSHIP,
    Relation: people.RELATION,
    PrimaryCaseworkerPeriod: people.PRIMARY_CASEWORKER_PERIOD,
    CaseFile: people.CASE_FILE,
    Effort: people.EFFORT,
    EffortGoal: people.EFFORT_GOAL,
    OtherPlan: people.OTHER_PLAN,
    ContactPerson: people.CONTACT_PERSON,
    TakenQuestion: people.TAKEN_QUESTION,
    Consent: people.CONSENT,
    ConsentParty: people.CONSENT_PARTY,
    ConsentException: people.CONSENT_EXCEPTION,
    ContactNote: contact_notes.CONTACT_NOTE,
    Course: course.COURSE,
    StepPeriod: course.STEP_PERIOD,
    CoordinatorPeriod: course.COORDINATOR_PERIOD,
    Takeover: takeovers.TAKEOVER,
    Handover: handovers.HANDOVER,
    HandoverItem: handovers.HANDOVER_ITEM,
    ReleasedModel: course.ASSESSMENT_MODEL,
    ModelDraft: course.MODEL_DRAFT,
    Assessment: course.ASSESSMENT,
    Meeting: course.MEETING,
    Preparation: course.PREPARATION,
    MeetingMove: course.MEETING_MOVE,
    Participant: course.PARTICIPANT,
    AgendaItem: course.AGENDA_ITEM,
    MeetingNote: course.MEETING_NOTE,
    MeetingOperation: course.MEETING_OPERATION,
    MinutesVersion: course.MINUTES_VERSION,
    JointPlan: course.JOINT_PLAN,
    Goal: course.GOAL,
    MemberPart: course.MEMBER_PART,
    Viewpoint: course.VIEWPOINT,
    Subgoal: course.SUBGOAL,
    GoalScore: course.GOAL_SCORE,
    ThemeScore: course.THEME_SCORE,
    PlanVersion: course.PLAN_VERSION,
    Agreement: course.AGREEMENT,
    PendingDecision: course.PENDING_DECISION,
    Paper: course.PAPER,
    PaperContent: course.PAPER_CONTENT,
    Handout: course.HANDOUT,
    Invitation: meetings.INVITATION,
    PresenceWish: meetings.PRESENCE_WISH,
    MeetingRhythm: meetings.MEETING_RHYTHM,
    SchoolHoliday: meetings.SCHOOL_HOLIDAY,
    PlannedDay: year_wheel.PLANNED_DAY,
    MisfitLook: guiding.MISFIT_LOOK,
    AccessDecision: access.ACCESS_DECISION,
    OwnPeriod: retention.RETENTION_PERIOD,
    Hold: retention.HOLD,
    Deletion: retention.DELETION,
    AccessGrant: access.ACCESS_GRANT,
    ToldOfGrant: access.TOLD_OF_GRANT,
    CitizenRequest: asking.CITIZEN_REQUEST,
    SpotDraw: asking.SPOT_DRAW,
    SpotCheck: asking.SPOT_CHECK,
}

MAPPINGS: Final[dict[type, Mapping[Any]]] = {cls: Mapping(table, cls) for cls, table in TABLES.items()}
