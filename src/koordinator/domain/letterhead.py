"""Brevpapir: how the municipality's papers look. It is put on when a paper is drawn and stands in no content.

A paper keeps its exact bytes, so one that was made before stays as it was when the letterhead changes; the same plan
version made again on new paper is another paper with other bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.letterhead_colour import STANDARD_ACCENT
from koordinator.domain.letterhead_logo import LogoPicture
from koordinator.domain.setting import SettingKey


class Envelope(StrEnum):
    """The window envelope that letters are sent in."""

    C5 = "c5"
    M65 = "m65"


class Window(NamedTuple):
    """Where a letter's address stands on A4 and what is kept free round it, in mm from the page's top left corner.

    `clear_*` is all that can come into the window or under the machine's codes. `folds` are from the page's top.
    """

    left: float
    top: float
    width: float
    height: float
    clear_left: float
    clear_top: float
    clear_right: float
    clear_bottom: float
    folds: tuple[float, ...]


WINDOWS: Final[Mapping[Envelope, Window]] = {
    Envelope.C5: Window(21, 41, 59, 21, 17, 25, 132, clear_bottom=114, folds=(148.5,)),
    Envelope.M65: Window(21, 41, 59, 21, 17, 25, 132, clear_bottom=103, folds=(99, 198)),
}
"""Address field and clear field: Digitaliseringsstyrelsen's A4 template for Fjernprint ("ny rudeplacering"), to which
letters sent through Digital Post are printed; its measures as given by OS2Forms, os2forms_digital_post, README.
A C5 envelope (162 x 229 mm) takes A4 folded once, an M65 (112 x 223 mm) A4 folded in three: there the clear field ends
at the first fold, since what is below it lies behind, with 4 mm for a crooked fold."""

MOST_RETURN_CHARACTERS: Final = 70
"""What one line of the window holds (OS2Forms, release Q2 2026)."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on the paper before anything is written on it. Every line may be empty."""

    municipality: str = ""
    name: str = ""
    department: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""
    accent: str = STANDARD_ACCENT
    envelope: Envelope | None = None
    logo: LogoPicture | None = None

    @property
    def shown_name(self) -> str:
        """The name beside the logo; a logo says the municipality's name by itself."""
        return self.name or ("" if self.logo else self.municipality)

    @property
    def window(self) -> Window | None:
        """Where a letter's address stands; None where it goes into no window."""
        return WINDOWS[self.envelope] if self.envelope else None


def letterhead_of(values: Mapping[SettingKey, str], logo: LogoPicture | None) -> Letterhead:
    """The letterhead that the settings make."""
    envelope = values[SettingKey.ENVELOPE]
    return Letterhead(
        municipality=values[SettingKey.MUNICIPALITY],
        name=values[SettingKey.LETTERHEAD_NAME],
        department=values[SettingKey.LETTERHEAD_DEPARTMENT],
        address=values[SettingKey.LETTERHEAD_ADDRESS],
        phone=values[SettingKey.LETTERHEAD_PHONE] or values[SettingKey.MAIN_PHONE],
        web=values[SettingKey.LETTERHEAD_WEB],
        accent=values[SettingKey.ACCENT_COLOUR] or STANDARD_ACCENT,
        envelope=Envelope(envelope) if envelope else None,
        logo=logo,
    )
