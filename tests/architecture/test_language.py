"""Danish is written in texts/ and resources/ alone, so that every sentence can be found and read through."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source_tree import PACKAGE, parsed, place, python_files

DANISH_LETTERS = re.compile("[æøåÆØÅ]")
# Here the letters are data that a rule works on, not words for a person to read.
LETTERS_AS_DATA = frozenset(
    {
        PACKAGE / "domain" / "folding.py",
        PACKAGE / "usecases" / "self_test.py",  # writes them to see that they come back
    }
)
TEXTS = PACKAGE / "texts"
ENGLISH_WORDS = re.compile(
    r"\b(?:the|and|is|are|was|been|not|with|you|your|please|error|failed|cannot|must|click|invalid|missing|unknown|none)\b",
    re.IGNORECASE,
)
# argparse says these, to be told in Danish; and words that stand in a model's file.
ENGLISH_AS_DATA = frozenset({TEXTS / "command_line.py", TEXTS / "model_faults.py"})
# Whoever writes a model is shown the gaps themselves.
GAPS_AS_DATA = frozenset({TEXTS / "model_editor.py"})
GAP = re.compile(r"\{(\w*)\}")
Constant = tuple[str, str]
"""A constant of texts: its module and its name."""


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


def test_texts_hold_no_english() -> None:
    found = [
        f"{place(file, node)}: {node.value!r}"
        for file in python_files(TEXTS)
        if file not in ENGLISH_AS_DATA
        for node in spoken(parsed(file))
        if " " in str(node.value).strip() and ENGLISH_WORDS.search(GAP.sub("", str(node.value)))
    ]

    assert found == []


def test_every_gap_in_a_sentence_is_filled() -> None:
    """`WORDS.format(name=...)` names just the gaps of WORDS; other words with gaps are handed to what fills them."""
    gaps = {
        (file.stem, node.target.id): set(GAP.findall(node.value.value))
        for file in python_files(TEXTS)
        if file not in GAPS_AS_DATA
        for node in parsed(file).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str) and GAP.search(node.value.value)
    }

    found = [
        f"{place(file, use)}: {name}"
        for file in python_files(PACKAGE)
        for use, (module, name), parents in uses_of_texts(file)
        if (module, name) in gaps and not is_filled(use, gaps[module, name], parents)
    ]

    assert len(gaps) > 20
    assert found == []


def spoken(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings that are not remarks about the code."""
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (node for node in strings(tree) if id(node) not in remarks)


Parents = dict[ast.AST, ast.AST]


def uses_of_texts(file: Path) -> Iterator[tuple[ast.expr, Constant, Parents]]:
    """Where the file names a constant of texts."""
    tree = parsed(file)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module is not None]
    modules = {
        each.asname or each.name: each.name
        for node in imports
        if node.module == "koordinator.texts"
        for each in node.names
    }
    names = {
        each.asname or each.name: (str(node.module).rpartition(".")[2], each.name)
        for node in imports
        if str(node.module).startswith("koordinator.texts.")
        for each in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield node, (modules[node.value.id], node.attr), parents
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node, names.get(node.id, (file.stem if file.parent == TEXTS else "", node.id)), parents


def is_filled(use: ast.expr, gaps: set[str], parents: Parents) -> bool:
    parent = parents[use]
    if isinstance(parent, ast.Attribute) and parent.attr == "format":
        call = parents[parent]
        return isinstance(call, ast.Call) and {str(given.arg) for given in call.keywords} == gaps
    return isinstance(parent, ast.Call)
