"""One citizen's rows of a list into the register: what is new is made, what differs is changed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from koordinator.domain.access import Actor
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.codes import GrantKind
from koordinator.domain.cpr import birth_date_of
from koordinator.domain.ids import CaseFileId, CitizenId, SubjectId
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

    A case that would make `by` the caseworker of a citizen whom only others have is held back: see `take_citizen`.
    """
    citizen, outcome = _put_citizen(tx, records)
    changes = tuple(_case_change(tx, citizen.id, record, known) for record in records)
    held = () if by is None or outcome is Outcome.CREATED else _to_be_asked_about(tx, by, citizen, changes)
    cases = tuple(Outcome.HELD if change.record in held else _put_case(tx, change) for change in changes)
    if outcome is not Outcome.CREATED and not {Outcome.UNCHANGED, Outcome.HELD}.issuperset(cases):
        list_takeovers_of(tx, citizen.id)
    codes = f"citizen={outcome} cases={len(cases)}" + (f" held={len(held)}" if held else "")
    tx.about("citizen", citizen.id, citizen.subject_id, codes)
    return CitizenOutcome(outcome, cases, held)


def take_citizen(
    tx: Transaction, records: tuple[ListRecord, ...], known: KnownOrganisation, by: Actor
) -> CitizenOutcome:
    """Puts in what was held back: `by` becomes the caseworker of somebody else's citizen, and those are told."""
    citizen_id = tx.search.citizen_with(records[0].cpr)
    if citizen_id is not None:
        tell_holders(tx, by, tx.of(Citizen).get(citizen_id).subject_id, GrantKind.LIST)
    return import_citizen(tx, records, known, None)


def _to_be_asked_about(
    tx: Transaction, by: Actor, citizen: Citizen, changes: tuple[_CaseChange, ...]
) -> tuple[ListRecord, ...]:
    own = tuple(record for record, _, case in changes if case.status.is_open and case.caseworker_id == by.employee_id)
    return own if own and others_who_have(tx, by, citizen.subject_id) else ()


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
