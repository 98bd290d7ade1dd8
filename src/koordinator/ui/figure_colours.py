"""The colours of the figures on the screen, by the names that the drawings give them."""

from collections.abc import Mapping

from koordinator.ui.tokens import Tokens, Tone


def figure_colours(tokens: Tokens) -> Mapping[str, str]:
    """A value for each colour of a drawing."""
    steps = {f"step_{number}": pair.fill for number, pair in enumerate(tokens.steps, start=1)}
    tints = {f"step_{number}_tint": pair.fill for number, pair in enumerate(tokens.unlit_steps, start=1)}
    areas = {f"area_{number}": colour for number, colour in enumerate(tokens.areas, start=1)}
    return {
        "text": tokens.text,
        "muted": tokens.muted,
        "line": tokens.line,
        "surface": tokens.surface,
        "primary": tokens.accent,
        "primary_tint": tokens.selected.fill,
        "waiting": tokens.tones[Tone.SOON].ink,
        "waiting_tint": tokens.tones[Tone.SOON].fill,
        "citizen": tokens.voice,
        "citizen_tint": tokens.tones[Tone.VOICE].fill,
        "spoke": tokens.button_line,
        **steps,
        **tints,
        **areas,
    }
