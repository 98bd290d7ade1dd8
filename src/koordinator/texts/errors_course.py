"""Errors about the register, consent, families and the course on the staircase."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from koordinator.domain.citizen_rules import AlreadyInFamily, AlreadyRelated, RelatedToItself
from koordinator.domain.consent_rules import GeneralThemeExcepted, NobodyNamed
from koordinator.domain.contact_note import ContactCorrected, ContactNotYet
from koordinator.domain.course_rules import CourseIsFamilys, CourseOpen, CourseOverlaps
from koordinator.domain.coverage import ConsentWithdrawn, NotCoveredByConsent
from koordinator.domain.errors import DomainError
from koordinator.domain.handover import (
    CannotReturn,
    ChecklistTooLong,
    HandoverDayPast,
    HandoverNotYet,
    HandoverOver,
    HandoverToSelf,
    HandoverUnderWay,
    NothingToHandOver,
)
from koordinator.domain.letter_content import NobodyToName, NothingEnded
from koordinator.domain.misfit import NothingToSee
from koordinator.domain.register_rules import CaseNumberTaken, EffortGoesOn, EffortRenewed
from koordinator.domain.takeover import TakeoverDayOff, TakeoverOver
from koordinator.domain.theme import LastGeneralTheme
from koordinator.texts.formats import date_long


def _number_taken(error: CaseNumberTaken) -> str:
    if not error.name:
        return f"Sagsnummeret {error.number} står allerede på en anden borgers sag. Ret nummeret. Intet er gemt endnu."
    return f"Sagsnummeret {error.number} står allerede på en sag hos {error.name}. Ret nummeret, eller åbn den sag."


def _overlaps(error: CourseOverlaps) -> str:
    if error.earliest_on == date.min:
        return "Et forløb kan ikke begynde i fremtiden. Vælg en dag til og med i dag."
    return (
        f"Et nyt forløb kan tidligst begynde {date_long(error.earliest_on)}, da det forrige sluttede, og senest i dag. "
        "Vælg en anden dag."
    )


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    NotCoveredByConsent: lambda error: (
        f"{error.name} er ikke omfattet af et samtykke, så der er ikke lavet noget dokument til {error.name}. "
        "Tal med borgeren, og skriv det, I bliver enige om, under Samtykke."
    ),
    ConsentWithdrawn: lambda error: (
        f"Dokumentet blev lavet til {error.name}, men samtykket dækker ikke længere alt, hvad der står i det, "
        "eller navnet er ændret siden. Det er ikke givet videre, og det ligger uændret i sagen. "
        f"Lav et nyt, hvis {error.name} stadig må få det eller en del af det."
    ),
    NobodyNamed: lambda _: (
        "Vælg mindst én, som samtykket gælder for, eller lad det gælde alle, der er inviteret. Intet er gemt endnu."
    ),
    GeneralThemeExcepted: lambda _: (
        "Et alment emne kan ikke undtages. Skal en slet ikke have noget at vide, så vælg »slet ikke omfattet«."
    ),
    LastGeneralTheme: lambda error: (
        f"»{error.name}« er det sidste almene emne. Gør først et andet emne alment. Intet er ændret."
    ),
    CaseNumberTaken: _number_taken,
    EffortGoesOn: lambda error: (
        f"»{error.name}« har ingen slutdato og løber videre. Sæt en slutdato, hvis indsatsen skal fornys."
    ),
    EffortRenewed: lambda error: f"»{error.name}« er fornyet allerede. Der er ikke ændret noget.",
    RelatedToItself: lambda _: "En borger kan ikke være i familie med sig selv. Vælg en anden.",
    AlreadyRelated: lambda _: "De to står allerede sådan til hinanden. Der er ikke ændret noget.",
    AlreadyInFamily: lambda error: (
        f"{error.name} hører allerede til {error.family}. Meld først ud af den familie, eller vælg en anden borger."
    ),
    NothingToSee: lambda error: (
        f"Der er ikke noget nyt om {error.name}, der taler for et andet trin. Der er ikke ændret noget."
    ),
    ContactNotYet: lambda _: "En kontakt kan først noteres, når den har fundet sted. Ret dagen eller klokkeslættet.",
    ContactCorrected: lambda _: "Noten er rettet i mellemtiden. Ret i den nyeste i stedet. Intet er ændret.",
    TakeoverOver: lambda _: (
        "Linjen er afsluttet i mellemtiden og ligger fast. Skriv en ny linje, hvis noget skal rettes. Intet er ændret."
    ),
    TakeoverDayOff: lambda error: (
        f"Dagen skal ligge fra {date_long(error.earliest_on)}, da forløbet kom på trin 3, til og med i dag. "
        "Er sagen ikke overtaget endnu, så skriv, hvornår den ventes."
    ),
    HandoverDayPast: lambda error: (
        f"Overdragelsen kan tidligst ske {date_long(error.earliest_on)}. Vælg i dag eller en senere dag."
    ),
    HandoverToSelf: lambda _: "Den, der får sagen, skal være en anden end den, der giver den. Vælg en anden modtager.",
    HandoverUnderWay: lambda error: (
        f"{error.name} er allerede ved at blive overdraget. Gennemfør eller aflys den overdragelse først. "
        "Der er ikke ændret noget."
    ),
    NothingToHandOver: lambda error: (
        f"{error.giver} er hverken koordinerende eller fast sagsbehandler for {error.name}. Der er ikke ændret noget."
    ),
    ChecklistTooLong: lambda error: (
        f"Listen kan højst have {error.most} linjer, så den bliver gået igennem. Det, du har skrevet, står stadig her."
    ),
    HandoverOver: lambda _: "Overdragelsen er afsluttet i mellemtiden og ligger fast. Der er ikke ændret noget.",
    HandoverNotYet: lambda error: (
        f"Overdragelsen sker {date_long(error.takes_effect_on)}. Indtil da har den nuværende sagsbehandler ansvaret."
    ),
    NobodyToName: lambda error: (
        f"{error.name} har hverken koordinerende eller fast sagsbehandler. Vælg en, før du skriver brevet."
    ),
    NothingEnded: lambda error: (
        f"Brevet kan skrives, når et forløb er slut. {error.name} har ikke et forløb, der er slut, at skrive om."
    ),
    CannotReturn: lambda _: "Kun det, der blev overdraget på grund af fravær, kan gå tilbage. Intet er ændret.",
    CourseOpen: lambda _: "Der er allerede et forløb i gang. Fortsæt i det, eller afslut det først.",
    CourseOverlaps: _overlaps,
    CourseIsFamilys: lambda error: (
        f"{error.name} er med i forløbet for {error.family} på trin 3 og har ikke sit eget forløb ved siden af. "
        "Der er ikke ændret noget."
    ),
}
"""One sentence maker for each kind of error."""
