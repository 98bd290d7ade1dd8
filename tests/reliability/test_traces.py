"""The look for traces finds what is planted, in every spelling and packing; the note of sockets finds a connection."""

import io
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.reliability.figure import Figure, Outcome, leave_out_without_programs
from tests.reliability.net import COMPILER, listened
from tests.reliability.traces import ENCODINGS, Words

NAME, CPR = "Qvistxyra Bækåsen", "611299-4321"
CONNECTS = "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9))"
LOCAL = "import socket; s = socket.socket(socket.AF_UNIX); s.connect_ex('/nowhere')"


def archive(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("inde.bin", content)
    return packed.getvalue()


def pdf(content: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\r\n" + zlib.compress(content) + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("code", ENCODINGS)
@pytest.mark.parametrize("pack", [bytes, archive, pdf, zlib.compress, lambda content: archive(pdf(archive(content)))])
def test_what_is_planted_is_found_in_every_spelling_and_packing(tmp_path: Path, code: str, pack: type[bytes]) -> None:
    folder = tmp_path / "data" / "dybt"
    folder.mkdir(parents=True)
    (folder / "a.tmp").write_bytes(pack(f"før {NAME} efter {CPR}".encode(code)) + b"\0")

    hits = Words([NAME, CPR]).in_folder(tmp_path)

    assert hits == {str(folder / "a.tmp"): {NAME, CPR}}


def test_name_of_a_file_is_looked_at_and_large_letters_are_the_same(tmp_path: Path) -> None:
    (tmp_path / f"plan-{NAME}.pdf").write_bytes(b"")
    (tmp_path / "b").write_text(f"brev til {NAME.upper()}", encoding="utf-8")

    assert len(Words([NAME]).in_folder(tmp_path)) == 2


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(archive(b"ingen") + pdf(b"her"))

    assert Words([NAME, CPR]).in_folder(tmp_path) == {}


def test_connection_that_is_planted_is_noted_and_a_local_one_is_not(tmp_path: Path) -> None:
    leave_out_without_programs(Figure("", "", range(0), range(0), lambda _: Outcome(0), (COMPILER,)))

    _, far = listened([sys.executable, "-c", CONNECTS], {}, tmp_path / "far")
    _, near = listened([sys.executable, "-c", LOCAL], {}, tmp_path / "near")

    assert far.splitlines() == ["socket 2", "connect 2"]
    assert near == ""
