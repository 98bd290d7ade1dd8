"""One citizen's rows of a list into the register: what is new is made, what differs is changed."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.cpr import birth_date_of
from koordinator.domain.ids import CaseFileId, CitizenId, SubjectId
from koordinator.domain.list_records import ListRecord
from koordinator.domain.register import CaseFile
from koordinator.usecases.import_organisation import KnownOrganisation
from koordinator.usecases.ports import Transaction
from koordinator.usecases.takeovers import list_takeovers_of


class Outcome(StrEnum):
    """What became of a thing in the list."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class CitizenOutcome:
    """What became of a citizen and of each of the cases."""

    citizen: Outcome
    cases: tuple[Outcome, ...]


def import_citizen(tx: Transaction, records: tuple[ListRecord, ...], known: KnownOrganisation) -> CitizenOutcome:
    """Puts one citizen's records in. All records have the same CPR number."""
    citizen, outcome = _put_citizen(tx, records)
    cases = tuple(_put_case(tx, citizen.id, record, known) for record in records)
    if outcome is not Outcome.CREATED and set(cases) != {Outcome.UNCHANGED}:
        list_takeovers_of(tx, citizen.id)
    tx.about("citizen", citizen.id, citizen.subject_id, f"citizen={outcome} cases={len(cases)}")
    return CitizenOutcome(outcome, cases)


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


def _put_case(tx: Transaction, citizen_id: CitizenId, record: ListRecord, known: KnownOrganisation) -> Outcome:
    said = _said_of_case(record, known)
    case = tx.of(CaseFile).find(number=record.case_number)
    if case is None:
        tx.of(CaseFile).add(CaseFile(CaseFileId(0), record.case_number, citizen_id, registered_on=tx.today, **said))
        return Outcome.CREATED
    changed = replace(case, **said)
    if changed == case:
        return Outcome.UNCHANGED
    tx.of(CaseFile).save(changed)
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
