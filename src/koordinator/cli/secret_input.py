"""Secrets for a command: from a file, from standard input, or typed without being seen. Never from an argument."""

import getpass
import sys
from pathlib import Path
from typing import Final

from koordinator.domain.database_key import NobodyToAsk, SecretUnreadable

_STANDARD_INPUT: Final = Path("-")
_LONGEST: Final = 4096


def read_secret(file: Path | None, prompt: str) -> str:
    """The first line of the file (`-`: of what comes in), else what is typed. Raises NobodyToAsk, SecretUnreadable."""
    if file is not None:
        return secret_in(file)
    if not sys.stdin.isatty():
        raise NobodyToAsk
    return typed_secret(prompt)


def typed_secret(prompt: str) -> str:
    """What is typed at the terminal, without being seen. Raises NobodyToAsk where whoever is asked gives up."""
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise NobodyToAsk from None


def secret_in(file: Path) -> str:
    """The first line of the file, or of standard input for `-`. Raises SecretUnreadable."""
    try:
        if file == _STANDARD_INPUT:
            line = sys.stdin.readline(_LONGEST)
        else:
            with file.open(encoding="utf-8-sig") as opened:
                line = opened.readline(_LONGEST)
    except (OSError, UnicodeError):
        raise SecretUnreadable(str(file)) from None
    text = line.rstrip("\r\n")
    if not text:
        raise SecretUnreadable(str(file))
    return text
