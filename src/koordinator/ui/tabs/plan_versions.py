"""The side of the plan: approving, the versions and who got them, what is new, and the papers to make."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Action, may
from koordinator.domain.danish_day import danish_day
from koordinator.domain.handouts import HandedThing
from koordinator.domain.ids import SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.paper import Handout, PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.plan_difference import PlanChange
from koordinator.texts import plan as texts
from koordinator.texts import plan_comparison as comparison_texts
from koordinator.texts import plan_difference as difference_texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts.formats import first_name
from koordinator.ui import heavy
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.handout.handing import hand_out
from koordinator.ui.handout.lines import HandoutLines
from koordinator.ui.tabs.dialogs.compare_plans import ComparePlansDialog, Versions
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.usecases.plan_file import PlanFile

_PLAN = PaperOrder(PaperKind.PLAN, SubjectId(0))
_COPIES = (
    (tab_texts.FOR_CITIZEN, _PLAN),
    (tab_texts.FOR_CITIZEN_LARGE, replace(_PLAN, large_print=True)),
    (tab_texts.FOR_PROFESSIONALS, replace(_PLAN, reader=Reader.PROFESSIONAL)),
)


class PlanVersions(QWidget):
    """`saved` hears of the plan as it stands after each change."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__()
        self._desk, self._saved = desk, saved
        self._may_make = may(desk.actor, Action.MAKE_PAPER)
        self._file: PlanFile | None = None
        self._versions = Card(tab_texts.VERSIONS)
        self._approve = Button(tab_texts.APPROVE, Kind.PRIMARY)
        self._approve.clicked.connect(self._ask_to_approve)
        self._lines = column(gap=10)
        self._versions.body.addLayout(self._lines)
        self._compare = Button(comparison_texts.COMPARE)
        self._compare.clicked.connect(self._ask_to_compare)
        if not may(desk.actor, Action.APPROVE_PLAN):
            self._approve.hide()
        self._versions.body.addLayout(row(self._approve, self._compare, STRETCH))
        self._new = Card(texts.WHAT_IS_NEW)
        self._news = column(gap=4)
        self._new.body.addLayout(self._news)
        self._papers = Card(tab_texts.MAKE)
        if not self._may_make:
            self._papers.hide()
        self._papers.setEnabled(False)  # Until the plan has been read there is nothing to make them of.
        for words, style in _COPIES:
            self._papers.body.addWidget(self._paper_button(words, partial(self._make_plan, style)))
        self._papers.body.addWidget(self._paper_button(tab_texts.CONTACTS, self._make_contacts))
        self._for_members = column(gap=8)
        self._papers.body.addLayout(self._for_members)
        inside = column(self._versions, self._new, self._papers, STRETCH, gap=16)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)

    def show_file(self, file: PlanFile) -> None:
        """Shows the versions, the newest first."""
        before, self._file = self._file, file
        self._papers.setEnabled(True)
        if before is None or (before.versions, before.handouts) != (file.versions, file.handouts):
            with place_kept(self):
                self._show_versions(file)
        self._compare.setVisible(bool(file.versions))
        if before is None or before.people != file.people:
            self._offer_members(file)
        newest = file.newest_version
        self._new.setVisible(newest is not None)
        if newest is not None:
            self._new.set_title(tab_texts.NEW_SINCE.format(number=newest.number))
            self._show_news(file.news)

    def _offer_members(self, file: PlanFile) -> None:
        """A copy for each member of a family: the common part and their own."""
        clear(self._for_members)
        for member in file.people.citizens if file.people.is_family else ():
            words = tab_texts.FOR_MEMBER.format(name=first_name(member.name))
            copy = replace(_PLAN, member_id=member.id)
            self._for_members.addWidget(self._paper_button(words, partial(self._make_plan, copy)))

    def _show_versions(self, file: PlanFile) -> None:
        clear(self._lines)
        earlier = {version.id: before for before, version in pairwise(file.versions)}
        for version in reversed(file.versions):
            lines = self._version(file, version)
            if version.id in earlier:
                lines.addLayout(row(self._news_button(earlier[version.id], version), STRETCH))
            self._lines.addLayout(lines)
        if not file.versions:
            self._lines.addWidget(Label(tab_texts.NO_VERSIONS, Role.MUTED, wraps=True))

    def _version(self, file: PlanFile, version: PlanVersion) -> QVBoxLayout:
        lines = column(Label(texts.version_line(version.number, danish_day(version.approved_at)), Role.STRONG), gap=2)
        handouts = [each for each in file.handouts if each.plan_version_id == version.id]
        who_got_it = HandoutLines(self._desk, self._change_handout)
        who_got_it.show_handouts(handouts)
        lines.addWidget(who_got_it)
        if not self._may_make:
            return lines
        if version.until_on is None:
            if not any(handout.counts for handout in handouts):
                lines.addWidget(Label(tab_texts.NOT_HANDED_OUT, Role.WARNING))
            button = Button(tab_texts.HAND_OUT)
            button.clicked.connect(partial(self._hand_out, version))
            lines.addLayout(row(button, STRETCH))
        else:
            paper = Button(tab_texts.THIS_VERSION, Kind.LINK)
            paper.setAccessibleName(f"{tab_texts.THIS_VERSION}: {version.number}")
            paper.clicked.connect(partial(self._make_plan, _PLAN, version.number))
            lines.addLayout(row(paper, STRETCH))
        return lines

    def _news_button(self, before: PlanVersion, version: PlanVersion) -> Button:
        plans, actor = self._desk.services.plans, self._desk.actor
        button = Button(tab_texts.SEE_NEWS, Kind.LINK)
        button.setAccessibleName(f"{tab_texts.SEE_NEWS}: {tab_texts.NEW_IN.format(number=version.number)}")
        button.clicked.connect(
            lambda: self._desk.tasks.read(
                self, lambda: plans.compare(actor, before.id, version.id), partial(self._show_news_in, version)
            )
        )
        return button

    def _show_news_in(self, version: PlanVersion, changes: tuple[PlanChange, ...]) -> None:
        self._new.set_title(tab_texts.NEW_IN.format(number=version.number))
        self._show_news(changes)

    def _show_news(self, changes: tuple[PlanChange, ...] | None) -> None:
        clear(self._news)
        said = (tab_texts.CANNOT_COMPARE,) if changes is None else difference_texts.sentences(changes)
        # Built whole: what is shown one by one is laid out one by one.
        self._news.addWidget(holder(column(*(Label(sentence, wraps=True) for sentence in said), gap=4)))

    def _ask_to_approve(self) -> None:
        plan = self._file.plan if self._file is not None else None
        if plan is not None and Question.confirm(
            self, tab_texts.APPROVE_HEADING, tab_texts.APPROVE_TEXT, tab_texts.APPROVE
        ):
            plans, actor = self._desk.services.plans, self._desk.actor
            self._desk.tasks.write(self, lambda: plans.approve(actor, plan), self._saved)

    def _ask_to_compare(self) -> None:
        if self._file is not None:
            ComparePlansDialog.show_versions(self, self._desk, Versions(self._file.versions))

    def _hand_out(self, version: PlanVersion) -> None:
        hand_out(self._desk, self, version.subject_id, HandedThing(plan_version_id=version.id), self._add_handouts)

    def _add_handouts(self, noted: tuple[Handout, ...]) -> None:
        if self._file is not None:
            self._saved(replace(self._file, handouts=(*self._file.handouts, *noted)))

    def _change_handout(self, changed: Handout) -> None:
        if self._file is not None:
            others = (changed if each.id == changed.id else each for each in self._file.handouts)
            self._saved(replace(self._file, handouts=tuple(others)))

    def _make_plan(self, copy: PaperOrder, number: int | None = None) -> None:
        """The version, else the newest that is approved, or the draft."""
        if self._file is not None:
            newest = self._file.newest_version
            self._make(replace(copy, number=number or (newest.number if newest is not None else None)))

    def _make_contacts(self) -> None:
        self._make(PaperOrder(PaperKind.CONTACTS, SubjectId(0)))

    def _make(self, order: PaperOrder) -> None:
        if self._file is not None:
            subject_id = self._file.people.subject_id
            if heavy.preview().show_order(self, self._desk, replace(order, subject_id=subject_id)):
                plans, actor = self._desk.services.plans, self._desk.actor
                self._desk.tasks.read(self, lambda: plans.open(actor, subject_id), self._saved)

    def _paper_button(self, words: str, make: Callable[[], None]) -> Button:
        button = Button(words, icon="file-text")
        button.clicked.connect(make)
        return button
