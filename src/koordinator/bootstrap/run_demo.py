"""`koordinator demo`: makes the demo's database, then opens the window on it or does the working day."""

import argparse
from pathlib import Path

from koordinator.bootstrap.demo import DATABASE_NAME, KEY_NAME, open_demo
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.launch import has_display, launch
from koordinator.bootstrap.places import usual_demo_folder
from koordinator.bootstrap.working_day import do_working_day
from koordinator.cli.parser import write_error, write_out
from koordinator.texts import command_line as words


def run_demo(arguments: argparse.Namespace) -> int:
    """The exit code. The last line on standard output is the folder when the working day was done."""
    folder: Path = (arguments.dir or usual_demo_folder()).expanduser().absolute()
    if not (folder / DATABASE_NAME).exists():
        write_error(words.DEMO_MAKING)
    opened = open_demo(folder)
    if arguments.no_window or not has_display():
        if not arguments.no_window:
            write_error(words.DEMO_NO_DISPLAY)
        try:
            do_working_day(opened, folder)
        finally:
            close(opened)
        write_out(str(folder))
        return 0
    close(opened)
    return launch(["--database", str(folder / DATABASE_NAME), "--key-file", str(folder / KEY_NAME)])
