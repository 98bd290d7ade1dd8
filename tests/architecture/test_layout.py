"""What lies where, and what is not left lying."""

import re
from pathlib import Path

from tests.architecture.source_tree import LAYERS, PACKAGE, ROOT, TOP_LEVEL, own_files, place, python_files

LEFT_OVERS = {
    "a note to oneself": re.compile(r"\b(TODO|FIXME)\b"),
    "a nested event loop": re.compile(r"\bprocessEvents\("),
    "a fixed wait": re.compile(r"\btime\.sleep\(|from time import .*\bsleep\b|\bqWait\(|\bqtbot\.wait\(|\bmsleep\("),
    "a package registry": re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|deb\.debian\.org"),
    "a path of one machine": re.compile(r"(?<![\w.:/<>-])/(work|root|home|opt|Users)/|[A-Z]:\\+Users\\"),
}


def test_top_level_holds_what_it_should_and_no_more() -> None:
    assert {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")} == TOP_LEVEL


def test_layers_are_the_known_ones() -> None:
    folders = {entry.name for entry in PACKAGE.iterdir() if entry.is_dir() and any(entry.rglob("*.py"))}

    assert folders == set(LAYERS)


def test_package_markers_are_empty() -> None:
    markers = [file for file in python_files(ROOT / "src", ROOT / "tests") if file.name == "__init__.py"]

    assert [place(file) for file in markers if file.read_bytes()] == []


def test_every_folder_of_the_program_is_a_package() -> None:
    folders = {file.parent for file in python_files(PACKAGE)}

    assert [place(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_nothing_is_left_lying() -> None:
    found = []
    for file in own_files():
        if file == Path(__file__) or (text := text_of(file)) is None:
            continue
        for what, pattern in LEFT_OVERS.items():
            found += [f"{place(file)}: {what}: {match.group()}" for match in pattern.finditer(text)]

    assert found == []


def text_of(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
