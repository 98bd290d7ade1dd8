"""The tab Netværk: the picture or the list, the family tree, the questions for the meeting, efforts and other plans."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.network_people import NetworkPerson
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import OtherPlan
from koordinator.texts import network as texts
from koordinator.texts import register as register_texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.network_efforts import EffortsCard
from koordinator.ui.tabs.network_people import PeopleCard, Way
from koordinator.ui.tabs.network_questions import QuestionsCard
from koordinator.ui.tabs.network_tree import TreeCard
from koordinator.ui.tabs.register_forms import RegisterForms
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column, row
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.network_file import NetworkFile
from koordinator.usecases.papers import HandedPaper

_FEW: Final = 8
"""So many people leave room for something beside the picture."""
_WIDE: Final = 1_000


class NetworkTab(SubjectTab):
    """Only what holds today is shown, and on the time line what lies near it; what is over stays in the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        self._few = False
        self._forms = RegisterForms(desk, self, self.changed)
        self._as = FilterChips(((Way.PICTURE, texts.PICTURE), (Way.LIST, texts.LIST)), texts.SHOW_AS)
        self._add = Button(register_texts.NEW_CONTACT, icon="plus")
        self._print = Button(texts.MAKE_PAPER, icon="file-text")
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._people = PeopleCard(desk)
        self._tree = TreeCard(desk)
        self._questions = QuestionsCard(desk)
        self._efforts = EffortsCard(desk, self._forms)
        self._may_edit = may(desk.actor, Action.EDIT_REGISTER)
        self._plans = self._plans_card()
        self._both: QBoxLayout = row(gap=16)
        self._lay_out()
        self._connect()

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._view = view
        network, actor = self._desk.services.network, self._desk.actor
        self._desk.tasks.read(self, lambda: network.open(actor, view.subject_id), self._show)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        for button, action in ((self._add, Action.EDIT_REGISTER), (self._print, Action.MAKE_PAPER)):
            if may(self._desk.actor, action):
                self._people.add_to_head(button)
        self._people.head.insertWidget(1, self._as, 0, Qt.AlignmentFlag.AlignVCenter)
        self._both.addWidget(self._people, 7)
        self._both.addWidget(self._questions, 4)
        whole = column(self._said, self._tree, gap=16)
        whole.addLayout(self._both)
        whole.addWidget(self._efforts)
        whole.addWidget(self._plans)
        whole.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        self._said.hide()
        self.setLayout(whole)

    def _connect(self) -> None:
        self._as.chosen.connect(self._people.show_as)
        self._add.clicked.connect(self._forms.new_contact)
        self._print.clicked.connect(self._make_paper)
        self._people.opened.connect(self._open_person)
        self._tree.navigate.connect(self.navigate)
        self._questions.taken.connect(self.changed)
        self._efforts.renewed.connect(self.changed)

    def _plans_card(self) -> ThingsCard[OtherPlan]:
        return ThingsCard(
            register_texts.OTHER_PLANS,
            (
                Column(register_texts.PLAN_TITLE, lambda row: row.title, 0, Look.STRONG, lambda row: row.goal),
                Column(register_texts.PLAN_OWNER, lambda row: row.owner, 240, detail=_relation),
            ),
            lambda row: row.id,
            self._forms.edit_plan,
            add=(register_texts.NEW_OTHER_PLAN, self._forms.new_plan) if self._may_edit else None,
            empty=register_texts.NO_OTHER_PLANS,
        )

    def _show(self, file: NetworkFile) -> None:
        if self._view is None or self._view.subject_id != file.people.subject_id:
            return
        self._forms.about([(each.id, each.name) for each in file.people.citizens], file.today)
        self._few = len(file.persons) <= _FEW
        self._arrange()
        self._people.show_network(file)
        self._tree.show_network(file)
        self._questions.show_network(file)
        self._efforts.show_network(file)
        citizen = self._view.citizen
        plans = citizen.other_plans if citizen is not None else ()
        self._plans.show_things([plan for plan in plans if plan.until_on is None or plan.until_on > file.today])
        self._plans.setVisible(citizen is not None)

    def _arrange(self) -> None:
        """Picture and questions beside each other where few people and the width leave room for both."""
        beside = self._few and self.width() >= theme.active().px(_WIDE)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _open_person(self, person: NetworkPerson) -> None:
        self._forms.edit_contact(person.contact)

    def _make_paper(self) -> None:
        if self._view is not None:
            papers, actor = self._desk.services.papers, self._desk.actor
            order = PaperOrder(PaperKind.NETWORK, self._view.subject_id)
            self._desk.tasks.write(self, lambda: papers.make(actor, order), self._tell_made)

    def _tell_made(self, made: HandedPaper) -> None:
        self._said.setText(texts.PAPER_MADE.format(file=made.paper.file_name))
        self._said.show()


def _relation(plan: OtherPlan) -> str:
    return register_texts.PLAN_RELATIONS[plan.relation]
