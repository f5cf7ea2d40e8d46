"""What counts as hidden, as runs of characters that nothing for learners may hold.

Hidden are the answer bank, the hidden checks, the gold of held-out texts, and the instructor's
notes: all below tests/graded but the words of the held-out texts, since tasks show passages of
them. Their files are taken line by line, and lines are joined until a run is long enough to be no
coincidence; string literals likewise, for a solution is one. Two kinds are distinctive while they
are shorter, and count whole: an answer of the bank that is a literal, as a notebook would keep it,
and what a hidden check says or puts in, other than names of checks and beliefs. White
space and quotation marks do not count: the same answer may be written with other ones.

What a task openly states is not hidden: the code it starts with, what it promises to look at, and
the article's words, which a solution may repeat.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lessons.articles import sample_article
from lessons.grading.solved import answers_in, bank_files, solutions
from lessons.tasks import all_tasks, task

LONG = 60  # characters: below it, honest code and honest sentences coincide
WHOLE = 20  # of an answer that is a literal, and of a hidden check's own words
NAME = re.compile(r"[a-z_-]+")  # of a check or of a belief
DROPPED = re.compile(r"[\s\"'\\`]+")


def hidden(graded: Path) -> dict[str, str]:
    """Each run that is hidden, and the file that it is from."""
    found: dict[str, str] = {}
    for file in sorted(graded.rglob("*")):
        name = str(file.relative_to(graded))
        for run in _runs_of(file):
            found.setdefault(run, name)
    for source, run in (*_answers(graded / "bank"), *_words(graded)):
        if len(run) >= WHOLE:
            found.setdefault(run, source)
    told = plain("\n".join(_stated()))
    return {run: source for run, source in found.items() if run not in told}


def leaks(files: Mapping[str, bytes], runs: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The hidden runs that stand in ``files``: run to (where it stands, where it is from).

    NLTK's own data is passed over; it is others', and checked against its hashes.
    """
    shortest = min(map(len, runs))
    by_start: dict[str, list[str]] = {}
    for run in runs:
        by_start.setdefault(run[:shortest], []).append(run)
    found = {}
    for name, content in files.items():
        if "data/nltk/" in name:
            continue
        words = plain(_text(name, content))
        for at in range(len(words) - shortest + 1):
            for run in by_start.get(words[at : at + shortest], ()):
                if words.startswith(run, at):
                    found[run] = (name, runs[run])
    return found


def plain(text: str) -> str:
    """A text without white space and quotation marks."""
    return DROPPED.sub("", text)


def _answers(bank: Path) -> Iterator[tuple[str, str]]:
    """Answers of graded tasks that are literals: the solution, other right ones, wrong ones."""
    for id, answer in solutions(bank).items():
        if task(id).form and " " not in id:
            yield f"the solution of {id}", plain(repr(answer))
    for file in bank_files(bank).values():
        bank_of = answers_in(file)
        wrong = (answer for answer, _ in getattr(bank_of, "WRONG", {}).values())
        for answer in (*getattr(bank_of, "RIGHT", {}).values(), *wrong):
            if not isinstance(answer, str):
                yield f"bank/{file.name}", plain(repr(answer))


def _words(graded: Path) -> Iterator[tuple[str, str]]:
    """What hidden checks say and put in, line by line: reasons, help, inputs, what is expected."""
    for file in sorted(graded.glob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                lines = [each for each in node.value.splitlines() if not NAME.fullmatch(each)]
                yield from ((file.name, plain(line)) for line in lines)


def _stated() -> Iterator[str]:
    """What learners are given to begin with, and told."""
    for each in all_tasks():
        yield from (each.starter, *each.promised)
    yield sample_article().text


def _text(name: str, content: bytes) -> str:
    """A file's words; of a notebook, those of its cells."""
    if not name.endswith(".ipynb"):
        return content.decode("utf-8", "replace")
    return "\n".join("".join(cell["source"]) for cell in json.loads(content)["cells"])


def _runs_of(file: Path) -> Iterator[str]:
    if file.suffix not in (".py", ".tsv", ".md") or "__pycache__" in file.parts:
        return
    text = file.read_text(encoding="utf-8")
    yield from _runs(text.splitlines())
    for node in ast.walk(ast.parse(text)) if file.suffix == ".py" else ():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _runs(node.value.splitlines())


def _runs(lines: Iterable[str]) -> Iterator[str]:
    """Neighbouring lines, joined from each one on until they are long enough."""
    ours = [line for line in lines if not line.lstrip().startswith(("import ", "from ", "@"))]
    said = [words for line in ours if (words := plain(line))]
    for at in range(len(said)):
        run = ""
        for words in said[at:]:
            run += words
            if len(run) >= LONG:
                yield run
                break
