"""Records scenarios on the watched disk: python -m tests.reliability.recorded FOLDER NAMES [--unsafe WAY].

Leaves FOLDER/NAME.log for each, and the folder as it was before in FOLDER/NAME.before. An unsafe way is a program
that does not see to it that what it tells is safe: the same trial must find out.
"""

import argparse
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from tests.reliability.disk import mark, watch
from tests.reliability.house import change_settings, fold_often
from tests.reliability.scenario import scenario_named

Done = TypeVar("Done")


def _without_synchronous() -> None:
    change_settings(lambda old: (setting.replace("synchronous = FULL", "synchronous = OFF") for setting in old))


def _without_fsync() -> None:
    setattr(os, "fsync", lambda _file: None)  # noqa: B010


UNSAFE: Final = {"synchronous_off": _without_synchronous, "files_not_synced": _without_fsync}


class _Telling:
    """Each step, and a mark in the log once the person was told."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def __call__(self, what: str, act: Callable[[], Done]) -> Done:
        done = act()
        mark(self._log, what)
        return done


def main() -> None:
    """See above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="+")
    parser.add_argument("--unsafe", choices=UNSAFE)
    wanted = parser.parse_args()
    fold_often()
    for name in wanted.names:
        scenario, before, log = scenario_named(name), wanted.folder / f"{name}.before", wanted.folder / f"{name}.log"
        before.mkdir()
        scenario.prepare(before)
        here = wanted.folder / name
        shutil.copytree(before, here)
        if wanted.unsafe:
            UNSAFE[wanted.unsafe]()
        watch(here, log)
        scenario.work(here, _Telling(log))


if __name__ == "__main__":
    main()
