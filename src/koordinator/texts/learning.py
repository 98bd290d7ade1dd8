"""Modellen kort: what one does on each step, and the principles; on the screen and on the wall."""

from dataclasses import dataclass
from typing import Final

from koordinator.domain.model_pace import ModelPace
from koordinator.texts import paper_names
from koordinator.texts.formats import count_of

TITLE: Final = "Læring"
SUBTITLE: Final = "Lær modellen at kende, og øv dig på en opdigtet borger."
MODEL: Final = "Modellen kort"
LEAD: Final = (
    "Jo mere sammensat borgerens situation er, jo højere trin. Det gælder også den anden vej: ned, når det letter."
)
PRINCIPLES_HEADING: Final = "Det holder vi fast i"
PDF: Final = "Gem som PDF"
PDF_LARGE: Final = "Gem med stor skrift"
SAVE_TITLE: Final = "Gem Modellen kort"
WAYS: Final = "Modellen forklaret til borgerne"
WAYS_LEAD: Final = (
    "Arket »Sådan arbejder vi sammen« siger i almindelige ord, hvordan I hjælper på tre måder. Der står ikke noget om "
    "nogen. Et ark om den enkelte borger laver du under Dokumenter på borgerens side."
)
SAVE_WAYS_TITLE: Final = "Gem arket til borgerne"
PDF_FILES: Final = "PDF-filer (*.pdf)"
FOOTER: Final = "Tallene er kommunens egne og kan ændres i Indstillinger."
SHOWN_ALTERNATIVE: Final = (
    "Trappen: fra Intet behov op over trin 1, Almindelig afstemning, trin 2, Samarbejdsmøder, og trin 3, "
    "Én samlet sagsbehandling. Derfra fører vejen ned igen til Afslut forløb."
)

WHO: Final = "Hvem"
WHAT: Final = "Det gør du"
OFTEN: Final = "Hvor tit"
GETS: Final = "Borgeren får"
NO_NEED: Final = "Intet behov"
END: Final = "Afslut forløb"
NO_NEED_UNDER: Final = ("ingen koordinering", "lige nu")
END_UNDER: Final = ("når målene er nået", "eller behovet er væk")


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the model: its whole name, and what belongs to it."""

    label: str
    name: str
    who: str
    what: str
    often: str
    gets: str
    gist: str
    """All of it in a line, for large print."""


_YEAR: Final = 365
_WEEK: Final = 7
STAIRS: Final = (
    ("Trin 1", ("Almindelig", "afstemning")),
    ("Trin 2", ("Samarbejdsmøder",)),
    ("Trin 3", ("Én samlet", "sagsbehandling")),
)
"""Each step and its short name, broken to stand on the stair."""

PRINCIPLES: Final = (
    ("Respekt.", "Vi taler med borgeren, ikke om borgeren."),
    ("Borgerens behov først.", "Spørg, hvad der er vigtigst for borgeren, før I taler om tilbud."),
    ("Borgeren er med.", "I rummet og i planen, med sine egne ord."),
    ("Mødet er der, hvor det giver mening.", "Ikke altid på rådhuset, hvis borgeren vil noget andet."),
    ("Fortæl det én gang.", "Spørg ikke om det, borgeren allerede har fortalt."),
    ("Mere selv.", "Hjælpen skal styrke det, borgeren selv kan, så behovet for hjælp bliver mindre."),
)

NO_NEED_TEXT: Final = (
    "Hjælpen hænger sammen, og borgeren har selv overblikket. Skriv vurderingen ned, og sig det til borgeren. "
    "Ændrer noget sig, vurderer du igen."
)
END_TEXT: Final = (
    "Tal med borgeren først. Skriv grunden, borgerens egne ord, og hvem borgeren kan ringe til. Vejen tilbage er åben."
)
NO_NEED_GIST: Final = "Borgeren har selv overblikket."
END_GIST: Final = "Borgeren ved, hvem der kan ringes til bagefter."


def levels(pace: ModelPace) -> tuple[Level, Level, Level]:
    """The three steps with the municipality's own numbers."""
    return _level_1(pace), _level_2(pace), _level_3(pace)


def _level_1(pace: ModelPace) -> Level:
    return Level(
        STAIRS[0][0],
        "Almindelig afstemning og koordination",
        who="Sagsbehandlerne i de fagenheder, der hjælper borgeren.",
        what="Tag en kort kontakt, når noget skal passe sammen. Notér, hvem der aftalte hvad.",
        often=f"Når der er brug for det. Vurdér trinnet igen senest efter {period(pace.reassess_days)}.",
        gets="Arket »Hvem hjælper dig med hvad«.",
        gist="Korte kontakter efter behov. Notér, hvem der aftalte hvad.",
    )


def _level_2(pace: ModelPace) -> Level:
    return Level(
        STAIRS[1][0],
        "Tværfaglige koordinations- og samarbejdsmøder",
        who="En koordinerende sagsbehandler med myndighed, borgeren og alle, der hjælper.",
        what="Forbered mødet med borgeren. Hold det, og saml mål, indsatser og aftaler i én fælles plan.",
        often=(
            f"Første møde inden {period(pace.first_meeting_days)}. Derefter hver {_every(pace.meeting_interval_days)}. "
            f"Planen gennemgås hver {_every(pace.review_interval_days)}."
        ),
        gets=(
            "Invitation, referat og den fælles plan, senest "
            f"{count_of(pace.hand_out_working_days, 'arbejdsdag', 'arbejdsdage')} efter godkendelsen."
        ),
        gist=(
            "Koordinerende sagsbehandler, møder med borgeren og én fælles plan. "
            f"Første møde inden {period(pace.first_meeting_days)}."
        ),
    )


def _level_3(pace: ModelPace) -> Level:
    return Level(
        STAIRS[2][0],
        "Én samlet sagsbehandling",
        who="Én sagsbehandler for hele familien, i et team på tværs med den samlede myndighed.",
        what="Overtag sagerne fra hver fagenhed efter tjeklisten. Lav én plan for familien.",
        often=(
            f"Overdragelse inden {period(pace.take_over_days)}, derefter som trin 2. "
            f"Vi venter {pace.families_from}-{pace.families_to} familier, uden loft."
        ),
        gets="Én at ringe til og én plan for hele familien.",
        gist="Én sagsbehandler og én plan for hele familien.",
    )


def period(days: int) -> str:
    """4 uger; 10 dage; 1 år"""
    if days == _YEAR:
        return "1 år"
    if days % _WEEK == 0:
        return count_of(days // _WEEK, "uge", "uger")
    return count_of(days, "dag", "dage")


def _every(days: int) -> str:
    """90. dag; 12. uge; uge"""
    count, unit = (days // _WEEK, "uge") if days % _WEEK == 0 else (days, "dag")
    return unit if count == 1 else f"{count}. {unit}"


def file_name(*, large_print: bool) -> str:
    """modellen-kort.pdf"""
    return paper_names.pdf("modellen-kort", large_print=large_print)


def ways_file_name(*, large_print: bool) -> str:
    """saadan-arbejder-vi-sammen.pdf"""
    return paper_names.pdf("saadan-arbejder-vi-sammen", large_print=large_print)


def saved_as(name: str) -> str:
    """Gemt: modellen-kort.pdf"""
    return f"Gemt: {name}"
