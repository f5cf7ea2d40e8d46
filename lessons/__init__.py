"""Reading the News: learn to read a news article with a computer.

Learners meet these names: ``article``, ``exercise``, ``check``, ``progress``, ``figure``,
``read_text``, ``read_article`` and ``doctor``. They load when first used, so that importing
``lessons`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

__version__ = "0.1.0"
__all__ = [
    "article",
    "check",
    "doctor",
    "exercise",
    "figure",
    "progress",
    "read_article",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Load one of the learner's names from ``lessons.learner`` when it is first asked for."""
    if name in __all__:
        import_module("lessons.course").follow(Path.cwd())  # before a task or the article loads
        return getattr(import_module("lessons.learner"), name)
    raise AttributeError(f"module 'lessons' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
