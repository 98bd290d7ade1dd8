"""The recommendation with its reasons and smallest changes, by the standard model, on answers drawn with a seed."""

import random
from pathlib import Path

from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.recommendation import recommend
from tests.bench.measuring import Row, medians

MODEL = Path(__file__).parents[2] / "resources" / "assessment_models" / "standard.toml"
ROUNDS = 300


def measure() -> list[Row]:
    """As it is asked for after each answer, at first of all and from then on."""
    text = MODEL.read_text(encoding="utf-8")
    model, draw = parse_model(text), random.Random(2026)  # noqa: S311 - the same answers each time

    def drawn() -> dict[ParameterKey, OptionKey]:
        """Some are left out, some are "ved ikke"."""
        asked = (parameter for parameter in model.parameters if draw.random() < 0.9)
        return {parameter.key: draw.choice(parameter.allowed) for parameter in asked}

    (first,) = medians(1, lambda: recommend(model, drawn()))
    (ours,) = medians(ROUNDS, lambda: recommend(model, drawn()))
    return [
        Row("Recommend a step, reasons and smallest changes", "<= 10 ms", None, ours, None),
        Row("The first of all, with the model drawn up", "", None, first, None),
    ]
