"""Ledelsestilsyn on paper: the numbers with what they are held against, for each group, and no citizen."""

import pytest

from koordinator.documents.compose.supervision_report import supervision_report
from koordinator.documents.content import Drawing, KeepTogether, Table
from koordinator.domain.content_parts import Sender
from koordinator.domain.supervision import CountName
from koordinator.domain.supervision_paper import SupervisionPaper
from koordinator.texts.paper_supervision import share
from tests.documents.compose.papers import on_paper, sentences
from tests.documents.compose.supervision import MANY, MERGED, NOTHING, SUPERVISION, report_of, team


def test_each_number_stands_with_its_whole_its_definition_and_its_moment() -> None:
    paper = sentences(on_paper(supervision_report(SUPERVISION, large_print=False)))

    assert "Opgjort 21.11.2026 kl. 10.42 · opgørelsesmåde" in paper
    assert "2. halvår 2026" in paper
    assert "Forløb på trin 2 med møde 29 38 76 %" in paper
    assert "Myndighed Voksen 18 23 78 %" in paper
    assert "18 af 23" in paper
    assert "Her er kun tal." in paper
    assert "Uden koordinerende sagsbehandler 0 1" in paper


def test_a_share_of_fewer_than_five_is_not_said() -> None:
    few, five = team(1, "A", 1, 3, 4), team(1, "A", 1, 3, 5)

    assert share(few, CountName.STEP2_WITH_MEETING) == ""
    assert share(five, CountName.STEP2_WITH_MEETING) == "60 %"
    assert share(five, CountName.MEETINGS_HELD) == ""


def test_what_leaves_the_house_says_so() -> None:
    paper = sentences(on_paper(supervision_report(MERGED, large_print=False)))

    assert "Grupper med færre end fem forløb er lagt sammen" in paper
    assert "Øvrige (grupper under 5 lagt sammen)" in paper
    assert "fem forløb er lagt" not in sentences(on_paper(supervision_report(SUPERVISION, large_print=False)))


def test_many_groups_are_drawn_in_several_pictures_on_one_scale() -> None:
    blocks = supervision_report(MANY, large_print=False).blocks
    figures = [block.figure for block in blocks if isinstance(block, Drawing)]
    tables = [block for block in blocks if isinstance(block, Table)]

    assert len(figures) == 2 * (len(tables) - 2)
    assert max(len(table.rows) for table in tables) == 46
    assert "Team 45" in sentences(on_paper(supervision_report(MANY, large_print=True)))


def test_a_period_in_which_nothing_was_counted_has_no_pictures() -> None:
    document = supervision_report(NOTHING, large_print=False)

    assert not any(isinstance(block, Drawing | KeepTogether) for block in document.blocks)
    assert "Samarbejdsmøder med borgeren 0" in sentences(on_paper(document))


@pytest.mark.parametrize("name", ["<b>Voksen</b> & Børn", "%s {name} ${x}", "V" * 200, "Tak 🙂 李", ""])
def test_whatever_a_team_is_called_it_is_text(name: str) -> None:
    paper = SupervisionPaper(Sender(name, name, name), report_of(team(1, name, 6, 5, 7)))
    read = on_paper(supervision_report(paper, large_print=True))

    assert name.replace("🙂", "[smiler]").replace("李", "□").replace(" ", "") in read.words
    assert "5 af 7" in sentences(read)


def test_few_groups_stand_with_their_table_on_one_page() -> None:
    report = supervision_report(SUPERVISION, large_print=False)
    kept = [block for block in report.blocks if isinstance(block, KeepTogether)]

    assert len(kept) == 5
    assert all(isinstance(block.blocks[-1], Table) for block in kept)
