"""The checklist that a handover begins with."""

from pathlib import Path

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.agenda import UnusableTemplate
from koordinator.integrations.handover_checklists import HandoverChecklistsOnDisk


def test_the_standard_checklist() -> None:
    lines = HandoverChecklistsOnDisk(resources_dir()).standard()

    assert "Borgeren er orienteret" in lines
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("text", ["", "items = [", "lines = []"])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "handover").mkdir()
    (tmp_path / "handover" / "standard.toml").write_text(text, encoding="utf-8")

    with pytest.raises(UnusableTemplate):
        HandoverChecklistsOnDisk(tmp_path).standard()
