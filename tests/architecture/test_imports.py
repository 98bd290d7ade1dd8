"""Imports stand at the top of a file; a heavy library waits in the one named place of its layer.

Which layer may know which is import-linter's (pyproject.toml).
"""

import ast

from tests.architecture.source_tree import PACKAGE, parsed, place, python_files

LAZY_PLACES = frozenset(
    PACKAGE / name
    for name in (
        "__main__.py",
        "bootstrap/heavy.py",
        "bootstrap/page_makers.py",
        "documents/heavy.py",
        "integrations/heavy.py",
        "storage/heavy.py",
        "ui/heavy.py",
    )
)


def test_imports_stand_at_the_top() -> None:
    found = []
    for file in python_files(PACKAGE):
        if file in LAZY_PLACES:
            continue
        for function in ast.walk(parsed(file)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                inside = (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))
                found += [f"{place(file, node)} in {function.name}" for node in inside]

    assert found == []
