"""The words of Øvelse: each task with why it is there, and what was learned in the end."""

from typing import Final, NamedTuple

from koordinator.domain.practice import PracticeTask, TaskState
from koordinator.domain.steps import Step
from koordinator.texts.formats import count_of

HEADING: Final = "Øvelse"
OFFER: Final = (
    "Følg en opdigtet borger hele vejen: fra den første vurdering til planen i hånden. Det tager en halv time. "
    "Øvelsen har sit eget vindue og sin egen database, så den aldrig blandes med rigtige borgere."
)
BEGIN: Final = "Begynd øvelsen"
STARTING: Final = "Øvelsen åbner i sit eget vindue. Første gang tager det et øjeblik."
NOT_STARTED: Final = (
    "Øvelsen kunne ikke åbnes. Dine egne data er, som de var. "
    "Prøv igen, eller skriv »koordinator practice« i en terminal, så står der, hvad der er galt."
)
GO: Final = "Gå til"
AGAIN: Final = "Begynd forfra"
AGAIN_QUESTION: Final = "Begynd øvelsen forfra?"
AGAIN_TEXT: Final = "Det, du har lavet i øvelsen, bliver slettet. Rigtige borgere bliver ikke berørt."
MAKING: Final = "Laver øvelsen. Det tager et øjeblik."
NO_DISPLAY: Final = (
    "Øvelsen foregår i et vindue, og her er ingen skærm at vise det på. Start den på en computer med skærm."
)

_STATES: Final[dict[TaskState, str]] = {
    TaskState.DONE: "klaret",
    TaskState.NEXT: "næste",
    TaskState.COMES: "kommer senere",
    TaskState.PASSED_OVER: "sprunget over",
}


class TaskWords(NamedTuple):
    """What to do, and why in a sentence."""

    title: str
    why: str


TASKS: Final[dict[PracticeTask, TaskWords]] = {
    PracticeTask.ASSESS: TaskWords(
        "Vurdér, hvor meget hjælpen skal koordineres",
        "Trinnet afgør, hvem der gør hvad, så det skal bygge på svar og ikke på en fornemmelse.",
    ),
    PracticeTask.CHOOSE_COORDINATOR: TaskWords(
        "Vælg en koordinerende sagsbehandler",
        "Når én har ansvaret, slipper borgeren for selv at holde trådene samlet.",
    ),
    PracticeTask.REGISTER_CONSENT: TaskWords(
        "Registrér borgerens samtykke",
        "Borgeren bestemmer, hvem der må dele hvad, og det skal være klart før mødet.",
    ),
    PracticeTask.PLAN_MEETING: TaskWords(
        "Aftal samarbejdsmødet til i dag",
        "Et møde med dag og sted er det første, borgeren mærker. Vælg dagen i dag, så du kan holde det med det samme.",
    ),
    PracticeTask.PREPARE: TaskWords(
        "Forbered mødet med borgeren",
        "Borgeren skal vide, hvad der sker, og selv sige, hvad der er vigtigst at tale om.",
    ),
    PracticeTask.INVITE: TaskWords(
        "Indkald deltagerne",
        "Alle skal kende tid, sted og dagsorden, så ingen møder uforberedt op.",
    ),
    PracticeTask.HOLD_MEETING: TaskWords(
        "Hold mødet, og skriv et mål og en aftale",
        "Mål og aftaler skrives, mens alle ser på, så de er fælles, når I går hjem.",
    ),
    PracticeTask.CLOSE_MEETING: TaskWords(
        "Afslut mødet",
        "Ingen går, før hver aftale har et navn og en dag, og borgeren er spurgt, hvordan det gik.",
    ),
    PracticeTask.APPROVE_PLAN: TaskWords(
        "Godkend den fælles plan",
        "En godkendt plan ligger fast, så alle arbejder efter den samme.",
    ),
    PracticeTask.HAND_OUT_PLAN: TaskWords(
        "Udlever planen",
        "Planen er borgerens, så den skal ende i borgerens hånd.",
    ),
}

FINISHED: Final = "Godt gået. Du har fulgt {name} hele vejen."
LEARNED: Final = (
    "Du har vurderet ud fra svar og skrevet, hvorfor.",
    "Du har sørget for, at én har ansvaret, og at borgeren har sagt ja til, hvad der deles.",
    "Du har forberedt og holdt et møde, hvor borgerens ord blev til mål og aftaler.",
    "Du har lagt planen fast og givet den til borgeren.",
)
FINISHED_NEXT: Final = (
    "Nu er du klar til en rigtig borger. Overblik viser altid det næste skridt, så du ikke behøver at huske det."
)


def title(name: str) -> str:
    """Øvelse: Jonas Lykkegaard"""
    return f"{HEADING}: {name}"


def about(name: str, departments: int) -> str:
    """Jonas får hjælp fra 4 fagenheder ..."""
    return (
        f"{name} får hjælp fra {count_of(departments, 'fagenhed', 'fagenheder')}, og ingen har samlet trådene. "
        "Tag én opgave ad gangen, og kom tilbage hertil imellem. Alt er opdigtet, så du kan ikke gøre noget forkert."
    )


def progress(done: int, of: int) -> str:
    """3 af 10 opgaver er klaret."""
    return f"{done} af {of} opgaver er klaret."


def strayed(step: Step) -> str:
    """What to do where the assessment ended on a step with no meetings."""
    place = f"trin {int(step)}" if step is not Step.NO_NEED else "intet behov"
    return (
        f"Du landede på {place}. Det kan være rigtigt i virkeligheden, men øvelsen handler om trin 2. "
        "Vurdér igen, og vælg trin 2."
    )


def spoken(number: int, words: TaskWords, state: TaskState) -> str:
    """1. Vurdér ...: klaret"""
    return f"{number}. {words.title}: {_STATES[state]}. {words.why}"
