"""The letter texts that come with the program."""

from typing import Final

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.letter_texts import LetterStandard, LetterTexts
from koordinator.integrations.letter_files import standard_letters

STANDARD: Final[LetterStandard] = standard_letters(resources_dir())

TEXTS: Final[LetterTexts] = STANDARD.with_own(())
"""As they hold where a municipality has none of its own."""
