"""The municipality's letter texts, filled for invented people: in words, and as the paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from koordinator.documents.compose.calendar import calendar_words, mail_body
from koordinator.documents.compose.invitation import invitation_letter
from koordinator.documents.compose.letters import end_letter, handover_letter, responsible_letter
from koordinator.documents.compose.preparation import preparation_sheet
from koordinator.documents.content import (
    BulletList,
    Callout,
    CalloutTone,
    Cards,
    CheckList,
    Document,
    Facts,
    Heading,
    KeepTogether,
    NumberedList,
    OnePage,
    Paragraph,
    Quote,
    Table,
    Text,
    Title,
    spans_of,
)
from koordinator.documents.pdf import PdfPress
from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import Sender
from koordinator.domain.invitation_content import CalendarMethod
from koordinator.domain.letter_content import LetterHead
from koordinator.domain.letter_kinds import END_REASONS, HANDOVERS, LetterKey, Placeholder
from koordinator.domain.letter_text import LineStyle, filled
from koordinator.domain.letter_texts import LetterTexts
from koordinator.texts import letter_examples as examples
from koordinator.usecases.ports_letters import PreviewLine

_TO_PROFESSIONALS: Final = frozenset(
    {LetterKey.INVITATION_PROFESSIONAL, LetterKey.NEUTRAL_PROFESSIONAL, LetterKey.CANCELLED_PROFESSIONAL}
)
_ASKED: Final = examples.calendar(CalendarMethod.REQUEST, for_all=True)
_CANCELLED: Final = examples.calendar(CalendarMethod.CANCEL, for_all=True)
_TAKEN_OFF: Final = examples.calendar(CalendarMethod.CANCEL, for_all=False)
_PLAIN: Final[dict[LetterKey, Callable[[LetterTexts], str]]] = {
    LetterKey.MAIL_INVITATION: partial(mail_body, _ASKED, with_letter=False),
    LetterKey.MAIL_CANCELLED: partial(mail_body, _CANCELLED, with_letter=False),
    LetterKey.MAIL_TAKEN_OFF: partial(mail_body, _TAKEN_OFF, with_letter=False),
    LetterKey.CALENDAR_INVITATION: partial(calendar_words, _ASKED),
    LetterKey.CALENDAR_CANCELLED: partial(calendar_words, _CANCELLED),
    LetterKey.CALENDAR_TAKEN_OFF: partial(calendar_words, _TAKEN_OFF),
}


class PdfLetterPreviews:
    """Letters to people who do not exist."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def lines(self, key: LetterKey, texts: LetterTexts, sender: Sender, *, family: bool) -> tuple[PreviewLine, ...]:
        """The letter in words."""
        if (document := _Example(key, texts, sender, family).document()) is not None:
            return tuple(_lines(document.blocks))
        if (write := _PLAIN.get(key)) is not None:
            return tuple(PreviewLine(_plain_style(line), line) for line in write(texts).split("\n"))
        values = {**examples.WORDS, Placeholder.MUNICIPALITY: sender.municipality}
        shown = filled(texts.of(key), values, many=family)
        return tuple(PreviewLine(line.style, line.text) for line in shown)

    def paper(self, key: LetterKey, texts: LetterTexts, sender: Sender, *, family: bool) -> bytes:
        """The letter as PDF; nothing of a text that is never on paper."""
        document = _Example(key, texts, sender, family).document()
        return self._press.render(document).content if document is not None else b""


def _plain_style(line: str) -> LineStyle:
    return LineStyle.BODY if line else LineStyle.BLANK


@dataclass(frozen=True, slots=True)
class _Example:
    """The paper in which a text stands, from the municipality to somebody invented."""

    key: LetterKey
    texts: LetterTexts
    sender: Sender
    family: bool

    def document(self) -> Document | None:
        """None of a text that is on no paper."""
        if self.key is LetterKey.PREPARATION:
            content = replace(examples.preparation(family=self.family), sender=self.sender)
            return preparation_sheet(content, self.texts, large_print=False)
        return self._invitation() or self._handover() or self._end()

    def _invitation(self) -> Document | None:
        to_citizen, to_relative = examples.to_citizen(family=False), examples.to_relative()
        to_professional = examples.to_professional()
        shown = {
            LetterKey.INVITATION_CITIZEN: to_citizen,
            LetterKey.INVITATION_FAMILY: examples.to_citizen(family=True),
            LetterKey.INVITATION_RELATIVE: to_relative,
            LetterKey.INVITATION_PROFESSIONAL: to_professional,
            LetterKey.NEUTRAL_RELATIVE: examples.neutral(to_relative),
            LetterKey.NEUTRAL_PROFESSIONAL: examples.neutral(to_professional),
            LetterKey.MOVED: examples.moved(),
            LetterKey.CANCELLED_CITIZEN: examples.cancelled(to_citizen),
            LetterKey.CANCELLED_PROFESSIONAL: examples.cancelled(to_professional),
        }.get(self.key)
        if shown is None:
            return None
        content = replace(shown, sender=self.sender)
        return invitation_letter(content, self.texts, to_citizen=self.key not in _TO_PROFESSIONALS, large_print=False)

    def _handover(self) -> Document | None:
        if self.key is LetterKey.RESPONSIBLE:
            responsible = examples.responsible(family=self.family)
            return responsible_letter(replace(responsible, head=self._head()), self.texts, large_print=False)
        kind = next((kind for kind, key in HANDOVERS.items() if key is self.key), None)
        if kind is None:
            return None
        handover = examples.handover(kind, family=self.family)
        return handover_letter(replace(handover, head=self._head()), self.texts, large_print=False)

    def _end(self) -> Document | None:
        reasons = {key: reason for reason, key in END_REASONS.items()} | {LetterKey.END: EndReason.GOALS_REACHED}
        if self.key not in reasons:
            return None
        end = examples.end(reasons[self.key], family=self.family)
        return end_letter(replace(end, head=self._head()), self.texts, large_print=False)

    def _head(self) -> LetterHead:
        return replace(examples.head(family=self.family), sender=self.sender)


def _lines(parts: Iterable[object]) -> Iterator[PreviewLine]:
    for part in parts:
        if isinstance(part, OnePage | KeepTogether):
            yield from _lines(part.blocks)
        else:
            yield from _line(part)


def _line(part: object) -> Iterator[PreviewLine]:
    match part:
        case Title(text=text):
            yield PreviewLine(LineStyle.TITLE, text)
        case Heading(text=text):
            yield PreviewLine(LineStyle.HEADING, text)
        case Paragraph(text=text):
            yield PreviewLine(LineStyle.BODY, _words(text))
        case BulletList(items=items):
            yield from (PreviewLine(LineStyle.BULLET, _words(item)) for item in items)
        case NumberedList(items=items):
            yield from (PreviewLine(LineStyle.BODY, f"{n}. {_words(item)}") for n, item in enumerate(items, start=1))
        case Callout(paragraphs=paragraphs, tone=tone):
            style = LineStyle.WARNING if tone is CalloutTone.WAITING else LineStyle.BOX
            yield PreviewLine(style, "\n".join(map(_words, paragraphs)))
        case _:
            yield from (PreviewLine(LineStyle.BODY, text) for text in _put_in(part))


def _put_in(part: object) -> Iterator[str]:
    """What the program puts in, in words."""
    match part:
        case Facts(rows=rows):
            yield from (f"{label}: {_words(text)}" for label, text in rows)
        case Cards(cards=cards):
            yield from ("\n".join(map(_words, (card.title, *card.lines))) for card in cards)
        case Quote(label=label, passages=passages):
            yield f"{label}: {' '.join(passages)}"
        case Table(rows=rows):
            yield from (" ".join(_words(cell) for cell in row if isinstance(cell, str | tuple)) for row in rows)
        case CheckList(items=items):
            yield from (_words(item.text) for item in items)


def _words(text: Text) -> str:
    return "".join(span.text for span in spans_of(text))
