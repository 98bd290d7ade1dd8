"""The paper Netværk: across the sheet, names whole, nothing that a paper may not say."""

import pypdfium2
import pytest

from koordinator.documents.compose.network import network_paper
from koordinator.documents.network_maker import NetworkDrawings
from koordinator.domain.network_content import AreaContent, NetworkContent
from koordinator.domain.network_people import AreaKind
from koordinator.domain.paper import Reader
from koordinator.usecases.ports_meetings import PaperStyle
from tests.documents.networks import crowd, member, network, with_everything
from tests.documents.press import PRESS, ReadBack, read_back


def printed(content: NetworkContent, *, large_print: bool = False) -> ReadBack:
    PRESS.register_fonts()
    return read_back(PRESS.render(network_paper(content, large_print=large_print)))


@pytest.mark.parametrize("count", [1, 25, 40])
def test_every_name_stands_whole_on_paper(count: int) -> None:
    content = crowd(count)
    paper = printed(content)
    for person in content.people:
        assert "".join(person.card.name.split()) in paper.words
    assert "Netværket omkring Lone Bæk" in paper.text
    assert paper.properties["Author"] == "Lilleby Kommune"


def test_a_familys_paper_has_tree_time_line_list_and_questions() -> None:
    paper = printed(with_everything())
    assert [page[0] for page in paper.pages][:1] == ["Netværket omkring familien Bæk"]
    for words in ("Familien", "Indsatser på en tidslinje", "Hvem er hvem", "Spørgsmål til mødet", "Hjælper"):
        assert words in paper.text
    assert "Hjemmesygepleje: Er ikke knyttet til et mål endnu." in paper.text


def test_nobody_is_said_too_and_large_print_is_large() -> None:
    assert "Der står ingen endnu." in printed(network()).text
    assert "Hvem er hvem" in printed(crowd(8), large_print=True).text


def test_a_hostile_name_is_only_a_name() -> None:
    name = "<img src='/etc/passwd'> 🙂 \u202eenoL"
    paper = printed(network(AreaContent(AreaKind.PRIVATE, "", (member(name),)), name=name))
    assert "<imgsrc='/etc/passwd'>[smiler]enoL" in paper.words


def test_the_maker_lays_the_sheet_across_and_gives_the_same_bytes_twice() -> None:
    maker = NetworkDrawings(PRESS)
    made = maker.paper(crowd(8), PaperStyle(Reader.PROFESSIONAL))
    assert made.file_name == "netvaerk-2026-11-21-fagpersoner.pdf"
    assert made.content == maker.paper(crowd(8), PaperStyle(Reader.PROFESSIONAL)).content
    document = pypdfium2.PdfDocument(made.content)
    sizes = [page.get_size() for page in document]
    document.close()
    assert all(width > height for width, height in sizes)
