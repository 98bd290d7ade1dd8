"""Database: where everything lies, how it is opened, the recovery sheet, and whether all is in order."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from koordinator.domain.database_key import SlotKind
from koordinator.texts import opening, verify
from koordinator.texts import settings as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.notify import announce
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.opening.secret_field import SecretField
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.usecases.key_changes import NewCode, WaysIn
from koordinator.usecases.verify import Verification

Result = TypeVar("Result")
SaveSheet = Callable[[Path, str], None]
"""Saves the sheet with the code as PDF; runs on a worker."""


class KeysTab(PageTab):
    def __init__(self, desk: Desk, save_sheet: SaveSheet) -> None:
        super().__init__()
        self._desk, self._save_sheet = desk, save_sheet
        self._ways: frozenset[SlotKind] = frozenset()
        self._place = Label(role=Role.STRONG, wraps=True)
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._opens_with = Label(wraps=True)
        self._passphrase, self._keyring = Button(icon="key"), Button()
        self._code = Button(texts.NEW_CODE, icon="printer")
        self._check = Button(texts.VERIFY, icon="shield")
        self._said: dict[Button, Label] = {}
        self._passphrase.clicked.connect(lambda: self._ask_passphrase(Passphrases()))
        self._keyring.clicked.connect(self._turn_keyring)
        self._code.clicked.connect(self._renew_code)
        self._check.clicked.connect(self._verify)
        left = column(self._place_card(), self._ways_card(), STRETCH, gap=16)
        right = column(
            self._card(texts.RECOVERY, texts.RECOVERY_TEXT, self._code),
            self._card(texts.CHECK, texts.CHECK_TEXT, self._check),
            STRETCH,
            gap=16,
        )
        both = row(left, right, gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)

    @override
    def reload(self) -> None:
        self._desk.tasks.read(self, self._desk.services.keys.ways_in, self._show)

    def _show(self, ways: WaysIn) -> None:
        self._ways = ways.kinds
        self._place.setText(str(ways.path))
        self._opens_with.setText(texts.opens_with(ways.kinds))
        has_passphrase, has_keyring = SlotKind.PASSPHRASE in ways.kinds, SlotKind.KEYRING in ways.kinds
        self._passphrase.setText(texts.CHANGE_PASSPHRASE if has_passphrase else texts.SET_PASSPHRASE)
        self._passphrase.set_icon("key")
        self._keyring.setText(texts.LEAVE_KEYRING if has_keyring else texts.USE_KEYRING)

    def _place_card(self) -> Card:
        copy = Button(texts.COPY_PLACE, icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._place.text()))
        card = Card(texts.PLACE)
        for part in (self._place, Label(texts.PLACE_TEXT, Role.MUTED, wraps=True)):
            card.body.addWidget(part)
        card.body.addLayout(row(copy, STRETCH))
        return card

    def _ways_card(self) -> Card:
        card = Card(texts.WAYS)
        card.body.addWidget(self._opens_with)
        for button in (self._passphrase, self._keyring):
            card.body.addLayout(row(button, STRETCH))
            card.body.addWidget(self._remark(button))
        return card

    def _card(self, title: str, text: str, button: Button) -> Card:
        card = Card(title)
        card.body.addWidget(Label(text, Role.MUTED, wraps=True))
        card.body.addLayout(row(button, STRETCH))
        card.body.addWidget(self._remark(button))
        return card

    def _remark(self, button: Button) -> Label:
        """What came of pressing the button stands under it."""
        self._said[button] = Label(wraps=True)
        self._said[button].hide()
        return self._said[button]

    def _ask_passphrase(self, start: "Passphrases", fault: str = "") -> None:
        """Until it is saved or left; what was typed comes back with what is wrong."""
        keys, actor = self._desk.services.keys, self._desk.actor
        has_one = SlotKind.PASSPHRASE in self._ways
        words = PassphraseDialog.ask(self, start, fault, has_one=has_one)
        if words is None:
            self._say(self._passphrase, "")
            return

        def save() -> None:
            if has_one:
                keys.change_passphrase(actor, *words)
            else:
                keys.set_passphrase(actor, words.new)

        self._work(self._passphrase, save, texts.PASSPHRASE_CHANGED, lambda said: self._ask_passphrase(words, said))

    def _turn_keyring(self) -> None:
        keys, actor = self._desk.services.keys, self._desk.actor
        if SlotKind.KEYRING in self._ways:
            self._work(self._keyring, lambda: keys.close_way(actor, SlotKind.KEYRING), texts.KEYRING_LEFT)
        else:
            self._work(self._keyring, lambda: keys.use_keyring(actor), texts.KEYRING_USED)

    def _renew_code(self) -> None:
        if Question.confirm(self, texts.RECOVERY, texts.NEW_CODE_TEXT, texts.NEW_CODE):
            keys, actor = self._desk.services.keys, self._desk.actor
            self._begin(self._code, lambda: keys.offer_recovery_code(actor), self._show_code)

    def _show_code(self, made: NewCode) -> None:
        self._say(self._code, "")
        RecoverySheetDialog.show_code(
            self, self._desk.tasks, made.code, lambda file: self._save_sheet(file, made.code), leave=ui_texts.CLOSE
        )
        keys, actor = self._desk.services.keys, self._desk.actor
        self._work(self._code, lambda: keys.trust_recovery_code(actor), "")

    def _verify(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._begin(self._check, lambda: services.verify.run(actor), self._tell_verification)

    def _tell_verification(self, checked: Verification) -> None:
        faults = [verify.page_fault(fault) for fault in checked.page_faults]
        faults += [verify.log_fault(fault) for fault in checked.log.faults]
        faults += [verify.assessment_fault(key, fault) for key, fault in checked.assessment_faults]
        faults += [verify.plan_fault(key) for key in checked.plan_faults]
        faults += [verify.minutes_fault(key) for key in checked.minutes_faults]
        faults += [verify.paper_fault(key) for key in checked.paper_faults]
        if faults:
            self._say(self._check, "\n".join(faults), Role.WARNING)
        else:
            self._say(self._check, f"{texts.ALL_WELL} {verify.checked(checked.log.entries)}")

    def _work(
        self, button: Button, work: Callable[[], None], done: str, again: Callable[[str], None] | None = None
    ) -> None:
        def then(_nothing: None) -> None:
            self._say(button, done)
            self.reload()

        self._begin(button, work, then, again)

    def _begin(
        self,
        button: Button,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        again: Callable[[str], None] | None = None,
    ) -> None:
        """Takes a second or more: the button rests meanwhile. `again` asks once more, with what is wrong."""

        def came(result: Result) -> None:
            button.setEnabled(True)
            then(result)

        def failed(error: Exception) -> None:
            button.setEnabled(True)
            self._say(button, self._desk.tasks.explain(error), Role.WARNING)
            if again is not None:
                again(self._desk.tasks.explain(error))

        button.setEnabled(False)
        self._say(button, texts.WORKING, Role.MUTED)
        self._desk.tasks.compute(self, work, came, failed)

    def _say(self, button: Button, sentence: str, role: Role = Role.BODY) -> None:
        said = self._said[button]
        said.set_role(role)
        said.setText(sentence)
        said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


class Passphrases(NamedTuple):
    """The one of today, where there is one, and the one that takes its place."""

    current: str = ""
    new: str = ""


class PassphraseDialog(FormDialog):
    """Asks for a new passphrase twice, and for the one of today where there is one."""

    def __init__(self, parent: QWidget, start: Passphrases, *, has_one: bool) -> None:
        heading = texts.CHANGE_PASSPHRASE if has_one else texts.SET_PASSPHRASE
        super().__init__(parent, heading, intro=opening.PASSPHRASE_WAY_MEANING)
        self._current = SecretField(texts.CURRENT_PASSPHRASE, start.current, is_new=False)
        if has_one:
            self.form.add(self._current)
        self._new = self.form.add(SecretField(texts.NEW_PASSPHRASE, start.new))
        self._again = self.form.add(SecretField(texts.PASSPHRASE_AGAIN, start.new, is_new=False))

    @classmethod
    def ask(cls, parent: QWidget, start: Passphrases, fault: str = "", *, has_one: bool) -> Passphrases | None:
        """What was typed, or None; `fault` is why it could not be used the last time."""
        dialog = cls(parent, start, has_one=has_one)
        (dialog._current if has_one else dialog._new).show_fault(fault)
        return Passphrases(dialog._current.value(), dialog._new.value()) if dialog.run() else None

    @override
    def accepts(self) -> bool:
        same = self._new.value() == self._again.value()
        self._again.show_fault("" if same else opening.PASSPHRASES_DIFFER)
        return same
