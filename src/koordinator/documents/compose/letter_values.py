"""What most letters put in, in words."""

from datetime import date

from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.domain.letter_kinds import Placeholder
from koordinator.texts import paper_common as common
from koordinator.texts.formats import date_long
from koordinator.texts.paper_voice import Voice


def letter_values(sender: Sender, reader: str, made_on: date) -> dict[Placeholder, str]:
    """From whom, to whom and when; `reader` as one speaks to them."""
    return {
        Placeholder.NAME: reader,
        Placeholder.MUNICIPALITY: sender.municipality,
        Placeholder.TODAY: date_long(made_on),
    }


def call_values(whom: ContactCard | None, sender: Sender, voice: Voice) -> dict[Placeholder, str]:
    """Whom to call, as it stands inside a sentence, and the sentence on what to do when nobody answers."""
    call = common.call_whom(whom, sender)
    return {
        Placeholder.CALL_US: call[:1].lower() + call[1:],
        Placeholder.IF_NO_ANSWER: common.if_not_there(whom, sender, voice),
    }
