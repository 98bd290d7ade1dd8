"""A column that scrolls by itself, so that what is round it does not grow with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from koordinator.ui.override import override


class ScrollColumn(QScrollArea):
    """Fill `content`. `least` is the size that it can be squeezed to."""

    def __init__(self, *, gap: int = 10, least: QSize | None = None) -> None:
        super().__init__()
        self._least = least or QSize(80, 60)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, 4, 0)
        self.content.setSpacing(gap)
        self.setWidget(inside)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least
