"""The counts in SQL against the rules in words, over random histories in a real encrypted database."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.meeting import Meeting
from koordinator.domain.paper import Handout
from koordinator.domain.steps import Step
from koordinator.domain.supervision import ALL_COUNTS, CountName, GroupBy, SupervisionRow, SupervisionScope, fold
from koordinator.domain.supervision_rules import count
from koordinator.storage.office import SqlTransaction
from koordinator.storage.queries.supervision_sql import APPLICATIONS, ASSESSMENTS, COURSES, MEETINGS, PLANS_APPROVED
from tests.support.counted_beside import BESIDE
from tests.support.counted_sentences import PERIOD as DEFINED_PERIOD
from tests.support.counted_sentences import SENTENCES, SUMMER, Sentence, Town
from tests.support.counted_world import AS_OF, World, days_after
from tests.support.office import Bench, SetClock
from tests.support.random_histories import PERIOD, histories

IN_TIME = CountName.PAPERS_IN_TIME
same_database = settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Forgotten(Exception):
    """Ends a transaction that shall leave nothing."""


@contextmanager
def stored(bench: Bench, world: World) -> Iterator[SqlTransaction]:
    """The world in the database as of its own day, for as long as the block lasts."""
    clock = SetClock(datetime.combine(world.today, time(11), UTC))
    with suppress(Forgotten), bench.database.write() as connection:
        transaction = SqlTransaction(connection, clock)
        world.store(transaction)
        yield transaction
        raise Forgotten


@same_database
@given(world=histories(), by=st.sampled_from(GroupBy))
def test_sql_counts_as_the_rules_say(bench: Bench, world: World, by: GroupBy) -> None:
    scope = SupervisionScope(PERIOD, by)
    expected = count(world.facts(), scope, AS_OF)

    with stored(bench, world) as tx:
        numbers = fold(tx.supervision.cells(PERIOD, ALL_COUNTS), scope, AS_OF)
        listed = fold(tx.supervision.cells(PERIOD, ALL_COUNTS, listed=True), scope, AS_OF, listed=True)

    assert [(row.group, row.numbers) for row in numbers.rows] == [(row.group, row.numbers) for row in expected.rows]
    assert numbers.total.numbers == expected.total.numbers
    assert listed == expected


@pytest.mark.parametrize("sentence", [*SENTENCES, *BESIDE], ids=lambda sentence: sentence.words)
def test_definition_in_sql(bench: Bench, sentence: Sentence) -> None:
    town, expectations = sentence.tell()

    with stored(bench, town) as tx:
        for expected in expectations:
            scope = SupervisionScope(DEFINED_PERIOD, expected.by)
            report = fold(tx.supervision.cells(DEFINED_PERIOD, ALL_COUNTS), scope, AS_OF)
            rows = {row.group: row for row in (*report.rows, report.total)}
            row = rows.get(expected.group, SupervisionRow(expected.group, {}))
            assert {name: row.number(name) for name in expected.counts} == expected.counts, expected.group


@pytest.mark.parametrize(
    ("statement", "table", "index"),
    [
        (MEETINGS.numbers(MEETINGS.counts), "meeting", "ix_meeting_counted"),
        (COURSES, "meeting", "ix_meeting_met"),
        (PLANS_APPROVED.numbers(PLANS_APPROVED.counts), "plan_version AS version", "ix_plan_version_first"),
        (ASSESSMENTS.numbers(ASSESSMENTS.counts), "assessment", "ix_assessment_decided"),
        (APPLICATIONS.numbers(APPLICATIONS.counts), "case_file", "ix_case_file_application"),
    ],
)
def test_indexes_over_some_rows_fit_their_statements(bench: Bench, statement: str, table: str, index: str) -> None:
    """SQLite refuses to be told an index that does not hold all that is asked for."""
    told = statement.replace(f"FROM {table}", f"FROM {table} INDEXED BY {index}")
    days = {"first_on": "2026-07-01", "last_on": "2026-12-31", "settled_on": "2026-07-01"}

    with bench.database.read() as connection:
        rows = connection.exec_driver_sql(
            told, {**days, "today": "2026-11-21", "waits_from": "2026-11-14", "listed": 0}
        ).all()

    assert (told.count("INDEXED BY"), rows) == (1, [])


@same_database
@given(world=histories(), name=st.sampled_from(CountName))
def test_every_number_is_as_long_as_its_list(bench: Bench, world: World, name: CountName) -> None:
    scope = SupervisionScope(PERIOD, GroupBy.EMPLOYEE)
    with stored(bench, world) as tx:
        report = fold(tx.supervision.cells(PERIOD, (name,)), scope, AS_OF, names=(name,))
        things = tx.supervision.things(PERIOD, name)

    assert report.total.number(name) == len({thing.id for thing in things})
    for row in report.rows:
        held = {thing.id for thing in things if thing.holder.employee == row.group.key}
        if row.group.kind == "employee":
            assert row.number(name) == len(held)


def test_a_note_that_is_withdrawn_and_a_meeting_that_is_moved_are_counted_anew(bench: Bench) -> None:
    town = Town()
    met = town.meeting(town.on_step(Step.MEETINGS, town.ane), SUMMER)
    handed = town.minutes(met, SUMMER)

    def in_time(tx: SqlTransaction) -> tuple[tuple[date, date | None], ...]:
        return tuple((thing.from_on, thing.until_on) for thing in tx.supervision.things(DEFINED_PERIOD, IN_TIME))

    with stored(bench, town) as tx:
        assert in_time(tx) == ((SUMMER, SUMMER),)
        moved = tx.of(Meeting).save(replace(tx.of(Meeting).get(met.id), starts_on=days_after(SUMMER, -2)))
        assert in_time(tx) == ((moved.starts_on, SUMMER),)
        tx.of(Meeting).save(replace(moved, starts_on=days_after(SUMMER, -20)))
        assert in_time(tx) == ()
        tx.of(Meeting).save(replace(tx.of(Meeting).get(met.id), starts_on=SUMMER))
        tx.of(Handout).save(replace(handed, withdrawn_at=AS_OF, withdrawn_because="Det var en anden borger"))
        assert in_time(tx) == ()
