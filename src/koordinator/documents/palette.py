"""Colours by name; the screen's themes and the paper give the names their values."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from koordinator.domain.letterhead_colour import STANDARD_ACCENT, tint_of


class Ink(StrEnum):
    """What a colour is for."""

    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    SURFACE = "surface"
    PRIMARY = "primary"
    PRIMARY_TINT = "primary_tint"
    WAITING = "waiting"
    WAITING_TINT = "waiting_tint"
    CITIZEN = "citizen"
    CITIZEN_TINT = "citizen_tint"
    STEP_1 = "step_1"
    STEP_2 = "step_2"
    STEP_3 = "step_3"
    STEP_1_TINT = "step_1_tint"
    STEP_2_TINT = "step_2_tint"
    STEP_3_TINT = "step_3_tint"
    SPOKE = "spoke"
    AREA_1 = "area_1"
    AREA_2 = "area_2"
    AREA_3 = "area_3"
    AREA_4 = "area_4"
    AREA_5 = "area_5"
    AREA_6 = "area_6"


PAPER: Final[Mapping[Ink, str]] = MappingProxyType(
    {
        Ink.TEXT: "#1D2B33",
        Ink.MUTED: "#53626A",
        Ink.LINE: "#CFCABF",
        Ink.SURFACE: "#FFFFFF",
        Ink.PRIMARY: STANDARD_ACCENT,
        Ink.PRIMARY_TINT: "#EAF3F5",
        Ink.WAITING: "#C98A35",
        Ink.WAITING_TINT: "#FBF4E9",
        Ink.CITIZEN: "#8A5A8A",
        Ink.CITIZEN_TINT: "#F7F1F7",
        Ink.STEP_1: "#9CC5A1",
        Ink.STEP_2: "#E0A458",
        Ink.STEP_3: "#6B74B5",
        Ink.STEP_1_TINT: "#E6F1E7",
        Ink.STEP_2_TINT: "#FAEEDC",
        Ink.STEP_3_TINT: "#E5E7F4",
        Ink.SPOKE: "#A9B3B8",
        Ink.AREA_1: "#EFE9DD",
        Ink.AREA_2: "#DCE8EC",
        Ink.AREA_3: "#E4EEDD",
        Ink.AREA_4: "#F8EAD2",
        Ink.AREA_5: "#EBDFEC",
        Ink.AREA_6: "#E2E5F3",
    }
)
"""White paper: darker greys than on screen, so that a tired office printer still shows them."""


def paper_colours(accent: str) -> Mapping[Ink, str]:
    """The colours of one document: the municipality's own takes the first one's place, with a tint to match."""
    return PAPER if accent == STANDARD_ACCENT else {**PAPER, Ink.PRIMARY: accent, Ink.PRIMARY_TINT: tint_of(accent)}
