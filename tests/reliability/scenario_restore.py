"""A backup is restored into a database of its own, and then into the place of the one that is worked in."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.bootstrap.keeping import keys_of, make_restoring, present_of
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.domain.backup_names import FOLDER, kept_name
from koordinator.domain.output_file import free_name
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.usecases.restoring import Wanted, by_passphrase
from koordinator.usecases.unlock import Opened
from tests.reliability.house import DATABASE, PASSPHRASE, WAY, House, house_in, make_house, make_keys
from tests.reliability.scenario import Scenario, Steps
from tests.reliability.scenario_save import promise
from tests.support.office import SetClock

NEW: Final = "ny.db"
CLOCK: Final = SetClock()
RESTORED: Final = ["løfte 1"]
PRESENT: Final = ["løfte 1", "løfte 2"]
"""What was promised up to the backup, and what stands in the database by now."""


def _prepare(folder: Path) -> None:
    make_house(folder)
    with house_in(folder) as house:
        promise(house, 1)
        house.services.backups.make(house.actor)
        promise(house, 2)


def _work(folder: Path, step: Steps) -> None:
    step("new 1", partial(_restore_to_new, folder))
    step("swapped 1", partial(_restore_in_place, folder))


def _backup(folder: Path) -> Path:
    (file,) = (folder / FOLDER).iterdir()
    return file


def _restore_to_new(folder: Path) -> None:
    """As the command does."""
    target = folder / free_name(NEW, [path.name for path in folder.iterdir()])
    restoring = make_restoring(CLOCK)
    restored = restoring.prepare(Wanted(_backup(folder), by_passphrase(PASSPHRASE), target))
    restoring.place_new(restored, target)


def _restore_in_place(folder: Path) -> None:
    """As the window does."""
    restoring = make_restoring(CLOCK)
    with house_in(folder) as house:
        opened = house.opened
        listed = DeletionListFile(opened.path).read()
        wanted = Wanted(_backup(folder), keys_of(opened), opened.path, opened.key, listed)
        restored = restoring.prepare(wanted, present_of(opened), house.actor)
    restoring.put_in_place(restored, folder / DATABASE)


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    with house_in(folder) as house:
        yield from house.faults()
        found, key = _promised(house), house.opened.key
    kept = folder / kept_name(DATABASE, CLOCK.now())
    allowed = [RESTORED] if "swapped 1" in told else [RESTORED, PRESENT]
    if found not in allowed or (found == RESTORED and not kept.exists()):
        yield f"in its place: {found}, and the one before is kept: {kept.exists()}"
    if kept.exists():
        yield from _not_whole(Opened(kept, EncryptedFiles().open(kept, key), key), PRESENT)
    made = [path for path in folder.glob("ny*.db") if path.exists()]
    if "new 1" in told and not made:
        yield "the new one is not there"
    for path in made:
        yield from _not_whole(make_keys().open_database(path, WAY), RESTORED)


def _not_whole(opened: OpenDatabase, promised: list[str]) -> Iterator[str]:
    with closing(opened.handle):
        house = House(opened)
        yield from house.faults()
        if (found := _promised(house)) != promised:
            yield f"{opened.path.name}: {found}"


def _promised(house: House) -> list[str]:
    plan = house.services.plans.open(house.actor, house.subject_id)
    return sorted(each.what for each in plan.agreements)


SCENARIO: Final = Scenario(_prepare, _work, _faults)
