"""What the citizen wants of the meeting, in the citizen's own words, and what follows from it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain.agenda_proposals import ProposalKind, points_left
from koordinator.domain.ids import RowId
from koordinator.domain.limits import LONG, PARAGRAPH
from koordinator.domain.meeting import PlaceKind, Preparation
from koordinator.domain.meeting_rules import appointment_of, was_invited_to
from koordinator.domain.party import party_of
from koordinator.texts import meeting as words
from koordinator.texts import meeting_agenda, meeting_wishes
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.wishes import WishesDialog
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tabs.dialogs.appointment import Frame, MoveDialog
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.agenda_facts import TakenUp
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meetings import MeetingSuggestion

_LONG_FIELDS: Final = ("wants_to_discuss", "must_not_be_discussed")
_WISHES: Final = {"wants_present": True, "wants_absent": False}


class PreparationCard(Card):
    """Each field is saved when it is left; until then it is a draft. A button beside it does what the words ask for.

    `consent_asked` when what must not be talked about is to go into the consent.
    """

    consent_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: Preparation | None = None
        self.body.setSpacing(14)
        self.body.addWidget(Label(texts.PREPARATION_HINT, Role.MUTED, wraps=True))
        self.to_agenda = _link(meeting_wishes.TO_AGENDA, self._put_on_agenda)
        self.pick = {
            name: _link(meeting_wishes.PICK[is_wanted], partial(self._read_candidates, name))
            for name, is_wanted in _WISHES.items()
        }
        self.use_place = _link(meeting_wishes.USE_PLACE, self._use_place)
        self.to_consent = _link(meeting_wishes.TO_CONSENT, self.consent_asked.emit)
        buttons = {
            "wants_to_discuss": self.to_agenda,
            **self.pick,
            "place_wish": self.use_place,
            "must_not_be_discussed": self.to_consent,
        }
        self._picked = {name: Label(role=Role.BODY, wraps=True) for name in _WISHES}
        self.place = Choice(((None, meeting_wishes.NO_PLACE), *words.PLACES.items()), meeting_wishes.PLACE)
        self.place.chosen.connect(self._save_place)
        above: dict[str, QWidget] = {**self._picked, "place_wish": self.place}
        self.edits = {
            name: self._edit(name, label, buttons[name], above.get(name))
            for name, label in words.PREPARATION_FIELDS.items()
        }

    def show_file(self) -> None:
        """Shows what is stored, and what was typed last time without being saved."""
        file = self._work.file
        self.set_title(texts.with_name(texts.PREPARATION, file.people.name))
        stored = file.preparation or Preparation(RowId(0), file.meeting.id)
        is_new = self._shown is None or self._shown.meeting_id != stored.meeting_id
        self._shown = stored
        for name, edit in self.edits.items():
            if is_new or not edit.editor().hasFocus():
                edit.set_text(getattr(stored, name))
            self._work.drafts.restore(edit, name)
        for name, label in self._picked.items():
            wished = [party_of(wish) for wish in file.wishes if wish.wanted is _WISHES[name]]
            label.setText(" · ".join(file.parties.name(party) for party in wished))
            label.setVisible(bool(wished))
        self.place.choose(stored.place_kind)
        self.to_agenda.setVisible(bool(points_left(stored.wants_to_discuss, file.agenda)))
        self.to_consent.setVisible(bool(stored.must_not_be_discussed))
        self.use_place.setVisible(stored.place_kind not in (None, file.meeting.place_kind))

    def _edit(self, name: str, label: str, button: LinkButton, above: QWidget | None) -> NoteEdit:
        edit = NoteEdit(label, limit=LONG if name in _LONG_FIELDS else PARAGRAPH, lines=1)
        edit.set_voice()
        edit.committed.connect(lambda _text: self._save(name))
        self._work.drafts.keep_of(edit, name)
        caption = Label(label, Role.STRONG)
        caption.setBuddy(edit.editor())
        head = row(gap=8)
        head.addWidget(caption, 1)
        head.addWidget(button)
        self.body.addLayout(column(head, *((above,) if above is not None else ()), edit, gap=4))
        return edit

    def _save(self, name: str) -> None:
        """The one field as it is written now; the next to be saved is held against it."""
        work, shown, text = self._work, self._shown, self.edits[name].text()
        if shown is None:
            return
        changed: dict[str, Any] = {name: text.strip()}
        self._shown = replace(shown, **changed)

        def save() -> MeetingFile:
            file = work.desk.services.meetings.write_wish(work.actor, shown, name, text)
            work.drafts.clear(shown.meeting_id, name)
            return file

        work.act(save)

    def _save_place(self, kind: object) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        wanted = PlaceKind(str(kind)) if kind is not None else None
        work.act(lambda: work.desk.services.meetings.prefer_place(work.actor, meeting_id, wanted))

    def _put_on_agenda(self) -> None:
        """Every point the citizen has, each as an item of its own below the citizen's words."""
        work, meeting_id = self._work, self._work.file.meeting.id
        meetings = work.desk.services.meetings

        def take_up() -> MeetingFile:
            points = [
                each for each in meetings.propose(work.actor, meeting_id) if each.kind is ProposalKind.CITIZENS_POINT
            ]
            taken = tuple(TakenUp(each, meeting_agenda.title(each)) for each in points)
            return meetings.take_up(work.actor, meeting_id, taken)

        work.act(take_up)

    def _read_candidates(self, name: str) -> None:
        work, subject_id = self._work, self._work.file.meeting.subject_id
        meetings = work.desk.services.meetings
        work.desk.tasks.read(
            self, lambda: meetings.suggest(work.actor, subject_id), lambda found: self._pick(name, found)
        )

    def _pick(self, name: str, suggestion: MeetingSuggestion) -> None:
        work, file, wanted = self._work, self._work.file, _WISHES[name]
        chosen = WishesDialog.ask(self, file, suggestion.candidates, wanted=wanted)
        if chosen is not None:
            meeting_id = file.meeting.id
            work.act(lambda: work.desk.services.meetings.wish(work.actor, meeting_id, chosen, wanted=wanted))

    def _use_place(self) -> None:
        """The meeting is held where the citizen wants; with a reason where somebody has been invited elsewhere."""
        work, meeting, shown = self._work, self._work.file.meeting, self._shown
        if shown is None or shown.place_kind is None:
            return
        there = replace(appointment_of(meeting), place_kind=shown.place_kind, place="")
        frame = Frame(work.file.people.name, work.file.today)
        answer = MoveDialog.ask(self, frame, there, was_invited=was_invited_to(meeting))
        if answer is not None:
            to, reason = answer
            work.act(lambda: work.desk.services.meetings.move(work.actor, meeting, to, reason))


def _link(text: str, act: Callable[[], object]) -> LinkButton:
    button = LinkButton(text)
    button.clicked.connect(lambda _checked=False: act())
    return button
