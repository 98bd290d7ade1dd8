"""The stages of a course as the guide's band shows them."""

from koordinator.domain.guide import NextStep
from koordinator.domain.guide_kinds import Stage
from koordinator.texts import guide
from koordinator.ui.widgets.badges import Progress


def stations_of(step: NextStep) -> tuple[tuple[str, Progress], ...]:
    """The way of the course: what is done, what is now, what comes."""
    marks = {
        **dict.fromkeys(step.done, Progress.DONE),
        step.stage: Progress.NOW,
        **dict.fromkeys(step.comes, Progress.LATER),
    }
    return tuple((guide.STAGES[stage], marks[stage]) for stage in Stage if stage in marks)
