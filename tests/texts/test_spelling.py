"""No word of the program's own Danish is misspelt, as far as a dictionary can tell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import koordinator.texts
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.spelling import words_to_look_up
from koordinator.integrations.spelling import DanishDictionary

NOT_DANISH: Final = {"command_line.py"}
"""It holds argparse's English, to be translated."""
KINDS_OF_FILES: Final = {"db", "ics", "eml", "eml-fil", "jpeg", "jpg", "json"} | {
    "msg",
    "png",
    "svg",
    "tsv",
    "xlsm",
    "xlsx",
}
KEYS: Final = {"all", "answers", "any", "is", "need", "of", "order", "practice", "sheet", "unknown"}
"""What is English where it is written: in a file, in a command, in Qt's own words that we translate."""
KNOWN: Final = KINDS_OF_FILES | KEYS | {"chunspell", "kl", "mdr", "nr", "ukrypteret"}
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}|--[\w-]+")


def sentences() -> Iterator[tuple[str, str]]:
    """Where it stands, and what is said."""
    for page in (resources_dir() / "help").glob("*.md"):
        yield page.name, _PLACEHOLDER.sub(" ", page.read_text(encoding="utf-8"))
    for module in Path(koordinator.texts.__path__[0]).glob("*.py"):
        if module.name not in NOT_DANISH:
            yield from ((module.name, said) for said in _said_in(ast.parse(module.read_text(encoding="utf-8"))))


def _said_in(module: ast.Module) -> Iterator[str]:
    remarks = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    said = (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in remarks)
    for node in said:
        # A single word may be a key, in English.
        if isinstance(node.value, str) and " " in node.value.strip():
            yield _PLACEHOLDER.sub(" ", node.value)


def test_every_word_is_in_the_dictionary() -> None:
    dictionary = DanishDictionary(resources_dir() / "spelling")
    unknown = {
        (place, placed.word)
        for place, said in sentences()
        for placed in words_to_look_up(said)
        if placed.word not in KNOWN and not dictionary.knows(placed.word)
    }

    assert unknown == set()


def test_a_misspelt_word_would_be_found() -> None:
    assert not DanishDictionary(resources_dir() / "spelling").knows("samtyke")
