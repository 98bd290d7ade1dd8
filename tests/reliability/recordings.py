"""Scenarios as they were recorded on the watched disk, and a trial of one of them cut off at a random moment."""

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from traceback import format_exception_only

from tests.reliability.disk import noted, said_by
from tests.reliability.power import Recording, after_cut, read_folder, write_folder
from tests.reliability.scenario import scenario_named


@cache
def recorded(names: Sequence[str], unsafe: str = "") -> dict[str, Recording]:
    """Each scenario once; the way is one of `recorded.UNSAFE`."""
    with tempfile.TemporaryDirectory(prefix="koordinator-recorded-") as folder:
        said_by("tests.reliability.recorded", folder, *names, *(("--unsafe", unsafe) if unsafe else ()))
        found = Path(folder)
        return {
            name: Recording(read_folder(found / f"{name}.before"), tuple(noted(found / f"{name}.log")))
            for name in names
        }


def lost_after_cut(name: str, recording: Recording, seed: int) -> str:
    """What is lost, half or cannot be read after the power went somewhere in the scenario, or nothing."""
    random = Random(seed)  # noqa: S311 - not for secrets
    cut = random.randint(0, len(recording.changes))
    with tempfile.TemporaryDirectory(prefix="koordinator-cut-") as place:
        folder = Path(place) / "folder"
        write_folder(folder, after_cut(recording, cut, random))
        try:
            faults = list(scenario_named(name).faults(folder, recording.told(cut)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person could not go on
            faults = format_exception_only(error)
    return f"{name} cut after change {cut}: {'; '.join(faults)}" if faults else ""
