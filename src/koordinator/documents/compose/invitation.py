"""The letter to one person about a meeting, and the agenda as a sheet of its own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from koordinator.documents.compose.parts import address, facts, signed
from koordinator.documents.content import (
    BulletList,
    Callout,
    CalloutTone,
    Cell,
    Column,
    Document,
    Heading,
    KeepTogether,
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
from koordinator.domain.meeting import PlaceKind
from koordinator.texts import paper_common
from koordinator.texts import paper_consent as consent
from koordinator.texts import paper_invitation as words
from koordinator.texts.formats import clock, date_long, duration, first_name
from koordinator.texts.paper_voice import TO_ONE, Voice, spoken_name, voice_to


@dataclass(frozen=True, slots=True)
class _Letter:
    """A content and how it is told: `is_own` to somebody whom the meeting is about."""

    content: InvitationContent
    to_citizen: bool

    @property
    def is_own(self) -> bool:
        uid = self.content.addressee.citizen_uid
        return self.to_citizen and uid is not None and self.content.subject.member(uid) is not None

    @property
    def voice(self) -> Voice:
        """To the family where the sheet is for all of it; a letter goes to one person."""
        to_all = self.content.subject.is_family and not self.content.addressee.name
        return voice_to(family=to_all)

    @property
    def about(self) -> str:
        subject = self.content.subject
        return spoken_name(subject.name, family=True) if subject.is_family else subject.name

    @property
    def home(self) -> str:
        """Whose home it is, as it follows "hjemme hos"."""
        return voice_to(family=self.content.subject.is_family).to_you if self.is_own else self.about

    @property
    def title(self) -> str:
        if self.content.cancelled:
            return words.CANCELLED_TITLE
        if self.content.moved_from:
            return words.MOVED_TITLE
        return words.title(self.content.kind, to_citizen=self.to_citizen)


def invitation_letter(content: InvitationContent, *, to_citizen: bool, large_print: bool) -> Document:
    """The letter: come, come at another time, or do not come."""
    letter = _Letter(content, to_citizen)
    day = content.appointment.starts_on
    return Document(
        title=letter.title,
        subject=letter.title,
        author=content.sender.municipality,
        version_text=letter.title,
        date_text=date_long(content.made_on),
        footer="" if to_citizen else words.KEEP_TO_YOURSELF,
        running_head=words.running_head(letter.title, day),
        large_print=large_print,
        blocks=(OnePage(tuple(_parts(letter))),),
    )


def _parts(letter: _Letter) -> Iterator[Part]:
    content = letter.content
    yield from address(content.sender, content.addressee)
    yield Title(letter.title, words.letter_date(content.sender.municipality, content.made_on))
    yield Paragraph(words.dear(content.addressee.name))
    yield from _called_off(letter) if content.cancelled else _called(letter)
    ending = (*(() if content.cancelled else _asked_of_reader(letter)), *signed(content.coordinator, content.sender))
    if ending:
        yield KeepTogether(ending)


def _called_off(letter: _Letter) -> Iterator[Part]:
    content = letter.content
    said = words.cancelled(content.appointment, content.cancel_reason)
    yield Callout(((bold(words.CANCELLED_LABEL), Span(said)),), CalloutTone.WAITING)
    yield Paragraph(
        words.after_cancelling(content.coordinator, content.sender, letter.voice, to_citizen=letter.to_citizen)
    )


def _called(letter: _Letter) -> Iterator[Part]:
    content = letter.content
    if content.moved_from:
        yield Callout(((bold(words.MOVED_LABEL), Span(words.moved(content.moved_from))),), CalloutTone.WAITING)
    if content.is_neutral:
        yield Paragraph(consent.NEUTRAL_CITIZEN_LEAD if letter.to_citizen else consent.NEUTRAL_LEAD)
    elif letter.to_citizen:
        yield Paragraph(words.lead(letter.about, is_own=letter.is_own, family=content.subject.is_family))
    else:
        yield Paragraph(words.professional_lead(content.kind, letter.about))
    yield from _when_and_where(letter)
    yield Callout((words.answer(content.coordinator, content.sender, to_citizen=letter.to_citizen),))
    yield from _who_comes(letter)
    yield from _what(letter)


def _when_and_where(letter: _Letter) -> Iterator[Part]:
    appointment = letter.content.appointment
    where = words.where(appointment, letter.home, lives_there=letter.is_own)
    hidden = "" if letter.is_own else words.hidden_place(appointment)
    if letter.content.is_neutral and appointment.place_kind is PlaceKind.HOME:
        where, hidden = consent.NEUTRAL_PLACE, ""
    yield from facts(
        (words.WHEN, (bold(words.when(appointment)), Span(f"\n{words.lasts(appointment)}"))),
        (words.WHERE, (bold(where), *((Span(f"\n{hidden}"),) if hidden else ()))),
    )


def _who_comes(letter: _Letter) -> Iterator[Part]:
    if letter.content.invited:
        yield Heading(words.WHO_COMES if letter.to_citizen else words.WHO_IS_ASKED)
        yield BulletList(tuple(_person(person, letter) for person in letter.content.invited))


def _person(person: InvitedContent, letter: _Letter) -> tuple[Span, ...]:
    if letter.to_citizen and person.name == letter.content.addressee.name:
        return (Span(words.you_come(TO_ONE) if letter.is_own else words.you(TO_ONE)),)
    described = words.invited_line(person)
    return (Span(person.name), *((muted(paper_common.SEPARATOR + described),) if described else ()))


def _what(letter: _Letter) -> Iterator[Part]:
    content = letter.content
    if not content.agenda:
        return
    yield Heading(words.WHAT if letter.to_citizen else words.AGENDA)
    if not letter.to_citizen:
        yield _timed(letter)
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
    return tuple(words.item_title(line, about, voice) for line in agenda)


def _timed(letter: _Letter) -> Table:
    """The items with the time at which each begins."""
    columns = (Column(words.CLOCK, 0), Column(words.ITEM))
    rows: list[tuple[Cell, ...]] = []
    appointment, gone = letter.content.appointment, 0
    for line, title in zip(letter.content.agenda, _numbered(letter), strict=True):
        details = filter(None, (line.presenter, duration(line.minutes) if line.minutes else ""))
        takes = tuple(muted(paper_common.SEPARATOR + each) for each in details)
        begins = wall_after(appointment.starts_on, appointment.starts_clock, gone).time()
        if not line.withheld:
            rows.append((clock(begins), (Span(title), *takes)))
        gone += line.minutes
    return Table(columns, tuple(rows), words.NO_AGENDA)


def _asked_of_reader(letter: _Letter) -> Iterator[Part]:
    if letter.is_own:
        yield Heading(words.you_decide_heading(letter.voice))
        yield Paragraph(words.you_decide(letter.voice))
    elif not letter.to_citizen and not letter.content.is_neutral:
        yield Heading(words.PREPARE)
        yield BulletList(words.PREPARE_LINES)


def agenda_sheet(content: InvitationContent, *, to_citizen: bool, large_print: bool) -> Document:
    """The agenda for the table, or for whoever lost their letter."""
    letter = _Letter(content, to_citizen)
    subject = content.subject
    home = voice_to(family=subject.is_family).to_you if to_citizen else letter.about
    where = words.where(content.appointment, home, lives_there=True)
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
            *_who_comes(letter),
        ),
    )
