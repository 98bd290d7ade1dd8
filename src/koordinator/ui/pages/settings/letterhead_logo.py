"""The logo: seen as it will be printed, put in from a file, and taken away."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.danish_day import danish_day
from koordinator.domain.letterhead_logo import Logo
from koordinator.texts import letterhead as texts
from koordinator.texts.formats import date_short
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.tokens import PAPER
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, holder
from koordinator.usecases.letterheads import LetterheadView

_SEEN: Final = QSize(220, 72)
_MARGIN: Final = 8


class LogoCard(Card):
    """`changed` gives what is set after the logo has become another."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.LOGO)
        self._desk = desk
        self._picture = _Picture()
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._fault = Label(role=Role.FAULT, wraps=True)
        self._choose = Button(texts.CHOOSE_LOGO, icon="upload")
        self._remove = Button(texts.REMOVE_LOGO)
        self._choose.clicked.connect(self._read)
        self._remove.clicked.connect(self._take_away)
        for part in (Label(texts.LOGO_HINT, Role.SMALL_MUTED, wraps=True), self._picture, self._said, self._fault):
            self.body.addWidget(part)
        buttons = Flow()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        self.body.addWidget(holder(buttons))
        self.show_view(LetterheadView({}))

    def show_view(self, view: LetterheadView) -> None:
        """The logo in force, or that there is none."""
        logo = view.logo
        self._fault.hide()
        self._picture.setVisible(logo is not None)
        self._picture.show_logo(logo)
        added = texts.logo_set(date_short(danish_day(logo.added_at)), view.logo_added_by) if logo else texts.NO_LOGO
        self._said.setText(added)
        self._choose.setText(texts.CHANGE_LOGO if logo else texts.CHOOSE_LOGO)
        self._remove.setVisible(logo is not None)

    def _read(self) -> None:
        name = QFileDialog.getOpenFileName(self, texts.CHOOSE_LOGO, "", texts.LOGO_FILES)[0]
        if name:
            letterheads, actor = self._desk.services.letterheads, self._desk.actor
            self._write(lambda: letterheads.set_logo(actor, Path(name)))

    def _take_away(self) -> None:
        letterheads, actor = self._desk.services.letterheads, self._desk.actor
        self._write(lambda: letterheads.remove_logo(actor))

    def _write(self, work: Callable[[], LetterheadView]) -> None:
        self._desk.tasks.write(self, work, self._changed, self._refused)

    def _changed(self, view: LetterheadView) -> None:
        self.show_view(view)
        self.changed.emit(view)

    def _refused(self, error: Exception) -> None:
        self._fault.setText(self._desk.tasks.explain(error))
        self._fault.show()
        announce(self._fault, self._fault.text())


class _Picture(QWidget):
    """The logo on white, as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedHeight(_SEEN.height() + 2 * _MARGIN)
        self.setAccessibleName(texts.LOGO)

    def show_logo(self, logo: Logo | None) -> None:
        self._image = QImage.fromData(logo.content) if logo else QImage()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._image.size().scaled(_SEEN, Qt.AspectRatioMode.KeepAspectRatio)
        exact = size * self.devicePixelRatioF()
        image = self._image.scaled(exact, mode=Qt.TransformationMode.SmoothTransformation)
        paper = QRect(0, 0, size.width() + 2 * _MARGIN, self.height())
        painter.fillRect(paper, QColor(PAPER))
        painter.drawImage(QRect(QPoint(_MARGIN, (self.height() - size.height()) // 2), size), image)
        painter.setPen(QColor(theme.active().tokens.line))
        painter.drawRect(paper.adjusted(0, 0, -1, -1))
