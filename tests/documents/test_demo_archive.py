"""Every paper of the demo in every copy, as `papers --all` writes it: fit for an archive, and read with whole words.

The ordinary run takes three subjects: a citizen with exceptions in the consent, a family with one caseworker, and a
citizen on trin 2. The campaign takes everybody.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from koordinator.documents.content import Document
from koordinator.domain.access import Actor
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.texts.paper_orders import paper_title
from koordinator.usecases.citizen_list import CitizenLine
from koordinator.usecases.letterheads import LetterheadInForce
from koordinator.usecases.papers import Papers
from koordinator.usecases.services import Services
from tests.documents.press import RememberingPress, makers_of
from tests.support.campaign import is_campaign
from tests.support.demo import copy_demo, office_of, opened_demo, services_of
from tests.support.tagged import read_tags, unread
from tests.support.verapdf import MISSING, judged, tools_are_here

WORKERS = 2
FEWEST = 120
"""So many papers three subjects have at least; fewer would say that the catalogue has lost some."""


@pytest.fixture(autouse=True, scope="module")
def _tools() -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)


@dataclass(frozen=True)
class Town:
    """The demo, and a press that remembers what was set."""

    services: Services
    actor: Actor
    papers: Papers
    press: RememberingPress
    known: dict[SubjectId, tuple[PaperOrder, ...]] = field(default_factory=dict)

    def subjects(self) -> list[CitizenLine]:
        """Everybody in a campaign, else one of each kind, with the fewest papers that such a one has."""
        lines = self.services.citizen_list.lines(self.actor, CitizenFilter(), None).lines
        if is_campaign():
            return list(lines)
        kinds: tuple[Callable[[CitizenLine], bool], ...] = (self.has_exceptions, is_family, self.is_called_to_a_meeting)
        return [min(filter(kind, lines), key=lambda line: len(self.orders(line))) for kind in kinds]

    def orders(self, line: CitizenLine) -> tuple[PaperOrder, ...]:
        key = line.subject_id
        if key not in self.known:
            self.known[key] = self.services.paper_catalogue.of_subject(self.actor, key)
        return self.known[key]

    def has_exceptions(self, line: CitizenLine) -> bool:
        extracts = (order for order in self.orders(line) if order.kind is PaperKind.PLAN and order.party)
        return line.kind is SubjectKind.CITIZEN and any(extracts)

    def is_called_to_a_meeting(self, line: CitizenLine) -> bool:
        kinds = {order.kind for order in self.orders(line)}
        return line.step is Step.MEETINGS and {PaperKind.INVITATION, PaperKind.PLAN} <= kinds

    def drawn(self, line: CitizenLine) -> Iterator[tuple[str, bytes, Document]]:
        """The title, the bytes and what was set of each of the subject's papers."""
        for number, each in enumerate(self.services.paper_catalogue.listed(self.actor, line.subject_id)):
            shown = self.papers.preview(self.actor, each.order)
            yield f"{number} {paper_title(each)}", shown.content, self.press.documents[-1]
            self.press.documents.clear()


def is_family(line: CitizenLine) -> bool:
    return line.kind is SubjectKind.FAMILY and line.step is Step.ONE_CASEWORK


@pytest.fixture
def town(demo_folder: Path, tmp_path: Path) -> Iterator[Town]:
    with opened_demo(copy_demo(demo_folder, tmp_path / "demo")) as opened:
        office, services = office_of(opened), services_of(opened)
        press = RememberingPress(LetterheadInForce(office))
        yield Town(services, services.who_acts.owner(), Papers(office, makers_of(press)), press)


@pytest.mark.parametrize("share", range(WORKERS))
def test_every_paper_may_be_kept_and_read_aloud(town: Town, tmp_path: Path, share: int) -> None:
    for line in town.subjects()[share::WORKERS]:
        papers = {title: (content, document) for title, content, document in town.drawn(line)}
        folder = tmp_path / str(line.subject_id)
        folder.mkdir()

        findings = judged({title: content for title, (content, _) in papers.items()}, folder)
        assert {title: found for title, found in findings.items() if found} == {}, line.name
        lost = {title: unread(document, read_tags(content, folder)) for title, (content, document) in papers.items()}
        assert {title: words for title, words in lost.items() if words} == {}, line.name


def test_the_short_set_has_every_kind_and_copy(town: Town) -> None:
    orders = [order for line in town.subjects() for order in town.orders(line)]

    assert len(orders) >= FEWEST
    assert {order.kind for order in orders} >= set(PaperKind) - {
        *(PaperKind.CALENDAR_FILE, PaperKind.MAIL_DRAFT, PaperKind.HANDOVER, PaperKind.END_OF_COURSE),
        *(PaperKind.RIGHT_OF_ACCESS, PaperKind.ACCESS_DATA, PaperKind.ACCESS_LOG),
    }
    assert any(order.member_id for order in orders)
    assert {order.large_print for order in orders} == {False, True}
