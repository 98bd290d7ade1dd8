"""The words of calling people to a meeting: in which ways, what is in the way, what was made."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final

from koordinator.domain.invitation import InvitationWay
from koordinator.domain.meeting import InvitationAnswer
from koordinator.domain.paper import PaperKind
from koordinator.texts.formats import (
    capitalised,
    count_of,
    danish_day,
    day_and_month,
    first_name,
    join_some,
    join_with_og,
    spoken_name,
)

HEADING: Final = "Indkald til mødet"
HANDED_OVER: Final = (
    "En anden er blevet koordinerende sagsbehandler, siden I indkaldte. Indkald igen, så fjerner en kalenderfil det "
    "gamle møde fra kalenderne, og en ny sætter det ind."
)
INVITE: Final = "Indkald"
NOT_INVITED: Final = "ikke indkaldt"
CHOOSE_A_WAY: Final = "Vælg mindst én måde. Uden brev, kalenderfil eller mail er ingen indkaldt."
DRAFT_TO_ONE: Final = "Kladde i dit mailprogram"
LETTER_PDF: Final = "Vis brev"
CARD: Final = "Kort til skriftligt bidrag"
CARD_LARGE: Final = "Kort med stor skrift"
REASON: Final = "Grund til afbud"
REASON_INTRO: Final = "Grunden kommer med i referatet. Skriv kun det, som alle på mødet må vide."
READ_REPLY: Final = "Læs svar fra kalender"
READ_REPLY_HINT: Final = "Et svar på kalenderfilen (.ics eller .eml). Du kan også trække filen herind."
REPLY_FILES: Final = "Svar (*.ics *.eml);;Alle filer (*)"
CHOOSE_REPLY: Final = "Vælg svaret"
NO_MAIL_PROGRAM: Final = (
    "Dit mailprogram kunne ikke åbne kladden. Gem filerne, og vedhæft kalenderfilen i en ny mail selv."
)
PLAIN_MAIL: Final = (
    "Dit mailprogram kan ikke åbne kladder med filer, så der er åbnet en mail uden. "
    "Gem filerne, og vedhæft kalenderfilen selv."
)

_WAYS: Final[dict[InvitationWay, str]] = {
    InvitationWay.LETTER: "brev",
    InvitationWay.CALENDAR_FILE: "kalenderfil",
    InvitationWay.MAIL_DRAFT: "mail",
}
WAY_HINTS: Final[dict[InvitationWay, str]] = {
    InvitationWay.LETTER: "En PDF til hver. Send den gennem fagsystemet, Digital Post eller med posten.",
    InvitationWay.CALENDAR_FILE: "Én fil (.ics) uden borgerens navn. Deltagerne kan svare fra deres kalender.",
    InvitationWay.MAIL_DRAFT: (
        "Åbner en mail med kalenderfilen i dit eget mailprogram. Breve er ikke med, for mailen går til flere."
    ),
}
_MADE: Final[dict[PaperKind, Callable[[int], str]]] = {
    PaperKind.INVITATION: lambda count: count_of(count, "brev", "breve"),
    PaperKind.CALENDAR_FILE: lambda count: count_of(count, "kalenderfil", "kalenderfiler"),
    PaperKind.MAIL_DRAFT: lambda count: count_of(count, "kladde til mail", "kladder til mail"),
}


def whom(names: tuple[str, ...]) -> str:
    """Vi laver en indkaldelse til Lone Bæk, Mette Holm og 38 andre."""
    return f"Vi laver en indkaldelse til {join_some(names)}."


def way(way: InvitationWay, reached: int) -> str:
    """12 breve; Kalenderfil til 9 deltagere med e-mail"""
    said = {
        InvitationWay.LETTER: count_of(reached, "brev", "breve"),
        InvitationWay.CALENDAR_FILE: f"kalenderfil til {count_of(reached, 'deltager', 'deltagere')} med e-mail",
        InvitationWay.MAIL_DRAFT: f"mail i dit mailprogram til {count_of(reached, 'deltager', 'deltagere')}",
    }
    return capitalised(said[way])


def against_wish(subject: str, names: tuple[str, ...]) -> str:
    """Lone vil ikke have Kim Møller med."""
    return (
        f"{capitalised(spoken_name(subject))} vil ikke have {join_some(names)} med. "
        "Tal om det, før du indkalder, eller tag personen af listen."
    )


def not_prepared(subject: str) -> str:
    """The talk with the citizen comes before the invitation."""
    return f"Mødet er ikke forberedt sammen med {spoken_name(subject)} endnu."


def wrong_email(name: str, email: str) -> str:
    """Whose address is wrong, and what follows."""
    return (
        f"{name} har en forkert e-mailadresse: »{email}«. {first_name(name)} kan få brev, men ikke kalenderfil. "
        "Ret adressen, og indkald igen."
    )


def wrong_emails(names: tuple[str, ...]) -> str:
    """Whose addresses are wrong, where they are more than a few."""
    return (
        f"{join_some(names)} har forkerte e-mailadresser. De kan få brev, men ikke kalenderfil. "
        "Ret adresserne, og indkald igen."
    )


def invited(at: datetime, ways: tuple[InvitationWay, ...]) -> str:
    """indkaldt 21.11. med brev og kalenderfil"""
    how = f" med {join_with_og(tuple(_WAYS[way] for way in ways))}" if ways else ""
    return f"indkaldt {day_and_month(danish_day(at))}{how}"


def made(kinds: tuple[PaperKind, ...]) -> str:
    """4 breve og en kalenderfil er lavet."""
    counted = Counter(kinds)
    things = tuple(said(counted[kind]) for kind, said in _MADE.items() if counted[kind])
    return f"{capitalised(join_with_og(things))} er lavet." if things else ""


def unreached(names: tuple[str, ...]) -> str:
    """Who is not invited, because nothing could be made."""
    return f"{join_some(names)} er ikke indkaldt, for der er ingen e-mail at skrive til. Lav et brev til dem."


def reply_noted(name: str, answer: InvitationAnswer) -> str:
    """Kim Møller melder afbud. Svaret er noteret."""
    said = {InvitationAnswer.YES: "kommer", InvitationAnswer.MAYBE: "kommer måske", InvitationAnswer.NO: "melder afbud"}
    return f"{name} {said[answer]}. Svaret er noteret."
