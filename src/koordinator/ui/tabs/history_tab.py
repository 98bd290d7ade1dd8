"""The tab Historik: the course as a line the eye understands, what has happened in it, and who has looked."""

from dataclasses import dataclass

from koordinator.domain.course_history import CourseHistory, Event
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import course_history as words
from koordinator.texts import formats
from koordinator.texts import subject as texts
from koordinator.texts.audit import ACTIONS
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.override import override
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.history import NEWEST, SubjectHistory
from koordinator.usecases.papers import HandedPaper


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was, or happened. `number` tells the lines apart."""

    number: int
    when: str
    what: str
    beside: str


def course_lines(course: CourseHistory) -> tuple[HistoryLine, ...]:
    """What has happened, with the reasons, the newest first."""
    return tuple(_course_line(number, event) for number, event in enumerate(course.events))


def log_lines(history: SubjectHistory) -> tuple[HistoryLine, ...]:
    """Who looked at or changed what, the newest first."""
    names = {key: employee.name for key, employee in history.employees.items()}
    return tuple(
        HistoryLine(
            entry.sequence,
            formats.moment_short(entry.at),
            formats.capitalised(ACTIONS[entry.action]),
            names.get(entry.actor_id, ""),
        )
        for entry in history.entries
    )


class HistoryTab(SubjectTab):
    """Reads for itself when it is looked at: the look is logged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        self._shown: SubjectHistory | None = None
        self._course = _CourseCard()
        self._course.save.clicked.connect(self._make_paper)
        self._events = _card(words.EVENTS, words.WHY, words.NO_EVENTS, beside=0)
        self._log = _card(texts.HISTORY_LOG, texts.WHO, texts.HISTORY_EMPTY, beside=220)
        self._more = Label(texts.MORE_LOG.format(count=NEWEST), Role.SMALL_MUTED, wraps=True)
        self._log.body.addWidget(self._more)
        outer = column(self._course, self._events, self._log, STRETCH, gap=16)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        theme.active().changed.connect(self._draw)

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._view = view
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.history.of_subject(actor, view.subject_id), self._show)

    def _show(self, history: SubjectHistory) -> None:
        self._shown = history
        self._draw()
        self._events.show_things(course_lines(history.course))
        self._log.show_things(log_lines(history))
        self._more.setVisible(len(history.entries) == NEWEST)

    def _draw(self) -> None:
        """Again when the colours have changed."""
        if self._shown is None:
            return
        course, drawings = self._shown.course, self._desk.services.history
        self._course.show_whether(has_course=course.has_course)
        if course.has_course:
            colours = figure_colours(theme.active().tokens)
            self._course.figure.show_drawn(drawings.picture(course, colours))

    def _make_paper(self) -> None:
        if self._view is not None:
            papers, actor = self._desk.services.papers, self._desk.actor
            order = PaperOrder(PaperKind.COURSE_HISTORY, self._view.subject_id)
            self._desk.tasks.write(self, lambda: papers.make(actor, order), self._save)

    def _save(self, made: HandedPaper) -> None:
        save_paper(self._desk, self, made, self._course.say)


class _CourseCard(Card):
    """The drawing, or the sentence that there is nothing to draw."""

    def __init__(self) -> None:
        super().__init__(words.TITLE)
        self.save = Button(words.SAVE, icon="file-text")
        self.add_to_head(self.save)
        self.figure = FigureView()
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._nothing = Label(words.NO_COURSE, Role.MUTED, wraps=True)
        for part in (self.figure, self._nothing, self._said):
            self.body.addWidget(part)
        self._said.hide()
        self.show_whether(has_course=False)

    def say(self, words: str) -> None:
        """Where the paper is."""
        self._said.setText(words)
        self._said.show()

    def show_whether(self, *, has_course: bool) -> None:
        self.figure.setVisible(has_course)
        self.save.setVisible(has_course)
        self._nothing.setVisible(not has_course)


def _course_line(number: int, event: Event) -> HistoryLine:
    return HistoryLine(number, words.when(event), words.what(event), words.why(event))


def _card(title: str, beside_title: str, empty: str, *, beside: int) -> ThingsCard[HistoryLine]:
    return ThingsCard(
        title,
        (
            Column(texts.WHEN, lambda line: line.when, 210),
            Column(texts.WHAT, lambda line: line.what, 0, Look.STRONG),
            Column(beside_title, lambda line: line.beside, beside),
        ),
        lambda line: line.number,
        lambda _line: None,
        empty=empty,
    )
