"""Words of the help page; what it tells lies in `resources/help`."""

from typing import Final

TITLE: Final = "Hjælp"
TOPICS: Final = "Emner"
SHORTCUTS: Final = "Genveje på tastaturet"
SHORTCUTS_INTRO: Final = "Alt i programmet kan nås uden mus. **Tab** går frem, og **Skift+Tab** går tilbage."
KEYS: Final = "Tast"
DOES: Final = "Gør dette"
PART: Final = "Del"
VERSION: Final = "Version"
LICENCE: Final = "Licens"
BACK: Final = "Tilbage til oversigten"
