"""Hvem har adgang: the roles of today, and whom somebody opened for a stated reason."""

from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.access_grant import GrantLine
from koordinator.texts import access_grants as texts
from koordinator.texts.formats import moment_short
from koordinator.texts.overview import notice_heading
from koordinator.texts.settings import roles
from koordinator.ui.access_grant import note_when_read
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.access_grants import AccessHolder, AccessOverview

_MOST_ROWS: Final = 6


class AccessTab(PageTab):
    """Enter on a grant shows its whole reason; whoever was to be told of it can say there that it has been read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.grants: DataList[GrantLine] = DataList(
            texts.GRANTS,
            (
                Column(texts.WHO, lambda line: line.who, 190, look=Look.STRONG),
                Column(texts.CITIZEN, lambda line: line.about, 190),
                Column(texts.OPENED, lambda line: moment_short(line.grant.from_at), 170, look=Look.MUTED),
                Column(texts.REASON_SHORT, texts.reason, least=180),
                Column(texts.TOLD, texts.told_line, 190, look=Look.MUTED),
                Column(texts.STATE, texts.state, 110, badge=lambda line: Tone.SOON if line.is_open else Tone.NEUTRAL),
            ),
            lambda line: line.grant.id,
            empty=texts.NO_GRANTS,
        )
        self.holders: DataList[AccessHolder] = DataList(
            texts.HOLDERS,
            (
                Column(texts.WHO, lambda holder: holder.name, 260, look=Look.STRONG),
                Column(texts.ROLES, lambda holder: roles(holder.roles), least=200),
            ),
            lambda holder: holder.name,
            empty=texts.NO_HOLDERS,
            fits_rows=True,
        )
        self.grants.grow_to(_MOST_ROWS)
        self.grants.opened.connect(self._show)
        grants = _card(texts.GRANTS, texts.GRANTS_HINT, self.grants)
        self.setLayout(column(grants, _card(texts.HOLDERS, texts.HOLDERS_HINT, self.holders), STRETCH, gap=16))

    @override
    def reload(self) -> None:
        grants, actor = self._desk.services.access_grants, self._desk.actor
        self._desk.tasks.read(self, lambda: grants.overview(actor), self._fill)

    def _show(self, line: GrantLine) -> None:
        grant = line.grant
        heading = notice_heading(line.who, line.about, grant.kind)
        text = f"{texts.notice_text(grant.from_at, grant.reason, grant.kind)}\n\n{texts.told_sentence(line)}"
        if line.is_mine:
            note_when_read(self._desk, self, grant.id, (heading, text), self.reload)
        else:
            Question.message(self, heading, text)

    def _fill(self, overview: AccessOverview) -> None:
        self.grants.set_rows(overview.grants)
        self.holders.set_rows(overview.holders)


def _card(title: str, hint: str, rows: QWidget) -> Card:
    card = Card(title)
    card.body.addWidget(Label(hint, Role.MUTED, wraps=True))
    card.body.addWidget(rows)
    return card
