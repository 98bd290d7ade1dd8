"""What is missing before people leave, each with the way to put it right."""

from functools import partial

from PySide6.QtCore import Signal

from koordinator.domain.closing_check import Missing
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.focus import place_kept
from koordinator.ui.widgets.buttons import IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column, row


class MissingCard(Card):
    """`asked` with the one that is to be put right."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(texts.MISSING)
        self._shown: tuple[Missing, ...] | None = None
        self._list = column(gap=4)
        self.body.addLayout(self._list)

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Shows what is missing, or that nothing is."""
        if missing != self._shown:
            self._shown = missing
            self.set_title(words.missing_count(len(missing)))
            with place_kept(self):
                self._build(missing)

    def _build(self, missing: tuple[Missing, ...]) -> None:
        clear(self._list)
        for point in missing:
            said = words.missing(point)
            go = IconButton("arrow-right", texts.spoken_button(texts.PUT_RIGHT, said))
            go.clicked.connect(partial(self.asked.emit, point))
            line = row(gap=4)
            line.addWidget(Label(f"○  {said}", wraps=True), 1)
            line.addWidget(go)
            self._list.addLayout(line)
        if not missing:
            self._list.addWidget(Label(texts.ALL_THERE, Role.MUTED, wraps=True))
