"""The words of the report to a citizen on everything that is held about them, and of deciding what it shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from koordinator.domain.content_parts import Sender
from koordinator.domain.right_of_access import HeldText, Other, OtherKind
from koordinator.texts.formats import capitalised, count_of, date_long, join_with_og, quoted
from koordinator.texts.paper_common import call_whom
from koordinator.texts.right_of_access_codes import code_word

TITLE: Final = "Det har vi skrevet om dig"
DOCUMENT: Final = "Indsigt"
INTRO: Final = (
    "Du har bedt om at se, hvad vi har om dig. Her er det. Papiret viser det, der står i vores program om dit forløb. "
    "Dine sager i andre afdelinger står i andre programmer. Dem kan du også bede om at se."
)

RIGHTS: Final = "Det skal du vide"
WHY_HELD: Final = "Hvorfor har vi det?"
WHY_HELD_TEXT: Final = (
    "Vi skriver det ned, for at de, der hjælper dig, kan hjælpe dig sammen. Loven siger, at vi skal skrive "
    "det vigtige i din sag ned."
)
FROM_WHOM: Final = "Hvor kommer det fra?"
FROM_WHOM_TEXT: Final = "Det kommer fra dig, fra dem, der hjælper dig, og fra lister over dine sager i kommunen."
WHO_GETS: Final = "Hvem får det?"
WHO_GETS_TEXT: Final = (
    "De, der hjælper dig i kommunen, og de andre, du har sagt ja til. Under Dit ja til at dele kan du se, hvem det er."
)
HOW_LONG: Final = "Hvor længe har vi det?"
HOW_LONG_TEXT: Final = "Så længe vi hjælper dig, og så længe loven siger, vi skal gemme det. Så sletter vi det."
YOUR_RIGHTS: Final = "Hvad kan du gøre?"
YOUR_RIGHTS_TEXT: Final = (
    "Er der noget, der er forkert? Så sig det til os. Vi retter det, eller vi skriver ned, at du ser det på en anden "
    "måde. Du kan også bede os om at slette noget eller om at bruge det mindre. Er du ikke glad for vores svar, kan "
    "du klage til Datatilsynet. Det koster ikke noget. Du finder dem på datatilsynet.dk."
)
SOURCE: Final = "Din ret til at se det står i databeskyttelsesforordningen, artikel 15."

LEFT_OUT: Final = "Det har vi taget ud"
NOTHING_LEFT_OUT: Final = "Vi har ikke taget noget ud."
LEFT_OUT_TEXT: Final = (
    "Noget af det, vi har, handler også om andre. De har også ret til at være i fred. Derfor står der et tal i stedet "
    "for deres navn. Private noter og kladder er skrevet af en sagsbehandler til eget brug. Vi ser på dem én for én."
)
WHAT: Final = "Hvad"
WHY: Final = "Hvorfor"
NOT_DECIDED: Final = "Vi har ikke taget stilling endnu. Derfor er det taget ud."
COMPLAIN: Final = "Du kan klage over, at vi har taget noget ud. Ring til os først, hvis du vil vide mere."

UNDECIDED: Final = "ikke afgjort"
NOTHING_TO_DECIDE: Final = "Der er ingen andre at tage stilling til."
HELD_BACK: Final = "Taget ud"
CPR: Final = "[CPR-nummer]"
ADDRESS: Final = "[beskyttet adresse]"
YES: Final = "ja"
NO: Final = "nej"
IN_DATA_FILE: Final = "De står i datafilen, som du også kan få."
PAPERS_NOTE: Final = (
    "Vi gemmer også selve papirerne. De er lavet af det, der står her. Sig til, hvis du vil have en kopi af et af dem."
)
YOU: Final = "Dig"
VERSION: Final = "Version"
_SHORT_RUN: Final = 2
_KINDS: Final[dict[OtherKind, str]] = {
    OtherKind.ADDRESS: "din beskyttede adresse",
    OtherKind.CITIZEN: "person",
    OtherKind.CONTACT_PERSON: "person",
    OtherKind.NAME: "person",
    OtherKind.PRIVATE_NOTE: "privat note",
    OtherKind.DRAFT: "kladde",
}


def long(sender: Sender) -> str:
    """Det er et langt papir. Ring til os på 99 12 30 00, hvis du vil have hjælp til at læse det."""
    return f"Det er et langt papir. {call_whom(None, sender)}, hvis du vil have hjælp til at læse det."


def running_head(name: str) -> str:
    """Indsigt · Lone Bæk"""
    return f"{DOCUMENT} · {name}"


def kicker(municipality: str, day: date) -> str:
    """Lilleby Kommune, 21. november 2026"""
    return ", ".join(filter(None, (municipality, date_long(day))))


def said(text: HeldText, others: Mapping[int, Other]) -> str:
    """The text with [person 3] where something was taken out; a CPR number is nobody's we know."""
    return "".join(each if isinstance(each, str) else _in_place_of(others.get(each)) for each in text.pieces)


def _in_place_of(other: Other | None) -> str:
    if other is None:
        return CPR
    return ADDRESS if other.key.kind is OtherKind.ADDRESS else f"[person {other.number}]"


def group_of(kind: OtherKind) -> str:
    """person; what is left out of the same kind and for the same reason is said together"""
    return _KINDS[kind]


def left_out(some: Sequence[Other]) -> str:
    """Person 3, 4 og 7-12; some of the same kind, by their number"""
    if some[0].key.kind is OtherKind.ADDRESS:
        return capitalised(_KINDS[OtherKind.ADDRESS])
    return f"{capitalised(_KINDS[some[0].key.kind])} {join_with_og(list(_runs([each.number for each in some])))}"


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """3, 4, 7-12"""
    for _, some in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        run = [number for _, number in some]
        yield from (f"{run[0]}-{run[-1]}",) if len(run) > _SHORT_RUN else map(str, run)


def held_back(count: int, of: str) -> str:
    """Taget ud: 2 ting (person 3)"""
    return f"{HELD_BACK}: {count_of(count, 'ting', 'ting')} ({of})"


def which(kind: OtherKind, of: int) -> str:
    """person 3"""
    return f"{_KINDS[kind]} {of}"


def corrections(count: int) -> str:
    """Undervejs blev der skrevet og rettet 42 gange. De står i datafilen, som du også kan få."""
    return f"Undervejs i mødet blev der skrevet og rettet {count_of(count, 'gang', 'gange')}. {IN_DATA_FILE}"


def known_as(other: Other) -> str:
    """pårørende, Hjemmeplejen; an unknown name with the words round it"""
    if other.key.kind is OtherKind.ADDRESS:
        return ""
    if other.key.kind is OtherKind.NAME and other.detail != other.name:
        return quoted(other.detail)
    word = code_word(other.known_as).lower() if other.known_as else code_word(other.key.kind).lower()
    return ", ".join(filter(None, (word, other.detail if other.detail != other.name else "")))


def standing(other: Other) -> str:
    """ikke afgjort; vises; udelades"""
    return code_word(other.decision.verdict).lower() if other.decision else UNDECIDED
