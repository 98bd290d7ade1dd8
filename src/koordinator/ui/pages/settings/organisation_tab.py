"""Fagenheder og team: made, named, and what a list has brought confirmed or merged."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import DepartmentId, TeamId
from koordinator.domain.limits import LINE
from koordinator.domain.organisation import Department, Team, TeamKind
from koordinator.texts import settings as texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.settings.pick import Candidate, Pick
from koordinator.ui.pages.settings.unconfirmed_card import UnconfirmedCard
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.layout import column, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.organisation import OrganisationView, new_department, new_team


class OrganisationTab(PageTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view = OrganisationView((), (), (), date.min)
        self._unconfirmed: UnconfirmedCard[Team] = UnconfirmedCard(
            texts.UNCONFIRMED_TEAMS,
            texts.UNCONFIRMED_TEAMS_HINT,
            lambda team: team.name,
            self._department_of,
            lambda team: team.id,
        )
        self._unconfirmed.confirmed.connect(self._save_team)
        self._unconfirmed.merging.connect(self._merge)
        self._unconfirmed.hide()
        self._departments = self._department_list()
        self._teams = self._team_list()
        both = row(self._departments_card(), self._teams_card(), gap=20)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        inside = column(self._unconfirmed, gap=16)
        inside.addLayout(both, 1)
        self.setLayout(inside)

    @override
    def reload(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.organisation.view(actor), self._show)

    def _show(self, view: OrganisationView) -> None:
        self._view = view
        self._unconfirmed.show_things(view.unconfirmed_teams)
        self._departments.set_rows(view.departments)
        self._teams.set_rows([team for team in view.teams if team.confirmed])

    def _department_list(self) -> DataList[Department]:
        made: DataList[Department] = DataList(
            texts.DEPARTMENTS,
            (
                Column(texts.NAME, lambda each: each.name, look=Look.STRONG, detail=self._teams_of),
                Column("", lambda _each: texts.EDIT, 84, is_action=True),
            ),
            lambda each: each.id,
            empty=texts.NO_DEPARTMENTS,
        )
        made.acted.connect(lambda each, _column: self._edit_department(each))
        made.opened.connect(self._edit_department)
        return made

    def _team_list(self) -> DataList[Team]:
        made: DataList[Team] = DataList(
            texts.TEAMS,
            (
                Column(texts.NAME, lambda each: each.name, look=Look.STRONG),
                Column(texts.DEPARTMENT, self._department_of, 230, look=Look.MUTED),
                Column("", lambda _each: texts.EDIT, 84, is_action=True),
            ),
            lambda each: each.id,
            empty=texts.NO_TEAMS,
        )
        made.acted.connect(lambda each, _column: self._edit_team(each))
        made.opened.connect(self._edit_team)
        return made

    def _departments_card(self) -> Card:
        card, add = Card(texts.DEPARTMENTS, fills=True), Button(texts.ADD_DEPARTMENT, icon="plus")
        add.clicked.connect(lambda: self._edit_department(new_department()))
        card.add_to_head(add)
        card.body.addWidget(self._departments)
        return card

    def _teams_card(self) -> Card:
        card, add = Card(texts.TEAMS, fills=True), Button(texts.ADD_TEAM, icon="plus")
        add.clicked.connect(self._add_team)
        card.add_to_head(add)
        card.body.addWidget(self._teams)
        return card

    def _department_of(self, team: Team) -> str:
        names = {each.id: each.name for each in self._view.departments}
        return texts.ACROSS if team.department_id is None else names.get(team.department_id, "")

    def _teams_of(self, department: Department) -> str:
        return texts.teams_of(sum(team.department_id == department.id for team in self._view.teams))

    def _edit_department(self, department: Department) -> None:
        heading = texts.EDIT_DEPARTMENT if department.id else texts.ADD_DEPARTMENT
        services, actor = self._desk.services, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            department.name,
            lambda name: AskText.line(self, Asked(heading, texts.NAME), name, limit=LINE),
            lambda name: services.organisation.save_department(actor, replace(department, name=name)),
            lambda _saved: self.reload(),
        )

    def _add_team(self) -> None:
        first = self._view.departments[0].id if self._view.departments else None
        self._edit_team(new_team(first))

    def _edit_team(self, team: Team) -> None:
        services, actor = self._desk.services, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            team,
            lambda start: TeamDialog.edit(self, start, self._view.departments),
            lambda changed: services.organisation.save_team(actor, changed),
            lambda _saved: self.reload(),
        )

    def _save_team(self, team: Team) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.write(self, lambda: services.organisation.save_team(actor, team), lambda _saved: self.reload())

    def _merge(self, team: Team) -> None:
        others = [each for each in self._view.teams if each.id != team.id]
        heading, text = texts.MERGE_TEAM_WITH.format(name=team.name), texts.MERGE_TEXT.format(name=team.name)
        candidates = [Candidate(each.id, each.name, self._department_of(each)) for each in others]
        organisation, actor = self._desk.services.organisation, self._desk.actor

        def ask(start: Candidate[TeamId] | None) -> Candidate[TeamId] | None:
            return Pick.one_of(self, heading, text, candidates, start.key if start else None)

        ask_until_saved(
            self._desk.tasks,
            self,
            None,
            ask,
            lambda chosen: organisation.merge_teams(actor, team.id, chosen.key),
            lambda _saved: self.reload(),
        )


class TeamDialog(FormDialog):
    """A team's name and department; without one it goes across."""

    @classmethod
    def edit(cls, parent: QWidget, team: Team, departments: tuple[Department, ...]) -> Team | None:
        """The team as changed, or None."""
        dialog = cls(parent, texts.EDIT_TEAM if team.id else texts.ADD_TEAM)
        name = dialog.form.add(TextField(texts.NAME, team.name, limit=LINE, required=True))
        options: list[tuple[object, str]] = [(each.id, each.name) for each in departments]
        options.append((None, texts.ACROSS))
        department = dialog.form.add(ChoiceField(texts.DEPARTMENT, options, team.department_id))
        if not dialog.run():
            return None
        key = department.value()
        department_id = DepartmentId(key) if isinstance(key, int) else None
        kind = TeamKind.CROSS if department_id is None else TeamKind.HOME
        return replace(team, name=name.value(), department_id=department_id, kind=kind)
