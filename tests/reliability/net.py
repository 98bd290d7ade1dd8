"""A process whose every socket is noted that is no file of this machine (see `net.c`)."""

import os
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = Path(__file__).with_name("net.c")
COMPILER: Final = "gcc"


@cache
def library() -> Path:
    """Compiled once a process, into a folder of its own."""
    target = Path(mkdtemp(prefix="koordinator-net-")) / "net.so"
    subprocess.run([COMPILER, "-O1", "-shared", "-fPIC", "-o", target, SOURCE, "-ldl"], check=True)
    return target


def listened(
    command: list[str], environment: dict[str, str], log: Path
) -> tuple[subprocess.CompletedProcess[str], str]:
    """What became of the command, and every socket that it and its own processes had."""
    watched = {**os.environ, **environment, "LD_PRELOAD": str(library()), "KOORDINATOR_NET_LOG": str(log)}
    ended = subprocess.run(command, cwd=ROOT, env=watched, capture_output=True, text=True, check=False)
    return ended, log.read_text(encoding="ascii") if log.exists() else ""
