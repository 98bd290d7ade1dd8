"""Which kinds of things are about a person, and how each hangs together with the person.

Every kind there is stands either in `HELD` or in `NOT_ABOUT_A_PERSON`; a test sees to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Link:
    """The field by which a row names something of the kind that is held already."""

    field: str
    of: type


@dataclass(frozen=True, slots=True)
class HeldKind:
    """A kind of thing that is held about a person by any of its links; the first one says where it belongs.

    `under` is the kind whose rows these stand beneath in the report. `day` is the field that says when it came; it
    decides what of a family's is held about who has left it, and without it nothing is.
    """

    kind: type
    links: tuple[Link, ...]
    under: type | None = None
    day: str = ""


def _of(kind: type, *links: Link, under: type | None = None, day: str = "") -> HeldKind:
    return HeldKind(kind, links, under, day)


_SUBJECT: Final = Link("subject_id", Subject)
_CITIZEN: Final = Link("citizen_id", Citizen)
_MEMBER: Final = Link("member_id", Citizen)
_CONSENT: Final = Link("consent_id", Consent)
_MEETING: Final = Link("meeting_id", Meeting)
_PLAN: Final = Link("plan_id", JointPlan)
_GOAL: Final = Link("goal_id", Goal)

HELD: Final[tuple[HeldKind, ...]] = (
    _of(Citizen, Link("id", Citizen)),
    _of(Family, Link("id", Family)),
    _of(FamilyMembership, _CITIZEN, Link("family_id", Family)),
    _of(Relation, _CITIZEN, Link("other_citizen_id", Citizen)),
    _of(PrimaryCaseworkerPeriod, _CITIZEN),
    _of(CaseFile, _CITIZEN),
    _of(Effort, _CITIZEN),
    _of(OtherPlan, _CITIZEN),
    _of(ContactPerson, _CITIZEN),
    _of(Consent, _CITIZEN),
    _of(ConsentParty, _CONSENT, _CITIZEN, under=Consent),
    _of(ConsentException, _CONSENT, _CITIZEN, under=Consent),
    _of(Course, _SUBJECT, day="from_on"),
    _of(StepPeriod, _SUBJECT, day="from_on"),
    _of(CoordinatorPeriod, _SUBJECT, day="from_on"),
    _of(Assessment, _SUBJECT, day="decided_on"),
    _of(MisfitLook, _SUBJECT, day="looked_on"),
    _of(Meeting, _SUBJECT, day="starts_on"),
    _of(Preparation, _MEETING, under=Meeting),
    _of(PresenceWish, _MEETING, _CITIZEN, under=Meeting),
    _of(Participant, _MEETING, _CITIZEN, under=Meeting),
    _of(Invitation, _MEETING, _CITIZEN, under=Meeting),
    _of(MeetingMove, _MEETING, under=Meeting),
    _of(AgendaItem, _MEETING, under=Meeting),
    _of(MeetingNote, _MEETING, under=Meeting),
    _of(MinutesVersion, _MEETING, _SUBJECT, under=Meeting),
    _of(MeetingOperation, _MEETING, under=Meeting),
    _of(MeetingRhythm, _SUBJECT),
    _of(TakenQuestion, _SUBJECT, day="taken_on"),
    _of(JointPlan, _SUBJECT),
    _of(MemberPart, _PLAN, _CITIZEN, under=JointPlan),
    _of(Viewpoint, _PLAN, _CITIZEN, _MEMBER, under=JointPlan),
    _of(ThemeScore, _PLAN, _CITIZEN, under=JointPlan),
    _of(Goal, _PLAN, _CITIZEN, under=JointPlan),
    _of(Subgoal, _GOAL, under=Goal),
    _of(GoalScore, _GOAL, _CITIZEN, under=Goal),
    _of(EffortGoal, Link("effort_id", Effort), _GOAL, under=Effort),
    _of(PlanVersion, _SUBJECT, day="from_on"),
    _of(Agreement, _SUBJECT, _CITIZEN, _MEMBER, day="made_on"),
    _of(PendingDecision, _SUBJECT, _MEMBER, _MEETING),
    _of(ContactNote, _SUBJECT, day="contacted_at"),
    _of(Takeover, _SUBJECT, day="from_on"),
    _of(Handover, _SUBJECT, day="begun_on"),
    _of(HandoverItem, Link("handover_id", Handover), under=Handover),
    _of(PlannedDay, _SUBJECT),
    _of(CaseFiling, _SUBJECT),
    _of(Paper, _SUBJECT, day="made_at"),
    _of(Handout, _SUBJECT, day="handed_on"),
    _of(AccessDecision, _CITIZEN),
    _of(AccessGrant, _SUBJECT, day="from_at"),
    _of(ToldOfGrant, Link("grant_id", AccessGrant), under=AccessGrant),
    _of(CitizenRequest, _CITIZEN),
    _of(SpotCheck, _SUBJECT, day="looked_at"),
    _of(Hold, _SUBJECT, day="set_at"),
)
"""In the order of the report; each stands after what its links name. Drafts follow, found by what they are of."""

_SETS_UP: Final = "the municipality's own set-up; it names no citizen"
_COLLEAGUE: Final = "about a colleague at work; what they did with the citizen stands in the citizen's own rows"
NOT_ABOUT_A_PERSON: Final[Mapping[type, str]] = {
    Subject: "only says that there is a citizen or a family; that stands in their own row",
    PaperContent: "a paper's exact bytes: what it says is in the other rows, and the paper itself is named with its "
    "SHA-256; the citizen gets a copy of the paper on request, once somebody has looked at who else is in it",
    Setting: _SETS_UP,
    Theme: _SETS_UP,
    PlanType: _SETS_UP,
    Department: _SETS_UP,
    Team: _SETS_UP,
    SchoolHoliday: _SETS_UP,
    Logo: _SETS_UP,
    LetterTextVersion: _SETS_UP,
    OwnWord: _SETS_UP,
    OwnPeriod: _SETS_UP,
    Deletion: "the proof of a deletion names nobody: whom it was about is deleted",
    SpotDraw: "which month was drawn, and with what; it names nobody",
    ReleasedModel: _SETS_UP,
    ModelDraft: _SETS_UP,
    Employee: _COLLEAGUE,
    TeamMembership: _COLLEAGUE,
    AuthorityPeriod: _COLLEAGUE,
    RolePeriod: _COLLEAGUE,
}
"""Kinds that the report leaves out, each with the reason."""

DRAFTS: Final = Draft
"""A draft is about a person when what it is of is; it names that by its word and key."""

NAMED: Final[Mapping[str, tuple[type, str]]] = {
    **dict.fromkeys(
        (
            "employee_id",
            "caseworker_id",
            "author_id",
            "taken_by_id",
            "giver_id",
            "receiver_id",
            "done_by_id",
            "decided_by_id",
            "coordinator_id",
            "chair_id",
            "minute_taker_id",
            "made_by_id",
            "approved_by_id",
            "noted_by_id",
            "looked_by_id",
            "set_by_id",
            "lifted_by_id",
            "told_id",
            "settled_by_id",
            "answered_by_id",
        ),
        (Employee, "name"),
    ),
    "department_id": (Department, "name"),
    "team_id": (Team, "name"),
    "theme_id": (Theme, "name"),
    "family_id": (Family, "name"),
    "case_file_id": (CaseFile, "number"),
    "effort_id": (Effort, "name"),
    "goal_id": (Goal, "title"),
    "agenda_item_id": (AgendaItem, "title"),
    "meeting_id": (Meeting, "starts_on"),
    "next_meeting_id": (Meeting, "starts_on"),
    "carried_meeting_id": (Meeting, "starts_on"),
    "paper_id": (Paper, "file_name"),
    "plan_version_id": (PlanVersion, "number"),
}
"""What is said in the place of a key."""

CITIZEN_FIELDS: Final = ("citizen_id", "other_citizen_id", "member_id")
CONTACT_FIELDS: Final = ("contact_person_id",)
INNER_FIELDS: Final = frozenset(
    (
        "subject_id",
        "course_id",
        "assessment_id",
        "consent_id",
        "draw_id",
        "grant_id",
        "plan_id",
        "handover_id",
        "presenter_id",
        "corrects_id",
    )
)
"""Keys that only hold the rows together; they stand as numbers in the data, and not on paper."""
FROZEN_FIELDS: Final = frozenset(("content", "snapshot", "before", "after"))
"""Texts that are JSON."""
CODE_FIELDS: Final = frozenset(
    ("uid", "sha256", "model_key", "model_version", "row_kind", "origin", "plan_type", "key")
)
"""Texts of the program's own, which name nobody."""
SPEAKER_FIELDS: Final[Mapping[type, str]] = {ContactNote: "who"}
"""Who said what the row says, in words: where that is one of the others, so is all of it."""
NAME_FIELDS: Final = frozenset(("who", "given_by", "recipient", "made_for"))
"""Fields that hold somebody's name."""
