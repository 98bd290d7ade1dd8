"""Brevpapir: logo, colour, letterhead and envelope, with a letter beside them. Everything saves itself."""

from typing import Final

from PySide6.QtCore import QSize, QTimer

from koordinator.domain import limits
from koordinator.domain.setting import YES, SettingKey
from koordinator.texts import letterhead as texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.settings.letterhead_colour import ColourChooser
from koordinator.ui.pages.settings.letterhead_logo import LogoCard
from koordinator.ui.pages.settings.letterhead_preview import LetterPreview
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import CheckField, ChoiceField, Field, TextField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.letterheads import LetterheadView

_SAVES_AFTER_MS: Final = 1_000
_LINES: Final[dict[SettingKey, str]] = {
    SettingKey.LETTERHEAD_NAME: texts.NAME_HINT,
    SettingKey.LETTERHEAD_DEPARTMENT: "",
    SettingKey.LETTERHEAD_ADDRESS: "",
    SettingKey.LETTERHEAD_PHONE: texts.PHONE_HINT,
    SettingKey.LETTERHEAD_WEB: "",
}
_ENVELOPES: Final = [("" if key is None else key.value, words) for key, words in texts.ENVELOPES.items()]
_LEAST: Final = QSize(300, 200)


class LetterheadTab(PageTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._saved: dict[SettingKey, str] = {}
        self._is_showing = False
        self._logo = LogoCard(desk)
        self._logo.changed.connect(self._show)
        self._colour = ColourChooser()
        self._texts = {key: TextField(texts.FIELDS[key], limit=limits.SHORT, hint=hint) for key, hint in _LINES.items()}
        self._sender = TextField(texts.FIELDS[SettingKey.RETURN_ADDRESS], limit=limits.LINE, hint=texts.RETURN_HINT)
        self._texts |= {SettingKey.RETURN_ADDRESS: self._sender, SettingKey.ACCENT_COLOUR: self._colour.field}
        self._envelope = ChoiceField(texts.ENVELOPE, _ENVELOPES)
        self._case_number = CheckField(texts.CASE_NUMBER, hint=texts.CASE_NUMBER_HINT)
        self.preview = LetterPreview(desk)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAVES_AFTER_MS)
        self._pause.timeout.connect(self._save)
        for field in (*self._texts.values(), self._envelope, self._case_number):
            field.changed.connect(self._touched)
        both = row(self._form(), self._page(), gap=20)
        both.setStretch(0, 6)
        both.setStretch(1, 5)
        self.setLayout(both)

    @override
    def reload(self) -> None:
        self._desk.tasks.read(self, self._desk.services.letterheads.view, self._show)

    @override
    def leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._save()

    def _form(self) -> ScrollColumn:
        look = Card(texts.LOOK)
        look.body.addWidget(self._colour)
        lines = [self._texts[key] for key in _LINES]
        cards = (
            self._logo,
            look,
            _card(texts.LINES, texts.LINES_HINT, *lines),
            _card(texts.ENVELOPE, texts.ENVELOPE_HINT, self._envelope, self._sender, self._case_number),
        )
        form = ScrollColumn(gap=16, least=_LEAST)
        for card in cards:
            form.content.addWidget(card)
        form.content.addStretch(1)
        return form

    def _page(self) -> Card:
        card, page = Card(texts.PREVIEW, fills=True), ScrollColumn(least=_LEAST)
        page.content.addWidget(self.preview)
        page.content.addStretch(1)
        card.body.addWidget(page, 1)
        return card

    def _touched(self) -> None:
        if not self._is_showing:
            self._pause.start()
            self._draw()

    def _show(self, view: LetterheadView) -> None:
        """What is being typed stays: only a field that still shows the old value gets the new one."""
        self._is_showing = True
        before, values = self._saved, view.values
        shown = self._values()
        for key, field in self._texts.items():
            if shown[key] == before.get(key, ""):
                field.set_value(values[key])
        if shown[SettingKey.ENVELOPE] == before.get(SettingKey.ENVELOPE, ""):
            self._envelope.set_value(values[SettingKey.ENVELOPE])
        if shown[SettingKey.CASE_NUMBER_ON_PAPERS] == before.get(SettingKey.CASE_NUMBER_ON_PAPERS, ""):
            self._case_number.set_value(bool(values[SettingKey.CASE_NUMBER_ON_PAPERS]))
        self._logo.show_view(view)
        self._is_showing = False
        self._saved = dict(values)
        self._draw()

    def _values(self) -> dict[SettingKey, str]:
        """Everything as it stands in the fields."""
        written = {key: field.value() for key, field in self._texts.items()}
        envelope, case_number = self._envelope.value(), YES if self._case_number.value() else ""
        return written | {SettingKey.ENVELOPE: str(envelope or ""), SettingKey.CASE_NUMBER_ON_PAPERS: case_number}

    def _right(self) -> dict[SettingKey, str]:
        """What can be used."""
        wrong = {key for key, field in self._texts.items() if field.fault()}
        return {key: value for key, value in self._values().items() if key not in wrong}

    def _draw(self) -> None:
        letterheads, right = self._desk.services.letterheads, self._right()
        self.preview.draw(lambda: letterheads.sample(right))

    def _save(self) -> None:
        """What is right is saved; a field that is wrong says so, and waits."""
        for field in self._texts.values():
            field.check()
        changed = {key: value for key, value in self._right().items() if value != self._saved.get(key, value)}
        if changed:
            letterheads, actor = self._desk.services.letterheads, self._desk.actor
            self._desk.tasks.write(self, lambda: letterheads.change(actor, changed), self._show)


def _card(title: str, hint: str, *fields: Field) -> Card:
    form, card = Form(), Card(title)
    form.body.setSpacing(10)
    for field in fields:
        form.add(field)
    card.body.addWidget(Label(hint, Role.SMALL_MUTED, wraps=True))
    card.body.addWidget(form)
    return card
