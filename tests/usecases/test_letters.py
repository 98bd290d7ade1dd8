"""The letters on who helps, from the database to the paper: kept, without CPR number, without a protected address."""

from dataclasses import replace
from datetime import time, timedelta

import pypdfium2
import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.course import EndReason
from koordinator.domain.course_rules import CourseEnd
from koordinator.domain.handover import Handover, HandoverKind, HandoverTerms
from koordinator.domain.letter_content import NobodyToName, NothingEnded
from koordinator.domain.meeting import Meeting, MeetingStatus, PlaceKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk
from koordinator.integrations.handover_checklists import HandoverChecklistsOnDisk
from koordinator.usecases.courses import Courses
from koordinator.usecases.handovers import Handovers
from koordinator.usecases.papers import HandedPaper, Papers
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from tests.documents.press import MAKERS
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

HOME = ("Åløkken 3", "5250")


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def papers(bench: Bench) -> Papers:
    return Papers(bench.office, MAKERS)


@pytest.fixture
def handovers(bench: Bench) -> Handovers:
    resources = resources_dir()
    return Handovers(bench.office, HandoverChecklistsOnDisk(resources), AgendaTemplatesOnDisk(resources))


@pytest.fixture
def ida(histories: Histories) -> Employee:
    employee = histories.employee("Ida Ærø Mikkelsen")
    return histories.save(replace(employee, phone="99 12 34 78", phone_hours="kl. 9-14"))


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    citizen = histories.save(replace(bench.add_citizen("Lone Bæk"), address=HOME[0], postal_code=HOME[1], city="Ål"))
    histories.course(citizen.subject_id, Step.MEETINGS, days_ago(60))
    Courses(bench.office).choose_coordinator(bench.actor, citizen.subject_id, bench.actor.employee_id)
    return citizen


def begin(bench: Bench, handovers: Handovers, citizen: Citizen, to: Employee) -> Handover:
    terms = HandoverTerms(HandoverKind.PLANNED, bench.actor.employee_id, TODAY + timedelta(days=7))
    (under_way,) = handovers.begin(bench.actor, terms, {citizen.subject_id: to.id})
    return under_way


def handover(under_way: Handover, *, large_print: bool = False) -> PaperOrder:
    key = under_way.id
    return PaperOrder(PaperKind.HANDOVER, under_way.subject_id, large_print=large_print, handover_id=key)


def read(made: HandedPaper) -> str:
    pages = pypdfium2.PdfDocument(made.content)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(words.replace("\u00a0", " ").split())


@pytest.fixture
def at_home(bench: Bench, handovers: Handovers, lone: Citizen, ida: Employee) -> Handover:
    """Under way, with an introduction at the citizen's own address."""
    under_way = begin(bench, handovers, lone, ida)
    place = Appointment(TODAY + timedelta(days=3), time(10), place_kind=PlaceKind.HOME, place=HOME[0])
    return handovers.introduce(bench.actor, under_way.id, place)


def test_a_letter_tells_of_no_introduction_that_is_called_off_or_over(
    bench: Bench, histories: Histories, papers: Papers, at_home: Handover
) -> None:
    (meeting,) = histories.all(Meeting)
    assert "hjemme hos dig" in read(papers.make(bench.actor, handover(at_home)))

    histories.save(replace(meeting, starts_on=TODAY - timedelta(days=1)))
    assert "hjemme hos dig" not in read(papers.make(bench.actor, handover(at_home)))
    (meeting,) = histories.all(Meeting)
    histories.save(replace(meeting, starts_on=TODAY + timedelta(days=3), status=MeetingStatus.CANCELLED))
    assert "hjemme hos dig" not in read(papers.make(bench.actor, handover(at_home)))


@pytest.mark.parametrize("large_print", [False, True])
def test_the_handover_letter_is_kept_with_what_it_says(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen, at_home: Handover, *, large_print: bool
) -> None:
    made = papers.make(bench.actor, handover(at_home, large_print=large_print))

    words = read(made)
    assert "Fra 28. november 2026 er det Ida Ærø Mikkelsen" in words
    assert "Du skal ikke fortælle det hele igen" in words
    assert "hjemme hos dig" in words
    assert HOME[0] in words
    assert lone.cpr not in words.replace("-", "")
    assert ("stor-skrift" in made.paper.file_name) is large_print
    assert [paper.kind for paper in histories.all(Paper)] == [PaperKind.HANDOVER]


def test_a_protected_address_is_on_none_of_them(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen, at_home: Handover
) -> None:
    histories.save(replace(lone, protected_address=True))
    made = [
        papers.make(bench.actor, handover(at_home)),
        papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, lone.subject_id)),
    ]
    Courses(bench.office).end(bench.actor, lone.subject_id, CourseEnd(EndReason.LESS_NEED, "", "Ida"))
    made.append(papers.make(bench.actor, PaperOrder(PaperKind.END_OF_COURSE, lone.subject_id)))

    for paper in made:
        assert all(part not in read(paper) for part in HOME)
        assert lone.cpr not in read(paper).replace("-", "")


def test_who_helps_names_both(bench: Bench, papers: Papers, lone: Citizen, ida: Employee) -> None:
    PrimaryCaseworkers(bench.office).choose(bench.actor, lone.id, ida.id)

    words = read(papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, lone.subject_id)))

    assert "er din koordinerende sagsbehandler" in words
    assert "Ida Ærø Mikkelsen er din faste sagsbehandler" in words


def test_a_family_has_its_letter_at_the_grown_ups_address(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen, ida: Employee
) -> None:
    family: Family = histories.family("Familien Bæk", lone)
    histories.course(family.subject_id, Step.ONE_CASEWORK, days_ago(5), by=ida)

    words = read(papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, family.subject_id)))

    assert "Kære familien Bæk" in words
    assert "er jeres koordinerende sagsbehandler" in words
    assert HOME[0] in words


def test_the_end_quotes_the_citizen_and_names_whom_to_call(bench: Bench, papers: Papers, lone: Citizen) -> None:
    end = CourseEnd(EndReason.GOALS_REACHED, "Nu kan jeg selv", "Ida på 99 12 34 78")
    Courses(bench.office).end(bench.actor, lone.subject_id, end)

    words = read(papers.make(bench.actor, PaperOrder(PaperKind.END_OF_COURSE, lone.subject_id)))

    assert "»Nu kan jeg selv«" in words
    assert "Ring til Ida på 99 12 34 78." in words


def test_there_is_no_letter_where_there_is_nobody_to_name_or_nothing_to_say(
    bench: Bench, papers: Papers, lone: Citizen
) -> None:
    otto = bench.add_citizen("Otto Bæk", "")

    with pytest.raises(NobodyToName):
        papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, otto.subject_id))
    for subject_id in (otto.subject_id, lone.subject_id):
        with pytest.raises(NothingEnded):
            papers.make(bench.actor, PaperOrder(PaperKind.END_OF_COURSE, subject_id))
    Courses(bench.office).end(bench.actor, lone.subject_id, CourseEnd(EndReason.DIED))
    with pytest.raises(NothingEnded):
        papers.make(bench.actor, PaperOrder(PaperKind.END_OF_COURSE, lone.subject_id))
