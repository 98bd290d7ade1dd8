"""The letter texts that come with the program."""

from datetime import date
from typing import Final

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import filled, plain_text
from koordinator.domain.letter_texts import LetterStandard, LetterTexts
from koordinator.integrations.letter_files import standard_letters
from koordinator.texts.consent import consent_values

STANDARD: Final[LetterStandard] = standard_letters(resources_dir())

TEXTS: Final[LetterTexts] = STANDARD.with_own(())
"""As they hold where a municipality has none of its own."""


def consent_text(name: str, given_by: str, purpose: str, sharing: str, not_covered: str, until: date | None) -> str:
    """What somebody says yes to, in the standard words."""
    values = consent_values(name, given_by, purpose, sharing, not_covered, until)
    return plain_text(filled(TEXTS.of(LetterKey.CONSENT), values, many=False))
