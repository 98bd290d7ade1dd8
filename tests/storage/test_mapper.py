"""Rows come back as they were stored, whichever way they are asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.errors import NotFound, StaleVersion
from koordinator.domain.ids import MeetingId, RowId
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus
from koordinator.domain.organisation import Department
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.steps import Step
from koordinator.storage.cipher import PAGE_BYTES
from koordinator.storage.reading import Reader
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench


def meeting(bench: Bench, **said: object) -> Meeting:
    plain = Meeting(
        MeetingId(0),
        "m",
        bench.add_citizen("Lone", "").subject_id,
        None,
        MeetingKind.COORDINATION,
        MeetingStatus.PLANNED,
        TODAY,
        time(13, 30),
        60,
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def test_every_kind_of_value_comes_back(bench: Bench) -> None:
    histories = Histories(bench)
    full = meeting(
        bench,
        step=Step.ONE_CASEWORK,
        citizen_took_part=True,
        opened_at=datetime(2026, 11, 21, 12, 0, 5, 17, tzinfo=UTC),
        evaluation_heard=4,
        place="Møllebakken 12 'hjemme'; --",
    )

    stored = histories.add(full)

    assert histories.all(Meeting) == (stored,)
    assert replace(stored, id=MeetingId(0), version=0) == full


def test_one_value_several_values_or_nothing(bench: Bench) -> None:
    histories = Histories(bench)
    early = histories.add(meeting(bench, uid="a", step=Step.MEETINGS))
    late = histories.add(meeting(bench, uid="b", starts_on=TODAY + timedelta(days=1)))

    assert histories.all(Meeting, starts_on=TODAY) == (early,)
    assert histories.all(Meeting, step=None) == (late,)
    assert histories.all(Meeting, status=(MeetingStatus.PLANNED, MeetingStatus.HELD)) == (early, late)
    assert histories.all(Meeting, step=frozenset({Step.MEETINGS})) == (early,)
    assert histories.all(Meeting, uid=()) == ()
    with bench.office.aside() as tx:
        assert tx.of(Meeting).last(order_by="starts_on") == late
        assert tx.of(Meeting).find(status=MeetingStatus.HELD) is None


def test_a_name_that_is_no_field_is_our_own_fault(bench: Bench) -> None:
    with bench.office.aside() as tx:
        with pytest.raises(KeyError):
            tx.of(Meeting).find(colour="red")
        with pytest.raises(KeyError):
            tx.of(Meeting).where(order_by="colour")


def test_what_is_not_there(bench: Bench) -> None:
    with bench.office.aside() as tx:
        with pytest.raises(NotFound) as missing:
            tx.of(Meeting).get(999)
        assert (missing.value.kind, missing.value.key) == ("meeting", "999")
        with pytest.raises(NotFound):
            tx.of(Setting).remove(999)


def test_an_old_version_is_refused_and_one_that_is_gone_not_found(bench: Bench) -> None:
    histories = Histories(bench)
    department = histories.department()
    histories.save(replace(department, name="Børn og Familie"))

    with pytest.raises(StaleVersion):
        histories.save(replace(department, name="Familien"))
    with pytest.raises(NotFound):
        histories.save(replace(department, id=type(department.id)(999)))
    assert [each.name for each in histories.all(Department) if each.id == department.id] == ["Børn og Familie"]


def test_a_row_without_version_is_saved_as_it_is(bench: Bench) -> None:
    histories = Histories(bench)
    stored = histories.add(Setting(RowId(0), SettingKey.MAIN_PHONE, "72 00 00 00", date(2026, 1, 1)))

    assert histories.save(replace(stored, value="72 00 00 01")) == replace(stored, value="72 00 00 01")


def test_a_file_that_broke_while_it_was_open_is_said_to_be_damaged(bench: Bench) -> None:
    Histories(bench).department()
    bench.database.verify_pages()
    with bench.database.path.open("r+b") as file:
        file.seek(PAGE_BYTES)
        file.write(bytes(200 * PAGE_BYTES))

    with pytest.raises(DatabaseDamaged), bench.database.read() as connection:
        Reader(connection)("SELECT name FROM sqlite_master", {})
