"""How a help page is set: air between the parts, and headings no larger than a card's."""

from typing import Final

from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)

from koordinator.ui import theme
from koordinator.ui.style_sheet import TextSize

_LINE_PERCENT: Final = 118
_AIR: Final = 10
_HEADING_AIR: Final = 20
_LAST_AIR: Final = 24
_CELL_AIR: Final = 6
_MARK_AIR: Final = "\N{NO-BREAK SPACE}" * 2
"""Qt sets a mark one space from its words, and has no other way to move it."""


def set_type(document: QTextDocument) -> None:
    """Sets every block of a document just read in the size of text that is in force."""
    page = document.rootFrame().frameFormat()
    page.setBottomMargin(theme.active().px(_LAST_AIR))
    document.rootFrame().setFrameFormat(page)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)
    block = document.begin()
    while block.isValid():
        _set_block(block)
        block = block.next()


def _set_table(table: QTextTable) -> None:
    look = theme.active()
    lines = table.format()
    lines.setBorderBrush(QColor(look.tokens.line))
    lines.setBorderCollapse(True)
    lines.setCellPadding(look.px(_CELL_AIR))
    lines.setTopMargin(look.px(_AIR))
    lines.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
    table.setFormat(lines)


def _set_block(block: QTextBlock) -> None:
    look = theme.active()
    cursor = QTextCursor(block)
    is_heading = block.blockFormat().headingLevel() > 0
    air = QTextBlockFormat()
    air.setTopMargin(look.px(_HEADING_AIR) if is_heading else 0)
    air.setBottomMargin(look.px(_AIR // 2 if block.textList() is not None else _AIR))
    air.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.textList() is not None:
        air.setTextIndent(-QFontMetricsF(look.font()).horizontalAdvance(_MARK_AIR))
        cursor.insertText(_MARK_AIR, QTextCharFormat())
    cursor.mergeBlockFormat(air)
    if is_heading:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        heading = cursor.charFormat()
        heading.setFont(look.font(TextSize.CARD, bold=True))
        heading.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setCharFormat(heading)
