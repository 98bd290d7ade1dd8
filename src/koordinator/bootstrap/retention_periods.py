"""The periods that come with the program."""

from functools import cache

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.retention import StandardPeriod, read_periods


@cache
def standard_periods() -> tuple[StandardPeriod, ...]:
    """How long what is held is kept where the municipality has not decided otherwise."""
    return read_periods((resources_dir() / "retention" / "standard.toml").read_text(encoding="utf-8"))
