"""The one style sheet, built from the tokens and the text size. Widgets carry roles, never colours."""

from enum import IntEnum
from typing import Final

from koordinator.ui.tokens import Pair, Tokens


class TextSize(IntEnum):
    """Heights in pixels at 100 %."""

    SMALL = 13
    BODY = 15
    CARD = 17
    ROOM = 18
    LEAD = 20
    PAGE = 26


_FAR_TEXT: Final = {"Label": 30, 'Label[role="page"]': 46, 'Label[role="voice"]': 38, 'Label[role="muted"]': 26}
"""Heights in pixels of what is read from three metres, on a screen of 1366 by 768."""


_ROOM_TEXT: Final = {
    "Label, QPushButton, QPlainTextEdit, QCheckBox, QComboBox, AgendaRow": TextSize.ROOM,
    'Label[role="small-muted"]': TextSize.ROOM,
    'Label[role="lead"], Label[role="card"]': TextSize.LEAD,
    'Label[role="page"]': TextSize.PAGE,
}


def room_style_sheet(scale: float) -> str:
    """Text sizes for the meeting room on a screen larger than it is designed for."""
    return "".join(f"{what} {{ font-size: {round(size * scale)}px; }}\n" for what, size in _ROOM_TEXT.items())


def far_style_sheet(scale: float) -> str:
    """Text sizes for the window that all in the room look at; the colours are those of the one style sheet."""
    return "".join(f"{what} {{ font-size: {round(size * scale)}px; }}\n" for what, size in _FAR_TEXT.items())


def style_sheet(tokens: Tokens, text_scale: float) -> str:
    values = {f"px{size:d}": f"{round(size * text_scale)}px" for size in TextSize}
    for name, value in tokens._asdict().items():
        if isinstance(value, str):
            values[name] = value
        elif isinstance(value, Pair):
            values[f"{name}_fill"], values[f"{name}_ink"] = value.fill, value.ink
    for tone, pair in tokens.tones.items():
        values[f"{tone}_fill"], values[f"{tone}_ink"] = pair.fill, pair.ink
    for number, step in enumerate(tokens.steps, start=1):
        values[f"step_{number}_lit"] = step.fill
    # Half the height of a filter and of an attendance chip, rounded down: Qt draws no round corner that is larger.
    values["filter_end"] = f"{int(8.5 * text_scale + 6)}px"
    values["chip_end"] = f"{int(8.2 * text_scale + 5.5)}px"
    return _SHEET % values


_TEXT = """
QMainWindow, QDialog { background: %(canvas)s; }
QToolTip { background: %(text)s; color: %(canvas)s; border: none; padding: 6px 8px; font-size: %(px13)s; }
Label { background: transparent; }
Label[role="page"] { font-size: %(px26)s; font-weight: bold; }
Label[role="lead"] { font-size: %(px20)s; font-weight: bold; }
Label[role="card"] { font-size: %(px17)s; font-weight: bold; }
Label[role="strong"] { font-weight: bold; }
Label[role="muted"] { color: %(muted)s; }
Label[role="small"] { font-size: %(px13)s; }
Label[role="small-muted"] { font-size: %(px13)s; color: %(muted)s; }
Label[role="fault"] { font-size: %(px13)s; color: %(danger_text)s; }
Label[role="warning"] { color: %(danger_text)s; }
Label[role="voice"] { color: %(voice)s; }
"""

_SURFACES = """
Card { background: %(surface)s; border: 1px solid %(line)s; border-radius: 10px; }
Separator { background: %(line)s; border: none; }
Panel { border-radius: 8px; }
Panel[tone="info"] { background: %(info_fill)s; }
Panel[tone="soon"] { background: %(soon_fill)s; }
Panel[tone="overdue"] { background: %(overdue_fill)s; }
Panel[tone="done"] { background: %(done_fill)s; }
Panel[tone="neutral"] { background: %(neutral_fill)s; }
Panel Label[tone="info"] { color: %(info_ink)s; }
Panel Label[tone="soon"] { color: %(soon_ink)s; }
Panel Label[tone="overdue"] { color: %(overdue_ink)s; }
Panel Label[tone="done"] { color: %(done_ink)s; }
Panel Label[tone="neutral"] { color: %(neutral_ink)s; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 2px; }
QScrollBar:horizontal { height: 12px; margin: 2px; }
QScrollBar::handle { background: %(button_line)s; border-radius: 4px; }
QScrollBar::handle:hover { background: %(control_line)s; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: %(surface)s; border: 1px solid %(line)s; border-radius: 8px; padding: 6px; menu-scrollable: 1; }
QMenu::item { padding: 8px 20px 8px 12px; border-radius: 6px; }
QMenu::item:selected { background: %(selected_fill)s; color: %(selected_ink)s; }
QProgressBar { background: %(bar_rest)s; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: %(primary_fill)s; border-radius: 4px; }
"""

_BUTTONS = """
QPushButton {
  background: %(surface)s; color: %(accent)s; border: 1px solid %(button_line)s; border-radius: 8px;
  padding: 7px 15px 8px 15px; font-weight: bold; outline: none;
}
QPushButton:hover, QPushButton:pressed { background: %(hover)s; border-color: %(accent)s; }
QPushButton:disabled { color: %(muted)s; border-color: %(line)s; background: %(canvas)s; }
QPushButton[kind="primary"] { background: %(primary_fill)s; color: %(primary_ink)s; border-color: %(primary_fill)s; }
QPushButton[kind="primary"]:hover { background: %(primary_hover)s; border-color: %(primary_hover)s; }
QPushButton[kind="primary"]:disabled {
  background: %(neutral_fill)s; color: %(neutral_ink)s; border-color: %(neutral_fill)s;
}
QPushButton[kind="danger"] { background: %(danger_fill)s; color: %(danger_ink)s; border-color: %(danger_fill)s; }
QPushButton::menu-indicator { image: none; width: 0; }
LinkButton { background: transparent; border: none; padding: 2px 0; font-weight: normal; }
LinkButton[kind="name"] { font-weight: bold; }
StatTile LinkButton { font-size: %(px13)s; }
QPushButton[kind="bare"] { background: transparent; border: none; padding: 7px; }
QPushButton[kind="bare"]:hover { background: %(hover)s; }
QPushButton[kind="filter"] {
  background: %(neutral_fill)s; color: %(neutral_ink)s; border: none; border-radius: %(filter_end)s;
  padding: 5px 12px 6px 12px; font-size: %(px13)s;
}
QPushButton[kind="filter"]:checked { background: %(now_fill)s; color: %(now_ink)s; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox {
  background: %(surface)s; color: %(text)s; border: 1px solid %(control_line)s; border-radius: 8px; padding: 7px 10px;
  selection-background-color: %(primary_fill)s; selection-color: %(primary_ink)s;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid %(focus)s; padding: 6px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: %(sunken)s; color: %(muted)s; border-color: %(line)s;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: %(sunken)s; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border-color: %(danger_text)s; }
QPlainTextEdit[voice="true"] {
  border-left: 5px solid %(voice)s; border-top-left-radius: 0; border-bottom-left-radius: 0;
}
QComboBox { padding-right: 34px; }
QComboBox:focus { padding-right: 33px; }
QComboBox::drop-down { border: none; width: 30px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: %(surface)s; border: 1px solid %(line)s; padding: 4px; outline: none;
  selection-background-color: %(selected_fill)s; selection-color: %(selected_ink)s;
}
QComboBox QAbstractItemView::item { min-height: 34px; padding: 0 8px; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
"""

_LISTS = """
QTableView, QListView {
  background: %(surface)s; border: none; outline: none; alternate-background-color: %(surface)s;
  selection-background-color: %(selected_fill)s; selection-color: %(selected_ink)s;
}
QHeaderView { background: %(surface)s; border: none; }
QHeaderView::section {
  background: %(surface)s; color: %(muted)s; border: none; border-bottom: 1px solid %(line)s;
  padding: 8px 10px; font-size: %(px13)s; font-weight: bold; text-align: left;
}
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: %(muted)s; border: none; border-bottom: 3px solid transparent;
  padding: 10px 14px 8px 14px; margin-right: 4px;
}
QTabBar::scroller { width: 56px; }
QTabBar QToolButton { background: %(surface)s; border: 1px solid %(line)s; border-radius: 6px; }
QTabBar QToolButton:hover { background: %(hover)s; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(text)s; font-weight: bold; border-bottom-color: %(accent)s; }
"""

_CALENDAR = """
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %(surface)s; }
QCalendarWidget QToolButton {
  background: transparent; color: %(text)s; border: none; border-radius: 6px; padding: 6px 8px; font-weight: bold;
}
QCalendarWidget QToolButton:hover { background: %(hover)s; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView {
  selection-background-color: %(primary_fill)s; selection-color: %(primary_ink)s;
  alternate-background-color: %(surface)s;
}
"""

_SHELL = """
Rail { background: %(rail_fill)s; }
Rail Label { color: %(rail_muted)s; font-size: %(px13)s; }
Rail Label[role="brand"] { color: %(rail_selected_ink)s; font-size: %(px17)s; font-weight: bold; }
Rail Label[role="person"] { color: %(rail_selected_ink)s; font-weight: bold; font-size: %(px13)s; }
Rail Separator { background: %(rail_line)s; }
Rail QPushButton {
  background: transparent; color: %(rail_ink)s; border: none; border-radius: 8px;
  padding: 9px 12px 10px 12px; font-weight: normal; text-align: left;
}
Rail QPushButton:hover { background: %(rail_line)s; }
Rail QPushButton:checked { background: %(rail_selected_fill)s; color: %(rail_selected_ink)s; font-weight: bold; }
TopBar { background: %(bar)s; border: none; border-bottom: 1px solid %(line)s; }
SearchHits { background: %(surface)s; border: 1px solid %(line)s; border-radius: 10px; }
LockCover { background: %(canvas)s; }
"""

_ROOM = """
RoomView { background: %(canvas)s; }
RoomView Label, RoomView QPushButton, RoomView QPlainTextEdit, RoomView QCheckBox { font-size: %(px18)s; }
RoomView AgendaRow { font-size: %(px18)s; }
RoomView Label[role="small-muted"], RoomView QComboBox { font-size: %(px18)s; }
RoomView Label[role="lead"] { font-size: %(px20)s; }
RoomView Label[role="card"] { font-size: %(px20)s; }
RoomView Label[role="page"] { font-size: %(px26)s; }
RoomBar { background: %(rail_fill)s; }
RoomBar Label { color: %(rail_muted)s; }
RoomBar Label[role="lead"] { color: %(rail_selected_ink)s; }
RoomBar QPushButton { background: %(rail_selected_fill)s; color: %(rail_selected_ink)s; border-color: %(rail_muted)s; }
RoomBar QPushButton:disabled { color: %(rail_muted)s; background: transparent; border-color: %(rail_line)s; }
RoomBar QPushButton:hover { background: %(rail_line)s; }
RoomBar QPushButton:checked { background: transparent; border-color: %(rail_selected_ink)s; }
RoomBar QPushButton[kind="primary"] {
  background: %(rail_selected_ink)s; color: %(rail_fill)s; border-color: %(rail_selected_ink)s;
}
RoomBar QPushButton[kind="primary"]:hover { background: %(rail_ink)s; }
RoomStrip, RoomPlan { background: %(bar)s; }
RoomStrip { border-bottom: 1px solid %(line)s; }
RoomPlan { border-left: 1px solid %(line)s; }
RoomAgenda { border-right: 1px solid %(line)s; }
AttendanceChip { border: none; border-radius: %(chip_end)s; padding: 3px 12px 4px 12px; }
AttendanceChip[state="unknown"] { background: %(neutral_fill)s; color: %(neutral_ink)s; }
AttendanceChip[state="present"] { background: %(done_fill)s; color: %(done_ink)s; }
AttendanceChip[state="absent"] { background: %(soon_fill)s; color: %(soon_ink)s; }
AttendanceChip[state="written"] { background: %(info_fill)s; color: %(info_ink)s; }
NoteRow {
  background: %(surface)s; border: none; border-top-right-radius: 8px; border-bottom-right-radius: 8px;
}
NoteRow[kind="said"] { border-left: 5px solid %(voice)s; }
NoteRow[kind="wish"] { border-left: 5px solid %(step_2_lit)s; }
NoteRow[kind="agreed"] { border-left: 5px solid %(accent)s; }
NoteRow[kind="to_decide"] { border-left: 5px solid %(muted)s; }
ContributionRow {
  background: %(surface)s; border: none; border-left: 5px solid %(info_ink)s;
  border-top-right-radius: 8px; border-bottom-right-radius: 8px;
}
KindButton { border: 2px solid transparent; }
KindButton[note="said"] { background: %(voice_fill)s; color: %(voice_ink)s; }
KindButton[note="wish"] { background: %(soon_fill)s; color: %(soon_ink)s; }
KindButton[note="agreed"] { background: %(info_fill)s; color: %(info_ink)s; }
KindButton[note="to_decide"] { background: %(neutral_fill)s; color: %(neutral_ink)s; }
KindButton:checked { border-color: %(text)s; }
AnswerButton { min-width: 92px; min-height: 52px; padding: 4px 8px; }
AnswerButton:checked { background: %(voice_fill)s; color: %(voice_ink)s; border: 2px solid %(voice)s; }
"""

_SHARED = """
SharedWindow { background: %(canvas)s; }
SharedWindow QWidget#plan { background: %(bar)s; border-left: 1px solid %(line)s; }
SharedWindow QWidget#plan QWidget { border: none; }
SharedNoteRow { background: %(surface)s; border: none; }
SharedNoteRow[kind="said"] { border-left: 10px solid %(voice)s; }
SharedNoteRow[kind="wish"] { border-left: 10px solid %(step_2_lit)s; }
SharedNoteRow[kind="agreed"] { border-left: 10px solid %(accent)s; }
SharedNoteRow[kind="to_decide"] { border-left: 10px solid %(muted)s; }
"""

_SHEET: Final = _TEXT + _SURFACES + _BUTTONS + _FIELDS + _LISTS + _CALENDAR + _SHELL + _ROOM + _SHARED
