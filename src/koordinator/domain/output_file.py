"""A file that the program writes for somebody, where they said."""

from collections.abc import Collection
from itertools import count

from koordinator.domain.errors import EnvironmentFault


class OutputNotWritten(EnvironmentFault):
    """The file could not be written there; an older one of the name is as it was."""

    path: str


class OutputTaken(EnvironmentFault):
    """There is something of that name, which may be anything, the database too; it was not replaced."""

    path: str


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with the first number from 2 that nothing in the folder has; capitals make no difference there."""
    there = {each.casefold() for each in taken}
    before, dot, after = name.rpartition(".")
    stem, ending = (before, after) if dot else (name, "")
    names = (name if number == 1 else f"{stem} {number}{dot}{ending}" for number in count(1))
    return next(each for each in names if each.casefold() not in there)


def text_file(text: str) -> bytes:
    """Plain text as Windows programs of every age read it: UTF-8 with its mark, and their line ends."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8-sig")
