"""From a file on disk to an open database: the key file, the key store, the passphrase, or the first start."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from koordinator.bootstrap.container import Keys, OpenDatabase, connect, founding_data, has_key_store
from koordinator.bootstrap.demo import open_demo
from koordinator.bootstrap.papers import save_recovery_sheet
from koordinator.bootstrap.places import usual_demo_folder
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Channel
from koordinator.domain.database_key import KeyNeeded, KeyNotInKeyring, KeyringUnavailable
from koordinator.texts.errors import sentence
from koordinator.ui.opening.first_start import FirstStart, FirstSteps, OwnSetup
from koordinator.ui.opening.recovery_sheet import RecoverySheet
from koordinator.ui.opening.unlock import UnlockDialog, Ways
from koordinator.ui.tasks import Tasks
from koordinator.usecases.setting_up import Introduction
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, FromPassphrase, FromRecoveryCode, Lock


class Opening:
    """Opens one database, with the person's help where it is needed."""

    def __init__(self, keys: Keys, tasks: Tasks) -> None:
        self._keys = keys
        self._tasks = tasks

    def open(self, path: Path, key_file: Path | None) -> OpenDatabase | None:
        """The open database, or None when the person gave up. Raises a DomainError for what asking cannot mend."""
        if key_file is not None:
            return self._keys.open_database(path, FromKeyFile(key_file))
        state = self._keys.state(path)
        if state.lock is Lock.NO_DATABASE:
            return self._first_start(path)
        if state.lock is not Lock.KEYRING:
            return self._ask(path, state.lock, "")
        try:
            return self._keys.open_database(path, FromKeyring())
        except (KeyringUnavailable, KeyNotInKeyring) as error:
            return self._ask(path, state.without_keyring, sentence(error))

    def _ask(self, path: Path, lock: Lock, remark: str) -> OpenDatabase | None:
        if lock is Lock.KEY_FILE:
            raise KeyNeeded(str(path))
        by_passphrase: Callable[[str], object] | None = None
        if lock is Lock.PASSPHRASE:
            by_passphrase = lambda text: self._keys.open_database(path, FromPassphrase(text))  # noqa: E731
        ways = Ways(by_passphrase, lambda text: self._keys.open_database(path, FromRecoveryCode(text)))
        return cast(OpenDatabase | None, UnlockDialog.run(self._tasks, ways, remark=remark))

    def _first_start(self, path: Path) -> OpenDatabase | None:
        steps = FirstSteps(
            departments=founding_data(resources_dir()).departments,
            has_keyring=has_key_store(),
            open_demo=lambda: open_demo(usual_demo_folder()),
            create=lambda setup: self._create(path, setup),
            show_sheet=self._show_sheet,
        )
        return cast(OpenDatabase | None, FirstStart.run(self._tasks, steps))

    def _create(self, path: Path, setup: OwnSetup) -> tuple[object, str]:
        created = self._keys.create_database(path, keyring=setup.passphrase is None, passphrase=setup.passphrase)
        services = connect(created.opened, Channel.WINDOW)
        services.founding.ensure()
        services.setting_up.introduce(services.who_acts.owner(), _introduction(setup))
        return created.opened, created.recovery_code

    def _show_sheet(self, parent: QWidget, code: str) -> bool:
        return RecoverySheet.show_code(parent, self._tasks, code, save_recovery_sheet)


def _introduction(setup: OwnSetup) -> Introduction:
    return Introduction(
        municipality=setup.municipality,
        main_phone=setup.main_phone,
        name=setup.name,
        title=setup.title,
        phone=setup.phone,
        email=setup.email,
        department=setup.department,
        team=setup.team,
        has_authority=setup.has_authority,
    )
