"""One group of what falls due, in a card."""

from collections.abc import Callable

from koordinator.texts import follow_up_page as texts
from koordinator.ui.due.due_list import DueList
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.pages.follow_up.view_state import GroupView
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.table_model import Column, Look


class GroupCard(Card):
    """A group with its heading; hidden while there is nothing in it."""

    def __init__(self, title: str, act: Callable[[DueRow, Act], None]) -> None:
        super().__init__(title, margin=14)
        self.list = DueList(title, _columns())
        self.body.addWidget(self.list)
        self.list.acted.connect(lambda line, _column: act(line, Act.DONE if line.can(Act.DONE) else Act.OPEN))
        self.list.doubleClicked.connect(lambda _index: self.list.keyed.emit(Act.OPEN))
        self.hide()

    def show_group(self, group: GroupView | None) -> None:
        """Shows the group, or nothing."""
        if group is not None:
            self.set_title(group.title)
            self.list.setAccessibleName(group.title)
        self.list.set_rows(group.rows if group is not None else ())
        self.setVisible(group is not None)


def _columns() -> tuple[Column[DueRow], ...]:
    return (
        Column(texts.BY_WHEN, lambda line: line.when, 180, badge=lambda line: line.tone, least=156),
        Column(texts.WHAT, lambda line: line.what, 0, Look.STRONG, detail=lambda line: line.detail, least=300),
        Column(texts.WHO, lambda line: line.who, 210, detail=lambda line: line.department),
        Column("", lambda line: line.button, 140, is_action=True),
    )
