"""Det fælles team: what each carries on trin 3 today. Numbers only; a line opens into its rows as the others do."""

from PySide6.QtCore import Signal

from koordinator.domain.supervision import CountName, Group, GroupBy, GroupKind, SupervisionReport
from koordinator.domain.team_load import MemberLoad, TeamLoad
from koordinator.texts import supervision_page as texts
from koordinator.texts.formats import number
from koordinator.ui.pages.supervision.view_state import Opening, today_of
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look


class TeamCard(Card):
    """`opened` with what is to be opened. Hidden where nobody works on trin 3."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(texts.TEAM)
        self._report: SupervisionReport | None = None
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self.list: DataList[MemberLoad] = DataList(
            texts.TEAM, _columns(), lambda member: member.employee_id, fits_rows=True
        )
        self.list.opened.connect(self._open)
        self.body.addWidget(self._said)
        self.body.addWidget(self.list)
        self.hide()

    def show_team(self, report: SupervisionReport, team: TeamLoad) -> None:
        """Shows who works on trin 3; `report` says when it was counted."""
        self._report = report
        self._said.setText(texts.team_counted(team.as_of))
        self.list.set_rows(team.members)
        self.setVisible(bool(team.members))

    def _open(self, member: MemberLoad) -> None:
        if self._report is not None and member.courses:
            group = Group(GroupKind.EMPLOYEE, member.employee_id)
            days = today_of(self._report)
            self.opened.emit(Opening(CountName.STEP3_AT_END, group, member.name, days, GroupBy.EMPLOYEE))


def _columns() -> tuple[Column[MemberLoad], ...]:
    return (
        Column(texts.MEMBER, lambda member: member.name, 0, Look.STRONG, lambda member: ", ".join(member.home_teams)),
        Column(texts.SHARE_OF_TIME, lambda member: texts.share_of_time(member.share_percent), 170, Look.MUTED),
        Column(texts.FAMILIES, lambda member: number(len(member.families)), 100, is_number=True),
        Column(texts.CITIZENS, lambda member: number(len(member.citizens)), 100, is_number=True),
        Column(texts.OPEN_TAKEOVERS, lambda member: number(len(member.takeovers)), 190, is_number=True),
    )
