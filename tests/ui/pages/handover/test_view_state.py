"""What is chosen on the page Overdragelse, without a window."""

from dataclasses import replace
from datetime import date

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.handover import Handover, HandoverKind, Held
from koordinator.domain.ids import EmployeeId, HandoverId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.domain.steps import Step
from koordinator.texts import handover as texts
from koordinator.ui.pages.handover.view_state import Selection, can_receive, choosable, rows_of
from koordinator.usecases.handover_file import Portfolio, PortfolioLine, Receiver

TODAY = date(2026, 11, 21)
METTE, IDA, BO = (Employee(EmployeeId(n), name) for n, name in enumerate(("Mette Holm", "Ida", "Bo"), start=1))
LONE = PortfolioLine(
    SubjectId(1), SubjectKind.CITIZEN, 1, "Lone", Step.MEETINGS, Held(coordinates=True, is_primary=True), 2, None
)
UNDER_WAY = Handover(HandoverId(1), SubjectId(2), HandoverKind.PLANNED, METTE.id, IDA.id, TODAY, TODAY)
OTTO = replace(LONE, subject_id=SubjectId(2), name="Otto", under_way=UNDER_WAY)
MIA = replace(LONE, subject_id=SubjectId(3), name="Mia", step=None, held=Held(coordinates=False, is_primary=True))
RECEIVERS = (Receiver(IDA, 7, has_authority=True), Receiver(BO, 2, has_authority=False))
PORTFOLIO = Portfolio(TODAY, METTE, (LONE, OTTO, MIA), RECEIVERS, ())


def test_what_is_being_handed_over_already_is_not_chosen_again() -> None:
    everybody = Selection().with_all(choosable(PORTFOLIO))

    lone, otto, mia = rows_of(PORTFOLIO, everybody)
    assert (lone.tick, otto.tick, mia.tick) == (texts.TICKED, "", texts.TICKED)
    assert otto.receiver == "I gang: Ida fra 21.11.2026"
    assert everybody.with_all(choosable(PORTFOLIO)).chosen == frozenset()


def test_it_can_begin_when_everybody_has_a_receiver() -> None:
    chosen = Selection().toggled(LONE.subject_id)
    assert not chosen.is_ready
    assert rows_of(PORTFOLIO, chosen)[0].receiver == texts.NOT_CHOSEN

    given = chosen.given_to(LONE.subject_id, IDA.id)

    assert given.is_ready
    assert (rows_of(PORTFOLIO, given)[0].receiver, rows_of(PORTFOLIO, given)[0].load) == ("Ida", "koordinerer 7 forløb")
    assert given.toggled(LONE.subject_id).ready == {}


def test_those_that_are_chosen_are_spread() -> None:
    chosen = Selection(frozenset({LONE.subject_id, MIA.subject_id})).spread_over(RECEIVERS)

    assert chosen.ready == {LONE.subject_id: BO.id, MIA.subject_id: BO.id}


def test_only_who_holds_authority_receives_what_is_coordinated() -> None:
    assert [can_receive(each, [LONE, MIA]) for each in RECEIVERS] == [True, False]
    assert [can_receive(each, [MIA]) for each in RECEIVERS] == [True, True]


def test_the_line_says_the_step_and_what_the_giver_is() -> None:
    lone, _, mia = rows_of(PORTFOLIO, Selection())

    assert lone.detail == "Trin 2 · koordinerende og fast sagsbehandler"
    assert mia.detail == "fast sagsbehandler"
