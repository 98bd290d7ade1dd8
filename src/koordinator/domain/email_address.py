"""What can stand as an e-mail address: the plain kind that every mail and calendar program takes."""

import re
from typing import Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError

# RFC 5322's dot-atom without the signs that begin something else in a link or a calendar line (RFC 6068, RFC 5545).
_WORD: Final = r"[A-Za-z0-9!$&'*+/=^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"{_WORD}(?:\.{_WORD})*@(?:{_LABEL}\.)+[A-Za-z]{{2,}}")


class UnusableEmail(DomainError):
    """The text is no e-mail address."""

    email: str


def is_email(text: str) -> bool:
    """Whether mail can be sent to it as it is written."""
    return _ADDRESS.fullmatch(text) is not None


def checked_email(text: str) -> str:
    """The address as it is kept; empty is none. Raises UnusableEmail, FieldTooLong or UnusableCharacter."""
    email = limits.checked("email", text, limits.LINE)
    if email and not is_email(email):
        raise UnusableEmail(email)
    return email
