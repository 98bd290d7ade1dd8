"""Ordbog: the municipality's own words, added and removed."""

from PySide6.QtWidgets import QWidget

from koordinator.domain.danish_day import danish_day
from koordinator.domain.spelling import LONGEST_WORD, OwnWord
from koordinator.texts import spelling as texts
from koordinator.texts.formats import date_short
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look


class WordsTab(PageTab):
    """Enter on a word removes it, as its button does: it can be added again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list: DataList[OwnWord] = DataList(
            texts.OWN_WORDS,
            (
                Column(texts.WORD, lambda own: own.word, look=Look.STRONG),
                Column(texts.ADDED, lambda own: date_short(danish_day(own.added_at)), 170, look=Look.MUTED),
                Column("", lambda _own: texts.REMOVE, 110, is_action=True),
            ),
            lambda own: own.id,
            empty=texts.NO_WORDS,
        )
        self.list.acted.connect(lambda own, _at: self._remove(own))
        self.list.opened.connect(self._remove)
        card, add = Card(texts.OWN_WORDS, fills=True), Button(texts.ADD_WORD, icon="plus")
        add.clicked.connect(self._add)
        card.add_to_head(add)
        card.body.addWidget(Label(texts.OWN_WORDS_HINT, Role.MUTED, wraps=True))
        card.body.addWidget(self.list, 1)
        inside = column(gap=16)
        inside.addWidget(card, 1)
        self.setLayout(inside)

    @override
    def reload(self) -> None:
        self._desk.tasks.read(self, self._desk.services.spelling.own_words, self.list.set_rows)

    def _add(self) -> None:
        spelling, actor = self._desk.services.spelling, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            "",
            lambda start: WordDialog.ask(self, start),
            lambda word: spelling.add(actor, word),
            self.list.set_rows,
        )

    def _remove(self, own: OwnWord) -> None:
        spelling, actor = self._desk.services.spelling, self._desk.actor
        self._desk.tasks.write(self, lambda: spelling.remove(actor, own.id), self.list.set_rows)


class WordDialog(FormDialog):
    """One word."""

    @classmethod
    def ask(cls, parent: QWidget, start: str) -> str | None:
        """The word as it was written, or None."""
        dialog = cls(parent, texts.ADD_WORD)
        word = dialog.form.add(TextField(texts.WORD, start, limit=LONGEST_WORD, required=True))
        return word.value() if dialog.run() else None
