"""A report of a fault of ours: which code failed with which kind of error, and nothing about any person.

An error's own message can hold a name or a number, so only its type and the places in the code are kept.
"""

import platform
import traceback
from datetime import datetime
from pathlib import Path

import koordinator
from koordinator.bootstrap.places import log_folder


def write_report(error: BaseException, at: datetime, folder: Path | None = None) -> Path:
    """Writes the report and says where. `at` is UTC."""
    target = (folder or log_folder()) / f"fejl-{at:%Y%m%d-%H%M%S}.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"koordinator {at.isoformat()} {platform.platform()} Python {platform.python_version()}"]
    lines += _chain(error)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


def _chain(error: BaseException | None) -> list[str]:
    """The error, what it was raised for, and so on; of a group each that is in it. None is told of twice."""
    lines: list[str] = []
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
        lines += [_place(frame) for frame in traceback.extract_tb(each.__traceback__)]
        waiting.append(each.__cause__ or each.__context__)
        waiting += reversed(each.exceptions) if isinstance(each, BaseExceptionGroup) else ()
    return lines


def _place(frame: traceback.FrameSummary) -> str:
    root = Path(koordinator.__file__).parent
    file = Path(frame.filename)
    name = file.relative_to(root) if file.is_relative_to(root) else file.name
    return f"  {name}:{frame.lineno} {frame.name}"
