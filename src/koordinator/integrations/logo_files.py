"""Logo files: told apart by what is in them, limited before they are decoded, and written anew.

What comes out is a small picture on white that we made ourselves: a palette of RGB colours, no metadata, no
transparency, no tricks.
"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from koordinator.domain.letterhead_logo import LogoFault, LogoPicture, UnusableLogo
from koordinator.integrations.logo_svg import safe_svg

MOST_BYTES: Final = 5_000_000
MOST_SVG_BYTES: Final = 1_000_000
MOST_PIXELS: Final = 12_000_000
LEAST_SIDE: Final = 40
LONGEST_TO_SHORTEST: Final = 12
"""A logo longer than this would be a line on the paper."""
WIDEST: Final = 720
HIGHEST: Final = 240
"""At least 360 dots an inch at the size it is printed in (see `documents.letterhead`)."""
AIMED_BYTES: Final = 32_000
"""So that a plan with a logo still is a small file."""
_COLOURS: Final = 256
_SMALLER: Final = 0.8

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_WHITE: Final = (255, 255, 255)
_PRINT_COLOURS: Final = ("CMYK", "YCCK")
_DEEP: Final = ("I", "F")
_BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for a file that is not what it says it is."""

DrawSvg = Callable[[bytes, int, int], bytes]
"""Draws an SVG that was made safe on white, so many pixels wide and high, and gives a PNG."""


class LogoFilesOnDisk:
    """Reads logos."""

    def __init__(self, draw_svg: DrawSvg) -> None:
        self._draw_svg = draw_svg

    def read(self, path: Path) -> LogoPicture:
        """The picture in the file, as it will be printed. Raises UnusableLogo."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise UnusableLogo(LogoFault.UNREADABLE) from error
        return self.picture(content)

    def picture(self, content: bytes) -> LogoPicture:
        """The same, from the file's bytes."""
        if len(content) > MOST_BYTES:
            raise UnusableLogo(LogoFault.TOO_LARGE)
        if not content.startswith((_PNG, _JPEG)):
            content = self._drawn(content)
        return _made_small(_cropped(_on_white(content)))

    def _drawn(self, content: bytes) -> bytes:
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            raise UnusableLogo(LogoFault.FORMAT)
        if len(content) > MOST_SVG_BYTES:
            raise UnusableLogo(LogoFault.TOO_LARGE)
        svg = safe_svg(content)
        _check_shape(svg.width, svg.height)
        scale = min(2 * WIDEST / svg.width, 2 * HIGHEST / svg.height)
        return self._draw_svg(svg.content, max(round(svg.width * scale), 1), max(round(svg.height * scale), 1))


def _on_white(content: bytes) -> Image.Image:
    """The whole picture as RGB. Its size is looked at before any of it is decoded."""
    try:
        # Not Image.open, which tries every format it knows.
        kind = PngImageFile if content.startswith(_PNG) else JpegImageFile
        with kind(BytesIO(content)) as image:
            _check_head(image)
            image.load()
            return _flattened(image)
    except _BROKEN as error:
        raise UnusableLogo(LogoFault.BROKEN) from error


def _check_head(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise UnusableLogo(LogoFault.TOO_MANY_PIXELS)
    if getattr(image, "is_animated", False):
        raise UnusableLogo(LogoFault.ANIMATED)
    if image.mode in _PRINT_COLOURS:
        raise UnusableLogo(LogoFault.PRINT_COLOURS)


def _flattened(image: Image.Image) -> Image.Image:
    if image.mode.startswith(_DEEP):
        # 16 bits a pixel: the upper half of them.
        image = image.point(lambda value: value / 256).convert("L")
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, (*_WHITE, 255))
    paper.alpha_composite(seen)
    return paper.convert("RGB")


def _cropped(image: Image.Image) -> Image.Image:
    """Without white round it, so that it stands where it is put."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, _WHITE)).getbbox()
    if box is None:
        raise UnusableLogo(LogoFault.EMPTY)
    cropped = image.crop(box)
    _check_shape(*cropped.size)
    if min(cropped.size) < LEAST_SIDE:
        raise UnusableLogo(LogoFault.TOO_SMALL)
    return cropped


def _check_shape(width: float, height: float) -> None:
    if max(width, height) > LONGEST_TO_SHORTEST * min(width, height):
        raise UnusableLogo(LogoFault.TOO_LONG)


def _made_small(image: Image.Image) -> LogoPicture:
    """With as many colours as a palette holds and, where that is not enough, fewer pixels, until it is a small file."""
    image.thumbnail((WIDEST, HIGHEST), Image.Resampling.LANCZOS)
    content = _png(image)
    while len(content) > AIMED_BYTES and min(image.size) > LEAST_SIDE:
        image = image.resize((round(image.width * _SMALLER), round(image.height * _SMALLER)), Image.Resampling.LANCZOS)
        content = _png(image)
    return LogoPicture(content, *image.size)


def _png(image: Image.Image) -> bytes:
    output = BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(output, "PNG", optimize=True, bits=8)
    return output.getvalue()
