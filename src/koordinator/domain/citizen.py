"""The person in the centre, the family, and the subject that a course is about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from koordinator.domain.codes import PrimaryCaseworkerWish as PrimaryCaseworkerWish  # noqa: PLC0414 - its home is here
from koordinator.domain.codes import SubjectKind as SubjectKind  # noqa: PLC0414 - its home is here
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, EmployeeId, FamilyId, RowId, SubjectId


class PreferredContact(StrEnum):
    """How the citizen wants to be reached."""

    UNKNOWN = "unknown"
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    DIGITAL_POST = "digital_post"
    LETTER = "letter"
    THROUGH_ANOTHER = "through_another"


class FamilyRole(StrEnum):
    """A member's place in the family."""

    ADULT = "adult"
    CHILD = "child"
    OTHER = "other"


class LeaveReason(StrEnum):
    """Why somebody is no longer a member of the family."""

    MOVED_OUT = "moved_out"
    MOVED_AWAY = "moved_away"
    DIED = "died"
    OTHER = "other"


class RelationKind(StrEnum):
    """How the other citizen is related to this one ("Anna is the CHILD of Lone")."""

    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    FOSTER_PARENT = "foster_parent"
    FOSTER_CHILD = "foster_child"
    CUSTODY_HOLDER = "custody_holder"
    OTHER = "other"

    @property
    def is_near(self) -> bool:
        """Family of today: what happens to the one concerns the other."""
        return self not in (RelationKind.EX_PARTNER, RelationKind.OTHER)


@dataclass(frozen=True, slots=True)
class Subject:
    """A citizen or a family, seen as the one a course is about."""

    id: SubjectId
    kind: SubjectKind


@dataclass(frozen=True, slots=True)
class Citizen:
    """A citizen with what the paper and the telephone need. `cpr` is ten digits, or empty when unknown."""

    id: CitizenId
    uid: str
    subject_id: SubjectId
    cpr: str
    name: str
    born_on: date | None = None
    address: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    preferred_contact: PreferredContact = PreferredContact.UNKNOWN
    language: str = ""
    needs_interpreter: bool = False
    protected_address: bool = False
    digital_post_exempt: bool = False
    primary_caseworker_wish: PrimaryCaseworkerWish = PrimaryCaseworkerWish.NOT_ASKED
    version: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """A group of citizens that one trin 3 casework covers."""

    id: FamilyId
    uid: str
    subject_id: SubjectId
    name: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class FamilyMembership:
    """A citizen's time as a member of a family; `left_because` is there once it is over, where it is known."""

    id: RowId
    family_id: FamilyId
    citizen_id: CitizenId
    role: FamilyRole
    from_on: date
    until_on: date | None = None
    left_because: LeaveReason | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`other_citizen_id` is the `kind` of `citizen_id`."""

    id: RowId
    citizen_id: CitizenId
    other_citizen_id: CitizenId
    kind: RelationKind


@dataclass(frozen=True, slots=True)
class PrimaryCaseworkerPeriod:
    """The time in which the employee is the citizen's fast sagsbehandler."""

    id: RowId
    citizen_id: CitizenId
    employee_id: EmployeeId
    from_on: date
    until_on: date | None = None


class CprTaken(DomainError):
    """Another citizen is registered with the CPR number; `name` is empty for somebody whom the actor may not see."""

    name: str
