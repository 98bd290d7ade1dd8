"""50 names and CPR numbers through a whole day: none in any file that the program leaves, no network, nothing on the
locked screen. The database itself, its backups and the papers that the person saves are encrypted or the person's own.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.net import COMPILER, listened
from tests.reliability.planted import MANY, planted_people, words_of
from tests.reliability.traces import Words

_PLACES: Final = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
_LEFT_AT_LEAST: Final = ("koordinator.db", "fejl-", "window.json")
"""Without these the day was not what it was to be."""


def run(seeds: range) -> Outcome:
    """A day for each seed."""
    failures, looked_at = list[Failure](), 0
    for seed in seeds:
        with tempfile.TemporaryDirectory(prefix="planted-") as place:
            folder = Path(place)
            failures += [Failure(seed, fault) for fault in _faults(folder, seed)]
            looked_at += sum(file.is_file() for file in folder.rglob("*"))
    return Outcome(len(seeds), tuple(failures), f"{looked_at} files, {MANY} people each")


def _faults(folder: Path, seed: int) -> Iterator[str]:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    for name, place in _PLACES.items():
        (folder / place).mkdir(mode=0o700)
        environment[name] = str(folder / place)
    command = [sys.executable, "-m", "tests.reliability.planted_at_work", str(folder), str(seed)]
    ended, sockets = listened(command, environment, folder / "net.log")
    if ended.returncode != (-9 if seed % 2 else 0):
        yield f"the day ended early ({ended.returncode}): {ended.stderr[-2_000:]}"
        return
    words = Words(words_of(planted_people(seed)))
    told = json.loads(ended.stdout.splitlines()[-1])
    if not told or words.in_content("\n".join(told).encode()):
        yield f"the locked screen tells {told}"
    if sockets:
        yield f"the network was reached: {sockets}"
    if words.in_content(ended.stderr.encode()):
        yield "a name on standard error"
    left = [file for place in _PLACES.values() for file in (folder / place).rglob("*")]
    yield from (f"no {name} was left" for name in _LEFT_AT_LEAST if not any(name in file.name for file in left))
    for place in _PLACES.values():
        for file, found in words.in_folder(folder / place).items():
            yield f"{sorted(found)} in {file}"
    if len(words.in_folder(folder / "chosen")) == 0:
        yield "nothing was found where it must be found: in what the person keeps"


FIGURE: Final = Figure(
    what="50 planted names and numbers through a day: in no file, no network, nothing on a locked screen",
    asked="0 hits",
    short=range(1),
    whole=range(20),
    run=run,
    needs=(COMPILER,),
)
