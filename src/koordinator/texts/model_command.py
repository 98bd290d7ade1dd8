"""Words of `koordinator model`."""

from typing import Final

from koordinator.texts.formats import count_of

SUMMARY: Final = "kontrollér en vurderingsmodel, eller prøv den på gamle vurderinger"
CHECK: Final = "kontrollér modellen i en fil; der skal ingen database bruges"
TRY: Final = "vis, hvilke gamle vurderinger der ville få et andet trin med modellen i en fil"
MODEL_FILE: Final = "modellen (TOML)"


def fine(title: str, version: str, parameters: int, rules: int) -> str:
    """The model may be used, and what was found."""
    return (
        f"Modellen kan bruges: {title}, version {version}, med {count_of(parameters, 'spørgsmål', 'spørgsmål')} og "
        f"{count_of(rules, 'regel', 'regler')}."
    )


def not_fine(faults: int) -> str:
    """How many faults there are."""
    return f"Modellen kan ikke bruges. {count_of(faults, 'ting', 'ting')} skal rettes først."
