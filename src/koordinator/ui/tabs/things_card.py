"""A card with a short list of registered things: add one, open one to correct it."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

Thing = TypeVar("Thing")


class ThingsCard(Card, Generic[Thing]):
    """`open_thing` is called with the row that was chosen, `add` by the button; without `add` there is no button."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Thing]],
        key_of: Callable[[Thing], Hashable],
        open_thing: Callable[[Thing], None],
        *,
        add: tuple[str, Callable[[], None]] | None = None,
        empty: str = "",
    ) -> None:
        super().__init__(title)
        self._empty = Label(empty, Role.MUTED, wraps=True)
        self.list: DataList[Thing] = DataList(title, columns, key_of, fits_rows=True)
        self.list.opened.connect(open_thing)
        if add is not None:
            button = Button(add[0], icon="plus")
            button.clicked.connect(add[1])
            self.add_to_head(button)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Shows the things, or what to do when there are none."""
        self.list.set_rows(things)
        self.list.setVisible(bool(things))
        self._empty.setVisible(not things)

    def set_empty(self, sentence: str) -> None:
        """What to do when there are none."""
        self._empty.setText(sentence)
