"""Ledelsestilsyn in Danish."""

from datetime import date

import pytest

from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.counts_file import (
    CountingKeyMistyped,
    CountsFileDamaged,
    CountsFileNewer,
    CountsKeyDiffers,
    CountsPeriodDiffers,
)
from koordinator.domain.errors import DomainError
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import (
    ALL_COUNTS,
    DEFINED_COUNTS,
    NOBODY,
    WHOLE_OF,
    Cell,
    CountName,
    Group,
    GroupBy,
    GroupKind,
    Holder,
    SupervisionReport,
    SupervisionRow,
    SupervisionScope,
    TooFewToShare,
    fold,
)
from koordinator.texts import supervision as words
from koordinator.texts import supervision_command
from koordinator.texts.errors import sentence
from tests.support.counted_world import AS_OF

SECOND_HALF = DayRange(date(2026, 7, 1), date(2026, 12, 31))
FIRST_HALF = DayRange(date(2026, 1, 1), date(2026, 6, 30))
TODAY = date(2026, 11, 21)


def report() -> SupervisionReport:
    cells = [
        Cell(CountName.COURSES_STEP2, Holder(1), 65),
        Cell(CountName.STEP2_WITH_MEETING, Holder(1), 45),
        Cell(CountName.COURSES_STEP2, NOBODY, 1_000),
    ]
    scope = SupervisionScope(SECOND_HALF, GroupBy.EMPLOYEE)
    return fold(cells, scope, AS_OF, names=(CountName.COURSES_STEP2, CountName.STEP2_WITH_MEETING))


@pytest.mark.parametrize(
    ("first_on", "last_on", "name"),
    [
        (date(2026, 7, 1), date(2026, 12, 31), "2. halvår 2026"),
        (date(2026, 1, 1), date(2026, 6, 30), "1. halvår 2026"),
        (date(2026, 1, 1), date(2026, 3, 31), "1. kvartal 2026"),
        (date(2026, 10, 1), date(2026, 12, 31), "4. kvartal 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2026, 11, 1), date(2026, 11, 30), "november 2026"),
        (date(2026, 2, 1), date(2026, 4, 30), "01.02.2026–30.04.2026"),
        (date(2026, 4, 1), date(2026, 9, 30), "01.04.2026–30.09.2026"),
        (date(2026, 7, 1), date(2027, 6, 30), "01.07.2026–30.06.2027"),
        (date(2026, 7, 1), date(2026, 7, 1), "01.07.2026–01.07.2026"),
    ],
)
def test_periods_have_the_names_people_use(first_on: date, last_on: date, name: str) -> None:
    assert words.period_name(DayRange(first_on, last_on)) == name


def test_a_running_period_is_compared_with_the_same_time() -> None:
    assert words.compared(106, 92, SECOND_HALF, TODAY) == "14 flere end på samme tid i 1. halvår"
    assert words.compared(92, 106, SECOND_HALF, TODAY) == "14 færre end på samme tid i 1. halvår"
    assert words.compared(92, 92, SECOND_HALF, TODAY) == "Lige så mange som på samme tid i 1. halvår"


def test_a_period_that_is_over_is_compared_with_the_whole_one_before() -> None:
    assert words.compared(5, 4, SECOND_HALF, date(2027, 1, 1)) == "1 flere end i 1. halvår"
    assert words.compared(5, 4, FIRST_HALF, TODAY) == "1 flere end i 2. halvår 2025"
    assert (
        words.compared(5, 4, DayRange(date(2026, 1, 1), date(2026, 12, 31)), date(2027, 1, 1)) == "1 flere end i 2025"
    )
    odd = DayRange(date(2026, 3, 5), date(2026, 3, 14))
    assert words.compared(5, 4, odd, TODAY) == "1 flere end i perioden 23.02.2026–04.03.2026"
    assert words.compared(5, 4, DayRange(date.min, date.max), TODAY) == ""


def test_a_number_stands_with_what_it_is_held_against() -> None:
    row = report().rows[0]

    assert words.out_of(row, CountName.STEP2_WITH_MEETING) == "45 af 65"
    assert words.out_of(row, CountName.COURSES_STEP2) == "65"


def test_the_table_has_a_row_for_each_group_and_the_total() -> None:
    table = words.table_of(report())

    assert table.title == "Ledelsestilsyn 2. halvår 2026"
    assert table.headings == ("Medarbejder", "På trin 2", "Trin 2 med møde")
    assert table.rows == (("", 65, 45), ("Uden koordinerende sagsbehandler", 1_000, 0), ("I alt", 1_065, 45))


def test_the_meanings_go_with_the_table() -> None:
    table = words.meanings_of(report())

    assert table.headings[-1] == "Opgjort 21.11.2026 kl. 10.42 · opgørelsesmåde 2"
    assert [row[0] for row in table.rows] == ["Forløb på trin 2", "Forløb på trin 2 med møde"]


def test_every_count_is_named_and_explained() -> None:
    assert set(words.COUNTS) == set(ALL_COUNTS)
    for text in words.COUNTS.values():
        assert text.meaning.endswith(".")
        assert len(text.heading) <= 16
    assert len({text.heading for text in words.COUNTS.values()}) == len(ALL_COUNTS)
    assert len({text.title for text in words.COUNTS.values()}) == len(ALL_COUNTS)
    assert DEFINED_COUNTS
    assert set(WHOLE_OF) <= set(words.COUNTS)


@pytest.mark.parametrize("kind", GroupKind)
def test_every_row_has_a_name(kind: GroupKind) -> None:
    assert words.row_name(SupervisionRow(Group(kind), {}, name="Ane")) == "Ane"
    nameless = words.row_name(SupervisionRow(Group(kind), {}))
    assert bool(nameless) == (kind not in (GroupKind.EMPLOYEE, GroupKind.TEAM, GroupKind.DEPARTMENT))


def test_trin_3_is_held_against_what_was_expected_without_blame() -> None:
    assert words.expected_on_step3(24, 20, 30) == "Forventet 20-30"
    assert words.expected_on_step3(18, 20, 30) == "Forventet 20-30 · 2 færre lige nu"
    assert words.expected_on_step3(31, 20, 30) == "Forventet 20-30 · 1 flere lige nu"


def test_small_sentences() -> None:
    assert words.hidden_rows(1) == "1 række hører til andre team og vises kun for deres leder."
    assert words.hidden_rows(12) == "12 rækker hører til andre team og vises kun for deres leder."
    assert words.merged_line(1, 0) == "Lagt sammen af 1 fil. Intet stod i flere af dem."
    assert words.merged_line(3, 1) == "Lagt sammen af 3 filer. 1 ting stod i flere af dem og er talt én gang."
    assert words.merged_line(3, 2) == "Lagt sammen af 3 filer. 2 ting stod i flere af dem og er talt én gang."
    assert supervision_command.counts_file_written("f", 1).startswith("Gemt i f: 1 linje.")


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (PeriodBackwards(date(2026, 2, 1), date(2026, 1, 1)), "slutter (01.01.2026), før den begynder (01.02.2026)"),
        (TooFewToShare(4, 5), "færre end 5 forløb"),
        (CountingKeyMistyped(0), "35 tegn"),
        (CountingKeyMistyped(3), "gruppe 3"),
        (CountsPeriodDiffers("b.jsonl", date(2026, 1, 1), date(2026, 6, 30)), "01.01.2026 til 30.06.2026"),
        (CountsFileDamaged("b.jsonl"), "»b.jsonl« er beskadiget"),
        (CountsFileNewer("b.jsonl"), "en anden version af programmet"),
        (CountsKeyDiffers("b.jsonl"), "en anden tællenøgle"),
    ],
)
def test_errors_say_what_happened_and_what_to_do(error: DomainError, part: str) -> None:
    text = sentence(error)

    assert part in text
    assert text.endswith(".")
