"""Which backups are kept, when somebody is warned, and how a restored database stands to the present one."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.audit import LogHead
from koordinator.domain.backup import BackupMissing, BackupReason, BackupState, state_of
from koordinator.domain.backup_comparison import Comparison, Counted, DatabaseFacts, Relation, relation
from koordinator.domain.backup_health import TRIAL_EVERY, Elsewhere, ElsewhereFacts, elsewhere, is_due
from koordinator.domain.backup_names import backup_name, kept_name
from koordinator.domain.backup_thinning import ALWAYS_KEPT, PROTECTED, KeepPeriods, Thinnable, superfluous
from koordinator.domain.danish_day import danish_day
from koordinator.domain.database_file import DiskFull

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
STANDARD = KeepPeriods()

moments = st.integers(-500 * 24 * 60, 500).map(lambda minutes: NOW + timedelta(minutes=minutes))
backups = st.lists(st.tuples(moments, st.sampled_from(BackupReason), st.booleans()), max_size=80).map(
    lambda facts: [Thinnable(f"b{number}", *fact) for number, fact in enumerate(facts)]
)
periods = st.builds(
    KeepPeriods, st.integers(0, 72), st.integers(0, 40), st.integers(0, 30), st.integers(0, 24), st.integers(0, 60)
)


def timed(*moments: datetime) -> list[Thinnable]:
    return [Thinnable(f"b{number}", at, BackupReason.TIMER, is_good=True) for number, at in enumerate(moments)]


@given(backups, periods, st.integers(-9_000, 9_000))
def test_the_newest_good_ones_stay_whatever_the_clock_says(
    backups: list[Thinnable], periods: KeepPeriods, days_off: int
) -> None:
    gone = superfluous(backups, NOW + timedelta(days=days_off), periods)

    good = sorted((each for each in backups if each.is_good), key=lambda each: (each.made_at, each.name))
    assert not set(gone) & set(good[-ALWAYS_KEPT:])
    if not good:
        assert gone == ()


@given(backups, periods)
def test_what_was_made_before_something_great_is_not_thinned_too_soon(
    backups: list[Thinnable], periods: KeepPeriods
) -> None:
    for backup in superfluous(backups, NOW, periods):
        age = NOW - backup.made_at
        assert age >= timedelta(hours=periods.hours)
        assert backup.reason not in PROTECTED or age >= timedelta(days=periods.protected_days)


@given(backups, periods, st.randoms())
def test_thinning_knows_no_order_and_has_nothing_left_to_do(
    backups: list[Thinnable], periods: KeepPeriods, chance: Random
) -> None:
    gone = superfluous(backups, NOW, periods)
    mixed = list(backups)
    chance.shuffle(mixed)

    assert superfluous(mixed, NOW, periods) == gone
    assert superfluous([each for each in backups if each not in gone], NOW, periods) == ()


@given(backups)
def test_every_day_week_and_month_within_the_periods_keeps_its_last(backups: list[Thinnable]) -> None:
    gone = superfluous(backups, NOW, STANDARD)

    kept_days = {danish_day(each.made_at) for each in backups if each.is_good and each not in gone}
    for backup in (each for each in backups if each.is_good):
        day = danish_day(backup.made_at)
        if (danish_day(NOW) - day).days < STANDARD.days:
            assert day in kept_days


@given(st.integers(0, 600))
def test_thinning_as_time_goes_by_keeps_what_thinning_at_the_end_would(days: int) -> None:
    """One a day: what was let go on the way would not have stood for a week or a month later."""
    every_day = [NOW + timedelta(days=day) for day in range(days)]
    living: list[Thinnable] = []
    for backup in timed(*every_day):
        living.append(backup)
        thinned = superfluous(living, backup.made_at, STANDARD)
        living = [each for each in living if each not in thinned]

    all_at_once = timed(*every_day)
    gone = superfluous(all_at_once, every_day[-1], STANDARD) if every_day else ()
    assert living == [each for each in all_at_once if each not in gone]
    assert len(living) <= STANDARD.days + STANDARD.weeks + STANDARD.months + 2


def test_a_year_of_half_hours_is_a_day_two_weeks_two_months_and_a_year() -> None:
    half_hours = timed(*(NOW - timedelta(minutes=30 * number) for number in range(365 * 48)))

    gone = set(superfluous(half_hours, NOW, STANDARD))

    kept = [each.made_at for each in half_hours if each not in gone]
    assert sum(NOW - at < timedelta(hours=24) for at in kept) == 48
    assert len({danish_day(at) for at in kept}) == len(kept) - 48 + 2
    assert min(kept) < NOW - timedelta(days=320)


def test_a_bad_one_stays_as_long_as_there_is_none_better() -> None:
    long_ago = NOW - timedelta(days=900)
    bad = Thinnable("bad", long_ago, BackupReason.TIMER, is_good=False)
    good = Thinnable("good", long_ago + timedelta(days=1), BackupReason.TIMER, is_good=True)

    assert superfluous([bad], NOW, STANDARD) == ()
    assert superfluous([bad, good], NOW, STANDARD) == (bad,)


def test_the_hour_that_comes_twice_is_two_hours_and_one_day() -> None:
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert backup_name(first) == backup_name(second) == "koordinator-2026-10-25-0230.sikkerhedskopi"
    late = datetime(2026, 11, 5, 12, 0, tzinfo=UTC)
    others = timed(first, second, *(late - timedelta(hours=hour) for hour in range(ALWAYS_KEPT)))
    assert superfluous(others, late, STANDARD) == (others[0],)


def test_the_day_begins_at_danish_midnight() -> None:
    before, after = datetime(2026, 11, 10, 22, 59, tzinfo=UTC), datetime(2026, 11, 10, 23, 1, tzinfo=UTC)
    others = timed(before, after, *(NOW - timedelta(minutes=number) for number in range(ALWAYS_KEPT)))

    assert superfluous(others, NOW, KeepPeriods(weeks=0, months=0)) == ()


def test_a_kept_database_says_when() -> None:
    assert kept_name("koordinator.db", NOW) == "koordinator.db.gemt-2026-11-22-1200"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (None, Elsewhere.NOT_CHOSEN),
        (ElsewhereFacts(is_reached=False, is_same_disk=False, newest_good_at=None), Elsewhere.NOT_REACHED),
        (ElsewhereFacts(is_reached=True, is_same_disk=True, newest_good_at=NOW), Elsewhere.SAME_DISK),
        (ElsewhereFacts(is_reached=True, is_same_disk=False, newest_good_at=None), Elsewhere.NONE_YET),
        (ElsewhereFacts(is_reached=True, is_same_disk=False, newest_good_at=NOW), Elsewhere.FINE),
        (
            ElsewhereFacts(is_reached=True, is_same_disk=False, newest_good_at=NOW - timedelta(days=7, seconds=1)),
            Elsewhere.TOO_OLD,
        ),
    ],
)
def test_what_there_is_to_say_about_elsewhere(facts: ElsewhereFacts | None, said: Elsewhere) -> None:
    assert elsewhere(facts, NOW) is said


def test_a_trial_is_due_once_a_month_and_when_the_clock_went_back() -> None:
    assert is_due(None, TRIAL_EVERY, NOW)
    assert not is_due(NOW - timedelta(days=29), TRIAL_EVERY, NOW)
    assert is_due(NOW - timedelta(days=30), TRIAL_EVERY, NOW)
    assert is_due(NOW + timedelta(days=1), TRIAL_EVERY, NOW)


def facts(count: int, seal: str, origin: str = "a") -> DatabaseFacts:
    return DatabaseFacts(origin, LogHead(count, seal), NOW, ((Counted.CITIZEN, count),))


@pytest.mark.parametrize(
    ("restored", "present", "present_then", "restored_then", "stands"),
    [
        (facts(5, "e"), facts(5, "e", "b"), None, None, Relation.OTHER),
        (facts(5, "e"), facts(5, "e"), "e", "e", Relation.SAME),
        (facts(5, "e"), facts(9, "i"), "e", None, Relation.EARLIER),
        (facts(9, "i"), facts(5, "e"), None, "e", Relation.LATER),
        (facts(9, "x"), facts(7, "g"), None, "y", Relation.BRANCHED),
    ],
)
def test_how_a_restored_database_stands_to_the_present_one(
    restored: DatabaseFacts,
    present: DatabaseFacts,
    present_then: str | None,
    restored_then: str | None,
    stands: Relation,
) -> None:
    assert relation(restored, present, present_then=present_then, restored_then=restored_then) is stands


def test_a_comparison_counts_both() -> None:
    compared = Comparison(Relation.EARLIER, facts(5, "e"), facts(9, "i"))

    assert compared.entries_between == 4
    assert compared.counts == ((Counted.CITIZEN, 5, 9),)


def test_a_disk_that_is_full_says_nothing_of_the_backup() -> None:
    assert state_of(BackupMissing("kopi")) is BackupState.GONE
    with pytest.raises(DiskFull):
        state_of(DiskFull("kopi"))
