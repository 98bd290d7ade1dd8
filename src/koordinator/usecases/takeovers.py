"""The take-over checklist on trin 3: it makes its own lines, and is changed, settled and added to by hand."""

from dataclasses import replace
from datetime import timedelta

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, Family, FamilyMembership
from koordinator.domain.course import NotOnStep, StepPeriod
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.domain.periods import holds_on
from koordinator.domain.register import CaseFile
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, checked_takeover, left, missing_lines
from koordinator.usecases.periods import end_period
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.settings import current_number


class Takeovers:
    """The use cases of the checklist."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def save(self, actor: Actor, line: Takeover) -> Takeover:
        """The line as it is filled in: waiting, taken over, or not to be handed over. One with key 0 is new.

        Raises NotOnStep when the subject is not on trin 3, StaleVersion, and as `checked_takeover`.
        """
        with self._office.act(actor, Action.EDIT_TAKEOVER) as tx:
            before = tx.of(Takeover).get(line.id) if line.id else None
            checked = checked_takeover(line if before else _in_stay(tx, line), before, tx.today)
            saved = tx.of(Takeover).save(checked) if before else tx.of(Takeover).add(checked)
            tx.about("takeover", saved.id, saved.subject_id, f"outcome={saved.outcome}" if saved.outcome else "")
            return saved


def list_takeovers(tx: Transaction, stay: StepPeriod) -> None:
    """A line for each department with an open case and none in this time on trin 3.

    Part of the transaction that changes what there is to hand over; on another step nothing is.
    """
    if stay.step is not Step.ONE_CASEWORK:
        return
    members = _people(tx, stay.subject_id)
    names = {citizen.id: _given_name(citizen) for citizen in members} if len(members) > 1 else {}
    cases = tx.of(CaseFile).where(citizen_id=frozenset(citizen.id for citizen in members))
    known = tx.of(Takeover).where(subject_id=stay.subject_id, from_on=stay.from_on)
    expected_on = tx.today + timedelta(days=current_number(tx, SettingKey.TAKE_OVER_WITHIN_DAYS))
    for line in missing_lines(stay, cases, known, names, expected_on):
        tx.of(Takeover).add(line)


def list_takeovers_of(tx: Transaction, citizen_id: CitizenId) -> None:
    """As `list_takeovers`, for whom of the citizen and the citizen's family is on trin 3."""
    subjects = {tx.of(Citizen).get(citizen_id).subject_id}
    membership = tx.of(FamilyMembership).find(citizen_id=citizen_id, until_on=None)
    if membership is not None:
        subjects.add(tx.of(Family).get(membership.family_id).subject_id)
    stays = tx.of(StepPeriod).where(subject_id=frozenset(subjects), until_on=None, step=Step.ONE_CASEWORK)
    for stay in stays:
        list_takeovers(tx, stay)


def end_takeovers(tx: Transaction, subject_id: SubjectId) -> None:
    """What still waits ends when the subject comes away from trin 3; a time there of one day never was."""
    for line in tx.of(Takeover).where(subject_id=subject_id, until_on=None):
        end_period(tx, left(line), tx.today)


def _in_stay(tx: Transaction, line: Takeover) -> Takeover:
    """The new line in the subject's own time on trin 3."""
    now = tx.of(StepPeriod).find(subject_id=line.subject_id, until_on=None)
    if now is None or now.step is not Step.ONE_CASEWORK:
        raise NotOnStep(Step.ONE_CASEWORK, now.step if now else Step.NO_NEED)
    return replace(line, course_id=now.course_id, from_on=now.from_on)


def _people(tx: Transaction, subject_id: SubjectId) -> tuple[Citizen, ...]:
    """The citizen, or the members of the family today."""
    family = tx.of(Family).find(subject_id=subject_id)
    if family is None:
        return tx.of(Citizen).where(subject_id=subject_id)
    members = (row for row in tx.of(FamilyMembership).where(family_id=family.id) if holds_on(row, tx.today))
    return tx.of(Citizen).where(id=frozenset(row.citizen_id for row in members))


def _given_name(citizen: Citizen) -> str:
    """Also of a name that has the family name first, with a comma."""
    return (citizen.name.partition(",")[2].split() or citizen.name.split())[0]
