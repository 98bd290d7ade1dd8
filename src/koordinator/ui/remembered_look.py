"""Light or dark and the size of the text, as the person left them."""

from contextlib import suppress
from typing import Final, Protocol

from koordinator.ui.theme import Scheme, Theme

_SCHEME: Final = "scheme"
_TEXT_SCALE: Final = "text_scale"
_SPELLING: Final = "spelling"
_OFF: Final = "off"


class Memory(Protocol):
    """Small things that are remembered from one start to the next."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str) -> None: ...


def remembered_look(memory: Memory) -> tuple[Scheme, float]:
    """What was remembered; as the system has it, and 100 %, where that is nothing or cannot be read."""
    scheme, text_scale = Scheme.SYSTEM, 1.0
    with suppress(ValueError):
        scheme = Scheme(memory.get(_SCHEME) or Scheme.SYSTEM)
    with suppress(ValueError):
        text_scale = float(memory.get(_TEXT_SCALE) or 1.0)
    return scheme, text_scale


def remember_look(memory: Memory, theme: Theme) -> None:
    """Keeps what is on the screen now."""
    memory.put(_SCHEME, theme.scheme.value)
    memory.put(_TEXT_SCALE, str(theme.text_scale))


def helps_spelling(memory: Memory) -> bool:
    """Whether misspelt words are marked on this machine; they are until somebody says no."""
    return memory.get(_SPELLING) != _OFF


def remember_spelling(memory: Memory, *, helps: bool) -> None:
    """Marks misspelt words on this machine, or does not."""
    memory.put(_SPELLING, "" if helps else _OFF)
