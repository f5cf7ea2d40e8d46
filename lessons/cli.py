"""The ``lessons`` command: it finds the verb, runs it, and turns an error into one line.

Each verb is a module in ``lessons/commands`` with a docstring (its help), ``EXAMPLES``,
``add_arguments(parser)`` and ``run(args) -> int``. Only the verb that was asked for is imported.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import lessons
from lessons.course import checkout, enter
from lessons.errors import CourseError

FOR_ALL = {
    "open": "start the course in JupyterLab, in a folder of your own",
    "doctor": "look for what could keep the course from working, and say the cure",
    "progress": "say how far you are in the whole course",
    "handin": "bundle your saved notebooks into one zip to hand in, with a receipt",
    "update": "bring your notebooks to the newest version, with your work carried over",
    "describe": "count paragraphs, sentences and tokens of any text, and name its entities",
    "scores": "print every score that the course tells of its readers and tools",
    "grade": "mark a class's notebooks and write gradebook, feedback and report",
    "mark": "decide on a student's points in a task, or comment on it",
    "export": "write a class's marks for Canvas, Moodle, Gradescope, or as JUnit XML",
    "forget": "erase all that was recorded of a student",
    "explain": "say how a student's mark in a task came about, check by check",
}
IN_A_CLONE = {
    "adapt": "teach with another article: check it, annotate it, derive its notebooks",
    "solve": "write the solved notebooks",
    "build": "derive the notebooks from their source",
    "release": "write what a class gets: an archive for learners, one for those who teach",
    "read": "write the notebooks as pages for a phone, paper or a screen reader",
}
WHY_NOT: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("something there", "nothing"),
    FileExistsError: ("a folder, or a free place for one", "a file"),
    NotADirectoryError: ("a folder", "a file"),
    IsADirectoryError: ("a file", "a folder"),
    PermissionError: ("a place that this account may use", "one that it may not"),
}
EPILOG = """Each command has its own help: lessons open --help
Every command takes --course DIR, the folder of a course that lessons adapt wrote."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``lessons`` with these arguments, by default the command line's; return its exit status.

    0: done; 1: what was looked at is not as it should be, or a person stopped it; 2: it could not
    be done, or the command was not understood.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):  # a terminal may lack a character that a text has
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(given)
    except SystemExit as end:  # argparse, after help or a usage error
        return end.code if isinstance(end.code, int) else 1
    except CourseError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _failed(_in_words(error))


def _run(given: list[str]) -> int:
    given = [part for each in given for part in _parted(each)]
    if "--course" in given[:-1]:  # before anything loads a task or the article
        at = given.index("--course")
        enter(Path(given[at + 1]))
        given = given[:at] + given[at + 2 :]
    verb = given[0] if given else ""
    if verb in IN_A_CLONE and checkout() is None:
        return _usage(f"{verb} needs a clone of the course, and this is an installed copy.")
    if verb in _verbs():
        module = import_module(f"lessons.commands.{verb}")
        args = _parser_of(verb, module).parse_args(given[1:])
        status: int = module.run(args)
        sys.stdout.flush()
        return status
    _overview().parse_args(given)  # --help and --version end here
    if verb:
        return _usage(f"there is no command {verb!r}. Commands: {', '.join(_verbs())}.")
    _overview().print_help()
    return 0


def _parted(argument: str) -> list[str]:
    """``--course=DIR`` in two; anything else as it is."""
    name, equals, folder = argument.partition("=")
    return [name, folder] if equals and name == "--course" else [argument]


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {_one_line(message)}. See: {self.prog} --help\n")


def _verbs() -> dict[str, str]:
    return FOR_ALL | (IN_A_CLONE if checkout() else {})


def _overview() -> argparse.ArgumentParser:
    width = max(map(len, _verbs())) + 2
    listing = "\n".join(f"  {verb:{width}}{does}" for verb, does in _verbs().items())
    parser = _Parser(
        "lessons",
        usage="lessons COMMAND [...]",
        description=f"Reading the News: a course in Jupyter.\n\ncommands:\n{listing}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"lessons {lessons.__version__}")
    parser.add_argument("command", nargs="*", help=argparse.SUPPRESS)
    return parser


def _parser_of(verb: str, module: ModuleType) -> argparse.ArgumentParser:
    examples = "\n".join(f"  {line}" for line in getattr(module, "EXAMPLES", ()))
    parser = _Parser(
        f"lessons {verb}",
        description=(module.__doc__ or "").strip(),
        epilog=f"examples:\n{examples}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    return parser


def _failed(error: Exception) -> int:
    print(f"lessons: {_one_line(error)}", file=sys.stderr)
    return 2


def _in_words(error: OSError) -> Exception:
    """What the system says of a file, as we say it; anything else as it is."""
    if type(error) not in WHY_NOT or error.filename is None:
        return error
    expected, seen = WHY_NOT[type(error)]
    return CourseError(f"{expected}: {error.filename}", seen, "Check the path.")


def _usage(problem: str) -> int:
    print(f"lessons: {problem} See: lessons --help", file=sys.stderr)
    return 2


def _one_line(error: object) -> str:
    return " ".join(str(error).split())


if __name__ == "__main__":
    sys.exit(main())
