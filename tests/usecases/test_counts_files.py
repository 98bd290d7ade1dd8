"""Each caseworker's own database, one counts file each, and the leader's sum: the same as one database would say."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.counts_file import CountingKeyMistyped, CountsKeyDiffers, CountsPeriodDiffers
from koordinator.domain.course import Course
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Role
from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.periods import DayRange
from koordinator.domain.register import ApplicationKind
from koordinator.domain.steps import Step
from koordinator.domain.supervision import (
    ALL_COUNTS,
    CountName,
    GroupBy,
    GroupKind,
    SupervisionReport,
    SupervisionScope,
)
from koordinator.integrations.counts_files import CountsFilesOnDisk
from koordinator.usecases.counts_files import CountsFiles
from koordinator.usecases.supervision import Supervision
from tests.support.counted_sentences import AUTUMN, PERIOD, SUMMER, WINTER, Town
from tests.support.counted_world import LONG_AGO
from tests.support.office import Bench, open_office

Benches = Callable[[str], Bench]


@pytest.fixture
def benches(tmp_path: Path, database_template: Path) -> Iterator[Benches]:
    """As many databases as are asked for, by name."""
    with ExitStack() as stack:

        def opened(name: str) -> Bench:
            (tmp_path / name).mkdir()
            return stack.enter_context(open_office(tmp_path / name, database_template))

        yield opened


def lone(town: Town) -> None:
    """Moves from trin 2 with Ane to trin 3 with Bo, with a plan from then on."""
    course = town.course(town.citizen("Lone", "1203784444"), (Step.MEETINGS, LONG_AGO), (Step.ONE_CASEWORK, AUTUMN))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)
    for on, step in ((SUMMER, Step.MEETINGS), (SUMMER, Step.MEETINGS), (WINTER, Step.ONE_CASEWORK)):
        hold(town, course, on, step)
    town.plan(course, AUTUMN, WINTER)
    town.assessment(course.subject_id, AUTUMN, town.ane)


def per(town: Town) -> None:
    """One course that ended, a new one, and an application."""
    subject = town.citizen("Per", "0101701234")
    first = town.course(subject, (Step.MEETINGS, LONG_AGO), ends=SUMMER)
    town.coordinator(first, town.ane)
    town.plan(first, LONG_AGO, until=SUMMER, ended=SUMMER)
    town.course(subject, (Step.ALIGNMENT, AUTUMN), (Step.MEETINGS, WINTER))
    town.case(subject, town.familie, application=ApplicationKind.NEW, answer_due_on=AUTUMN, answered_on=SUMMER)


def baek(town: Town) -> None:
    """A family on trin 3."""
    members = town.citizen("Eva Bæk", "0202802222"), town.citizen("Max Bæk", "0303053333")
    town.coordinator(town.course(town.family("Familien Bæk", *members), (Step.ONE_CASEWORK, LONG_AGO)), town.bo)


def mia(town: Town) -> None:
    """Without a CPR number, as the family she is in."""
    course = town.course(town.citizen("Mia"), (Step.MEETINGS, SUMMER))
    town.coordinator(course, town.ane)
    hold(town, course, AUTUMN, Step.MEETINGS)
    town.course(town.family("Familien Uden", course.subject_id), (Step.ONE_CASEWORK, SUMMER))


def hold(town: Town, course: Course, on: date, step: Step) -> None:
    town.meeting(course, on, step, coordinator_id=town.ane, team_id=town.voksen, department_id=town.handicap)


Story = Callable[[Town], None]


def stored(bench: Bench, *stories: Story, offset: int = 0) -> Bench:
    """The stories in the database; with an offset its keys are others than those of the other databases."""
    town = Town()
    for _ in range(offset):
        town.citizen("Somebody else")
    for story in stories:
        story(town)
    with bench.office.aside() as tx:
        town.store(tx)
    return bench


def counts_files(bench: Bench) -> CountsFiles:
    return CountsFiles(bench.office, CountsFilesOnDisk())


def filed(bench: Bench, folder: Path, name: str, key: str = "") -> Path:
    """The database's counts file, made with the key."""
    if key:
        counts_files(bench).take_counting_key(bench.actor, key)
    path = folder / f"{name}.jsonl"
    counts_files(bench).write(bench.actor, PERIOD, path)
    return path


def shown(report: SupervisionReport) -> list[tuple[str, GroupKind, dict[CountName, int]]]:
    return [(row.name, row.group.kind, dict(row.numbers)) for row in (*report.rows, report.total)]


@pytest.mark.parametrize("by", GroupBy)
def test_many_files_add_up_to_what_one_database_would_say(benches: Benches, tmp_path: Path, by: GroupBy) -> None:
    everything = stored(benches("all"), lone, per, baek, mia)
    expected = Supervision(everything.office).report(everything.actor, SupervisionScope(PERIOD, by), ALL_COUNTS)
    leader = benches("leader")
    key = counts_files(leader).counting_key(leader.actor)
    paths = [
        filed(stored(benches("ane"), lone, per, mia), tmp_path, "ane", key),
        filed(stored(benches("bo"), baek, lone, offset=7), tmp_path, "bo", key),
        filed(stored(benches("carla"), per, baek, offset=3), tmp_path, "carla", key),
    ]

    merged = counts_files(leader).merge(leader.actor, paths, by, ALL_COUNTS)

    assert shown(merged.report) == shown(expected)
    assert (merged.files, merged.report.scope.days) == (3, PERIOD)
    assert merged.repeated > 0


def test_a_file_holds_no_citizens_name_or_number(benches: Benches, tmp_path: Path) -> None:
    text = filed(stored(benches("all"), lone, per, baek, mia), tmp_path, "all").read_text("utf-8")

    for secret in ("Lone", "Per", "Bæk", "Mia", "1203784444", "0101701234", "citizen-", "family-"):
        assert secret not in text
    assert "Ane" in text


def test_without_a_shared_key_files_do_not_go_together(benches: Benches, tmp_path: Path) -> None:
    ours, theirs = stored(benches("ane"), lone), stored(benches("bo"), lone)
    paths = [filed(ours, tmp_path, "ane"), filed(theirs, tmp_path, "bo")]

    with pytest.raises(CountsKeyDiffers) as caught:
        counts_files(ours).merge(ours.actor, paths, GroupBy.EMPLOYEE)

    assert caught.value.name == "bo.jsonl"
    again = filed(ours, tmp_path, "ane again")
    merged = counts_files(ours).merge(ours.actor, [paths[0], again], GroupBy.EMPLOYEE)
    assert (merged.files, merged.repeated) == (1, 0)


def test_files_of_different_periods_do_not_go_together(benches: Benches, tmp_path: Path) -> None:
    bench = stored(benches("ane"), lone)
    first, second = filed(bench, tmp_path, "ane"), tmp_path / "first half.jsonl"
    counts_files(bench).write(bench.actor, DayRange(date(2026, 1, 1), date(2026, 6, 30)), second)

    with pytest.raises(CountsPeriodDiffers):
        counts_files(bench).merge(bench.actor, [first, second], GroupBy.EMPLOYEE)


def test_a_caseworker_without_more_roles_files_her_own_numbers_alone(benches: Benches, tmp_path: Path) -> None:
    bench = stored(benches("ane"), lone, per, baek, mia)
    bo = Actor(Town().bo, frozenset({Role.COORDINATOR}), Channel.WINDOW)
    counts_files(bench).write(bo, PERIOD, tmp_path / "bo.jsonl")

    merged = counts_files(bench).merge(bench.actor, [tmp_path / "bo.jsonl"], GroupBy.EMPLOYEE)

    assert [row.name for row in merged.report.rows] == ["Bo"]
    assert merged.report.total.number(CountName.COURSES_STEP3) == 2


def test_only_a_leader_puts_files_together(benches: Benches, tmp_path: Path) -> None:
    bench = stored(benches("ane"), lone)
    path = filed(bench, tmp_path, "ane")

    with pytest.raises(NotAllowed):
        counts_files(bench).merge(
            Actor(EmployeeId(1), frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}), Channel.WINDOW),
            [path],
            GroupBy.EMPLOYEE,
        )


def test_the_key_is_made_once_and_handed_on_as_a_phrase_or_a_file(benches: Benches, tmp_path: Path) -> None:
    leader, caseworker = benches("leader"), benches("ane")
    phrase = counts_files(leader).counting_key(leader.actor)
    counts_files(leader).write_counting_key(leader.actor, tmp_path / "key.txt")

    counts_files(caseworker).take_counting_key(caseworker.actor, tmp_path / "key.txt")

    assert counts_files(leader).counting_key(leader.actor) == phrase
    assert counts_files(caseworker).counting_key(caseworker.actor) == phrase
    with pytest.raises(CountingKeyMistyped):
        counts_files(caseworker).take_counting_key(caseworker.actor, "12345")


def test_files_are_logged_with_codes_alone(benches: Benches, tmp_path: Path) -> None:
    bench = stored(benches("ane"), lone)
    before = len(bench.log())
    path = filed(bench, tmp_path, "ane")
    counts_files(bench).merge(bench.actor, [path], GroupBy.TEAM)
    counts_files(bench).counting_key(bench.actor)

    assert [(entry.action, entry.kind, entry.codes) for entry in bench.log()[before:]] == [
        (Action.EXPORT_SUPERVISION, "counts_file", "2026-07-01 2026-12-31 lines=7"),
        (Action.MERGE_COUNTS, "counts_file", "team files=1 repeated=0 outside=0"),
        (Action.EDIT_SETTINGS, "setting", "counting_key"),
    ]


def test_a_file_that_cannot_be_written_leaves_no_trace(benches: Benches, tmp_path: Path) -> None:
    bench = stored(benches("ane"), lone)
    before = len(bench.log())

    with pytest.raises(OutputNotWritten):
        counts_files(bench).write(bench.actor, PERIOD, tmp_path / "nowhere" / "ane.jsonl")

    assert len(bench.log()) == before
