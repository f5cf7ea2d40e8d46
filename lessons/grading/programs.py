"""What is left of a program without what its author is free in, and how much of it is theirs."""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter
from collections.abc import Iterable

from lessons.answers import LONGEST, MAGIC
from lessons.errors import CourseError
from lessons.tasks import task as task_of


def normal_code(source: str) -> str:
    """A program without what its author is free in: comments, layout, docstrings, own names.

    "" when it is no program. Names that it takes from elsewhere, and attributes, stay.

    >>> normal_code("def f(a):  # mine\\n    return len(a)") == normal_code(
    ...     "def g( text ):\\n    return len(text)")
    True
    >>> normal_code("len(a)") == normal_code("max(a)")
    False
    """
    if len(source) > LONGEST:
        return ""
    try:
        tree = ast.parse(MAGIC.sub(r"\1#", source))
        bound = {name for node in ast.walk(tree) for name in _binds(node)}
        names: dict[str, str] = {}
        return ast.dump(_Renamed(bound, names).visit(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""


def own_tokens(task: str, source: str) -> int:
    """How many tokens a cell has beyond what was handed out with it."""
    try:
        starter = task_of(task).cell
    except CourseError:
        starter = ""
    return (_tokens(source) - _tokens(starter)).total()


def _tokens(source: str) -> Counter[str]:
    found: Counter[str] = Counter()
    try:
        for token in tokenize.generate_tokens(io.StringIO(source[:LONGEST]).readline):
            if token.type != tokenize.COMMENT and token.string.strip():
                found[token.string] += 1
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError, MemoryError):
        pass  # what was read until then is counted
    return found


class _Renamed(ast.NodeTransformer):
    """Own names become their number, in the order in which they come; docstrings go."""

    def __init__(self, bound: set[str], names: dict[str, str]) -> None:
        self.bound, self.names = bound, names

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for name in ("id", "arg", "name", "asname"):
            value = getattr(node, name, None)
            if isinstance(value, str) and value in self.bound:
                setattr(node, name, self.names.setdefault(value, f"_{len(self.names)}"))
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [part for part in body if not _docstring(part)]  # type: ignore[attr-defined]
        return super().generic_visit(node)


def _docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _binds(node: ast.AST) -> Iterable[str]:
    """The names that a node gives to something."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.alias) and node.asname:
        yield node.asname
    elif isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name
