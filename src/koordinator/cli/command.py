"""One command of the command line: its name, its arguments, and what it does with the open services."""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass

from koordinator.domain.access import Actor
from koordinator.usecases.plan_types import TextFiles
from koordinator.usecases.ports_letters import LetterStandards
from koordinator.usecases.ports_models import ModelFiles
from koordinator.usecases.services import Services

FINE = 0
REFUSED = 1


@dataclass(frozen=True, slots=True)
class Session:
    """An open database and the employee who acts."""

    services: Services
    actor: Actor


@dataclass(frozen=True, slots=True)
class Bare:
    """What there is where no database is opened."""

    model_files: ModelFiles
    letter_files: TextFiles
    letter_standard: LetterStandards


def needs_database(_arguments: argparse.Namespace, _bare: Bare) -> int | None:
    """For a command that always works in a database."""
    return None


def nothing_wrong(_arguments: argparse.Namespace) -> str:
    """For a command whose arguments may be combined as one likes."""
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `run` gives the exit code; what can be explained is raised as a DomainError.

    `run_bare` is asked first: it gives the exit code of what needs no database, else None.
    `makes_database` is for what fills a new one: elsewhere a name that was spelt wrong would look like one in order.
    `wrong_usage` says in a sentence what arguments do not go together; nothing when all is well.
    """

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Session], int]
    wrong_usage: Callable[[argparse.Namespace], str] = nothing_wrong
    run_bare: Callable[[argparse.Namespace, Bare], int | None] = needs_database
    makes_database: bool = False


@dataclass(frozen=True, slots=True)
class ProgramCommand:
    """A command that opens what it needs itself; the program carries it out by its name."""

    name: str
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    wrong_usage: Callable[[argparse.Namespace], str] = nothing_wrong


AnyCommand = Command | ProgramCommand


def wants_json(arguments: argparse.Namespace) -> bool:
    """True when the result is for another program."""
    return bool(getattr(arguments, "json", False))


def as_json(result: object) -> str:
    """The result as JSON with Danish letters as they are."""
    return json.dumps(result, ensure_ascii=False, indent=2)
