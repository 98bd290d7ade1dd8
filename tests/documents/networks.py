"""Networks to draw: as many people as one likes, with names of any length."""

from dataclasses import replace
from datetime import date

from koordinator.domain.content_parts import ContactCard, MemberContent, Sender, SubjectContent, Uid
from koordinator.domain.network_content import (
    AreaContent,
    BarContent,
    BondContent,
    LaneContent,
    NetworkContent,
    NetworkMember,
    QuestionContent,
    RelativeContent,
    TreeContent,
)
from koordinator.domain.network_family import BondKind
from koordinator.domain.network_people import AreaKind
from koordinator.domain.network_questions import QuestionKind
from koordinator.domain.register import Closeness, ContactKind

TODAY = date(2026, 11, 21)
NAMES = ("Mette Holm", "Åse Vestergaard-Andersen", "Bo Thygesen", "Læge Ågård", "Anne-Kirstine Louise Rømer Østergaard")
DEPARTMENTS = ("Arbejdsmarked og Uddannelse", "Familie", "Handicap", "Sundhed")


def member(name: str, closeness: Closeness = Closeness.BETWEEN, *, private: bool = False) -> NetworkMember:
    kind = ContactKind.RELATIVE if private else ContactKind.PROFESSIONAL
    return NetworkMember(ContactCard(name, kind, "datter" if private else "hjemmesygeplejerske"), closeness)


def network(*areas: AreaContent, name: str = "Lone Bæk") -> NetworkContent:
    subject = SubjectContent(Uid("1"), name, is_family=False, members=(MemberContent(Uid("1"), name),))
    return NetworkContent(Sender("Lilleby Kommune", "", ""), subject, TODAY, areas, ())


def crowd(count: int) -> NetworkContent:
    """So many people over the private network and the departments."""
    places = (AreaKind.PRIVATE, *(AreaKind.DEPARTMENT for _ in DEPARTMENTS), AreaKind.OUTSIDE)
    names = ("", *DEPARTMENTS, "")
    people: list[list[NetworkMember]] = [[] for _ in places]
    for number in range(count):
        at = number * 5 % len(places)
        closeness = tuple(Closeness)[number * 7 % 3]
        people[at].append(member(f"{NAMES[number % 5]} {number}", closeness, private=at == 0))
    areas = (AreaContent(place, name, tuple(mine)) for place, name, mine in zip(places, names, people, strict=True))
    return network(*(area for area in areas if area.people))


def with_everything(count: int = 8) -> NetworkContent:
    """A family's network with a time line, a tree and a question."""
    lane = LaneContent(
        "Sundhed",
        (
            BarContent("Hjemmesygepleje", "dagligt", date(2026, 1, 1), date(2026, 6, 1), "Anna Bæk"),
            BarContent("Hjemmesygepleje", "dagligt", date(2026, 9, 1), None, "Anna Bæk"),
        ),
        ((date(2026, 6, 1), date(2026, 9, 1)),),
    )
    lone, anna = RelativeContent(Uid("1"), "Lone Bæk", date(1978, 3, 12)), RelativeContent(Uid("2"), "Anna Bæk")
    tree = TreeContent(TODAY, ((lone,), (anna,)), (BondContent(BondKind.PARENT, Uid("1"), Uid("2")),))
    content = crowd(count)
    question = QuestionContent(QuestionKind.EFFORT_WITHOUT_GOAL, ("Hjemmesygepleje",), ("Sundhed",))
    subject = replace(content.subject, name="Familien Bæk", is_family=True)
    return replace(content, subject=subject, lanes=(lane,), tree=tree, questions=(question,))
