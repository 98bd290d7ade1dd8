"""Processes that are killed in the middle of their work."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def said_until_killed(lines: int, module: str, *arguments: object, late_seconds: float = 0) -> list[str]:
    """Every line of a module that was killed once it had said so many, and a moment later if that is asked for.

    It may have come a little further. One that is done before that is not killed.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        with suppress(subprocess.TimeoutExpired):
            process.wait(late_seconds)
        process.kill()
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


def last_of_each(said: list[str]) -> dict[str, int]:
    """How far it came with each kind of thing, where a line is a kind and a number."""
    return {kind: int(number) for kind, number in (line.split() for line in said)}
