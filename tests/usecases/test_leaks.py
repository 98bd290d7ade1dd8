"""No paper tells its reader what the consents keep from them: searched for in every file, over random consents.

The ordinary run tries a few; `dev.py campaign leaks` tries a hundred times as many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.consent import Consent, GivenConsent, Recipient, consent_exception, consent_party
from koordinator.domain.ids import CitizenId, ConsentId, DepartmentId
from koordinator.domain.may_read import MayRead
from koordinator.domain.organisation import Department
from koordinator.domain.party import Party, PartyKind
from koordinator.ui.pages.meeting.shared_view import shared_view
from tests.support.campaign import examples
from tests.support.leaks import LeakWorld, Word
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY

AT: Final = datetime(2026, 11, 21, 8, tzinfo=UTC)
WHO: Final = ("kim", "trine", "familie")
EXCEPTABLE: Final = ("health", "finances")
NEUTRAL: Final = frozenset({"calendar", "input card"})
"""They name nothing that anybody wrote, and not whom it is about."""


@dataclass(frozen=True)
class Yes:
    """A consent, or another basis, as it is drawn: of whom (by number), for whom, without what, and until when."""

    of: int
    for_all: bool
    named: tuple[str, ...]
    without: tuple[tuple[str, str | None], ...]
    days_left: int
    withdrawn: bool
    is_basis: bool

    @property
    def holds(self) -> bool:
        return self.days_left > 0 and not self.withdrawn


YESES: Final = st.builds(
    Yes,
    of=st.integers(0, 1),
    for_all=st.booleans(),
    named=st.lists(st.sampled_from(WHO), max_size=2, unique=True).map(tuple),
    without=st.lists(
        st.tuples(st.sampled_from(WHO), st.sampled_from([*EXCEPTABLE, *EXCEPTABLE, None])), max_size=2
    ).map(tuple),
    days_left=st.sampled_from([-1, 5, 5, 5]),
    withdrawn=st.sampled_from([False, False, False, True]),
    is_basis=st.sampled_from([False, False, True]),
)
BOTH: Final = st.lists(YESES, max_size=4).map(tuple) | st.lists(
    st.builds(
        lambda drawn, of: replace(drawn, of=of, for_all=True, days_left=5, withdrawn=False), YESES, st.integers(0, 1)
    ),
    min_size=1,
    max_size=3,
).map(tuple)


class Reader:
    """Who reads, as the consents of this test name them; what they may read is said here in other words."""

    def __init__(self, leak: LeakWorld, name: str) -> None:
        self._leak, self.name = leak, name
        world = leak.world
        self.party = {
            "kim": Party(PartyKind.EMPLOYEE, world.kim),
            "trine": Party(PartyKind.CONTACT_PERSON, world.teacher),
        }[name]
        self._called = {"kim": {"kim", "familie"}, "trine": {"trine"}}[name]

    def hidden_themes(self, yeses: Sequence[Yes], member: int) -> set[str | None] | None:
        """The themes that the member keeps from the reader, None without a theme among them; None where it is all."""
        own = [each for each in yeses if each.of == member]
        consents = [(n, each) for n, each in enumerate(own) if not each.is_basis]
        last = max((n for n, each in consents if each.holds), default=-1)
        words = [each for n, each in consents if each.holds or n > last]
        ways = []
        if any(each.holds and self._is_meant(each) for _, each in consents):
            ways.append([theme for each in words for who, theme in each.without if who in self._called])
        bases = (each for each in own if each.is_basis and each.holds and self._is_meant(each))
        ways += [[theme for who, theme in each.without if who in self._called] for each in bases]
        left = [set(way) for way in ways if None not in way]
        if not left:
            return None
        hidden: set[str | None] = set(set.intersection(*left))
        return hidden | {None} if hidden else hidden

    def may_read(self, word: Word, yeses: Sequence[Yes]) -> bool:
        members = range(len(self._leak.members))
        asked = [self._number(word.member)] if word.member is not None else list(members)
        common = [self.hidden_themes(yeses, member) for member in members]
        hidden = [self.hidden_themes(yeses, member) for member in asked]
        if word.for_nobody or any(each is None for each in (*hidden, *common)):
            return False
        if word.by == self.name:
            return True
        return all(each is not None and word.theme not in each for each in hidden)

    def reads_nothing(self, yeses: Sequence[Yes]) -> bool:
        return any(self.hidden_themes(yeses, member) is None for member in range(len(self._leak.members)))

    def _number(self, member: CitizenId) -> int:
        return [each.id for each in self._leak.members].index(member)

    def _is_meant(self, drawn: Yes) -> bool:
        return drawn.for_all or bool(self._called & set(drawn.named))


def stored(leak: LeakWorld, yeses: Sequence[Yes]) -> list[GivenConsent]:
    """As rows; a consent for some that names nobody is for nobody."""
    with leak.world.bench.office.aside() as tx:
        (familie,) = tx.of(Department).where(name="Familie")
    recipients = {
        "kim": Recipient(Party(PartyKind.EMPLOYEE, leak.world.kim)),
        "trine": Recipient(Party(PartyKind.CONTACT_PERSON, leak.world.teacher)),
        "familie": Recipient(department_id=DepartmentId(familie.id)),
    }
    return [
        GivenConsent(
            Consent(
                ConsentId(0),
                leak.members[each.of].id,
                "Planen",
                "",
                "",
                legal_basis="Barnets lov" if each.is_basis else "",
                all_invited=each.for_all,
                from_on=date(2026, 1, 1),
                until_on=TODAY + timedelta(days=each.days_left * 10),
                withdrawn_at=AT if each.withdrawn else None,
            ),
            tuple(consent_party(recipients[who]) for who in each.named),
            tuple(consent_exception(recipients[who], leak.theme_id(key)) for who, key in each.without),
        )
        for each in yeses
    ]


def own(yeses: Sequence[Yes], leak: LeakWorld) -> list[Yes]:
    """Those of somebody who is there."""
    return [each for each in yeses if each.of < len(leak.members)]


@pytest.fixture(params=[False, True], ids=["citizen", "family"])
def leak(request: pytest.FixtureRequest, world: MeetingWorld) -> LeakWorld:
    return LeakWorld(world, is_family=request.param)


def leaks(leak: LeakWorld, reader: Reader, yeses: Sequence[Yes]) -> list[tuple[str, Word]]:
    """Each word that the reader found in a paper and may not read."""
    found = []
    for name, text in leak.papers_for(reader.party):
        if reader.reads_nothing(yeses) or name in NEUTRAL:
            assert "LoneBæk" not in text, name
            assert "Lone Bæk" not in text, name
            assert name not in ("minutes", "plan", "agenda"), name
        for word, about in leak.words.items():
            if word in text and (name in NEUTRAL or not reader.may_read(about, yeses)):
                found.append((name, about))
    return found


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=BOTH, name=st.sampled_from(["kim", "trine"]))
def test_no_paper_tells_what_its_reader_may_not_know(leak: LeakWorld, drawn: tuple[Yes, ...], name: str) -> None:
    yeses = own(drawn, leak)
    leak.keep(stored(leak, yeses))

    assert leaks(leak, Reader(leak, name), yeses) == []


def test_what_a_reader_may_know_is_there(leak: LeakWorld) -> None:
    """The search finds words at all, so that finding none means something."""
    yeses = [Yes(of, True, (), (("kim", "finances"),), 5, False, False) for of in range(len(leak.members))]  # noqa: FBT003
    leak.keep(stored(leak, yeses))
    reader = Reader(leak, "kim")

    papers = dict(leak.papers_for(reader.party))

    for name in ("minutes", "plan"):
        shown = {about.place for word, about in leak.words.items() if word in papers[name]}
        assert shown >= {"goal", "agreement", "question"} - ({"goal"} if name == "minutes" else set())
        assert ("own contribution" in shown) is (name == "minutes")
    assert [word for word, about in leak.words.items() if about.theme == "finances" and word in papers["plan"]] == []


def test_a_planted_fault_is_found(leak: LeakWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    yeses = [Yes(of, True, (), (("kim", "finances"),), 5, False, False) for of in range(len(leak.members))]  # noqa: FBT003
    leak.keep(stored(leak, yeses))
    monkeypatch.setattr(MayRead, "shows", lambda *_: True)

    found = {(name, about.theme) for name, about in leaks(leak, Reader(leak, "kim"), yeses)}

    assert {("minutes", "finances"), ("plan", "finances"), ("first plan", None), ("invitation", "finances")} <= found


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=BOTH, name=st.sampled_from(["kim", "trine"]))
def test_the_second_window_shows_only_what_everybody_there_may_see(
    leak: LeakWorld, drawn: tuple[Yes, ...], name: str
) -> None:
    yeses, reader = own(drawn, leak), Reader(leak, name)
    leak.keep(stored(leak, yeses))
    participant = leak.participant(leak.running, reader.party)
    file = leak.come(participant)
    views = [shared_view(file, item, file.now) for item in (*file.agenda, None)]

    found = [about for word, about in leak.words.items() if word in repr(views) and not reader.may_read(about, yeses)]

    assert found == []
