"""Sikkerhed: the ways in, and what makes the data worth the trust of the citizens."""

from typing import NamedTuple

from koordinator.domain.access import Action
from koordinator.texts import security as texts
from koordinator.ui.desk import Desk
from koordinator.ui.page_tab import TabbedPage
from koordinator.ui.pages.security.access_tab import AccessTab
from koordinator.ui.pages.security.backups_tab import BackupsTab, RestoreDoor
from koordinator.ui.pages.security.condition import Watch
from koordinator.ui.pages.security.condition_tab import ConditionTab
from koordinator.ui.pages.security.keys_tab import KeysTab
from koordinator.ui.pages.security.log_tab import LogTab
from koordinator.ui.pages.security.periods_tab import PeriodsTab
from koordinator.ui.pages.security.retention_tab import RetentionTab
from koordinator.ui.pages.security.spot_checks_tab import SpotChecksTab


class MachineSecurity(NamedTuple):
    """What belongs to the person's machine and not to the database."""

    watch: Watch
    restore: RestoreDoor


class SecurityPage(TabbedPage):
    def __init__(self, desk: Desk, machine: MachineSecurity) -> None:
        super().__init__(texts.TITLE, texts.TABS, desk.actor)
        self._add("keys", Action.EDIT_KEYS, lambda: KeysTab(desk))
        self._add("backups", Action.MAKE_BACKUP, lambda: BackupsTab(desk, machine.restore))
        self._add("log", Action.OPEN_LOG, lambda: LogTab(desk))
        self._add("spot_checks", Action.OPEN_SPOT_CHECKS, lambda: SpotChecksTab(desk))
        self._add("condition", Action.EDIT_KEYS, lambda: ConditionTab(desk, machine.watch))
        self._add("retention", Action.OPEN_RETENTION, lambda: RetentionTab(desk))
        self._add("periods", Action.EDIT_RETENTION, lambda: PeriodsTab(desk))
        self._add("access", Action.OPEN_ACCESS, lambda: AccessTab(desk))
        self._show_tabs()
