"""How the database is opened, its recovery sheet, and its key."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from koordinator.domain.database_key import SlotKind
from koordinator.texts import keys as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.security.keys_dialogs import PassphraseDialog, Passphrases, RekeyDialog
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, column, row
from koordinator.ui.widgets.said import Said
from koordinator.usecases.key_changes import NewCode, RekeySecrets, WaysIn

Result = TypeVar("Result")
_SHOWN: Final = (SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE)


class KeysTab(PageTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ways: frozenset[SlotKind] = frozenset()
        self._place = Label(role=Role.STRONG, wraps=True)
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._key_file = Label(texts.KEY_FILE_WAY, wraps=True)
        self._states = {kind: Label(role=Role.MUTED, wraps=True) for kind in _SHOWN}
        self._said: dict[Button, Said] = {}
        self._passphrase, self._keyring = Button(icon="key"), Button()
        self._no_passphrase, self._no_sheet = Button(texts.REMOVE_PASSPHRASE), Button(texts.CANCEL_SHEET)
        self._code, self._kept = Button(texts.NEW_CODE, icon="printer"), Button(texts.SHEET_KEPT)
        self._rekey, self._copy = Button(texts.REKEY_VERB, icon="key"), Button(texts.COPY_PLACE, icon="copy")
        for button, work in (
            (self._passphrase, self._begin_passphrase),
            (self._no_passphrase, self._remove_passphrase),
            (self._keyring, self._turn_keyring),
            (self._code, self._renew_code),
            (self._kept, self._trust_code),
            (self._no_sheet, self._cancel_sheet),
            (self._rekey, self._begin_rekey),
            (self._copy, self._copy_place),
        ):
            button.clicked.connect(work)
        left = column(self._ways_card(), STRETCH, gap=16)
        right = column(self._place_card(), self._rekey_card(), STRETCH, gap=16)
        both = row(left, right, gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)

    @override
    def reload(self) -> None:
        self._desk.tasks.read(self, self._desk.services.keys.ways_in, self._show)

    def _show(self, ways: WaysIn) -> None:
        self._ways = ways.kinds
        has = {kind: kind in ways.kinds for kind in SlotKind}
        has_sheet = has[SlotKind.RECOVERY_CODE] or has[SlotKind.NEW_RECOVERY_CODE]
        self._place.setText(str(ways.path))
        self._key_file.setVisible(not ways.kinds)
        self._states[SlotKind.KEYRING].setText(texts.KEYRING_ON if has[SlotKind.KEYRING] else texts.KEYRING_OFF)
        self._states[SlotKind.PASSPHRASE].setText(
            texts.PASSPHRASE_ON if has[SlotKind.PASSPHRASE] else texts.PASSPHRASE_OFF
        )
        self._states[SlotKind.RECOVERY_CODE].setText(
            texts.SHEET_STATES[has[SlotKind.RECOVERY_CODE], has[SlotKind.NEW_RECOVERY_CODE]]
        )
        self._passphrase.setText(texts.CHANGE_PASSPHRASE if has[SlotKind.PASSPHRASE] else texts.SET_PASSPHRASE)
        self._passphrase.set_icon("key")
        self._no_passphrase.setVisible(has[SlotKind.PASSPHRASE])
        self._keyring.setText(texts.LEAVE_KEYRING if has[SlotKind.KEYRING] else texts.USE_KEYRING)
        self._kept.setVisible(has[SlotKind.NEW_RECOVERY_CODE])
        self._no_sheet.setVisible(has_sheet)

    def _place_card(self) -> Card:
        card = Card(texts.PLACE)
        for part in (self._place, Label(texts.PLACE_TEXT, Role.MUTED, wraps=True)):
            card.body.addWidget(part)
        card.body.addLayout(row(self._copy, STRETCH))
        card.body.addWidget(self._remark(self._copy))
        return card

    def _copy_place(self) -> None:
        QGuiApplication.clipboard().setText(self._place.text())
        self._said[self._copy].say(texts.PLACE_COPIED)

    def _ways_card(self) -> Card:
        card = Card(texts.WAYS)
        card.body.addWidget(self._key_file)
        for kind, *buttons in (
            (SlotKind.KEYRING, self._keyring),
            (SlotKind.PASSPHRASE, self._passphrase, self._no_passphrase),
            (SlotKind.RECOVERY_CODE, self._kept, self._code, self._no_sheet),
        ):
            card.body.addWidget(Label(texts.WAY_NAMES[kind], Role.STRONG, wraps=True))
            card.body.addWidget(self._states[kind])
            line = Flow()
            for button in buttons:
                line.addWidget(button)
            card.body.addLayout(line)
            card.body.addWidget(self._remark(*buttons))
            card.body.addSpacing(8)
        return card

    def _rekey_card(self) -> Card:
        card = Card(texts.REKEY)
        card.body.addWidget(Label(texts.REKEY_TEXT, Role.MUTED, wraps=True))
        card.body.addLayout(row(self._rekey, STRETCH))
        card.body.addWidget(self._remark(self._rekey))
        return card

    def _remark(self, *buttons: Button) -> Said:
        """What came of pressing a button stands under it."""
        said = Said()
        self._said |= dict.fromkeys(buttons, said)
        return said

    def _begin_passphrase(self) -> None:
        self._ask_passphrase(Passphrases())

    def _ask_passphrase(self, start: Passphrases, fault: str = "") -> None:
        """Until it is saved or left; what was typed comes back with what is wrong."""
        keys, actor = self._desk.services.keys, self._desk.actor
        has_one = SlotKind.PASSPHRASE in self._ways
        words = PassphraseDialog.ask(self, start, fault, has_one=has_one)
        if words is None:
            self._said[self._passphrase].say("")
            return

        def save() -> None:
            if has_one:
                keys.change_passphrase(actor, *words)
            else:
                keys.set_passphrase(actor, words.new)

        self._work(self._passphrase, save, texts.PASSPHRASE_CHANGED, lambda said: self._ask_passphrase(words, said))

    def _remove_passphrase(self) -> None:
        if Question.confirm(
            self, texts.REMOVE_PASSPHRASE, texts.REMOVE_PASSPHRASE_TEXT, texts.REMOVE_PASSPHRASE, dangerous=True
        ):
            self._close_way(self._no_passphrase, SlotKind.PASSPHRASE, texts.PASSPHRASE_REMOVED)

    def _turn_keyring(self) -> None:
        keys, actor = self._desk.services.keys, self._desk.actor
        if SlotKind.KEYRING in self._ways:
            self._close_way(self._keyring, SlotKind.KEYRING, texts.KEYRING_LEFT)
        else:
            self._work(self._keyring, lambda: keys.use_keyring(actor), texts.KEYRING_USED)

    def _close_way(self, button: Button, kind: SlotKind, done: str) -> None:
        keys, actor = self._desk.services.keys, self._desk.actor
        self._work(button, lambda: keys.close_way(actor, kind), done)

    def _renew_code(self) -> None:
        if Question.confirm(self, texts.WAY_NAMES[SlotKind.RECOVERY_CODE], texts.NEW_CODE_TEXT, texts.NEW_CODE):
            keys, actor = self._desk.services.keys, self._desk.actor
            self._begin(self._code, lambda: keys.offer_recovery_code(actor), self._show_code)

    def _show_code(self, made: NewCode) -> None:
        if self._show_sheet(self._code, made.code, ui_texts.CLOSE):
            self._trust_code()

    def _show_sheet(self, button: Button, code: str, leave: str) -> bool:
        """Shows a new sheet, which opens beside the old one, until the person says that it is kept."""
        self._said[button].say("")
        self.reload()
        keys = self._desk.services.keys
        return RecoverySheetDialog.show_code(
            self, self._desk.tasks, code, lambda file: keys.save_sheet(file, code), leave=leave
        )

    def _trust_code(self) -> None:
        keys, actor = self._desk.services.keys, self._desk.actor
        self._work(self._kept, lambda: keys.trust_recovery_code(actor), texts.SHEET_TRUSTED)

    def _cancel_sheet(self) -> None:
        if Question.confirm(self, texts.CANCEL_SHEET, texts.CANCEL_SHEET_TEXT, texts.CANCEL_SHEET, dangerous=True):
            self._close_way(self._no_sheet, SlotKind.RECOVERY_CODE, texts.SHEET_CANCELLED)

    def _begin_rekey(self) -> None:
        self._ask_rekey("")

    def _ask_rekey(self, fault: str) -> None:
        """Until the passphrase is right or the question is left; without a passphrase only whether to go on."""
        keys, actor, passphrase = self._desk.services.keys, self._desk.actor, None
        if SlotKind.PASSPHRASE in self._ways:
            passphrase = RekeyDialog.ask(self, fault)
            goes_on = passphrase is not None
        else:
            goes_on = not fault and Question.confirm(self, texts.REKEY, texts.REKEY_ASK, texts.REKEY_ON)
        if goes_on:
            self._begin(
                self._rekey,
                lambda: keys.begin_rekey(actor, passphrase),
                lambda made: self._change_key(RekeySecrets(passphrase, made.code)),
                self._ask_rekey,
            )

    def _change_key(self, words: RekeySecrets) -> None:
        """The sheet comes first: whatever happens then, it opens the database under the old key and under the new."""
        keys, actor = self._desk.services.keys, self._desk.actor
        if not self._show_sheet(self._rekey, words.code, texts.REKEY_VERB):
            return
        self._work(
            self._rekey,
            lambda: keys.rekey(actor, words),
            texts.REKEYED,
            lambda said: self._said[self._rekey].say(f"{said} {texts.NOT_REKEYED}", Role.WARNING),
        )
        self._said[self._rekey].say(texts.REKEYING, Role.MUTED)

    def _work(
        self, button: Button, work: Callable[[], None], done: str, again: Callable[[str], None] | None = None
    ) -> None:
        def then(_nothing: None) -> None:
            self._said[button].say(done)
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
            button.wake()
            then(result)

        def failed(error: Exception) -> None:
            button.wake()
            self._said[button].say(self._desk.tasks.explain(error), Role.WARNING)
            if again is not None:
                again(self._desk.tasks.explain(error))

        button.rest()
        self._said[button].say(texts.WORKING, Role.MUTED)
        self._desk.tasks.compute(self, work, came, failed)
