"""The town of the demo: full, at all points of the staircase, whole, and nobody's real number."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from koordinator.bootstrap.demo import DATABASE_NAME, KEY_NAME, open_demo
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.database_key import KeyFileUnusable
from koordinator.domain.errors import DomainError
from koordinator.domain.follow_up import DueKind
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.periods import DayRange
from koordinator.domain.promises import promises_kept
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.demo_town import read_town
from koordinator.storage.office import SqlTransaction
from koordinator.storage.tables.course import ASSESSMENT
from koordinator.usecases.demo.settle import DEMO_BEGUN
from koordinator.usecases.demo.stories import STORIES
from koordinator.usecases.demo.town import Story, ThemeCase, fitting
from koordinator.usecases.ports_diary import DiaryScope
from koordinator.usecases.services import Services
from tests.support.demo import copy_demo, opened_demo, services_of

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
IN_A_COURSE = """
    SELECT count(*), count(DISTINCT address) FROM citizen AS c WHERE EXISTS (
        SELECT 1 FROM course WHERE until_on IS NULL AND (subject_id = c.subject_id OR subject_id IN (
            SELECT f.subject_id FROM family AS f JOIN family_membership AS m ON m.family_id = f.id
            WHERE m.until_on IS NULL AND m.citizen_id = c.id)))
"""
NOT_IN_THE_TOWN: frozenset[NextStepKind] = frozenset()
"""Next things that nobody in the town has; every other is somebody's."""


@pytest.fixture(scope="module")
def opened(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDatabase]:
    with opened_demo(copy_demo(demo_folder, tmp_path_factory.mktemp("town"))) as database:
        yield database


@pytest.fixture
def services(opened: OpenDatabase) -> Services:
    return services_of(opened)


def numbers(opened: OpenDatabase, query: str) -> tuple[int, ...]:
    return rows(opened, query)[0]


def rows(opened: OpenDatabase, query: str) -> list[tuple[Any, ...]]:
    with opened.handle.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_enough_people_in_enough_homes(opened: OpenDatabase) -> None:
    citizens, homes = numbers(opened, IN_A_COURSE)

    assert citizens >= 60
    assert homes >= 35


def test_all_steps_and_next_things_are_there(services: Services) -> None:
    lines = services.overview.open(services.who_acts.owner(), everybody=True).lines

    assert {line.step for line in lines} >= {Step.ALIGNMENT, Step.MEETINGS, Step.ONE_CASEWORK, None}
    assert set(NextStepKind) - {line.next_step.kind for line in lines} == NOT_IN_THE_TOWN


@pytest.mark.parametrize("everybody", [False, True])
def test_most_promises_are_kept_and_some_are_not(opened: OpenDatabase, services: Services, everybody: bool) -> None:
    """Over half a year up to any day; the page itself counts from the first of January or July."""
    owner, today = services.who_acts.owner(), SystemClock().today()
    subjects = [line.subject_id for line in services.overview.open(owner, everybody=everybody).lines]
    half_a_year = DayRange(today - timedelta(days=182), today)
    with opened.handle.read() as connection:
        overview = SqlTransaction(connection, SystemClock()).overview
        promises = promises_kept(overview.promises_of(owner.employee_id, subjects, half_a_year), today)

    assert promises.due >= 20
    assert 0.7 <= promises.kept / promises.due <= 0.95


def test_everybody_has_cases_that_fit_their_age(opened: OpenDatabase) -> None:
    town = read_town(resources_dir() / "demo")
    allowed: dict[str, list[ThemeCase]] = {}
    for case in (*town.cases_of_others, *(case for theme in town.themes for case in theme.cases)):
        allowed.setdefault(case.title, []).append(case)
    today = SystemClock().today()
    age_of = {member.name: member.age_on(today) for household in town.households for member in household.members}

    found = rows(opened, "SELECT name, title FROM case_file JOIN citizen ON citizen.id = citizen_id WHERE title <> ''")
    grown_up = {title for name, title in found if age_of[name] >= 18}
    of_children = {title for name, title in found if age_of[name] < 18}

    assert len(found) > 150
    assert [each for each in found if not fitting(allowed[each[1]], age_of[each[0]])] == []
    of_any_age = {title for title, cases in allowed.items() if fitting(fitting(cases, 17), 18)}
    assert of_children & grown_up <= of_any_age
    assert of_children - grown_up
    assert grown_up - of_children


def test_the_families_children_go_to_school_and_not_to_the_job_centre() -> None:
    town = read_town(resources_dir() / "demo")

    for age in range(100):
        titles = {case.title for case in fitting(town.cases_of_others, age)}
        assert len(titles) >= 2, age
        assert "Uddannelseshjælp" not in titles or 18 <= age < 30
        assert fitting(town.notes_on_step1, age), age


def test_each_page_has_something_to_show(opened: OpenDatabase, services: Services) -> None:
    me = services.who_acts.owner()
    due = {item.kind for group in services.follow_up.open(me, DiaryScope()).groups for item in group.items}
    (draft,) = services.assessment_models.shelf(me).drafts

    assert due == set(DueKind) - {DueKind.MEETING, DueKind.CASE_DEADLINE, DueKind.CASE_ANSWER, DueKind.REQUEST}
    assert draft.model.title == "Solbæks model, udkast"
    assert numbers(opened, "SELECT count(*), count(DISTINCT subject_id) FROM contact_note") >= (40, 20)
    assert rows(opened, "SELECT DISTINCT closeness FROM contact_person ORDER BY 1") == [
        ("between",),
        ("far",),
        ("near",),
    ]


def test_help_ends_stops_for_a_while_and_is_given_twice(opened: OpenDatabase) -> None:
    ending = rows(opened, "SELECT count(*) FROM effort WHERE until_on BETWEEN date('now') AND date('now', '+90 days')")
    pair = (
        "SELECT count(*) FROM effort AS one JOIN effort AS other USING (citizen_id, name) WHERE one.id < other.id AND"
    )
    gaps = rows(opened, f"{pair} one.until_on < date('now') AND other.from_on > date('now')")
    twice = rows(opened, f"{pair} one.department_id <> other.department_id AND other.from_on < date('now')")

    assert min(ending[0][0], gaps[0][0], twice[0][0]) >= 3


def test_a_course_went_down_and_up_and_siblings_have_several_caseworkers(opened: OpenDatabase) -> None:
    walked = rows(
        opened, "SELECT group_concat(step, '') FROM (SELECT * FROM step_period ORDER BY id) GROUP BY course_id"
    )
    siblings = rows(
        opened,
        """SELECT family_id FROM family_membership JOIN primary_caseworker_period AS fast USING (citizen_id)
        WHERE role = 'child' AND fast.until_on IS NULL GROUP BY family_id HAVING count(DISTINCT employee_id) > 1""",
    )

    assert ("1212",) in walked
    assert len(siblings) == 1


def test_citizens_see_some_of_it_otherwise(opened: OpenDatabase) -> None:
    with opened.handle.read() as connection:
        assessed = connection.scalars(select(ASSESSMENT.c.answers)).all()

    assert sum(any(answer.differ for answer in answers) for answers in assessed) > 10


def test_someone_meets_today(services: Services) -> None:
    page = services.overview.open(services.who_acts.owner(), everybody=True)

    assert any(meeting.starts_on == page.today for meeting in page.meetings)


def test_everything_that_was_locked_is_whole(services: Services) -> None:
    checked = services.verify.run(services.who_acts.owner())

    assert checked.is_whole
    assert checked.log.entries > 1000
    assert min(checked.assessments, checked.plan_versions) > 50


def test_nobody_has_a_number_that_could_be_somebodys() -> None:
    town = read_town(resources_dir() / "demo")
    cprs = [member.cpr for household in town.households for member in household.members]

    assert len(set(cprs)) == len(cprs) > 60
    assert [cpr for cpr in cprs if _passes_modulus_11(cpr)] == []


def test_the_new_list_has_no_real_number_either() -> None:
    text = (resources_dir() / "demo" / "ny-liste.csv").read_text(encoding="utf-8-sig")
    digits = [word.replace("-", "") for line in text.splitlines() for word in line.split(";")]
    cprs = [word for word in digits if len(word) == len(WEIGHTS) and word.isdigit()]

    assert cprs
    assert not any(map(_passes_modulus_11, cprs))


def test_every_story_is_told_in_the_town() -> None:
    town = read_town(resources_dir() / "demo")
    told = {member.story for household in town.households for member in household.members}
    told |= {household.family_story for household in town.households}

    assert told - {Story.NONE} == set(STORIES)


def test_a_demo_that_is_there_is_used_again(demo_folder: Path, tmp_path: Path) -> None:
    folder = copy_demo(demo_folder, tmp_path)
    key = (folder / KEY_NAME).read_bytes()

    with opened_demo(folder) as opened:
        before = numbers(opened, "SELECT (SELECT count(*) FROM citizen), (SELECT count(*) FROM audit_entry)")
    with opened_demo(folder) as opened:
        assert numbers(opened, "SELECT (SELECT count(*) FROM citizen), (SELECT count(*) FROM audit_entry)") == before

    assert (folder / KEY_NAME).read_bytes() == key


def test_a_demo_that_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    class Killed(BaseException):
        """The program is ended from outside."""

    def end_early(done: int, _total: int) -> None:
        if done > 0:
            raise Killed

    with pytest.raises(Killed):
        open_demo(tmp_path, end_early)
    steps: list[tuple[int, int]] = []

    def end_later(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 3:
            raise Killed

    with pytest.raises(Killed):
        open_demo(tmp_path, end_later)
    assert [total for _, total in steps] == [540] * 3, "it began from the first day again"


def test_the_begun_mark_is_what_tells_half_made(demo_folder: Path, tmp_path: Path) -> None:
    folder = copy_demo(demo_folder, tmp_path)
    with opened_demo(folder) as opened:
        services = services_of(opened)
        services.settings.change(services.who_acts.owner(), {SettingKey.IS_DEMO: DEMO_BEGUN})

    with pytest.raises(InterruptedError):
        open_demo(folder, _interrupt)


def test_a_foreign_key_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / KEY_NAME).write_text("indkøbsliste", encoding="utf-8")

    with pytest.raises(KeyFileUnusable):
        open_demo(tmp_path)
    assert (tmp_path / KEY_NAME).read_text(encoding="utf-8") == "indkøbsliste"


def test_a_foreign_database_is_left_alone(demo_folder: Path, tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"noget helt andet" * 400)
    (tmp_path / KEY_NAME).write_bytes((demo_folder / KEY_NAME).read_bytes())

    with pytest.raises(DomainError):
        open_demo(tmp_path)
    assert (tmp_path / DATABASE_NAME).read_bytes() == b"noget helt andet" * 400


def _interrupt(_done: int, _total: int) -> None:
    raise InterruptedError


def _passes_modulus_11(cpr: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(cpr, WEIGHTS, strict=True)) % 11 == 0
