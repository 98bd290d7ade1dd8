"""Journeys through the window see it as the tests of the window do."""

from tests.ui.conftest import crashes, dressed, tasks, theme

__all__ = ["crashes", "dressed", "tasks", "theme"]
