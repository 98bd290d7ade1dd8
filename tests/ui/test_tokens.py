"""Every text can be read and every edge be seen, in both sets of colours (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

import koordinator.ui
from koordinator.ui.tokens import DARK, LIGHT, Pair, Tokens

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SOURCE = Path(koordinator.ui.__file__).parent


def text_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    """(where, ink, fill) of every text that is drawn on every fill."""
    inks = {"text": tokens.text, "muted": tokens.muted, "accent": tokens.accent, "danger": tokens.danger_text}
    fills = {"canvas": tokens.canvas, "bar": tokens.bar, "surface": tokens.surface, "hover": tokens.hover}
    pairs = [(f"{ink} on {fill}", inks[ink], fills[fill]) for ink in inks for fill in fills]
    pairs += [(f"{ink} on sunken", inks[ink], tokens.sunken) for ink in ("text", "muted")]
    pairs += [(f"{ink} on selected", inks[ink], tokens.selected.fill) for ink in ("text", "muted", "accent", "danger")]
    pairs += [
        ("primary hovered", tokens.primary.ink, tokens.primary_hover),
        ("rail muted", tokens.rail_muted, tokens.rail.fill),
        ("rail hovered", tokens.rail.ink, tokens.rail_line),
        ("voice", tokens.voice, tokens.surface),
        ("tooltip", tokens.canvas, tokens.text),
    ]
    named = {name: value for name, value in tokens._asdict().items() if isinstance(value, Pair)}
    pairs += [(name, pair.ink, pair.fill) for name, pair in named.items()]
    pairs += [(f"step {n}", pair.ink, pair.fill) for n, pair in enumerate(tokens.steps, 1)]
    pairs += [(f"unlit step {n}", pair.ink, pair.fill) for n, pair in enumerate(tokens.unlit_steps, 1)]
    return pairs + [(f"tone {tone}", pair.ink, pair.fill) for tone, pair in tokens.tones.items()]


def edge_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    """(what, colour, beside) of the lines that must be seen."""
    around = {"canvas": tokens.canvas, "bar": tokens.bar, "surface": tokens.surface}
    pairs = [(f"focus beside {name}", tokens.focus, fill) for name, fill in around.items()]
    pairs += [(f"field on {name}", tokens.control_line, fill) for name, fill in around.items()]
    pairs += [("focus and its halo", tokens.focus, tokens.focus_halo), ("chosen tab", tokens.accent, tokens.canvas)]
    return [*pairs, ("person on canvas", tokens.person, tokens.canvas), ("bar", tokens.primary.fill, tokens.surface)]


@BOTH
def test_every_text_can_be_read(tokens: Tokens) -> None:
    pairs = text_pairs(tokens)

    assert len(pairs) > 45
    assert [(where, contrast(ink, fill)) for where, ink, fill in pairs if contrast(ink, fill) < 4.5] == []


@BOTH
def test_every_edge_can_be_seen(tokens: Tokens) -> None:
    pairs = edge_pairs(tokens)

    assert [(what, contrast(one, other)) for what, one, other in pairs if contrast(one, other) < 3] == []


@BOTH
def test_one_of_the_two_focus_rings_is_seen_on_the_rail(tokens: Tokens) -> None:
    assert max(contrast(ring, tokens.rail.fill) for ring in (tokens.focus, tokens.focus_halo)) >= 3


def test_both_sets_name_the_same_tones() -> None:
    assert LIGHT.tones.keys() == DARK.tones.keys()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == 21
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_no_other_file_holds_a_colour() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b|GlobalColor\.(?!transparent)|QColor\(\d")
    files = [file for file in SOURCE.rglob("*.py") if file.name != "tokens.py"]

    assert [
        (file.name, colour.findall(file.read_text("utf-8"))) for file in files if colour.search(file.read_text("utf-8"))
    ] == []


def test_plain_text_is_the_only_text() -> None:
    """A bare QLabel, a tooltip or a message box would interpret markup that someone has typed.

    The lock puts back the tooltip that a window had.
    """
    raw = re.compile(r"\bQLabel\(|\bQMessageBox\b|\bQToolTip\.showText|setToolTip\((?!tooltip\(|\"\"|self\.tip\))")
    files = [file for file in SOURCE.rglob("*.py") if file.name != "labels.py"]

    assert [file.name for file in files if raw.search(file.read_text("utf-8"))] == []


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
