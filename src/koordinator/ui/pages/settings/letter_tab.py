"""Brevtekster: the municipality's own words in its letters, tried on an example before they hold."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from koordinator.domain.letter_check import LetterFault
from koordinator.domain.letter_kinds import RULES, LetterKey
from koordinator.domain.letter_text import Vocabulary
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.line_difference import compared
from koordinator.texts import letter_editor as texts
from koordinator.texts import letter_texts as words
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.page_tab import FillingTab
from koordinator.ui.pages.settings.letter_edit import Field, LetterEdit, Span
from koordinator.ui.pages.settings.letter_side import LetterSide, Side
from koordinator.ui.pages.settings.letter_work import LetterWork
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, IconButton, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import Flow, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column
from koordinator.usecases.page_pictures import PaperPages
from koordinator.usecases.ports_letters import PreviewLine

USE_KEYS: Final = "Ctrl+S"
NEXT_FAULT_KEYS: Final = "F8"
SHORTCUTS: Final = (
    Shortcut("Ctrl+Space", texts.KEY_INSERT),
    Shortcut(NEXT_FAULT_KEYS, texts.KEY_NEXT_FAULT),
    Shortcut(USE_KEYS, texts.KEY_USE),
)
_LEAST: Final = QSize(640, 480)
_LIST_WIDTH: Final = 250
_LIST_FROM: Final = 1_040
_SHOW_MS: Final = 150


class _Row(NamedTuple):
    key: LetterKey
    state: str


class LetterTab(FillingTab):
    """The list of texts at the left, the text in the middle, and at the right what comes of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_LEAST)
        self._desk = desk
        self._work = LetterWork(desk, self)
        self._showing: Cancel | None = None
        self.list: DataList[_Row] = DataList(
            texts.TEXTS,
            (Column(texts.TEXT, lambda each: words.NAMES[each.key].title, detail=lambda each: each.state),),
            lambda each: each.key,
            has_head=False,
        )
        self.pick = Choice([(key, words.NAMES[key].title) for key in LetterKey], texts.TEXTS)
        self.edit, self.side = LetterEdit(), LetterSide(desk.tasks)
        self.use = Button(texts.USE, Kind.PRIMARY, icon="check")
        self.standard, self.give_up = Button(texts.STANDARD_BACK, icon="undo"), Button(texts.GIVE_UP, icon="trash")
        self.mend, self.go_to = Button("", Kind.LINK), Button(texts.GO_TO, Kind.LINK)
        self._insert, self._help = Button(texts.INSERT, icon="plus"), IconButton("circle-help", texts.HELP_HEADING)
        self._insert.setToolTip(tooltip(texts.INSERT_HINT))
        self._used, self._state = Label(role=Role.MUTED, wraps=True), Label(role=Role.SMALL_MUTED, wraps=True)
        self.fault = Label(role=Role.FAULT, wraps=True)
        self._news = ""
        self._example_of: LetterKey | None = None
        """The text that the example at the right is of."""
        self._text_card = Card(fills=True)
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(_SHOW_MS)
        self._list_card = Card(texts.TEXTS, fills=True, margin=10)
        self._lay_out()
        self._connect()

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return SHORTCUTS

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the list, the texts are chosen from a drop-down."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.active().px(_LIST_FROM)
        self._list_card.setVisible(has_room)
        self.pick.setVisible(not has_room)

    @override
    def reload(self) -> None:
        self._work.reload()

    @override
    def leave(self) -> None:
        self._work.leave()

    def _lay_out(self) -> None:
        self._list_card.body.addWidget(self.list, 1)
        self._list_card.setMaximumWidth(theme.active().px(_LIST_WIDTH))
        body = self._text_card.body
        for part in (self.pick, self._used):
            body.addWidget(part)
        for tool in (self._help, self._insert):
            self._text_card.add_to_head(tool)
        body.addWidget(self.edit, 1)
        body.addWidget(self.fault)
        body.addLayout(_flow(self.mend, self.go_to))
        body.addWidget(self._state)
        body.addLayout(_flow(self.use, self.give_up, self.standard))
        both = row(self._list_card, gap=16)
        both.addWidget(self._text_card, 6)
        both.addWidget(self.side, 5)
        self.setLayout(both)

    def _connect(self) -> None:
        work = self._work
        work.changed.connect(self._show)
        work.told.connect(self._tell)
        self.list.selected.connect(lambda chosen: self._open(chosen.key if chosen else None))
        self.pick.chosen.connect(self._open)
        self.edit.textChanged.connect(self._written)
        self.side.asked.connect(self._show_side)
        self.side.brought.connect(self._bring_back)
        self._show_soon.timeout.connect(self._show_side)
        self._insert.clicked.connect(self.edit.offer)
        self._help.clicked.connect(lambda: Question.message(self, texts.HELP_HEADING, texts.HELP))
        self.use.clicked.connect(work.use)
        self.standard.clicked.connect(self._to_standard)
        self.give_up.clicked.connect(self._give_up)
        self.mend.clicked.connect(self._mend)
        self.go_to.clicked.connect(self._to_next_fault)
        for keys, act in ((USE_KEYS, work.use), (NEXT_FAULT_KEYS, self._to_next_fault)):
            QShortcut(QKeySequence(keys), self, act).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _open(self, key: object) -> None:
        if isinstance(key, LetterKey) and key is not self._work.key:
            self._news, self._example_of = "", None
            self._work.open(key)

    def _written(self) -> None:
        if self.edit.toPlainText() != self._work.text:
            self._news = ""
            self._work.write(self.edit.toPlainText())

    def _tell(self, news: str) -> None:
        """What came of it stands until something else is done."""
        self._news = news
        self._state.setText(news)

    def _show(self) -> None:
        """Everything as it is now; what is being typed is not touched."""
        work, shelf = self._work, self._work.shelf
        if shelf is None:
            return
        if self.edit.toPlainText() != work.text:
            self.edit.show_text(work.text)
        with QSignalBlocker(self.list):
            self.list.set_rows([_Row(key, _state(work, key)) for key in LetterKey])
            self.list.choose(work.key)
        self.pick.choose(work.key)
        name, newest = words.NAMES[work.key], shelf.newest(work.key)
        self._text_card.set_title(name.title)
        self._used.setText(name.used)
        drafted = work.has_draft(work.key)
        said = texts.BROKEN_TEXT if work.key in work.broken else texts.holds(newest, shelf.names)
        said = texts.DRAFTED if drafted else said
        self._state.setText(self._news or said)
        self.edit.fields = _fields(work.key, shelf.standard.vocabulary)
        self.edit.mark((Span(each.start, each.end) for each in work.placed), _spans(work.faults))
        self._show_faults()
        self.use.setEnabled(work.may_be_used)
        self.give_up.setVisible(drafted)
        self.standard.setEnabled(work.text.strip() != shelf.standard.texts[work.key].strip())
        self._show_soon.start()

    def _show_faults(self) -> None:
        faults = self._work.faults
        first = faults[0] if faults else None
        said = words.fault(first) if first else ""
        self.fault.setText(f"{said} {texts.faults_left(len(faults))}" if len(faults) > 1 else said)
        self.fault.setVisible(bool(first))
        self.edit.setAccessibleDescription(said)
        self.mend.setText(texts.use_nearest(first.nearest) if first else "")
        self.mend.setVisible(first is not None and bool(first.nearest))
        self.go_to.setVisible(any(fault.end for fault in faults))

    def _show_side(self) -> None:
        work, shelf, side = self._work, self._work.shelf, self.side.side
        if shelf is None:
            return
        if self._showing is not None:
            self._showing.request()
        if side is Side.VERSIONS:
            self.side.show_versions(shelf, shelf.of(work.key))
        elif side is Side.DIFFERENCE:
            self.side.show_difference(compared(shelf.standard.texts[work.key], work.text))
        elif work.faults:
            self.side.wait(texts.MEND_FIRST, keeps=self._example_of is work.key)
        elif side is Side.PAPER:
            self._show_paper()
        else:
            self._show_example(family=side is Side.FAMILY)

    def _show_example(self, *, family: bool) -> None:
        letters, key, text, shelf = self._desk.services.letter_texts, self._work.key, self._work.text, self._work.shelf
        if shelf is None:
            return

        def show(lines: tuple[PreviewLine, ...]) -> None:
            self._example_of = key
            self.side.show_example(lines, measures=RULES[key].to_citizen)

        self._showing = self._desk.tasks.compute(self, lambda: letters.preview(shelf, key, text, family=family), show)

    def _show_paper(self) -> None:
        letters, reader = self._desk.services.letter_texts, self._desk.services.page_reader
        key, text, shelf = self._work.key, self._work.text, self._work.shelf
        if shelf is None:
            return

        def draw() -> PaperPages | None:
            content = letters.preview_paper(shelf, key, text, family=False)
            return reader.open(content) if content else None

        self._showing = self._desk.tasks.compute(self, draw, self.side.show_paper)

    def _to_standard(self) -> None:
        if self._work.shelf is not None:
            self.edit.write_over(self._work.shelf.standard.texts[self._work.key])
            self._tell(texts.BROUGHT_BACK)

    def _bring_back(self, version: LetterTextVersion) -> None:
        shelf = self._work.shelf
        if shelf is not None:
            self.edit.write_over(version.text or shelf.standard.texts[version.key])
            self._tell(texts.BROUGHT_BACK)

    def _give_up(self) -> None:
        if Question.confirm(self, texts.GIVE_UP_HEADING, texts.GIVE_UP_TEXT, texts.GIVE_UP, dangerous=True):
            self._work.give_up()

    def _mend(self) -> None:
        fault = self._work.faults[0]
        self.edit.replace(Span(fault.start, fault.end), f"{{{fault.nearest}}}")

    def _to_next_fault(self) -> None:
        """The next after the cursor, else the first."""
        placed = [fault for fault in self._work.faults if fault.end]
        at = self.edit.character()
        if placed:
            following = next((fault for fault in placed if fault.end > at), placed[0])
            self.edit.go_to(Span(following.start, following.end))


def _fields(key: LetterKey, known: Vocabulary) -> tuple[Field, ...]:
    put_in = ((each, name) for each, name in known.names.items() if each in RULES[key].may)
    return (
        *(Field(name, words.PLACEHOLDERS[each], follows_reader=False) for each, name in put_in),
        *(Field(name, words.follows_reader(*both), follows_reader=True) for name, both in known.voices.items()),
    )


def _spans(faults: tuple[LetterFault, ...]) -> tuple[Span, ...]:
    return tuple(Span(fault.start, fault.end) for fault in faults if fault.end)


def _state(work: LetterWork, key: LetterKey) -> str:
    if work.has_draft(key):
        return texts.DRAFT
    if key in work.broken:
        return texts.BROKEN
    return texts.OWN if work.shelf is not None and work.shelf.is_own(key) else ""


def _flow(*buttons: Button) -> Flow:
    flow = Flow(gap=8)
    for button in buttons:
        flow.addWidget(button)
    return flow
