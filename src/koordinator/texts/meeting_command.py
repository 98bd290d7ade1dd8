"""The words of the commands about meetings."""

from typing import Final

CITIZEN_HELP: Final = "kun møder om denne borger (CPR-nummer eller id)"
MEETING: Final = "MØDE"
MEETING_HELP: Final = "mødets nummer, som det står i listen over møder"
OUTPUT: Final = "gem her"
ICS: Final = "gem mødets kalenderfil"
PREPARATION: Final = "gem arket, som borgeren forbereder mødet på, som PDF"
AGENDA: Final = "gem dagsordenen som PDF"
INVITATION: Final = "gem brevet til én deltager som PDF; ingen bliver indkaldt af det"
CARD: Final = "gem kortet til et skriftligt bidrag fra én, der ikke kan komme, som PDF"
TO_HELP: Final = "deltagerens navn"
LARGE_HELP: Final = "med stor skrift"
MINUTES: Final = "gem mødets referat som PDF"
NAME: Final = "NAVN"
READER_HELP: Final = "lav den udgave, som denne ene person må få efter samtykket"
FOR: Final = "borgerens udgave, eller den til alle, der er omfattet af samtykket"
NO_MEETINGS: Final = "Der er ingen møder."
HEADINGS: Final = ("Nr.", "Om", "Hvornår", "Hvor længe", "Status")


def written(path: str) -> str:
    """What the command says when the file is there."""
    return f"Gemt i {path}."
