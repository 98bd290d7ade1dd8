"""Who the page is about: name, number, address, who is responsible, and the step they stand on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from koordinator.texts import subject as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role
from koordinator.ui.widgets.layout import Flow, clear, column, row
from koordinator.ui.widgets.staircase import Staircase


@dataclass(frozen=True, slots=True)
class Responsible:
    """A line of the header: what somebody is, their name, since when; `action` changes it, `other` in another way."""

    what: str
    who: str
    since: str = ""
    action: str = ""
    key: str = ""
    other: str = ""
    other_key: str = ""


@dataclass(frozen=True, slots=True)
class HeaderView:
    """Everything the header shows."""

    name: str
    line: str
    """Age and CPR number."""
    place: str
    """Address and language."""
    badges: tuple[str, ...]
    responsible: tuple[Responsible, ...]
    step: int | None
    has_cpr: bool = False


class SubjectHeader(QWidget):
    """`cpr_asked` when the number is to be shown in full, `acted` with the key of a line whose action was pressed."""

    cpr_asked = Signal()
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = Label(role=Role.PAGE, wraps=True)
        self._line = Label(role=Role.MUTED)
        self._place = ElidedLabel(role=Role.MUTED)
        self._cpr = LinkButton(texts.SHOW_CPR)
        self._cpr.setAccessibleName(f"{texts.SHOW_CPR} {texts.CPR}")
        self._cpr.clicked.connect(self.cpr_asked)
        self._cpr.hide()
        self._badges = Flow(gap=6)
        self._responsible = Flow(gap=20, between_lines=4)
        self._staircase = Staircase()
        about = row(self._line, self._cpr, self._place, gap=6)
        about.setStretch(2, 1)
        words = column(self._name, about, gap=4)
        words.addLayout(self._badges)
        words.addLayout(self._responsible)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        line.addLayout(words, 1)
        line.addWidget(self._staircase)

    def show_view(self, view: HeaderView) -> None:
        """Shows the subject; the CPR number is masked again."""
        self._name.setText(view.name)
        self._line.setText(view.line)
        self._place.setText(view.place)
        self._cpr.setVisible(view.has_cpr)
        self._staircase.set_step(view.step)
        clear(self._badges)
        for text in view.badges:
            self._badges.addWidget(Badge(text, Tone.SOON))
        clear(self._responsible)
        before: QWidget = self._cpr
        for responsible in view.responsible:
            line = _ResponsibleLine(responsible, self.acted.emit)
            self._responsible.addWidget(line)
            for button in line.findChildren(LinkButton):
                # What is made later would come after all of the page.
                QWidget.setTabOrder(before, button)
                before = button

    def show_line(self, line: str) -> None:
        """Age and the whole CPR number, once it has been asked for."""
        self._line.setText(line)
        self._cpr.hide()


class _ResponsibleLine(QWidget):
    def __init__(self, line: Responsible, act: Callable[[str], None]) -> None:
        super().__init__()
        inside = row(Label(line.what), Label(line.who, Role.STRONG), gap=6)
        if line.since:
            inside.addWidget(Label(line.since, Role.MUTED))
        deeds = (
            (line.action, line.key, f"{line.action}: {line.what}"),
            (line.other, line.other_key, f"{line.what}: {line.other}"),
        )
        for words, key, name in deeds:
            if words:
                button = LinkButton(words)
                button.setAccessibleName(name)
                button.clicked.connect(lambda _on=False, key=key: act(key))
                inside.addWidget(button)
        self.setLayout(inside)
