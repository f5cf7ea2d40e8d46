"""The exercise cell is the record: answers are read from, and written into, a cell's source.

``exercise("1.b")`` becomes ``exercise("1.b", answer=["Lee", "'s"])``, and ``hints=2`` stands there
as well once two hints were asked for. Reading runs nothing.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from lessons.errors import CourseError

MAGIC = re.compile(r"(?m)^(\s*)[%!?]")  # a line for IPython; as a comment it moves nothing
LONGEST = 64 * 1024  # characters of source; beyond it, parsing alone can take minutes


@dataclass(frozen=True)
class Kept:
    """One ``exercise(...)`` call in a cell: its task, and the literal kept there, if one is.

    ``problem`` says why an answer that is there cannot be read; ``hints`` counts those asked for.
    """

    task: str
    kept: bool
    answer: object = None
    problem: str = ""
    hints: int = 0


def kept_answers(source: str) -> list[Kept]:
    """Every ``exercise`` call in a cell's source, in order. Nothing is run.

    >>> kept_answers('# mine\\nexercise("1.a", answer={"nltk": 29})')
    [Kept(task='1.a', kept=True, answer={'nltk': 29}, problem='', hints=0)]
    >>> kept_answers('exercise("1.a")')
    [Kept(task='1.a', kept=False, answer=None, problem='', hints=0)]
    """
    return [_read(call) for call in _calls(source)]


def keep(source: str, task: str, answer: object, hints: int = 0) -> str:
    """The source with ``answer`` kept in its ``exercise(task)`` call; all else stays as it was.

    ``hints`` counts those asked for; a larger number that stands there already stays.

    Raises:
        CourseError: the source holds no such call, or more than one.

    >>> keep('exercise("1.a", hints=1)  # hard!', "1.a", {"nltk": 29})
    'exercise("1.a", answer={\\'nltk\\': 29}, hints=1)  # hard!'
    """
    return _rewrite(source, task, f"answer={answer!r}", hints)


def forget(source: str, task: str) -> str:
    """The source with the answer of ``task`` taken out again; the hints asked for stay known.

    Raises:
        CourseError: the source holds no such call, or more than one.

    >>> forget('exercise("1.a", answer=29)', "1.a")
    'exercise("1.a")'
    """
    return _rewrite(source, task)


def _rewrite(source: str, task: str, answer: str = "", hints: int = 0) -> str:
    calls = [call for call in _calls(source) if _task(call) == task]
    hints = max([hints, *map(_hints, calls)])
    line = ", ".join(filter(None, (f'exercise("{task}"', answer, f"{hints=}" if hints else "")))
    line += ")"
    if len(calls) != 1:
        raise CourseError(
            f'one exercise("{task}") in this cell',
            "none" if not calls else str(len(calls)),
            f"Put this line into a cell of its own, and run it: {line}",
        )
    call = calls[0]
    assert call.end_lineno is not None
    assert call.end_col_offset is not None
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)  # as ast counts lines
    start = _place(lines, call.lineno, call.col_offset)
    end = _place(lines, call.end_lineno, call.end_col_offset)
    return source[:start] + line + source[end:]


def _place(lines: list[str], lineno: int, utf8_column: int) -> int:
    """A position that ast gives (line, bytes of UTF-8) as an index into the source."""
    before = sum(len(line) for line in lines[: lineno - 1])
    return before + len(lines[lineno - 1].encode()[:utf8_column].decode())


def _calls(source: str) -> list[ast.Call]:
    if "exercise" not in source or len(source) > LONGEST:
        return []
    tree = _parsed(source) or _parsed(MAGIC.sub(r"\1#", source))
    if tree is None:
        return []
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = [call for call in calls if _is_exercise(call) and _task(call)]
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _parsed(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_exercise(call: ast.Call) -> bool:
    name = call.func
    return (isinstance(name, ast.Name) and name.id == "exercise") or (
        isinstance(name, ast.Attribute) and name.attr == "exercise"
    )


def _task(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def _hints(call: ast.Call) -> int:
    given = [word.value for word in call.keywords if word.arg == "hints"]
    number = given[0].value if given and isinstance(given[0], ast.Constant) else 0
    return number if type(number) is int and number > 0 else 0


def _read(call: ast.Call) -> Kept:
    given = [word.value for word in call.keywords if word.arg == "answer"] + call.args[1:2]
    if not given:
        return Kept(_task(call), kept=False, hints=_hints(call))
    try:
        answer = ast.literal_eval(given[0])
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        problem = "The answer is not a literal: write the value itself, not code that makes it."
        return Kept(_task(call), kept=True, problem=problem, hints=_hints(call))
    return Kept(_task(call), kept=True, answer=answer, hints=_hints(call))
