"""What an import made and nobody has looked at yet: confirmed, or merged with the one that is meant."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from koordinator.texts import settings as texts
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

Thing = TypeVar("Thing")
_CONFIRM = 1


class UnconfirmedCard(Card, Generic[Thing]):
    """Hidden when there is nothing to look at. `confirmed` and `merging` with the thing that was pressed."""

    confirmed = Signal(object)
    merging = Signal(object)

    def __init__(
        self,
        title: str,
        hint: str,
        name: Callable[[Thing], str],
        detail: Callable[[Thing], str],
        key: Callable[[Thing], int],
    ) -> None:
        super().__init__(title)
        self._list: DataList[Thing] = DataList(
            title,
            (
                Column(texts.NAME, name, look=Look.STRONG, detail=detail),
                Column("", lambda _thing: texts.CONFIRM, 120, is_action=True),
                Column("", lambda _thing: texts.MERGE, 140, is_action=True),
            ),
            key,
            fits_rows=True,
            has_head=False,
        )
        self._list.acted.connect(self._act)
        self.body.addWidget(Label(hint, Role.MUTED, wraps=True))
        self.body.addWidget(self._list)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Shows what nobody has confirmed."""
        self._list.set_rows(things)
        self.setVisible(bool(things))

    def _act(self, thing: Thing, column: int) -> None:
        (self.confirmed if column == _CONFIRM else self.merging).emit(thing)
