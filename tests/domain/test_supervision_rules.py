"""Ledelsestilsyn, definition version 1: each sentence shows what it says, and what must hold whatever happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.supervision import (
    ALL_COUNTS,
    REST_OF,
    TOTAL,
    WHOLE_OF,
    CountName,
    GroupBy,
    SupervisionReport,
    SupervisionRow,
    SupervisionScope,
)
from koordinator.domain.supervision_rules import count
from tests.support.counted_beside import BESIDE
from tests.support.counted_sentences import PERIOD, SENTENCES, Expected, Sentence
from tests.support.counted_world import AS_OF, World
from tests.support.random_histories import PERIOD as RANDOM_PERIOD
from tests.support.random_histories import histories


def row_of(report: SupervisionReport, expected: Expected) -> SupervisionRow:
    if expected.group == TOTAL:
        return report.total
    return next((row for row in report.rows if row.group == expected.group), SupervisionRow(expected.group, {}))


@pytest.mark.parametrize("sentence", [*SENTENCES, *BESIDE], ids=lambda sentence: sentence.words)
def test_definition(sentence: Sentence) -> None:
    town, expectations = sentence.tell()

    for expected in expectations:
        report = count(town.facts(), SupervisionScope(PERIOD, expected.by), AS_OF)
        row = row_of(report, expected)
        assert {name: row.number(name) for name in expected.counts} == expected.counts, expected.group


@given(world=histories(), by=st.sampled_from(GroupBy))
def test_every_number_is_the_length_of_its_list(world: World, by: GroupBy) -> None:
    report = count(world.facts(), SupervisionScope(RANDOM_PERIOD, by), AS_OF)

    for row in (*report.rows, report.total):
        for name in ALL_COUNTS:
            counted = report.count(row, name)
            assert counted.ids is not None
            assert counted.number == len(set(counted.ids)) == len(counted.ids)


@given(world=histories(), by=st.sampled_from(GroupBy))
def test_the_total_counts_distinct_things(world: World, by: GroupBy) -> None:
    report = count(world.facts(), SupervisionScope(RANDOM_PERIOD, by), AS_OF)

    for name in set(ALL_COUNTS) - REST_OF.keys():
        distinct = {thing for row in report.rows if row.ids for thing in row.ids[name]}
        assert report.total.number(name) == len(distinct)


@given(world=histories(), by=st.sampled_from(GroupBy))
def test_a_part_is_among_its_whole_in_every_row(world: World, by: GroupBy) -> None:
    report = count(world.facts(), SupervisionScope(RANDOM_PERIOD, by), AS_OF)

    for row in (*report.rows, report.total):
        assert row.ids is not None
        for part, whole in WHOLE_OF.items():
            assert set(row.ids[part]) <= set(row.ids[whole])
        for rest, part in REST_OF.items():
            assert set(row.ids[rest]) == set(row.ids[WHOLE_OF[part]]) - set(row.ids[part])


@given(world=histories())
def test_how_rows_are_made_does_not_change_the_total(world: World) -> None:
    facts = world.facts()
    totals = [count(facts, SupervisionScope(RANDOM_PERIOD, by), AS_OF).total for by in GroupBy]

    assert totals[0] == totals[1] == totals[2]


@given(world=histories())
def test_my_numbers_are_my_row(world: World) -> None:
    facts = world.facts()
    everybody = count(facts, SupervisionScope(RANDOM_PERIOD, GroupBy.EMPLOYEE), AS_OF)

    for row in everybody.rows:
        mine = count(facts, SupervisionScope(RANDOM_PERIOD, GroupBy.EMPLOYEE, only=row.group.key), AS_OF)
        if row.group.key:
            assert mine.rows == (row,)
            assert mine.total.numbers == row.numbers


def test_nothing_counted_is_nothing_shown() -> None:
    report = count(World().facts(), SupervisionScope(PERIOD, GroupBy.TEAM), AS_OF)

    assert report.rows == ()
    assert report.count(report.total, CountName.MEETINGS_HELD).number == 0
