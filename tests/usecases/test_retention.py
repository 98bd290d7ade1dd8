"""The municipality's own periods: from a day on, with a reason, and as a file."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from koordinator.domain.access import Action
from koordinator.domain.errors import FieldMissing, NotAllowed
from koordinator.domain.organisation import Role
from koordinator.domain.retention import PeriodBackwards, RetentionKind, UnusablePeriods
from koordinator.usecases.retention import Retention
from tests.support.office import TODAY, Bench


def _months(retention: Retention, bench: Bench, kind: RetentionKind) -> int | None:
    return next(each.months for each in retention.periods(bench.actor).in_force if each.kind is kind)


def test_a_period_holds_from_its_day_and_the_decision_is_logged(retention: Retention, bench: Bench) -> None:
    later = TODAY + timedelta(days=10)
    retention.set_period(bench.actor, RetentionKind.DRAFT, 3, "Besluttet af ledergruppen", later)
    assert _months(retention, bench, RetentionKind.DRAFT) == 6

    bench.clock.pass_days(10)
    assert _months(retention, bench, RetentionKind.DRAFT) == 3
    entry = next(each for each in bench.log() if each.action is Action.EDIT_RETENTION)
    assert (entry.kind, entry.codes) == ("retention_period", "draft months=3")


def test_a_period_without_a_reason_or_for_days_that_have_been_is_refused(retention: Retention, bench: Bench) -> None:
    with pytest.raises(FieldMissing):
        retention.set_period(bench.actor, RetentionKind.DRAFT, 3, " ", TODAY)
    with pytest.raises(PeriodBackwards):
        retention.set_period(bench.actor, RetentionKind.DRAFT, 3, "Besluttet", date(2026, 1, 1))


def test_a_file_that_was_changed_is_read_and_what_it_says_anew_becomes_the_municipalitys_own(
    retention: Retention, bench: Bench, tmp_path: Path
) -> None:
    file = tmp_path / "opbevaring.toml"
    retention.write_file(bench.actor, file)
    text = file.read_text(encoding="utf-8")
    assert not any(each.is_own for each in retention.read_file(bench.actor, file).in_force)

    file.write_text(text.replace("months = 12", "months = 24"), encoding="utf-8")
    periods = retention.read_file(bench.actor, file)

    assert [(each.kind, each.months, each.from_on) for each in periods.in_force if each.is_own] == [
        (RetentionKind.WITHOUT_COURSE, 24, TODAY)
    ]
    file.write_text("ikke toml", encoding="utf-8")
    with pytest.raises(UnusablePeriods):
        retention.read_file(bench.actor, file)
    with pytest.raises(UnusablePeriods):
        retention.read_file(bench.actor, tmp_path / "findes-ikke.toml")


def test_the_leader_decides_about_people_and_the_administrator_about_periods(
    retention: Retention, bench: Bench
) -> None:
    leader = replace(bench.actor, roles=frozenset({Role.SUPERVISOR}))
    administrator = replace(bench.actor, roles=frozenset({Role.ADMINISTRATOR}))

    assert retention.shelf(leader).due == ()
    assert retention.set_period(administrator, RetentionKind.DRAFT, 3, "Besluttet", TODAY).today == TODAY
    with pytest.raises(NotAllowed):
        retention.set_period(leader, RetentionKind.DRAFT, 3, "Besluttet", TODAY)
    with pytest.raises(NotAllowed):
        retention.shelf(administrator)


def test_a_period_of_a_file_that_is_over_does_not_take_the_place_of_the_one_in_force(
    retention: Retention, bench: Bench, tmp_path: Path
) -> None:
    file, later = tmp_path / "opbevaring.toml", TODAY + timedelta(days=40)
    head = '[[periods]]\nkind = "draft"\nevent = "draft_saved"\nsource = "Besluttet"\n'
    rows = (
        "months = 9\nfrom_on = 2021-01-01\n",
        f"months = 6\nfrom_on = {later}\n",
        "months = 3\nfrom_on = 2015-01-01\nuntil_on = 2021-01-01\n",
    )
    file.write_text("".join(head + row for row in rows), encoding="utf-8")

    retention.read_file(bench.actor, file)

    retention.read_file(bench.actor, file)

    assert _months(retention, bench, RetentionKind.DRAFT) == 9
    read = [each.codes for each in bench.log() if each.action is Action.EDIT_RETENTION]
    assert read == ["read=2", "read=0"]
    bench.clock.pass_days(40)
    assert _months(retention, bench, RetentionKind.DRAFT) == 6
