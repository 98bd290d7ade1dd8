"""The forms of the meeting: a participant, an agenda item, where a note stands, roles, a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QWidget

from koordinator.domain.agenda import LONGEST_ITEM_MINUTES
from koordinator.domain.ids import AgendaItemId, EmployeeId, ParticipantId
from koordinator.domain.limits import LINE
from koordinator.domain.meeting import AgendaItem, MeetingNote, NoteKind
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting as meeting_words
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan_tab as plan_texts
from koordinator.texts.formats import quoted
from koordinator.ui.pages.meeting.view_state import employees_there
from koordinator.ui.tabs.dialogs.appointment import MinutesField
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.tabs.plan_people import themes_of
from koordinator.ui.widgets.fields import TextField, TimeField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.participants import Candidate


class ItemDialog(FormDialog):
    """An agenda item's words and minutes, who presents it, and what it is about."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, item: AgendaItem) -> AgendaItem | None:
        """The item as it was filled in, or None."""
        dialog = cls(parent, texts.EDIT_ITEM if item.id else texts.ADD_ITEM)
        title = dialog.form.add(TextField(texts.ITEM_TITLE, item.title, limit=LINE, required=True))
        minutes = dialog.form.add(
            MinutesField(item.minutes, label=texts.ITEM_MINUTES, least=0, most=LONGEST_ITEM_MINUTES)
        )
        people = tuple((each.id, file.parties.name(party_of(each))) for each in file.participants)
        presenter: Pick[ParticipantId | None] = dialog.form.add(
            Pick(texts.PRESENTER, ((None, texts.NO_PRESENTER), *people), item.presenter_id)
        )
        theme = dialog.form.add(Pick(plan_texts.THEME, themes_of(file, item.theme_id), item.theme_id))
        if not dialog.run():
            return None
        return replace(
            item,
            title=title.value(),
            minutes=minutes.minutes() or 0,
            presenter_id=presenter.key,
            theme_id=theme.key,
        )


class PlaceNoteDialog(FormDialog):
    """Another kind or another agenda item for a note; its words are shown and stay."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, note: MeetingNote) -> tuple[NoteKind, AgendaItemId | None] | None:
        """The kind and the item, or None."""
        said = texts.with_name(texts.PLACE_SAID_INTRO, file.people.name)
        dialog = cls(
            parent,
            texts.PLACE_NOTE,
            intro=said if note.in_citizens_words else texts.PLACE_NOTE_INTRO,
            save=texts.PLACE_NOTE,
        )
        said_words, role = (quoted(note.text), Role.VOICE) if note.in_citizens_words else (note.text, Role.BODY)
        dialog.form.body.addWidget(Label(said_words, role, wraps=True))
        kind: Pick[NoteKind] = Pick(texts.NOTE_KIND, choices_of(meeting_words.NOTE_KINDS), note.kind)
        items = tuple((item.id, f"{item.position}. {item.title}") for item in file.agenda)
        first = items[0][0] if items else None
        where: Pick[AgendaItemId | None] = Pick(texts.NOTE_ITEM, items, note.agenda_item_id or first)
        dialog.form.add(kind)
        if items:
            dialog.form.add(where)
        return (kind.key, where.key if items else None) if dialog.run() else None


class RolesDialog(FormDialog):
    """Who leads the meeting and who writes the minutes."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile) -> tuple[EmployeeId | None, EmployeeId | None] | None:
        """Chair and minute-taker, or None."""
        dialog = cls(parent, texts.ROLES)
        people = employees_there(file)
        chair: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.LEADS, people, file.meeting.chair_id))
        taker: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.WRITES, people, file.meeting.minute_taker_id))
        return (chair.key, taker.key) if dialog.run() else None


class CandidateDialog(FormDialog):
    """One more participant."""

    @classmethod
    def ask(cls, parent: QWidget, candidates: Sequence[Candidate]) -> Party | None:
        """The chosen one, or None."""
        dialog = cls(parent, texts.ADD_PARTICIPANT, save=texts.ADD_PARTICIPANT)
        options = tuple((each.party, each.name) for each in candidates)
        who: Pick[Party] = dialog.form.add(Pick(texts.WHO, options, candidates[0].party, required=True))
        return who.key if dialog.run() else None


class TimeDialog(FormDialog):
    """When somebody came or left."""

    @classmethod
    def ask(cls, parent: QWidget, heading: str, label: str, at: time) -> time | None:
        """The time, or None."""
        dialog = cls(parent, heading)
        field = dialog.form.add(TimeField(label, at, required=True))
        return field.value() if dialog.run() else None
