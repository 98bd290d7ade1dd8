"""What Ledelsestilsyn shows, without a window."""

from dataclasses import replace
from datetime import UTC, date, datetime

from koordinator.domain.periods import DayRange
from koordinator.domain.steps import Step
from koordinator.domain.supervision import (
    ALL_COUNTS,
    TOTAL,
    Count,
    CountName,
    Group,
    GroupBy,
    GroupKind,
    SupervisionReport,
    SupervisionRow,
    SupervisionScope,
)
from koordinator.domain.team_load import TeamLoad
from koordinator.ui.pages.supervision.view_state import bars_of, periods, row_lines, today_of, view_of
from koordinator.usecases.supervision import Capacity, NumberRow, OpenedNumber, SupervisionOverview

N = CountName
TODAY = date(2026, 11, 21)
AUTUMN = DayRange(date(2026, 7, 1), date(2026, 12, 31))
SPRING = DayRange(date(2026, 1, 1), date(2026, 6, 30))
AT = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
NUMBERS = {
    N.MEETINGS_HELD: 106,
    N.COURSES_STEP2: 65,
    N.STEP2_WITH_MEETING: 45,
    N.STEP2_WITHOUT_MEETING: 20,
    N.COURSES_STEP2_OR_3: 89,
    N.WITH_PLAN: 71,
    N.WITHOUT_PLAN: 18,
    N.PAPERS_DUE: 12,
    N.PAPERS_IN_TIME: 9,
    N.PAPERS_LATE: 3,
}
VOKSEN = SupervisionRow(Group(GroupKind.TEAM, 1), {N.COURSES_STEP2: 22, N.STEP2_WITH_MEETING: 18}, name="Voksen")
NOBODY = SupervisionRow(Group(GroupKind.NO_COORDINATOR), {N.COURSES_STEP2: 3})
MEETINGS_ONLY = SupervisionRow(Group(GroupKind.TEAM, 2), {N.MEETINGS_HELD: 4}, name="Børn")
REPORT = SupervisionReport(
    SupervisionScope(AUTUMN, GroupBy.TEAM),
    ALL_COUNTS,
    AT,
    (VOKSEN, MEETINGS_ONLY, NOBODY),
    SupervisionRow(TOTAL, NUMBERS),
)
TEAM = TeamLoad(REPORT.as_of, ())
OVERVIEW = SupervisionOverview(REPORT, DayRange(date(2026, 1, 1), date(2026, 5, 24)), 92, Capacity(24, 20, 30), TEAM)


def test_the_tiles_say_what_each_number_is_held_against() -> None:
    view = view_of(OVERVIEW)

    assert view.title == "Ledelsestilsyn"
    assert view.subtitle == "Opgjort 21.11.2026 kl. 10.42 · opgørelsesmåde 2 · kun tal, intet sagsindhold"
    assert [(tile.figure, tile.remark, tile.link) for tile in view.tiles] == [
        ("106", "14 flere end på samme tid i 1. halvår", "Se hvilke"),
        ("45 af 65", "20 mangler", "Se hvem"),
        ("71 af 89", "18 mangler", "Se hvem"),
        ("24", "Forventet 20-30", "Se hvem"),
        ("9 af 12", "3 senere eller slet ikke", "Se hvilke"),
    ]


def test_a_caseworker_sees_her_own_numbers_and_no_expectation_of_the_whole_house() -> None:
    own = replace(OVERVIEW, report=replace(REPORT, scope=replace(REPORT.scope, only=7)))

    view = view_of(own)

    assert view.title == "Mine tal"
    assert view.subtitle.startswith("de forløb, du koordinerer · Opgjort")
    assert view.tiles[3].remark == ""


def test_nothing_to_count_leaves_nothing_to_open() -> None:
    empty = replace(REPORT, rows=(), total=SupervisionRow(TOTAL, {}))

    view = view_of(SupervisionOverview(empty, None, 0, Capacity(0, 20, 30), TEAM))

    assert [(tile.figure, tile.remark, tile.link) for tile in view.tiles] == [
        ("0", "", ""),
        ("0 af 0", "Ingen forløb i perioden", ""),
        ("0 af 0", "Ingen forløb i perioden", ""),
        ("0", "Forventet 20-30 · 20 færre lige nu", ""),
        ("0 af 0", "Ingen møder endnu", ""),
    ]
    assert bars_of(empty, N.MEETINGS_HELD) == ()


def test_nobody_lacks_a_meeting() -> None:
    full = replace(REPORT, total=SupervisionRow(TOTAL, {N.COURSES_STEP2: 5, N.STEP2_WITH_MEETING: 5}))

    tile = view_of(replace(OVERVIEW, report=full)).tiles[1]

    assert (tile.figure, tile.remark, tile.link) == ("5 af 5", "Ingen mangler", "")


def test_every_count_is_a_line_that_says_what_it_means() -> None:
    lines = view_of(OVERVIEW).lines

    assert [line.name for line in lines] == list(ALL_COUNTS)
    assert all(line.title and line.meaning for line in lines)


def test_bars_are_the_groups_with_something_to_count() -> None:
    assert [(bar.label, bar.number, bar.total) for bar in bars_of(REPORT, N.STEP2_WITH_MEETING)] == [
        ("Voksen", 18, 22),
        ("Uden koordinerende sagsbehandler", 0, 3),
    ]
    assert [(bar.label, bar.number, bar.total) for bar in bars_of(REPORT, N.MEETINGS_HELD)] == [("Børn", 4, None)]


def test_the_periods_on_offer() -> None:
    assert periods(TODAY) == (
        (AUTUMN, "2. halvår 2026"),
        (SPRING, "1. halvår 2026"),
        (DayRange(date(2026, 1, 1), date(2026, 12, 31)), "2026"),
    )
    own = DayRange(date(2026, 8, 1), date(2026, 9, 15))
    assert periods(TODAY, own)[-1] == (own, "01.08.2026–15.09.2026")
    assert periods(TODAY, AUTUMN) == periods(TODAY)
    assert today_of(REPORT) == DayRange(TODAY, TODAY)


def opened(name: CountName, *rows: NumberRow) -> OpenedNumber:
    return OpenedNumber(Count(name, len(rows), (), 1, AT), rows, 0)


def test_a_row_ends_on_its_last_day_and_goes_on_without_one() -> None:
    ended = NumberRow("Lone Bæk", Step.MEETINGS, "Mette Holm", date(2026, 8, 3), date(2026, 10, 5))
    running = replace(ended, until_on=None, coordinator="", step=None)

    first, second = row_lines(opened(N.STEP2_WITHOUT_MEETING, ended, running))

    assert (first.name, first.step, first.coordinator, first.first, first.last) == (
        "Lone Bæk",
        "Trin 2",
        "Mette Holm",
        "03.08.2026",
        "04.10.2026",
    )
    assert (second.step, second.coordinator, second.last) == ("", "Ingen endnu", "fortsat")


def test_the_rows_of_papers_say_how_many_days_went() -> None:
    met = NumberRow("Lone Bæk", None, "Mette Holm", date(2026, 8, 3), date(2026, 8, 10))
    rows = tuple(replace(met, until_on=day) for day in (met.until_on, date(2026, 8, 4), met.from_on, None))

    lines = row_lines(opened(N.PAPERS_DUE, *rows))

    assert [line.last for line in lines] == [
        "10.08.2026, 7 dage efter",
        "04.08.2026, 1 dag efter",
        "03.08.2026, samme dag",
        "Endnu ikke",
    ]


def test_papers_that_all_came_in_time_have_nothing_to_open() -> None:
    all_in_time = replace(REPORT, total=SupervisionRow(TOTAL, {N.PAPERS_DUE: 5, N.PAPERS_IN_TIME: 5}))

    tile = view_of(replace(OVERVIEW, report=all_in_time)).tiles[4]

    assert (tile.figure, tile.remark, tile.link) == ("5 af 5", "Alle til tiden", "")


def test_meetings_have_one_day_and_applications_the_day_they_were_answered() -> None:
    row = NumberRow("Lone Bæk", None, "Mette Holm", date(2026, 8, 3), date(2026, 8, 1))

    (meeting,) = row_lines(opened(N.MEETINGS_HELD, replace(row, until_on=None)))
    (application,) = row_lines(opened(N.APPLICATIONS_IN_TIME, row))

    assert (meeting.first, meeting.last) == ("03.08.2026", "")
    assert (application.first, application.last) == ("03.08.2026", "01.08.2026")
