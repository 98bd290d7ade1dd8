"""Backups: made by themselves and on request, thinned, tried, and looked over.

Every backup lies in the folder beside the database and, where one is chosen, in a folder elsewhere. What fails
elsewhere (a USB stick that is at home) never stops the one here; it shows in the overview.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.audit_check import HeadSource, KnownHead
from koordinator.domain.backup import BackupManifest, BackupNameTaken, BackupReason, BackupState, state_of
from koordinator.domain.backup_health import TRIAL_EVERY, Elsewhere, ElsewhereFacts, elsewhere, is_due
from koordinator.domain.backup_names import backup_name
from koordinator.domain.backup_thinning import KeepPeriods, Thinnable, superfluous
from koordinator.domain.codes import Role
from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.ids import EmployeeId
from koordinator.domain.output_file import free_name
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.usecases.ports import Clock, Office
from koordinator.usecases.ports_backups import BackupShelf, FoundBackup, TrialNote
from koordinator.usecases.settings import current_values

Values = dict[SettingKey, str]

_PROGRAM: Final = Actor(EmployeeId(0), frozenset(Role), Channel.SYSTEM)
_TRIES: Final = 5
"""Another window may take the same name at the same moment."""


class Made(NamedTuple):
    """A backup that was just made. `not_elsewhere` is why it did not come to the folder elsewhere, if it did not."""

    file: Path
    manifest: BackupManifest
    not_elsewhere: DomainError | None = None


class Kept(NamedTuple):
    """One backup, wherever it lies: here, elsewhere or both."""

    here: FoundBackup | None
    elsewhere: FoundBackup | None

    @property
    def best(self) -> FoundBackup:
        """The file to restore from."""
        found = [each for each in (self.here, self.elsewhere) if each is not None]
        return next((each for each in found if each.state is BackupState.GOOD), found[0])


class BackupOverview(NamedTuple):
    """Every backup there is, the newest first, and how it stands with them."""

    kept: tuple[Kept, ...]
    home: Path
    folder: Path | None
    """The folder elsewhere, if one was chosen."""
    elsewhere: Elsewhere
    trial: TrialNote | None
    values: Values
    is_invented: bool
    """The people are: nobody is warned."""
    now: datetime


class Backups:
    """None of the methods is for the thread of the window."""

    def __init__(self, office: Office, shelf: BackupShelf, clock: Clock) -> None:
        self._office, self._shelf, self._clock = office, shelf, clock
        self._looked_at: datetime | None = None

    def make(self, actor: Actor, reason: BackupReason = BackupReason.ASKED) -> Made:
        """A backup now, here and elsewhere, and away with those that need not be kept any longer.

        Raises a fault of the database or its disk, when there is none here.
        """
        values = self._values()
        made = self._into(self._shelf.home, actor, reason)
        not_elsewhere = self._copied(made.file, values)
        self._thin(values)
        return made._replace(not_elsewhere=not_elsewhere)

    def make_at(self, actor: Actor, target: Path) -> Made:
        """A backup at the place, or in it where it is a folder. Raises BackupNameTaken and what `make` raises."""
        if target.is_dir():
            return self._into(target, actor, BackupReason.ASKED)
        now = self._clock.now()
        return self._noted(actor, Made(target, self._shelf.make(BackupReason.ASKED, now, target)))

    def before(self, reason: BackupReason) -> Made:
        """A backup by the program itself, before something that somebody may want to take back."""
        if reason is BackupReason.REKEY:
            self._shelf.note_key(self._clock.now())
        return self.make(_PROGRAM, reason)

    def keep_up(self) -> Made | None:
        """To be called often: makes a backup when the time has come and something has changed since the last one."""
        now, values = self._clock.now(), self._values()
        every = timedelta(minutes=int(values[SettingKey.BACKUP_EVERY_MINUTES]))
        if not is_due(self._looked_at, every, now):
            return None
        newest = self._newest()
        if newest is not None and newest.manifest is not None and not is_due(newest.manifest.made_at, every, now):
            return None
        self._looked_at = now
        return self._made_if_changed(BackupReason.TIMER, newest, values)

    def at_close(self) -> Made | None:
        """The last one of the day, when something has changed since the one before."""
        return self._made_if_changed(BackupReason.CLOSE, self._newest(), self._values())

    def overview(self) -> BackupOverview:
        """What there is. It concerns no citizen, so the look is not logged."""
        values, now = self._values(), self._clock.now()
        here, there = self._shelf.found(self._shelf.home), self._found_elsewhere(values)
        return BackupOverview(
            kept=_side_by_side(here, there or ()),
            home=self._shelf.home,
            folder=_folder(values),
            elsewhere=elsewhere(self._elsewhere_facts(values, there), now),
            trial=self._shelf.last_trial(),
            values=values,
            is_invented=bool(values[SettingKey.IS_DEMO]),
            now=now,
        )

    def try_newest(self) -> TrialNote | None:
        """The monthly trial by the program itself: None when it is not due, or there is nothing to try.

        Tries the newest elsewhere where there is one: that one is needed when the disk is gone.
        """
        last = self._shelf.last_trial()
        if not is_due(last.at if last is not None else None, TRIAL_EVERY, self._clock.now()):
            return None
        found = _good(self._found_elsewhere(self._values()) or ()) or _good(self._shelf.found(self._shelf.home))
        return self.try_out(_PROGRAM, found[-1].file) if found else None

    def try_out(self, actor: Actor, file: Path) -> TrialNote:
        """Restores the backup on trial; the result stands in the log. Raises a fault that is not the backup's."""
        state = BackupState.GOOD
        try:
            self._shelf.try_out(file)
        except DomainError as fault:
            state = state_of(fault)
        with self._office.act(actor, Action.TRY_BACKUP) as tx:
            tx.about("database", 0, codes=f"result={state}")
            return TrialNote(tx.now, state)

    def known_heads(self) -> tuple[KnownHead, ...]:
        """How far the log had come at each backup; a folder that cannot be reached knows none."""
        found: tuple[FoundBackup, ...] = ()
        for look in (lambda: self._shelf.found(self._shelf.home), lambda: self._found_elsewhere(self._values()) or ()):
            found += _or_nothing(look)
        heads = {each.manifest.log: each for each in _good(found) if each.manifest is not None}
        return tuple(
            KnownHead(head, HeadSource.BACKUP, each.manifest.made_at, each.file.name)
            for head, each in heads.items()
            if each.manifest is not None
        )

    def _made_if_changed(self, reason: BackupReason, newest: FoundBackup | None, values: Values) -> Made | None:
        if values[SettingKey.IS_DEMO] == PRACTICE_DATA:
            return None
        if newest is None or newest.manifest is None or self._shelf.changed_since(newest.manifest.log):
            return self.make(_PROGRAM, reason)
        self._catch_up(newest, values)
        return None

    def _catch_up(self, newest: FoundBackup, values: Values) -> None:
        """The USB stick is back: it gets the newest one, though nothing has changed since."""
        there = _or_nothing(lambda: self._found_elsewhere(values) or ())
        if newest.manifest not in [each.manifest for each in _good(there)]:
            self._copied(newest.file, values)

    def _into(self, folder: Path, actor: Actor, reason: BackupReason) -> Made:
        now = self._clock.now()
        for tries_left in reversed(range(_TRIES)):
            target = folder / free_name(backup_name(now), self._shelf.names(folder))
            try:
                return self._noted(actor, Made(target, self._shelf.make(reason, now, target)))
            except BackupNameTaken:
                if not tries_left:
                    raise
        raise RuntimeError("the last try gives a backup or its fault")

    def _noted(self, actor: Actor, made: Made) -> Made:
        with self._office.act(actor, Action.MAKE_BACKUP) as tx:
            tx.about("database", 0, codes=f"reason={made.manifest.reason}")
        return made

    def _copied(self, file: Path, values: Values) -> DomainError | None:
        folder = _folder(values)
        if folder is None:
            return None
        try:
            self._shelf.copy(file, folder / free_name(file.name, self._shelf.names(folder)))
        except DomainError as fault:
            return fault
        return None

    def _thin(self, values: Values) -> None:
        for look in (lambda: self._shelf.found(self._shelf.home), lambda: self._found_elsewhere(values) or ()):
            ours = {each.file.name: each for each in _or_nothing(look) if each.manifest is not None}
            facts = [
                Thinnable(name, each.manifest.made_at, each.manifest.reason, each.state is BackupState.GOOD)
                for name, each in ours.items()
                if each.manifest is not None and each.state in (BackupState.GOOD, BackupState.DAMAGED)
            ]
            for gone in superfluous(facts, self._clock.now(), _periods(values)):
                self._shelf.remove(ours[gone.name].file)

    def _newest(self) -> FoundBackup | None:
        good = _good(self._shelf.found(self._shelf.home))
        return good[-1] if good else None

    def _found_elsewhere(self, values: Values) -> tuple[FoundBackup, ...] | None:
        """None where no folder was chosen, or it cannot be reached."""
        folder = _folder(values)
        if folder is None or not folder.is_dir():
            return None
        try:
            return self._shelf.found(folder)
        except EnvironmentFault:
            return None

    def _elsewhere_facts(self, values: Values, found: tuple[FoundBackup, ...] | None) -> ElsewhereFacts | None:
        folder = _folder(values)
        if folder is None:
            return None
        if found is None:
            return ElsewhereFacts(is_reached=False, is_same_disk=False, newest_good_at=None)
        good = _good(found)
        newest = good[-1].manifest if good else None
        return ElsewhereFacts(
            is_reached=True,
            is_same_disk=self._shelf.is_same_disk(folder),
            newest_good_at=newest.made_at if newest is not None else None,
        )

    def _values(self) -> Values:
        with self._office.glance() as tx:
            return current_values(tx)


def _folder(values: Values) -> Path | None:
    return Path(values[SettingKey.BACKUP_FOLDER]) if values[SettingKey.BACKUP_FOLDER] else None


def _periods(values: Values) -> KeepPeriods:
    return KeepPeriods(
        hours=int(values[SettingKey.BACKUP_KEEP_HOURS]),
        days=int(values[SettingKey.BACKUP_KEEP_DAYS]),
        weeks=int(values[SettingKey.BACKUP_KEEP_WEEKS]),
        months=int(values[SettingKey.BACKUP_KEEP_MONTHS]),
        protected_days=int(values[SettingKey.BACKUP_PROTECT_DAYS]),
    )


def _good(found: tuple[FoundBackup, ...]) -> list[FoundBackup]:
    """The good ones, the newest last."""
    return sorted(
        (each for each in found if each.state is BackupState.GOOD), key=lambda each: (_made_at(each), each.file.name)
    )


def _made_at(found: FoundBackup) -> datetime:
    if found.manifest is None:
        raise ValueError("what is good has a manifest")
    return found.manifest.made_at


def _or_nothing(look: Callable[[], tuple[FoundBackup, ...]]) -> tuple[FoundBackup, ...]:
    try:
        return look()
    except EnvironmentFault:
        return ()


def _side_by_side(here: tuple[FoundBackup, ...], there: tuple[FoundBackup, ...]) -> tuple[Kept, ...]:
    """Each backup once, the newest first; those that say nothing of themselves last."""
    rows: dict[object, Kept] = {}
    for each in here:
        rows[each.manifest or each.file] = Kept(each, None)
    for each in there:
        known = rows.get(each.manifest) if each.manifest is not None else None
        rows[each.manifest or each.file] = Kept(known.here if known is not None else None, each)
    told = [row for row in rows.values() if row.best.manifest is not None]
    return (
        *sorted(told, key=lambda row: _made_at(row.best), reverse=True),
        *(row for row in rows.values() if row.best.manifest is None),
    )
