"""What is said about a damaged database: while it is open, when it is refused, and about what could be saved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from koordinator.domain.rescue import Rescue, RescuedKind
from koordinator.texts.formats import count_of, join_some, number

SUMMARY: Final = "red det, der kan læses i en beskadiget database, over i en ny"
DAMAGED: Final = "BESKADIGET"
DAMAGED_HELP: Final = "den beskadigede database; den bliver ikke ændret"
TO_HELP: Final = "den nye database; her må ikke ligge en fil i forvejen"

HEADING: Final = "Databasen er beskadiget"
NOT_OPENED: Final = "Databasen kan ikke åbnes"
RESTORE: Final = "Gendan fra en sikkerhedskopi …"
RESTORE_TEXT: Final = (
    "Har du en sikkerhedskopi, er den som regel den bedste vej. Du ser, hvad der er i den, før noget bliver flyttet, "
    "og intet bliver slettet."
)
RESCUE: Final = "Red det, der kan læses …"
RESCUE_TEXT: Final = (
    "Er kopien for gammel, eller er der ingen, kan programmet redde det, der kan læses, over i en ny database. Den "
    "beskadigede bliver ikke ændret."
)
CLOSE: Final = "Luk programmet"
SAVE_AS: Final = "Gem den nye database"
PROPOSED_NAME: Final = "{name}-reddet.db"
ASIDE_NAME: Final = "{name}-beskadiget.db"
FILES: Final = "Databaser (*.db)"
RESCUING: Final = "Redder, hvad der kan læses …"
RESCUING_TEXT: Final = "Databasen bliver læst side for side. Det kan tage et par minutter."
SAVED_HEADING: Final = "Det, der kunne læses, er reddet"
OPEN_SAVED: Final = "Brug den reddede database"
SAVED_TEXT: Final = (
    "Bruger du den reddede database, får den beskadigede et andet navn og bliver liggende i den samme mappe: {aside}."
)
KIND: Final = "Hvad"
SAVED: Final = "Reddet"
MISSING: Final = "Mangler"
NOTHING_MISSING: Final = "intet"
TOUCHED: Final = "Borgere og familier, hvor noget mangler"

STOPPED: Final = (
    "Databasen er beskadiget, så der gemmes ikke mere i den. Gem det, du har skrevet, i en fil, og luk programmet. "
    "Næste gang det åbnes, kan du gendanne fra en sikkerhedskopi eller redde det, der kan læses."
)
KEEP_TYPED: Final = "Gem det, jeg har skrevet …"
TYPED_NAME: Final = "det-jeg-skrev.txt"
TEXT_FILES: Final = "Tekstfiler (*.txt)"
TYPED_SAVED: Final = (
    "Det, du har skrevet, er gemt her: {path}. Filen er ikke krypteret, så slet den, når du har brugt den."
)
NOTHING_TYPED: Final = "Der står ingen tekst på siden, som ikke er gemt."
MAY_LACK_THE_LAST: Final = (
    "Computeren stoppede sidste gang, mens der blev gemt. Alt, der var meldt gemt, skulle være her. "
    "Se for en sikkerheds skyld efter, om det sidste, du skrev, står der."
)

_PEOPLE, _CASES, _ASSESSMENTS, _COURSES = "Borgere og familier", "Sager og indsatser", "Vurderinger", "Forløb og trin"
_MEETINGS, _PLANS, _PAPERS, _CONSENT = "Møder", "Planer og aftaler", "Breve og dokumenter", "Samtykke"
_OFFICE, _LOG, _SEARCH, _OTHER = "Medarbejdere og indstillinger", "Log", "Søgning", "Andet"
_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    _PEOPLE: (
        "subject", "citizen", "family", "family_membership", "relation", "contact_person", "primary_caseworker_period",
    ),
    _CASES: ("case_file", "effort", "effort_goal", "other_plan", "case_filing", "takeover", "contact_note"),
    _ASSESSMENTS: ("assessment", "misfit_look"),
    _COURSES: ("course", "step_period", "coordinator_period", "handover", "handover_item", "planned_day"),
    _MEETINGS: (
        "meeting", "participant", "preparation", "presence_wish", "invitation", "meeting_move", "agenda_item",
        "meeting_note", "meeting_operation", "minutes_version", "meeting_rhythm", "taken_question",
    ),
    _PLANS: (
        "joint_plan", "member_part", "viewpoint", "theme_score", "goal", "subgoal", "goal_score", "plan_version",
        "agreement", "pending_decision",
    ),
    _PAPERS: ("paper", "paper_content", "handout", "draft"),
    _CONSENT: ("consent", "consent_party", "consent_exception", "access_decision"),
    _OFFICE: (
        "employee", "department", "team", "team_membership", "role_period", "authority_period", "access_grant",
        "told_of_grant", "setting", "theme", "plan_type", "assessment_model", "model_draft", "letter_text", "logo",
        "school_holiday", "own_word", "retention_period", "counted_thing", "hold",
    ),
    _LOG: ("audit_entry", "search_term", "log_key", "former_key", "deletion"),
    _SEARCH: ("search_citizen", "search_family", "search_case_file", "search_agreement"),
}  # fmt: skip
_MOST_NUMBERS: Final = 40
_GROUP_OF: Final = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}


class GroupTold(NamedTuple):
    """How much of one group was saved, and what is missing, in words."""

    name: str
    saved: int
    missing: str


def groups(outcome: Rescue) -> tuple[GroupTold, ...]:
    """The kinds put together as the person knows them; what nothing was ever written of is left out."""
    gathered: dict[str, list[RescuedKind]] = defaultdict(list)
    for kind in outcome.kinds:
        gathered[_GROUP_OF.get(kind.kind, _OTHER)].append(kind)
    told = [GroupTold(name, sum(kind.saved for kind in kinds), _missing(kinds)) for name, kinds in gathered.items()]
    order = [*_GROUPS, _OTHER]
    return tuple(sorted((each for each in told if each.saved or each.missing), key=lambda each: order.index(each.name)))


def summary(outcome: Rescue) -> str:
    """How much of the file could be read, and whether anything is missing."""
    if outcome.is_whole:
        return "Intet mangler: Alt, der stod i databasen, er reddet."
    sentences = [f"{count_of(outcome.bad_pages, 'side', 'sider')} af {number(outcome.pages)} kunne ikke læses."]
    if outcome.nameless_rows:
        rows = count_of(outcome.nameless_rows, "linje", "linjer")
        sentences.append(f"{rows} kunne læses, men ikke kendes igen, og er derfor ikke med.")
    if outcome.log_was_cut:
        sentences.append("De seneste ændringer før skaden kan mangle.")
    sentences.append("Sammenlign med den nyeste sikkerhedskopi.")
    return " ".join(sentences)


def log_held(outcome: Rescue) -> str:
    """From where to where the log has no gap."""
    if len(outcome.log_runs) <= 1:
        return "Loggen er hel." if outcome.log_runs else "Loggen kunne ikke læses."
    runs = ", ".join(f"{number(run.first)}-{number(run.last)}" for run in outcome.log_runs)
    return f"Loggen er brudt. Disse poster hænger sammen: {runs}."


def touched(numbers: Sequence[int]) -> str:
    """Of whom something is missing, by the numbers that the database knows them by."""
    return f"{TOUCHED} (nummer): {join_some([str(number) for number in numbers], _MOST_NUMBERS)}."


def told(outcome: Rescue, path: str) -> Iterator[str]:
    """The lines of the command line."""
    yield f"Det, der kan læses, er reddet til {path}. Den beskadigede fil er ikke ændret."
    yield summary(outcome)
    for group in groups(outcome):
        yield f"{group.name}: {SAVED.lower()} {group.saved}" + (
            f", {MISSING.lower()} {group.missing}" * bool(group.missing)
        )
    yield log_held(outcome)
    if outcome.touched:
        yield touched(outcome.touched)


def _missing(kinds: list[RescuedKind]) -> str:
    """In words; nothing where nothing is missing."""
    missing, left_out = sum(kind.missing for kind in kinds), sum(kind.left_out for kind in kinds)
    loosened = sum(kind.loosened for kind in kinds)
    lines = count_of(missing, "linje", "linjer")
    parts = [lines] if missing else []
    if any(kind.may_miss_more for kind in kinds):
        parts = [f"mindst {lines}" if missing else "måske nogle"]
    if left_out:
        parts.append(f"{number(left_out)} hørte til noget, der mangler")
    if loosened:
        parts.append(f"{number(loosened)} har mistet en henvisning")
    return ", ".join(parts)
