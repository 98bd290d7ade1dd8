"""The letters on who helps: who it is, who takes over, and whom to call when the course is over."""

from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.domain.handover import HandoverKind
from koordinator.domain.letter_content import HandoverLetter, LetterHead
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import COORDINATOR, PRIMARY_CASEWORKER, call_whom, if_not_there, meeting_sentence
from koordinator.texts.paper_voice import Voice, call_name, spoken_name, stopped

RESPONSIBLE_TITLE: Final = "Ring til en, der kender dig"
HANDOVER_TITLE: Final = "Du får en ny sagsbehandler"
ABSENCE_TITLE: Final = "En anden hjælper dig for en tid"
END_TITLE: Final = "Tak for nu"
FAMILY_TITLES: Final[dict[str, str]] = {
    RESPONSIBLE_TITLE: "Ring til en, der kender jer",
    HANDOVER_TITLE: "I får en ny sagsbehandler",
    ABSENCE_TITLE: "En anden hjælper jer for en tid",
}
NOT_AGAIN: Final = "{you} skal ikke fortælle det hele igen"
MEET: Final = "Hils på {name}"
AFTERWARDS: Final = "Hvis {you} får brug for os"

_WHY: Final[dict[HandoverKind, str]] = {
    HandoverKind.PLANNED: "Vi flytter lidt rundt på, hvem der gør hvad.",
    HandoverKind.ABSENCE: "{giver} er her ikke i en tid. {you_first} får hjælp hele tiden.",
    HandoverKind.RESIGNATION: "{giver} stopper hos os.",
}
_ENDED: Final[dict[EndReason, str]] = {
    EndReason.GOALS_REACHED: "{you_first} har nået de mål, vi satte sammen. Det har {you} gjort godt.",
    EndReason.LESS_NEED: "{you_first} har ikke brug for så meget hjælp som før. Det er vi glade for.",
    EndReason.CITIZEN_WISH: "{you_first} har sagt, at {you} gerne vil slutte. Det er {your_neuter} valg.",
    EndReason.MOVED_AWAY: "{you_first} er flyttet fra os. Vi ønsker {to_you} alt godt i {your_neuter} nye hjem.",
    EndReason.PART_OF_FAMILY: "Fra nu af hjælper vi hele familien med én fælles plan.",
    EndReason.OTHER: "Vi har talt om, at det er tid til at slutte.",
}


def title(words: str, *, family: bool) -> str:
    """The letter's heading, to one or to a family."""
    return FAMILY_TITLES.get(words, words) if family else words


def dear(head: LetterHead) -> str:
    """Kære Lone; Kære familie Bæk"""
    if head.subject.is_family:
        return f"Kære {spoken_name(head.subject.name, family=True)}"
    return f"Kære {call_name(head.addressee.name)}"


def coordinates(card: ContactCard, voice: Voice) -> str:
    """What the koordinerende sagsbehandler does for the reader."""
    name = call_name(card.name)
    return (
        f"{card.name} er {voice.your} koordinerende sagsbehandler. {name} samler trådene, når der er flere om at "
        f"hjælpe {voice.to_you}. {name} passer også på {voice.your} plan."
    )


def is_primary(card: ContactCard, voice: Voice) -> str:
    """What the fast sagsbehandler does for the reader."""
    return (
        f"{card.name} er {voice.your} faste sagsbehandler. Det er den, {voice.you} kan ringe til, når {voice.you} er "
        "i tvivl om noget."
    )


def is_both(card: ContactCard, voice: Voice) -> str:
    """One person is both."""
    name = call_name(card.name)
    return (
        f"{card.name} er både {voice.your} koordinerende og {voice.your} faste sagsbehandler. {name} samler trådene, "
        f"når der er flere om at hjælpe {voice.to_you}."
    )


def call(card: ContactCard, sender: Sender, voice: Voice) -> str:
    """Ring til Mette på 99 12 34 56. Kan du ikke få fat i Mette, så ring til 99 12 30 00."""
    return f"{call_whom(card, sender)}. {if_not_there(card, sender, voice)}".rstrip()


def why_handed_over(letter: HandoverLetter, voice: Voice) -> str:
    """Why somebody else takes over; nothing about the giver that is not the reader's to know."""
    return _WHY[letter.kind].format(giver=call_name(letter.giver.name), you_first=voice.you_first)


def from_now_on(letter: HandoverLetter, voice: Voice) -> str:
    """Fra 1. december 2026 er det Ida Mikkelsen, der hjælper dig."""
    return (
        f"Hidtil har {letter.giver.name} hjulpet {voice.to_you}. Fra {date_long(letter.takes_effect_on)} er det "
        f"{letter.receiver.name}. Til den dag kan {voice.you} stadig ringe til {call_name(letter.giver.name)}."
    )


def not_again(letter: HandoverLetter, voice: Voice) -> str:
    """What the receiver knows already, and that what was agreed still holds."""
    name = call_name(letter.receiver.name)
    return (
        f"{name} læser det, {voice.you} har sagt til os, før I mødes. Det, vi har aftalt, gælder stadig. "
        f"Er der noget, {voice.you} gerne vil sige på en anden måde, så sig det til {name}."
    )


def introduction(letter: HandoverLetter, voice: Voice) -> str:
    """When the reader and the receiver meet."""
    name = call_name(letter.receiver.name)
    if letter.meeting is None:
        return f"{name} ringer til {voice.to_you}, så I kan finde en tid, der passer."
    return f"Vi mødes {meeting_sentence(letter.meeting, voice)} Passer tiden ikke, så ring til os."


def why_ended(reason: EndReason, voice: Voice) -> str:
    """The reason, kindly."""
    return _ENDED[reason].format(
        you_first=voice.you_first, you=voice.you, to_you=voice.to_you, your_neuter=voice.your_neuter
    )


def ended(on: str, voice: Voice) -> str:
    """What is over, and that it can begin again."""
    return f"Den {on} slutter det forløb, vi har haft sammen med {voice.to_you}."


def afterwards(call_afterwards: str, sender: Sender, voice: Voice) -> str:
    """Whom to call when it is over."""
    whom = f"Ring til {stopped(call_afterwards)}" if call_afterwards else f"{call_whom(None, sender)}."
    return f"{whom} {voice.you_first} må altid ringe og spørge, også når der er gået lang tid."


def your_words(voice: Voice) -> str:
    """Du sagde"""
    return f"{voice.you_first} sagde"


def roles(*, coordinates_too: bool, primary_too: bool) -> str:
    """koordinerende og fast sagsbehandler"""
    if coordinates_too and primary_too:
        return "koordinerende og fast sagsbehandler"
    return COORDINATOR if coordinates_too else PRIMARY_CASEWORKER if primary_too else ""
