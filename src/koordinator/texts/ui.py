"""The words of the window itself: rail, search, messages, dialogs, the parts that every page is built of."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

PRACTICE_STRIP: Final = "Øvelse - opdigtede data"
PRACTICE_TASKS: Final = "Se opgaverne"
PROGRAM: Final = "Koordinator"
RAIL: Final = "Sider"
SEARCH_PLACEHOLDER: Final = "Søg borger, CPR, sag eller aftale"
SEARCH_NAME: Final = "Søg efter borger, CPR, sag eller aftale"
SEARCH_KEYS: Final = "Ctrl+K"
SEARCH_HITS: Final = "Fundet"
SEARCH_NOTHING: Final = "Vi fandt ikke noget. Prøv med færre bogstaver eller en del af navnet."
SEARCH_NOTHING_OF_YOURS: Final = (
    "Vi fandt ikke noget blandt dine borgere. Arbejder du ikke med borgeren, så vælg »Adgang ved særligt behov« under "
    "Borgere og familier."
)
LOCK: Final = "Lås"
LOCK_TIP: Final = "Lås skærmen"
SAVING: Final = "Gemmer …"
NOT_SAVED: Final = "Ikke gemt endnu"

OK: Final = "OK"
CANCEL: Final = "Annullér"
SAVE: Final = "Gem"
CLOSE: Final = "Luk"
UNDO: Final = "Fortryd"
RETRY: Final = "Prøv igen"
DISCARD: Final = "Kassér"
KEEP_WRITING: Final = "Skriv videre"
CLOSE_MESSAGE: Final = "Luk beskeden"

LOADING: Final = "Henter …"
FAILED_HEADING: Final = "Det lykkedes ikke at hente siden"
UNEXPECTED: Final = (
    "Der skete en fejl i programmet. Det, der er gemt, er ikke rørt, og det, du har skrevet, står her stadig. "
    "Prøv igen. Sker det igen, så vis jeres it-afdeling fejlrapporten under Hjælp."
)
DISCARD_HEADING: Final = "Vil du kassere det, du har skrevet?"
DISCARD_TEXT: Final = "Det er ikke gemt endnu."
UNSAVED_HEADING: Final = "Noget er ikke gemt"
UNSAVED_TEXT: Final = (
    "Det lykkedes ikke at gemme det sidste, du skrev. Bliv her, hvis du vil kopiere det eller prøve igen."
)
CLOSE_ANYWAY: Final = "Luk alligevel"
STAY: Final = "Bliv her"

NEXT_STEP: Final = "NÆSTE SKRIDT"
STEP_LAST: Final = "sidst"
STEP_BEFORE: Final = "før"
NOT_ASSESSED: Final = "Ikke vurderet"
NO_NEED: Final = "Intet behov"
STEPS: Final = 3

SORT_TIP: Final = "Klik for at sortere"
REQUIRED: Final = "skal udfyldes"
MISSING: Final = "Feltet mangler at blive udfyldt."
CHOOSE_ONE: Final = "Vælg en af mulighederne."
DATE_HINT: Final = "dd.mm.åååå"
TIME_HINT: Final = "tt.mm"
OPEN_CALENDAR: Final = "Vælg i kalender"
NOT_A_DATE: Final = "Vi kan ikke læse datoen. Skriv den som 3.12.2026, 3/12 eller 031226."
NOT_A_TIME: Final = "Vi kan ikke læse klokkeslættet. Skriv det som 13.00, 930 eller 9."

LOCKED_HEADING: Final = "Skærmen er låst"
LOCKED_TEXT: Final = "Alt er gemt. Lås op for at fortsætte, hvor du slap."
CLIPBOARD_KEPT: Final = "Det kopierede kan sættes ind i et minut. Så bliver det slettet fra udklipsholderen."
LOG_DIFFERS: Final = (
    "Loggen passer ikke med det, der er noteret i computerens nøglering. Vælg Sikkerhed, Log og Kontrollér loggen, og "
    "kontakt jeres administrator."
)
SLEEP_REASON: Final = "Skærmen låses først"
UNLOCK: Final = "Lås op"
UNLOCKING: Final = "Låser op …"
PASSPHRASE: Final = "Adgangssætning"
WRONG_PASSPHRASE: Final = "Adgangssætningen passer ikke. Prøv igen."

SHORTCUTS_HEADING: Final = "Genveje på tastaturet"
SHORTCUTS_TEXT: Final = "Alt i programmet kan nås uden mus. Tab går frem, Skift+Tab går tilbage."
SHORTCUT_SEARCH: Final = "Søg"
SHORTCUT_BACK: Final = "Gå tilbage til forrige side"
SHORTCUT_FORWARD: Final = "Gå frem igen"
SHORTCUT_HELP: Final = "Vis denne liste"
SHORTCUT_NOTE: Final = "Skriv en note om en kontakt eller en samtale"
SHORTCUT_LOCK: Final = "Lås skærmen"
SHORTCUT_RELOAD: Final = "Hent siden igen"
SHORTCUT_SAVE: Final = "Gem og luk en formular"
SHORTCUT_ESCAPE: Final = "Luk en formular eller en liste"
SHORTCUT_SPELLING: Final = "Næste ord i feltet, der måske er stavet forkert, og forslag til det"
SHORTCUTS_EVERYWHERE: Final = "Overalt"
SHORTCUTS_HERE: Final = "På denne side"

_MONTHS: Final = (
    "januar februar marts april maj juni juli august september oktober november december".split()  # noqa: SIM905
)
_WEEKDAYS: Final = "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()  # noqa: SIM905


def all_saved(at: datetime) -> str:
    """`at` is local time."""
    return f"Alt er gemt {at:%H.%M}"


def page_shortcut(title: str) -> str:
    return f"Gå til {title}"


def with_keys(text: str, keys: str) -> str:
    return f"{text} ({keys})"


def step_badge(step: int | None) -> str:
    """ "Trin 2"; 0 is no need for coordination, None is not assessed yet."""
    if step is None:
        return NOT_ASSESSED
    return f"Trin {step}" if step else NO_NEED


def step_of_steps(step: int | None, before: int | None = None) -> str:
    """What a screen reader says of the staircase; `before` where somebody has just moved."""
    now = f"Trin {step} af {STEPS}" if step else step_badge(step)
    return now if before is None or before == step else f"{now}. Før: {step_badge(before).lower()}"


def step_pointed_at(step: int | None, last: int | None) -> str:
    """What a screen reader says of a staircase that shows where the answers point so far."""
    now = f"Det peger på {step_badge(step).lower()}" if step is not None else "Svarene peger ikke på et trin endnu"
    return now if last is None else f"{now}. Sidst: {step_badge(last).lower()}"


def chip_done(text: str) -> str:
    return f"{text}, gjort"


def chip_now(text: str) -> str:
    return f"{text}, det er vi ved"


def chip_later(text: str) -> str:
    return f"{text}, kommer senere"


def next_step_overline(due: str) -> str:
    """`due` is a phrase such as "senest 4. december", or nothing."""
    return f"{NEXT_STEP} · {due}" if due else NEXT_STEP


def characters_left(length: int, limit: int) -> str:
    return f"{thousands(length)} af {thousands(limit)} tegn"


def not_an_email(text: str) -> str:
    """What is wrong with an address that no mail can be sent to."""
    return f"»{text}« er ikke en e-mailadresse. Skriv den som navn@kommune.dk, eller lad feltet stå tomt."


def too_long(length: int, limit: int) -> str:
    over = length - limit
    return (
        f"Der er plads til {thousands(limit)} tegn, og teksten er {thousands(over)} for lang. "
        "Den bliver stående her, så du kan forkorte den."
    )


def required_label(label: str) -> str:
    return f"{label} ({REQUIRED})"


def number_of(number: int, total: int) -> str:
    return f"{thousands(number)} af {thousands(total)}"


def part_of(number: int, total: int | None) -> str:
    """18 af 22, or 18 where it is a part of nothing."""
    return thousands(number) if total is None else number_of(number, total)


def bar_name(label: str, number: int, total: int | None) -> str:
    return f"{label}: {part_of(number, total)}"


def hits(count: int) -> str:
    return "1 fundet" if count == 1 else f"{count} fundet"


def sorted_by(title: str, *, descending: bool) -> str:
    return f"Sorteret efter {title}, {'faldende' if descending else 'stigende'}"


def sorted_title(title: str, descending: bool | None) -> str:
    """A column's title with an arrow; None is not sorted by this column."""
    if descending is None:
        return title
    return f"{title} ↓" if descending else f"{title} ↑"


def cell(title: str, text: str) -> str:
    return f"{title}: {text}" if title else text


def date_text(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def long_date(day: date) -> str:
    """ "tirsdag 1. december 2026, uge 49"."""
    words = f"{_WEEKDAYS[day.weekday()]} {day.day}. {_MONTHS[day.month - 1]} {day.year}"
    return f"{words}, uge {day.isocalendar().week}"


def date_before(earliest: date) -> str:
    return f"Datoen skal være {date_text(earliest)} eller senere."


def date_after(latest: date) -> str:
    return f"Datoen skal være {date_text(latest)} eller tidligere."


def initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def joined(parts: Sequence[str]) -> str:
    """ "a · b · c" of what is not empty."""
    return " · ".join(part for part in parts if part)


def thousands(number: int) -> str:
    """12.345"""
    return f"{number:,}".replace(",", ".")
