"""Every error that the program can explain, as Danish: what happened, that nothing is lost, what to do."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.access_grant import SeveralCitizens
from koordinator.domain.citizen import CprTaken
from koordinator.domain.course import NoOpenCourse, NotOnStep
from koordinator.domain.email_address import UnusableEmail
from koordinator.domain.errors import (
    AlreadyLocked,
    DomainError,
    FieldMissing,
    FieldTooLong,
    NoLongerHere,
    NotAllowed,
    NotFound,
    NotYours,
    StaleVersion,
    UnusableCharacter,
)
from koordinator.domain.organisation import (
    LacksAuthority,
    MergedIntoItself,
    NameTaken,
    NobodyAdministers,
    SeveralEmployees,
)
from koordinator.domain.setting import UnusableNumber
from koordinator.domain.setting_times import NotFromToday, SettingInForce
from koordinator.domain.spelling import NotAWord
from koordinator.domain.team_places import PlaceBackwards, PlaceTwice, UnusableShare
from koordinator.texts import (
    access_grants,
    errors_assessment,
    errors_backups,
    errors_course,
    errors_lists,
    errors_log,
    errors_meeting,
    errors_papers,
    errors_retention,
    errors_storage,
    errors_supervision,
    errors_year_wheel,
    letter_texts,
    letterhead,
    spelling,
    ui,
)
from koordinator.texts.words import field_name, kind_name, the_kind


def _not_allowed(_error: NotAllowed) -> str:
    return "Det har du ikke adgang til med din rolle. Spørg din administrator, hvis du mener, du skal kunne det."


def _cpr_taken(error: CprTaken) -> str:
    if not error.name:
        return (
            "CPR-nummeret står allerede på en borger, som du ikke arbejder med. Intet er gemt. "
            "Skal du bruge borgerens sag nu, så vælg »Adgang ved særligt behov« under Borgere og familier."
        )
    return f"CPR-nummeret står allerede på {error.name}. Åbn den borger i stedet."


def _not_yours(_error: NotYours) -> str:
    return (
        "Du arbejder ikke med den borger eller familie, så du kan ikke åbne den. Spørg borgerens sagsbehandler. "
        f"Haster det, så vælg »{access_grants.NAME}« under Borgere og familier."
    )


def _not_found(error: NotFound) -> str:
    if not error.key:
        return f"{the_kind(error.kind)} findes ikke endnu."
    return f"{the_kind(error.kind)} findes ikke her (søgt efter {error.key}). Se efter, om det er skrevet rigtigt."


def _no_longer_here(error: NoLongerHere) -> str:
    return (
        f"{the_kind(error.kind)} findes ikke længere. Oplysningerne er slettet. "
        "Det, du har skrevet, står her endnu, men kan ikke gemmes."
    )


def _stale(error: StaleVersion) -> str:
    return (
        f"{the_kind(error.kind)} er blevet ændret et andet sted, siden du åbnede. "
        "Det, du har skrevet, står her stadig. Hent det nye frem, og gem igen."
    )


def _locked(error: AlreadyLocked) -> str:
    return f"{the_kind(error.kind)} er låst og kan ikke ændres. Lav en ny version i stedet."


def _too_long(error: FieldTooLong) -> str:
    return (
        f"»{field_name(error.field)}« er for lang: {error.length} tegn. Der er plads til {error.limit}. "
        "Teksten står der stadig, så du kan forkorte den."
    )


def _missing(error: FieldMissing) -> str:
    return f"»{field_name(error.field)}« mangler. Udfyld feltet, og gem igen."


def _unusable(error: UnusableCharacter) -> str:
    return (
        f"»{field_name(error.field)}« indeholder et tegn, der ikke kan vises eller skrives ud. Slet det, og gem igen."
    )


_COMMON: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    **errors_meeting.TEXTS,
    NotAllowed: _not_allowed,
    NotYours: _not_yours,
    SeveralCitizens: lambda error: (
        f"Der er flere, der hedder {error.name} og har den fødselsdag. Brug CPR-nummeret. Du har ikke fået adgang."
    ),
    NotFound: _not_found,
    NoLongerHere: _no_longer_here,
    StaleVersion: _stale,
    AlreadyLocked: _locked,
    FieldTooLong: _too_long,
    FieldMissing: _missing,
    UnusableCharacter: _unusable,
    CprTaken: _cpr_taken,
    NoOpenCourse: lambda error: f"{error.name} har ikke et forløb, der er i gang. Lav først en vurdering.",
    NotOnStep: lambda error: (
        f"Det hører til trin {int(error.needed)}, og forløbet er på trin {int(error.actual)}. "
        "Vurdér trinnet igen, hvis behovet er blevet et andet."
    ),
    LacksAuthority: lambda error: (
        f"{error.employee} er ikke myndighedsperson. En koordinerende sagsbehandler skal have myndighed. "
        "Vælg en anden, eller ret det i Indstillinger."
    ),
    NotFromToday: lambda _: "En frist kan ikke ændres bagud. Vælg i dag eller en senere dag. Intet er ændret.",
    SettingInForce: lambda _: (
        "Fristen gælder allerede og bliver stående. Skriv en ny, der gælder fra i dag. Intet er ændret."
    ),
    UnusableShare: lambda _: "Andelen af tiden er et helt tal fra 1 til 100. Ret tallet. Intet er ændret.",
    PlaceBackwards: lambda _: (
        "Tiden i et team slutter efter den dag, den begyndte, og tidligst i dag. Ret dagen. Intet er ændret."
    ),
    PlaceTwice: lambda _: "Ingen kan være i det samme team to gange på én dag. Ret dagene. Intet er ændret.",
    NotAWord: lambda error: spelling.not_a_word(error.word),
    NameTaken: lambda error: f"Navnet »{error.name}« er brugt allerede. Vælg et andet, eller ret den, der findes.",
    UnusableEmail: lambda error: f"{ui.not_an_email(error.email)} Intet er ændret.",
    UnusableNumber: lambda error: (
        f"»{field_name(error.key)}« skal være et helt tal fra {error.least} til {error.most}. "
        "Det, der var før, gælder stadig."
    ),
    SeveralEmployees: lambda error: (
        f"Der er flere medarbejdere, der hedder {error.name}. Brug e-mail eller nummer i stedet."
    ),
    NobodyAdministers: lambda _: (
        "Mindst én skal være administrator. Rollen er ikke taget fra. Giv den først til en anden."
    ),
    MergedIntoItself: lambda error: f"{kind_name(error.kind)} kan ikke slås sammen med sig selv. Vælg to forskellige.",
}

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    **_COMMON,
    **errors_assessment.TEXTS,
    **errors_backups.TEXTS,
    **errors_course.TEXTS,
    **errors_lists.TEXTS,
    **errors_log.TEXTS,
    **letter_texts.ERRORS,
    **errors_papers.TEXTS,
    **errors_retention.TEXTS,
    **errors_storage.TEXTS,
    **errors_supervision.TEXTS,
    **errors_year_wheel.TEXTS,
    **letterhead.ERRORS,
}
"""One sentence maker for each kind of error; each area has a module of its own."""


def sentence(error: DomainError) -> str:
    """What to tell the person."""
    return TEXTS[type(error)](error)


def sentence_at_terminal(error: DomainError) -> str:
    """The same where nobody has written anything that stands on a screen."""
    return {**TEXTS, **errors_storage.AT_TERMINAL}[type(error)](error)
