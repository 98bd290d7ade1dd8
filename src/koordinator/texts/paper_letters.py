"""What the letters on who helps say beside the municipality's own texts."""

from koordinator.domain.letter_content import LetterHead
from koordinator.texts.paper_common import COORDINATOR, PRIMARY_CASEWORKER
from koordinator.texts.paper_voice import Voice, call_name, spoken_name


def reader(head: LetterHead) -> str:
    """Lone; familien Bæk"""
    if head.subject.is_family:
        return spoken_name(head.subject.name, family=True)
    return call_name(head.addressee.name)


def your_words(voice: Voice) -> str:
    """Du sagde"""
    return f"{voice.you_first} sagde"


def roles(*, coordinates_too: bool, primary_too: bool) -> str:
    """koordinerende og fast sagsbehandler"""
    if coordinates_too and primary_too:
        return "koordinerende og fast sagsbehandler"
    return COORDINATOR if coordinates_too else PRIMARY_CASEWORKER if primary_too else ""
