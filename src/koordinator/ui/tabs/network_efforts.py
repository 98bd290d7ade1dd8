"""The efforts: on a time line with gaps and overlaps, and as a list where one that runs out is renewed unchanged."""

from PySide6.QtCore import Signal

from koordinator.domain.register import Effort
from koordinator.domain.register_rules import is_renewed
from koordinator.texts import formats
from koordinator.texts import network as texts
from koordinator.texts import register as register_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.notify import announce
from koordinator.ui.tabs.register_forms import RegisterForms
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.network_file import NetworkFile


class EffortsCard(ThingsCard[Effort]):
    """`renewed` after one has been renewed."""

    renewed = Signal()

    def __init__(self, desk: Desk, forms: RegisterForms) -> None:
        super().__init__(
            register_texts.EFFORTS,
            (
                Column(register_texts.EFFORT_NAME, lambda row: row.name, 0, Look.STRONG, self._goal),
                Column(register_texts.DEPARTMENT, self._department, 220, detail=self._whose),
                Column(register_texts.AMOUNT, lambda row: row.amount, 210, detail=_period),
                Column("", self._renewal, 150, is_action=True),
            ),
            lambda row: row.id,
            forms.edit_effort,
            add=(register_texts.NEW_EFFORT, forms.new_effort),
            empty=register_texts.NO_EFFORTS,
        )
        self._desk = desk
        self._file: NetworkFile | None = None
        self.view = FigureView()
        self.body.insertWidget(0, self.view)
        self.list.acted.connect(lambda effort, _column: self._renew(effort))
        theme.active().changed.connect(self._draw)

    def show_network(self, file: NetworkFile) -> None:
        """Shows those that are given today or later in the list, and all of them on the time line."""
        self._file = file
        self.show_things([row for row in file.efforts if row.until_on is None or row.until_on > file.today])
        self.view.setVisible(bool(file.efforts))
        self._draw()

    def _draw(self) -> None:
        if self._file is None or not self._file.efforts:
            return
        network, content = self._desk.services.network, self._file.content
        colours = figure_colours(theme.active().tokens)
        self._desk.tasks.compute(self, lambda: network.timeline(content, colours), self.view.show_drawn)

    def _renew(self, effort: Effort) -> None:
        register, actor = self._desk.services.register, self._desk.actor
        self._desk.tasks.write(self, lambda: register.renew_effort(actor, effort.id), self._tell_renewed)

    def _tell_renewed(self, effort: Effort) -> None:
        announce(self, texts.RENEWED.format(name=effort.name, period=_period(effort)))
        self.renewed.emit()

    def _renewal(self, effort: Effort) -> str:
        """Nothing to renew where there is no end, or somebody has done it."""
        efforts = self._file.efforts if self._file is not None else ()
        return "" if effort.until_on is None or is_renewed(effort, efforts) else texts.RENEW

    def _goal(self, effort: Effort) -> str:
        goals = self._file.goals_of(effort) if self._file is not None else ()
        return texts.goals_line(tuple(goal.title for goal in goals)) if goals else effort.purpose

    def _department(self, effort: Effort) -> str:
        known = self._file.departments if self._file is not None else {}
        named = known.get(effort.department_id, "") if effort.department_id is not None else ""
        return named or effort.provider

    def _whose(self, effort: Effort) -> str:
        if self._file is None or not self._file.people.is_family:
            return ""
        citizens = self._file.people.citizens
        return next((formats.first_name(each.name) for each in citizens if each.id == effort.citizen_id), "")


def _period(effort: Effort) -> str:
    return subject_texts.period(effort.from_on, effort.until_on)
