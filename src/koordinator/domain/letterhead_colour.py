"""The municipality's one colour on white paper: it is read in print, and also where the printer only has black."""

import re
from typing import Final

from koordinator.domain.errors import DomainError

STANDARD_ACCENT: Final = "#0B5563"
LEAST_CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3: text of ordinary size against what it stands on."""

_COLOUR: Final = re.compile(r"#?([0-9A-F]{6})")
_HIGHEST: Final = 255
_PAPER: Final = 1.05
"""The luminance of white, with the 0.05 that WCAG adds to both."""
_SEEN: Final = (0.2126, 0.7152, 0.0722)
_PRINTED: Final = (0.299, 0.587, 0.114)
"""ITU-R BT.601: how a printer without colours makes its grey."""
_TINT: Final = 0.08

_Channels = tuple[int, int, int]


class NotAColour(DomainError):
    """The text is not a colour as # and six digits, such as #0B5563."""

    text: str


class FaintColour(DomainError):
    """On white, in colour or in grey, the colour cannot be read; `nearest` is the same hue as light as it may be."""

    colour: str
    nearest: str


def checked_accent(text: str) -> str:
    """The colour as it is kept: # and six capital digits; nothing for nothing. Raises NotAColour or FaintColour."""
    if not text.strip():
        return ""
    found = _COLOUR.fullmatch(text.strip().upper())
    if found is None:
        raise NotAColour(text.strip())
    colour = f"#{found[1]}"
    if not is_readable(colour):
        raise FaintColour(colour, nearest_readable(colour))
    return colour


def is_readable(colour: str) -> bool:
    """Its contrast with white is enough in colour, and in the grey that a printer makes of it."""
    channels = _channels(colour)
    return min(_contrast(channels), _contrast(_grey(channels))) >= LEAST_CONTRAST


def nearest_readable(colour: str) -> str:
    """The colour darkened no more than it takes."""
    channels = _channels(colour)
    darker = (_hex(_scaled(channels, share)) for share in range(_HIGHEST, -1, -1))
    return next(each for each in darker if is_readable(each))


def tint_of(colour: str) -> str:
    """A breath of the colour on white, to set text on."""
    red, green, blue = (round(_HIGHEST - (_HIGHEST - channel) * _TINT) for channel in _channels(colour))
    return _hex((red, green, blue))


def _channels(colour: str) -> _Channels:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(channels: _Channels) -> str:
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def _scaled(channels: _Channels, share: int) -> _Channels:
    red, green, blue = (channel * share // _HIGHEST for channel in channels)
    return red, green, blue


def _grey(channels: _Channels) -> _Channels:
    grey = round(sum(weight * channel for weight, channel in zip(_PRINTED, channels, strict=True)))
    return grey, grey, grey


def _contrast(channels: _Channels) -> float:
    light = sum(weight * _linear(channel / _HIGHEST) for weight, channel in zip(_SEEN, channels, strict=True))
    return _PAPER / (light + 0.05)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
