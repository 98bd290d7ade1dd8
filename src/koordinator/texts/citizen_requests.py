"""The words of what a citizen asks about their own data: to see it, a correction, or that it is not used."""

from datetime import date
from typing import Final

from koordinator.domain.citizen_request import CitizenRequest, RequestKind, RequestOutcome
from koordinator.texts.formats import date_long, date_short

HEADING: Final = "Indsigt, rettelse og indsigelse"
INTRO: Final = (
    "Borgeren kan bede om at se, hvad I har, og om, at noget bliver rettet, og kan gøre indsigelse mod, at oplysninger "
    "bliver brugt. Skriv det her. Borgeren skal have svar inden en måned, og det står i Opfølgning indtil da."
)
NONE: Final = "Borgeren har ikke bedt om indsigt eller en rettelse, og har ikke gjort indsigelse."
LIST: Final = "Det, borgeren har bedt om"
NOTE: Final = "Notér ønske"
SETTLE: Final = "Skriv svar"
KIND: Final = "Hvad beder borgeren om?"
WORDS: Final = "Borgerens egne ord"
ASKED_ON: Final = "Hvornår bad borgeren om det?"
OUTCOME: Final = "Hvad er besluttet?"
ANSWER: Final = "Svar til borgeren"
ANSWER_HINT: Final = "Skriv hvorfor. Svaret står i borgerens indsigt og i brevet."
NOTED: Final = "Ønsket er noteret."
SETTLED: Final = "Svaret er noteret. Kopiér brevet, og send det til borgeren."
COPY_LETTER: Final = "Kopiér brev"
COPIED: Final = "Brevet er kopieret. Det bliver fjernet fra udklipsholderen om lidt."
ACCESS_GIVEN_HEADING: Final = "Får borgeren indsigten nu?"
ACCESS_GIVEN_YES: Final = "Notér, at borgeren får den i dag"
ACCESS_GIVEN_NO: Final = "Ikke endnu"
ACCESS_GIVEN: Final = (
    "Det er noteret, at borgeren har fået indsigt. Et brev kan du kopiere under »Indsigt, rettelse og indsigelse«."
)
WHAT: Final = "Hvad"
WHEN: Final = "Bad om det"
STATE: Final = "Svar"

KINDS: Final[dict[RequestKind, str]] = {
    RequestKind.ACCESS: "Indsigt",
    RequestKind.CORRECTION: "Rettelse",
    RequestKind.OBJECTION: "Indsigelse",
}
KINDS_LONG: Final[dict[RequestKind, str]] = {
    RequestKind.ACCESS: "At se, hvad I har",
    RequestKind.CORRECTION: "At noget bliver rettet",
    RequestKind.OBJECTION: "At oplysninger ikke bliver brugt",
}
OUTCOMES: Final[dict[RequestOutcome, str]] = {
    RequestOutcome.DONE: "Imødekommet",
    RequestOutcome.NOTED_BESIDE: "Borgerens syn er noteret ved siden af",
    RequestOutcome.REFUSED: "Afslået",
    RequestOutcome.TAKEN_BACK: "Borgeren har trukket det tilbage",
}

_LETTER_SUBJECT: Final[dict[RequestKind, str]] = {
    RequestKind.ACCESS: "Svar på, at du vil se, hvad vi har om dig",
    RequestKind.CORRECTION: "Svar på, at du vil have noget rettet",
    RequestKind.OBJECTION: "Svar på, at du siger nej til, at vi bruger oplysninger om dig",
}
_LETTER_OUTCOME: Final[dict[tuple[RequestKind, RequestOutcome], str]] = {
    (RequestKind.ACCESS, RequestOutcome.DONE): "Du har fået det, vi har om dig.",
    (RequestKind.ACCESS, RequestOutcome.REFUSED): "Du kan ikke få det at se.",
    (RequestKind.ACCESS, RequestOutcome.TAKEN_BACK): "Du har sagt, at du ikke længere vil se det.",
    (RequestKind.CORRECTION, RequestOutcome.DONE): "Vi har rettet det.",
    (RequestKind.CORRECTION, RequestOutcome.NOTED_BESIDE): (
        "Vi har ikke rettet det, men vi har skrevet din mening ved siden af. Alle, der læser det, kan se den."
    ),
    (RequestKind.CORRECTION, RequestOutcome.REFUSED): "Vi har ikke rettet det.",
    (RequestKind.CORRECTION, RequestOutcome.TAKEN_BACK): "Du har sagt, at du ikke længere vil have det rettet.",
    (RequestKind.OBJECTION, RequestOutcome.DONE): "Vi bruger ikke længere de oplysninger.",
    (RequestKind.OBJECTION, RequestOutcome.REFUSED): "Vi bliver ved med at bruge oplysningerne.",
    (RequestKind.OBJECTION, RequestOutcome.TAKEN_BACK): "Du har sagt, at du ikke længere siger nej.",
}
_COMPLAIN: Final = (
    "Er du ikke enig? Så ring til os. Du kan også klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, "
    "www.datatilsynet.dk. Du kan også gå til en domstol."
)


def state(request: CitizenRequest) -> str:
    """Imødekommet 3.4.2026, or by when it must be answered."""
    if request.outcome is None or request.settled_on is None:
        return f"Mangler svar. Senest {date_short(request.due_on)}"
    return f"{OUTCOMES[request.outcome]} {date_short(request.settled_on)}"


def both(request: CitizenRequest) -> str:
    """What the citizen asked, in their own words, and the answer."""
    return "\n\n".join(filter(None, (f"»{request.words}«", request.answer)))


def asked_for_access(name: str, request: CitizenRequest) -> str:
    """What is said when the paper that answers the request has been made."""
    return (
        f"{name} bad den {date_long(request.asked_on)} om at se, hvad I har. Det står i Opfølgning, til der er svar. "
        "Giver du borgeren dokumentet i dag, er det svaret."
    )


def objects(count: int) -> str:
    """What is said of an objection that is not settled."""
    return "Borgeren har gjort indsigelse" if count == 1 else f"Borgeren har gjort indsigelse {count} gange"


def letter(request: CitizenRequest, name: str, sender: str, today: date) -> str:
    """The answer to the citizen, as the text of a letter; nothing before there is an answer."""
    if request.outcome is None:
        return ""
    refused = request.outcome in (RequestOutcome.REFUSED, RequestOutcome.NOTED_BESIDE)
    parts = (
        _LETTER_SUBJECT[request.kind],
        f"Kære {name}",
        f"Den {date_long(request.asked_on)} skrev eller sagde du: »{request.words}«",
        _LETTER_OUTCOME[request.kind, request.outcome],
        request.answer,
        _COMPLAIN if refused else "",
        f"Venlig hilsen\n{sender}\n{date_long(today)}",
    )
    return "\n\n".join(filter(None, parts))
