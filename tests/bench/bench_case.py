"""Goal 6: one full case loaded as the pages load it, against the same rows read raw from the same file.

The case has 15 contacts, 8 cases, 6 goals, 40 agreements and 20 meetings, with course, coordinator,
consent, efforts and plan. Measured are what the citizen's page, the plan and the list of meetings
read, without and with the audit entry of the look; the floor reads the same tables' rows of the case
with sqlcipher3 alone, each table once, and does nothing with them.
"""

import tempfile
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import ContactPersonId, EffortId, GoalId, JointPlanId
from koordinator.domain.joint_plan import Goal, JointPlan
from koordinator.domain.meeting import Meeting, MeetingStatus
from koordinator.domain.register import ContactPerson, Effort
from koordinator.storage.office import SqlTransaction
from koordinator.usecases.citizen_file import load_citizen_file
from koordinator.usecases.ports import Transaction
from tests.bench.measuring import Row, medians
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench, make_template, open_office

if TYPE_CHECKING:
    from sqlite3 import Connection

ROUNDS: Final = 400
CONTACTS, CASES, GOALS, AGREEMENTS, MEETINGS, EFFORTS = 15, 8, 6, 40, 20, 5

_OF_CITIZEN: Final = (
    "relation",
    "primary_caseworker_period",
    "family_membership",
    "case_file",
    "effort",
    "other_plan",
    "contact_person",
    "consent",
)
_OF_SUBJECT: Final = (
    "course",
    "step_period",
    "coordinator_period",
    "assessment",
    "joint_plan",
    "plan_version",
    "agreement",
    "pending_decision",
    "meeting",
)
_ENTRY: Final = """
INSERT INTO audit_entry SELECT sequence + 1, '2026-11-21T11:00:00.000000+00:00', 1, 'coordinator', 'window',
    'open_citizen', 'citizen', 1, 1, '', seal, ? FROM audit_entry ORDER BY sequence DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class FullCase:
    """The citizen and the plan of the case, and who looks."""

    citizen: Citizen
    plan_id: JointPlanId
    actor: Actor


def measure() -> list[Row]:
    """The case without and with the audit entry."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        case = full_case(bench)
        floor, bare = medians(ROUNDS, lambda: raw_look(bench, case), lambda: look(bench, case))
        # Apart: every entry empties the page cache of the other connections.
        entries = count(1)
        logged_floor, logged = medians(
            ROUNDS, lambda: raw_logged_look(bench, case, next(entries)), lambda: logged_look(bench, case)
        )
    return [
        Row("one full case", "<= 1.5 ms, <= 5 x", floor, bare, bare / floor),
        Row("one full case, the look logged", "<= 5 x", logged_floor, logged, logged / logged_floor),
    ]


def full_case(bench: Bench) -> FullCase:
    """A citizen on trin 2 in the middle of everything."""
    histories, citizen = Histories(bench), bench.add_citizen()
    ida = histories.employee()
    histories.course(citizen.subject_id, by=ida)
    histories.consent(citizen, "Sundhed", date(2027, 6, 1))
    plan = histories.plan(citizen.subject_id, days_ago(30), date(2027, 5, 1))
    for number in range(CONTACTS):
        name, helps_with = f"Kontakt {number}", "hjælper med at komme ud af døren om morgenen"
        histories.add(ContactPerson(ContactPersonId(0), citizen.id, name, helps_with=helps_with, phone="72 00 00 00"))
    for _ in range(CASES):
        histories.case(citizen, caseworker=ida)
    for number in range(EFFORTS):
        histories.add(Effort(EffortId(0), citizen.id, f"Indsats {number}", "Ro i hverdagen", amount="4 timer om ugen"))
    for number in range(GOALS):
        histories.add(Goal(GoalId(0), f"goal-{number}", plan.id, number, "En rolig morgen", "Jeg vil selv kunne."))
    for number in range(AGREEMENTS):
        histories.agreement(citizen.subject_id, days_ago(number - AGREEMENTS // 2), by=ida)
    for number in range(MEETINGS):
        histories.meeting(citizen.subject_id, days_ago(30 * number + 1), MeetingStatus.HELD)
    return FullCase(citizen, plan.id, bench.actor)


def look(bench: Bench, case: FullCase) -> None:
    """The case in a read transaction."""
    with bench.database.read() as connection:
        load(SqlTransaction(connection, bench.clock), case)


def logged_look(bench: Bench, case: FullCase) -> None:
    """The case as it is really looked at: permission, transaction, entry in the log, on the disk."""
    with bench.office.act(case.actor, Action.OPEN_CITIZEN) as tx:
        tx.about("citizen", case.citizen.id, case.citizen.subject_id)
        load(tx, case)


def load(tx: Transaction, case: FullCase) -> None:
    """What the citizen's page, the plan and the list of meetings show."""
    citizen = tx.of(Citizen).get(case.citizen.id)
    load_citizen_file(tx, citizen)
    tx.of(JointPlan).get(case.plan_id)
    tx.of(Goal).where(order_by="position", plan_id=case.plan_id)
    tx.of(Agreement).where(subject_id=citizen.subject_id)
    tx.of(Meeting).where(order_by="starts_on", subject_id=citizen.subject_id)


def raw_look(bench: Bench, case: FullCase) -> None:
    """The same rows, as the driver gives them."""
    with bench.database.plain() as connection:
        connection.execute("BEGIN")
        raw_rows(connection, case)
        connection.execute("COMMIT")


def raw_logged_look(bench: Bench, case: FullCase, number: int) -> None:
    """The same rows and one more row of the log, in one transaction that is safe on the disk."""
    with bench.database.plain() as connection:
        connection.execute("BEGIN IMMEDIATE")
        raw_rows(connection, case)
        connection.execute(_ENTRY, (f"{number:064}",))
        connection.execute("COMMIT")


def raw_rows(connection: "Connection", case: FullCase) -> None:
    """Every row of the case, each table once."""
    by_citizen, by_subject = (case.citizen.id,), (case.citizen.subject_id,)
    connection.execute("SELECT * FROM citizen WHERE id = ?", by_citizen).fetchall()
    for table in _OF_CITIZEN:
        connection.execute(f"SELECT * FROM {table} WHERE citizen_id = ?", by_citizen).fetchall()  # noqa: S608
    for table in _OF_SUBJECT:
        connection.execute(f"SELECT * FROM {table} WHERE subject_id = ?", by_subject).fetchall()  # noqa: S608
    connection.execute("SELECT * FROM goal WHERE plan_id = ?", (case.plan_id,)).fetchall()
    for table in ("employee", "department", "setting"):
        connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608


if __name__ == "__main__":
    for row in measure():
        print(row)  # noqa: T201
