"""Families: a group of citizens that one trin 3 casework covers, each member from one day to another."""

from dataclasses import dataclass, replace
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    LeaveReason,
    Subject,
    SubjectKind,
)
from koordinator.domain.citizen_rules import AlreadyInFamily, checked_family
from koordinator.domain.codes import GrantKind
from koordinator.domain.course import Course, EndReason, StepPeriod
from koordinator.domain.course_rules import CourseEnd
from koordinator.domain.errors import NotYours
from koordinator.domain.ids import CitizenId, FamilyId, RowId, SubjectId
from koordinator.domain.steps import Step
from koordinator.usecases.citizen_file import FamilyFile, load_family_file
from koordinator.usecases.courses import end_as_part_of_family, end_course
from koordinator.usecases.periods import end_membership
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import sees
from koordinator.usecases.takeovers import list_takeovers
from koordinator.usecases.taking import tell_holders

_GONE: Final = {LeaveReason.DIED: EndReason.DIED, LeaveReason.MOVED_AWAY: EndReason.MOVED_AWAY}


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody who comes into a family."""

    citizen_id: CitizenId
    role: FamilyRole


class Families:
    """The use cases of a family."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, family_id: FamilyId) -> FamilyFile:
        """Everything that the family's page shows. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_CITIZEN) as tx:
            family = tx.of(Family).get(family_id)
            tx.about("family", family.id, family.subject_id)
            return load_family_file(tx, family)

    def create(self, actor: Actor, name: str, members: tuple[NewMember, ...]) -> Family:
        """A new family with its members from today.

        Raises AlreadyInFamily, FieldMissing, FieldTooLong, UnusableCharacter or NotFound.
        """
        with self._office.act(actor, Action.EDIT_FAMILY) as tx:
            subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
            family = tx.of(Family).add(checked_family(Family(FamilyId(0), tx.new_uid(), subject.id, name)))
            for member in members:
                _join(tx, actor, family, member)
            tx.about("family", family.id, family.subject_id, f"members={len(members)}")
            return family

    def rename(self, actor: Actor, family: Family) -> Family:
        """The family under another name. Raises StaleVersion, FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.EDIT_FAMILY) as tx:
            saved = tx.of(Family).save(checked_family(family))
            tx.about("family", saved.id, saved.subject_id)
            return saved

    def take_in(self, actor: Actor, family_id: FamilyId, member: NewMember) -> FamilyMembership:
        """The citizen is a member from today; on trin 3 the citizen's own course ends as part of the family.

        Those who have the family, or the citizen, are told.
        Raises AlreadyInFamily or NotFound.
        """
        with self._office.act(actor, Action.EDIT_FAMILY) as tx:
            family = tx.of(Family).get(family_id)
            tell_holders(tx, actor, family.subject_id, GrantKind.FAMILY)
            joined = _join(tx, actor, family, member)
            tx.about("family", family.id, family.subject_id, f"in={member.citizen_id}")
            return joined

    def leave(self, actor: Actor, membership_id: RowId, because: LeaveReason = LeaveReason.OTHER) -> None:
        """The citizen is no longer a member from today; who has died or moved away has no course of their own either.

        That ends casework, so it is for whoever may end the course. Raises NotYours or NotFound.
        """
        with self._office.act(actor, Action.EDIT_FAMILY) as tx:
            membership = tx.of(FamilyMembership).get(membership_id)
            family = tx.of(Family).get(membership.family_id)
            citizen = tx.of(Citizen).get(membership.citizen_id)
            tx.about("citizen", citizen.id, citizen.subject_id)
            if because in _GONE and not sees(tx, actor, citizen, Action.END_COURSE):
                raise NotYours(Action.END_COURSE)
            if membership.until_on is None:
                end_membership(tx, membership, because)
                _end_course_of_the_gone(tx, citizen, because)
            tx.about("family", family.id, family.subject_id, f"out={membership.citizen_id} reason={because}")

    def change_role(self, actor: Actor, membership_id: RowId, role: FamilyRole) -> FamilyMembership:
        """The member's place in the family. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_FAMILY) as tx:
            membership = tx.of(FamilyMembership).get(membership_id)
            family = tx.of(Family).get(membership.family_id)
            tx.about("family", family.id, family.subject_id, f"role={role}")
            return tx.of(FamilyMembership).save(replace(membership, role=role))


def _end_course_of_the_gone(tx: Transaction, citizen: Citizen, because: LeaveReason) -> None:
    course = tx.of(Course).find(subject_id=citizen.subject_id, until_on=None)
    if course is not None and because in _GONE:
        end_course(tx, course, CourseEnd(_GONE[because]))


def _join(tx: Transaction, actor: Actor, family: Family, member: NewMember) -> FamilyMembership:
    citizen = tx.of(Citizen).get(member.citizen_id)
    tx.about("family", family.id, citizen.subject_id)
    now = tx.of(FamilyMembership).find(citizen_id=citizen.id, until_on=None)
    if now is not None:
        raise AlreadyInFamily(citizen.name, tx.of(Family).get(now.family_id).name)
    tell_holders(tx, actor, citizen.subject_id, GrantKind.FAMILY)
    stay = tx.of(StepPeriod).find(subject_id=family.subject_id, until_on=None, step=Step.ONE_CASEWORK)
    new = tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, member.role, tx.today))
    if stay is not None:
        end_as_part_of_family(tx, citizen)
        list_takeovers(tx, stay)
    return new
