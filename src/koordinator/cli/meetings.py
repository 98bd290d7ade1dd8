"""`koordinator meetings` and `koordinator meeting`: which there are, and a meeting's papers before and after it."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.cli.reader_argument import CITIZEN, PROFESSIONAL, add_reader, participant_named
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import MeetingId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import command_line, formats
from koordinator.texts import meeting as meeting_words
from koordinator.texts import meeting_command as words
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.ports_diary import DiaryScope, MeetingEntry

_DENMARK: Final = ZoneInfo("Europe/Copenhagen")
_ICS: Final = "ics"
_PREPARATION: Final = "preparation"
_AGENDA: Final = "agenda"
_INVITATION: Final = "invitation"
_CARD: Final = "card"
_MINUTES: Final = "minutes"
_PAPERS: Final = {
    _PREPARATION: words.PREPARATION,
    _AGENDA: words.AGENDA,
    _INVITATION: words.INVITATION,
    _ICS: words.ICS,
    _CARD: words.CARD,
    _MINUTES: words.MINUTES,
}
_KINDS: Final = {
    _PREPARATION: PaperKind.PREPARATION,
    _AGENDA: PaperKind.AGENDA,
    _INVITATION: PaperKind.INVITATION,
    _ICS: PaperKind.CALENDAR_FILE,
    _CARD: PaperKind.INPUT_CARD,
    _MINUTES: PaperKind.MINUTES,
}
_TO_ONE: Final = (_INVITATION, _CARD)


def _add_list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--citizen", metavar=command_line.CITIZEN, help=words.CITIZEN_HELP)


def _list(arguments: argparse.Namespace, session: Session) -> int:
    entries = session.services.follow_up.meetings(session.actor, _scope(arguments.citizen, session))
    write_out(as_json([_for_programs(entry) for entry in entries]) if wants_json(arguments) else _for_people(entries))
    return FINE


def _scope(citizen: str | None, session: Session) -> DiaryScope:
    """Everybody's, or those of a citizen who is there. Raises NotFound."""
    if citizen is None:
        return DiaryScope()
    return DiaryScope(citizen_id=session.services.citizens.open(session.actor, citizen_id(session, citizen)).citizen.id)


def _for_programs(entry: MeetingEntry) -> dict[str, object]:
    starts_at = datetime.combine(entry.starts_on, entry.starts_clock, tzinfo=_DENMARK)
    return {
        "id": entry.id,
        "citizens": list(entry.citizens),
        "starts_at": starts_at.isoformat(),
        "status": entry.status.value,
    }


def _for_people(entries: Sequence[MeetingEntry]) -> str:
    if not entries:
        return words.NO_MEETINGS
    rows = [words.HEADINGS, *map(_cells, entries)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _cells(entry: MeetingEntry) -> tuple[str, ...]:
    return (
        str(entry.id),
        entry.subject_name,
        f"{formats.date_short(entry.starts_on)} kl. {formats.clock(entry.starts_clock)}",
        formats.duration(entry.duration_minutes),
        meeting_words.STATUS[entry.status],
    )


def _add_paper_arguments(parser: argparse.ArgumentParser) -> None:
    papers = add_subcommands(parser, "paper")
    for name, summary in _PAPERS.items():
        paper = add_subcommand(papers, name, summary)
        paper.add_argument("meeting", metavar=words.MEETING, help=words.MEETING_HELP)
        paper.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, required=True, help=words.OUTPUT)
        if name in _TO_ONE:
            add_reader(paper, words.TO_HELP, required=True)
        if name not in (_ICS, _MINUTES):
            paper.add_argument("--large", action="store_true", help=words.LARGE_HELP)
        if name == _MINUTES:
            add_reader(paper)
            paper.add_argument("--for", dest="reader", choices=(CITIZEN, PROFESSIONAL), default=CITIZEN, help=words.FOR)


def _make(arguments: argparse.Namespace, session: Session) -> int:
    made = _made(arguments, _meeting_id(arguments.meeting), session)
    session.services.paper_files.write(arguments.output, made.content)
    told = str(arguments.output)
    write_out(as_json({"file": told}) if wants_json(arguments) else words.written(told))
    return FINE


def _made(arguments: argparse.Namespace, meeting_id: MeetingId, session: Session) -> HandedPaper:
    file = session.services.meetings.open(session.actor, meeting_id)
    order = PaperOrder(
        _KINDS[arguments.paper],
        file.meeting.subject_id,
        Reader(getattr(arguments, "reader", Reader.CITIZEN)),
        large_print=getattr(arguments, "large", False),
        meeting_id=meeting_id,
        party=participant_named(file, person) if (person := getattr(arguments, "person", None)) is not None else None,
    )
    return session.services.papers.make(session.actor, order)


def _meeting_id(text: str) -> MeetingId:
    if not text.isascii() or not text.isdigit() or len(text) > len(str(2**31)):
        raise NotFound("meeting", text)
    return MeetingId(int(text))


MEETINGS = Command("meetings", command_line.Summaries.MEETINGS, _add_list_arguments, _list)
MEETING = Command("meeting", command_line.Summaries.MEETING, _add_paper_arguments, _make)
