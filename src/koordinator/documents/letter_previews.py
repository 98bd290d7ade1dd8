"""The municipality's letter texts, filled for invented people: in words, and as the paper."""

from collections.abc import Callable, Iterable, Iterator
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
from koordinator.domain.invitation_content import CalendarMethod
from koordinator.domain.letter_kinds import END_REASONS, HANDOVERS, LetterKey, Placeholder
from koordinator.domain.letter_text import LineStyle, filled
from koordinator.domain.letter_texts import LetterTexts
from koordinator.texts import letter_examples as examples
from koordinator.texts.consent import VOLUNTARY
from koordinator.usecases.ports_letters import PreviewLine

_Compose = Callable[[LetterTexts], Document]

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

    def lines(self, key: LetterKey, texts: LetterTexts, *, family: bool) -> tuple[PreviewLine, ...]:
        """The letter in words."""
        if (compose := _paper(key, family=family)) is not None:
            return tuple(_lines(compose(texts).blocks))
        if (write := _PLAIN.get(key)) is not None:
            return tuple(PreviewLine(_plain_style(line), line) for line in write(texts).split("\n"))
        values = {**examples.WORDS, Placeholder.RIGHTS: VOLUNTARY}
        shown = filled(texts.of(key), values, many=family)
        return tuple(PreviewLine(line.style, line.text) for line in shown)

    def paper(self, key: LetterKey, texts: LetterTexts, *, family: bool) -> bytes:
        """The letter as PDF; nothing of a text that is never on paper."""
        compose = _paper(key, family=family)
        return self._press.render(compose(texts)).content if compose is not None else b""


def _plain_style(line: str) -> LineStyle:
    return LineStyle.BODY if line else LineStyle.BLANK


def _paper(key: LetterKey, *, family: bool) -> _Compose | None:
    """How the paper is made in which the text stands; None of a text without one."""
    invitations = {
        LetterKey.INVITATION_CITIZEN: (examples.to_citizen(family=False), True),
        LetterKey.INVITATION_FAMILY: (examples.to_citizen(family=True), True),
        LetterKey.INVITATION_RELATIVE: (examples.to_relative(), True),
        LetterKey.INVITATION_PROFESSIONAL: (examples.to_professional(), False),
        LetterKey.NEUTRAL_RELATIVE: (examples.neutral(examples.to_relative()), True),
        LetterKey.NEUTRAL_PROFESSIONAL: (examples.neutral(examples.to_professional()), False),
        LetterKey.MOVED: (examples.moved(), True),
        LetterKey.CANCELLED_CITIZEN: (examples.cancelled(examples.to_citizen(family=False)), True),
        LetterKey.CANCELLED_PROFESSIONAL: (examples.cancelled(examples.to_professional()), False),
    }
    if key in invitations:
        content, to_citizen = invitations[key]
        return partial(invitation_letter, content, to_citizen=to_citizen, large_print=False)
    return _letter(key, family=family)


def _letter(key: LetterKey, *, family: bool) -> _Compose | None:
    if key is LetterKey.PREPARATION:
        return partial(preparation_sheet, examples.preparation(family=family), large_print=False)
    if key is LetterKey.RESPONSIBLE:
        return partial(responsible_letter, examples.responsible(family=family), large_print=False)
    for kind, each in HANDOVERS.items():
        if key is each:
            return partial(handover_letter, examples.handover(kind, family=family), large_print=False)
    reasons = {each: reason for reason, each in END_REASONS.items()}
    if key is LetterKey.END or key in reasons:
        reason = reasons.get(key, EndReason.GOALS_REACHED)
        return partial(end_letter, examples.end(reason, family=family), large_print=False)
    return None


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
            yield from (PreviewLine(LineStyle.BULLET, f"{n}. {_words(item)}") for n, item in enumerate(items, start=1))
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
