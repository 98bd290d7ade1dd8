"""The words of the page of an assessment that depend on where somebody stands."""

from koordinator.domain.steps import Step
from koordinator.texts.assessment_page import lock, would_move


def test_every_lock_button_says_the_move() -> None:
    assert [lock(None, step) for step in (None, Step.NO_NEED, Step.MEETINGS)] == [
        "Lås vurderingen", "Lås: intet behov", "Lås: trin 2",
    ]  # fmt: skip
    assert lock(Step.NO_NEED, Step.NO_NEED) == "Lås: stadig intet behov"
    assert lock(Step.NO_NEED, Step.ALIGNMENT) == "Lås: trin 1"
    assert lock(Step.MEETINGS, Step.MEETINGS) == "Lås: bliver på trin 2"
    assert lock(Step.MEETINGS, Step.NO_NEED) == "Lås: ikke længere behov"
    assert lock(Step.MEETINGS, Step.ONE_CASEWORK) == "Lås: op til trin 3"
    assert would_move("Lone", None, Step.NO_NEED) == "Når du låser, har Lone ikke brug for koordinering."
    assert would_move("Lone", Step.MEETINGS, Step.NO_NEED) == (
        "Når du låser, har Lone ikke længere brug for koordinering."
    )
    assert would_move("Lone", Step.MEETINGS, Step.MEETINGS) == "Når du låser, bliver Lone på trin 2."
