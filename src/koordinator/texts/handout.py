"""Words of handing out: the dialog, the lines that say who got what, and the text that goes with a paper."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from koordinator.domain.content_parts import Sender
from koordinator.domain.danish_day import danish_day
from koordinator.domain.handouts import NoDigitalPost, Recipient, RecipientRole
from koordinator.domain.letter_kinds import Placeholder
from koordinator.domain.letter_text import Line, LineStyle, filled, plain_text
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Handout, PaperKind
from koordinator.domain.paper_facts import PaperFacts
from koordinator.texts.formats import date_short, join_with_og
from koordinator.texts.plan import HANDOUT_WAYS, PAPERS, READERS

HAND_OUT: Final = "Udlevér"
KEY: Final = "U"
HAND_OUT_KEY: Final = f"Udlevér det valgte dokument ({KEY})"
NOTE: Final = "Notér udlevering"
HANDED_OUT: Final = "Udleveret"
CHOOSE_A_PAPER: Final = f"Vælg et dokument for at se, hvem der har fået det. Tasten {KEY} udleverer det."
NOBODY_YET: Final = "Ikke udleveret endnu"
SEND: Final = "Send"
SEND_HINT: Final = (
    "Programmet sender ikke selv. Send dokumentet fra jeres fagsystem, eller læg det i en kuvert. "
    "Her ligger dokumentet og en følgetekst klar."
)
COVERING: Final = "Følgetekst"
MAKE_READY: Final = "Læg klar i en mappe"
COPY: Final = "Kopiér teksten"
COPY_KEY: Final = "Kopiér følgeteksten (Ctrl+Shift+C)"
COPIED: Final = "Følgeteksten er kopieret. Sæt den ind i fagsystemet."
NO_PAPER: Final = "Vælg planen under Dokumenter, hvis den skal sendes. Her noterer du kun, hvem der har fået den."
WHO: Final = "Hvem fik det?"
HOW: Final = "Hvordan?"
HOW_TO: Final = "Hvordan fik {name} det?"
SOMEBODY_ELSE: Final = "En anden"
SOMEBODY_HINT: Final = "Navnet på en anden"
ON_DAY: Final = "Hvornår?"
CHOOSE_SOMEBODY: Final = "Vælg mindst én, eller skriv et navn."
ALREADY: Final = "Står allerede som udleveret"
WITHDRAW: Final = "Træk tilbage"
WITHDRAW_HEADING: Final = "Træk noteringen tilbage"
WITHDRAW_INTRO: Final = "{line}. Noteringen bliver stående som trukket tilbage, og den tæller ikke længere."
WITHDRAW_WHY: Final = "Hvad var forkert?"
COVERING_FILE: Final = "følgetekst.txt"
READY: Final = "Ligger klar"
READY_INTRO: Final = "Filerne ligger i {folder}. Træk dem over i fagsystemet, eller åbn mappen."
FILES: Final = "Filer"
OPEN_FOLDER: Final = "Åbn mappen"
COPY_FILES: Final = "Kopiér filerne"
CLOSE: Final = "Luk"
CANNOT_OPEN: Final = "Mappen kunne ikke åbnes herfra. Find den selv: {folder}"
CHOOSE_FOLDER: Final = "Vælg en mappe"
DRAFT: Final = "udkast"
NAME_SHOWN: Final = 30
"""Characters of a name where there is room for one line."""

ROLES: Final[dict[RecipientRole, str]] = {
    RecipientRole.CITIZEN: "borger",
    RecipientRole.CUSTODY_HOLDER: "har forældremyndighed",
    RecipientRole.GUARDIAN: "værge",
    RecipientRole.PARTY_REPRESENTATIVE: "partsrepræsentant",
    RecipientRole.PRESENT: "var med til mødet",
    RecipientRole.INVITED: "indkaldt til mødet",
    RecipientRole.OTHER: "",
}
_WHY_NOT_DIGITAL: Final[dict[NoDigitalPost, str]] = {
    NoDigitalPost.EXEMPT: (
        "Fritaget for Digital Post, så den vej kan ikke vælges. Er fritagelsen ophørt, så ret det på borgerens side."
    ),
    NoDigitalPost.UNDER_AGE: "Under 15 år og har ikke Digital Post. Send til den, der har forældremyndigheden.",
}
_PROTECTED: Final = "Beskyttet adresse: den står ikke i dokumentet. Lad fagsystemet sætte den på."
_VERSIONED: Final = (PaperKind.PLAN, PaperKind.MINUTES)


class CoveringText(NamedTuple):
    """What goes with a paper: a subject that tells nothing, and the words."""

    subject: str
    body: str

    @property
    def whole(self) -> str:
        """As one text."""
        return f"{self.subject}\n\n{self.body}"


def title(facts: PaperFacts) -> str:
    """Fælles plan, version 3; Referat fra mødet 21.11.2026, version 1; Fælles plan, udkast. Names nobody."""
    words = PAPERS[facts.kind]
    if facts.meeting_on is not None:
        words = f"{words}, mødet {date_short(facts.meeting_on)}"
    if facts.number is not None:
        words = f"{words}, version {facts.number}"
    return f"{words}, {DRAFT}" if is_draft(facts) else words


def is_draft(facts: PaperFacts) -> bool:
    """It shows what was not approved or closed when it was made."""
    return facts.kind in _VERSIONED and facts.number is None


def heading(facts: PaperFacts) -> str:
    """Udlevér: Fælles plan, version 3"""
    return f"{HAND_OUT}: {title(facts)}"


def reader(facts: PaperFacts) -> str:
    """Til borgeren"""
    return READERS[facts.reader]


def who(recipient: Recipient, most: int | None = None) -> str:
    """Jens Ravn, partsrepræsentant; a name that is longer than `most` is cut short."""
    name = recipient.name
    shown = name if most is None or len(name) <= most else f"{name[: most - 1]}…"
    return ", ".join(part for part in (shown, ROLES[recipient.role]) if part)


def remarks(recipient: Recipient) -> str:
    """What to know before choosing how; empty where there is nothing."""
    why = _WHY_NOT_DIGITAL[recipient.no_digital_post] if recipient.no_digital_post is not None else ""
    return " ".join(part for part in (why, _PROTECTED if recipient.protected_address else "") if part)


def made_for(name: str) -> str:
    """Dokumentet er lavet til Tina Dam alene."""
    return f"Dokumentet er lavet til {name} alene. Giv det ikke til andre."


def extract_only(names: Sequence[str]) -> str:
    """Tina Dam og Kim Møller må efter samtykket ikke få hele dokumentet."""
    return f"{join_with_og(names)} må efter samtykket ikke få hele dokumentet, kun et uddrag."


def handed_out_of(paper: str) -> str:
    """Udleveret: Fælles plan"""
    return f"{HANDED_OUT}: {paper}"


def in_short(handouts: Sequence[Handout]) -> str:
    """Lone Bæk · 24.11.2026 · Brev; of several who it was last, and how many more."""
    counting = [each for each in handouts if each.counts]
    if not counting:
        return ""
    more = f" + {len(counting) - 1}" if len(counting) > 1 else ""
    return f"{line(counting[-1])}{more}"


def line(handout: Handout) -> str:
    """Lone Bæk · 24.11.2026 · Brev"""
    return f"{handout.recipient} · {date_short(handout.handed_on)} · {HANDOUT_WAYS[handout.way]}"


def withdrawn(handout: Handout) -> str:
    """Lone Bæk · 24.11.2026 · Brev – trukket tilbage 25.11.2026: Forkert dag"""
    if handout.withdrawn_at is None:
        return line(handout)
    on = date_short(danish_day(handout.withdrawn_at))
    return f"{line(handout)} – trukket tilbage {on}: {handout.withdrawn_because}"


def covering(
    facts: PaperFacts, names: Sequence[str], sender: Sender, signed_by: Employee, lines: tuple[Line, ...]
) -> CoveringText:
    """The municipality's text that goes with the paper: no case, no address, and only the name of whom it is for."""
    values = {
        Placeholder.NAME: names[0] if len(names) == 1 else "",
        Placeholder.MUNICIPALITY: sender.municipality,
        Placeholder.PAPERS: title(facts),
        Placeholder.PHONE: signed_by.phone or sender.main_phone,
        Placeholder.PHONE_HOURS: signed_by.phone_hours if signed_by.phone else "",
        Placeholder.SIGNER: signed_by.name,
        Placeholder.SIGNER_TITLE: signed_by.title,
    }
    shown = filled(lines, values, many=False)
    subject = next((line.text for line in shown if line.style is LineStyle.TITLE), "")
    return CoveringText(subject, plain_text(shown))
