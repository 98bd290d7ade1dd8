"""The one style sheet, built from the tokens and the text size. Widgets carry roles, never colours."""

from dataclasses import fields
from enum import IntEnum
from string import Template
from typing import Final

from koordinator.ui.tokens import Pair, Tokens


class TextSize(IntEnum):
    """Heights in pixels at 100 %."""

    SMALL = 13
    BODY = 15
    CARD = 17
    LEAD = 20
    PAGE = 26


def style_sheet(tokens: Tokens, text_scale: float) -> str:
    values = {f"px{size:d}": f"{round(size * text_scale)}px" for size in TextSize}
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, str):
            values[field.name] = value
        elif isinstance(value, Pair):
            values[f"{field.name}_fill"], values[f"{field.name}_ink"] = value.fill, value.ink
    for tone, pair in tokens.tones.items():
        values[f"{tone}_fill"], values[f"{tone}_ink"] = pair.fill, pair.ink
    values["pill"] = f"{round(14 * text_scale)}px"
    return _SHEET.substitute(values)


_TEXT = """
QMainWindow, QDialog { background: $canvas; }
QToolTip { background: $text; color: $canvas; border: none; padding: 6px 8px; font-size: $px13; }
Label { background: transparent; }
Label[role="page"] { font-size: $px26; font-weight: bold; }
Label[role="lead"] { font-size: $px20; font-weight: bold; }
Label[role="card"] { font-size: $px17; font-weight: bold; }
Label[role="strong"] { font-weight: bold; }
Label[role="muted"] { color: $muted; }
Label[role="small"] { font-size: $px13; }
Label[role="small-muted"] { font-size: $px13; color: $muted; }
Label[role="fault"] { font-size: $px13; color: $danger_text; }
Label[role="warning"] { color: $danger_text; }
Label[role="voice"] { color: $voice; }
"""

_SURFACES = """
Card { background: $surface; border: 1px solid $line; border-radius: 10px; }
Separator { background: $line; border: none; }
Panel { border-radius: 8px; }
Panel[tone="info"] { background: $info_fill; }
Panel[tone="soon"] { background: $soon_fill; }
Panel[tone="overdue"] { background: $overdue_fill; }
Panel[tone="done"] { background: $done_fill; }
Panel[tone="neutral"] { background: $neutral_fill; }
Panel[tone="info"] Label { color: $info_ink; }
Panel[tone="soon"] Label { color: $soon_ink; }
Panel[tone="overdue"] Label { color: $overdue_ink; }
Panel[tone="done"] Label { color: $done_ink; }
Panel[tone="neutral"] Label { color: $neutral_ink; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 2px; }
QScrollBar:horizontal { height: 12px; margin: 2px; }
QScrollBar::handle { background: $button_line; border-radius: 4px; }
QScrollBar::handle:hover { background: $control_line; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 8px 20px 8px 12px; border-radius: 6px; }
QMenu::item:selected { background: $selected_fill; color: $selected_ink; }
QProgressBar { background: $bar_rest; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: $primary_fill; border-radius: 4px; }
"""

_BUTTONS = """
QPushButton {
  background: $surface; color: $accent; border: 1px solid $button_line; border-radius: 8px;
  padding: 7px 15px 8px 15px; font-weight: bold; outline: none;
}
QPushButton:hover, QPushButton:pressed { background: $hover; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $line; background: $canvas; }
QPushButton[kind="primary"] { background: $primary_fill; color: $primary_ink; border-color: $primary_fill; }
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:disabled {
  background: $neutral_fill; color: $neutral_ink; border-color: $neutral_fill;
}
QPushButton[kind="danger"] { background: $danger_fill; color: $danger_ink; border-color: $danger_fill; }
QPushButton[kind="link"] {
  background: transparent; border: none; padding: 2px 0; text-align: left; font-weight: normal;
  text-decoration: underline;
}
QPushButton[kind="crumb"] {
  background: transparent; border: none; padding: 2px 0; text-align: left; font-weight: normal; color: $muted;
}
QPushButton[kind="crumb"]:hover { color: $text; text-decoration: underline; }
QPushButton[kind="name"] { background: transparent; border: none; padding: 2px 0; text-align: left; color: $text; }
QPushButton[kind="name"]:hover { color: $accent; text-decoration: underline; }
StatTile QPushButton { font-size: $px13; }
QPushButton[kind="link"]:hover { color: $text; }
QPushButton[kind="bare"] { background: transparent; border: none; padding: 7px; }
QPushButton[kind="bare"]:hover { background: $hover; }
QPushButton[kind="filter"] {
  background: $neutral_fill; color: $neutral_ink; border: none; border-radius: $pill;
  padding: 5px 12px 6px 12px; font-size: $px13;
}
QPushButton[kind="filter"]:checked { background: $now_fill; color: $now_ink; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $control_line; border-radius: 8px; padding: 7px 10px;
  selection-background-color: $primary_fill; selection-color: $primary_ink;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: 6px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $muted; border-color: $line;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border-color: $danger_text; }
QPlainTextEdit[voice="true"] { border-left: 5px solid $voice; border-top-left-radius: 0; border-bottom-left-radius: 0; }
QComboBox { padding-right: 34px; }
QComboBox:focus { padding-right: 33px; }
QComboBox::drop-down { border: none; width: 30px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $selected_fill; selection-color: $selected_ink;
}
QComboBox QAbstractItemView::item { min-height: 34px; padding: 0 8px; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
"""

_LISTS = """
QTableView, QListView {
  background: $surface; border: none; outline: none; alternate-background-color: $surface;
  selection-background-color: $selected_fill; selection-color: $selected_ink;
}
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 8px 10px; font-size: $px13; font-weight: bold; text-align: left;
}
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: $muted; border: none; border-bottom: 3px solid transparent;
  padding: 10px 14px 8px 14px; margin-right: 4px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: bold; border-bottom-color: $accent; }
"""

_SHELL = """
Rail { background: $rail_fill; }
Rail Label { color: $rail_muted; font-size: $px13; }
Rail Label[role="brand"] { color: $rail_selected_ink; font-size: $px17; font-weight: bold; }
Rail Label[role="person"] { color: $rail_selected_ink; font-weight: bold; font-size: $px13; }
Rail Separator { background: $rail_line; }
Rail QPushButton {
  background: transparent; color: $rail_ink; border: none; border-radius: 8px;
  padding: 9px 12px 10px 12px; font-weight: normal; text-align: left;
}
Rail QPushButton:hover { background: $rail_line; }
Rail QPushButton:checked { background: $rail_selected_fill; color: $rail_selected_ink; font-weight: bold; }
TopBar { background: $bar; border: none; border-bottom: 1px solid $line; }
SearchHits { background: $surface; border: 1px solid $line; border-radius: 10px; }
LockCover { background: $canvas; }
"""

_SHEET: Final = Template(_TEXT + _SURFACES + _BUTTONS + _FIELDS + _LISTS + _SHELL)
