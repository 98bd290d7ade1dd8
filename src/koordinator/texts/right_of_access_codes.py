"""The words for every code that stands in what is held about a citizen."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from koordinator.domain.access import Action, Relation
from koordinator.domain.case_filing import Sensitivity
from koordinator.domain.citizen import FamilyRole, LeaveReason, PreferredContact, RelationKind
from koordinator.domain.citizen_request import RequestKind, RequestOutcome
from koordinator.domain.codes import (
    AgreementStatus,
    EndReason,
    GrantKind,
    MeetingStatus,
    PlaceKind,
    PrimaryCaseworkerWish,
)
from koordinator.domain.contact_note import ContactKind as NoteOfContact
from koordinator.domain.follow_up import DueKind
from koordinator.domain.handover import HandoverKind, HandoverOutcome
from koordinator.domain.invitation import InvitationWay
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.meeting import AgendaKind, Attendance, InvitationAnswer, MeetingKind, NoteKind
from koordinator.domain.paper import HandoutWay, PaperKind, Reader
from koordinator.domain.register import ApplicationKind, CaseStatus, Closeness, ContactKind, PlanRelation
from koordinator.domain.right_of_access import AccessVerdict, AnswerCode, OtherKind
from koordinator.domain.spot_check import SpotAnswer
from koordinator.domain.steps import Step
from koordinator.domain.takeover import TakeoverOutcome
from koordinator.texts import (
    access_grants,
    case_folder,
    citizen_requests,
    contact_notes,
    handover,
    meeting,
    plan,
    register,
    spot_checks,
    subject,
    takeover,
)
from koordinator.texts.audit import ACTIONS
from koordinator.texts.course_history import step
from koordinator.texts.formats import capitalised

_CODES: Final[dict[type[Enum], Mapping[Any, str]]] = {
    Action: {action: capitalised(words) for action, words in ACTIONS.items()},
    AgreementStatus: plan.AGREEMENT_STATUS,
    AccessVerdict: {AccessVerdict.SHOWN: "Vises", AccessVerdict.MASKED: "Udelades"},
    GrantKind: access_grants.KINDS,
    AgendaKind: {
        AgendaKind.WELCOME: "Velkomst",
        AgendaKind.CITIZENS_WORDS: "Borgerens ord",
        AgendaKind.SINCE_LAST: "Siden sidst",
        AgendaKind.EFFORTS: "Indsatser",
        AgendaKind.GOALS: "Mål",
        AgendaKind.AGREEMENTS: "Aftaler",
        AgendaKind.NEXT_MEETING: "Næste møde",
        AgendaKind.OTHER: "Andet",
    },
    AnswerCode: {AnswerCode.UNKNOWN: "Ved ikke"},
    ApplicationKind: register.APPLICATIONS,
    Attendance: meeting.ATTENDANCE,
    CaseStatus: register.STATUSES,
    Closeness: register.CLOSENESSES,
    ContactKind: register.CONTACT_KINDS,
    DueKind: plan.DUE_KINDS,
    EndReason: subject.END_REASONS,
    FamilyRole: subject.FAMILY_ROLES,
    GoalStatus: plan.GOAL_STATUS,
    HandoutWay: plan.HANDOUT_WAYS,
    HandoverKind: handover.KINDS_SHORT,
    HandoverOutcome: {
        HandoverOutcome.CARRIED_OUT: "Gennemført",
        HandoverOutcome.CANCELLED: "Aflyst",
        HandoverOutcome.OVERTAKEN: "Erstattet af en anden",
    },
    InvitationAnswer: meeting.ANSWERS,
    InvitationWay: {
        InvitationWay.LETTER: "Brev",
        InvitationWay.CALENDAR_FILE: "Kalenderfil",
        InvitationWay.MAIL_DRAFT: "Kladde til mail",
    },
    LeaveReason: subject.LEAVE_REASONS,
    MeetingKind: meeting.KINDS,
    MeetingStatus: meeting.STATUS,
    NoteKind: meeting.NOTE_KINDS,
    NoteOfContact: contact_notes.KINDS,
    OtherKind: {
        OtherKind.ADDRESS: "Den beskyttede adresse",
        OtherKind.CITIZEN: "En anden borger",
        OtherKind.CONTACT_PERSON: "En kontaktperson",
        OtherKind.NAME: "Et navn i en tekst",
        OtherKind.PRIVATE_NOTE: "En privat note",
        OtherKind.DRAFT: "En kladde",
    },
    PaperKind: plan.PAPERS,
    PlaceKind: meeting.PLACES,
    PlanRelation: plan.RELATIONS,
    PreferredContact: subject.PREFERRED,
    PrimaryCaseworkerWish: subject.WISHES,
    Reader: plan.READERS,
    Relation: {each: words for each, words in spot_checks.RELATIONS.items() if each is not None},
    RelationKind: subject.RELATIONS,
    RequestKind: citizen_requests.KINDS_LONG,
    RequestOutcome: citizen_requests.OUTCOMES,
    SpotAnswer: spot_checks.ANSWERS,
    Step: {each: step(each) for each in Step},
    Sensitivity: case_folder.SENSITIVITY_CHOICES,
    TakeoverOutcome: {**takeover.STATES, TakeoverOutcome.LEFT_STEP: "Faldt væk, da trinnet sluttede"},
}


def code_word(value: Enum) -> str:
    """The word for a code; the code itself where the program has none for it."""
    return _CODES.get(type(value), {}).get(value, str(value.value))
