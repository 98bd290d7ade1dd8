"""Medarbejdere: who they are, what they may do, which teams they are in; those from lists confirmed or merged."""

from datetime import date
from typing import Final

from koordinator.domain.access import Action, roles_for
from koordinator.domain.folding import folded
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Employee
from koordinator.texts import handover
from koordinator.texts import settings as texts
from koordinator.texts.ui import joined
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.settings.employee_dialog import EmployeeDialog
from koordinator.ui.pages.settings.pick import Candidate, Pick
from koordinator.ui.pages.settings.unconfirmed_card import UnconfirmedCard
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.organisation import Colleague, OrganisationView, new_employee

_WORDS_WIDTH: Final = 240


class EmployeesTab(PageTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view = OrganisationView((), (), (), date.min)
        self._unconfirmed: UnconfirmedCard[Colleague] = UnconfirmedCard(
            texts.UNCONFIRMED_COLLEAGUES,
            texts.UNCONFIRMED_COLLEAGUES_HINT,
            lambda each: each.employee.name,
            _detail,
            lambda each: each.employee.id,
        )
        self._unconfirmed.confirmed.connect(lambda each: self._confirm(each.employee))
        self._unconfirmed.merging.connect(self._merge)
        self._unconfirmed.hide()
        self._words = LineEdit(texts.FIND, placeholder=texts.FIND)
        self._words.setMinimumWidth(theme.active().px(_WORDS_WIDTH))
        self._words.textChanged.connect(lambda _text: self._filter())
        self._list = self._make_list()
        card = Card(texts.EMPLOYEES, fills=True)
        add = Button(texts.ADD_EMPLOYEE, Kind.PRIMARY, icon="user-plus")
        add.clicked.connect(lambda: self._edit(Colleague(new_employee(), (), frozenset(), has_authority=False)))
        card.add_to_head(self._words)
        card.add_to_head(add)
        card.body.addWidget(self._list)
        inside = column(self._unconfirmed, gap=16)
        inside.addWidget(card, 1)
        self.setLayout(inside)

    @override
    def reload(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.organisation.view(actor), self._show)

    def _make_list(self) -> DataList[Colleague]:
        made: DataList[Colleague] = DataList(
            texts.EMPLOYEES,
            (
                Column(
                    texts.NAME,
                    lambda each: each.employee.name,
                    look=Look.STRONG,
                    detail=lambda each: joined((each.employee.title, each.employee.email)),
                    order=lambda each: folded(each.employee.name),
                ),
                Column(texts.TEAMS, lambda each: ", ".join(team.name for team in each.teams), 190, look=Look.MUTED),
                Column(texts.ROLES, lambda each: texts.roles(each.roles), 220, look=Look.MUTED),
                Column(
                    texts.HAS_AUTHORITY,
                    lambda each: texts.HAS_AUTHORITY if each.has_authority else "",
                    110,
                    badge=lambda _each: Tone.INFO,
                ),
                Column("", lambda _each: texts.EDIT, 84, is_action=True),
            ),
            lambda each: each.employee.id,
            empty=texts.NO_EMPLOYEES,
        )
        made.acted.connect(lambda each, _column: self._edit(each))
        made.opened.connect(self._edit)
        return made

    def _show(self, view: OrganisationView) -> None:
        self._view = view
        self._unconfirmed.show_things(view.unconfirmed_colleagues)
        self._filter()

    def _filter(self) -> None:
        wanted = folded(self._words.text())
        confirmed = (each for each in self._view.colleagues if each.employee.confirmed)
        self._list.set_rows([each for each in confirmed if wanted in folded(f"{each.employee.name} {_detail(each)}")])

    def _edit(self, colleague: Colleague, remark: str = "") -> None:
        edited = EmployeeDialog.edit(self, colleague, self._view.teams, self._view.today, remark)
        if edited is None:
            return

        services, actor, tasks = self._desk.services, self._desk.actor, self._desk.tasks
        tasks.write(
            self,
            lambda: services.organisation.save_colleague(actor, edited),
            lambda _saved: self._saved(edited),
            # What was filled in comes back, with what is wrong.
            lambda error: self._edit(edited, tasks.explain(error)),
        )

    def _saved(self, colleague: Colleague) -> None:
        """Who still coordinates and no longer may is named at once, with the way to hand over."""
        self.reload()
        is_in_team = any(place.until_on is None or place.until_on > self._view.today for place in colleague.places)
        if not colleague.courses or (colleague.has_authority and (is_in_team or not colleague.places)):
            return
        words = handover.OFFER_TEXT.format(name=colleague.employee.name, courses=handover.courses(colleague.courses))
        may_hand_over = bool(self._desk.actor.roles & roles_for(Action.HAND_OVER))
        if not may_hand_over:
            Question.message(self, handover.OFFER, words)
        elif Question.confirm(self, handover.OFFER, words, handover.OFFER_YES):
            self.navigate.emit("handover", colleague.employee.id)

    def _confirm(self, employee: Employee) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.write(
            self, lambda: services.organisation.save_employee(actor, employee), lambda _saved: self.reload()
        )

    def _merge(self, colleague: Colleague) -> None:
        employee = colleague.employee
        others = [each for each in self._view.colleagues if each.employee.id != employee.id]
        heading, text = texts.MERGE_WITH.format(name=employee.name), texts.MERGE_TEXT.format(name=employee.name)
        candidates = [Candidate(each.employee.id, each.employee.name, _detail(each)) for each in others]
        organisation, actor = self._desk.services.organisation, self._desk.actor

        def ask(start: Candidate[EmployeeId] | None) -> Candidate[EmployeeId] | None:
            return Pick.one_of(self, heading, text, candidates, start.key if start else None)

        ask_until_saved(
            self._desk.tasks,
            self,
            None,
            ask,
            lambda chosen: organisation.merge_employees(actor, employee.id, chosen.key),
            lambda _saved: self.reload(),
        )


def _detail(colleague: Colleague) -> str:
    return joined((colleague.employee.title, colleague.employee.email, *(team.name for team in colleague.teams)))
