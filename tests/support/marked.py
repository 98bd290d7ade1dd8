"""Contents in which every word is one of its own, so that wherever it turns up again it is known what it was about.

A field that is added to a content gets a word by itself. `Marks.of_content(PlanContent)` fills in a whole content:
of what has a theme there is one of each theme and one without, in the common part and in each member's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, Final, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from koordinator.domain.content_parts import MemberContent, SubjectContent, ThemeContent, Uid

THEMES: Final = tuple(ThemeContent(key, key) for key in ("general", "health", "finances", "work"))
MEMBERS: Final = (Uid("lone"), Uid("anna"))
_PLAIN: Final[dict[type, Any]] = {
    bool: False,
    int: 1,
    date: date(2026, 11, 21),
    time: time(10, 0),
    datetime: datetime(2026, 11, 21, 9, tzinfo=UTC),
}
Content = TypeVar("Content")


class Mark(NamedTuple):
    """Where a word stands, and the nearest thing round it that has a theme: what is it about, and whose is it?"""

    path: str
    themed: bool
    theme: str | None
    member: str | None


@dataclass
class Marks:
    """The words and what they are about."""

    found: dict[str, Mark] = field(default_factory=dict)
    is_family: bool = True

    def of_content(self, kind: type[Content]) -> Content:
        """The content with a word of its own in every place."""
        made: Content = self._made(kind, Mark(kind.__name__, themed=False, theme=None, member=None))
        return made

    def word(self, mark: Mark) -> str:
        """A new word, that is broken over no line."""
        word = f"zq{len(self.found):04d}q"
        self.found[word] = mark
        return word

    def in_text(self, text: str) -> Iterator[tuple[str, Mark]]:
        """Each of the words that the text holds."""
        return ((word, mark) for word, mark in self.found.items() if word in text)

    def _made(self, kind: Any, at: Mark, **given: Any) -> Any:  # noqa: ANN401 (whatever type a field says)
        hints = get_type_hints(kind)
        values = {}
        for each in fields(kind):
            name = each.name
            values[name] = (
                given[name] if name in given else self._value(hints[name], at._replace(path=f"{at.path}.{name}"))
            )
        return kind(**values)

    def _value(self, hint: Any, at: Mark) -> Any:  # noqa: ANN401
        if get_origin(hint) in (Union, UnionType):
            hint = next(part for part in get_args(hint) if part is not type(None))
        hint_of = getattr(hint, "__supertype__", hint)
        if hint is Uid or at.path.endswith("_uid"):
            return None if at.path.endswith("_uid") else Uid(f"uid-{at.path}")
        if hint_of is str:
            return self.word(at)
        if hint is SubjectContent:
            return SubjectContent(
                Uid("family"), "Familien", self.is_family, tuple(MemberContent(m, m) for m in MEMBERS)
            )
        if get_origin(hint) is tuple:
            return tuple(self._several(get_args(hint)[0], at))
        if hasattr(hint, "__dataclass_fields__"):
            return self._made(hint, at)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        return _PLAIN[hint]

    def _several(self, kind: Any, at: Mark) -> Iterator[Any]:  # noqa: ANN401
        if not hasattr(kind, "__dataclass_fields__"):
            return
        names = {each.name for each in fields(kind)}
        about_theme = get_type_hints(kind).get("theme")
        if ThemeContent not in (about_theme, *get_args(about_theme)):
            yield self._made(kind, at)
            return
        for theme in THEMES if about_theme is ThemeContent else (*THEMES, None):
            for member in (None, *MEMBERS) if "member_uid" in names else (None,):
                about = Mark(at.path, themed=True, theme=theme.key if theme else None, member=member)
                number = len(self.found)
                given: dict[str, Any] = {"theme": theme, "member_uid": member, "uid": Uid(f"{at.path}-{number}")}
                yield self._made(kind, about, **{name: value for name, value in given.items() if name in names})
