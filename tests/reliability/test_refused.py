"""The trial of failing writes finds what it is there to find: an error that nobody explains."""

from collections.abc import Callable
from errno import EIO
from pathlib import Path

import pytest

from koordinator.domain.database_file import DiskFailed
from tests.reliability.refused import Trying
from tests.reliability.scenario import Scenario

HARMLESS = Scenario(lambda _: None, lambda _folder, _step: None, lambda _folder, _told: iter(()))
LOSING = HARMLESS._replace(faults=lambda _folder, told: iter([f"lost after {told}"]))


def failing_once(error: Exception) -> Callable[[], None]:
    errors = [error]

    def act() -> None:
        if errors:
            raise errors.pop()

    return act


@pytest.mark.parametrize(
    ("scenario", "error", "found"),
    [
        (HARMLESS, DiskFailed("a.db"), []),
        (HARMLESS, OSError(EIO, "EIO"), ["OSError: [Errno 5] EIO\n"]),
        (LOSING, DiskFailed("a.db"), ["after the error: lost after ['first']"]),
    ],
    ids=["explained", "not explained", "explained and lost"],
)
def test_what_fails_is_tried_again_and_looked_at(
    scenario: Scenario, error: Exception, found: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    trying = Trying(scenario, folder)
    trying("first", lambda: None)
    trying("second", failing_once(error))

    assert trying.told == ["first", "second"]
    assert trying.faults == found
