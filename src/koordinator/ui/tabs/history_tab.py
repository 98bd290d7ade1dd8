"""The tab Historik: steps and coordinators over time, and who has looked at or changed what."""

from collections.abc import Mapping
from dataclasses import dataclass

from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Employee
from koordinator.texts import formats
from koordinator.texts import subject as texts
from koordinator.texts.assessment import step_short
from koordinator.texts.audit import ACTIONS
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.history import NEWEST, SubjectHistory


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was, or happened. `number` tells the lines apart."""

    number: int
    when: str
    what: str
    who: str


def course_lines(history: SubjectHistory) -> tuple[HistoryLine, ...]:
    """Steps and coordinators, the newest first."""
    steps = [(row.from_on, texts.period(row.from_on, row.until_on), step_short(row.step), "") for row in history.steps]
    coordinators = [
        (
            row.from_on,
            texts.period(row.from_on, row.until_on),
            texts.COORDINATOR,
            _name(history.employees, row.employee_id),
        )
        for row in history.coordinators
    ]
    newest_first = sorted([*steps, *coordinators], key=lambda line: line[0], reverse=True)
    return tuple(HistoryLine(number, *line[1:]) for number, line in enumerate(newest_first))


def log_lines(history: SubjectHistory) -> tuple[HistoryLine, ...]:
    """Who looked at or changed what, the newest first."""
    return tuple(
        HistoryLine(
            entry.sequence,
            formats.moment_short(entry.at),
            formats.capitalised(ACTIONS[entry.action]),
            _name(history.employees, entry.actor_id),
        )
        for entry in history.entries
    )


class HistoryTab(SubjectTab):
    """Reads for itself when it is looked at: the look is logged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._courses = _card(texts.HISTORY_STEPS)
        self._log = _card(texts.HISTORY_LOG)
        self._more = Label(texts.MORE_LOG.format(count=NEWEST), Role.SMALL_MUTED, wraps=True)
        self._log.body.addWidget(self._more)
        outer = column(self._courses, self._log, STRETCH, gap=16)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    @override
    def show_subject(self, view: SubjectView) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.history.of_subject(actor, view.subject_id), self._show)

    def _show(self, history: SubjectHistory) -> None:
        self._courses.show_things(course_lines(history))
        self._log.show_things(log_lines(history))
        self._more.setVisible(len(history.entries) == NEWEST)


def _card(title: str) -> ThingsCard[HistoryLine]:
    return ThingsCard(
        title,
        (
            Column(texts.WHEN, lambda line: line.when, 240),
            Column(texts.WHAT, lambda line: line.what, 0, Look.STRONG),
            Column(texts.WHO, lambda line: line.who, 220),
        ),
        lambda line: line.number,
        lambda _line: None,
        empty=texts.HISTORY_EMPTY,
    )


def _name(employees: Mapping[EmployeeId, Employee], key: EmployeeId) -> str:
    return employees[key].name if key in employees else ""
