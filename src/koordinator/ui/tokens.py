"""The named colours of the screen, one light set and one dark set. No other file holds a colour."""

from enum import StrEnum
from typing import Final, NamedTuple

PAPER: Final = "#FFFFFF"
"""A sheet of paper is white, by day and by night."""


class Tone(StrEnum):
    """The colour of a badge, a chip or a bar: always beside a word, never instead of it."""

    STEP_1 = "step_1"
    STEP_2 = "step_2"
    STEP_3 = "step_3"
    NEUTRAL = "neutral"
    INFO = "info"
    DONE = "done"
    SOON = "soon"
    OVERDUE = "overdue"
    VOICE = "voice"
    NOW = "now"


class Pair(NamedTuple):
    """A fill and the ink that is read on it."""

    fill: str
    ink: str


class Tokens(NamedTuple):
    canvas: str
    bar: str
    surface: str
    sunken: str
    line: str
    control_line: str
    button_line: str
    text: str
    muted: str
    accent: str
    """Words and lines in the primary colour: links, quiet buttons, the chosen tab."""
    primary: Pair
    primary_hover: str
    danger: Pair
    danger_text: str
    selected: Pair
    hover: str
    rail: Pair
    rail_selected: Pair
    rail_muted: str
    rail_line: str
    voice: str
    focus: str
    focus_halo: str
    """The outer ring, for surfaces on which the inner one does not show."""
    steps: tuple[Pair, Pair, Pair]
    unlit_steps: tuple[Pair, Pair, Pair]
    person: str
    bar_rest: str
    areas: tuple[str, str, str, str, str, str]
    """The grounds of a figure's areas; text and quiet text are read on each."""
    tones: dict[Tone, Pair]


LIGHT: Final = Tokens(
    canvas="#F6F4EF",
    bar="#FCFBF7",
    surface="#FFFFFF",
    sunken="#F3F0E9",
    line="#DDD8CE",
    control_line="#838F96",
    button_line="#BFC7CA",
    text="#1D2B33",
    muted="#5B6B73",
    accent="#0B5563",
    primary=Pair("#0B5563", "#FFFFFF"),
    primary_hover="#0E6675",
    danger=Pair("#9B2C1C", "#FFFFFF"),
    danger_text="#8A2A1B",
    selected=Pair("#E9F3F5", "#1D2B33"),
    hover="#F4F8F8",
    rail=Pair("#0B3C49", "#E8F0F2"),
    rail_selected=Pair("#17586A", "#FFFFFF"),
    rail_muted="#C5D6DB",
    rail_line="#2A5763",
    voice="#8A5A8A",
    focus="#0B5563",
    focus_halo="#FFFFFF",
    steps=(Pair("#9CC5A1", "#1D2B33"), Pair("#E0A458", "#1D2B33"), Pair("#6B74B5", "#04070A")),
    unlit_steps=(Pair("#E0ECE1", "#3D4C53"), Pair("#F8EAD2", "#4F4A3E"), Pair("#E4E6F4", "#454B66")),
    person="#0B5563",
    bar_rest="#E4E0D6",
    areas=("#F2EDE3", "#E1ECEF", "#E7F0E1", "#FAEEDA", "#EFE5F0", "#E7E9F6"),
    tones={
        Tone.STEP_1: Pair("#DCEBDD", "#23492B"),
        Tone.STEP_2: Pair("#F8E3BE", "#5F3F05"),
        Tone.STEP_3: Pair("#E0E2F5", "#343B7A"),
        Tone.NEUTRAL: Pair("#EEEAE1", "#4A575E"),
        Tone.INFO: Pair("#D3E4E8", "#0B3C49"),
        Tone.DONE: Pair("#DCEBDD", "#23492B"),
        Tone.SOON: Pair("#F8E3BE", "#5F3F05"),
        Tone.OVERDUE: Pair("#F3CFC6", "#7A1F12"),
        Tone.VOICE: Pair("#EADDEA", "#5A2F5A"),
        Tone.NOW: Pair("#0B5563", "#FFFFFF"),
    },
)

DARK: Final = Tokens(
    canvas="#12181B",
    bar="#161D21",
    surface="#1B2327",
    sunken="#242D32",
    line="#333E44",
    control_line="#71808A",
    button_line="#4A5860",
    text="#E4EAEC",
    muted="#A5B3B9",
    accent="#8CCBD6",
    primary=Pair("#1E788A", "#FFFFFF"),
    primary_hover="#218093",
    danger=Pair("#B4402E", "#FFFFFF"),
    danger_text="#F0A091",
    selected=Pair("#1C3A43", "#F1F6F7"),
    hover="#202A2F",
    rail=Pair("#0C2730", "#DDE8EB"),
    rail_selected=Pair("#17495A", "#FFFFFF"),
    rail_muted="#AFC3C9",
    rail_line="#22424D",
    voice="#C79AC7",
    focus="#8CCBD6",
    focus_halo="#12181B",
    steps=(Pair("#8AB790", "#0B1114"), Pair("#DDA25A", "#0B1114"), Pair("#8E96D6", "#0B1114")),
    unlit_steps=(Pair("#24352A", "#BCD3BF"), Pair("#3A3020", "#E2CBA4"), Pair("#2A2F4A", "#C3C8EC")),
    person="#BFE3EA",
    bar_rest="#38444A",
    areas=("#2B2A26", "#20323A", "#24332A", "#393021", "#352A38", "#2A2E45"),
    tones={
        Tone.STEP_1: Pair("#26402C", "#C9E5CD"),
        Tone.STEP_2: Pair("#4A3716", "#F6DCAE"),
        Tone.STEP_3: Pair("#31376A", "#D9DCF8"),
        Tone.NEUTRAL: Pair("#2E383D", "#C2CDD2"),
        Tone.INFO: Pair("#255562", "#D6EEF3"),
        Tone.DONE: Pair("#26402C", "#C9E5CD"),
        Tone.SOON: Pair("#4A3716", "#F6DCAE"),
        Tone.OVERDUE: Pair("#5A251C", "#F9D3CA"),
        Tone.VOICE: Pair("#46304A", "#EBD3EB"),
        Tone.NOW: Pair("#1E788A", "#FFFFFF"),
    },
)

STEP_TONES: Final = (Tone.NEUTRAL, Tone.STEP_1, Tone.STEP_2, Tone.STEP_3)
