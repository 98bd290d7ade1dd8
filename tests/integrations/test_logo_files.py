"""What becomes a logo, and what never does; nothing hangs, and nothing outside the file is touched."""

import sys
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from koordinator.domain.letterhead_logo import LogoFault, UnusableLogo
from koordinator.integrations.logo_files import AIMED_BYTES, HIGHEST, WIDEST, LogoFilesOnDisk
from koordinator.texts.errors import sentence
from koordinator.ui.svg_bitmap import svg_bitmap
from tests.integrations.logos import BAD, BLUE, GOOD, SHAPES, drawn, saved, svg

FILES: Final = LogoFilesOnDisk(svg_bitmap)
UNDRAWN: Final = LogoFilesOnDisk(lambda *_: GOOD["png"])
"""Qt warns of a path that ends too soon, and draws what there is of it."""
RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
MOST_MEMORY: Final = 60_000_000
"""Of what Python itself holds; Pillow's own is bounded by the pixels that are let through."""
_LOOKED_AT: Final = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "urllib.Request")


@pytest.mark.parametrize("name", GOOD)
def test_a_logo_is_made_anew(name: str) -> None:
    logo = FILES.picture(GOOD[name])

    with Image.open(BytesIO(logo.content)) as made:
        assert (made.format, made.mode, made.info.keys() - {"transparency"}) == ("PNG", "P", set())
        assert made.size == (logo.width, logo.height)
        assert logo.width <= WIDEST
        assert logo.height <= HIGHEST
        assert len(logo.content) <= AIMED_BYTES
        pixels = made.convert("RGB").tobytes()
    assert any(max(abs(a - b) for a, b in zip(pixel, BLUE, strict=True)) < 30 for pixel in by_three(pixels)) or (
        "grey" in name or "black" in name
    )


def by_three(pixels: bytes) -> set[tuple[int, ...]]:
    return {tuple(pixels[at : at + 3]) for at in range(0, len(pixels), 3)}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_a_logo_is_refused_in_a_sentence(name: str) -> None:
    content, fault = BAD[name]
    tracemalloc.start()
    try:
        with pytest.raises(UnusableLogo) as refused:
            FILES.picture(content)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()

    assert refused.value.fault is fault
    assert sentence(refused.value).endswith(" Det nuværende logo er ikke ændret.")


def test_every_fault_is_shown_here() -> None:
    assert {fault for _, fault in BAD.values()} | {LogoFault.UNREADABLE} == set(LogoFault)


def test_a_file_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(GOOD["svg"])
    (tmp_path / "logo.svg").write_bytes(GOOD["png"])
    (tmp_path / "logo.png").write_bytes(BAD["gif"][0])

    assert FILES.read(tmp_path / "logo.jpg") == FILES.picture(GOOD["svg"])
    assert FILES.read(tmp_path / "logo.svg") == FILES.picture(GOOD["png"])
    with pytest.raises(UnusableLogo):
        FILES.read(tmp_path / "logo.png")


@pytest.mark.parametrize("name", ["gone.png", "."])
def test_a_file_that_cannot_be_read_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableLogo) as refused:
        FILES.read(tmp_path / name)

    assert refused.value.fault is LogoFault.UNREADABLE


def test_the_same_file_gives_the_same_bytes() -> None:
    assert FILES.picture(GOOD["svg"]) == FILES.picture(GOOD["svg"])


def test_white_round_a_logo_is_cut_away() -> None:
    image = Image.new("RGB", (900, 700), "white")
    image.paste(drawn(), (300, 300))

    logo = FILES.picture(saved(image))

    assert (logo.width, logo.height) == (281, 81)


def test_what_is_clear_becomes_white() -> None:
    logo = FILES.picture(saved(drawn("RGBA")))

    with Image.open(BytesIO(logo.content)) as made:
        assert made.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_photo_becomes_a_small_file() -> None:
    noise = Image.effect_noise((1_000, 400), 90).convert("RGB")

    assert len(FILES.picture(saved(noise)).content) <= AIMED_BYTES


def test_the_demo_towns_logo_can_be_used() -> None:
    logo = FILES.read(RESOURCES / "demo" / "logo.png")

    assert logo.width > 2 * logo.height


def test_no_file_and_no_network_is_touched(touched: Callable[[], list[str]]) -> None:
    for content in (*GOOD.values(), *(content for content, _ in BAD.values())):
        try:
            FILES.picture(content)
        except UnusableLogo:
            continue

    assert touched() == []


@pytest.fixture
def touched() -> Callable[[], list[str]]:
    """What Python opened or called since, as the interpreter itself tells it."""
    seen: list[str] = []
    listening = [True]

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event in _LOOKED_AT and not str(arguments[0]).endswith((".py", ".pyc", ".so")):
            seen.append(f"{event} {arguments[0]}")

    FILES.picture(GOOD["svg"])
    FILES.picture(GOOD["jpeg"])
    sys.addaudithook(hear)

    def so_far() -> list[str]:
        listening.clear()
        return seen

    return so_far


@settings(max_examples=150)
@given(st.sampled_from(("png", "jpeg", "png with a palette", "svg that uses a shape again")), st.data())
def test_whatever_is_broken_in_a_file_is_a_logo_or_a_fault(name: str, data: st.DataObject) -> None:
    content = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    try:
        logo = UNDRAWN.picture(bytes(content[: data.draw(st.integers(1, len(content)))]))
    except UnusableLogo:
        return
    assert logo.width <= WIDEST


def test_what_is_drawn_holds_nothing_but_shapes() -> None:
    seen: list[bytes] = []

    def draw(content: bytes, width: int, height: int) -> bytes:
        seen.append(content)
        return svg_bitmap(content, width, height)

    LogoFilesOnDisk(draw).picture(svg(f'<title>x</title><a href="#b" data-x="1" fill="red">{SHAPES}</a><!-- note -->'))

    (content,) = seen
    assert content.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 100" '
        'width="300" height="100"><g xlink:href="#b" fill="red"><circle cx="50" cy="50" r="40" fill="#0B5563"></circle>'
        '<path d="M100 30h190v40h-190z" fill="#0B5563"></path></g></svg>'
    )
