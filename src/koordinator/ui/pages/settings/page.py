"""Indstillinger: what the municipality, the organisation and the person at this machine can set."""

from koordinator.domain.access import Action
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.page_tab import TabbedPage
from koordinator.ui.pages.settings.employees_tab import EmployeesTab
from koordinator.ui.pages.settings.letter_tab import LetterTab
from koordinator.ui.pages.settings.letterhead_tab import LetterheadTab
from koordinator.ui.pages.settings.look_tab import LookTab
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.municipality_tab import MunicipalityTab
from koordinator.ui.pages.settings.organisation_tab import OrganisationTab
from koordinator.ui.pages.settings.plan_types_tab import PlanTypesTab
from koordinator.ui.pages.settings.themes_tab import ThemesTab
from koordinator.ui.pages.settings.words_tab import WordsTab
from koordinator.ui.remembered_look import Memory


class SettingsPage(TabbedPage):
    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__(texts.TITLE, texts.TABS, desk.actor)
        self._add("municipality", Action.EDIT_SETTINGS, lambda: MunicipalityTab(desk))
        self._add("letterhead", Action.EDIT_SETTINGS, lambda: LetterheadTab(desk))
        self._add("organisation", Action.EDIT_ORGANISATION, lambda: OrganisationTab(desk))
        self._add("employees", Action.EDIT_ORGANISATION, lambda: EmployeesTab(desk))
        self._add("themes", Action.EDIT_SETTINGS, lambda: ThemesTab(desk))
        self._add("words", Action.EDIT_SETTINGS, lambda: WordsTab(desk))
        self._add("letters", Action.EDIT_LETTER_TEXTS, lambda: LetterTab(desk))
        self._add("plan_types", Action.EDIT_SETTINGS, lambda: PlanTypesTab(desk))
        self._add("model", Action.EDIT_MODEL, lambda: ModelTab(desk))
        self._add("look", Action.OPEN_SETTINGS, lambda: LookTab(memory))
        self._show_tabs()
