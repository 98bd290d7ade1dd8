"""How much a test tries: a short set in the ordinary run, a hundred times as much in a campaign (`dev.py campaign`)."""

from hypothesis import settings

TIMES = 100


def is_campaign() -> bool:
    """Whether a campaign runs."""
    return settings.get_current_profile_name() == "thorough"


def examples(ordinary: int) -> int:
    """The examples of a test whose single example takes long."""
    return ordinary * (TIMES if is_campaign() else 1)
