"""Stikprøver: drawn once a month from the log, by nobody's choice, and answered by the leader."""

from datetime import UTC, date, datetime

import pytest

from koordinator.domain.access import Action, Actor, Channel, Relation
from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod
from koordinator.domain.codes import Role
from koordinator.domain.deletion import ArchiveAnswer
from koordinator.domain.errors import NotAllowed, StaleVersion
from koordinator.domain.ids import RowId, TeamId
from koordinator.domain.organisation import Employee, RolePeriod, Team, TeamMembership
from koordinator.domain.spot_check import AlreadyAnswered, OwnLook, SpotAnswer
from koordinator.storage.cipher import DRIVER
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.spot_checks import SpotChecks
from tests.support.deletion_world import deletions_of, planted_citizen
from tests.support.histories import Histories
from tests.support.office import Bench

PER_MONTH = 5
LATER = datetime(2026, 12, 3, 9, tzinfo=UTC)


@pytest.fixture
def checks(bench: Bench) -> SpotChecks:
    return SpotChecks(bench.office)


@pytest.fixture
def looked_at(bench: Bench) -> tuple[Citizen, ...]:
    """Eight citizens whom the owner opened in November, each twice."""
    citizens = tuple(bench.add_citizen(f"Borger {number}", f"010170000{number}") for number in range(8))
    for citizen in (*citizens, *citizens):
        Citizens(bench.office).open(bench.actor, citizen.id)
    return citizens


def test_a_month_that_is_over_is_drawn_once_and_all_is_logged(
    bench: Bench, checks: SpotChecks, looked_at: tuple[Citizen, ...]
) -> None:
    assert checks.open(bench.actor).lines == ()
    last = bench.log()[-1]
    bench.clock.moment = LATER

    shelf = checks.open(bench.actor)

    (draw,) = shelf.draws
    assert (draw.month_on, draw.pool, draw.drawn, draw.seed) == (date(2026, 11, 1), 8, PER_MONTH, last.seal)
    assert len({line.check.subject_id for line in shelf.lines}) == PER_MONTH
    assert {line.citizen for line in shelf.lines} <= {each.name for each in looked_at}
    assert {line.check.action for line in shelf.lines} == {Action.OPEN_CITIZEN}
    assert shelf.counts == {None: PER_MONTH}
    assert checks.open(bench.actor) == shelf
    drawing, opening, *_ = [each for each in bench.log() if each.sequence > last.sequence]
    assert (drawing.action, drawing.codes) == (Action.DRAW_SPOT_CHECKS, "month=2026-11-01 pool=8 drawn=5")
    assert opening.action is Action.OPEN_SPOT_CHECKS
    assert all(str(line.check.subject_id) in opening.codes for line in shelf.lines)


def test_it_says_what_the_employee_had_to_do_with_the_citizen_then(bench: Bench, checks: SpotChecks) -> None:
    lone, ole = bench.add_citizen(), bench.add_citizen("Ole Bæk", "0504901233")
    histories = Histories(bench)
    (mette,) = histories.all(Employee)
    histories.course(lone.subject_id, by=mette)
    histories.course(ole.subject_id, by=histories.employee())
    for citizen in (lone, ole):
        Citizens(bench.office).open(bench.actor, citizen.id)
    bench.clock.moment = LATER

    found = {line.citizen: line.check.relation for line in checks.open(bench.actor).lines}

    assert found == {"Lone Bæk": Relation.OWN, "Ole Bæk": None}


@pytest.mark.usefixtures("looked_at")
def test_what_the_leader_finds_is_kept_and_counted(bench: Bench, checks: SpotChecks) -> None:
    bench.clock.moment = LATER
    first, second, *_ = checks.open(bench.actor).lines

    checks.answer(bench.actor, first.check.id, SpotAnswer.IN_ORDER, "")
    shelf = checks.answer(bench.actor, second.check.id, SpotAnswer.NOT_IN_ORDER, "Ingen grund")

    assert shelf.counts == {SpotAnswer.IN_ORDER: 1, SpotAnswer.NOT_IN_ORDER: 1, None: PER_MONTH - 2}
    entry = bench.log()[-1]
    assert (entry.action, entry.codes) == (Action.ANSWER_SPOT_CHECK, "not_in_order")
    assert entry.subject_id == second.check.subject_id
    with pytest.raises(AlreadyAnswered):
        checks.answer(bench.actor, second.check.id, SpotAnswer.IN_ORDER, "")


@pytest.mark.usefixtures("looked_at")
def test_what_one_leader_was_told_is_not_written_over_by_another_who_has_not_seen_it(
    bench: Bench, checks: SpotChecks
) -> None:
    bench.clock.moment = LATER
    shown, *_ = (line.check for line in checks.open(bench.actor).lines)
    shelf = checks.answer(bench.actor, shown.id, SpotAnswer.ASKED, "Else svarer fredag", shown.version)

    with pytest.raises(StaleVersion):
        checks.answer(bench.actor, shown.id, SpotAnswer.ASKED, "Spurgt", shown.version)

    (kept,) = (line.check for line in checks.open(bench.actor).lines if line.check.id == shown.id)
    assert kept.note == "Else svarer fredag"
    assert kept in [line.check for line in shelf.lines]
    checks.answer(bench.actor, shown.id, SpotAnswer.IN_ORDER, "", kept.version)


def test_a_leader_answers_only_for_those_whom_she_sees(bench: Bench, checks: SpotChecks) -> None:
    world, lone = Histories(bench), bench.add_citizen()
    else_, kim = world.employee("Else"), world.employee("Kim Møller")
    for number, each in enumerate((else_, kim)):
        team = world.add(Team(TeamId(0), None, f"Team {number}"))
        world.add(TeamMembership(RowId(0), each.id, team.id, date(2026, 1, 1)))
    world.add(PrimaryCaseworkerPeriod(RowId(0), lone.id, kim.id, date(2026, 1, 1)))
    Citizens(bench.office).open(Actor(kim.id, frozenset({Role.CASEWORKER}), Channel.WINDOW), lone.id)
    bench.clock.moment = LATER
    leader = Actor(else_.id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)
    (line,) = checks.open(bench.actor).lines
    assert checks.open(leader).lines == ()

    with pytest.raises(NotAllowed):
        checks.answer(leader, line.check.id, SpotAnswer.IN_ORDER, "")

    assert checks.open(bench.actor).lines == (line,)


def test_a_look_at_somebody_who_is_deleted_meanwhile_is_answered_all_the_same(bench: Bench, checks: SpotChecks) -> None:
    subject_id = planted_citizen(bench)
    bench.clock.moment = datetime(2032, 11, 5, 9, tzinfo=UTC)
    checks.open(bench.actor)
    with bench.office.aside() as tx:
        (citizen,) = tx.of(Citizen).where(subject_id=subject_id)
    Citizens(bench.office).open(bench.actor, citizen.id)
    deletions_of(bench).delete(bench.actor, (subject_id,), ArchiveAnswer.DELIVERED)
    bench.clock.moment = datetime(2032, 12, 3, 9, tzinfo=UTC)

    (line,) = checks.open(bench.actor).lines
    shelf = checks.answer(bench.actor, line.check.id, SpotAnswer.IN_ORDER, "")

    assert shelf.counts == {SpotAnswer.IN_ORDER: 1}


def test_a_leader_does_not_answer_for_a_look_of_her_own(bench: Bench, checks: SpotChecks) -> None:
    world, lone = Histories(bench), bench.add_citizen()
    else_, other = world.employee("Else"), world.employee("Vera")
    for number, each in enumerate((else_, other)):
        team = world.add(Team(TeamId(0), None, f"Team {number}"))
        world.add(TeamMembership(RowId(0), each.id, team.id, date(2026, 1, 1)))
        world.add(RolePeriod(RowId(0), each.id, Role.SUPERVISOR, date(2026, 1, 1)))
    world.add(PrimaryCaseworkerPeriod(RowId(0), lone.id, else_.id, date(2026, 1, 1)))
    leader = Actor(else_.id, frozenset({Role.SUPERVISOR, Role.CASEWORKER}), Channel.WINDOW)
    Citizens(bench.office).open(leader, lone.id)
    bench.clock.moment = LATER
    (line,) = checks.open(leader).lines
    assert line.is_own

    with pytest.raises(OwnLook):
        checks.answer(leader, line.check.id, SpotAnswer.IN_ORDER, "")

    vera = Actor(other.id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)
    (line,) = checks.open(vera).lines
    assert not line.is_own
    assert checks.answer(vera, line.check.id, SpotAnswer.IN_ORDER, "").counts == {SpotAnswer.IN_ORDER: 1}


@pytest.mark.usefixtures("looked_at")
def test_the_owner_answers_for_looks_of_their_own_only_while_nobody_else_leads(
    bench: Bench, checks: SpotChecks
) -> None:
    bench.clock.moment = LATER
    alone = checks.open(bench.actor)
    assert alone.answers_own
    assert not any(line.is_own for line in alone.lines)
    world = Histories(bench)
    world.add(RolePeriod(RowId(0), world.employee("Vera").id, Role.SUPERVISOR, date(2026, 1, 1)))

    shelf = checks.open(bench.actor)

    assert not shelf.answers_own
    assert all(line.is_own for line in shelf.lines)
    with pytest.raises(OwnLook):
        checks.answer(bench.actor, shelf.lines[0].check.id, SpotAnswer.IN_ORDER, "")


@pytest.mark.usefixtures("looked_at")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM spot_draw",
        "UPDATE spot_draw SET seed = 'x'",
        "INSERT INTO spot_draw SELECT 99, month_on, 'x', 1, 2, 3, 4, drawn_by_id, drawn_at FROM spot_draw",
        "UPDATE spot_check SET sequence = 1",
        "UPDATE spot_check SET employee_id = 99",
    ],
)
def test_a_draw_can_not_be_made_again_to_please(bench: Bench, checks: SpotChecks, statement: str) -> None:
    bench.clock.moment = LATER
    checks.open(bench.actor)

    with bench.database.plain() as connection, pytest.raises(DRIVER.IntegrityError):
        connection.execute(statement)


@pytest.mark.usefixtures("looked_at")
def test_only_a_leader_sees_them_and_a_month_nobody_asked_about_is_let_go(bench: Bench, checks: SpotChecks) -> None:
    others = Actor(bench.actor.employee_id, frozenset(set(Role) - {Role.SUPERVISOR}), Channel.WINDOW)
    with pytest.raises(NotAllowed):
        checks.open(others)
    bench.clock.moment = datetime(2027, 6, 1, tzinfo=UTC)

    assert checks.open(bench.actor).draws == ()
