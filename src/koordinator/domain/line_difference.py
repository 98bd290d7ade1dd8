"""Two texts beside each other, line by line."""

from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple


class LineChange(StrEnum):
    """What became of a line."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class ComparedLine(NamedTuple):
    """A line of the one text, of the other, or of both."""

    change: LineChange
    text: str


def compared(before: str, after: str) -> tuple[ComparedLine, ...]:
    """The lines of both in their order; where they differ, what is gone stands before what is new."""
    old, new = before.split("\n"), after.split("\n")
    found: list[ComparedLine] = []
    for tag, from_old, to_old, from_new, to_new in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += (ComparedLine(LineChange.SAME, line) for line in old[from_old:to_old])
        else:
            found += (ComparedLine(LineChange.GONE, line) for line in old[from_old:to_old])
            found += (ComparedLine(LineChange.NEW, line) for line in new[from_new:to_new])
    return tuple(found)
