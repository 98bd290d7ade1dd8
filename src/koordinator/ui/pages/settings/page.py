"""Indstillinger: what the municipality, the organisation and the person at this machine can set."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.settings.employees_tab import EmployeesTab
from koordinator.ui.pages.settings.keys_tab import KeysTab, SaveSheet
from koordinator.ui.pages.settings.letter_tab import SHORTCUTS as LETTER_SHORTCUTS
from koordinator.ui.pages.settings.letter_tab import LetterTab
from koordinator.ui.pages.settings.letterhead_tab import LetterheadTab
from koordinator.ui.pages.settings.look_tab import LookTab
from koordinator.ui.pages.settings.model_editor import UNDO_KEYS
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.municipality_tab import MunicipalityTab
from koordinator.ui.pages.settings.organisation_tab import OrganisationTab
from koordinator.ui.pages.settings.plan_types_tab import PlanTypesTab
from koordinator.ui.pages.settings.tab import SettingsTab
from koordinator.ui.pages.settings.themes_tab import ThemesTab
from koordinator.ui.pages.settings.words_tab import WordsTab
from koordinator.ui.remembered_look import Memory
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.tabs import Tabs


class MachineSettings(NamedTuple):
    """What belongs to the person's machine and not to the database."""

    memory: Memory
    save_sheet: SaveSheet


class SettingsPage(Page):
    """`shown_id` is None or the key of the tab to show. A tab stands here when the employee may use it."""

    def __init__(self, desk: Desk, machine: MachineSettings) -> None:
        super().__init__()
        self._desk = desk
        self._frame = PageScaffold(texts.TITLE)
        self._tabs = Tabs(texts.TITLE)
        self._keys: list[str] = []
        self._add("municipality", Action.EDIT_SETTINGS, lambda: MunicipalityTab(desk))
        self._add("letterhead", Action.EDIT_SETTINGS, lambda: LetterheadTab(desk))
        self._add("organisation", Action.EDIT_ORGANISATION, lambda: OrganisationTab(desk))
        self._add("employees", Action.EDIT_ORGANISATION, lambda: self._leading(EmployeesTab(desk)))
        self._add("themes", Action.EDIT_SETTINGS, lambda: ThemesTab(desk))
        self._add("words", Action.EDIT_SETTINGS, lambda: WordsTab(desk))
        self._add("letters", Action.EDIT_LETTER_TEXTS, lambda: LetterTab(desk))
        self._add("plan_types", Action.EDIT_SETTINGS, lambda: PlanTypesTab(desk))
        self._add("model", Action.EDIT_MODEL, lambda: ModelTab(desk))
        self._add("keys", Action.EDIT_KEYS, lambda: KeysTab(desk, machine.save_sheet))
        self._add("look", Action.OPEN_SETTINGS, lambda: LookTab(machine.memory))
        self._tabs.shown.connect(self._front)
        self._frame.content.addWidget(self._tabs, 1)
        self._frame.show_content()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._left: SettingsTab | None = None

    @override
    def show_for(self, thing_id: object) -> None:
        if thing_id in self._keys:
            self._tabs.show_tab(str(thing_id))
        super().show_for(thing_id)

    @override
    def reload(self) -> None:
        tab = self._tab()
        if tab is not None:
            self._left = tab
            tab.reload()

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        of_tabs = {"model": (Shortcut(UNDO_KEYS, texts.KEY_UNDO_MODEL),), "letters": LETTER_SHORTCUTS}
        return of_tabs.get(self._tabs.current(), ())

    @override
    def leave(self) -> None:
        super().leave()
        if self._left is not None:
            self._left.leave()

    def _add(self, key: str, needs: Action, make: Callable[[], QWidget]) -> None:
        if self._desk.actor.roles & roles_for(needs):
            self._keys.append(key)
            self._tabs.add(key, texts.TABS[key], make)

    def _leading(self, tab: SettingsTab) -> SettingsTab:
        """The tab leads to another page."""
        tab.navigate.connect(self.navigate)
        return tab

    def _tab(self) -> SettingsTab | None:
        tab = self._tabs.made(self._tabs.current())
        return tab if isinstance(tab, SettingsTab) else None

    def _front(self, _key: str) -> None:
        if self._left is not None:
            self._left.leave()
        self.reload()
