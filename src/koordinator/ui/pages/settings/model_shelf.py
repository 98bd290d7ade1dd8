"""All versions of the model: drafts, the one that is in force, those that come, and those that were."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.released_model import ModelDraft, ModelPeriod, ReleasedModel
from koordinator.texts import model_editor as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.assessment_models import ModelShelf

_OPEN: Final = 2
_COPY: Final = 3


class _Line(NamedTuple):
    source: ModelDraft | ReleasedModel
    words: str
    period: str
    state: str
    tone: Tone
    is_to_come: bool = False


class ShelfView(QWidget):
    opened = Signal(object)
    copy_asked = Signal(object)
    withdraw_asked = Signal(object)
    scratch_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.news = Panel("", Tone.DONE)
        self.news.hide()
        self._lines: DataList[_Line] = DataList(
            texts.VERSIONS,
            (
                Column(texts.MODEL, lambda each: each.words, look=Look.STRONG, detail=lambda each: each.period),
                Column(texts.STATE, lambda each: each.state, 110, badge=lambda each: each.tone),
                Column("", _open_words, 84, is_action=True),
                Column("", _copy_words, 150, is_action=True),
                Column("", lambda each: texts.WITHDRAW if each.is_to_come else "", 120, is_action=True),
            ),
            lambda each: (type(each.source), each.source.id),
        )
        self._lines.opened.connect(lambda line: self.opened.emit(line.source))
        self._lines.acted.connect(self._acted)
        card = Card(texts.VERSIONS, fills=True)
        for words, signal, icon in (
            (texts.IMPORT, self.import_asked, "upload"),
            (texts.FROM_SCRATCH, self.scratch_asked, "plus"),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(signal)
            card.add_to_head(button)
        card.body.addWidget(Label(texts.VERSIONS_HINT, Role.SMALL_MUTED, wraps=True))
        card.body.addWidget(self._lines, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.news)
        outer.addWidget(card, 1)

    def show_shelf(self, shelf: ModelShelf) -> None:
        drafts = [_draft_line(draft) for draft in shelf.drafts]
        released = [_line(period, shelf.today, is_first=period is shelf.released[-1]) for period in shelf.released]
        self._lines.set_rows([*drafts, *released, *map(_withdrawn_line, shelf.withdrawn)])

    def tell(self, words: str) -> None:
        """What has just been done."""
        self.news.set_text(words)
        self.news.setVisible(bool(words))

    def take_focus(self) -> None:
        self._lines.setFocus()

    def _acted(self, line: _Line, column: int) -> None:
        if column == _OPEN:
            self.opened.emit(line.source)
        elif isinstance(line.source, ReleasedModel) and column == _COPY:
            self.copy_asked.emit(line.source.id)
        elif line.is_to_come:
            self.withdraw_asked.emit(line.source)


def _draft_line(draft: ModelDraft) -> _Line:
    return _Line(draft, texts.heading(draft.model), texts.draft_of(draft.saved_at), texts.DRAFT, Tone.SOON)


def _line(period: ModelPeriod, today: date, *, is_first: bool) -> _Line:
    is_in_force, is_over = period.is_in_force(today), period.is_over(today)
    return _Line(
        period.released,
        texts.heading(parse_model(period.released.text)),
        texts.period(period.released.from_on, period.until_on, is_first=is_first),
        texts.state(is_in_force=is_in_force, is_over=is_over),
        Tone.DONE if is_in_force else Tone.NEUTRAL if is_over else Tone.INFO,
        is_to_come=not is_in_force and not is_over,
    )


def _withdrawn_line(model: ReleasedModel) -> _Line:
    said = texts.withdrawn_on(model.withdrawn_on, model.withdrawn_because) if model.withdrawn_on is not None else ""
    return _Line(model, texts.heading(parse_model(model.text)), said, texts.WITHDRAWN, Tone.NEUTRAL)


def _open_words(line: _Line) -> str:
    return texts.OPEN_DRAFT if isinstance(line.source, ModelDraft) else texts.OPEN_RELEASED


def _copy_words(line: _Line) -> str:
    return texts.NEW_VERSION if isinstance(line.source, ReleasedModel) else ""
