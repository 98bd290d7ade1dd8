"""Words of the network: the picture, the time line, the family tree, and the questions for the meeting."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from koordinator.domain.content_parts import ContactCard
from koordinator.domain.limits import LINE
from koordinator.domain.network_content import (
    AreaContent,
    BarContent,
    NetworkContent,
    NetworkMember,
    QuestionContent,
    RelativeContent,
    TreeContent,
)
from koordinator.domain.network_family import BondKind
from koordinator.domain.network_people import AreaKind
from koordinator.domain.network_questions import Likeness, QuestionKind
from koordinator.texts.formats import (
    capitalised,
    count_of,
    date_no_year,
    date_short,
    first_name,
    join_with_og,
    quoted,
    spoken_name,
)
from koordinator.texts.register import CLOSENESSES, CONTACT_KINDS

PICTURE: Final = "Billede"
LIST: Final = "Liste"
SHOW_AS: Final = "Vis netværket som"
PRIVATE: Final = "Privat netværk"
OUTSIDE: Final = "Andre fagpersoner"
NO_DEPARTMENT: Final = "Uden fagenhed"
PROFESSIONAL_MARK: Final = "Fagperson"
PRIVATE_MARK: Final = "Familie og netværk"
COORDINATING: Final = "koordinerende"
PRIMARY: Final = "fast sagsbehandler"
TIMELINE: Final = "Indsatser på en tidslinje"
TREE: Final = "Familien"
TODAY: Final = "i dag"
QUESTIONS: Final = "Spørgsmål til mødet"
NO_QUESTIONS: Final = "Ingen spørgsmål lige nu."
TAKE_UP: Final = "Tag med på mødet"
RENEW: Final = "Forny uændret"
RENEWED: Final = "Fornyet: {name} {period}."
MAKE_PAPER: Final = "Lav PDF"
PAPER_MADE: Final = "{file} ligger under Dokumenter."
HELPS_WHOM: Final = "Hjælper"
WAITS: Final = "Gemt til næste møde"
WHOSE_CONTACT: Final = "Hvem hjælper personen?"
WHOSE_EFFORT: Final = "Hvem får indsatsen?"
WHERE: Final = "Hvor i netværket"
PARTNER_LINE: Final = "par"
EX_LINE: Final = "tidligere par"
FOSTER_LINE: Final = "plejebarn eller forældremyndighed"
SIBLING_LINE: Final = "søskende"
EMPTY_FAMILY: Final = "Ingen kontaktpersoner endnu. Tilføj dem her eller på det enkelte medlems side."


def title(name: str) -> str:
    """Netværket omkring Lone Bæk, Netværket omkring familien Rømer"""
    return f"Netværket omkring {spoken_name(name, is_family=True)}"


def area_title(area: AreaContent) -> str:
    """A department's name, or what else the people have in common."""
    return area.department or (PRIVATE if area.kind is AreaKind.PRIVATE else OUTSIDE)


def person_line(member: NetworkMember) -> str:
    """What stands under a name: koordinerende, hjemmesygeplejerske, nabo; in a family also whom they help."""
    what = _role(member.card)
    return f"{what} · {whose(member.helps)}" if member.helps else what


def _role(card: ContactCard) -> str:
    if card.is_coordinator:
        return COORDINATING
    if card.is_primary_caseworker:
        return PRIMARY
    return card.role or card.organisation or CONTACT_KINDS[card.kind].lower()


def spot_name(member: NetworkMember, area: str) -> str:
    """What a screen reader says of somebody in the picture."""
    said = (member.card.name, person_line(member), area, CLOSENESSES[member.closeness].lower())
    return ", ".join(part for part in said if part)


def legend(name: str) -> str:
    """How to read the distance."""
    return f"Jo nærmere midten, jo tættere på {spoken_name(name)}"


def picture_alternative(content: NetworkContent) -> str:
    """The picture in words."""
    parts = [f"{area_title(area)}: {', '.join(each.card.name for each in area.people)}" for area in content.areas]
    return f"{title(content.subject.name)}. {'. '.join(parts) or 'Ingen endnu'}."


def timeline_alternative(content: NetworkContent) -> str:
    """The time line in words."""
    count = sum(len(lane.bars) for lane in content.lanes)
    return f"{TIMELINE}: {count_of(count, 'indsats', 'indsatser')}."


def tree_alternative(names: Iterable[str]) -> str:
    """The family tree in words."""
    return f"{TREE}: {join_with_og(tuple(names))}."


def gap(from_on: date, until_on: date) -> str:
    """How long nothing was given: 12 dage uden, 3 uger uden, 4 måneder uden."""
    days = (until_on - from_on).days
    if days < 2 * 7:
        return f"{count_of(days, 'dag', 'dage')} uden"
    if days < 2 * 31:
        return f"{days // 7} uger uden"
    return f"{days // 30} måneder uden"


def effort_period(from_on: date | None, until_on: date | None) -> str:
    """01.03.2026 – 31.12.2026, fra 01.03.2026, til 31.12.2026, løbende"""
    if from_on is not None and until_on is not None:
        return f"{date_short(from_on)} – {date_short(until_on)}"
    if from_on is not None:
        return f"fra {date_short(from_on)}"
    return f"til {date_short(until_on)}" if until_on is not None else "løbende"


def question(asked: QuestionContent) -> str:
    """The question in a sentence."""
    if asked.kind is QuestionKind.CONTACT_WITHOUT_EFFORT:
        (name,) = asked.named
        return f"{name} er ikke knyttet til en indsats. Hvad går hjælpen ud på?"
    if asked.kind is QuestionKind.EFFORT_WITHOUT_GOAL:
        return f"{asked.named[0]}: Er ikke knyttet til et mål endnu."
    who = join_with_og(_each_once(asked.givers))
    what = join_with_og(tuple(map(quoted, _each_once(asked.named))))
    return f"{who}: {what} {_LIKE[asked.likeness or Likeness.NAME]}"


_LIKE: Final[dict[Likeness, str]] = {
    Likeness.NAME: "ligner hinanden. Er det den samme hjælp?",
    Likeness.PURPOSE: "har samme formål. Kan det samles?",
    Likeness.GOAL: "arbejder på det samme mål. Hvem gør hvad?",
}


def agenda_title(asked: QuestionContent) -> str:
    """The question as an item on an agenda, short enough to be one."""
    names = [shortened(name, LINE // 3) for name in asked.named]
    if asked.kind is QuestionKind.CONTACT_WITHOUT_EFFORT:
        return f"Hvad hjælper {names[0]} med?"
    if asked.kind is QuestionKind.EFFORT_WITHOUT_GOAL:
        return f"Hvilket mål hører {names[0]} til?"
    return shortened(f"Samme hjælp flere steder? {join_with_og(_each_once(names))}", LINE)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def shortened(text: str, most: int) -> str:
    """The text on one line, with a mark where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def on_agenda(day: date) -> str:
    """På dagsordenen 4. december"""
    return f"På dagsordenen {date_no_year(day)}"


def waiting_offer(count: int, day: date) -> str:
    """What waits for a meeting, now that there is one."""
    kept = "Et spørgsmål er gemt" if count == 1 else f"{count} spørgsmål er gemt"
    return f"{kept} til mødet {date_no_year(day)}."


def goals_line(titles: tuple[str, ...]) -> str:
    """Mål: Rolige morgener og En praktikplads"""
    return f"Mål: {join_with_og(titles)}"


def network_lines(content: NetworkContent) -> list[str]:
    """The network and its questions as plain lines."""
    lines = [title(content.subject.name)]
    for area in content.areas:
        lines += ["", area_title(area), *(f"  {each.card.name}, {role_line(each.card)}" for each in area.people)]
    if not content.areas:
        lines.append(NOBODY)
    if content.questions:
        lines += ["", QUESTIONS, *(f"  {question(each)}" for each in content.questions)]
    return lines


def take_up(asked: str) -> str:
    """What a screen reader says of the button beside a question."""
    return f"{TAKE_UP}: {asked}"


def show_all(count: int) -> str:
    """Vis alle 23 spørgsmål"""
    return f"Vis alle {count} spørgsmål"


PUT_ON_AGENDA: Final = "Sæt på dagsordenen"


def whose(names: Iterable[str]) -> str:
    """Anna og Lone"""
    return join_with_og(tuple(map(first_name, names)))


PAPER: Final = "Netværk"
WHO_IS_WHO: Final = "Hvem er hvem"
NAME: Final = "Navn"
WHO: Final = "Hvem"
HELPS_WITH: Final = "Hjælper med"
NOBODY: Final = "Der står ingen endnu."
CLOSENESS: Final = "Hvor tæt"
EFFORT: Final = "Indsats"
NOTHING_GIVEN: Final = "Ingen indsats"
FROM_WHOM: Final = "Fra"
WHEN: Final = "Hvornår"
AGE: Final = "Alder"
IN_FAMILY: Final = "I familien"
_BONDS: Final[dict[BondKind, str]] = {
    BondKind.PARTNER: "par med",
    BondKind.EX_PARTNER: "tidligere par med",
    BondKind.SIBLING: "søskende til",
    BondKind.PARENT: "barn af",
    BondKind.FOSTER: "plejebarn hos",
    BondKind.CUSTODY: "forældremyndighed hos",
}
QUESTIONS_NOTE: Final = "Det er spørgsmål, vi kan tale om. Ikke noget, der er afgjort."


def effort_named(bar: BarContent) -> str:
    """Anna · Hjemmesygepleje · dagligt"""
    return " · ".join(part for part in (first_name(bar.whose), bar.name, bar.amount) if part)


def gap_between(from_on: date, until_on: date) -> str:
    """01.06.2026 – 01.09.2026 · 3 måneder uden"""
    return f"{effort_period(from_on, until_on)} · {gap(from_on, until_on)}"


def bonds(relative: RelativeContent, tree: TreeContent) -> str:
    """Barn af Lone Bæk og Jens Holst, søskende til Emil Bæk: each bond is told of the younger, or of the first."""
    names = {each.uid: each.name for row in tree.generations for each in row}
    told: dict[BondKind, list[str]] = {}
    for bond in tree.bonds:
        teller, to_whom = (bond.one, bond.other) if bond.kind.is_level else (bond.other, bond.one)
        if teller == relative.uid and to_whom in names:
            told.setdefault(bond.kind, []).append(names[to_whom])
    return capitalised(", ".join(f"{_BONDS[kind]} {join_with_og(tuple(others))}" for kind, others in told.items()))


def running_head(name: str) -> str:
    """Netværk · Lone Bæk"""
    return f"{PAPER} · {name}"


def role_line(card: ContactCard) -> str:
    """What somebody is, and where: ergoterapeut, Lilleby Sygehus"""
    what = _role(card)
    where = card.organisation if card.organisation != what else ""
    return ", ".join(part for part in (capitalised(what), where) if part)
