"""The right-of-access report as JSON: every field by its English name, in the order of the report."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from koordinator.domain.right_of_access import (
    AccessReport,
    HeldBack,
    HeldField,
    HeldFields,
    HeldList,
    HeldRow,
    HeldText,
    HeldValue,
    Other,
)
from koordinator.domain.right_of_access_masks import reasons
from koordinator.texts import log_letter
from koordinator.texts import right_of_access as words

FORMAT: Final = "koordinator-right-of-access"
FORMAT_VERSION: Final = 1
Others = Mapping[int, Other]
"""By the numbers that stand for them."""


def access_data(report: AccessReport) -> bytes:
    """The file's bytes, UTF-8."""
    log, others = report.log, {other.number: other for other in report.others}
    given = {number: words.said(reason, others) for number, reason in reasons(report.others).items()}
    held = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "made_on": log.made_on.isoformat(),
        "municipality": log.sender.municipality,
        "citizen": log.name,
        "held_back": [_left_out(other, given.get(other.number)) for other in report.others if other.is_hidden],
        "held": [_row(row, others) for row in report.rows],
        "log": [
            {
                "first_at": line.first_at.isoformat(),
                "last_at": line.last_at.isoformat(),
                "times": line.times,
                "who": log_letter.who(line),
                "what": log_letter.what(line),
                "why": log_letter.why(line),
            }
            for line in log.lines
        ],
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _left_out(other: Other, reason: str | None) -> dict[str, object]:
    """By number and reason, never by name."""
    return {"number": other.number, "kind": other.key.kind.value, "reason": reason}


def _row(row: HeldRow, others: Others) -> dict[str, object]:
    if row.hidden is not None:
        said: dict[str, object] = {"kind": row.kind, "held_back": row.hidden}
    else:
        said = {"kind": row.kind, "id": row.key, "fields": _fields(row.fields, others)}
    if row.parts:
        said["parts"] = [_row(part, others) for part in row.parts]
    return said


def _fields(fields: Iterable[HeldField], others: Others) -> dict[str, object]:
    return {field.name: _value(field.value, others) for field in fields}


def _value(value: HeldValue, others: Others) -> object:
    if isinstance(value, HeldText):
        return words.said(value, others)
    if isinstance(value, HeldBack):
        return {"held_back": value.number}
    if isinstance(value, HeldList):
        return [_value(each, others) for each in value.values]
    if isinstance(value, HeldFields):
        return _fields(value.fields, others)
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime | time) else value
