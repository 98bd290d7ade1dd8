"""A date and a time, typed as people type them."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.widgets.dates import parse_date, parse_time
from koordinator.ui.widgets.labels import tooltip
from koordinator.ui.widgets.line_edits import LineEdit

Today = Callable[[], date]


class DateEdit(LineEdit):
    """dd.mm.yyyy, typed the way that is shortest; Alt+Down or the icon opens a calendar."""

    changed = Signal()

    def __init__(self, name: str, today: Today, day: date | None = None) -> None:
        super().__init__(name, placeholder=texts.DATE_HINT)
        self._today = today
        self.set_day(day)
        self._open = QAction(texts.OPEN_CALENDAR, self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._draw_icon()
        theme.active().changed.connect(self._draw_icon)
        QShortcut(QKeySequence("Alt+Down"), self, self.open_calendar, context=Qt.ShortcutContext.WidgetShortcut)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._write_out)

    def day(self) -> date | None:
        """None when the field is empty or cannot be read; see `is_unreadable`."""
        return parse_date(self.text(), self._today())

    def is_unreadable(self) -> bool:
        return bool(self.text().strip()) and self.day() is None

    def set_day(self, day: date | None) -> None:
        self.setText(texts.date_text(day) if day else "")
        self.setToolTip(tooltip(texts.long_date(day)) if day else "")

    def open_calendar(self) -> None:
        calendar = _Calendar(self.day() or self._today(), self)
        calendar.picked.connect(self._pick)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()

    def _draw_icon(self) -> None:
        self._open.setIcon(theme.active().icon("calendar", theme.active().tokens.muted, 18))

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.setFocus()

    def _write_out(self) -> None:
        day = self.day()
        if day is not None:
            self.set_day(day)


class TimeEdit(LineEdit):
    """13.00, also typed as 13, 1300 or 9.30."""

    changed = Signal()

    def __init__(self, name: str, at: time | None = None) -> None:
        super().__init__(name, placeholder=texts.TIME_HINT)
        self.set_at(at)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._write_out)

    def at(self) -> time | None:
        return parse_time(self.text())

    def is_unreadable(self) -> bool:
        return bool(self.text().strip()) and self.at() is None

    def set_at(self, at: time | None) -> None:
        self.setText(f"{at:%H.%M}" if at else "")

    def _write_out(self) -> None:
        at = self.at()
        if at is not None:
            self.set_at(at)


class _Calendar(QFrame):
    picked = Signal(object)

    def __init__(self, day: date, field: DateEdit) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(texts.OPEN_CALENDAR)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.active().tokens.muted))  # Qt's weekends are red
        for day_off in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day_off, plain)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.active().icon(icon, theme.active().tokens.text, 18))
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(calendar)
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
