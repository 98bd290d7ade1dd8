"""Many files put together: the same thing is one, whoever registered it, and nothing is lost."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.counts_file import (
    FILED_COUNTS,
    CountingKeyMistyped,
    CountsFile,
    CountsKeyDiffers,
    CountsLine,
    CountsPeriodDiffers,
    HolderName,
    MergedCounts,
    ThingKind,
    check_same,
    key_mark,
    kind_of,
    merge,
    read_counting_key,
    token,
)
from koordinator.domain.periods import DayRange
from koordinator.domain.recovery_code import write_recovery_code
from koordinator.domain.supervision import ALL_COUNTS, CountName, GroupBy, GroupKind
from tests.support.counted_world import AS_OF

DAYS = DayRange(date(2026, 7, 1), date(2026, 12, 31))
KEY = bytes(range(17))
ANE = HolderName("Ane", "ane@by.dk", "Voksen", "Handicap")
BO = HolderName("Bo", "Bo", "Børn", "Familie")
NOBODY = HolderName()
JULY, AUGUST, OCTOBER = date(2026, 7, 6), date(2026, 8, 3), date(2026, 10, 5)
N = CountName


def course(
    counts: Mapping[CountName, tuple[HolderName, ...]], subject: str = "lone", **days: date | None
) -> CountsLine:
    from_on = days.get("from_on") or JULY
    return CountsLine(ThingKind.COURSE, subject, from_on, days.get("until_on"), 1, counts)


def meeting(counts: Mapping[CountName, tuple[HolderName, ...]], subject: str = "lone", nth: int = 1) -> CountsLine:
    return CountsLine(ThingKind.MEETING, subject, AUGUST, None, nth, counts)


def file(source: str, *lines: CountsLine, hours: int = 0) -> CountsFile:
    return CountsFile(source, key_mark(KEY), DAYS, AS_OF + timedelta(hours=hours), lines)


def rows(merged: MergedCounts, name: CountName) -> list[tuple[str, int]]:
    report = merged.report
    return [(row.name or row.group.kind.value, row.number(name)) for row in (*report.rows, report.total)]


def test_the_same_course_of_two_files_is_one() -> None:
    merged = merge(
        [file("a", course({N.COURSES_STEP2: (ANE,)})), file("b", course({N.COURSES_STEP2: (ANE,)}, from_on=AUGUST))],
        GroupBy.EMPLOYEE,
        ALL_COUNTS,
    )

    assert rows(merged, N.COURSES_STEP2) == [("Ane", 1), ("total", 1)]
    assert rows(merged, N.COURSES_STEP2_OR_3) == [("Ane", 1), ("total", 1)]
    assert (merged.files, merged.repeated) == (2, 1)


def test_a_course_that_begins_when_the_other_has_ended_is_another() -> None:
    first = course({N.COURSES_STEP2: (ANE,)}, until_on=AUGUST)
    within = course({N.COURSES_STEP2: (ANE,)}, from_on=date(2026, 7, 20), until_on=date(2026, 7, 25))
    second = course({N.COURSES_STEP2: (BO,)}, from_on=AUGUST)

    merged = merge([file("a", first), file("b", within, second)], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert rows(merged, N.COURSES_STEP2) == [("Ane", 1), ("Bo", 1), ("total", 2)]
    assert merged.repeated == 1


def test_who_knows_a_coordinator_goes_before_who_does_not_and_then_the_newest() -> None:
    ours = file("a", course({N.COURSES_STEP2: (ANE,)}))
    unknown = file("b", course({N.COURSES_STEP2: (NOBODY,)}), hours=2)
    newer = file("c", course({N.COURSES_STEP2: (BO,)}), hours=1)

    assert rows(merge([ours, unknown], GroupBy.EMPLOYEE, ALL_COUNTS), N.COURSES_STEP2)[0] == ("Ane", 1)
    assert rows(merge([newer, unknown, ours], GroupBy.EMPLOYEE, ALL_COUNTS), N.COURSES_STEP2)[0] == ("Bo", 1)


def test_what_one_file_knows_and_the_other_does_not_is_kept_in_the_row_of_the_whole() -> None:
    ours = file("a", course({N.COURSES_STEP2: (ANE,)}), hours=1)
    theirs = file("b", course({N.COURSES_STEP2: (NOBODY,), N.STEP2_WITH_MEETING: (NOBODY,), N.WITH_PLAN: (NOBODY,)}))

    merged = merge([ours, theirs], GroupBy.TEAM, ALL_COUNTS)

    for name in (N.COURSES_STEP2, N.STEP2_WITH_MEETING, N.WITH_PLAN):
        assert rows(merged, name) == [("Voksen", 1), ("total", 1)]
    assert rows(merged, N.WITHOUT_PLAN) == [("Voksen", 0), ("total", 0)]


def test_a_moved_course_stands_with_both_and_once_in_the_total() -> None:
    moved = course({N.COURSES_STEP2: (ANE,), N.COURSES_STEP3: (BO,), N.WITH_PLAN: (ANE, BO)})

    merged = merge([file("a", moved)], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert rows(merged, N.WITH_PLAN) == [("Ane", 1), ("Bo", 1), ("total", 1)]
    assert rows(merged, N.COURSES_STEP2_OR_3) == [("Ane", 1), ("Bo", 1), ("total", 1)]


def test_where_only_one_answer_can_be_right_the_best_files_holds() -> None:
    with_citizen = file("a", meeting({N.MEETINGS_HELD: (ANE,)}), hours=1)
    without = file("b", meeting({N.MEETINGS_WITHOUT_CITIZEN: (ANE,)}))

    merged = merge([without, with_citizen], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert rows(merged, N.MEETINGS_HELD) == [("Ane", 1), ("total", 1)]
    assert rows(merged, N.MEETINGS_WITHOUT_CITIZEN) == [("Ane", 0), ("total", 0)]


def test_two_meetings_of_a_day_are_two() -> None:
    twice = (meeting({N.MEETINGS_HELD: (ANE,)}, nth=nth) for nth in (1, 2))

    merged = merge([file("a", *twice), file("b", meeting({N.MEETINGS_HELD: (ANE,)}))], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert rows(merged, N.MEETINGS_HELD) == [("Ane", 2), ("total", 2)]


def test_of_one_database_the_newest_file_is_taken() -> None:
    older = file("a", course({N.COURSES_STEP2: (ANE,)}), course({N.COURSES_STEP2: (ANE,)}, "per"))
    newer = file("a", course({N.COURSES_STEP2: (ANE,)}), hours=1)

    merged = merge([newer, older], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert rows(merged, N.COURSES_STEP2) == [("Ane", 1), ("total", 1)]
    assert (merged.files, merged.repeated) == (1, 0)
    assert merged.report.as_of == newer.as_of


def test_employees_are_the_same_by_e_mail_and_teams_by_department() -> None:
    anne = HolderName("Anne Ørsted", "ANE@by.dk", "Voksen", "Sundhed")

    def merged(by: GroupBy) -> MergedCounts:
        lines = course({N.COURSES_STEP2: (ANE,)}), course({N.COURSES_STEP2: (anne,)}, "per")
        return merge([file("a", *lines)], by, ALL_COUNTS)

    assert [number for _, number in rows(merged(GroupBy.EMPLOYEE), N.COURSES_STEP2)] == [2, 2]
    assert rows(merged(GroupBy.TEAM), N.COURSES_STEP2) == [("Voksen", 1), ("Voksen", 1), ("total", 2)]
    assert rows(merged(GroupBy.DEPARTMENT), N.COURSES_STEP2) == [("Handicap", 1), ("Sundhed", 1), ("total", 2)]


def test_nobodys_rows_are_told_apart_in_files_too() -> None:
    application = CountsLine(
        ThingKind.APPLICATION, "lone", AUGUST, None, 1, {N.APPLICATIONS_DUE: (HolderName(department="Familie"),)}
    )

    merged = merge([file("a", course({N.COURSES_STEP2: (NOBODY,)}), application)], GroupBy.EMPLOYEE, ALL_COUNTS)

    assert [row.group.kind for row in merged.report.rows] == [GroupKind.NO_CASEWORKER, GroupKind.NO_COORDINATOR]


def test_files_must_go_together() -> None:
    first = file("a")
    other_key = CountsFile("b", key_mark(b"another"), DAYS, AS_OF, ())
    other_days = CountsFile("c", first.key_mark, DayRange(JULY, OCTOBER), AS_OF, ())

    check_same({"a.jsonl": first, "b.jsonl": file("b")})
    with pytest.raises(CountsKeyDiffers) as key:
        check_same({"a.jsonl": first, "b.jsonl": other_key})
    with pytest.raises(CountsPeriodDiffers) as days:
        check_same({"a.jsonl": first, "c.jsonl": other_days})

    assert key.value.name == "b.jsonl"
    assert (days.value.name, days.value.first_on, days.value.last_on) == ("c.jsonl", JULY, OCTOBER)


def test_a_token_says_nothing_without_the_key_and_the_same_with_it() -> None:
    assert token(KEY, "citizen", "1203784444") == token(KEY, "citizen", "1203784444")
    assert token(KEY, "citizen", "1203784444") != token(b"another", "citizen", "1203784444")
    assert token(KEY, "family", "a", "b") != token(KEY, "family", "ab")
    assert len(token(KEY, "")) == 32


def test_a_counting_key_is_read_from_its_phrase() -> None:
    phrase = write_recovery_code(KEY)

    assert read_counting_key(phrase.lower()) == KEY
    with pytest.raises(CountingKeyMistyped) as short:
        read_counting_key(phrase[:-1])
    with pytest.raises(CountingKeyMistyped) as wrong:
        read_counting_key(f"{'3' if phrase[0] == '2' else '2'}{phrase[1:]}")
    assert (short.value.group, wrong.value.group) == (0, 1)


def test_every_filed_count_is_of_a_kind() -> None:
    assert {kind_of(name) for name in FILED_COUNTS} == set(ThingKind)
    assert CountName.COURSES_STEP2_OR_3 not in FILED_COUNTS


HOLDERS = st.sampled_from([ANE, BO, NOBODY])
LINES = st.builds(
    lambda subject, holder, start, length, met: course(
        {N.COURSES_STEP2: (holder,)} | ({N.STEP2_WITH_MEETING: (holder,)} if met else {}),
        subject,
        from_on=JULY + timedelta(days=start),
        until_on=None if length is None else JULY + timedelta(days=start + length),
    ),
    st.sampled_from(["lone", "per", "mia"]),
    HOLDERS,
    st.integers(0, 20),
    st.none() | st.integers(1, 20),
    st.booleans(),
)
FILES = st.lists(st.lists(LINES, max_size=4), min_size=1, max_size=3)


@given(FILES)
def test_a_file_twice_changes_nothing_and_more_files_never_lose_a_subject(contents: list[list[CountsLine]]) -> None:
    files = [file(f"{number}", *lines, hours=number) for number, lines in enumerate(contents)]
    again = [file(f"{number} again", *lines, hours=number) for number, lines in enumerate(contents)]

    once = merge(files, GroupBy.EMPLOYEE, ALL_COUNTS).report
    twice = merge([*files, *again], GroupBy.EMPLOYEE, ALL_COUNTS).report

    assert [(row.group, row.numbers) for row in twice.rows] == [(row.group, row.numbers) for row in once.rows]
    assert twice.total.numbers == once.total.numbers
    subjects = {line.subject for lines in contents for line in lines}
    lines = sum(map(len, contents))
    assert len(subjects) <= once.total.number(N.COURSES_STEP2) <= lines
    assert once.total.number(N.STEP2_WITH_MEETING) <= once.total.number(N.COURSES_STEP2)
