"""A page of a paper as a picture, for the screen and for the printer."""

from dataclasses import dataclass

from koordinator.domain.errors import EnvironmentFault


class UnreadablePaper(EnvironmentFault):
    """The bytes are no paper that can be shown: damaged, cut off, or without a page."""


class ChangedPaper(EnvironmentFault):
    """The bytes of a kept paper are not those that it was kept with."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """In points, 72 to the inch."""

    width: float
    height: float

    def height_at(self, width: int) -> int:
        """How many rows of pixels the page has when it is so many wide; at least one."""
        return max(round(width * self.height / self.width), 1)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Row after row from the top, four bytes a pixel: blue, green, red, and one without meaning."""

    width: int
    height: int
    pixels: bytes
