"""Sikkerhedskopier: those there are, a new one, one elsewhere, one on trial, and back to one of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog

from koordinator.domain.access import Action, may
from koordinator.domain.backup import BackupLocked, BackupOfAnother, BackupState
from koordinator.domain.backup_health import Elsewhere
from koordinator.domain.database_key import NoSuchSlot
from koordinator.domain.recovery_code import RecoveryCodeMistyped
from koordinator.domain.setting import SettingKey
from koordinator.domain.wrong_tries import TooManyTries
from koordinator.texts import backups as texts
from koordinator.ui.desk import Desk
from koordinator.ui.opening.restore import RestoredDialog, SecretDialog, ask_file
from koordinator.ui.override import override
from koordinator.ui.page_tab import FillingTab
from koordinator.ui.pages.security.backup_parts import PeriodsDialog, columns
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, row
from koordinator.ui.widgets.said import Said
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.backups import BackupOverview, Kept, Made
from koordinator.usecases.ports_backups import TrialNote
from koordinator.usecases.restoring import Restored

Result = TypeVar("Result")
_LEAST: Final = QSize(820, 460)
_ANOTHER_SECRET: Final = (BackupOfAnother, BackupLocked, NoSuchSlot, RecoveryCodeMistyped, TooManyTries)


class RestoreDoor(NamedTuple):
    """How a backup is restored beside the open database, and how it comes into its place."""

    prepare: Callable[[Path, str | None], Restored[Any]]
    """On a worker. With None as the secret the database's own keys open it."""
    put_in_place: Callable[[Restored[Any]], None]
    """Closes the window; the rest follows when the database is closed."""


class BackupsTab(FillingTab):
    def __init__(self, desk: Desk, door: RestoreDoor) -> None:
        super().__init__(_LEAST)
        self._desk, self._door = desk, door
        self._overview: BackupOverview | None = None
        self._is_busy = False
        self.warning = Panel("", Tone.SOON)
        self.list: DataList[Kept] = DataList(texts.LIST, columns(), lambda kept: kept.best.file, empty=texts.EMPTY)
        self.make = Button(texts.MAKE, Kind.PRIMARY, icon="shield")
        self.restore, self.restore_file = Button(texts.RESTORE, icon="history"), Button(texts.RESTORE_FILE)
        self.try_out = Button(texts.TRY_OUT, icon="check")
        self.choose, self.leave_folder = Button(icon="folder-open"), Button(texts.NO_FOLDER)
        self.periods = Button(texts.PERIODS)
        self.said = Said()
        self._home, self._folder = Label("", Role.MUTED, wraps=True), Label("", wraps=True)
        self._why_elsewhere = Label(texts.ELSEWHERE_TEXT, Role.MUTED, wraps=True)
        self._trial = Label("", wraps=True)
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        self._desk.tasks.compute(self, self._desk.services.backups.overview, self._show, self._fail)

    def _lay_out(self) -> None:
        card = Card(fills=True)
        deeds = Flow(gap=8)
        for deed in (self.make, self.restore, self.try_out, self.restore_file):
            deeds.addWidget(deed)
        card.body.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        card.body.addWidget(self.warning)
        card.body.addWidget(self.list, 1)
        card.body.addLayout(deeds)
        card.body.addWidget(self.said)
        self.warning.hide()
        beside = ScrollColumn(gap=16)
        for each in (self._places_card(), self._trial_card(), self._keys_card()):
            beside.content.addWidget(each)
        beside.content.addStretch(1)
        both = row(card, beside, gap=16)
        both.setStretch(0, 2)
        both.setStretch(1, 1)
        self.setLayout(both)
        may_restore, may_set = (may(self._desk.actor, each) for each in (Action.RESTORE_BACKUP, Action.EDIT_SETTINGS))
        for button, is_allowed in (
            (self.restore, may_restore),
            (self.restore_file, may_restore),
            (self.try_out, may(self._desk.actor, Action.TRY_BACKUP)),
            (self.choose, may_set),
            (self.periods, may_set),
        ):
            button.setVisible(is_allowed)
        self.leave_folder.hide()
        self._follow()

    def _places_card(self) -> Card:
        card = Card(texts.PLACES)
        card.body.addWidget(self._home)
        card.body.addWidget(self._folder)
        card.body.addWidget(self._why_elsewhere)
        deeds = Flow(gap=8)
        for deed in (self.choose, self.leave_folder):
            deeds.addWidget(deed)
        card.body.addLayout(deeds)
        return card

    def _trial_card(self) -> Card:
        card = Card(texts.TRIAL)
        card.body.addWidget(Label(texts.TRIAL_TEXT, Role.MUTED, wraps=True))
        card.body.addWidget(self._trial)
        return card

    def _keys_card(self) -> Card:
        card = Card(texts.KEYS)
        card.body.addWidget(Label(texts.KEYS_TEXT, Role.MUTED, wraps=True))
        card.body.addLayout(row(self.periods, STRETCH))
        return card

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._restore_chosen)
        self.restore_file.clicked.connect(self._restore_file)
        self.try_out.clicked.connect(self._try_out)
        self.choose.clicked.connect(self._choose_folder)
        self.leave_folder.clicked.connect(lambda: self._change({SettingKey.BACKUP_FOLDER: ""}))
        self.periods.clicked.connect(self._edit_periods)
        self.list.opened.connect(lambda _kept: self._restore_chosen())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())

    def _show(self, overview: BackupOverview) -> None:
        self._overview = overview
        self.list.set_rows(overview.kept)
        if overview.kept and self.list.current_row() is None:
            self.list.choose(overview.kept[0].best.file)
        is_fine = overview.elsewhere is Elsewhere.FINE
        self.warning.set_text(texts.elsewhere(overview.elsewhere), Tone.SOON)
        self.warning.setVisible(not is_fine and not overview.is_invented)
        self._home.setText(texts.HOME.format(folder=overview.home))
        chosen = overview.folder is not None
        self._folder.setText(texts.FOLDER.format(folder=overview.folder) if chosen else "")
        self._folder.setVisible(chosen)
        self._why_elsewhere.setVisible(not chosen)
        self.choose.setText(texts.OTHER_FOLDER if chosen else texts.CHOOSE_FOLDER)
        self.choose.set_icon("folder-open")
        self.leave_folder.setVisible(chosen and self.choose.isVisibleTo(self))
        self._show_trial(overview.trial)
        self._follow()

    def _show_trial(self, trial: TrialNote | None) -> None:
        is_bad = trial is not None and trial.state is not BackupState.GOOD
        self._trial.set_role(Role.WARNING if is_bad else Role.BODY)
        self._trial.setText(texts.NO_TRIAL if trial is None else texts.trial(trial.at, trial.state))

    def _follow(self) -> None:
        """What can be done with the one that is chosen; nothing while something is being done."""
        kept = self.list.current_row()
        state = kept.best.state if kept is not None and not self._is_busy else None
        self.try_out.setEnabled(state is BackupState.GOOD)
        self.restore.setEnabled(state in (BackupState.GOOD, BackupState.OTHER))

    def _make(self) -> None:
        backups, actor = self._desk.services.backups, self._desk.actor

        def made(backup: Made) -> None:
            why = "" if backup.not_elsewhere is None else self._desk.tasks.explain(backup.not_elsewhere)
            self._done(texts.made(backup.file, why), Role.WARNING if why else Role.BODY)

        self._work(texts.MAKING, lambda: backups.make(actor), made)

    def _try_out(self) -> None:
        kept = self.list.current_row()
        if kept is not None:
            backups, actor, file = self._desk.services.backups, self._desk.actor, kept.best.file
            self._work(
                texts.TRYING,
                lambda: backups.try_out(actor, file),
                lambda note: self._done(
                    texts.trial(note.at, note.state), Role.BODY if note.state is BackupState.GOOD else Role.WARNING
                ),
            )

    def _restore_chosen(self) -> None:
        kept = self.list.current_row()
        if kept is not None and self.restore.isEnabled() and self.restore.isVisibleTo(self):
            self._restore(kept.best.file)

    def _restore_file(self) -> None:
        file = ask_file(self, self._overview.folder or self._overview.home) if self._overview is not None else None
        if file is not None:
            self._restore(file)

    def _restore(self, file: Path, secret: str | None = None) -> None:
        """Until it is open or the person gives up; then shows what is in it."""

        def failed(error: Exception) -> None:
            if not isinstance(error, _ANOTHER_SECRET):
                self._fail(error)
                return
            self._rest()
            fault = "" if secret is None else self._desk.tasks.explain(error)
            another = SecretDialog.ask(self, fault)
            if another is not None:
                self._restore(file, another)

        self._work(texts.RESTORING, lambda: self._door.prepare(file, secret), self._show_restored, failed)

    def _show_restored(self, restored: Restored[Any]) -> None:
        self._rest()
        if RestoredDialog.accepts_backup(self, restored):
            self._door.put_in_place(restored)
        else:
            self._desk.tasks.compute(self, restored.prepared.drop, lambda _nothing: None)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER)
        if folder:
            self._change({SettingKey.BACKUP_FOLDER: folder})

    def _edit_periods(self) -> None:
        if self._overview is not None:
            values = PeriodsDialog.ask(self, self._overview.values)
            if values is not None:
                self._change(values)

    def _change(self, values: dict[SettingKey, str]) -> None:
        settings, actor = self._desk.services.settings, self._desk.actor
        self._desk.tasks.write(self, lambda: settings.change(actor, values), lambda _all: self.reload(), self._fail)

    def _work(
        self,
        doing: str,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Takes a second or more: what would be in its way rests meanwhile."""
        self._rest(doing)
        self._desk.tasks.compute(self, work, then, failed or self._fail)

    def _rest(self, doing: str = "") -> None:
        """Until what is done is over, and `doing` says nothing."""
        self._is_busy = bool(doing)
        for button in (self.make, self.restore_file):
            button.rest() if doing else button.wake()
        self.said.say(doing, Role.MUTED)
        self._follow()

    def _done(self, sentence: str, role: Role) -> None:
        self._rest()
        self.said.say(sentence, role)
        self.reload()

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.said.say(self._desk.tasks.explain(error), Role.WARNING)
