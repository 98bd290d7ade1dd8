"""Opening a database with the person's help: the passphrase, the recovery code, or the first start."""

from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from koordinator.bootstrap import heavy
from koordinator.bootstrap.container import connect, founding_data
from koordinator.bootstrap.demo import open_demo, open_practice
from koordinator.bootstrap.early import Asking
from koordinator.bootstrap.keys import Keys, OpenDatabase, close, has_key_store, make_keys
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.papers import save_recovery_sheet
from koordinator.bootstrap.places import usual_demo_folder, usual_practice_folder
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Channel
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.database_key import KeyNotInKeyring
from koordinator.texts.errors import sentence
from koordinator.ui.opening.first_start import FirstStart, FirstSteps, OwnSetup
from koordinator.ui.opening.new_here import NewHereDialog
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.opening.unlock import UnlockDialog, Ways
from koordinator.ui.tasks import Tasks
from koordinator.usecases.setting_up import Introduction
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, KeySource, Lock


def ask(asking: Asking, tasks: Tasks) -> OpenDatabase | None:
    """The open database, or None when the person gave up. Raises KeyNeeded where there is nothing to ask for."""
    keys = make_keys()
    if asking.state.lock is Lock.NO_DATABASE:
        return _first_start(asking.path, keys, tasks)
    remark = sentence(asking.fault) if asking.fault is not None else ""
    return _unlock(asking, remark, keys, tasks)


def _unlock(asking: Asking, remark: str, keys: Keys, tasks: Tasks) -> OpenDatabase | None:
    path, lock = asking.path, asking.state.without_keyring
    if lock is Lock.KEY_FILE:
        raise asking.fault or keys.without_a_key(path)

    def opened(source: KeySource) -> OpenDatabase | DatabaseDamaged:
        try:
            return keys.open_database(path, source)
        except DatabaseDamaged as fault:
            # The words are right, and no others would do better: the dialog is to end.
            return fault

    # Whoever has to take the sheet out, or comes with the files from another machine, is not to do so every day.
    is_new_here = isinstance(asking.fault, KeyNotInKeyring)

    def by_code(text: str) -> OpenDatabase | DatabaseDamaged:
        found = opened(FromRecoveryCode(text))
        nonlocal is_new_here
        is_new_here = True
        return found

    ways = Ways((lambda text: opened(FromPassphrase(text))) if lock is Lock.PASSPHRASE else None, by_code)
    found = cast("OpenDatabase | DatabaseDamaged | None", UnlockDialog.run(tasks, ways, remark=remark))
    if isinstance(found, DatabaseDamaged):
        raise found
    if found is not None and is_new_here:
        _offer_way(found, tasks)
    return found


def _offer_way(opened: OpenDatabase, tasks: Tasks) -> None:
    def set_up(passphrase: str | None) -> None:
        services = connect(opened, Channel.WINDOW)
        services.founding.ensure()
        owner = services.who_acts.owner()
        if passphrase is None:
            services.keys.use_keyring(owner)
        else:
            services.keys.set_passphrase(owner, passphrase)

    NewHereDialog.offer(tasks, set_up, has_keyring=Later(has_key_store).get())


def _first_start(path: Path, keys: Keys, tasks: Tasks) -> OpenDatabase | None:
    steps = FirstSteps(
        departments=founding_data(resources_dir()).departments,
        has_keyring=Later(has_key_store).get(),
        open_demo=lambda: open_demo(usual_demo_folder()),
        open_practice=lambda: open_practice(usual_practice_folder()),
        create=lambda setup: _create(path, setup, keys),
        restore=lambda: heavy.restore_chosen(path),
        show_sheet=lambda parent, code, municipality: _show_sheet(parent, tasks, path, (code, municipality)),
    )
    opened = cast("OpenDatabase | None", FirstStart.run(tasks, steps))
    state = keys.state(path) if opened is None else None
    if state is None or not state.exists:
        return opened
    return _unlock(Asking(path, state), "", keys, tasks)


def _create(path: Path, setup: OwnSetup, keys: Keys) -> tuple[OpenDatabase, str]:
    created = keys.create_database(path, keyring=setup.passphrase is None, passphrase=setup.passphrase)
    try:
        services = connect(created.opened, Channel.WINDOW)
        services.founding.ensure()
        services.setting_up.introduce(services.who_acts.owner(), _introduction(setup))
    except BaseException:
        close(created.opened)
        raise
    return created.opened, created.recovery_code


def _show_sheet(parent: QWidget, tasks: Tasks, database: Path, words: tuple[str, str]) -> None:
    code, municipality = words
    RecoverySheetDialog.show_code(
        parent, tasks, code, lambda file: save_recovery_sheet(file, code, database.name, municipality)
    )


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
