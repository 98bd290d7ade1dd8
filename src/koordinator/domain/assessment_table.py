"""Reading the tables of a model file by name and type, and naming what is wrong with where and line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from koordinator.domain import limits
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.errors import FieldTooLong, UnusableCharacter
from koordinator.domain.steps import Step

_HEADING: Final = re.compile(r"\s*\[\[\s*(parameters\s*\.\s*options|parameters|rules)\s*\]\]")
_KEY: Final = re.compile(r"""\s*key\s*=\s*["']([^"']*)["']""")
_Choice = TypeVar("_Choice", bound=StrEnum)


class ModelTable:
    """One table of the file: its fields are read by name and type, and what is wrong is noted with where."""

    def __init__(self, where: str, values: dict[str, object], faults: list[ModelFault]) -> None:
        self.where = where
        self.values = values
        self.read: set[str] = set()
        self._faults = faults

    def fault(self, kind: ModelFaultKind, *values: str) -> None:
        self._faults.append(ModelFault(kind, self.where, values))

    def text(self, name: str, limit: int) -> str:
        """The text, empty when it is missing."""
        value = self._take(name, "")
        if not isinstance(value, str):
            self.fault(ModelFaultKind.WRONG_TYPE, name, "text")
            return ""
        try:
            return limits.checked(name, value, limit)
        except FieldTooLong:
            self.fault(ModelFaultKind.TEXT_TOO_LONG, name, str(limit))
        except UnusableCharacter:
            self.fault(ModelFaultKind.WRONG_TYPE, name, "text")
        return ""

    def whole_number(self, name: str) -> int:
        value = self._take(name, None)
        if type(value) is int:
            return value
        self._wrong(name, value, "whole_number")
        return 0

    def day(self, name: str) -> date:
        value = self._take(name, None)
        if type(value) is date:
            return value
        self._wrong(name, value, "date")
        return date.min

    def flag(self, name: str) -> bool:
        value = self._take(name, False)  # noqa: FBT003
        if not isinstance(value, bool):
            self.fault(ModelFaultKind.WRONG_TYPE, name, "true_false")
        return value is True

    def step(self, name: str) -> Step | None:
        value = self._take(name, None)
        if value is None:
            return None
        if type(value) is int and value in list(Step):
            return Step(value)
        self.fault(ModelFaultKind.WRONG_VALUE, name, str(value), *(str(int(step)) for step in Step))
        return None

    def choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        value = self._take(name, None)
        if value is None:
            return None
        for member in kind:
            if member.value == value:
                return member
        self.fault(ModelFaultKind.WRONG_VALUE, name, str(value), *kind)
        return None

    def tables(self, name: str) -> "list[ModelTable]":
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fault(ModelFaultKind.WRONG_TYPE, name, "tables")
            return []
        path = f"{self.where}.{name}" if self.where else name
        return [
            ModelTable(f"{path}.{entry.get('key') or f'#{n}'}", entry, self._faults) for n, entry in enumerate(value, 1)
        ]

    def refuse_rest(self) -> None:
        for name in self.values.keys() - self.read:
            self.fault(ModelFaultKind.UNKNOWN_FIELD, name)

    def _take(self, name: str, default: object) -> object:
        self.read.add(name)
        return self.values.get(name, default)

    def _wrong(self, name: str, value: object, expected: str) -> None:
        if value is None:
            self.fault(ModelFaultKind.MISSING_FIELD, name)
        else:
            self.fault(ModelFaultKind.WRONG_TYPE, name, expected)


def with_lines(text: str, faults: Iterable[ModelFault]) -> tuple[ModelFault, ...]:
    """The faults, each with the line on which the table it is about begins in the text."""
    lines = _table_lines(text)
    return tuple(replace(fault, line=lines.get(fault.where)) for fault in faults)


def _table_lines(text: str) -> dict[str, int]:
    """The line of each table's heading, by the path faults name it with; of two alike the first."""
    lines: dict[str, int] = {}
    numbers = {"parameters": 0, "rules": 0, "options": 0}
    parent = ""
    for line, heading, key in _headings(text):
        numbers[heading] += 1
        above = f"{parent}.options" if heading == "options" else heading
        by_number = f"{above}.#{numbers[heading]}"
        path = f"{above}.{key}" if key else by_number
        if heading != "options":
            parent, numbers["options"] = path, 0
        lines[by_number] = line
        lines.setdefault(path, line)
    return lines


def _headings(text: str) -> Iterator[tuple[int, str, str]]:
    """Each heading of a parameter, option or rule: its line, which of them it is, and the key given below it."""
    waiting: tuple[int, str] | None = None
    for line, content in enumerate(text.split("\n"), 1):
        if found := _HEADING.match(content):
            if waiting:
                yield *waiting, ""
            waiting = line, found[1].rpartition(".")[2].strip()
        elif waiting and (found := _KEY.match(content)):
            yield *waiting, found[1]
            waiting = None
    if waiting:
        yield *waiting, ""
