"""The citizen's joint plan on paper: the page with the most important, and the pages behind it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from koordinator.domain.content_parts import AppointmentContent, ContactCard, PendingContent, ScoreContent, Sender
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step
from koordinator.texts.formats import capitalised, count_of, date_long, join_with_og, month, month_year
from koordinator.texts.paper_common import (
    SEPARATOR,
    call_whom,
    if_not_there,
    meeting_sentence,
    near_day,
)
from koordinator.texts.paper_voice import Voice, call_name, stopped, without_stop

TITLE: Final = "Vores fælles plan"
SUBJECT: Final = "Fælles plan"
ON_ONE_PAGE: Final = "det vigtigste på én side"
FIRST_OF_ALL: Final = "det vigtigste først"

GOALS: Final = "Det arbejder vi hen mod"
NO_GOALS: Final = "Vi har ikke aftalt et mål endnu."
AGREEMENTS: Final = "Det har vi aftalt"
ALL_AGREEMENTS: Final = "Alle aftaler"
NO_AGREEMENTS: Final = "Der er ingen aftaler endnu."
WHAT: Final = "Hvad"
WHO: Final = "Hvem"
WHEN: Final = "Hvornår"
DONE: Final = "Gjort"
GOAL: Final = "Mål"
NOBODY_YET: Final = "ikke aftalt endnu"
NEXT_MEETING: Final = "Næste møde: "
CHALLENGES: Final = "Det sværeste lige nu"
DISAGREEMENTS: Final = "Det ser vi forskelligt på"
PROGRESS: Final = "Sådan går det"
ON_THE_WAY: Final = "På vej derhen"
WE_HELP_WITH: Final = "Det hjælper vi med"
EFFORT: Final = "Hjælp"
PURPOSE: Final = "Hvad den skal gøre"
PENDING: Final = "Det venter vi svar på"
OTHER_PLANS: Final = "Andre planer"
PLAN: Final = "Plan"
OWNER: Final = "Hvem har den"
RELATION: Final = "Sådan hænger den sammen med denne"
NEWS: Final = "Nyt siden sidst"
CONSENT_OF: Final = "Samtykke fra"
SHARED_FOR: Final = "Det handler om"
SHARED_WITH: Final = "Deles mellem"
NOT_COVERED: Final = "Ikke med"
GIVEN_BY: Final = "Givet af"
HOLDS: Final = "Gælder"
ABOUT_PLAN: Final = "Om planen"
PLAN_TYPE: Final = "Plan"
LEGAL_BASIS: Final = "Lovgrundlag"
PERIOD: Final = "Planen gælder"
REVIEW: Final = "Vi ser på planen igen"
APPROVED: Final = "Godkendt"
SIGNATURE: Final = "Underskrift"
DRAFT: Final = "Udkast"
REACHED_MARK: Final = "nået"

_GOAL_STATUS: Final[dict[GoalStatus, str]] = {
    GoalStatus.ACTIVE: "",
    GoalStatus.REACHED: "Målet er nået.",
    GoalStatus.PUT_ASIDE: "Målet er lagt til side.",
}

_RECENT: Final = timedelta(days=45)
_SHORT_MONTHS: Final = (
    "jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.",
)  # fmt: skip

_RELATIONS: Final[dict[PlanRelation, str]] = {
    PlanRelation.REPLACED: "Er afløst af denne plan.",
    PlanRelation.PART: "Er en del af denne plan.",
    PlanRelation.BESIDE: "Gælder ved siden af denne plan.",
}


def kicker(number: int | None, day: date) -> str:
    """Fælles plan · version 3 · 21. november 2026"""
    return SEPARATOR.join((SUBJECT, "udkast" if number is None else f"version {number}", date_long(day)))


def version_text(number: int | None) -> str:
    """Fælles plan, version 3"""
    return f"{SUBJECT}, udkast" if number is None else f"{SUBJECT}, version {number}"


def subtitle(name: str, *, one_page: bool) -> str:
    """Lone Bæk · det vigtigste på én side"""
    return f"{name}{SEPARATOR}{ON_ONE_PAGE if one_page else FIRST_OF_ALL}"


def running_head(name: str) -> str:
    """Vores fælles plan · Lone Bæk"""
    return f"{TITLE}{SEPARATOR}{name}"


def footer(voice: Voice, coordinator: ContactCard | None, *, large_print: bool) -> str:
    """Where to go with a wish for larger print, a disagreement, a withdrawn consent."""
    larger = "" if large_print else f"{voice.you_first} kan få planen med større skrift. "
    whom = call_name(coordinator.name) if coordinator else "os"
    return (
        f"{larger}Er {voice.you} {voice.agreeing('uenig', 'uenige')}, eller vil {voice.you} trække "
        f"{voice.your_neuter} samtykke tilbage, så sig det til {whom}."
    )


def how_we_work(step: Step | None, voice: Voice) -> str:
    """Sådan arbejder vi sammen om det: faste møder med dig og én fælles plan."""
    if step is Step.MEETINGS:
        how = f"faste møder med {voice.to_you} og én fælles plan"
    elif step is Step.ONE_CASEWORK:
        how = f"{voice.you} har én sagsbehandler, der har ansvaret for hele planen"
    elif step is Step.ALIGNMENT:
        how = f"vi, der hjælper {voice.to_you}, taler sammen, når der er brug for det"
    else:
        return "Her står det, vi er blevet enige om."
    return f"Sådan arbejder vi sammen om det: {how}."


def said(voice: Voice) -> str:
    """DU SAGDE"""
    return f"{voice.you} sagde".upper()


def goal_progress(scores: Sequence[ScoreContent], near: date, voice: Voice, *, explained: bool) -> str:
    """du gav 3 i maj og 5 nu (10 er bedst); of one month, den 4. maj og den 28. maj"""
    if not scores:
        return ""
    first, last = scores[0], scores[-1]
    best = " (10 er bedst)" if explained else ""
    if len(scores) == 1:
        gives = "giver" if _is_recent(last, near) else "gav"
        return f"{voice.you} {gives} {last.score} {_when_given(last, near)}{best}"
    began, now = _when_given(first, near), _when_given(last, near)
    if began == now:
        began, now = (f"den {near_day(each.scored_on, near)}" for each in (first, last))
    return f"{voice.you} gav {first.score} {began} og {last.score} {now}{best}"


def _is_recent(score: ScoreContent, near: date) -> bool:
    return near - _RECENT <= score.scored_on <= near


def _when_given(score: ScoreContent, near: date) -> str:
    if _is_recent(score, near):
        return "nu"
    return f"i {month(score.scored_on) if score.scored_on.year == near.year else month_year(score.scored_on)}"


def goal_heading(number: int, title: str) -> str:
    """Mål 1: Rolige morgener hjemme"""
    return f"Mål {number}: {title}"


def goal_status(status: GoalStatus) -> str:
    """Målet er nået. Nothing for one that is worked on."""
    return _GOAL_STATUS[status]


def members_goal(name: str, title: str) -> str:
    """Anna: at komme i skole til tiden"""
    return f"{call_name(name)}: {title}"


def progress_said(scores: Sequence[ScoreContent], voice: Voice) -> str:
    """Dit tal gik fra 3 til 5. 10 er bedst."""
    first, last = scores[0].score, scores[-1].score
    number = f"{voice.your_neuter} tal"
    said = f"{number} er stadig {last}" if first == last else f"{number} gik fra {first} til {last}"
    return f"{capitalised(said)}. 10 er bedst."


def every_score(labelled: Iterable[tuple[str, int]]) -> str:
    """Tallene: 3 (12. maj), 4 (20. aug.) og 5 (17. nov.). What the drawing shows, in words."""
    return f"Tallene: {join_with_og(tuple(f'{score} ({label})' for label, score in labelled))}."


def single_score(score: ScoreContent, voice: Voice) -> str:
    """Du gav 3 den 2. maj 2026. 10 er bedst."""
    return f"{voice.you_first} gav {score.score} den {date_long(score.scored_on)}. 10 er bedst."


def score_label(day: date, *, with_year: bool) -> str:
    """2. maj, or 2. maj 2026 where the years differ."""
    short = f"{day.day}. {_SHORT_MONTHS[day.month - 1]}"
    return f"{short} {day.year}" if with_year else short


def reached_on(day: date) -> str:
    """nået 3. oktober 2026"""
    return f"{REACHED_MARK} {date_long(day)}"


def with_your_words(voice: Voice) -> str:
    """MED DINE ORD"""
    return f"med {voice.your_many} ord".upper()


def all_your_words(voice: Voice) -> str:
    """Under words that were too many for the page."""
    return f"Alle {voice.your_many} ord står på de næste sider."


def own_words_heading(voice: Voice) -> str:
    """Dine egne ord"""
    return f"{capitalised(voice.your_many)} egne ord"


def matters_to_you(voice: Voice) -> str:
    """DET ER VIGTIGT FOR DIG"""
    return f"det er vigtigt for {voice.to_you}".upper()


MUST_NOT_BE_LOST: Final = "DET MÅ IKKE GÅ TABT"


def strengths_heading(voice: Voice) -> str:
    """Det kan du, og det har du"""
    return f"Det kan {voice.you}, og det har {voice.you}"


def you_do(voice: Voice) -> str:
    """Det klarer du selv"""
    return f"Det klarer {voice.you} selv"


def you_practise(voice: Voice) -> str:
    """Det øver du"""
    return f"Det øver {voice.you}"


def efforts_heading(voice: Voice) -> str:
    """Den hjælp, du får"""
    return f"Den hjælp, {voice.you} får"


def by_provider(name: str, provider: str) -> str:
    """Familiekonsulent (Kim Møller)"""
    return f"{name} ({provider})" if provider else name


def goal_numbers(numbers: Sequence[int]) -> str:
    """1 og 3"""
    return join_with_og([str(number) for number in numbers])


def pending_sentence(decision: PendingContent, near: date, voice: Voice) -> str:
    """støtte om morgenen. Du får svar fra Ida Mikkelsen senest 8. december, og du kan klage over svaret."""
    who = answers_from(decision)
    answer = f"{voice.you_first} får svar{f' fra {who}' if who else ''}"
    latest = f" senest {near_day(decision.answer_by_on, near)}" if decision.answer_by_on else ""
    appeal = f"og {voice.you} kan klage over svaret."
    return f"{stopped(decision.what)} {answer}{latest}, {appeal}"


def answers_from(decision: PendingContent) -> str:
    """Ida Mikkelsen (Handicap)"""
    if decision.employee and decision.department:
        return f"{decision.employee} ({decision.department})"
    return decision.employee or decision.department


PENDING_LABEL: Final = "Ikke afgjort endnu: "
DECIDED_LABEL: Final = "Der er svar: "


def decided_sentence(decision: PendingContent, near: date) -> str:
    """støtte om morgenen. Ja, fra 1. december. Svaret kom 3. december."""
    came = f" Svaret kom {near_day(decision.outcome_on, near)}." if decision.outcome_on else ""
    return f"{stopped(decision.what)} {stopped(decision.outcome)}{came}"


def appeal_help(voice: Voice) -> str:
    """How to disagree with an answer."""
    return f"Er {voice.you} {voice.agreeing('uenig', 'uenige')} i et svar, kan {voice.you} klage. Vi hjælper gerne."


def more_on_next_pages(goals: int, agreements: int, pending: int, contacts: int) -> str:
    """Der er mere på de næste sider: 2 mål, 12 aftaler og 3 personer, der hjælper. Nothing where all is shown."""
    left = (
        count_of(goals, "mål", "mål") if goals else "",
        count_of(agreements, "aftale", "aftaler") if agreements else "",
        count_of(pending, "spørgsmål uden svar", "spørgsmål uden svar") if pending else "",
        count_of(contacts, "person, der hjælper", "personer, der hjælper") if contacts else "",
    )
    parts = [part for part in left if part]
    return f"Der er mere på de næste sider: {join_with_og(parts)}." if parts else ""


def next_meeting(appointment: AppointmentContent | None, voice: Voice) -> str:
    """tirsdag 12. januar 2027 kl. 13.00 hjemme hos dig."""
    return meeting_sentence(appointment, voice) if appointment else "Vi har ikke aftalt et nyt møde endnu."


def about_meeting(
    appointment: AppointmentContent | None, coordinator: ContactCard | None, sender: Sender, voice: Voice
) -> str:
    """Vil du flytte mødet eller have en med? Ring til Mette. Kan du ikke få fat i Mette, så ring til 99 12 30 00."""
    wish = "flytte mødet eller have en med" if appointment else "gerne mødes"
    call = f"Ring til {call_name(coordinator.name)}" if coordinator else call_whom(None, sender)
    return f"Vil {voice.you} {wish}? {call}. {if_not_there(coordinator, sender, voice)}".rstrip()


def settled_late(day: date, near: date) -> str:
    """gjort 3. december"""
    return f"gjort {near_day(day, near)}"


def not_done(reason: str) -> str:
    """blev ikke til noget: skolen havde lukket"""
    return f"blev ikke til noget: {without_stop(reason)}" if reason else "blev ikke til noget"


def relation_sentence(relation: PlanRelation, follow_up_on: date | None) -> str:
    """Er en del af denne plan. Der følges op 3. marts 2027."""
    follow_up = f" Der følges op {date_long(follow_up_on)}." if follow_up_on else ""
    return f"{_RELATIONS[relation]}{follow_up}"


def plan_goal(goal: str) -> str:
    """Mål: at gå uden smerter"""
    return f"{GOAL}: {goal}"


def for_member(name: str) -> str:
    """Til Anna"""
    return f"Til {call_name(name)}"


def consent_heading(voice: Voice) -> str:
    """Dit samtykke"""
    return f"{capitalised(voice.your_neuter)} samtykke"


def consent_given(voice: Voice) -> str:
    """Before the consents."""
    return f"{voice.you_first} har sagt ja til, at vi deler det, der står her."


def no_consent(voice: Voice) -> str:
    """Where none is written down."""
    return f"Der er ikke skrevet noget samtykke ned. Vi spørger {voice.to_you}, før vi deler mere, end vi må."


def withdraw(voice: Voice, coordinator: ContactCard | None) -> str:
    """Du kan altid trække dit ja tilbage. Så siger du det bare til Mette."""
    whom = call_name(coordinator.name) if coordinator else "os"
    return (
        f"{voice.you_first} kan altid trække {voice.your_neuter} ja tilbage. Så siger {voice.you} det bare til {whom}."
    )


def latest(day: date) -> str:
    """senest 21. maj 2027"""
    return f"senest {date_long(day)}"


def approved(day: date, name: str) -> str:
    """21. november 2026 af Mette Holm"""
    return f"{date_long(day)} af {name}" if name else date_long(day)


def signing(voice: Voice) -> str:
    """What a signature means."""
    return (
        f"Når {voice.you} skriver under, viser det, at vi har talt om planen. {voice.you_first} behøver ikke at skrive "
        f"under. Er {voice.you} {voice.agreeing('uenig', 'uenige')} i noget, skriver vi det ind."
    )


def draft_not_signed(voice: Voice) -> str:
    """Instead of signatures on a draft."""
    return f"Planen er et udkast. Vi taler den igennem med {voice.to_you}, før den bliver godkendt."


def signs_as(name: str, role: str) -> str:
    """Mette Holm, koordinerende sagsbehandler"""
    return f"{name}, {role}" if name else role


def helps_members(names: Iterable[str]) -> str:
    """Hjælper Anna og Emil; nothing where somebody helps all."""
    known = [call_name(name) for name in names if name]
    return f"Hjælper {join_with_og(known)}" if known else ""


def call_about_everything(name: str) -> str:
    """Ring til Mette om alt"""
    return f"Ring til {call_name(name)} om alt"
