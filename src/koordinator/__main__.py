"""`koordinator`: the window when no command is named, else the command line."""

import gc
import sys


def main() -> int:
    """Start the program; the answer is the exit code."""
    from koordinator.bootstrap.no_dumps import keep_no_dumps  # noqa: PLC0415
    from koordinator.bootstrap.start import asks_for_window  # noqa: PLC0415

    keep_no_dumps()
    arguments = sys.argv[1:]
    if asks_for_window(arguments):
        # Nothing that a start makes can be thrown away again: looking for garbage only takes time. The window turns
        # it on again when everything is there (bootstrap/window.py).
        gc.disable()
        from koordinator.bootstrap.launch import launch  # noqa: PLC0415

        return launch(arguments)
    from koordinator.bootstrap.command_line import run_command  # noqa: PLC0415

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
