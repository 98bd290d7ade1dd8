"""The town of the demo data and the practice case, from `resources/demo/`."""

import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from koordinator.usecases.demo.practice import Practice
from koordinator.usecases.demo.town import Town

Made = TypeVar("Made")


def read_town(folder: Path) -> Town:
    """The town; a file of ours that does not fit raises ValueError, KeyError or TypeError."""
    return _made(Town, {**_town(folder), **_read(folder / "themes.toml")})


def read_practice(folder: Path) -> Practice:
    """The practice case, told in the town's words; raises as `read_town`."""
    practice = _read(folder / "practice.toml")
    return _made(Practice, {**practice, "town": {**_town(folder), **practice}})


def _town(folder: Path) -> dict[str, Any]:
    return {**_read(folder / "town.toml"), "logo": folder / "logo.png"}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _made(kind: type[Made], data: dict[str, Any]) -> Made:
    hints = get_type_hints(kind)
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _value(hints[name], value) for name, value in data.items() if name in known})


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401 - values of TOML, and the types that say what they are
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], each) for each in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return _made(hint, value)
    return hint(value)
