"""Rows of any kind as they are read: a line that names the row, and what it says under its labels."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from enum import Enum
from itertools import groupby
from typing import Final

from koordinator.documents.content import BulletList, Facts, Heading, Paragraph, Part, Span, Text, muted
from koordinator.domain.right_of_access import (
    HeldBack,
    HeldField,
    HeldFields,
    HeldList,
    HeldRow,
    HeldText,
    HeldValue,
    Other,
)
from koordinator.texts import right_of_access as words
from koordinator.texts.formats import capitalised, clock, date_long, moment_short
from koordinator.texts.right_of_access_codes import code_word
from koordinator.texts.right_of_access_fields import KINDS, NOT_PRINTED, TITLES, label

_OPERATION: Final = "meeting_operation"
_LINE: Final = 60
"""A text of more letters than this has a line of its own."""
_SEPARATOR: Final = " · "
_PEOPLE: Final = frozenset(("citizen_id", "other_citizen_id", "member_id"))


class RowSetter:
    """Sets rows. `others` are those whose numbers stand in the texts, `own_name` is the citizen's."""

    def __init__(self, others: Iterable[Other], own_name: str) -> None:
        self._others = {other.number: other for other in others}
        self._own = HeldText((own_name,))

    def rows(self, rows: Iterable[HeldRow], under: str = "") -> Iterator[Part]:
        """Rows of one kind; what belongs to one stands under it. `under` is the kind of what they belong to."""
        items: list[Text] = []
        for same in _held_back_together(rows):
            if same[0].parts or _deep(same[0]):
                yield from _list(items)
                items = []
                yield from self._whole(same[0], under)
            else:
                items.append(self._line(same, under))
        yield from _list(items)

    def _whole(self, row: HeldRow, under: str) -> Iterator[Part]:
        """With what belongs to it, under a heading of its own."""
        yield Heading(capitalised("".join(span.text for span in self._title(row))), level=3)
        if row.hidden is not None:
            yield Paragraph((muted(words.held_back(1, self._which(row.hidden))),))
        if facts := tuple((label(field.name), tuple(said)) for field, said in self._said(row, under)):
            yield Facts(facts)
        for field in _deep(row):
            yield from self._tree(field.value)
        for kind, parts in groupby(row.parts, key=lambda part: part.kind):
            yield Paragraph((Span(KINDS[kind], bold=True),), keep_with_next=True)
            some = tuple(parts)
            if kind == _OPERATION:
                yield Paragraph(words.corrections(len(some)))
            else:
                yield from self.rows(some, row.kind)

    def _line(self, same: tuple[HeldRow, ...], under: str) -> Text:
        row = same[0]
        if row.hidden is not None:
            return (muted(words.held_back(len(same), self._which(row.hidden))),)
        is_named = _title_field(row) is not None or not under
        spans = [Span(span.text, bold=True, muted=span.muted) for span in self._title(row)] if is_named else []
        for field, said in self._said(row, under):
            is_long = sum(len(span.text) for span in said) > _LINE
            spans += [Span("\n" if is_long else _SEPARATOR)] if spans else []
            spans += [muted(f"{label(field.name)}: "), *said]
        return tuple(spans)

    def _title(self, row: HeldRow) -> list[Span]:
        field = _title_field(row)
        return (self._value(field.value, field.name) if field else []) or [Span(KINDS[row.kind])]

    def _said(self, row: HeldRow, under: str) -> Iterator[tuple[HeldField, list[Span]]]:
        """The fields that say something, but for the one that names the row, and whose it is."""
        title, apart = _title_field(row), _deep(row)
        for field in row.fields:
            is_home = field.name == f"{under}_id" or (field.name == "citizen_id" and field.value == self._own)
            is_no = field.value is False and bool(under)
            if field.name in NOT_PRINTED or field is title or field in apart or is_home or is_no:
                continue
            if said := self._value(field.value, field.name):
                yield field, said

    def _value(self, value: HeldValue, name: str = "") -> list[Span]:
        """On one line."""
        if isinstance(value, HeldText):
            if name in _PEOPLE and value == self._own:
                return [Span(words.YOU)]
            return [Span(text)] if (text := words.said(value, self._others)) else []
        if isinstance(value, HeldBack):
            return [muted(words.held_back(1, self._which(value.number)))]
        if isinstance(value, HeldList):
            return _joined([self._value(each) for each in value.values], "; ")
        if isinstance(value, HeldFields):
            said = [(field, self._value(field.value, field.name)) for field in _printed(value)]
            return _joined([[muted(f"{label(field.name)}: "), *spans] for field, spans in said if spans], _SEPARATOR)
        return [Span(text)] if (text := _plain(value)) else []

    def _tree(self, value: HeldValue) -> Iterator[Part]:
        """What a frozen version says: what is short, and then each list under its name."""
        if not isinstance(value, HeldFields):
            items = value.values if isinstance(value, HeldList) else (value,)
            yield from _list([tuple(said) for said in self._lines(items) if said])
            return
        fields = _printed(value)
        short = ((field, self._value(field.value, field.name)) for field in fields if not _is_list(field))
        if facts := tuple((label(field.name), tuple(said)) for field, said in short if said):
            yield Facts(facts)
        for field in filter(_is_list, fields):
            yield Paragraph((Span(label(field.name), bold=True),), keep_with_next=True)
            yield from self._tree(field.value)

    def _lines(self, items: tuple[HeldValue, ...]) -> Iterator[list[Span]]:
        """Each by itself; those side by side that are held back for the same one together."""
        numbered = enumerate(items)
        for key, same in groupby(numbered, key=lambda each: each[1] if isinstance(each[1], HeldBack) else each[0]):
            if isinstance(key, HeldBack):
                yield [muted(words.held_back(len(tuple(same)), self._which(key.number)))]
            else:
                yield from (self._value(value) for _, value in same)

    def _which(self, number: int) -> str:
        return words.which(self._others[number].key.kind, number)


def _held_back_together(rows: Iterable[HeldRow]) -> Iterator[tuple[HeldRow, ...]]:
    """Each row by itself; those side by side that are held back for the same one together."""
    for number, some in groupby(rows, key=lambda row: None if row.parts else row.hidden):
        if number is None:
            yield from ((row,) for row in some)
        else:
            yield tuple(some)


def _title_field(row: HeldRow) -> HeldField | None:
    named = {field.name: field for field in row.fields if field.value not in (None, HeldText(()))}
    return next((named[name] for name in TITLES.get(row.kind, ()) if name in named), None)


def _deep(row: HeldRow) -> tuple[HeldField, ...]:
    """What is made of parts itself: a frozen version, the answers of an assessment."""
    parts = (field for field in row.fields if field.name not in NOT_PRINTED)
    return tuple(field for field in parts if isinstance(field.value, HeldFields | HeldList))


def _printed(value: HeldFields) -> list[HeldField]:
    return [field for field in value.fields if field.name not in NOT_PRINTED and field.value is not False]


def _is_list(field: HeldField) -> bool:
    return isinstance(field.value, HeldList) and bool(field.value.values)


def _list(items: list[Text]) -> Iterator[Part]:
    if items:
        yield BulletList(tuple(items))


def _joined(said: list[list[Span]], separator: str) -> list[Span]:
    spans: list[Span] = []
    for some in said:
        if some:
            spans += [Span(separator), *some] if spans else some
    return spans


def _plain(value: HeldValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, Enum):
        return code_word(value)
    if isinstance(value, datetime):
        return moment_short(value)
    if isinstance(value, date):
        return date_long(value)
    return clock(value) if isinstance(value, time) else str(value)
