"""The tab Samtykke: what may be shared with whom and for what, its withdrawal, and who may hear what today."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Action, Actor, may
from koordinator.domain.consent import Consent, GivenConsent
from koordinator.domain.ids import CitizenId, ConsentId, SubjectId
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import Line
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import consent as texts
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.tabs.consent_matrix import MatrixCard
from koordinator.ui.tabs.consent_view import lost, whose
from koordinator.ui.tabs.dialogs.consent import BasisDialog, ConsentDialog
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, row
from koordinator.usecases.consents import ConsentFile, without


class _Read(NamedTuple):
    file: ConsentFile
    wording: tuple[Line, ...]


class ConsentTab(SubjectTab):
    """The consents in force first, the newest on top, with the exact text that was shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject = 0
        self._file: ConsentFile | None = None
        self._wording: tuple[Line, ...] = ()
        self._card = Card(texts.CONSENTS)
        self.matrix = MatrixCard()
        basis = Button(texts.NEW_BASIS)
        basis.clicked.connect(lambda: self._ask(BasisDialog.ask, self._desk.services.consents.share_on_other_basis))
        new = Button(texts.NEW_CONSENT, icon="plus")
        new.clicked.connect(lambda: self._ask(self._ask_consent, self._desk.services.consents.give))
        self._may_make = may(desk.actor, Action.MAKE_PAPER)
        form = Button(texts.FORM_ON_PAPER, icon="printer")
        form.clicked.connect(self._show_form)
        if self._may_make:
            self._card.add_to_head(form)
        self._may_edit = may(desk.actor, Action.EDIT_CONSENT)
        for button in (basis, new) if self._may_edit else ():
            self._card.add_to_head(button)
        self._list = column(gap=12)
        self._card.body.addWidget(Label(texts.CONSENT_INTRO, Role.MUTED, wraps=True))
        self._card.body.addLayout(self._list)
        outer = column(self._card, self.matrix, STRETCH, gap=16)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._subject = view.subject_id
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(
            self,
            lambda: _Read(
                services.consents.open(actor, view.subject_id), services.letter_texts.lines(LetterKey.CONSENT)
            ),
            self._show,
        )

    def _show(self, read: _Read) -> None:
        file = read.file
        if file.people.subject_id != self._subject:
            return
        self._file, self._wording = file, read.wording
        clear(self._list)
        in_force = [each for each in reversed(file.given) if each.consent.holds_on(file.today)]
        over = [each for each in reversed(file.given) if each not in in_force]
        if not in_force:
            self._list.addWidget(Label(texts.NO_CONSENTS, Role.WARNING, wraps=True))
        for given in in_force:
            self._list.addWidget(Separator())
            self._list.addLayout(self._shown(file, given.consent, in_force=True))
        if over:
            self._list.addWidget(Separator())
            self._list.addWidget(Label(texts.EARLIER, Role.STRONG))
        for given in over:
            self._list.addLayout(self._shown(file, given.consent, in_force=False))
        self.matrix.show_file(file)

    def _shown(self, file: ConsentFile, consent: Consent, *, in_force: bool) -> QVBoxLayout:
        state = Badge(texts.consent_state(consent, in_force=in_force), Tone.DONE if in_force else Tone.NEUTRAL)
        purpose = consent.purpose
        if file.people.is_family:
            purpose = texts.consent_of(purpose, whose(file, consent.citizen_id))
        head = row(Label(purpose, Role.STRONG, wraps=True), state, gap=12)
        head.setStretch(0, 1)
        facts = row(gap=24)
        for what, said in (
            (texts.SHARED_WITH, consent.shared_with),
            (texts.NOT_COVERED, consent.not_covered),
            (texts.BASIS, consent.legal_basis),
            (texts.BASIS_REASON, consent.basis_reason),
            (texts.GIVEN_BY, consent.given_by),
        ):
            if said:
                facts.addLayout(
                    column(Label(what, Role.SMALL_MUTED, wraps=True), Label(said, wraps=True), STRETCH, gap=0), 1
                )
        lines = column(head, facts, gap=4)
        if consent.text:
            lines.addWidget(Label(consent.text, Role.VOICE, wraps=True))
        buttons = []
        if in_force and self._may_edit:
            buttons.append(_named(texts.WITHDRAW, purpose))
            buttons[-1].clicked.connect(lambda: self._withdraw(file, consent))
        if self._may_make and not consent.is_other_basis:
            buttons.append(_named(texts.ON_PAPER, purpose))
            buttons[-1].clicked.connect(lambda: self._show_paper(self._order(consent_id=consent.id)))
        if buttons:
            lines.addLayout(row(*buttons, STRETCH))
        return lines

    def _order(self, *, member_id: CitizenId | None = None, consent_id: ConsentId | None = None) -> PaperOrder:
        return PaperOrder(PaperKind.CONSENT, SubjectId(self._subject), member_id=member_id, consent_id=consent_id)

    def _show_form(self) -> None:
        """To be filled in by hand; in a family there is one for each, the first comes up first."""
        if self._file is not None:
            people = self._file.people
            self._show_paper(self._order(member_id=people.citizen_ids[0] if people.is_family else None))

    def _show_paper(self, order: PaperOrder) -> None:
        if PreviewWindow.show_order(self, self._desk, order):
            self.changed.emit()

    def _ask(
        self,
        ask: Callable[[QWidget, ConsentFile, GivenConsent | None], GivenConsent | None],
        save: Callable[[Actor, GivenConsent], GivenConsent],
    ) -> None:
        file, actor = self._file, self._desk.actor
        if file is None:
            return

        def filled_in(start: GivenConsent | None) -> GivenConsent | None:
            return ask(self, file, start)

        ask_until_saved(
            self._desk.tasks,
            self,
            None,
            filled_in,
            lambda given: save(actor, given),
            lambda _saved: self.changed.emit(),
        )

    def _ask_consent(self, parent: QWidget, file: ConsentFile, start: GivenConsent | None) -> GivenConsent | None:
        return ConsentDialog.ask(parent, file, start, self._wording)

    def _withdraw(self, file: ConsentFile, consent: Consent) -> None:
        means = lost(file, without(file, consent.id))
        text = f"{texts.WITHDRAW_TEXT}\n\n{means}"
        if Question.confirm(self, texts.WITHDRAW_HEADING, text, texts.WITHDRAW, dangerous=True):
            consents, actor = self._desk.services.consents, self._desk.actor
            self._desk.tasks.write(
                self, lambda: consents.withdraw(actor, consent.id), lambda _done: self.changed.emit()
            )


def _named(text: str, purpose: str) -> Button:
    """A button that says of which consent it is."""
    button = Button(text)
    button.setAccessibleName(f"{text}: {purpose}")
    return button
