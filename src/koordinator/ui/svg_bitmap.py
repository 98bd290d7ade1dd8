"""Draws an SVG that has been made safe (see `integrations.logo_svg`) as a picture. Fit for any thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColorConstants, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer


def svg_bitmap(content: bytes, width: int, height: int) -> bytes:
    """A PNG on white, so many pixels wide and high."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(content)).render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
