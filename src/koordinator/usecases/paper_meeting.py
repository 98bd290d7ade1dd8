"""A meeting's papers: before it the sheet, the agenda, the letters and the cards, after it the minutes.

What the consents say today decides an extract, also of minutes that were closed before.
"""

from dataclasses import replace

from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.invitation_content import InvitationContent
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut, left_out_items, left_out_of_minutes
from koordinator.domain.meeting import MeetingNote
from koordinator.domain.minutes_content import MinutesContent, read_minutes
from koordinator.domain.note_rules import shown_to, shown_to_all
from koordinator.domain.paper import Reader
from koordinator.domain.party import party_of
from koordinator.domain.reduced import reduced_minutes
from koordinator.usecases.invitation_snapshot import (
    calendar_content,
    input_card_content,
    invitation_content,
    preparation_content,
    reader_of,
)
from koordinator.usecases.letterhead_cases import invitation_style
from koordinator.usecases.meeting_closing import minutes_version, newest_minutes
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper
from koordinator.usecases.paper_plan import OneReader
from koordinator.usecases.ports_meetings import PaperStyle


def invitation_paper(drawing: Drawing) -> DrawnPaper:
    """The letter to one participant as it would be now; invites nobody. Raises NotFound."""
    file, participant = drawing.file, drawing.participant
    content, reader = invitation_content(drawing.tx, file, participant), reader_of(file, participant)
    style = invitation_style(drawing.tx, file.people, content, PaperStyle(reader, drawing.order.large_print))
    made = drawing.makers.papers.invitation(content, style)
    name = file.parties.name(party_of(participant))
    return DrawnPaper(drawing.about(reader, name), made, (*_not_told(drawing, content), *_address(drawing)))


def agenda_paper(drawing: Drawing) -> DrawnPaper:
    """The agenda as a sheet of its own, for one participant with the items that they take part in.

    Raises NotFound or NotCoveredByConsent.
    """
    maker = drawing.makers.papers
    if drawing.order.party is None:
        content = invitation_content(drawing.tx, drawing.file, None)
        return DrawnPaper(drawing.about(), maker.agenda(content, drawing.style))
    one = _one_reader(drawing)
    content = invitation_content(drawing.tx, drawing.file, drawing.participant)
    style = drawing.numbered(one.style(content.subject, large_print=drawing.order.large_print))
    about = drawing.about(style.reader, style.reduced_for)
    return DrawnPaper(about, maker.agenda(content, style), _not_told(drawing, content))


def preparation_paper(drawing: Drawing) -> DrawnPaper:
    """The sheet for preparing the meeting with the citizen. Raises NotFound."""
    content = preparation_content(drawing.tx, drawing.file)
    return DrawnPaper(drawing.about(), drawing.makers.papers.preparation(content, drawing.style), _address(drawing))


def input_card_paper(drawing: Drawing) -> DrawnPaper:
    """The card on which somebody who cannot come writes what they want said. Raises NotFound."""
    participant = drawing.participant
    content = input_card_content(drawing.tx, drawing.file, participant)
    about = drawing.about(reader_of(drawing.file, participant), content.name)
    return DrawnPaper(about, drawing.makers.papers.input_card(content, drawing.style))


def minutes_paper(drawing: Drawing) -> DrawnPaper:
    """The minutes of the number, else the newest; before closing as a draft. Raises NotFound or NotCoveredByConsent."""
    content, left_out = _minutes(drawing), _own_notes(drawing)
    about, style = drawing.about(), drawing.style
    if drawing.order.party is not None:
        one = _one_reader(drawing)
        style = drawing.numbered(one.style(content.subject, large_print=drawing.order.large_print))
        about = drawing.about(style.reader, style.reduced_for)
        if style.reduced_for:
            whole, content = content, reduced_minutes(content, one.may, one.name)
            left_out = (*left_out_of_minutes(whole, content), *left_out)
    made = drawing.makers.papers.minutes(content, style)
    return DrawnPaper(replace(about, number=content.number), made, left_out)


def take_home_paper(drawing: Drawing) -> DrawnPaper:
    """Tag med hjem, by the newest minutes or as the meeting stands now. Raises NotFound before it has begun."""
    content = newest_minutes(drawing.tx, drawing.actor, drawing.meeting)
    style = PaperStyle(large_print=drawing.order.large_print)
    return DrawnPaper(drawing.about(style.reader), drawing.makers.papers.take_home(content, style))


def calendar_paper(drawing: Drawing) -> DrawnPaper:
    """The meeting's calendar file as it is now; invites nobody. Raises NotFound."""
    made = drawing.makers.papers.calendar(calendar_content(drawing.tx, drawing.file))
    return DrawnPaper(drawing.about(Reader.PROFESSIONAL), made)


def _minutes(drawing: Drawing) -> MinutesContent:
    number = drawing.order.number
    if number is None:
        return newest_minutes(drawing.tx, drawing.actor, drawing.meeting)
    return read_minutes(minutes_version(drawing.tx, drawing.meeting.id, number))


def _one_reader(drawing: Drawing) -> OneReader:
    file, participant = drawing.file, drawing.participant
    name, may = file.parties.name(party_of(participant)), file.may_read(participant)
    if may is None:
        raise NotCoveredByConsent(name)
    return OneReader(name, reader_of(file, participant), may)


def _not_told(drawing: Drawing, content: InvitationContent) -> tuple[LeftOut, ...]:
    """What the reader's consent keeps from them; where there is none, who is asked too."""
    agenda = invitation_content(drawing.tx, drawing.file, None).agenda
    if content.is_neutral:
        why = WhyLeftOut.NO_CONSENT
        return (*left_out_items(agenda, why), LeftOut(LeftOutThing.NAMES, len(drawing.file.participants), why))
    return left_out_items(line for line, shown in zip(agenda, content.agenda, strict=True) if shown.withheld)


def _address(drawing: Drawing) -> tuple[LeftOut, ...]:
    hidden = drawing.file.people.has_protected_address
    return (LeftOut(LeftOutThing.ADDRESS, 1, WhyLeftOut.PRIVATE),) if hidden else ()


def _own_notes(drawing: Drawing) -> tuple[LeftOut, ...]:
    """The actor's private notes; that others have some is theirs to know."""
    notes = drawing.tx.of(MeetingNote).where(meeting_id=drawing.meeting.id)
    own = len(shown_to(notes, drawing.actor.employee_id)) - len(shown_to_all(notes))
    return (LeftOut(LeftOutThing.NOTES, own, WhyLeftOut.PRIVATE),) if own else ()
