"""`koordinator practice`: makes the practice case the first time, then opens the window on it."""

import argparse
from pathlib import Path

from koordinator.bootstrap.demo import PRACTICE_KEY_NAME, PRACTICE_NAME, open_practice
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.launch import NO_WINDOW, has_display, launch
from koordinator.bootstrap.places import usual_practice_folder
from koordinator.cli.parser import write_error
from koordinator.texts import practice as words


def run_practice(arguments: argparse.Namespace) -> int:
    """The exit code; nothing is made where there is no display to practise on."""
    if not has_display():
        write_error(words.NO_DISPLAY)
        return NO_WINDOW
    folder: Path = (arguments.dir or usual_practice_folder()).expanduser().absolute()
    if arguments.fresh or not (folder / PRACTICE_NAME).exists():
        write_error(words.MAKING)
    close(open_practice(folder, fresh=arguments.fresh))
    return launch(["--database", str(folder / PRACTICE_NAME), "--key-file", str(folder / PRACTICE_KEY_NAME)])
