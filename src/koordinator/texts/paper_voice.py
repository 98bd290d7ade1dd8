"""How the municipality speaks on paper: vi of itself, du to one citizen, I to a family. Only quotes say jeg.

Professionals, and a family about one of its members, read the same sentences with a name in them.
"""

import re
from dataclasses import dataclass
from typing import Final

from koordinator.texts.formats import capitalised, first_name, genitive, quoted


@dataclass(frozen=True, slots=True)
class Voice:
    """The words for the citizen: du, dig, din, dit, dine - or I, jer, jeres - or Lone, Lones."""

    you: str
    to_you: str
    your: str
    your_neuter: str
    your_many: str
    is_many: bool

    @property
    def you_first(self) -> str:
        """You, as a sentence begins with it."""
        return capitalised(self.you)

    def agreeing(self, one: str, many: str) -> str:
        """The adjective in the number of the reader: uenig, uenige."""
        return many if self.is_many else one

    def say(self, sentence: str, **others: str) -> str:
        """The sentence with the reader's words where it leaves room for them: {you}, {your_neuter}; and these."""
        return sentence.format(
            you=self.you,
            you_first=self.you_first,
            to_you=self.to_you,
            your=self.your,
            your_neuter=self.your_neuter,
            your_many=self.your_many,
            **others,
        )


TO_ONE: Final = Voice("du", "dig", "din", "dit", "dine", is_many=False)
TO_MANY: Final = Voice("I", "jer", "jeres", "jeres", "jeres", is_many=True)

_FAMILY: Final = "Familien "

_SAYS_I: Final = re.compile(r"\b(jeg|mig|min|mit|mine)\b", re.IGNORECASE)
_MARKS: Final = ("»", "«", '"', "“", "”", "„", "'")


def voice_to(*, family: bool) -> Voice:
    """The voice to a citizen or to a family."""
    return TO_MANY if family else TO_ONE


def voice_about(name: str, *, family: bool = False) -> Voice:
    """The same words about somebody who does not read them."""
    spoken = spoken_name(name, family=family)
    return Voice(spoken, spoken, genitive(spoken), genitive(spoken), genitive(spoken), is_many=False)


def spoken_name(name: str, *, family: bool = False) -> str:
    """How a citizen or a family is named inside a sentence: Lone, familien Rømer."""
    return f"familien {name.removeprefix(_FAMILY)}" if family else call_name(name)


def says_i(text: str) -> bool:
    """Somebody speaks for themselves in it, so on paper it is a quote."""
    return _SAYS_I.search(text) is not None


def quoted_once(words: str) -> str:
    """The words as a quote, also when they were typed with quotation marks round them."""
    words = words.strip()
    return words if words[:1] in _MARKS and words[-1:] in _MARKS else quoted(words)


def without_stop(text: str) -> str:
    """The text as it stands inside a sentence of ours: without space or full stop at its end."""
    return text.strip().removesuffix(".")


def stopped(text: str) -> str:
    """The text as a sentence: with a full stop unless it ends with a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:«" else f"{text}."


def call_name(name: str) -> str:
    """Mette, as one speaks of a helper; the whole name where it is one word."""
    return first_name(name) or name
