"""The citizen's preparation sheet: questions with room to write; what is known already is there to be read."""

from collections.abc import Iterator
from dataclasses import replace

from koordinator.documents.compose.letter_parts import Filling, Written, written
from koordinator.documents.compose.letter_values import call_values
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
from koordinator.domain.letter_kinds import LetterKey, Placeholder
from koordinator.domain.letter_texts import LetterTexts
from koordinator.texts import paper_preparation as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import meeting_sentence
from koordinator.texts.paper_voice import Voice, spoken_name, voice_to, without_stop


def preparation_sheet(content: PreparationContent, texts: LetterTexts, *, large_print: bool) -> Document:
    """The sheet to write on."""
    voice = voice_to(family=content.subject.is_family)
    title, introduction = _introduction(content, texts, voice)
    return Document(
        title=title,
        subject=words.SUBJECT,
        author=content.sender.municipality,
        version_text=words.SUBJECT,
        date_text=date_long(content.made_on),
        footer=words.footer(content.coordinator, content.sender, voice),
        running_head=title,
        large_print=large_print,
        blocks=(OnePage((_title(content, title), *introduction, *_questions(content, voice))),),
    )


def _introduction(content: PreparationContent, texts: LetterTexts, voice: Voice) -> Written:
    """The municipality's words; the first of them are the lead."""
    meeting = without_stop(meeting_sentence(content.appointment, voice))
    values = {
        **call_values(content.coordinator, content.sender, voice),
        Placeholder.MUNICIPALITY: content.sender.municipality,
        Placeholder.SUBJECT: spoken_name(content.subject.name, family=content.subject.is_family),
        Placeholder.MEETING: meeting,
    }
    said = written(texts.of(LetterKey.PREPARATION), Filling(values, many=voice.is_many))
    first, *others = said.parts
    lead = replace(first, tone=Tone.LEAD) if isinstance(first, Paragraph) else first
    return Written(said.title, (lead, *others))


def _title(content: PreparationContent, title: str) -> Title:
    return Title(title, words.kicker(content.sender.municipality, content.made_on), content.subject.name)


def _questions(content: PreparationContent, voice: Voice) -> Iterator[Part]:
    yield from _question(words.talk_about(voice), "", content.wants_to_discuss, lines=4)
    yield from _question(words.want_present(voice), words.want_present_help(voice), content.wants_present, lines=2)
    yield from _question(words.want_absent(voice), "", content.wants_absent, lines=2)
    yield from _where(content, voice)
    yield from _question(words.MUST_NOT, words.MUST_NOT_HELP, content.must_not_be_discussed, lines=2)


def _question(heading: str, help_text: str, known: str, *, lines: int) -> Iterator[Part]:
    """The question with what is known and the lines to write on."""
    room = WritingLines(2 if paragraphs(known) else lines)
    head = (Heading(heading), *((Paragraph(help_text, keep_with_next=True),) if help_text else ()))
    yield KeepTogether((*head, *quote(words.WE_KNOW, known), room))


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
