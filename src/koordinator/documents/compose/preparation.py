"""The citizen's preparation sheet: questions with room to write; what is known already is there to be read."""

from collections.abc import Iterator

from koordinator.documents.compose.parts import quote
from koordinator.documents.compose.shorten import paragraphs
from koordinator.documents.content import (
    CheckItem,
    CheckList,
    Document,
    Heading,
    KeepTogether,
    OnePage,
    Paragraph,
    Part,
    Title,
    Tone,
    WritingLines,
)
from koordinator.domain.invitation_content import PreparationContent
from koordinator.texts import paper_preparation as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_voice import Voice, voice_to


def preparation_sheet(content: PreparationContent, *, large_print: bool) -> Document:
    """The sheet to write on."""
    voice = voice_to(family=content.subject.is_family)
    return Document(
        title=words.title(voice),
        subject=words.SUBJECT,
        author=content.sender.municipality,
        version_text=words.SUBJECT,
        date_text=date_long(content.made_on),
        footer=words.footer(content.coordinator, content.sender),
        running_head=words.title(voice),
        large_print=large_print,
        blocks=(OnePage(tuple(_parts(content, voice))),),
    )


def _parts(content: PreparationContent, voice: Voice) -> Iterator[Part]:
    kicker = words.kicker(content.sender.municipality, content.made_on)
    yield Title(words.title(voice), kicker, content.subject.name)
    yield Paragraph(words.meeting(content.appointment, voice), Tone.LEAD)
    yield Paragraph(words.lead(voice))
    yield from _question(words.talk_about(voice), "", content.wants_to_discuss, lines=4)
    yield from _question(words.want_present(voice), words.want_present_help(voice), content.wants_present, lines=2)
    yield from _question(words.want_absent(voice), "", content.wants_absent, lines=2)
    yield from _where(content, voice)
    yield from _question(words.MUST_NOT, words.MUST_NOT_HELP, content.must_not_be_discussed, lines=2)


def _question(heading: str, help_text: str, known: str, *, lines: int) -> Iterator[Part]:
    """A long answer may cross pages; the lines to write on stay with it where there is none."""
    answered = bool(paragraphs(known))
    room = WritingLines(2 if answered else lines)
    head = (Heading(heading), *((Paragraph(help_text, keep_with_next=True),) if help_text else ()))
    if answered:
        yield from head
        yield from quote(words.WE_KNOW, known)
        yield room
    else:
        yield KeepTogether((*head, room))


def _where(content: PreparationContent, voice: Voice) -> Iterator[Part]:
    wanted = content.place_kind
    places = CheckList(tuple(CheckItem(place, kind is wanted) for kind, place in words.places(voice).items()))
    yield KeepTogether(
        (
            Heading(words.where(voice)),
            *quote(words.WE_KNOW, content.place_wish),
            places,
            WritingLines(1),
        )
    )
