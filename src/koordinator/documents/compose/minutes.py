"""The minutes: the first page says who does what, the next who was there and what was said."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from koordinator.documents.compose.parts import (
    Telling,
    agreement_table,
    agreement_when,
    facts,
    in_time,
    open_ones,
    pending_box,
    reduced_note,
    telling_of,
)
from koordinator.documents.compose.shorten import paragraphs
from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Masthead,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Span,
    Table,
    Title,
    bold,
    citizens_words,
    muted,
)
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import AgreementContent
from koordinator.domain.meeting import NoteKind
from koordinator.domain.minutes_content import AgendaContent, AttendeeContent, MinutesContent, NoteContent
from koordinator.texts import paper_common, paper_consent, paper_plan
from koordinator.texts import paper_minutes as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_invitation import item_title
from koordinator.texts.paper_voice import quoted_once, spoken_name, voice_about


def minutes_paper(content: MinutesContent, *, to_citizen: bool, large_print: bool, reduced_for: str = "") -> Document:
    """The minutes; before the meeting is closed a draft.

    The content `reduced_for` one person says that something is left out, and of nothing that there is none.
    """
    day, subject = content.appointment.starts_on, content.subject
    telling = telling_of(subject, day)
    if not to_citizen:
        telling = telling._replace(voice=voice_about(subject.name, family=subject.is_family), by_name=True)
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=content.sender.municipality,
        version_text=words.version_text(content.number),
        date_text=date_long(day),
        footer=paper_consent.REDUCED_FOOTER if reduced_for else words.footer(content.coordinator),
        running_head=words.running_head(day, subject.name),
        large_print=large_print,
        masthead=Masthead.MARK,
        draft=content.number is None,
        blocks=(*_first_page(content, telling, reduced_for), PageBreak(), *_the_rest(content, telling, reduced_for)),
    )


def _first_page(content: MinutesContent, telling: Telling, reduced_for: str) -> Iterator[Block]:
    name = content.subject.name
    subtitle = paper_consent.reduced_subtitle(name, reduced_for) if reduced_for else name
    yield Title(words.TITLE, words.kicker(content.kind, content.appointment), subtitle)
    if reduced_for:
        yield reduced_note(reduced_for)
    if content.correction:
        yield Callout(((bold(words.corrected_label(content.number)), Span(content.correction)),))
    yield from facts(
        (words.PLACE, paper_common.place_words(content.appointment, telling.voice.to_you)),
        (words.HELD, words.held(content.opened_at, content.closed_at)),
        (words.CHAIR, content.chair),
        (words.MINUTE_TAKER, content.minute_taker),
    )
    if not content.citizen_took_part and content.number is not None:
        yield Paragraph(words.without_citizen(telling.voice, content.without_citizen_reason))
    promised = in_time(open_ones((*content.agreements, *content.since_last)))
    if promised or not reduced_for:
        yield Heading(words.WHO_DOES_WHAT)
        yield agreement_table(promised, telling)
    yield from pending_box(content.pending, telling)
    yield from _new_goals(content)
    if content.summary:
        yield Heading(words.SUMMARY)
        yield from (Paragraph(line) for line in paragraphs(content.summary))
    meeting = content.next_meeting
    when = paper_common.meeting_sentence(meeting, telling.voice) if meeting else words.NO_NEXT_MEETING
    yield Callout(((bold(words.NEXT_MEETING), Span(when)),))


def _new_goals(content: MinutesContent) -> Iterator[Part]:
    titles = tuple(goal.title for goal in content.goals if goal.uid in content.new_goal_uids)
    if titles:
        yield Heading(words.NEW_GOALS)
        yield BulletList(titles)


def _the_rest(content: MinutesContent, telling: Telling, reduced_for: str) -> Iterator[Part]:
    yield from _attendance(content.attendees)
    yield from _since_last(content.since_last, telling)
    yield from _talked_about(content.agenda, telling)
    if not reduced_for:
        yield from _evaluation(content, telling)


def _attendance(attendees: tuple[AttendeeContent, ...]) -> Iterator[Part]:
    columns = (Column(words.NAME, 1.2), Column(words.ASKED, 1), Column(words.ON_THE_DAY, 1))
    yield Heading(words.ATTENDANCE)
    yield Table(columns, tuple(_attendee(attendee) for attendee in attendees), words.NOBODY_LISTED)
    written = [attendee for attendee in attendees if attendee.written_contribution]
    if written:
        yield Heading(words.CONTRIBUTIONS)
    for attendee in written:
        yield Heading(attendee.name, 3)
        yield from _in_own_voice(attendee)


def _attendee(attendee: AttendeeContent) -> tuple[Cell, ...]:
    described = words.person(attendee)
    name = (Span(attendee.name), *((muted(f"\n{described}"),) if described else ()))
    return (name, words.asked(attendee), words.on_the_day(attendee))


def _in_own_voice(attendee: AttendeeContent) -> Iterator[Part]:
    """A citizen's words have the citizen's colour; anybody else's are a quote without it."""
    for line in paragraphs(attendee.written_contribution):
        said = quoted_once(line)
        yield Paragraph((citizens_words(said),) if attendee.citizen_uid else said)


def _since_last(agreements: tuple[AgreementContent, ...], telling: Telling) -> Iterator[Part]:
    if agreements:
        columns = (Column(paper_plan.WHAT, 1.4), Column(paper_plan.WHO, 0), Column(words.HOW_IT_WENT, 1))
        yield Heading(words.SINCE_LAST)
        yield Table(columns, tuple(_kept_or_not(each, telling) for each in agreements))


def _kept_or_not(agreement: AgreementContent, telling: Telling) -> tuple[Cell, ...]:
    how = agreement_when(agreement, telling.made_on)
    if agreement.status is AgreementStatus.OPEN:
        how = words.goes_on(how)
    return (agreement.what, telling.who(agreement.who, agreement.who_uid) or paper_plan.NOBODY_YET, how)


def _talked_about(agenda: tuple[AgendaContent, ...], telling: Telling) -> Iterator[Part]:
    if agenda:
        yield Heading(words.TALKED_ABOUT)
    about = spoken_name(telling.subject.name, family=telling.subject.is_family)
    for number, item in enumerate(agenda, start=1):
        named = words.item(number, item_title(item.kind, item.title, about, telling.voice))
        if item.notes and not item.withheld:
            yield Heading(named, 3)
            yield from _notes(item.notes, telling)
        elif not item.withheld:
            yield Paragraph((bold(named), muted(f"{paper_common.SEPARATOR}{words.NO_NOTES}")))


def _notes(notes: Iterable[NoteContent], telling: Telling) -> Iterator[Part]:
    """What was said stands as it was said, several in a row in one quote; a wish in the citizen's words is theirs."""
    for kind, same in groupby(notes, key=lambda note: note.kind):
        if kind is NoteKind.SAID:
            label = words.said_by(telling.voice, family=telling.subject.is_family)
            yield Quote(label, tuple(quoted_once(line) for note in same for line in paragraphs(note.text)))
        else:
            yield from (Paragraph((bold(words.note_label(kind)), _words_of(note))) for note in same)


def _words_of(note: NoteContent) -> Span:
    return citizens_words(quoted_once(note.text)) if note.in_citizens_words else Span(note.text)


def _evaluation(content: MinutesContent, telling: Telling) -> Iterator[Part]:
    given = content.evaluation
    yield Heading(words.evaluation_heading(telling.voice))
    if not given.asked:
        yield Paragraph((muted(words.NOT_ASKED),))
        return
    scores = (given.heard, given.makes_sense, given.same_direction)
    questions = words.evaluation_questions(telling.voice)
    columns = (Column(words.QUESTION), Column(words.ANSWER, 0))
    rows = (
        (question, (citizens_words(words.evaluation_answer(score)),))
        for question, score in zip(questions, scores, strict=True)
    )
    yield Table(columns, tuple(rows))
