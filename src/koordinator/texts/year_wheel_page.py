"""The words of the page Årshjul."""

from datetime import date
from typing import Final

from koordinator.domain.follow_up import DueItem
from koordinator.domain.year_wheel_visit import Visit, WhyNot
from koordinator.texts.formats import MONTHS, capitalised, count_of, date_short, number, weekday_date
from koordinator.texts.plan import DUE_KINDS

WHOSE: Final = "Hvis"
MINE: Final = "Mine"
TEAM: Final = "Teamets"
BEFORE: Final = "Forrige år"
AFTER: Final = "Næste år"
THIS_YEAR: Final = "I år"
WHEEL: Final = "Årshjul"
WHEEL_HINT: Final = (
    "Piletasterne går fra måned til måned. Enter går til månedens liste. Page Up og Page Down skifter år."
)
MONTH: Final = "Månedens opfølgning"
WHEN: Final = "Dag"
WHAT: Final = "Hvad"
NEW_DAY: Final = "Ny dato"
OPEN: Final = "Åbn"
DONE: Final = "Gjort"
GATHER: Final = "Saml i ét besøg"
PDF: Final = "Til væggen (PDF)"
LARGE_PDF: Final = "Stor skrift"
ICS: Final = "Til kalenderen"
SAVE_PDF: Final = "Gem årshjulet til væggen"
SAVE_ICS: Final = "Gem årshjulet til kalenderen"
PDF_FILES: Final = "PDF (*.pdf)"
ICS_FILES: Final = "Kalenderfil (*.ics)"
SHORTCUT_MONTHS: Final = "Gå til måneden før eller efter"
SHORTCUT_LIST: Final = "Gå til månedens liste, og åbn den valgte linje"
SHORTCUT_BEFORE: Final = "Gå til året før"
SHORTCUT_AFTER: Final = "Gå til året efter"
SHORTCUT_GATHER: Final = "Saml familiens opfølgninger i ét besøg"
SHORTCUT_DONE: Final = "Markér som gjort, eller skriv svaret"

VISIT_HINT: Final = "Intet får en senere dato, end det havde."
MOVED: Final = "Flyttes til besøget"
KEPT: Final = "Nås på besøget. Datoen bliver stående"
PLAN_VISIT: Final = "Planlæg besøget"
USE_MEETING: Final = "Saml det på mødet"
NOT_GATHERED: Final = "Samles ikke"
NOTHING_TO_GATHER: Final = "Der er ikke noget at samle"
NOTHING_OPEN: Final = "Der er ikke andet at følge op på."
_MOST_NAMED: Final = 8

REASONS: Final[dict[WhyNot, str]] = {
    WhyNot.OVERDUE: "Datoen er overskredet. Gør det nu, i stedet for at vente på et besøg",
    WhyNot.TOO_SOON: "Datoen kommer, før et besøg kan nå at blive aftalt",
    WhyNot.ALONE: "Der ligger ikke andet i nærheden",
    WhyNot.BOUND: "Fristerne ligger fast, og der er ikke noget i nærheden, der kan flyttes",
    WhyNot.PROMISED: "Datoen er den, der blev lovet",
    WhyNot.MEETING: "Mødet er aftalt med dem, der kommer",
    WhyNot.GATHERED: "Er allerede samlet på et møde",
    WhyNot.NO_DAY: "Der er ingen dato",
}


def wheel_name(month: str) -> str:
    """Årshjul. november, denne måned: 9 ting"""
    return f"{WHEEL}. {month}"


def nothing_in(month: int, year: int, in_year: int) -> str:
    """Der er ikke noget at følge op på i marts 2031."""
    if not in_year:
        return (
            f"Der er ikke noget i årshjulet for {year} endnu. "
            "Planer, vurderinger, møder og frister kommer her af sig selv."
        )
    return f"Der er ikke noget at følge op på i {MONTHS[month - 1]} {year}."


def day_in_month(day: date | None) -> str:
    """24. nov."""
    return "" if day is None else f"{day.day}. {MONTHS[day.month - 1][:3]}"


def visit_heading(name: str) -> str:
    """Saml opfølgningen for Familien Bæk i ét besøg"""
    return f"Saml opfølgningen i ét besøg: {name}"


def visit_intro(visit: Visit, window_days: int) -> str:
    """Which day, and what it is the day of."""
    day = weekday_date(visit.on)
    what = "Der er et møde i forvejen" if visit.meeting_id else "Besøget kan blive"
    near = count_of(window_days, "dag", "dage")
    return f"{what} {day}. Det er tidsnok til det, der ligger inden for {near} af hinanden. {VISIT_HINT}"


def item_line(item: DueItem) -> str:
    """Gennemgang af den fælles plan · Lone Bæk · 15.03.2027"""
    what = f"{DUE_KINDS[item.kind]}: {item.what}" if item.what else DUE_KINDS[item.kind]
    day = date_short(item.due_on) if item.due_on else ""
    return " · ".join(filter(None, (what, item.subject_name, day)))


def some_lines(items: tuple[DueItem, ...]) -> str:
    """Each on its own line; of very many the first."""
    named = [f"– {item_line(item)}" for item in items[:_MOST_NAMED]]
    more = len(items) - len(named)
    return "\n".join([*named, f"– og {number(more)} til"] if more else named)


def gathered(moved: int, visit: Visit) -> str:
    """3 datoer er flyttet til fredag 26. februar 2027, og besøget er planlagt."""
    planned = "mødet stod der i forvejen" if visit.meeting_id else "besøget er planlagt under Møder"
    return capitalised(f"{count_of(moved, 'dato', 'datoer')} er flyttet til {weekday_date(visit.on)}, og {planned}.")


def taken_back(moved_back: int, changed_since: int, *, meeting_stays: bool) -> str:
    """3 datoer er flyttet tilbage."""
    said = [capitalised(f"{count_of(moved_back, 'dato', 'datoer')} er flyttet tilbage.")]
    if changed_since:
        said.append(f"{count_of(changed_since, 'dato', 'datoer')} er ændret imens og står uændret.")
    if meeting_stays:
        said.append("Mødet er taget i brug og står der endnu.")
    return " ".join(said)


def saved_as(name: str) -> str:
    """aarshjul-2027.pdf er gemt. Der står kun tal i den."""
    return f"{name} er gemt. Der står kun tal i den."
