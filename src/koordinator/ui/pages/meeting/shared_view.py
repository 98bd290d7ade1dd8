"""What all in the room may see on the second window. Without Qt.

`SharedView` is all that ever reaches that window. It holds words and numbers only - no note, no file - and
`shared_view` is the one place it is made, so that a private note has no way there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.meeting import AgendaItem, AgendaKind, MeetingNote, NoteKind
from koordinator.domain.note_rules import shown_to_all
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.in_the_room import InTheRoom, in_the_room
from koordinator.usecases.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class SharedLine:
    """What stands there, and a quieter line about it: who and when, or how far."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A note that all may see, under the heading the room has for it."""

    kind: NoteKind
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SharedView:
    """The item on the table, the citizen's own words in it, its other notes, and the plan as it grows."""

    title: str
    number: str
    hint: str
    own_words: tuple[SharedNote, ...]
    notes: tuple[SharedNote, ...]
    earlier: tuple[SharedLine, ...]
    contributions: tuple[SharedLine, ...]
    goals: tuple[SharedLine, ...]
    agreements: tuple[SharedLine, ...]
    questions: tuple[SharedLine, ...]
    time: state.TimeView


def shared_view(file: MeetingFile, item: AgendaItem | None, now: datetime) -> SharedView:
    """What may be shared of the meeting while the item is on the table, with everybody who is there."""
    whole, room = file, in_the_room(file)
    file, is_shown = room.file, room.takes_part_in(item)
    notes = shown_to_all(state.notes_under(file, item)) if is_shown else ()
    if room.is_limited:
        notes = tuple(note for note in notes if note.agenda_item_id is not None)
    goes_through = is_shown and item is not None and item.kind is AgendaKind.SINCE_LAST
    return SharedView(
        title=(item.title if is_shown else texts.ITEM_HELD_BACK) if item is not None else "",
        number=texts.item_number(file.agenda.index(item) + 1, len(file.agenda)) if item in file.agenda else "",
        hint=_hint(item) if is_shown and file == whole else texts.HELD_BACK,
        own_words=_shared(file, (note for note in notes if note.in_citizens_words)),
        notes=_shared(file, (note for note in notes if not note.in_citizens_words)),
        earlier=_promises(state.since_last(file)) if goes_through else (),
        contributions=tuple(SharedLine(each.text, each.heading) for each in _contributions(room, item)),
        goals=tuple(SharedLine(view.title, view.progress) for view in state.goals(file)),
        agreements=_promises(state.promises(file)),
        questions=tuple(SharedLine(view.what, view.who) for view in state.questions(file)),
        time=state.time_used(file, now),
    )


def _hint(item: AgendaItem | None) -> str:
    return words.AGENDA_HINTS[item.kind] if item is not None else ""


def _contributions(room: InTheRoom, item: AgendaItem | None) -> tuple[state.ContributionView, ...]:
    """What was sent in has no theme: it is held back where somebody there may not see everything."""
    return () if room.is_limited else state.contributions(room.file, item)


def _shared(file: MeetingFile, notes: Iterable[MeetingNote]) -> tuple[SharedNote, ...]:
    return tuple(SharedNote(note.kind, state.note_heading(file, note), note.text) for note in notes)


def _promises(views: Iterable[state.PromiseView]) -> tuple[SharedLine, ...]:
    parts = ((view.what, (view.detail, view.lacks, view.settled)) for view in views)
    return tuple(SharedLine(what, " · ".join(part for part in details if part)) for what, details in parts)
