"""The events of a course in Danish."""

from datetime import date

import pytest

from koordinator.domain.codes import EndReason
from koordinator.domain.course_history import Event, EventKind
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.steps import Step
from koordinator.texts import course_history as words

DAY, LATER = date(2026, 10, 2), date(2026, 11, 21)


@pytest.mark.parametrize(
    ("event", "when", "what", "why"),
    [
        (Event(EventKind.STEP, DAY, step=Step.MEETINGS), "fra 02.10.2026", "Trin 2", ""),
        (
            Event(EventKind.STEP, DAY, LATER, step=Step.NO_NEED),
            "02.10.2026 til 21.11.2026",
            "Intet behov for koordinering",
            "",
        ),
        (
            Event(EventKind.ASSESSED, DAY, step=Step.MEETINGS, by="Mette Holm"),
            "02.10.2026",
            "Vurderet til trin 2 af Mette Holm",
            "",
        ),
        (
            Event(EventKind.DEVIATED, DAY, step=Step.MEETINGS, recommended=Step.ALIGNMENT, by="Ida", reason="Børnene"),
            "02.10.2026",
            "Vurderet til trin 2 af Ida, hvor svarene pegede på trin 1",
            "Børnene",
        ),
        (Event(EventKind.DEVIATED, DAY, step=Step.MEETINGS), "02.10.2026", "Vurderet til trin 2", ""),
        (
            Event(EventKind.LOOKED, DAY, by="Ida", reason="En fornyelse"),
            "02.10.2026",
            "Trinnet er set efter af Ida og passer stadig",
            "En fornyelse",
        ),
        (Event(EventKind.PRIMARY, DAY, by="Ida"), "fra 02.10.2026", "Fast sagsbehandler: Ida", ""),
        (Event(EventKind.COORDINATOR, DAY, by="Bo"), "fra 02.10.2026", "Koordinerende sagsbehandler: Bo", ""),
        (Event(EventKind.HELD, DAY), "02.10.2026", "Samarbejdsmøde holdt", ""),
        (
            Event(EventKind.HANDED_OUT, DAY, by="Lone, Jens", number=2, paper=PaperKind.PLAN, way=HandoutWay.LETTER),
            "02.10.2026",
            "Fælles plan, version 2 til Lone, Jens",
            "Brev",
        ),
        (
            Event(EventKind.HANDED_OUT, DAY, by="Lone", paper=PaperKind.MINUTES, way=HandoutWay.AT_MEETING),
            "02.10.2026",
            "Referat til Lone",
            "På mødet",
        ),
        (
            Event(EventKind.HELD, DAY, reason="Indlagt"),
            "02.10.2026",
            "Samarbejdsmøde holdt uden borgeren",
            "Indlagt",
        ),
        (Event(EventKind.CANCELLED, DAY, reason="Syg"), "02.10.2026", "Samarbejdsmøde aflyst", "Syg"),
        (Event(EventKind.PLAN_APPROVED, DAY, number=2), "02.10.2026", "Fælles plan godkendt, version 2", ""),
        (
            Event(EventKind.ENDED, DAY, end_reason=EndReason.GOALS_REACHED, reason="Nu kan jeg selv"),
            "02.10.2026",
            "Forløbet afsluttet",
            "Målene er nået · »Nu kan jeg selv«",
        ),
        (Event(EventKind.ENDED, DAY), "02.10.2026", "Forløbet afsluttet", ""),
    ],
)
def test_an_event_is_said(event: Event, when: str, what: str, why: str) -> None:
    assert (words.when(event), words.what(event), words.why(event)) == (when, what, why)
