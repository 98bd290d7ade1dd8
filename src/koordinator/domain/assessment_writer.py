"""An assessment model written as the TOML text that `assessment_toml` reads.

What is written is read back as the very same model; a comment in the file it once came from is not
kept. What a field holds by itself (nothing, its default) is left out.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import IntEnum
from typing import Any, Final

from koordinator.domain.assessment_model import AssessmentModel, AtLeast, Combination, Condition, IsOneOf
from koordinator.domain.assessment_toml import SCHEMA

_NESTED: Final = frozenset({"parameters", "options", "rules", "condition"})
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_INDENT: Final = "    "


def write_model(model: AssessmentModel) -> str:
    """The model as text, also a draft in which much is missing."""
    lines = [f"schema = {SCHEMA}", *_fields(model)]
    for parameter in model.parameters:
        lines += ["", "[[parameters]]", *_fields(parameter)]
        for option in parameter.options:
            lines += ["", "[[parameters.options]]", *_fields(option)]
    for rule in model.rules:
        lines += ["", "[[rules]]", *_fields(rule), f"when = {_condition(rule.condition, _INDENT)}"]
    return "\n".join(lines) + "\n"


def _fields(thing: Any) -> Iterator[str]:  # noqa: ANN401 (any of the model's dataclasses)
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name not in _NESTED and not _goes_without_saying(field, value):
            yield f"{field.name} = {_value(value)}"


def _goes_without_saying(field: Field[Any], value: object) -> bool:
    return value in (None, "") or (field.default is not MISSING and value == field.default)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(int(value) if isinstance(value, IntEnum) else value)
    return _text(str(value))


def _text(words: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in words) + '"'


def _condition(condition: Condition, indent: str) -> str:
    if isinstance(condition, AtLeast):
        return f"{{ parameter = {_text(condition.parameter)}, at_least = {_text(condition.option)} }}"
    if isinstance(condition, IsOneOf):
        options = ", ".join(_text(option) for option in condition.options)
        return f"{{ parameter = {_text(condition.parameter)}, is = [{options}] }}"
    parts = "".join(f"\n{indent}{_condition(part, indent + _INDENT)}," for part in condition.parts)
    end = f"\n{indent.removesuffix(_INDENT)}" if parts else ""
    return f"{{ {_head(condition)} = [{parts}{end}] }}"


def _head(group: Combination) -> str:
    if group.needed == len(group.parts):
        return "all"
    return "any" if group.needed == 1 else f"at_least = {group.needed}, of"
