"""What is seen beside a letter's text: an example, the paper, the versions, or what differs from the standard."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from koordinator.domain.letter_text import LineStyle
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.line_difference import ComparedLine, LineChange
from koordinator.domain.readability import lix
from koordinator.texts import letter_editor as texts
from koordinator.texts.formats import moment_short
from koordinator.ui import theme
from koordinator.ui.preview.viewer import PaperViewer
from koordinator.ui.tasks import Tasks
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.letter_texts import LetterShelf
from koordinator.usecases.page_pictures import PaperPages
from koordinator.usecases.ports_letters import PreviewLine

_ROLES: Final = {LineStyle.TITLE: Role.LEAD, LineStyle.HEADING: Role.CARD}
_PANELS: Final = {LineStyle.BOX: Tone.INFO, LineStyle.WARNING: Tone.SOON}
_CHANGES: Final = {LineChange.NEW: Tone.DONE, LineChange.GONE: Tone.OVERDUE}
_LEAST: Final = 280


class Side(Enum):
    """What is looked at."""

    ONE = auto()
    FAMILY = auto()
    PAPER = auto()
    VERSIONS = auto()
    DIFFERENCE = auto()


_WORDS: Final = (
    (Side.ONE, texts.EXAMPLE_ONE),
    (Side.FAMILY, texts.EXAMPLE_FAMILY),
    (Side.PAPER, texts.PAPER),
    (Side.VERSIONS, texts.VERSIONS),
    (Side.DIFFERENCE, texts.DIFFERENCE),
)


class LetterSide(Card):
    """`asked` when something else is to be looked at; `brought` is the version whose text is wanted back."""

    asked = Signal()
    brought = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(texts.LOOK, fills=True)
        self.choice = Choice(_WORDS, texts.LOOK)
        self.add_to_head(self.choice)
        self._names: LetterShelf | None = None
        self._is_newest = 0
        self.example = ScrollColumn(gap=8, least=QSize(theme.active().px(_LEAST), 120))
        self.example.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.example.setAccessibleName(texts.EXAMPLE)
        self.readability = Label(role=Role.SMALL_MUTED, wraps=True)
        self.versions: DataList[LetterTextVersion] = DataList(
            texts.VERSIONS,
            (
                Column(
                    texts.WHEN, lambda each: moment_short(each.saved_at), look=Look.STRONG, detail=self._who, least=130
                ),
                Column(texts.STATE, self._state, 130, badge=self._tone),
                Column("", lambda _each: texts.TRY_AGAIN, 110, is_action=True),
            ),
            lambda each: each.id,
            empty=texts.NO_VERSIONS,
        )
        self.paper = PaperViewer(tasks)
        for keys in self.paper.findChildren(QShortcut):
            keys.setEnabled(False)  # beside a text some of them lead to another page
        self._stack = QStackedWidget()
        for widget in (self.example, self.versions, self.paper):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.readability)
        self.choice.chosen.connect(lambda _side: self.asked.emit())
        self.versions.acted.connect(lambda version, _column: self.brought.emit(version))
        self.versions.opened.connect(self.brought)

    @property
    def side(self) -> Side:
        """What is looked at now."""
        side = self.choice.key()
        return side if isinstance(side, Side) else Side.ONE

    def show_example(self, lines: Sequence[PreviewLine], *, measures: bool) -> None:
        """The letter to somebody invented; `measures` how easy it is to read."""
        self._stack.setCurrentWidget(self.example)
        self._fill([_widget(line) for line in lines if line.text])
        running = [line.text for line in lines if line.style not in _ROLES and line.text.rstrip().endswith((".", "?"))]
        self.readability.setText(texts.readability(lix(running)) if measures and running else "")

    def show_difference(self, lines: Sequence[ComparedLine]) -> None:
        """What is not as the standard; what is the same stands quietly between."""
        self._stack.setCurrentWidget(self.example)
        self.readability.setText("")
        if all(line.change is LineChange.SAME for line in lines):
            self._fill([Label(texts.NO_DIFFERENCE, wraps=True)])
            return
        self._fill([_compared(line) for line in lines if line.text])

    def show_versions(self, shelf: LetterShelf, versions: Sequence[LetterTextVersion]) -> None:
        """The newest first; the first of them holds."""
        self.readability.setText("")
        self._names, self._is_newest = shelf, versions[0].id if versions else 0
        self.versions.set_rows(versions)
        self._stack.setCurrentWidget(self.versions)

    def show_paper(self, pages: PaperPages | None) -> None:
        """As it is printed; None of a text that never is."""
        if pages is None:
            self.say(texts.NOT_ON_PAPER)
            return
        self.readability.setText("")
        self.paper.show_pages(pages)
        self._stack.setCurrentWidget(self.paper)

    def wait(self, words: str, *, keeps: bool) -> None:
        """What is shown is not what is written, and why; nothing is shown where it is of another text."""
        if keeps and self._stack.currentWidget() is not self.versions:
            self.readability.setText(words)
        else:
            self.say(words)

    def say(self, words: str) -> None:
        """Instead of anything."""
        self._stack.setCurrentWidget(self.example)
        self.readability.setText("")
        self._fill([Label(words, Role.MUTED, wraps=True)])

    def _fill(self, widgets: Sequence[QWidget]) -> None:
        at = self.example.verticalScrollBar().value()
        clear(self.example.content)
        for widget in widgets:
            self.example.content.addWidget(widget)
        self.example.content.addStretch(1)
        self.example.verticalScrollBar().setValue(at)

    def _who(self, version: LetterTextVersion) -> str:
        return self._names.names[version.saved_by_id] if self._names else ""

    def _state(self, version: LetterTextVersion) -> str:
        if not version.text:
            return texts.STANDARD
        return texts.IN_FORCE if version.id == self._is_newest else texts.EARLIER

    def _tone(self, version: LetterTextVersion) -> Tone:
        return Tone.DONE if version.id == self._is_newest else Tone.NEUTRAL


def _widget(line: PreviewLine) -> QWidget:
    if line.style in _PANELS:
        return Panel(line.text, _PANELS[line.style])
    if line.style is LineStyle.BULLET:
        return bullets([line.text])
    return Label(line.text, _ROLES.get(line.style, Role.BODY), wraps=True)


def _compared(line: ComparedLine) -> QWidget:
    if line.change is LineChange.SAME:
        return Label(line.text, Role.SMALL_MUTED, wraps=True)
    return Panel(texts.MARKS[line.change] + line.text, _CHANGES[line.change])
