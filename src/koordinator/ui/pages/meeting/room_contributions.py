"""Written contributions: those who could not come are heard too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import quoted
from koordinator.ui.pages.meeting.view_state import ContributionView
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column


class Contributions(QWidget):
    """What those who could not come have sent, each under their own name."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ContributionView, ...] = ()
        self._list = column(gap=10)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._list)
        self.hide()

    def show_views(self, views: tuple[ContributionView, ...]) -> None:
        """Shows them; nothing where there are none."""
        self.setVisible(bool(views))
        if views != self._shown:
            self._shown = views
            clear(self._list)
            for view in views:
                self._list.addWidget(ContributionRow(view))


class ContributionRow(QFrame):
    """One of them; a citizen's own words look as such."""

    def __init__(self, view: ContributionView) -> None:
        super().__init__()
        self.setAccessibleName(texts.spoken_note(view.heading, view.text))
        words_ = quoted(view.text) if view.is_citizens else view.text
        text = Label(words_, Role.VOICE if view.is_citizens else Role.BODY, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = column(Label(view.heading.upper(), Role.SMALL_MUTED, wraps=True), text, gap=2)
        inside.setContentsMargins(16, 8, 12, 12)
        self.setLayout(inside)
