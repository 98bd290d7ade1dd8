"""The agenda: made from a template, then the citizen's and the coordinator's to change and order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import AgendaItemId, MeetingId
from koordinator.domain.meeting import AgendaItem, AgendaKind

LONGEST_ITEM_MINUTES: Final = 600
NAME_PLACE: Final = "{navns}"
"""Stands in a title for the citizen's first name in the genitive, or the family's."""


class UnusableTemplate(DomainError):
    """The agenda template lacks something or holds something unknown; `place` says where."""

    place: str


class ItemMinutesOutOfRange(DomainError):
    """An agenda item takes from 0 minutes to ten hours."""

    minutes: int


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item of a template: what it is for, its title, and the minutes set aside."""

    kind: AgendaKind
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """The items of an ordinary meeting, in order."""

    items: tuple[TemplateItem, ...]

    @property
    def minutes(self) -> int:
        """How long a meeting by the template lasts."""
        return sum(item.minutes for item in self.items)


def read_template(table: Mapping[str, Any], names_genitive: str) -> AgendaTemplate:
    """The template of a TOML table, with the name in its titles. Raises UnusableTemplate."""
    rows = table.get("item")
    if not isinstance(rows, list) or not rows:
        raise UnusableTemplate("item")
    return AgendaTemplate(tuple(_item(n, row, names_genitive) for n, row in enumerate(rows, start=1)))


def agenda_items(template: AgendaTemplate, meeting_id: MeetingId) -> tuple[AgendaItem, ...]:
    """The meeting's agenda by the template."""
    return tuple(
        AgendaItem(AgendaItemId(0), meeting_id, position, item.kind, item.title, item.minutes)
        for position, item in enumerate(template.items, start=1)
    )


def checked_item(item: AgendaItem) -> AgendaItem:
    """The item when it can stand. Raises ItemMinutesOutOfRange, FieldMissing, FieldTooLong or UnusableCharacter."""
    if not 0 <= item.minutes <= LONGEST_ITEM_MINUTES:
        raise ItemMinutesOutOfRange(item.minutes)
    return limits.checked_fields(item, {"title": limits.LINE}, required=("title",))


def moved_item(items: Iterable[AgendaItem], item_id: AgendaItemId, position: int) -> tuple[AgendaItem, ...]:
    """The items whose position changes when the one is put at the position (from 1; beyond the ends is the end)."""
    ordered = in_position(items)
    item = next(each for each in ordered if each.id == item_id)
    others = [each for each in ordered if each.id != item_id]
    others.insert(max(position, 1) - 1, item)
    return renumbered(others)


def renumbered(ordered: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items whose position changes when these stand in this order from 1 on."""
    pairs = ((item, replace(item, position=n)) for n, item in enumerate(ordered, start=1))
    return tuple(new for old, new in pairs if new != old)


def in_position(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items in order."""
    return tuple(sorted(items, key=lambda item: (item.position, item.id)))


def current_item(items: Iterable[AgendaItem]) -> AgendaItem | None:
    """The item the meeting has come to: the first that is not done, or None."""
    return next((item for item in in_position(items) if not item.done), None)


def agenda_minutes(items: Iterable[AgendaItem]) -> int:
    """The minutes of all items together."""
    return sum(item.minutes for item in items)


def _item(number: int, row: object, names_genitive: str) -> TemplateItem:
    place = f"item[{number}]"
    if not isinstance(row, dict):
        raise UnusableTemplate(place)
    kind, title, minutes = row.get("kind"), row.get("title"), row.get("minutes")
    if kind not in tuple(AgendaKind):
        raise UnusableTemplate(f"{place}.kind")
    if not isinstance(title, str) or not title.strip():
        raise UnusableTemplate(f"{place}.title")
    if type(minutes) is not int or not 0 <= minutes <= LONGEST_ITEM_MINUTES:
        raise UnusableTemplate(f"{place}.minutes")
    return TemplateItem(AgendaKind(kind), title.replace(NAME_PLACE, names_genitive).strip(), minutes)
