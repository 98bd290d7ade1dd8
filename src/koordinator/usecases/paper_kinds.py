"""How each kind of paper is drawn: the one list behind making, preview, hand-out and the archive."""

from collections.abc import Callable, Mapping
from typing import Final

from koordinator.domain.errors import NotFound
from koordinator.domain.paper import PaperKind
from koordinator.usecases.paper_citizen import consent_paper, ways_paper
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper
from koordinator.usecases.paper_meeting import (
    agenda_paper,
    calendar_paper,
    input_card_paper,
    invitation_paper,
    minutes_paper,
    preparation_paper,
    take_home_paper,
)
from koordinator.usecases.paper_plan import contacts_paper, plan_paper
from koordinator.usecases.paper_subject import (
    assessment_note,
    course_history_paper,
    end_of_course_paper,
    handover_paper,
    network_paper,
    responsible_paper,
)

DRAWN_AS: Final[Mapping[PaperKind, Callable[[Drawing], DrawnPaper]]] = {
    PaperKind.PLAN: plan_paper,
    PaperKind.CONTACTS: contacts_paper,
    PaperKind.INVITATION: invitation_paper,
    PaperKind.CALENDAR_FILE: calendar_paper,
    PaperKind.AGENDA: agenda_paper,
    PaperKind.PREPARATION: preparation_paper,
    PaperKind.INPUT_CARD: input_card_paper,
    PaperKind.MINUTES: minutes_paper,
    PaperKind.TAKE_HOME: take_home_paper,
    PaperKind.ASSESSMENT_NOTE: assessment_note,
    PaperKind.NETWORK: network_paper,
    PaperKind.COURSE_HISTORY: course_history_paper,
    PaperKind.RESPONSIBLE: responsible_paper,
    PaperKind.HANDOVER: handover_paper,
    PaperKind.END_OF_COURSE: end_of_course_paper,
    PaperKind.WAYS: ways_paper,
    PaperKind.CONSENT: consent_paper,
}
"""All but the draft of a mail, which is made where people are called and is no paper."""


def drawn(drawing: Drawing) -> DrawnPaper:
    """The paper of the order, not kept yet. Raises what its kind raises, and NotFound for what is no paper."""
    draw = DRAWN_AS.get(drawing.order.kind)
    if draw is None:
        raise NotFound("paper", drawing.order.kind)
    return draw(drawing)
