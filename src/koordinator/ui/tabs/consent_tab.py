"""The tab Samtykke: what may be shared with whom and for what, and its withdrawal."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Actor
from koordinator.domain.consent import Consent, GivenConsent
from koordinator.texts import register as texts
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.consent import BasisDialog, ConsentDialog
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, row
from koordinator.usecases.citizen_file import CitizenFile


class ConsentTab(SubjectTab):
    """The newest first, with the exact text that was shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CitizenFile | None = None
        self._card = Card(texts.CONSENTS)
        basis = Button(texts.NEW_BASIS)
        basis.clicked.connect(lambda: self._ask(BasisDialog.ask, self._desk.services.consents.share_on_other_basis))
        new = Button(texts.NEW_CONSENT, icon="plus")
        new.clicked.connect(lambda: self._ask(ConsentDialog.ask, self._desk.services.consents.give))
        self._card.add_to_head(basis)
        self._card.add_to_head(new)
        self._list = column(gap=12)
        self._card.body.addWidget(Label(texts.CONSENT_INTRO, Role.MUTED, wraps=True))
        self._card.body.addLayout(self._list)
        outer = column(self._card, STRETCH)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._file = view.citizen
        clear(self._list)
        if view.citizen is None:
            return
        for consent in reversed(view.citizen.consents):
            self._list.addWidget(Separator())
            self._list.addLayout(self._shown(consent, view.citizen.course_file.today))
        if not view.citizen.consents:
            self._list.addWidget(Label(texts.NO_CONSENTS, Role.WARNING, wraps=True))

    def _shown(self, consent: Consent, today: date) -> QVBoxLayout:
        in_force = consent.holds_on(today)
        state = Badge(texts.consent_state(consent, in_force=in_force), Tone.DONE if in_force else Tone.NEUTRAL)
        head = row(Label(consent.purpose, Role.STRONG, wraps=True), state, gap=12)
        head.setStretch(0, 1)
        lines = column(head, gap=4)
        for what, said in (
            (texts.SHARED_WITH, consent.shared_with),
            (texts.NOT_COVERED, consent.not_covered),
            (texts.BASIS, consent.legal_basis),
            (texts.BASIS_REASON, consent.basis_reason),
            (texts.GIVEN_BY, consent.given_by),
        ):
            if said:
                lines.addLayout(column(Label(what, Role.SMALL_MUTED), Label(said, wraps=True), gap=0))
        if consent.text:
            lines.addWidget(Label(consent.text, Role.VOICE, wraps=True))
        if in_force:
            withdraw = Button(texts.WITHDRAW)
            withdraw.clicked.connect(lambda: self._withdraw(consent))
            lines.addLayout(row(withdraw, STRETCH))
        return lines

    def _ask(
        self,
        ask: Callable[[QWidget, CitizenFile, Consent | None], Consent | None],
        save: Callable[[Actor, GivenConsent], GivenConsent],
    ) -> None:
        file, actor = self._file, self._desk.actor
        if file is None:
            return

        def filled_in(start: Consent | None) -> Consent | None:
            return ask(self, file, start)

        ask_until_saved(
            self._desk.tasks,
            self,
            None,
            filled_in,
            lambda consent: save(actor, GivenConsent(consent)),
            lambda _saved: self.changed.emit(),
        )

    def _withdraw(self, consent: Consent) -> None:
        if Question.confirm(self, texts.WITHDRAW_HEADING, texts.WITHDRAW_TEXT, texts.WITHDRAW, dangerous=True):
            self._write(lambda: self._desk.services.consents.withdraw(self._desk.actor, consent.id))

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self, work, lambda _saved: self.changed.emit())
