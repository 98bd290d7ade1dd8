"""Who gets which minutes and which plan: the one for all, the citizen's, an extract for one person, or none."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.meeting import Participant
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import party_of
from koordinator.texts import meeting_readers as texts
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, clear, column
from koordinator.usecases.meeting_readers import readers_of

Make = Callable[[PaperOrder], None]


class HeldReaders:
    """Lines for a card; `make` shows the paper that is asked for."""

    def __init__(self, work: Work, make: Make) -> None:
        self._work, self._make = work, make
        self.lines: QVBoxLayout = column(gap=8)

    def show_file(self) -> None:
        """Shows each group of readers with its papers, as the consents are today."""
        clear(self.lines)
        readers = readers_of(self._work.file)
        self.lines.addWidget(Label(texts.READERS, Role.STRONG, wraps=True))
        self._add_standard(readers.professionals, texts.FOR_ALL, Reader.PROFESSIONAL)
        if self._work.file.people.is_family:
            for participant in readers.citizens:
                self._add_member(participant)
        else:
            self._add_standard(readers.citizens, texts.FOR_CITIZEN, Reader.CITIZEN)
        for participant in readers.reduced:
            self._add_extract(participant)
        if readers.left_out:
            names = tuple(map(self._name, readers.left_out))
            self.lines.addWidget(Label(texts.gets_none(names), Role.WARNING, wraps=True))

    def _add_standard(self, people: tuple[Participant, ...], what: str, reader: Reader) -> None:
        if people:
            words = texts.gets(tuple(map(self._name, people)), what)
            minutes, plan = self._both
            self._add(words, what, replace(minutes, reader=reader), replace(plan, reader=reader))

    def _add_member(self, participant: Participant) -> None:
        name, party = self._name(participant), party_of(participant)
        minutes, plan = self._both
        if party is not None:
            self._add(texts.gets((name,), texts.FOR_MEMBER), name, minutes, replace(plan, party=party))

    def _add_extract(self, participant: Participant) -> None:
        name, party = self._name(participant), party_of(participant)
        minutes, plan = self._both
        if party is not None:
            own = (replace(minutes, party=party), replace(plan, party=party))
            self._add(texts.gets((name,), texts.EXTRACT), name, *own)

    @property
    def _both(self) -> tuple[PaperOrder, PaperOrder]:
        """The minutes and the plan for the citizen."""
        return self._work.order(PaperKind.MINUTES), self._work.order(PaperKind.PLAN)

    def _add(self, words: str, to: str, minutes: PaperOrder, plan: PaperOrder) -> None:
        self.lines.addWidget(Label(words, wraps=True))
        buttons = Flow(gap=8)
        kinds = [(texts.MINUTES, minutes)]
        if self._work.file.plan is not None:
            kinds.append((texts.PLAN, plan))
        for label, made in kinds:
            button = Button(label, icon="file-text")
            button.setAccessibleName(texts.paper_to(label, to))
            button.clicked.connect(partial(self._make, made))
            buttons.addWidget(button)
        self.lines.addLayout(buttons)

    def _name(self, participant: Participant) -> str:
        return self._work.file.parties.name(party_of(participant))
