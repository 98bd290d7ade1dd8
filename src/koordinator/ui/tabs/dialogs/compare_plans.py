"""Two versions of the plan beside one another: what became of each part, in words, with an icon beside."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import PlanVersionId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.plan_comparison import ComparedPart, ComparedSection, Mark
from koordinator.texts import plan as plan_texts
from koordinator.texts import plan_comparison as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.labels import IconLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, holder, row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.plans import SideBySide

_WIDTH, _HEIGHT = 1120, 680
_MARK_WIDTH: Final = 124
_BAR_WIDTH: Final = 20
_TODAY: Final = 0
_LOOKS: Final = {
    Mark.SAME: ("minus", Tone.NEUTRAL),
    Mark.NEW: ("plus", Tone.DONE),
    Mark.CHANGED: ("pencil", Tone.INFO),
    Mark.GONE: ("x", Tone.SOON),
}


@dataclass(frozen=True, slots=True)
class Versions:
    """What can be compared: the approved versions, the oldest first; the newest is compared to the one before."""

    approved: tuple[PlanVersion, ...]

    def options(self, *, today: bool) -> tuple[tuple[object, str], ...]:
        """The newest first, and before it the plan as it stands today."""
        named = (
            (each.id, plan_texts.version_line(each.number, danish_day(each.approved_at)))
            for each in reversed(self.approved)
        )
        return (((_TODAY, texts.TODAY),) if today else ()) + tuple(named)


class ComparePlansDialog(QDialog):
    """Any two versions, or one and the plan of today. Ctrl+Down and Ctrl+Up go from change to change."""

    def __init__(self, parent: QWidget, desk: Desk, versions: Versions) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: SideBySide | None = None
        self._rows: list[_Row] = []
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.TITLE)
        approved = versions.approved
        self._old, self._new = (
            Choice(versions.options(today=False), texts.FROM),
            Choice(versions.options(today=True), texts.TO),
        )
        self._old.choose(approved[-2].id if len(approved) > 1 else approved[-1].id)
        self._new.choose(approved[-1].id if len(approved) > 1 else _TODAY)
        self._only_changes = CheckBox(texts.ONLY_CHANGES)
        self._only_changes.setChecked(True)
        self._scroll = ScrollColumn(gap=8)
        self._said = Label(role=Role.MUTED, wraps=True)
        self._heads = row(gap=16)
        self._heads.setContentsMargins(0, 0, _BAR_WIDTH, 0)
        self._lay_out()
        for choice in (self._old, self._new):
            choice.chosen.connect(self.read)
        self._only_changes.toggled.connect(lambda _on: self._show_rows())
        set_size(self, _WIDTH, _HEIGHT)

    @classmethod
    def show_versions(cls, parent: QWidget, desk: Desk, versions: Versions) -> None:
        """Opens on the newest version and the one before it; with one version, on that and today."""
        dialog = cls(parent, desk, versions)
        dialog.read()
        dialog.exec()

    def rows(self) -> tuple["_Row", ...]:
        """The rows that are shown."""
        return tuple(self._rows)

    def _lay_out(self) -> None:
        steps = row(gap=8)
        for words, keys, forward in ((texts.PREVIOUS_CHANGE, "Ctrl+Up", False), (texts.NEXT_CHANGE, "Ctrl+Down", True)):
            button = Button(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, forward=forward: self._go(forward=forward))
            QShortcut(QKeySequence(keys), self, lambda forward=forward: self._go(forward=forward))
            steps.addWidget(button)
        close = Button(ui_texts.CLOSE, Kind.PRIMARY)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(Label(texts.TITLE, Role.LEAD))
        chosen = row(
            Label(texts.FROM, Role.STRONG), self._old, Label(texts.TO, Role.STRONG), self._new, STRETCH, gap=10
        )
        outer.addLayout(chosen)
        outer.addLayout(row(self._only_changes, STRETCH, steps))
        outer.addWidget(self._said)
        outer.addLayout(self._heads)
        outer.addWidget(Separator())
        outer.addWidget(self._scroll, 1)
        outer.addLayout(row(STRETCH, close))

    def read(self, _chosen: object = None) -> None:
        """Reads the two that are chosen, and shows them."""
        old, new = self._old.key(), self._new.key()
        if old == new or not isinstance(old, int) or not isinstance(new, int):
            self._say(texts.SAME_VERSION)
            return
        plans, actor = self._desk.services.plans, self._desk.actor
        new_id = PlanVersionId(new) if new != _TODAY else None
        self._desk.tasks.read(
            self, lambda: plans.side_by_side(actor, PlanVersionId(old), new_id), self._show, self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        self._say(self._desk.tasks.explain(error))

    def _say(self, words: str) -> None:
        self._shown = None
        self._said.setText(words)
        self._show_rows()

    def _show(self, both: SideBySide) -> None:
        self._shown = both
        is_same = not any(section.changes for section in both.sections)
        self._said.setText(texts.NO_DIFFERENCE if is_same else "")
        self._show_rows()

    def _show_rows(self) -> None:
        clear(self._scroll.content)
        clear(self._heads)
        self._rows = []
        self._said.setVisible(bool(self._said.text()))
        both = self._shown
        if both is None:
            return
        self._heads.addWidget(_fixed(QWidget()))
        for plan in (both.old, both.new):
            self._heads.addWidget(Label(texts.version_name(plan), Role.CARD), 1)
        lines = column(gap=8)
        for section in both.sections:
            self._add_section(section, both, lines)
        self._scroll.content.addWidget(holder(lines))
        self._scroll.content.addStretch(1)

    def _add_section(self, section: ComparedSection, both: SideBySide, lines: QVBoxLayout) -> None:
        parts = section.changes if self._only_changes.isChecked() else section.parts
        if parts:
            lines.addWidget(Label(texts.section_heading(section), Role.CARD))
        for part in parts:
            line = _Row(part, both)
            self._rows.append(line)
            lines.addWidget(line)

    def _go(self, *, forward: bool) -> None:
        """The keyboard to the next part that is not as it was; from the last one to the first."""
        changed = [line for line in self._rows if line.part.mark is not Mark.SAME]
        if not changed:
            return
        here = next((n for n, line in enumerate(changed) if line.hasFocus()), -1 if forward else 0)
        line = changed[(here + (1 if forward else -1)) % len(changed)]
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(line, 0, 60)


class _Row(QFrame):
    """What became of it, how it was, how it is."""

    def __init__(self, part: ComparedPart, both: SideBySide) -> None:
        super().__init__()
        self.part = part
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(texts.spoken(part, both.new))
        icon, tone = _LOOKS[part.mark]
        mark = row(IconLabel(icon, 16), Badge(texts.MARKS[part.mark], tone), STRETCH, gap=6)
        line = row(_fixed(holder(column(mark, STRETCH, gap=0))), gap=16)
        before = texts.lines(part.before, both.old) if part.before is not None else ()
        after = texts.lines(part.after, both.new) if part.after is not None else ()
        line.addLayout(_said(before, after), 1)
        line.addLayout(_said(after, before), 1)
        outer = column(line, Separator(), gap=8)
        outer.setContentsMargins(0, 4, 0, 0)
        self.setLayout(outer)


def _said(lines: tuple[str, ...], other: tuple[str, ...]) -> QVBoxLayout:
    """The lines of one side; those that the other side has not are marked, where both sides say something."""
    if not lines:
        return column(Label(texts.NOT_HERE, Role.SMALL_MUTED, wraps=True), STRETCH, gap=2)
    said = column(Label(_marked(lines[0], other), Role.STRONG, wraps=True), gap=2)
    for line in lines[1:]:
        said.addWidget(Label(_marked(line, other), Role.SMALL_MUTED if line in other else Role.SMALL, wraps=True))
    said.addStretch(1)
    return said


def _marked(line: str, other: tuple[str, ...]) -> str:
    return texts.changed_line(line) if other and line not in other else line


def _fixed(widget: QWidget) -> QWidget:
    widget.setFixedWidth(theme.active().px(_MARK_WIDTH))
    return widget
