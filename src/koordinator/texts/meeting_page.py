"""The words of the pages about meetings: the list, preparing, holding, closing, and reading afterwards."""

from datetime import date, datetime, time
from typing import Final

from koordinator.domain.meeting import InvitationAnswer
from koordinator.texts.formats import (
    capitalised,
    clock,
    count_of,
    date_no_year,
    genitive,
    join_some,
    join_with_og,
    number,
    quoted,
    spoken_name,
    weekday_date,
)

# The list
MEETINGS: Final = "Møder"
AHEAD: Final = "Kommende"
HELD: Final = "Holdt"
CANCELLED: Final = "Aflyst"
WHICH: Final = "Hvilke møder"
MINE: Final = "Mine"
EVERYBODYS: Final = "Alles"
WHOSE: Final = "Hvis møder"
PLAN_MEETING: Final = "Aftal møde"
PLAN_FOR_WHOM: Final = "Hvem skal mødet handle om?"
WHEN: Final = "Hvornår"
ABOUT: Final = "Om"
WHERE: Final = "Hvor"
PARTICIPANTS: Final = "Deltagere"
STATUS: Final = "Status"
NO_AHEAD: Final = "Der er ingen møder forude. Aftal et møde sammen med borgeren."
NO_HELD: Final = "Der er ikke holdt møder endnu."
NO_CANCELLED: Final = "Ingen møder er aflyst."
NO_MEETINGS_HERE: Final = "Der er ingen møder endnu. Aftal det første møde sammen med {name}."

# When and where
PLAN_INTRO: Final = "Vælg tid og sted sammen med {name}. Det er {names} ønske, der tæller først."
DAY: Final = "Dato"
CLOCK: Final = "Klokken"
MINUTES: Final = "Minutter"
KIND: Final = "Slags møde"
PLACE_KIND: Final = "Hvor vil {name} mødes?"
PLACE: Final = "Sted"
DO_PLAN: Final = "Aftal mødet"
MOVE: Final = "Flyt mødet"
MOVE_INTRO: Final = "De, der er indkaldt, skal have besked om den nye tid. Indkald dem igen, når mødet er flyttet."
MOVE_REASON: Final = "Hvorfor flyttes mødet?"
CHANGE_TIME: Final = "Ret tid og sted"
CANCEL_MEETING: Final = "Aflys mødet"
CANCEL_INTRO: Final = "De, der er indkaldt, får et brev og en kalenderfil, der siger, at mødet er aflyst."
CANCEL_REASON: Final = "Hvorfor aflyses mødet?"

# Prepare
PREPARATION: Final = "Forbered mødet med {name}"
PREPARATION_HINT: Final = "Skriv det, som det bliver sagt."
AGENDA: Final = "Dagsorden"
ITEM_TITLE: Final = "Punkt"
ITEM_MINUTES: Final = "Minutter"
PRESENTER: Final = "Hvem fremlægger?"
NO_PRESENTER: Final = "Ingen bestemt"
ADD_ITEM: Final = "Tilføj punkt"
EDIT_ITEM: Final = "Ret punktet"
ITEM_UP: Final = "Flyt punktet op"
ITEM_DOWN: Final = "Flyt punktet ned"
REMOVE_CHOSEN: Final = "Fjern deltageren eller punktet"
NOBODY_YET_TO_COME: Final = "Ingen deltagere endnu. Spørg først borgeren, hvem der skal med."
ADD_PARTICIPANT: Final = "Tilføj deltager"
REMOVE_PARTICIPANT: Final = "Fjern deltageren"
WHO: Final = "Hvem"
NOBODY_ELSE: Final = "Alle omkring {name} er med allerede. Flere kan tilføjes under Netværk."
REASON_KEY: Final = "G"
ANSWER_KEYS: Final = "J kommer · N afbud · M måske · G grund til afbud · Delete fjerner"
AGENDA_KEYS: Final = "Træk, eller flyt med Alt+Pil op og Alt+Pil ned · Enter retter · Delete fjerner"
ANSWER: Final = "Svar"
CONSENT: Final = "Samtykke"
ITEM_HELD_BACK: Final = "Punktet vises ikke her"
HELD_BACK: Final = "Noget vises ikke her, fordi ikke alle i lokalet må se det."
COVERED: Final = "✓ Omfattet"
NOT_COVERED: Final = "✕ Ikke omfattet"
PARTLY_COVERED: Final = "◐ Delvist omfattet"
STANDS_FOR: Final = "Kræver ikke samtykke"
TO_CONSENT: Final = "Gå til samtykke"
INVITE: Final = "Indkald"
INVITE_AGAIN: Final = "Indkald alle igen"
MAKE_PREPARATION_SHEET: Final = "Forberedelsesark"
MAKE_AGENDA: Final = "Dagsorden"
SAVE_PAPERS: Final = "Gem i mappe"
SAVE_PAPERS_NOW: Final = "Vælg en mappe, så gemmer vi breve og kalenderfil der."
CHOOSE_FOLDER: Final = "Vælg en mappe"
BEGIN: Final = "Begynd mødet"
PUT_BACK: Final = "Mødet er ikke begyndt"
MORE: Final = "Mere"

# Hold
PRESENT_HEADING: Final = "Til stede"
FINISH: Final = "Afslut mødet"
BACK: Final = "Tilbage"
CHAIR: Final = "mødeleder"
MINUTE_TAKER: Final = "referent"
ROLES: Final = "Mødeleder og referent"
LEADS: Final = "Mødeleder"
WRITES: Final = "Referent"
ATTENDANCE_KEYS: Final = "Mellemrum: til stede eller ikke · K kom sent · G gik før · S skriftligt bidrag"
IS_PRESENT: Final = "Til stede"
IS_ABSENT: Final = "Ikke til stede"
CAME_LATE: Final = "Kom senere"
LEFT_EARLY: Final = "Gik før tiden"
WRITTEN: Final = "Skriftligt bidrag"
WRITTEN_INTRO: Final = "Skriv, hvad {name} har sendt."
CAME_AT: Final = "Kom klokken"
LEFT_AT: Final = "Gik klokken"
NOTES: Final = "Noter"
NOTE: Final = "Skriv her"
NOTE_PLACEHOLDER: Final = "Skriv, og tryk F5-F8. Enter gemmer som {kind}. Skift+Enter giver en ny linje."
WRITES_AS: Final = "Skriver som {kind}"
PRIVATE: Final = "Kun for mig"
PRIVATE_MARK: Final = "kun for dig"
EDIT_NOTE: Final = "Ret noten"
REMOVE_NOTE: Final = "Fjern noten"
PLACE_NOTE: Final = "Flyt noten"
PLACE_NOTE_INTRO: Final = "Ordene bliver, som de er."
PLACE_SAID_INTRO: Final = "Ordene bliver, som de er, og står stadig som {names}."
NOTE_KIND: Final = "Slags"
NOTE_ITEM: Final = "Punkt på dagsordenen"
NOTE_UP: Final = "Flyt noten op"
NOTE_DOWN: Final = "Flyt noten ned"
NEXT_ITEM: Final = "Næste punkt"
ITEM_BELOW: Final = "Punktet nedenfor"
ITEM_ABOVE: Final = "Punktet ovenfor"
TAKE_UP_AGAIN: Final = "Tag punktet op igen"
SINCE_LAST: Final = "Det aftalte vi sidst"
NOTHING_SINCE_LAST: Final = "Der var ingen åbne aftaler fra før."
DONE: Final = "Gjort"
NOT_DONE: Final = "Blev ikke til noget"
GOES_ON: Final = "Går videre"
OPEN_AGAIN: Final = "Åbn igen"
ANOTHER_SOLUTION: Final = "En anden løsning"
DO_INSTEAD: Final = "Aftal det i stedet"
INSTEAD_REASON: Final = "der blev aftalt noget andet i stedet"
NOT_DONE_REASON: Final = "Hvorfor blev det ikke til noget?"
NEW_DAY: Final = "Ny dato"
NEW_DAY_INTRO: Final = "Aftalen går videre. Hvornår skal den senest være holdt?"
PLAN_SO_FAR: Final = "Planen indtil nu"
NEW_GOAL: Final = "Nyt mål"
GOAL_TITLE: Final = "Hvad arbejder vi hen mod?"
SCORE: Final = "Hvor er vi nu?"
SCORE_SHORT: Final = "Sæt tal"
CHANGE: Final = "Ret"
NEW_AGREEMENT: Final = "Ny aftale"
NOBODY_YET: Final = "Ikke valgt endnu"
LACKS_DAY: Final = "mangler dato"
LACKS_PERSON: Final = "mangler navn"
NEW_QUESTION: Final = "Nyt punkt, der skal afgøres"
NO_GOALS_YET: Final = "Ingen mål endnu."
NO_AGREEMENTS_YET: Final = "Ingen aftaler endnu."
NOTHING_TO_DECIDE: Final = "Intet venter på en afgørelse."
UNDO: Final = "Fortryd det sidste"
UNDO_SHORT: Final = "Fortryd"

# The second window
WHO_AND_WHEN: Final = "Navn og dato"
WHO_AND_WHEN_HINT: Final = "Den første aftale, eller det første, der skal afgøres, som mangler navn eller dato."
ATTENDANCE_HEAD: Final = "Gå til listen over, hvem der er til stede"
CONTRIBUTION: Final = "Skriftligt bidrag"
WITHOUT_SUBJECT: Final = "Mødet holdes uden {name}. Skriv hvorfor, når I slutter."
NOT_SAVED_YET: Final = "Ikke gemt endnu"
NOT_SAVED_YET_HINT: Final = "Dine ord står her. Vi prøver igen hele tiden."
CHANGED_ELSEWHERE: Final = "Nyt fra et andet vindue"
SHOW_TO_ALL: Final = "Vis på storskærm"
SHOWN_TO_ALL: Final = "Vises på storskærm"
SHOW_TO_ALL_HINT: Final = "Et vindue til alle i rummet. Dine egne noter er ikke med. F11 åbner og lukker det."
SHARED_WINDOW: Final = "Storskærm"

# Close
BACK_TO_MEETING: Final = "Tilbage til mødet"
SUMMARY: Final = "Opsummering i almindelige ord"
SUMMARY_HINT: Final = "Vi har skrevet den ud fra noterne. Ret den, så alle kan forstå den, og læs den højt."
READ_ALOUD: Final = "Opsummeringen er læst højt"
SUGGEST_SUMMARY: Final = "Skriv den igen ud fra noterne"
ALL_THERE: Final = "I kan lukke mødet."
QUESTIONS: Final = "Tre spørgsmål til {name}"
QUESTIONS_HINT: Final = "Tryk på et tal, eller brug tasterne 0-4. Det er i orden ikke at svare."
SAVE_ANSWERS: Final = "Gem svarene"
ANSWERS_SAVED: Final = "Svarene er gemt."
NEXT_MEETING: Final = "Næste møde"
SET_NEXT: Final = "Aftal næste møde"
CHANGE_NEXT: Final = "Ret næste møde"
NO_NEXT: Final = "Der er ikke aftalt et nyt møde."
WITHOUT_CITIZEN: Final = "Mødet er holdt uden {name}"
WITHOUT_REASON: Final = "Hvorfor?"
CLOSE_MEETING: Final = "Luk mødet"
CLOSE_ANYWAY: Final = "Luk mødet alligevel"
CLOSE_QUESTION: Final = "Vil I lukke mødet nu?"
MISSING: Final = "Det mangler"
PUT_RIGHT: Final = "Ret det"
TAKE_HOME: Final = "Tag med hjem"
TAKE_HOME_HINT: Final = "Ét ark med det, vi aftalte, det, vi venter svar på, næste møde og hvem man kan ringe til."
SAVE_SHEET: Final = "Vis og skriv ud"
SAVE_SHEET_LARGE: Final = "Med stor skrift"

# Afterwards
MINUTES_PDF: Final = "Vis referat"
PLAN_PDF: Final = "Vis plan"
MINUTES_LARGE: Final = "Referat med stor skrift"
PLAN_LARGE: Final = "Plan med stor skrift"
CORRECT: Final = "Ret referat"
CORRECT_INTRO: Final = (
    "Det lukkede referat bliver, som det er. Der laves en ny version, og den siger, hvad der er rettet og hvorfor. "
    "Det, borgeren har sagt, kan ikke rettes. Skriv i stedet bemærkningen nederst."
)
CORRECT_REASON: Final = "Hvad er rettet, og hvorfor?"
CORRECT_REMARK: Final = "{names} bemærkning til referatet, ord for ord"
CORRECT_SAVE: Final = "Lav ny version"
PAPERS: Final = "Dokumenter"
OTHER_NOTES: Final = "Andet"
TO_PLAN: Final = "Gå til planen"
HANDED_OUT: Final = "Udleveret"
NOT_HANDED_OUT: Final = "Referatet er ikke udleveret endnu."
MAKE_FIRST: Final = "Gem eller skriv referatet ud først, så kan udleveringen noteres."
ATTENDANCE: Final = "Hvem var der"
AGREED: Final = "Det aftalte vi"
TO_DECIDE: Final = "Det skal afgøres"
CITIZENS_ANSWERS: Final = "{names} svar"
NO_NOTES: Final = "Der er ikke skrevet noget under punkterne."
CANCELLED_BECAUSE: Final = "Mødet er aflyst: {reason}"
READ_SUMMARY: Final = "Opsummering"


def with_name(words: str, name: str) -> str:
    """The words with the citizen's first name, or the family's, where they have room for it."""
    called = spoken_name(name)
    return capitalised(words.format(name=called, names=genitive(called)))


def whole_minutes(least: int, most: int) -> str:
    """What is wrong with a number of minutes."""
    return f"Skriv hele minutter, fra {least} til {number(most)}."


def when(day: date, at: time) -> str:
    """Tirsdag 12. januar 2027 kl. 13.00"""
    return f"{capitalised(weekday_date(day))} kl. {clock(at)}"


def answers(participants: int, accepted: int, declined: int) -> str:
    """3 af 5 kommer, 1 afbud"""
    if participants == 0:
        return "ingen endnu"
    coming = f"{accepted} af {participants} kommer"
    return f"{coming}, {declined} afbud" if declined else coming


def in_large_print(paper: str) -> str:
    """Forberedelsesark med stor skrift"""
    return f"{paper} med stor skrift"


def spoken_button(what: str, about: str) -> str:
    """Ret noten: Jeg vil bare have én at ringe til"""
    return f"{what}: {about}"


def not_here(name: str) -> str:
    """Said of somebody who can be named though they are not at the meeting."""
    return f"{name} (er her ikke)"


def roles(chair: str, minute_taker: str) -> str:
    """Mødeleder: Mette Holm · Referent: Kim Møller"""
    return f"{LEADS}: {chair or NOBODY_YET.lower()} · {WRITES}: {minute_taker or NOBODY_YET.lower()}"


def both_roles() -> str:
    """mødeleder og referent"""
    return join_with_og((CHAIR, MINUTE_TAKER))


def not_covered(names: tuple[str, ...]) -> str:
    """Who must be told nothing about the citizen before a consent covers them."""
    return (
        f"{join_some(names)} er ikke omfattet af et samtykke. "
        "Tal med borgeren om det, før I deler oplysninger på mødet."
    )


def minutes_version(number: int, made: str, correction: str) -> str:
    """Rettet version 2 · 12.01.2027: Kim var med fra begyndelsen"""
    if number == 1:
        return f"Referat · {made}"
    return f"Rettet version {number} · {made}: {correction}"


def papers_saved(count: int) -> str:
    """3 filer er gemt."""
    return f"{capitalised(count_of(count, 'fil', 'filer'))} er gemt."


def reading_time(count: int, most: int) -> str:
    """112 ord · det tager omkring et minut at læse højt"""
    if count > most:
        return f"{count} ord · det tager over et minut at læse højt"
    return f"{count} ord · det tager højst et minut at læse højt"


def others(count: int) -> str:
    """36 andre, at the end of a list of names"""
    return count_of(count, "anden", "andre")


def stands_now(text: str) -> str:
    """What somebody else has written meanwhile."""
    return f"I et andet vindue er noten blevet til: {quoted(text)}"


def saved_at(moment: datetime) -> str:
    """Gemt 13.16"""
    return f"Gemt {clock(moment)}"


def moved(day: date, at: time, reason: str) -> str:
    """Flyttet fra 12. januar kl. 13.00: Kim er syg"""
    words = f"Flyttet fra {date_no_year(day)} kl. {clock(at)}"
    return f"{words}: {reason}" if reason else words


def answer_key(answer: InvitationAnswer) -> str:
    """The key that notes the answer."""
    return {InvitationAnswer.YES: "J", InvitationAnswer.NO: "N", InvitationAnswer.MAYBE: "M"}.get(answer, "")


def closing_question(missing: int) -> str:
    """What is still missing when the meeting is closed all the same."""
    left = f"{capitalised(count_of(missing, 'ting mangler', 'ting mangler'))} stadig. " if missing else ""
    return f"{left}Referatet låses, som det er nu, og mødet står som holdt."


def next_meeting(day: date, at: time) -> str:
    """Vi ses igen tirsdag 12. januar 2027 kl. 13.00."""
    return f"Vi ses igen {weekday_date(day)} kl. {clock(at)}."


def item_number(number: int, of: int) -> str:
    """Punkt 2 af 7"""
    return f"Punkt {number} af {of}"


def overtime(minutes: int) -> str:
    """5 minutter over tiden"""
    return f"{minutes} {'minut' if minutes == 1 else 'minutter'} over tiden"


def spoken_note(kind: str, text: str) -> str:
    """What a screen reader says of a note."""
    return f"{kind}: {text}"


def spoken_item(title: str, minutes: int, *, done: bool) -> str:
    """What a screen reader says of an agenda item."""
    return f"{title}, {minutes} minutter{', gennemgået' if done else ''}"
