"""Handing out, one dialog for every place: the paper made ready to be sent, and a note of who got it and how."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.handouts import HandedOver, Recipient, RecipientRole
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.paper import HandoutWay
from koordinator.texts import handout as texts
from koordinator.texts.plan import HANDOUT_WAYS
from koordinator.ui.desk import Desk
from koordinator.ui.handout.fields import RecipientField
from koordinator.ui.handout.lines import HandoutLines
from koordinator.ui.handout.ready import ReadyDialog
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.fields import DateField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.handouts import Covering, HandoutOffer

Handed = tuple[HandedOver, ...]


class HandoutDialog(FormDialog):
    """Ctrl+Enter notes it as proposed."""

    def __init__(self, parent: QWidget, desk: Desk, offer: HandoutOffer, start: Handed) -> None:
        super().__init__(parent, texts.heading(offer.facts), save=texts.NOTE)
        self._desk, self._offer = desk, offer
        self._add_remarks()
        self.covering = NoteEdit(texts.COVERING, limit=PARAGRAPH, lines=4, most_lines=7)
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._said.hide()
        self.form.body.addWidget(Label(texts.WHO, Role.CARD, wraps=True))
        self.people = tuple(self.form.add(_field(offer, each, start)) for each in offer.recipients.people)
        known = {field.recipient.name for field in self.people}
        others = [each for each in start if each.recipient not in known]
        self.other = TextField(
            texts.SOMEBODY_ELSE, others[0].recipient if others else "", limit=LINE, placeholder=texts.SOMEBODY_HINT
        )
        ways = choices_of(HANDOUT_WAYS)
        self.other_way = Pick(texts.HOW, ways, others[0].way if others else HandoutWay.LETTER)
        self.form.add_beside(self.other, self.other_way)
        self.on = self.form.add(
            DateField(texts.ON_DAY, lambda: offer.today, start[0].on if start else offer.today, required=True)
        )
        self.on.set_bounds(latest=offer.today)
        self.form.body.addWidget(self._send_card())
        for field in (*self.people, self.other):
            field.changed.connect(self._write_covering)
        self._written = ""
        self._write_covering()
        QShortcut(QKeySequence("Ctrl+Shift+C"), self, self.copy_covering)

    @classmethod
    def ask(cls, parent: QWidget, desk: Desk, offer: HandoutOffer, start: Handed = ()) -> Handed | None:
        """Who got it, or None; it begins as `start` where there is one."""
        dialog = cls(parent, desk, offer, start)
        return dialog.handed() if dialog.run() else None

    def handed(self) -> Handed:
        """As it is filled in."""
        day = self.on.value()
        if day is None:
            return ()
        people = [HandedOver(field.recipient.name, day, way) for field in self.people if (way := field.value())]
        if self.other.value():
            people.append(HandedOver(self.other.value(), day, self.other_way.key))
        return tuple(people)

    @override
    def accepts(self) -> bool:
        if self.handed():
            return True
        self.other.show_fault(texts.CHOOSE_SOMEBODY)
        return False

    def copy_covering(self) -> None:
        """Puts the covering text on the clipboard."""
        QGuiApplication.clipboard().setText(self.covering.text())
        self._said.setText(texts.COPIED)
        self._said.show()
        self.fit()

    def _add_remarks(self) -> None:
        offer = self._offer
        alone = offer.paper.made_for if offer.paper is not None else ""
        reduced = offer.recipients.extract_only
        for words in (texts.made_for(alone) if alone else "", texts.extract_only(reduced) if reduced else ""):
            if words:
                self.form.body.addWidget(Panel(words, Tone.SOON))
        noted = [each for each in offer.noted if each.counts]
        if noted:
            lines = HandoutLines(self._desk, None)
            lines.show_handouts(noted)
            self.form.body.addLayout(column(Label(texts.ALREADY, Role.STRONG), lines, gap=4))

    def _send_card(self) -> Card:
        """What is sent, ready to be taken from here; of a plan version no paper was chosen."""
        card = Card(texts.SEND, margin=14)
        if self._offer.paper is None:
            card.body.addWidget(Label(texts.NO_PAPER, Role.MUTED, wraps=True))
            return card
        card.body.addWidget(Label(texts.SEND_HINT, Role.MUTED, wraps=True))
        card.body.addWidget(self.covering)
        ready = Button(texts.MAKE_READY, icon="folder-open")
        ready.clicked.connect(self._make_ready)
        copy = Button(texts.COPY, icon="copy")
        copy.setToolTip(tooltip(texts.COPY_KEY))
        copy.clicked.connect(self.copy_covering)
        card.body.addLayout(row(ready, copy, STRETCH))
        card.body.addWidget(self._said)
        return card

    def _write_covering(self) -> None:
        """Follows who is ticked until somebody has written in it."""
        if self.covering.text() != self._written:
            return
        names = [each.recipient for each in self.handed()]
        offer = self._offer
        self._written = texts.covering(offer.facts, names, offer.sender, offer.signed_by, offer.covering).whole
        self.covering.set_text(self._written)

    def _make_ready(self) -> None:
        paper = self._offer.paper
        folder = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER)
        if paper is None or not folder:
            return
        handouts, actor = self._desk.services.handouts, self._desk.actor
        covering = Covering(texts.COVERING_FILE, self.covering.text())
        self._desk.tasks.read(
            self,
            lambda: handouts.make_ready(actor, paper.id, Path(folder), covering),
            lambda made: ReadyDialog.show_files(self, made),
        )


def _field(offer: HandoutOffer, recipient: Recipient, start: Sequence[HandedOver]) -> RecipientField:
    """As it was filled in before, else as proposed; whoever has it already is not ticked again."""
    before = next((each for each in start if each.recipient == recipient.name), None)
    if before is not None:
        return RecipientField(recipient, before.way, is_on=True)
    has_it = any(each.counts and each.recipient == recipient.name for each in offer.noted)
    was_there = recipient.role is RecipientRole.PRESENT or recipient.is_citizen
    way = recipient.proposed_way(met_today=offer.recipients.met_today and was_there)
    return RecipientField(recipient, way, is_on=not start and recipient.proposed and not has_it)
