"""One number for each group as bars, and the list of all numbers in which it is chosen."""

from typing import Final

from PySide6.QtCore import Signal

from koordinator.domain.supervision import CountName, GroupBy, SupervisionReport
from koordinator.texts import supervision as words
from koordinator.texts import supervision_page as texts
from koordinator.ui.pages.supervision.view_state import FIRST_CHOICE, NumberLine, Opening, bars_of
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.figures import Bar, Bars
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

_GROUPS: Final = (GroupBy.TEAM, GroupBy.EMPLOYEE, GroupBy.DEPARTMENT)


class BarsCard(Card):
    """`opened` with what is to be opened, `grouped` when other groups are asked for."""

    opened = Signal(object)
    grouped = Signal()

    def __init__(self) -> None:
        super().__init__(words.COUNTS[FIRST_CHOICE].title)
        self._name = FIRST_CHOICE
        self._by = FilterChips(tuple((by, words.GROUP_HEADINGS[by]) for by in _GROUPS), texts.GROUPED_BY)
        self._meaning = Label(role=Role.SMALL_MUTED, wraps=True)
        self.bars = Bars(texts.GROUPED_BY)
        self._nothing = Label(texts.NOTHING_COUNTED, Role.MUTED, wraps=True)
        self._total = LinkButton()
        self._hint = Label(texts.HOW_TO_OPEN, Role.SMALL_MUTED, wraps=True)
        groups = row(gap=0)
        groups.addWidget(self._by, 1)
        self.body.addLayout(groups)
        for part in (self._meaning, self.bars, self._nothing):
            self.body.addWidget(part)
        self.body.addLayout(row(self._total, STRETCH))
        self.body.addWidget(self._hint)
        self._by.chosen.connect(lambda _by: self.grouped.emit())
        self._total.clicked.connect(lambda: self.opened.emit(Opening(self._name)))
        self.bars.opened.connect(self.opened)

    @property
    def by(self) -> GroupBy:
        """What makes a group."""
        return GroupBy(str(self._by.key()))

    def show_number(self, report: SupervisionReport, line: NumberLine) -> None:
        """Shows the number for each of the report's groups."""
        self._name = line.name
        bars = bars_of(report, line.name)
        self.set_title(line.title)
        self._meaning.setText(line.meaning)
        self.bars.show_bars(
            [Bar(Opening(line.name, bar.group, bar.label), bar.label, bar.number, bar.total) for bar in bars]
        )
        self.bars.setVisible(bool(bars))
        self._nothing.setVisible(not bars)
        self._hint.setVisible(bool(bars))
        self._total.set_words(texts.see_all(line.figure))
        self._total.setVisible(bool(report.total.number(line.name)))


class NumbersCard(Card):
    """Every number in total; the chosen one is shown as bars."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(texts.ALL_NUMBERS)
        self.list: DataList[NumberLine] = DataList(
            texts.ALL_NUMBERS,
            (
                Column(texts.NUMBER, lambda line: line.title),
                Column(texts.COUNTED, lambda line: line.figure, 105, is_number=True),
            ),
            lambda line: line.name,
            fits_rows=True,
            has_head=False,
        )
        self.body.addWidget(self.list)
        self.list.selected.connect(self._tell)

    def show_lines(self, lines: tuple[NumberLine, ...]) -> None:
        """Shows the numbers; the one that was chosen stays chosen."""
        current = self.list.current_row()
        chosen: CountName = current.name if current is not None else FIRST_CHOICE
        self.list.set_rows(lines)
        self.list.choose(chosen)

    def _tell(self, line: NumberLine | None) -> None:
        if line is not None:
            self.chosen.emit(line)
