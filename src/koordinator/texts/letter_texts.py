"""The municipality's own letter texts: what each is called, what can be put into it, and what is wrong with one."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.letter_check import LetterFault, LetterFaultKind, UnusableLetterText
from koordinator.domain.letter_file import FaultyText, UnusableLetterFile, UnusableLetterTexts
from koordinator.domain.letter_kinds import LetterKey, Placeholder
from koordinator.texts.formats import quoted


class LetterWords(NamedTuple):
    """What a text is called, and where it is used."""

    title: str
    used: str


NAMES: Final[dict[LetterKey, LetterWords]] = {
    LetterKey.INVITATION_CITIZEN: LetterWords("Invitation til borgeren", "Til den borger, mødet handler om."),
    LetterKey.INVITATION_FAMILY: LetterWords(
        "Invitation til familien", "Til hver i familien, når mødet er om dem alle."
    ),
    LetterKey.INVITATION_RELATIVE: LetterWords("Invitation til pårørende", "Til pårørende og andre private."),
    LetterKey.INVITATION_PROFESSIONAL: LetterWords("Indkaldelse til fagperson", "Til medarbejdere og andre fagfolk."),
    LetterKey.NEUTRAL_RELATIVE: LetterWords(
        "Invitation uden navn", "Til private, som intet samtykke omfatter. Borgeren må ikke nævnes."
    ),
    LetterKey.NEUTRAL_PROFESSIONAL: LetterWords(
        "Indkaldelse uden navn", "Til fagfolk, som intet samtykke omfatter. Borgeren må ikke nævnes."
    ),
    LetterKey.MOVED: LetterWords(
        "Ny tid", "Overskriften og boksen i en invitation, når mødet er flyttet. Den står ved {flyttet}."
    ),
    LetterKey.CANCELLED_CITIZEN: LetterWords("Aflysning til borger og pårørende", "Når et møde er aflyst."),
    LetterKey.CANCELLED_PROFESSIONAL: LetterWords("Aflysning til fagperson", "Når et møde er aflyst."),
    LetterKey.PREPARATION: LetterWords(
        "Forberedelsesark", "Indledningen. Spørgsmålene på arket står under den og ligger fast."
    ),
    LetterKey.RESPONSIBLE: LetterWords("Hvem er din sagsbehandler", "Når trin eller sagsbehandler er valgt."),
    LetterKey.HANDOVER_PLANNED: LetterWords("Ny sagsbehandler", "Når en anden tager over, og det er planlagt."),
    LetterKey.HANDOVER_ABSENCE: LetterWords("Ny sagsbehandler for en tid", "Under sygdom, orlov og andet fravær."),
    LetterKey.HANDOVER_RESIGNATION: LetterWords("Ny sagsbehandler ved fratræden", "Når sagsbehandleren stopper."),
    LetterKey.END: LetterWords("Forløbet slutter", "Når et forløb er afsluttet. Årsagen står ved {begrundelse}."),
    LetterKey.END_GOALS_REACHED: LetterWords("Årsag: målene er nået", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.END_LESS_NEED: LetterWords("Årsag: mindre behov", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.END_CITIZEN_WISH: LetterWords("Årsag: borgerens ønske", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.END_MOVED_AWAY: LetterWords("Årsag: flyttet", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.END_PART_OF_FAMILY: LetterWords("Årsag: del af familien", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.END_OTHER: LetterWords("Årsag: andet", "En sætning, som afslutningsbrevet bruger."),
    LetterKey.COVER: LetterWords("Følgebrev", "Når planen og andre papirer sendes. Overskriften bliver emnet."),
    LetterKey.CONSENT: LetterWords(
        "Samtykkets tekst", "Skriv jeres egne sætninger til. Det, der er lovbestemt, ligger fast. Borgeren siger jeg."
    ),
    LetterKey.MAIL_INVITATION: LetterWords("Mail: indkaldelse", "Det, der står i mailen. Den må ikke nævne borgeren."),
    LetterKey.MAIL_CANCELLED: LetterWords("Mail: aflysning", "Når mødet er aflyst."),
    LetterKey.MAIL_TAKEN_OFF: LetterWords("Mail: skal ikke med alligevel", "Til den, der er taget af listen."),
    LetterKey.CALENDAR_INVITATION: LetterWords("Kalender: møde", "Står i alles kalender. Må ikke nævne borgeren."),
    LetterKey.CALENDAR_CANCELLED: LetterWords("Kalender: aflysning", "Står i alles kalender."),
    LetterKey.CALENDAR_TAKEN_OFF: LetterWords("Kalender: skal ikke med alligevel", "Til den, der er taget af listen."),
}

PLACEHOLDERS: Final[dict[Placeholder, str]] = {
    Placeholder.NAME: "Den, der læser: fornavnet, eller familien Bæk",
    Placeholder.SUBJECT: "Den eller dem, det handler om, med hele navnet",
    Placeholder.MUNICIPALITY: "Kommunens navn",
    Placeholder.TODAY: "Brevets dato",
    Placeholder.MEETING_KIND: "Samarbejdsmøde, netværksmøde eller formøde",
    Placeholder.MEETING_DAY: "Mødets ugedag og dato",
    Placeholder.MEETING_CLOCK: "Hvornår mødet begynder: kl. 13.00",
    Placeholder.MEETING_TIME: "Mødets dag, begyndelse og slutning",
    Placeholder.DURATION: "Hvor længe mødet varer",
    Placeholder.PLACE: "Hvor mødet er",
    Placeholder.MEETING: "Mødets dag, klokkeslæt og sted på én gang",
    Placeholder.EARLIER_TIME: "Den tid, mødet havde før",
    Placeholder.REASON: "Grunden, som den er skrevet. Kun til borgeren",
    Placeholder.CALL_US: "Hvem man ringer til, og nummeret",
    Placeholder.IF_NO_ANSWER: "Hele sætningen om hovednummeret, når der er et",
    Placeholder.COORDINATOR: "Den koordinerende sagsbehandlers navn",
    Placeholder.COORDINATOR_FIRST: "Den koordinerende sagsbehandlers fornavn",
    Placeholder.COORDINATOR_EMAIL: "Den koordinerende sagsbehandlers mailadresse",
    Placeholder.PRIMARY: "Den faste sagsbehandlers navn, når det er en anden end den koordinerende",
    Placeholder.PRIMARY_FIRST: "Den faste sagsbehandlers fornavn",
    Placeholder.BOTH: "Navnet på den, der er både koordinerende og fast sagsbehandler",
    Placeholder.BOTH_FIRST: "Fornavnet på den, der er begge dele",
    Placeholder.GIVER: "Den sagsbehandler, der har været der til nu",
    Placeholder.GIVER_FIRST: "Fornavnet på den, der har været der til nu",
    Placeholder.RECEIVER: "Den nye sagsbehandlers navn",
    Placeholder.RECEIVER_FIRST: "Den nye sagsbehandlers fornavn",
    Placeholder.HANDOVER_DAY: "Den dag, den nye tager over",
    Placeholder.END_DAY: "Den dag, forløbet slutter",
    Placeholder.WHY_ENDED: "Sætningen om årsagen",
    Placeholder.CALL_LATER: "Hvem man kan ringe til bagefter",
    Placeholder.PAPERS: "Navnene på de papirer, der følger med",
    Placeholder.PHONE: "Telefonnummeret på den, der sender",
    Placeholder.PHONE_HOURS: "Hvornår man kan ringe",
    Placeholder.SIGNER: "Navnet på den, der sender",
    Placeholder.SIGNER_TITLE: "Stillingen for den, der sender",
    Placeholder.ATTACHED: "»Indkaldelsen er vedhæftet.«, når den er det",
    Placeholder.SAYS_YES: "Hvem der siger ja til at dele: begyndelsen af den første sætning",
    Placeholder.SHARED_BETWEEN: "Hvem der må dele med hinanden",
    Placeholder.PURPOSE: "Sætningen om, hvad oplysningerne må bruges til",
    Placeholder.EXCEPTIONS: "Sætningen om det, der er undtaget, når noget er",
    Placeholder.HOLDS_UNTIL: "Sætningen om den sidste dag, når der er en",
    Placeholder.ONLY_NEEDED: "Sætningen om, at der kun må deles det nødvendige",
    Placeholder.RIGHTS: "At det er frivilligt, og at man kan trække det tilbage. Ligger fast",
    Placeholder.TIME_AND_PLACE: "Dag, klokkeslæt, varighed og sted i to linjer",
    Placeholder.PEOPLE: "Listen over dem, der er inviteret",
    Placeholder.AGENDA: "Dagsordenens punkter",
    Placeholder.MOVED: "Boksen fra teksten Ny tid, når mødet er flyttet",
    Placeholder.COORDINATOR_CARD: "Kort med navn, telefon og mail",
    Placeholder.PRIMARY_CARD: "Kort med navn, telefon og mail",
    Placeholder.BOTH_CARD: "Kort med navn, telefon og mail",
    Placeholder.RECEIVER_CARD: "Kort med navn, telefon og mail",
    Placeholder.CITIZENS_WORD: "Det, borgeren selv sagde om at slutte",
    Placeholder.GREETING: "Venlig hilsen og underskriver",
}
"""What is put in, in a few words."""

_FAULTS: Final[dict[LetterFaultKind, Callable[[LetterFault], str]]] = {
    LetterFaultKind.UNKNOWN: lambda fault: (
        f"{_braced(fault.what[0])} findes ikke{f'. Mener du {_braced(fault.nearest)}?' if fault.nearest else '.'}"
    ),
    LetterFaultKind.EMPTY: lambda _: "Der står ikke noget mellem { og }.",
    LetterFaultKind.UNCLOSED: lambda fault: f"{fault.what[0]} er ikke lukket på samme linje.",
    LetterFaultKind.UNOPENED: lambda fault: (
        f"{fault.what[0]} lukker noget, der ikke er åbnet. Skriv {fault.what[0] * 2}, hvis tegnet selv skal stå der."
    ),
    LetterFaultKind.NESTED: lambda _: "Der kan ikke stå [ ] inde i [ ].",
    LetterFaultKind.UNCLOSED_BOLD: lambda _: "** åbner fed skrift, som ikke er lukket på samme linje.",
    LetterFaultKind.NOT_HERE: lambda fault: f"{_braced(fault.what[0])} kan ikke bruges i denne tekst.",
    LetterFaultKind.NOT_ALONE: lambda fault: f"{_braced(fault.what[0])} skal stå alene på sin linje.",
    LetterFaultKind.MISSING: lambda fault: (
        f"{' eller '.join(map(_braced, fault.what))} mangler. Det skal stå i teksten, og ikke hvor det kan falde væk."
    ),
    LetterFaultKind.NO_TITLE: lambda _: "Første linje skal være overskriften: # og så teksten.",
    LetterFaultKind.SECOND_TITLE: lambda _: "Der er mere end én overskrift med #. Brug ## til de næste.",
}


def follows_reader(one: str, many: str) -> str:
    """du, til en familie I"""
    return f"{one}, til en familie {many}"


def fault(found: LetterFault) -> str:
    """What is wrong, in a sentence."""
    return _FAULTS[found.kind](found)


def faults_of(faulty: FaultyText) -> str:
    """Linje 3 i invitation_citizen: {Mødedage} findes ikke. Mener du {mødedag}?"""
    return "\n".join(
        f"{faulty.key.value}, linje {faulty.text.count(chr(10), 0, each.start) + 1}: {fault(each)}"
        if each.end
        else f"{faulty.key.value}: {fault(each)}"
        for each in faulty.faults
    )


def _braced(name: str) -> str:
    return f"{{{name}}}"


def _unusable_file(error: UnusableLetterFile) -> str:
    if error.name:
        return f"Filen har teksten {quoted(error.name)}, som ikke findes. Intet er ændret. Ret navnet, og prøv igen."
    where = f" (linje {error.line})" if error.line else ""
    return f"Filen kan ikke læses som brevtekster{where}. Intet er ændret. Gem de nuværende som fil, og ret i den."


ERRORS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    UnusableLetterText: lambda error: (
        f"Teksten kan ikke bruges endnu. {fault(error.faults[0])} Det, du har skrevet, står der stadig."
    ),
    UnusableLetterTexts: lambda error: "\n".join(("Intet er ændret.", *map(faults_of, error.texts))),
    UnusableLetterFile: _unusable_file,
}
"""One sentence maker for each of the area's errors."""
