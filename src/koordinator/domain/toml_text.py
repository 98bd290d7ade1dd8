"""Reading a text as TOML, and on which line it stops making sense."""

import re
import tomllib
from typing import Final

_LINE_IN_MESSAGE: Final = re.compile(r"at line (\d+)")


class NotToml(ValueError):
    """The text is no TOML from the line on (counted from 1; None when it is nested too deeply to say)."""

    def __init__(self, line: int | None) -> None:
        super().__init__(line)
        self.line = line


def read_toml(text: str) -> dict[str, object]:
    """The tables and values of the text, which may begin with a byte order mark. Raises NotToml."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        found = _LINE_IN_MESSAGE.search(str(error))
        raise NotToml(int(found[1]) if found else text.count("\n") + 1) from error
    except RecursionError as error:
        raise NotToml(None) from error
