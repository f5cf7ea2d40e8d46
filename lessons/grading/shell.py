"""Where a learner's cells run: an IPython shell in the child, its values and calls by name.

Nothing here judges. What comes back is data, and the learner's code may have made it up.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import cache
from types import ModuleType
from typing import Any

from lessons.checks.plain import TooMuchError, plain
from lessons.grading.values import TooLongError, encode

SILENT = ("exercise", "check", "progress", "doctor")  # for learners to see, nothing to mark
PRINTED = 64 * 1024  # characters kept of what one call prints
MESSAGE = 500  # characters kept of an exception's words
Reply = list[Any]


def make_shell() -> Any:
    """A shell as learners know it from a notebook, without history, files or colours.

    Loads what the course's notebooks import, so that a child starts with it.
    """
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.DisplayFormatter.active_types = ["text/plain"]  # nobody looks: render no chart
    shell: Any = InteractiveShell.instance(config=config)
    shell.db = {}  # %cd keeps where one was, in a file that no child may write
    shell.showtraceback = _nothing  # formatting one takes longer than most cells
    shell.showsyntaxerror = _nothing
    for magic in ("matplotlib", "pip", "conda"):
        shell.register_magic_function(_nothing, magic_name=magic)
    _load()
    _draw()
    shell.run_cell("None", store_history=False)
    return shell


def _load() -> None:
    import ipywidgets  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import nltk  # noqa: F401
    import numpy.random  # noqa: F401

    from lessons.articles import read_article, sample_article
    from lessons.figures.figure import figure
    from lessons.resources import install
    from lessons.teaching import read_text

    install()
    _load_models()
    names = ModuleType("lessons.learner")  # in place of the one that needs a kernel
    vars(names).update(
        dict.fromkeys(SILENT, _nothing),
        article=sample_article(),
        figure=figure,
        read_article=read_article,
        read_text=read_text,
    )
    sys.modules[names.__name__] = names


def _draw() -> None:
    """Draw a chart: the first of a process looks for fonts and styles, and takes twice as long."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.bar(["a"], [1])
    axes.plot([1], [1])
    axes.set(title="a", xlabel="a", ylabel="a")
    plt.close("all")


def _load_models() -> None:
    """Read NLTK's models once: it reads them anew at each call, 0.2 s at a time."""
    import nltk
    from nltk.corpus import stopwords
    from nltk.sentiment import SentimentIntensityAnalyzer

    if make := getattr(nltk.tag, "_get_tagger", None):  # tagging changes nothing in a tagger
        nltk.tag._get_tagger = cache(make)
    nltk.pos_tag(nltk.word_tokenize("Kenya votes."))
    SentimentIntensityAnalyzer()
    stopwords.words("english")


def _nothing(*args: object, **words: object) -> None:
    """What ``exercise``, ``check``, ``progress`` and ``doctor`` do while a notebook is graded."""


def run_cell(shell: Any, source: str) -> Reply:
    """Run one cell: ``["ran"]``, or ``["raised", type, message, line]``."""
    result = shell.run_cell(source, store_history=False)
    if plots := sys.modules.get("matplotlib.pyplot"):
        plots.close("all")  # as the notebook's own backend does after each cell
    error = result.error_before_exec or result.error_in_exec
    return ["ran"] if error is None else _raised(error)


def value(shell: Any, name: str) -> Reply:
    """A variable: ``["value", it]``, ``["absent"]``, or ``["unfit", why]``."""
    if name not in shell.user_ns:
        return ["absent"]
    return _fitting(lambda: ["value", plain(shell.user_ns[name])])


def call(shell: Any, name: str, arguments: Sequence[Any]) -> Reply:
    """Call a function: ``["value", result, arguments afterwards, printed]``, or what went wrong."""
    if name not in shell.user_ns:
        return ["absent"]
    function = shell.user_ns[name]
    if not callable(function):
        return ["unfit", f"it is {plain(function)!r}, not a function"[:MESSAGE]]
    printed = _Printed()
    try:
        with redirect_stdout(printed):
            result = function(*arguments)
    except BaseException as error:
        return _raised(error)
    return _fitting(
        lambda: ["value", plain(result), [plain(each) for each in arguments], printed.getvalue()]
    )


def _fitting(read: Any) -> Reply:
    """What ``read`` gives where it fits one message."""
    try:
        reply: Reply = read()
        encode(reply)
    except (TooMuchError, TooLongError) as problem:
        return ["unfit", f"it has {problem}, more than can be checked"]
    except BaseException as error:  # a learner's class may do anything when it is read
        return _raised(error)
    return reply


def _raised(error: BaseException) -> Reply:
    try:
        words = str(error)[:MESSAGE]
        words = words.encode("utf-8", "replace").decode()
    except BaseException:
        words = ""
    return ["raised", _kind(type(error))[:80], words, _line(error)]


def _kind(error: type[BaseException]) -> str:
    """An exception's name; of one that Python keeps to itself, the name it is documented by."""
    own = error.__module__ == "builtins" and error.__name__.startswith("_")
    return str(error.__mro__[int(own)].__name__)


def _line(error: BaseException) -> int:
    """The line of the learner's cell that raised it, counted from 1; 0 when there is none."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith("<ipython-input"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _Printed(io.StringIO):
    """Keeps the first 64 Ki characters, and lets a flood pass by."""

    def write(self, text: str, /) -> int:
        super().write(text[: max(0, PRINTED - self.tell())])
        return len(text)
