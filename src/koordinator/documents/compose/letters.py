"""Letters to a citizen or a family: who helps, who takes over, and that the course is over. Each on one page."""

from koordinator.documents.compose.letter_parts import Filling, written
from koordinator.documents.compose.letter_values import call_values, letter_values
from koordinator.documents.compose.parts import address, quote, signed
from koordinator.documents.content import Card, Cards, Document, Masthead, OnePage, Part, Title, bold, muted
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.letter_content import EndLetter, HandoverLetter, LetterHead, ResponsibleLetter
from koordinator.domain.letter_kinds import END_REASONS, HANDOVERS, LetterKey, Placeholder
from koordinator.domain.letter_text import filled, plain_text
from koordinator.domain.letter_texts import LetterTexts
from koordinator.texts import paper_common as common
from koordinator.texts import paper_letters as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_invitation import letter_date
from koordinator.texts.paper_voice import Voice, call_name, stopped, voice_to, without_stop

_Values = dict[Placeholder, str]
_Blocks = dict[Placeholder, tuple[Part, ...]]


def responsible_letter(letter: ResponsibleLetter, texts: LetterTexts, *, large_print: bool) -> Document:
    """Who the koordinerende and the fast sagsbehandler are, and how to reach them."""
    coordinator, primary = letter.coordinator, letter.primary
    to_call = coordinator or primary
    both = coordinator if coordinator and primary and _is_same(coordinator, primary) else None
    if both is not None:
        coordinator = primary = None
    values = {
        **_called(letter.head, to_call),
        **_named(coordinator, Placeholder.COORDINATOR, Placeholder.COORDINATOR_FIRST),
        **_named(primary, Placeholder.PRIMARY, Placeholder.PRIMARY_FIRST),
        **_named(both, Placeholder.BOTH, Placeholder.BOTH_FIRST),
    }
    blocks = {
        Placeholder.COORDINATOR_CARD: _cards(coordinator, common.COORDINATOR),
        Placeholder.PRIMARY_CARD: _cards(primary, common.PRIMARY_CASEWORKER),
        Placeholder.BOTH_CARD: _cards(both, words.roles(coordinates_too=True, primary_too=True)),
        Placeholder.GREETING: tuple(signed(to_call, letter.head.sender)),
    }
    return _letter(letter.head, LetterKey.RESPONSIBLE, texts, (values, blocks), large_print=large_print)


def _is_same(one: ContactCard, other: ContactCard) -> bool:
    """One colleague, and not two of one name."""
    return (one.name, one.phone, one.email) == (other.name, other.phone, other.email)


def handover_letter(letter: HandoverLetter, texts: LetterTexts, *, large_print: bool) -> Document:
    """Who takes over, from when, and that nothing has to be told again."""
    receiver, meeting = letter.receiver, letter.meeting
    values = {
        **_called(letter.head, receiver),
        **_named(letter.giver, Placeholder.GIVER, Placeholder.GIVER_FIRST),
        **_named(receiver, Placeholder.RECEIVER, Placeholder.RECEIVER_FIRST),
        Placeholder.HANDOVER_DAY: date_long(letter.takes_effect_on),
        Placeholder.MEETING: without_stop(common.meeting_sentence(meeting, _voice(letter.head))) if meeting else "",
    }
    role = words.roles(coordinates_too=receiver.is_coordinator, primary_too=receiver.is_primary_caseworker)
    blocks = {
        Placeholder.RECEIVER_CARD: _cards(receiver, role),
        Placeholder.GREETING: tuple(signed(letter.giver, letter.head.sender)),
    }
    return _letter(letter.head, HANDOVERS[letter.kind], texts, (values, blocks), large_print=large_print)


def end_letter(letter: EndLetter, texts: LetterTexts, *, large_print: bool) -> Document:
    """The course is over: why, in the citizen's own word too, and whom to call afterwards."""
    head, why = letter.head, texts.of(END_REASONS[letter.reason])
    known = _called(head, None)
    values = {
        **known,
        Placeholder.END_DAY: date_long(letter.ended_on),
        Placeholder.WHY_ENDED: plain_text(filled(why, known, many=head.subject.is_family)),
        Placeholder.CALL_LATER: stopped(letter.call_afterwards),
    }
    blocks = {
        Placeholder.CITIZENS_WORD: tuple(quote(words.your_words(_voice(head)), letter.citizens_word)),
        Placeholder.GREETING: tuple(signed(letter.signed_by, head.sender)),
    }
    return _letter(head, LetterKey.END, texts, (values, blocks), large_print=large_print)


def _letter(
    head: LetterHead, key: LetterKey, texts: LetterTexts, put_in: tuple[_Values, _Blocks], *, large_print: bool
) -> Document:
    title, body = written(texts.of(key), Filling(*put_in, head.subject.is_family))
    return Document(
        title=title,
        subject=title,
        author=head.sender.municipality,
        version_text=title,
        date_text=date_long(head.made_on),
        running_head=title,
        large_print=large_print,
        masthead=Masthead.LETTER,
        blocks=(
            OnePage(
                (
                    *address(head.sender, head.addressee),
                    Title(title, letter_date(head.sender.municipality, head.made_on)),
                    *body,
                )
            ),
        ),
    )


def _called(head: LetterHead, whom: ContactCard | None) -> _Values:
    return {
        **letter_values(head.sender, words.reader(head), head.made_on),
        **call_values(whom, head.sender, _voice(head)),
    }


def _named(card: ContactCard | None, whole: Placeholder, first: Placeholder) -> _Values:
    return {whole: card.name, first: call_name(card.name)} if card else {}


def _cards(card: ContactCard | None, role: str) -> tuple[Part, ...]:
    if card is None:
        return ()
    reach = filter(None, (common.phone_line(card), card.email))
    title = (bold(card.name), *((muted(common.SEPARATOR + role),) if role else ()))
    return (Cards((Card(title, tuple((muted(line),) for line in reach)),)),)


def _voice(head: LetterHead) -> Voice:
    return voice_to(family=head.subject.is_family)
