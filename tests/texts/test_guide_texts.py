"""The next step in Danish."""

from datetime import date

import pytest
from hypothesis import given

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.guide import next_step
from koordinator.domain.guide_facts import (
    ApprovedPlan,
    AssessmentState,
    EndingConsent,
    GoneCoordinator,
    GuideFacts,
    HandoverAhead,
    Outstanding,
)
from koordinator.domain.guide_kinds import Stage
from koordinator.domain.ids import ConsentId, PlanVersionId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import MisfitReason, Sign
from koordinator.domain.steps import Step
from koordinator.texts import guide
from tests.support.guide_facts import ROUTINE, TODAY, any_facts, days_ago, in_days, meeting, new_citizen, on_step, sign


def settled(**said: object) -> GuideFacts:
    quiet = {
        "last_held_on": days_ago(20),
        "plan": ApprovedPlan(PlanVersionId(2), days_ago(20), handed_out=True),
        "meeting": meeting(in_days(70)),
    }
    return on_step(Step.MEETINGS, **(quiet | said))


@pytest.mark.parametrize(
    ("facts", "heading", "sentence", "button", "due"),
    [
        (
            on_step(Step.MEETINGS, meeting=meeting(in_days(27), prepared=True)),
            "Indkald til det første samarbejdsmøde",
            "Forberedelsen med Lone er færdig. Indkald til det første møde, senest 4. december.",
            "Indkald",
            "senest 4. december",
        ),
        (
            on_step(Step.MEETINGS, meeting=meeting(in_days(9), prepared=True)),
            "Indkald til det første samarbejdsmøde",
            "Forberedelsen med Lone er færdig. Indkald til det første møde nu.",
            "Indkald",
            "5 dage over fristen",
        ),
        (
            settled(plan=ApprovedPlan(PlanVersionId(2), date(2026, 11, 12), handed_out=False)),
            "Udlever planen til Lone",
            "Planen fra 12. november er ikke udleveret til Lone. Det er 6 arbejdsdage siden.",
            "Udlever plan",
            "2 dage over fristen",
        ),
        (
            settled(plan=ApprovedPlan(PlanVersionId(2), date(2026, 11, 19), handed_out=False)),
            "Udlever planen til Lone",
            "Planen er godkendt den 19. november. Udlever den til Lone, senest 26. november.",
            "Udlever plan",
            "senest 26. november",
        ),
        (
            on_step(
                Step.ALIGNMENT,
                signs=(sign(MisfitReason.NEW_CASES, days_ago(3), words="Familie"),),
            ),
            "Vurdér trinnet igen",
            "Ny sag i Familie siden sidste vurdering. Vurdér trinnet igen.",
            "Vurdér",
            "senest 2. december",
        ),
        (
            settled(consent=EndingConsent(ConsentId(1), "Sundhed", in_days(9))),
            "Forny samtykket",
            "Samtykket for »Sundhed« udløber om 9 dage.",
            "Forny samtykke",
            "senest 29. november",
        ),
        (
            settled(meeting=None, cancelled_in_a_row=2),
            "Tal med Lone om tid og sted",
            "To møder i træk er aflyst. Tal med Lone om tid og sted.",
            "Tal om mødet",
            "senest 16. januar",
        ),
        (
            settled(meeting=meeting(TODAY, MeetingStatus.INVITED)),
            "Hold mødet i dag",
            "Mødet med Lone er i dag.",
            "Åbn møde",
            "i dag",
        ),
        (
            on_step(Step.MEETINGS),
            "Aftal det første samarbejdsmøde",
            "Det første møde skulle være holdt senest 19. november. Aftal tid og sted med Lone.",
            "Aftal møde",
            "16 dage over fristen",
        ),
        (
            settled(meeting=None),
            "Aftal det næste samarbejdsmøde",
            "Det næste møde skal holdes senest 30. januar. Aftal tid og sted med Lone.",
            "Aftal møde",
            "senest 16. januar",
        ),
        (
            settled(meeting=meeting(TODAY, MeetingStatus.RUNNING)),
            "Afslut mødet",
            "Mødet med Lone er i gang.",
            "Afslut møde",
            "i dag",
        ),
        (
            settled(meeting=meeting(days_ago(2), MeetingStatus.RUNNING)),
            "Afslut mødet",
            "Mødet fra 19. november er stadig åbent. Afslut det, så Lone kan få referatet.",
            "Afslut møde",
            "2 dage over fristen",
        ),
        (
            settled(),
            "Mødet er aftalt",
            "Mødet med Lone er den 30. januar. Der er ikke noget, der venter inden da.",
            "Se møde",
            "",
        ),
        (
            settled(
                agreements=Outstanding(
                    1, days_ago(3), "Sende ansøgning om § 112 til kommunens myndighed, så snart lægen"
                )
            ),
            "Følg op på aftalerne",
            "Aftalen »Sende ansøgning om § 112 til kommunens myndighed, så snart …« er 3 dage over fristen. Følg op.",
            "Følg op",
            "3 dage over fristen",
        ),
        (
            on_step(Step.MEETINGS, handover=HandoverAhead(days_ago(1), "Ida Mikkelsen")),
            "Gennemfør overdragelsen",
            "Overdragelsen til Ida Mikkelsen gælder fra den 20. november. Gennemfør den, eller aflys den.",
            "Se overdragelsen",
            "1 dag over fristen",
        ),
        (
            on_step(Step.MEETINGS, gone_coordinator=GoneCoordinator("Mette Holm", days_ago(1))),
            "Vælg koordinerende sagsbehandler",
            "Mangler koordinerende sagsbehandler: Mette Holm kan ikke være det længere. Vælg en ny.",
            "Vælg",
            "1 dag over fristen",
        ),
        (
            on_step(Step.ONE_CASEWORK, takeovers=Outstanding(1, in_days(4), "Handicap")),
            "Få sagerne overdraget",
            "Handicap mangler at overdrage sagen til det fælles team.",
            "Se overdragelse",
            "senest 25. november",
        ),
        (
            on_step(Step.ONE_CASEWORK, takeovers=Outstanding(2, days_ago(1), "Handicap")),
            "Få sagerne overdraget",
            "Handicap og en anden fagenhed mangler at overdrage sager til det fælles team.",
            "Se overdragelse",
            "1 dag over fristen",
        ),
        (
            on_step(Step.ONE_CASEWORK, takeovers=Outstanding(3, in_days(4), "Handicap")),
            "Få sagerne overdraget",
            "Handicap og to andre fagenheder mangler at overdrage sager til det fælles team.",
            "Se overdragelse",
            "senest 25. november",
        ),
        (
            on_step(Step.ALIGNMENT),
            "Der er ikke noget, der venter",
            "Der er ikke noget, der venter. Trinnet vurderes igen 22. oktober 2027.",
            "Åbn",
            "",
        ),
        (
            new_citizen(departments=3),
            "Vurdér behovet for koordinering",
            "Lone får hjælp fra tre fagenheder. Vurdér behovet for koordinering.",
            "Vurdér",
            "",
        ),
    ],
)
def test_words_of_a_step(facts: GuideFacts, heading: str, sentence: str, button: str, due: str) -> None:
    step = next_step(facts, ROUTINE)

    assert guide.heading(step, facts.name) == heading
    assert guide.sentence(step, facts.name) == sentence
    assert guide.button(step) == button
    assert guide.due(step, TODAY) == due


def test_family_is_named_as_a_family() -> None:
    family = on_step(Step.ONE_CASEWORK, name="Familien Rømer", kind=SubjectKind.FAMILY, coordinator_id=None)
    step = next_step(family, ROUTINE)

    assert guide.sentence(step, family.name) == "Familien Rømer har ingen koordinerende sagsbehandler. Vælg en nu."
    through_member = next_step(new_citizen(family=family), ROUTINE)
    assert guide.sentence(through_member, "Anna Rømer").startswith("Gælder familien Rømer: Familien Rømer har ingen")


@given(any_facts)
def test_every_step_can_be_said(facts: GuideFacts) -> None:
    step = next_step(facts, ROUTINE)

    sentence = guide.sentence(step, facts.name)
    assert sentence.endswith(".")
    assert guide.heading(step, facts.name)
    assert guide.button(step)
    assert "None" not in sentence + guide.due(step, TODAY)


def test_every_stage_has_a_word() -> None:
    assert list(guide.STAGES) == list(Stage)


@pytest.mark.parametrize(
    ("signs", "said"),
    [
        ((sign(MisfitReason.NEW_CASES, days_ago(3)),), "Ny sag siden sidste vurdering."),
        (
            (sign(MisfitReason.NEW_CASES, days_ago(3), 3, words="Sundhed"),),
            "Tre nye sager (senest i Sundhed) siden sidste vurdering.",
        ),
        (
            (
                sign(MisfitReason.NEW_CASES, days_ago(3), words="Familie"),
                sign(MisfitReason.NEW_DEPARTMENTS, days_ago(3)),
                sign(MisfitReason.MEETINGS_CANCELLED, days_ago(2), 2),
            ),
            "Ny sag i Familie og ny fagenhed siden sidste vurdering og to møder er aflyst.",
        ),
        (
            (
                sign(MisfitReason.NEW_CONTACTS, days_ago(3), 2),
                sign(MisfitReason.MEETINGS_CANCELLED, days_ago(2), 2),
                sign(MisfitReason.AGREEMENTS_OVERDUE, days_ago(2), 4, of=5),
            ),
            "To nye kontaktpersoner siden sidste vurdering, to møder er aflyst og 4 af 5 aftaler er over fristen.",
        ),
    ],
)
def test_all_that_speaks_for_a_misfit_is_named(signs: tuple[Sign, ...], said: str) -> None:
    step = next_step(on_step(Step.ALIGNMENT, signs=signs), ROUTINE)

    assert guide.sentence(step, "Lone") == f"{said} Vurdér trinnet igen."


def test_a_step_that_moved_to_and_fro() -> None:
    step = next_step(on_step(Step.ALIGNMENT, moved_on=(days_ago(200), days_ago(30))), ROUTINE)

    assert guide.sentence(step, "Lone") == "Trinnet er skiftet to gange siden 5. maj 2026. Vurdér trinnet igen."


def test_an_assessment_that_has_its_day() -> None:
    old = on_step(Step.ALIGNMENT, assessment=AssessmentState(days_ago(355), Step.ALIGNMENT))

    assert guide.sentence(next_step(old, ROUTINE), "Lone") == (
        "Trinnet blev sidst vurderet 1. december 2025. Vurdér trinnet igen, senest 1. december."
    )
