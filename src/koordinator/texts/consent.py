"""Words for consent: the form, the exact text a citizen says yes to, who may hear what, and taking it back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from koordinator.domain.consent import Consent
from koordinator.domain.danish_day import danish_day
from koordinator.domain.letter_kinds import Placeholder
from koordinator.texts.formats import date_long, date_short, genitive, join_with_og
from koordinator.texts.paper_voice import stopped

CONSENTS: Final = "Samtykke"
NO_CONSENTS: Final = "Intet samtykke endnu. Uden samtykke kan fagpersonerne ikke dele oplysninger på mødet."
EARLIER: Final = "Tidligere"
NEW_CONSENT: Final = "Registrér samtykke"
NEW_BASIS: Final = "Andet grundlag"
CONSENT_INTRO: Final = "Et samtykke er frivilligt, konkret og informeret, og borgeren kan altid trække det tilbage."
BASIS_INTRO: Final = "Brug det kun, når loven tillader at dele uden samtykke. Skriv hvilken lov og hvorfor."
FORM_ON_PAPER: Final = "Skema på papir"
ON_PAPER: Final = "Se på papir"
WHOSE: Final = "Hvis samtykke?"
CONSENT_PURPOSE: Final = "Hvad skal oplysningerne bruges til?"
USUAL_PURPOSE: Final = "At samarbejde om den fælles plan og møderne"
WHO_SHARES: Final = "Hvem må dele med hinanden?"
ALL_INVITED: Final = "Alle, der er inviteret til møderne"
SOME: Final = "Kun dem, du vælger her"
NAMED: Final = "Vælg dem, det gælder"
CHOOSE_SOMEBODY: Final = "Vælg mindst én, eller lad det gælde alle, der er inviteret."
EXCEPTIONS: Final = "Undtagelser"
EXCEPTIONS_HINT: Final = "For eksempel: Tina ikke om økonomi. Det, der ikke har et emne, hører Tina så heller ikke."
ADD_EXCEPTION: Final = "Tilføj undtagelse"
EXCEPTED_WHO: Final = "Hvem gælder undtagelsen?"
EXCEPTED_WHAT: Final = "Hvad må ikke deles?"
REMOVE_EXCEPTION: Final = "Fjern undtagelsen"
CHOOSE_WHO: Final = "Vælg hvem"
ALL_OF_IT: Final = "slet ikke omfattet"
CHOOSE_WHO_FAULT: Final = "Vælg, hvem undtagelsen gælder, eller fjern den."
GIVEN_BY: Final = "Givet af"
GIVEN_BY_CHILD: Final = "Et barns samtykke gives af den, der har forældremyndigheden. Tal med barnet om det."
UNTIL: Final = "Gælder til og med"
CONSENT_TEXT: Final = "Den tekst, borgeren siger ja til"
CONSENT_TEXT_HINT: Final = "Teksten følger det, du vælger, indtil du selv retter i den. Den gemmes, som den står."
WRITE_AGAIN: Final = "Skriv teksten forfra"
BASIS: Final = "Lovgrundlag i stedet for samtykke"
BASIS_REASON: Final = "Hvorfor er det nødvendigt?"
SHARED_WITH: Final = "Hvem må dele med hinanden?"
NOT_COVERED: Final = "Ikke omfattet"
WITHDRAW: Final = "Træk tilbage"
WITHDRAW_HEADING: Final = "Skal samtykket trækkes tilbage?"
WITHDRAW_TEXT: Final = "Det virker med det samme. Det, der allerede er delt, kan ikke kaldes tilbage."
NOTHING_CHANGES: Final = "Et andet samtykke dækker stadig de samme."
ALSO_OLD_PAPERS: Final = "Det gælder også nye udskrifter af gamle referater og planer."

USED_FOR: Final = "Oplysningerne må bruges til dette:"
ONLY_NEEDED: Final = "Der må kun deles det, som er nødvendigt."
LEFT_OUT: Final = "Undtaget er:"
HOLDS_UNTIL: Final = "Samtykket gælder til og med"
VOLUNTARY: Final = (
    "Det er frivilligt at sige ja. Jeg kan når som helst trække mit samtykke tilbage, også kun noget af det."
)
"""The text that is said yes to, part by part; the form on paper has room to write where each part ends."""

MATRIX: Final = "Hvem må høre hvad i dag"
MATRIX_INTRO: Final = "Sådan er samtykkerne lige nu. Vælg en række for at se, hvad der skal til."
NOBODY_ROUND: Final = "Der er ingen at dele med endnu. Tilføj dem, der hjælper, under Netværk."
WHO: Final = "Hvem"
STANDING: Final = "Samtykke"
OTHER_THEMES: Final = "Andre emner"
WITHOUT_THEME: Final = "Uden emne"
ALL_THEMES: Final = "Vis alle emner"
COMMON: Final = "Det fælles"
WHOSE_MATTERS: Final = "Hvis sager"
MAY: Final = "✓ Ja"
MAY_NOT: Final = "✕ Nej"
NOT_ASKED: Final = "–"
COVERED: Final = "✓ Omfattet"
PARTLY: Final = "◐ Delvist omfattet"
NOT_AT_ALL: Final = "✕ Ikke omfattet"
NEEDS_NONE: Final = "Kræver ikke samtykke"
SOMEBODY: Final = "En, der ikke er på listen længere,"
NOT_INVITED: Final = "Ikke inviteret endnu"


def not_about(theme: str) -> str:
    """ikke om økonomi"""
    return f"ikke om {_within(theme)}"


def exceptions_words(lines: Sequence[tuple[str, Sequence[str | None]]]) -> str:
    """Tina Dam ikke om økonomi og helbred. Bo Thygesen slet ikke. Each name once."""
    return " ".join(stopped(_left_out(name, themes)) for name, themes in lines)


def shared_with(names: Sequence[str]) -> str:
    """Kim Møller, Bo Thygesen og Handicap; all who are invited where nobody is named."""
    return join_with_og(tuple(names)) if names else ALL_INVITED


def consent_values(
    name: str, given_by: str, purpose: str, sharing: str, not_covered: str, until: date | None
) -> dict[Placeholder, str]:
    """What is put into the text that is shown to the citizen, made of what was chosen; each a whole sentence."""
    return {
        Placeholder.SAYS_YES: says_yes(name, given_by),
        Placeholder.SHARED_BETWEEN: _lowered(stopped(sharing)),
        Placeholder.PURPOSE: f"{USED_FOR} {stopped(purpose)}" if purpose else "",
        Placeholder.ONLY_NEEDED: ONLY_NEEDED,
        Placeholder.EXCEPTIONS: f"{LEFT_OUT} {not_covered}" if not_covered else "",
        Placeholder.HOLDS_UNTIL: f"{HOLDS_UNTIL} {date_long(until)}." if until else "",
        Placeholder.RIGHTS: VOLUNTARY,
    }


def says_yes(name: str, given_by: str) -> str:
    """Who says yes to what, up to the names of those who may share."""
    may = "må deles mellem dem, der er nævnt her:"
    if given_by and given_by != name:
        return f"Jeg, {given_by}, siger ja på {genitive(name)} vegne til, at oplysninger om {name} {may}"
    return f"Jeg, {name}, siger ja til, at oplysninger om mig {may}"


def consent_state(consent: Consent, *, in_force: bool) -> str:
    """Gælder til og med 31.12.2026, trukket tilbage 03.11.2026, udløbet."""
    if consent.withdrawn_at is not None:
        return f"Trukket tilbage {date_short(danish_day(consent.withdrawn_at))}"
    if not in_force:
        return "Gælder ikke i dag"
    if consent.until_on is not None:
        return f"Gælder til og med {date_short(consent.until_on - timedelta(days=1))}"
    return "Gælder, til det trækkes tilbage"


def consent_of(purpose: str, name: str) -> str:
    """At samarbejde om planen (Anna)"""
    return f"{purpose} ({name})"


def loses(names: Sequence[str], what: str) -> str:
    """Kim Møller og Bo Thygesen må ikke længere få noget at vide."""
    return f"{join_with_og(tuple(names))} må ikke længere {what}."


LOSES_ALL: Final = "få noget at vide"
LOSES_SOME: Final = "få alt at vide"


def person_standing(name: str, standing: str, hidden: Sequence[str]) -> str:
    """Tina Dam · Delvist omfattet. Ikke om økonomi. Heller ikke det, der ikke har et emne."""
    if not hidden:
        return f"{name}: {standing}."
    about = join_with_og(tuple(_within(theme) for theme in hidden))
    return (
        f"{name}: {standing}. Ikke om {about}, og heller ikke det, der ikke har et emne. "
        "Vælg et emne på punkter, mål og aftaler, så kan mere deles."
    )


def _left_out(name: str, themes: Sequence[str | None]) -> str:
    named = tuple(_within(theme) for theme in themes if theme is not None)
    return f"{name} slet ikke" if None in themes else f"{name} ikke om {join_with_og(named)}"


def _within(theme: str) -> str:
    return theme[:1].lower() + theme[1:]


def _lowered(sharing: str) -> str:
    return _within(sharing) if sharing.startswith(ALL_INVITED) else sharing
