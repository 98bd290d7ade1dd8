"""A citizen about whom something stands in every table is deleted for good."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.deletion import ArchiveAnswer
from koordinator.domain.ids import SubjectId
from tests.reliability.house import DATABASE, House, house_in, left_lying, make_house
from tests.reliability.scenario import Scenario, Steps
from tests.support.deciphered import deciphered
from tests.support.office import Bench
from tests.support.planted import CPR, NAME, plant, telling_forms

HELD: Final = "rækker.txt"
"""How much there was about the citizen, table by table."""
DELETED: Final = f"{DATABASE}.deleted"


def _prepare(folder: Path) -> None:
    make_house(folder)
    with house_in(folder) as house:
        bench = Bench(house.opened.handle)
        citizen = bench.add_citizen(NAME, CPR)
        with bench.office.aside() as tx:
            plant(tx.connection, citizen.id, citizen.subject_id)
            tx.connection.exec_driver_sql("UPDATE hold SET lifted_at = set_at")
            tx.connection.exec_driver_sql(
                "UPDATE course SET until_on = from_on, end_reason = 'goals_reached' WHERE subject_id = ?",
                (citizen.subject_id,),
            )
        (folder / HELD).write_text(_held(house, citizen.subject_id), encoding="utf-8")


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        step("deleted 1", partial(_delete, house))


def _delete(house: House) -> None:
    """What was begun before is carried through, as it is at the next opening."""
    subject_id = _planted(house)
    if subject_id is not None:
        house.services.deletions.delete(house.actor, (subject_id,), ArchiveAnswer.NOT_WORTH_KEEPING)
    house.services.deletions.finish()


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    with house_in(folder) as house:
        yield from house.file_faults()
        subject_id = _planted(house)
        if subject_id is not None and told:
            yield "the citizen is still there"
        if subject_id is not None and _held(house, subject_id) != (folder / HELD).read_text(encoding="utf-8"):
            yield "the citizen is there in part"
        _delete(house)
        if _planted(house) is not None:
            yield "the citizen is there after being deleted once more"
        key = house.opened.key
    readable = deciphered(folder / DATABASE, key) + (folder / DELETED).read_bytes()
    if left := [form for form in telling_forms() if form in readable]:
        yield f"can still be read: {left}"
    yield from left_lying(folder, HELD, DELETED)


def _planted(house: House) -> SubjectId | None:
    with house.opened.handle.read() as connection:
        found = connection.exec_driver_sql("SELECT subject_id FROM citizen WHERE cpr = ?", (CPR,)).scalar()
    return None if found is None else SubjectId(int(found))


def _held(house: House, subject_id: SubjectId) -> str:
    return house.services.deletions.preview(house.actor, subject_id).removed.as_text


SCENARIO: Final = Scenario(_prepare, _work, _faults)
