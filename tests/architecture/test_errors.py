"""Whatever the program refuses, it can say why in Danish."""

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import koordinator.domain
from koordinator.domain.errors import DomainError
from koordinator.texts.errors import TEXTS


def subclasses(parent: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in parent.__subclasses__():
        yield child
        yield from subclasses(child)


def errors() -> list[type[DomainError]]:
    """Every error that can be raised; one that others are made from is a family, not an error."""
    for module in pkgutil.walk_packages(koordinator.domain.__path__, "koordinator.domain."):
        importlib.import_module(module.name)
    found = [error for error in subclasses(DomainError) if not error.__subclasses__()]
    return sorted(found, key=lambda error: error.__qualname__)


def test_every_error_has_a_text() -> None:
    assert [error.__qualname__ for error in errors() if error not in TEXTS] == []


def test_errors_live_in_the_domain_where_texts_can_see_them() -> None:
    assert [error.__qualname__ for error in errors() if not error.__module__.startswith("koordinator.domain.")] == []


def test_errors_carry_their_values_through_a_context_manager() -> None:
    """contextlib sets the traceback of what passes through it, which a frozen dataclass would refuse."""
    for error in errors():
        raised = error(*("" for _ in error.value_names))
        with pytest.raises(error) as caught, passed_on():
            raise raised
        assert caught.value is raised


@contextmanager
def passed_on() -> Iterator[None]:
    yield
