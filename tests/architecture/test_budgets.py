"""Small files, small classes, small functions. Complexity is ruff's (C901 in pyproject.toml)."""

import ast
from collections.abc import Iterator

from tests.architecture.source_tree import ROOT, parsed, place, python_files

FILE_LINES = 400
CLASS_LINES = 300
CLASS_METHODS = 25
FUNCTION_LINES = 40
ARGUMENTS = 6

Function = ast.FunctionDef | ast.AsyncFunctionDef
FILES = python_files(ROOT / "src", ROOT / "tests", ROOT / "installer")


def test_files_are_short() -> None:
    lengths = {place(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}

    assert {name: length for name, length in lengths.items() if length > FILE_LINES} == {}


def test_classes_are_small() -> None:
    too_big = []
    for where, node in classes():
        methods = [part for part in node.body if isinstance(part, Function)]
        if lines(node) > CLASS_LINES or len(methods) > CLASS_METHODS:
            too_big.append(f"{where} {node.name}: {lines(node)} lines, {len(methods)} methods")

    assert too_big == []


def test_functions_are_short_and_take_few_arguments() -> None:
    too_big = []
    for where, node in functions():
        arguments = argument_count(node)
        if lines(node) > FUNCTION_LINES or arguments > ARGUMENTS:
            too_big.append(f"{where} {node.name}: {lines(node)} lines, {arguments} arguments")

    assert too_big == []


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    for file in FILES:
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ClassDef):
                yield place(file, node), node


def functions() -> Iterator[tuple[str, Function]]:
    for file in FILES:
        for node in ast.walk(parsed(file)):
            if isinstance(node, Function):
                yield place(file, node), node


def lines(node: ast.ClassDef | Function) -> int:
    """A docstring is free: nobody should shorten what is decided to fit a number."""
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return length - ((first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0)


def argument_count(node: Function) -> int:
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([argument for argument in named if argument.arg not in ("self", "cls")])
