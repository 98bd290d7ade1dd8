"""Danish is written in texts/ and resources/ alone, so that every sentence can be found and read through."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source_tree import PACKAGE, parsed, place, python_files

DANISH_LETTERS = re.compile("[æøåÆØÅ]")
# Here the letters are data that a rule works on, not words for a person to read.
LETTERS_AS_DATA = frozenset(
    {
        PACKAGE / "domain" / "folding.py",
        PACKAGE / "usecases" / "self_test.py",  # writes them to see that they come back
    }
)


def test_danish_is_written_in_texts_alone() -> None:
    files = (file for file in python_files(PACKAGE) if PACKAGE / "texts" not in file.parents)

    found = [
        f"{place(file, node)}: {node.value!r}"
        for file in files
        if file not in LETTERS_AS_DATA
        for node in strings(parsed(file))
        if DANISH_LETTERS.search(str(node.value))
    ]

    assert found == []


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a file that the program can show: its docstrings, which may name a Danish act, are left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docstrings = {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node
