"""The letter to one person about a meeting, and the agenda as a sheet of its own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from koordinator.documents.compose.letter_parts import Filling, Written, written
from koordinator.documents.compose.letter_values import call_values, letter_values
from koordinator.documents.compose.parts import address, facts, signed
from koordinator.documents.content import (
    BulletList,
    Column,
    Document,
    Heading,
    Masthead,
    NumberedList,
    OnePage,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    bold,
    muted,
)
from koordinator.domain.danish_day import wall_after
from koordinator.domain.invitation_content import InvitationContent, InvitedContent
from koordinator.domain.letter_kinds import LetterKey, Placeholder
from koordinator.domain.letter_texts import LetterTexts
from koordinator.domain.meeting import PlaceKind
from koordinator.texts import paper_common
from koordinator.texts import paper_consent as consent
from koordinator.texts import paper_invitation as words
from koordinator.texts.formats import clock, date_long, duration, first_name, weekday_date
from koordinator.texts.paper_voice import TO_ONE, call_name, spoken_name, stopped, voice_to


@dataclass(frozen=True, slots=True)
class _Letter:
    """A content and how it is told: `is_own` to somebody whom the meeting is about, as on the sheet for all of them."""

    content: InvitationContent
    to_citizen: bool
    is_brief: bool = False
    """The agenda takes less room, where the letter would otherwise go on over the next sheet."""

    @property
    def is_own(self) -> bool:
        addressee = self.content.addressee
        uid = addressee.citizen_uid
        is_about = not addressee.name or (uid is not None and self.content.subject.member(uid) is not None)
        return self.to_citizen and is_about

    @property
    def about(self) -> str:
        subject = self.content.subject
        return spoken_name(subject.name, family=True) if subject.is_family else subject.name

    @property
    def home(self) -> str:
        """Whose home it is, as it follows "hjemme hos"."""
        return voice_to(family=self.content.subject.is_family).to_you if self.is_own else self.about

    @property
    def hides_place(self) -> bool:
        """It is in somebody's home, and the reader may not know in whose."""
        return self.content.is_neutral and self.content.appointment.place_kind is PlaceKind.HOME

    @property
    def place(self) -> str:
        """Where, as this reader is told."""
        if self.hides_place:
            return consent.NEUTRAL_PLACE
        return words.where(self.content.appointment, self.home, lives_there=self.is_own)

    @property
    def key(self) -> LetterKey:
        """Which of the texts it is."""
        if self.content.cancelled:
            return LetterKey.CANCELLED_CITIZEN if self.to_citizen else LetterKey.CANCELLED_PROFESSIONAL
        if self.content.is_neutral:
            return LetterKey.NEUTRAL_RELATIVE if self.to_citizen else LetterKey.NEUTRAL_PROFESSIONAL
        if self.is_own:
            return LetterKey.INVITATION_FAMILY if self.content.subject.is_family else LetterKey.INVITATION_CITIZEN
        return LetterKey.INVITATION_RELATIVE if self.to_citizen else LetterKey.INVITATION_PROFESSIONAL


def invitation_letter(
    content: InvitationContent, texts: LetterTexts, *, to_citizen: bool, large_print: bool
) -> Document:
    """The letter: come, come at another time, or do not come."""
    day = content.appointment.starts_on
    title, body = _written(_Letter(content, to_citizen), texts)
    brief = _written(_Letter(content, to_citizen, is_brief=True), texts).parts
    head = (
        *address(content.sender, content.addressee),
        Title(title, words.letter_date(content.sender.municipality, content.made_on)),
    )
    return Document(
        title=title,
        subject=title,
        author=content.sender.municipality,
        version_text=title,
        date_text=date_long(content.made_on),
        footer="" if to_citizen else words.KEEP_TO_YOURSELF,
        running_head=words.running_head(title, day),
        large_print=large_print,
        masthead=Masthead.LETTER,
        blocks=(OnePage((*head, *body), () if large_print else ((*head, *brief), (*head, *body))),),
    )


def _written(letter: _Letter, texts: LetterTexts) -> Written:
    """The municipality's words with the meeting's; one that is moved has a heading of its own."""
    values = _values(letter)
    moved = written(texts.of(LetterKey.MOVED), Filling(values)) if letter.content.moved_from else None
    said = written(texts.of(letter.key), Filling(values, _blocks(letter, moved)))
    return said if moved is None or letter.content.cancelled else said._replace(title=moved.title)


def _values(letter: _Letter) -> dict[Placeholder, str]:
    """What is known, in words. Why it was moved or cancelled stands in the content only where it may be told."""
    content = letter.content
    appointment, before, coordinator = content.appointment, content.moved_from, content.coordinator
    reason = content.cancel_reason if content.cancelled else before.reason if before else ""
    return {
        **letter_values(content.sender, call_name(content.addressee.name), content.made_on),
        **call_values(coordinator, content.sender, TO_ONE),
        Placeholder.SUBJECT: letter.about,
        Placeholder.MEETING_KIND: paper_common.meeting_word(content.kind),
        Placeholder.MEETING_DAY: weekday_date(appointment.starts_on),
        Placeholder.MEETING_CLOCK: paper_common.at_clock(appointment.starts_clock),
        Placeholder.DURATION: duration(appointment.duration_minutes),
        Placeholder.PLACE: letter.place,
        Placeholder.EARLIER_TIME: words.earlier(before) if before else "",
        Placeholder.REASON: stopped(reason),
        Placeholder.COORDINATOR: coordinator.name if coordinator else "",
        Placeholder.COORDINATOR_FIRST: call_name(coordinator.name) if coordinator else "",
        Placeholder.COORDINATOR_EMAIL: coordinator.email if coordinator else "",
    }


def _blocks(letter: _Letter, moved: Written | None) -> dict[Placeholder, tuple[Part, ...]]:
    content = letter.content
    return {
        Placeholder.TIME_AND_PLACE: tuple(_when_and_where(letter)),
        Placeholder.PEOPLE: tuple(_who_comes(letter)),
        Placeholder.AGENDA: tuple(_what(letter)),
        Placeholder.MOVED: moved.parts if moved else (),
        Placeholder.GREETING: tuple(signed(content.coordinator, content.sender)),
    }


def _when_and_where(letter: _Letter) -> Iterator[Part]:
    appointment = letter.content.appointment
    hidden = "" if letter.is_own or letter.hides_place else words.hidden_place(appointment)
    yield from facts(
        (words.WHEN, (bold(words.when(appointment)), Span(f"\n{words.lasts(appointment)}"))),
        (words.WHERE, (bold(letter.place), *((Span(f"\n{hidden}"),) if hidden else ()))),
    )


def _who_comes(letter: _Letter) -> Iterator[Part]:
    if letter.content.invited:
        yield BulletList(tuple(_person(person, letter) for person in letter.content.invited))


def _person(person: InvitedContent, letter: _Letter) -> tuple[Span, ...]:
    reader = letter.content.addressee
    if letter.to_citizen and (person.name, person.citizen_uid) == (reader.name, reader.citizen_uid):
        return (Span(words.you_come(TO_ONE) if letter.is_own else words.you(TO_ONE)),)
    described = words.invited_line(person)
    return (Span(person.name), *((muted(paper_common.SEPARATOR + described),) if described else ()))


def _what(letter: _Letter) -> Iterator[Part]:
    content = letter.content
    if not content.agenda:
        return
    if not letter.to_citizen and letter.is_brief:
        yield BulletList(tuple((muted(f"{starts}{paper_common.SEPARATOR}"), *item) for starts, item in _items(letter)))
    elif not letter.to_citizen:
        yield _timed(letter)
    elif letter.is_brief:
        told = (title for title, line in zip(_numbered(letter), content.agenda, strict=True) if not line.withheld)
        yield Paragraph(paper_common.SEPARATOR.join(told))
    elif any(line.withheld for line in content.agenda):
        yield BulletList(
            tuple(title for title, line in zip(_numbered(letter), content.agenda, strict=True) if not line.withheld)
        )
    else:
        yield NumberedList(_titles(letter))
    yield from _who_is_there_for_what(content)


def _who_is_there_for_what(content: InvitationContent) -> Iterator[Part]:
    """To whom reads it all: who takes part in what; to somebody who does not, which items are theirs."""
    if any(line.withheld for line in content.agenda):
        numbers = tuple(number for number, line in enumerate(content.agenda, start=1) if not line.withheld)
        yield Paragraph(consent.you_take_part(numbers))
    elif content.limited:
        called = Counter(first_name(person.name) for person in content.invited)
        said = (consent.limited(each.name, each.numbers, called[first_name(each.name)]) for each in content.limited)
        yield Paragraph(" ".join(said))


def _numbered(letter: _Letter) -> tuple[str, ...]:
    """The titles with the numbers that people refer to, the same to whoever is not there for all of them."""
    return tuple(f"{number}. {title}" for number, title in enumerate(_titles(letter), start=1))


def _titles(letter: _Letter) -> tuple[str, ...]:
    subject, agenda = letter.content.subject, letter.content.agenda
    if not letter.is_own:
        return tuple(line.title for line in agenda)
    about = spoken_name(subject.name, family=subject.is_family)
    voice = voice_to(family=subject.is_family)
    return tuple(words.item_title(line.kind, line.title, about, voice) for line in agenda)


def _timed(letter: _Letter) -> Table:
    """The items with the time at which each begins."""
    return Table((Column(words.CLOCK, 0), Column(words.ITEM)), tuple(_items(letter)), words.NO_AGENDA)


def _items(letter: _Letter) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """When each item of the reader's begins, and what it is, by whom and how long."""
    appointment, gone = letter.content.appointment, 0
    for line, title in zip(letter.content.agenda, _numbered(letter), strict=True):
        details = filter(None, (line.presenter, duration(line.minutes) if line.minutes else ""))
        takes = tuple(muted(paper_common.SEPARATOR + each) for each in details)
        begins = wall_after(appointment.starts_on, appointment.starts_clock, gone).time()
        if not line.withheld:
            yield clock(begins), (Span(title), *takes)
        gone += line.minutes


def agenda_sheet(content: InvitationContent, *, to_citizen: bool, large_print: bool) -> Document:
    """The agenda for the table, or for whoever lost their letter."""
    letter = _Letter(content, to_citizen)
    subject = content.subject
    where, who = words.where(content.appointment, letter.home, lives_there=True), tuple(_who_comes(letter))
    return Document(
        title=words.AGENDA,
        subject=words.AGENDA,
        author=content.sender.municipality,
        version_text=words.AGENDA,
        date_text=date_long(content.made_on),
        footer=words.AGENDA_FOOTER,
        running_head=words.running_head(words.AGENDA, content.appointment.starts_on),
        large_print=large_print,
        blocks=(
            Title(
                words.AGENDA,
                paper_common.starts_to_ends(content.appointment),
                words.agenda_subtitle(content.kind, subject.name),
            ),
            *facts((words.WHERE, where)),
            _timed(letter),
            *_who_is_there_for_what(content),
            *((Heading(words.WHO_COMES if to_citizen else words.WHO_IS_ASKED), *who) if who else ()),
        ),
    )
