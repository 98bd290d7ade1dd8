"""Model files on disk."""

from pathlib import Path

import pytest

from koordinator.domain import limits
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind, UnusableModel
from koordinator.domain.output_file import OutputNotWritten
from koordinator.integrations.model_files import ModelFilesOnDisk

FILES = ModelFilesOnDisk()


def refused(path: Path) -> tuple[ModelFault, ...]:
    with pytest.raises(UnusableModel) as refusal:
        FILES.read(path)
    return refusal.value.faults


def test_what_is_written_is_read(tmp_path: Path) -> None:
    FILES.write(tmp_path / "model.toml", "blåbærgrød\n")

    assert FILES.read(tmp_path / "model.toml") == "blåbærgrød\n"
    with pytest.raises(OutputNotWritten):
        FILES.write(tmp_path / "ingen" / "model.toml", "")


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")

    assert FILES.read(tmp_path / "model.toml") == "a = 1\nb = 2\n"


def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_bytes("a = 1\nb = 'ø'\n".encode("latin-1"))

    assert refused(tmp_path / "model.toml") == (ModelFault(ModelFaultKind.NOT_TEXT, "", line=2),)
    assert refused(tmp_path) == (ModelFault(ModelFaultKind.UNREADABLE, ""),)


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "model.toml").open("wb") as file:
        file.truncate(50_000_000)

    most = str(limits.MODEL_CHARACTERS)
    assert refused(tmp_path / "model.toml") == (ModelFault(ModelFaultKind.TOO_LARGE, "", (most,)),)
