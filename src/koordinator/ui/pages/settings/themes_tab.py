"""Emner: added, named, ordered, taken out of use and into it again. None is ever deleted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import SHORT
from koordinator.domain.theme import Theme
from koordinator.texts import themes as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import CheckField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.themes import new_theme

_RETIRES = 4
"""The number of the column whose button takes a theme out of use, or into it."""


class ThemesTab(PageTab):
    """Enter changes a theme, Alt+Up and Alt+Down move it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list: DataList[Theme] = DataList(
            texts.THEMES,
            (
                Column(texts.NAME, lambda theme: theme.name, look=Look.STRONG),
                Column(texts.KIND, lambda theme: texts.GENERAL if theme.is_general else texts.CAN_BE_EXCEPTED, 220),
                Column(texts.IN_USE, lambda theme: texts.retired(theme.retired_on), 170, look=Look.MUTED),
                Column("", lambda _theme: texts.EDIT_ACTION, 84, is_action=True),
                Column("", lambda theme: texts.TAKE_UP if theme.retired_on else texts.RETIRE, 160, is_action=True),
            ),
            lambda theme: theme.id,
            empty=texts.NO_THEMES,
        )
        self.list.acted.connect(self._act)
        self.list.opened.connect(self._edit)
        for keys, way in (("Alt+Up", -1), ("Alt+Down", 1)):
            self._on_keys(keys, way)
        card, add = Card(texts.THEMES, fills=True), Button(texts.ADD, icon="plus")
        add.clicked.connect(lambda: self._edit(new_theme()))
        card.add_to_head(add)
        card.body.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        card.body.addWidget(self.list, 1)
        card.body.addWidget(Label(texts.KEYS, Role.SMALL_MUTED, wraps=True))
        inside = column(gap=16)
        inside.addWidget(card, 1)
        self.setLayout(inside)

    @override
    def reload(self) -> None:
        themes, actor = self._desk.services.themes, self._desk.actor
        self._desk.tasks.read(self, lambda: themes.all(actor), self.list.set_rows)

    def _on_keys(self, keys: str, way: int) -> None:
        QShortcut(QKeySequence(keys), self.list, lambda: self._move(way), context=Qt.ShortcutContext.WidgetShortcut)

    def _act(self, theme: Theme, at: int) -> None:
        if at != _RETIRES:
            self._edit(theme)
            return
        themes, actor = self._desk.services.themes, self._desk.actor
        change = themes.take_up if theme.retired_on else themes.retire
        self._desk.tasks.write(self, lambda: change(actor, theme.id), self.list.set_rows)

    def _move(self, way: int) -> None:
        theme, themes, actor = self.list.current_row(), self._desk.services.themes, self._desk.actor
        if theme is not None and 1 <= theme.position + way <= len(self.list.rows()):
            to = theme.position + way
            self._desk.tasks.write(self, lambda: themes.move(actor, theme.id, to), self.list.set_rows)

    def _edit(self, theme: Theme) -> None:
        themes, actor = self._desk.services.themes, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            theme,
            lambda start: ThemeDialog.ask(self, start),
            lambda filled: themes.save(actor, filled),
            self.list.set_rows,
        )


class ThemeDialog(FormDialog):
    """A theme's name, and whether it is for everybody."""

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme) -> Theme | None:
        """The theme as it was filled in, or None."""
        dialog = cls(parent, texts.EDIT if theme.id else texts.ADD)
        name = dialog.form.add(TextField(texts.NAME, theme.name, limit=SHORT, required=True))
        general = dialog.form.add(CheckField(texts.IS_GENERAL, theme.is_general, hint=texts.IS_GENERAL_HINT))
        return replace(theme, name=name.value(), is_general=general.value()) if dialog.run() else None
