"""One citizen's rows of a list into the register: what is new is made, what differs is changed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from koordinator.domain.access import Actor
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.codes import GrantKind
from koordinator.domain.cpr import birth_date_of
from koordinator.domain.ids import CaseFileId, CitizenId, EmployeeId, SubjectId
from koordinator.domain.list_records import ListRecord
from koordinator.domain.register import CaseFile
from koordinator.usecases.import_organisation import KnownOrganisation
from koordinator.usecases.ports import Transaction
from koordinator.usecases.takeovers import list_takeovers_of
from koordinator.usecases.taking import others_who_have, tell_holders


class Outcome(StrEnum):
    """What became of a thing in the list."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class CitizenOutcome:
    """What became of a citizen and of each of the cases; `held` are the records that did not go in."""

    citizen: Outcome
    cases: tuple[Outcome, ...]
    held: tuple[ListRecord, ...] = ()


class _CaseChange(NamedTuple):
    """A record, the case it is about as it is, and as the record says; `before` is None for a new one."""

    record: ListRecord
    before: CaseFile | None
    after: CaseFile


def import_citizen(
    tx: Transaction, records: tuple[ListRecord, ...], known: KnownOrganisation, by: Actor | None
) -> CitizenOutcome:
    """Puts one citizen's records in. All records have the same CPR number.

    Where a case would make `by` the caseworker of somebody else's citizen, all that would change a case of the
    citizen is held back, so that nobody has lost the citizen before it is asked: see `take_citizen`. What a list moves
    between others moves by the hundred, and is told to nobody.
    """
    citizen, outcome = _put_citizen(tx, records)
    changes = tuple(_case_change(tx, citizen.id, record, known) for record in records)
    if by is None or outcome is Outcome.CREATED or not _is_to_be_asked(tx, by, citizen, changes):
        return _put_in(tx, citizen, outcome, changes)
    held = tuple(change.record for change in changes if change.after != change.before)
    return _put_in(tx, citizen, outcome, changes, held)


def take_citizen(
    tx: Transaction, records: tuple[ListRecord, ...], known: KnownOrganisation, by: Actor
) -> CitizenOutcome:
    """Puts in what was held back: `by` becomes the caseworker of somebody else's citizen, and those are told first."""
    citizen, outcome = _put_citizen(tx, records)
    changes = tuple(_case_change(tx, citizen.id, record, known) for record in records)
    tell_holders(tx, by, citizen.subject_id, GrantKind.LIST, _losing(by, changes))
    return _put_in(tx, citizen, outcome, changes)


def _is_to_be_asked(tx: Transaction, by: Actor, citizen: Citizen, changes: tuple[_CaseChange, ...]) -> bool:
    if not any(_gains(by, change) for change in changes):
        return False
    return bool(others_who_have(tx, by, citizen.subject_id, _losing(by, changes)))


def _gains(by: Actor, change: _CaseChange) -> bool:
    """Also a closed case that was another's: the next list would only have to open it."""
    _, before, after = change
    if after.caseworker_id != by.employee_id:
        return False
    return after.status.is_open or (before is not None and before.caseworker_id not in (None, by.employee_id))


def _losing(by: Actor, changes: tuple[_CaseChange, ...]) -> tuple[EmployeeId | None, ...]:
    gained = (change.before for change in changes if _gains(by, change))
    return tuple(before.caseworker_id for before in gained if before is not None and before.status.is_open)


def _put_in(
    tx: Transaction,
    citizen: Citizen,
    outcome: Outcome,
    changes: tuple[_CaseChange, ...],
    held: tuple[ListRecord, ...] = (),
) -> CitizenOutcome:
    cases = tuple(Outcome.HELD if change.record in held else _put_case(tx, change) for change in changes)
    if outcome is not Outcome.CREATED and not {Outcome.UNCHANGED, Outcome.HELD}.issuperset(cases):
        list_takeovers_of(tx, citizen.id)
    codes = f"citizen={outcome} cases={len(cases)}" + (f" held={len(held)}" if held else "")
    tx.about("citizen", citizen.id, citizen.subject_id, codes)
    return CitizenOutcome(outcome, cases, held)


def _put_citizen(tx: Transaction, records: tuple[ListRecord, ...]) -> tuple[Citizen, Outcome]:
    said = _said_of_citizen(records)
    citizen_id = tx.search.citizen_with(records[0].cpr)
    if citizen_id is None:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN))
        new = Citizen(
            CitizenId(0), tx.new_uid(), subject.id, records[0].cpr, born_on=birth_date_of(records[0].cpr), **said
        )
        return tx.of(Citizen).add(new), Outcome.CREATED
    known = tx.of(Citizen).get(citizen_id)
    changed = replace(known, **said)
    if changed == known:
        return known, Outcome.UNCHANGED
    return tx.of(Citizen).save(changed), Outcome.UPDATED


def _case_change(tx: Transaction, citizen_id: CitizenId, record: ListRecord, known: KnownOrganisation) -> _CaseChange:
    said, before = _said_of_case(record, known), tx.of(CaseFile).find(number=record.case_number)
    if before is not None:
        return _CaseChange(record, before, replace(before, **said))
    new = CaseFile(CaseFileId(0), record.case_number, citizen_id, registered_on=tx.today, **said)
    return _CaseChange(record, None, new)


def _put_case(tx: Transaction, change: _CaseChange) -> Outcome:
    if change.before is None:
        tx.of(CaseFile).add(change.after)
        return Outcome.CREATED
    if change.after == change.before:
        return Outcome.UNCHANGED
    tx.of(CaseFile).save(change.after)
    return Outcome.UPDATED


def _said_of_citizen(records: tuple[ListRecord, ...]) -> dict[str, Any]:
    """What the rows say, the later row over the earlier; an empty cell says nothing."""
    said: dict[str, Any] = {}
    for record in records:
        fields = {
            "name": record.name,
            "address": record.address,
            "postal_code": record.postal_code,
            "city": record.city,
        }
        said |= {name: value for name, value in fields.items() if value}
    return said


def _said_of_case(record: ListRecord, known: KnownOrganisation) -> dict[str, Any]:
    fields = {
        "department_id": known.department_of(record),
        "team_id": known.team_of(record),
        "caseworker_id": known.caseworker_of(record),
        "title": record.title,
        "legal_basis": record.legal_basis,
        "status": record.status,
        "opened_on": record.opened_on,
        "deadline_on": record.deadline_on,
        "application": record.application,
        "received_on": record.received_on,
        "answer_due_on": record.answer_due_on,
        "answered_on": record.answered_on,
        "note": record.note,
    }
    return {name: value for name, value in fields.items() if value not in (None, "")}
