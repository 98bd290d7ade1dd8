"""What the list of citizens shows, without a window."""

from dataclasses import replace

import pytest

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.guide import next_step
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import SubjectId
from koordinator.domain.steps import Step
from koordinator.ui.pages.citizens.view_state import view_of
from koordinator.ui.tokens import Tone
from koordinator.usecases.citizen_list import CitizenLine, CitizenList
from tests.support.guide_facts import ROUTINE
from tests.support.office import TODAY

FACTS = GuideFacts(today=TODAY, subject_id=SubjectId(1), kind=SubjectKind.CITIZEN, name="Lone Bæk", departments=2)
LONE = CitizenLine(
    subject_id=SubjectId(1),
    kind=SubjectKind.CITIZEN,
    thing_id=7,
    name="Lone Bæk",
    cpr_masked="120378-••••",
    members=1,
    step=None,
    assessed=False,
    ended=False,
    coordinator="",
    next_step=next_step(FACTS, ROUTINE),
)


def test_a_citizen_who_was_never_assessed() -> None:
    view = view_of(CitizenList((LONE,), 1))

    (line,) = view.rows
    assert (line.page, line.thing_id, line.name, line.detail) == ("citizen", 7, "Lone Bæk", "CPR 120378-••••")
    assert (line.standing, line.tone, line.coordinator) == ("Ikke vurderet", Tone.NEUTRAL, "–")
    assert line.next_heading == "Vurdér behovet for koordinering"
    assert line.next_sentence == "Lone får hjælp fra to fagenheder. Vurdér behovet for koordinering."
    assert view.counted == "1 i alt"


def test_a_family_leads_to_its_own_page() -> None:
    family = replace(LONE, kind=SubjectKind.FAMILY, name="Familien Rømer", cpr_masked="", members=4)

    (line,) = view_of(CitizenList((family,), 1)).rows

    assert (line.page, line.detail) == ("family", "Familie · 4 personer")


@pytest.mark.parametrize(
    ("step", "assessed", "ended", "words", "tone"),
    [
        (Step.ALIGNMENT, True, False, "Trin 1", Tone.STEP_1),
        (Step.MEETINGS, True, False, "Trin 2", Tone.STEP_2),
        (Step.ONE_CASEWORK, False, False, "Trin 3", Tone.STEP_3),
        (Step.NO_NEED, True, False, "Intet behov", Tone.NEUTRAL),
        (None, True, False, "Vurderet", Tone.NEUTRAL),
        (None, True, True, "Afsluttet", Tone.NEUTRAL),
    ],
)
def test_the_step_stands_in_words_with_its_tone(
    step: Step | None, assessed: bool, ended: bool, words: str, tone: Tone
) -> None:
    (line,) = view_of(CitizenList((replace(LONE, step=step, assessed=assessed, ended=ended),), 1)).rows

    assert (line.standing, line.tone) == (words, tone)


def test_a_citizen_without_a_number_is_told_so() -> None:
    (line,) = view_of(CitizenList((replace(LONE, cpr_masked=""),), 1)).rows

    assert line.detail == "Uden CPR-nummer"


def test_a_cut_list_says_how_to_find_the_rest() -> None:
    assert view_of(CitizenList((LONE,), 83_217)).counted == ("Viser 1 af 83.217. Vælg et trin, eller søg med Ctrl+K.")
    assert view_of(CitizenList((), 0)).counted == ""


def test_names_and_steps_are_sorted_as_a_person_expects() -> None:
    names = ["Åse", "Østen", "anna"]
    rows = view_of(CitizenList(tuple(replace(LONE, name=name) for name in names), 3)).rows
    steps = view_of(CitizenList(tuple(replace(LONE, step=step) for step in (Step.MEETINGS, None, Step.NO_NEED)), 3))

    assert [line.name for line in sorted(rows, key=lambda line: line.name_order)] == ["anna", "Østen", "Åse"]
    assert [line.standing for line in sorted(steps.rows, key=lambda line: line.standing_order)] == [
        "Ikke vurderet",
        "Intet behov",
        "Trin 2",
    ]
