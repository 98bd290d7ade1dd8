"""Letters to a citizen or a family: who helps, who takes over, and that the course is over. Each on one page."""

from collections.abc import Iterator

from koordinator.documents.compose.parts import address, quote, signed
from koordinator.documents.content import (
    Callout,
    Card,
    Cards,
    Document,
    Heading,
    KeepTogether,
    OnePage,
    Paragraph,
    Part,
    Title,
    bold,
    muted,
)
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.handover import HandoverKind
from koordinator.domain.letter_content import EndLetter, HandoverLetter, LetterHead, ResponsibleLetter
from koordinator.texts import paper_common as common
from koordinator.texts import paper_letters as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_invitation import letter_date
from koordinator.texts.paper_voice import Voice, call_name, voice_to


def responsible_letter(letter: ResponsibleLetter, *, large_print: bool) -> Document:
    """Who the koordinerende and the fast sagsbehandler are, and how to reach them."""
    return _letter(letter.head, words.RESPONSIBLE_TITLE, tuple(_responsible(letter)), large_print=large_print)


def handover_letter(letter: HandoverLetter, *, large_print: bool) -> Document:
    """Who takes over, from when, and that nothing has to be told again."""
    title = words.ABSENCE_TITLE if letter.kind is HandoverKind.ABSENCE else words.HANDOVER_TITLE
    return _letter(letter.head, title, tuple(_handed_over(letter)), large_print=large_print)


def end_letter(letter: EndLetter, *, large_print: bool) -> Document:
    """The course is over: why, in the citizen's own word too, and whom to call afterwards."""
    return _letter(letter.head, words.END_TITLE, tuple(_ended(letter)), large_print=large_print)


def _letter(head: LetterHead, heading: str, body: tuple[Part, ...], *, large_print: bool) -> Document:
    title = words.title(heading, family=head.subject.is_family)
    return Document(
        title=title,
        subject=title,
        author=head.sender.municipality,
        version_text=title,
        date_text=date_long(head.made_on),
        running_head=title,
        large_print=large_print,
        blocks=(
            OnePage(
                (
                    *address(head.sender, head.addressee),
                    Title(title, letter_date(head.sender.municipality, head.made_on)),
                    Paragraph(words.dear(head)),
                    *body,
                )
            ),
        ),
    )


def _responsible(letter: ResponsibleLetter) -> Iterator[Part]:
    head, voice = letter.head, _voice(letter.head)
    coordinator, primary = letter.coordinator, letter.primary
    if coordinator is not None and primary is not None and coordinator.name == primary.name:
        yield Paragraph(words.is_both(coordinator, voice))
        yield Cards((_card(coordinator, words.roles(coordinates_too=True, primary_too=True)),))
        primary = None
    elif coordinator is not None:
        yield Paragraph(words.coordinates(coordinator, voice))
        yield Cards((_card(coordinator, common.COORDINATOR),))
    if primary is not None:
        yield Paragraph(words.is_primary(primary, voice))
        yield Cards((_card(primary, common.PRIMARY_CASEWORKER),))
    to_call = coordinator or primary
    if to_call is not None:
        yield Callout((words.call(to_call, head.sender, voice),))
    yield KeepTogether(tuple(signed(to_call, head.sender)))


def _handed_over(letter: HandoverLetter) -> Iterator[Part]:
    head, voice = letter.head, _voice(letter.head)
    receiver = letter.receiver
    yield Paragraph(f"{words.why_handed_over(letter, voice)} {words.from_now_on(letter, voice)}")
    yield Cards((_card(receiver, _roles(receiver)),))
    yield Callout((words.call(receiver, head.sender, voice),))
    yield Heading(words.MEET.format(name=call_name(receiver.name)))
    yield Paragraph(words.introduction(letter, voice))
    yield Heading(words.NOT_AGAIN.format(you=voice.you_first))
    yield Paragraph(words.not_again(letter, voice))
    yield KeepTogether(tuple(signed(letter.giver, head.sender)))


def _ended(letter: EndLetter) -> Iterator[Part]:
    head, voice = letter.head, _voice(letter.head)
    yield Paragraph(f"{words.ended(date_long(letter.ended_on), voice)} {words.why_ended(letter.reason, voice)}")
    yield from quote(words.your_words(voice), letter.citizens_word)
    yield Heading(words.AFTERWARDS.format(you=voice.you))
    yield Callout((words.afterwards(letter.call_afterwards, head.sender, voice),))
    yield KeepTogether(tuple(signed(letter.signed_by, head.sender)))


def _card(card: ContactCard, role: str) -> Card:
    reach = filter(None, (common.phone_line(card), card.email))
    title = (bold(card.name), *((muted(common.SEPARATOR + role),) if role else ()))
    return Card(title, tuple((muted(line),) for line in reach))


def _roles(card: ContactCard) -> str:
    return words.roles(coordinates_too=card.is_coordinator, primary_too=card.is_primary_caseworker)


def _voice(head: LetterHead) -> Voice:
    return voice_to(family=head.subject.is_family)
