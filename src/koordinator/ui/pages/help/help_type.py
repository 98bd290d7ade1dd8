"""How a help page is set: air between the parts, and headings no larger than a card's."""

from typing import Final

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from koordinator.ui import theme
from koordinator.ui.style_sheet import TextSize

_LINE_PERCENT: Final = 135
_AIR: Final = 10
_HEADING_AIR: Final = 20


def set_type(document: QTextDocument) -> None:
    """Sets every block of the document in the size of text that is in force."""
    block = document.begin()
    while block.isValid():
        _set_block(block)
        block = block.next()


def _set_block(block: QTextBlock) -> None:
    look = theme.active()
    cursor = QTextCursor(block)
    is_heading = block.blockFormat().headingLevel() > 0
    air = QTextBlockFormat()
    air.setTopMargin(look.px(_HEADING_AIR) if is_heading else 0)
    air.setBottomMargin(look.px(_AIR // 2 if block.textList() is not None else _AIR))
    air.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(air)
    if is_heading:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        heading = cursor.charFormat()
        heading.setFont(look.font(TextSize.CARD, bold=True))
        heading.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setCharFormat(heading)
