"""The agenda that comes with the program."""

from pathlib import Path

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.agenda import UnusableTemplate
from koordinator.domain.meeting import AgendaKind
from koordinator.domain.meeting_rules import STANDARD_MINUTES
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk


def test_the_standard_agenda_stands_in_the_models_order() -> None:
    template = AgendaTemplatesOnDisk(resources_dir()).standard("Lone Bæk", is_family=False)

    assert [item.kind for item in template.items] == [
        AgendaKind.WELCOME,
        AgendaKind.CITIZENS_WORDS,
        AgendaKind.SINCE_LAST,
        AgendaKind.EFFORTS,
        AgendaKind.GOALS,
        AgendaKind.AGREEMENTS,
        AgendaKind.NEXT_MEETING,
    ]
    assert template.items[1].title == "Lones ord"
    assert template.minutes == STANDARD_MINUTES


@pytest.mark.parametrize(("name", "title"), [("Jens Ravn", "Jens' ord"), ("Åse", "Åses ord")])
def test_names_get_their_genitive(name: str, title: str) -> None:
    assert AgendaTemplatesOnDisk(resources_dir()).standard(name, is_family=False).items[1].title == title


def test_a_family_is_named_as_a_family() -> None:
    template = AgendaTemplatesOnDisk(resources_dir()).standard("Familien Bæk", is_family=True)

    assert template.items[1].title == "Familien Bæks ord"


@pytest.mark.parametrize("content", [None, "[[item]", 'item = "x"'])
def test_a_template_that_cannot_be_read_is_said(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "agenda_templates"
    folder.mkdir()
    if content is not None:
        (folder / "standard.toml").write_text(content, encoding="utf-8")

    with pytest.raises(UnusableTemplate):
        AgendaTemplatesOnDisk(tmp_path).standard("Lone", is_family=False)
