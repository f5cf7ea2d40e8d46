"""4.e  TextTiling on a digest, against none, all and random: settings chosen here, scored there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from lessons.checks.calls import PRINTS, Slip, expect, is_whole, returns
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import GLOBALS

FIRST = ("summit", "flood", "satellite", "verdict", "nighttrain")  # to choose settings on
SECOND = ("tariffs", "election", "cholera", "final")  # to tell the score on
WINDOW = 2

WORKED = Misconception(
    "what-worked-on-one-text-works",
    "What worked on one text works on the next",
    "TextTiling comes near one reading of the article by its defaults, and not near the other.",
    "Choose the settings on `first`, then leave them alone, and score them once on `second`.",
)


def digest(ids: Sequence[str]) -> tuple[list[str], str]:
    """The paragraphs of teaching texts one after the other, and their seams as signs."""
    from lessons.annotations import read_text, teaching_folder

    texts = [read_text(teaching_folder() / id).strip().split("\n\n") for id in ids]
    seams = "".join("0" * (len(each) - 1) + "1" for each in texts)[:-1]
    return [paragraph for each in texts for paragraph in each], seams


def tiles(paragraphs: Sequence[str], w: int, k: int) -> str:
    """TextTiling's breaks as signs, one for each gap between paragraphs.

    Raises:
        ValueError: the text is too short for the settings.
    """
    return _signs(_counts(tuple(paragraphs), w, k))


def _signs(counts: Sequence[int]) -> str:
    return "".join("0" * (count - 1) + "1" for count in counts)[:-1]


@cache
def _counts(paragraphs: tuple[str, ...], w: int, k: int) -> tuple[int, ...]:
    """How many paragraphs each tile holds."""
    from nltk.tokenize import TextTilingTokenizer

    found = TextTilingTokenizer(w=w, k=k).tokenize("\n\n".join(paragraphs))
    return tuple(len(tile.strip().split("\n\n")) for tile in found)


def _tried(paragraphs: Sequence[str], w: int, k: int) -> str:
    try:
        return tiles(paragraphs, w, k)
    except (ValueError, IndexError):
        return ""


def _unstripped(paragraphs: Sequence[str], w: int, k: int) -> str:
    counts = _counts(tuple(paragraphs), w, k)
    return _signs([counts[0], *(count + 1 for count in counts[1:])])


SLIPS = (
    Slip("It tiled with the default settings, whatever w and k it was given.",
          lambda p, w, k: _tried(p, 20, 10), "Where do w and k stand in the call of the tokenizer?",
          GLOBALS),
    Slip("It tiled with the w that it was given, but k never reached the tokenizer.",
          lambda p, w, k: _tried(p, w, 10), "Name both in the call of the tokenizer.", GLOBALS),
    Slip("It tiled with the k that it was given, but w never reached the tokenizer.",
          lambda p, w, k: _tried(p, 20, k), "Name both in the call of the tokenizer.", GLOBALS),
    Slip("Each tile got one sign too many, but the first.", _unstripped,
          "How does the second tile begin: with a blank line? What does split make of it?"),
    Slip("There is a sign behind the last paragraph, too.",
          lambda p, w, k: f"{tiles(p, w, k)}1", "Behind the last paragraph there is no gap."),
    Slip("There is a sign before the first paragraph, too.",
          lambda p, w, k: f"1{tiles(p, w, k)}", "Before the first paragraph there is no gap."),
    *(Slip(f"Only the {which} tile is told in signs.",
           lambda p, w, k, at=at, cut=cut: f"{'0' * (_counts(tuple(p), w, k)[at] - 1)}1"[:cut],
           "Does the return stand in the loop, or is the string begun anew in each round?")
      for at, which in ((0, "first"), (-1, "last")) for cut in (None, -1)),
    Slip("Every gap is a break, whatever the tiles are.", lambda p, w, k: "1" * (len(p) - 1),
          "A gap inside a tile gets the sign 0."),
    Slip("No break came out.", lambda p, w, k: "0" * (len(p) - 1),
          "Print how many tiles there are. Each but the last ends at a break."),
    Slip("There is a sign for each tile, not for each gap between paragraphs.",
          lambda p, w, k: "1" * (len(_counts(tuple(p), w, k)) - 1),
          "A tile of three paragraphs holds two gaps without a break."),
    Slip("The break stands at the start of a tile's first paragraph, one gap late.",
          lambda p, w, k: f"0{tiles(p, w, k)}"[:-1],
          "A sign belongs to the gap *after* its paragraph. Which paragraph does a tile end with?"),
    Slip("Breaks and non-breaks have changed places.",
          lambda p, w, k: tiles(p, w, k).translate({48: 49, 49: 48}), "1 stands for a break."),
    Slip("It tiled `first`, whatever paragraphs it was given.",
          lambda p, w, k: tiles(digest(FIRST)[0], w, k),
          "Which list do you join: the one in the parentheses of def?", GLOBALS),
    Slip("w and k have changed places.", lambda p, w, k: _tried(p, k, w),
          "Name them in the call: TextTilingTokenizer(w=w, k=k)."),
)  # fmt: skip
EXAMPLE, SIGNS = (("satellite",), 10, 3), "0011"
OTHER, OTHER_SIGNS = (("satellite", "verdict"), 12, 4), "011100110"  # where each setting shows
KEYS = ("w", "k", "tiling", "none", "all", "random", "beaten")

TASK = Task(
    id="4.e",
    kind="code",
    title="Beat the baselines, or say that you did not",
    points=3,
    prompt="**An honest failure with its number earns the same as a success.**\n\n"
    "First, `tile(paragraphs, w, k)`: join the paragraphs by blank lines, call "
    "`TextTilingTokenizer(w=w, k=k)`, and return its breaks as **signs**, one for each gap between "
    "paragraphs. (A tile is a string; how many paragraphs does it hold?)\n\n"
    "Then try `w` (`5` to `40`) and `k` (`2` to `10`) on `first`, a dozen settings at a time, "
    "until one beats *none* there. How does it do on `second`? Fill `report`: the settings; four "
    "WindowDiffs on `second`, with windows of `2`; and `beaten`: is `tiling` lower than the other "
    "three? `random` is the mean of at least `5000` throws, each with as many breaks as there are "
    "seams (`random.sample` draws places). Check `tile` first, while `report` is still empty.",
    starter="# task 4.e\nfrom nltk.tokenize import TextTilingTokenizer\n\n"
    "def tile(paragraphs, w, k):\n"
    "    # for five paragraphs, and tiles of two and three of them, return '0100'\n    ...\n\n"
    "report = {}  # with the keys w, k, tiling, none, all, random and beaten (True or False)\n",
    promised=(
        "your tile, on other paragraphs with other settings",
        "the three baselines of your report",
        "whether your report is true, and its settings beat none on first",
    ),
    misconceptions=(WORKED, GLOBALS, PRINTS),
)


@TASK.check()
def tile_returns_a_string_of_signs(submission: Submission) -> None:
    """One sign a gap, and the right ones."""
    submission.attempted("4.e")
    ids, w, k = EXAMPLE
    paragraphs, _ = digest(ids)
    got = returns(submission, "tile", (paragraphs, w, k), (str,), "a string of signs")
    if isinstance(got, str) and set(got) - {"0", "1"}:
        raise Failure(f"Its signs should be 0 and 1; saw {got!r}"[:150],
                      "Write one sign for each gap, and join them.")  # fmt: skip
    cases = [((paragraphs, w, k), SIGNS), ((digest(OTHER[0])[0], *OTHER[1:]), OTHER_SIGNS)]
    expect(submission, "tile", cases, SLIPS)


@TASK.check()
def the_report_is_whole(submission: Submission) -> None:
    """A dict with seven keys, its settings and scores in their ranges."""
    submission.attempted("4.e")
    read_report(submission)


@TASK.check(after="the_report_is_whole")
def beaten_follows_from_the_report(submission: Submission) -> None:
    """Its own numbers say whether TextTiling has beaten the best of the three."""
    report = read_report(submission)
    lowest = min(report[name] for name in ("none", "all", "random"))
    if report["beaten"] and report["tiling"] >= lowest:
        raise Failure(
            "`beaten` is True, and by your own numbers a baseline scores as well or better.",
            "0 is best, 1 is worst. An honest failure earns the same.",
        )
    if not report["beaten"] and report["tiling"] < lowest:
        raise Failure(
            "`beaten` is False, and by your own numbers TextTiling is the lowest of all.",
            "0 is best, 1 is worst: compare `tiling` with the best of the three.",
        )


def read_report(submission: Submission) -> dict[str, Any]:
    """The learner's report; raises Failure unless it has the form that was asked for."""
    report = submission["report"]
    if not isinstance(report, dict) or not report:
        raise Failure("`report` holds nothing yet.", "Fill it: {'w': 20, 'k': 10, …}.")
    if missing := [key for key in KEYS if key not in report]:
        raise Failure(f"The report lacks {', '.join(missing)}."[:150], "Spell the keys as asked.")
    if not (is_whole(report["w"]) and is_whole(report["k"])):
        raise Failure("w and k are whole numbers.", "Report the settings, not a list of them.")
    report = {**report, "w": int(report["w"]), "k": int(report["k"])}
    if not (5 <= report["w"] <= 40 and 2 <= report["k"] <= 10):
        raise Failure("w or k lies outside its range.", "w goes from 5 to 40, k from 2 to 10.")
    for key in ("tiling", "none", "all", "random"):
        if type(report[key]) not in (int, float) or not 0 <= report[key] <= 1:
            raise Failure(f"`{key}` is a number from 0 to 1; saw {report[key]!r}"[:150],
                          "WindowDiff is a share of windows.")  # fmt: skip
    if type(report["beaten"]) is not bool:
        raise Failure("`beaten` is True or False.", "Compare tiling with the best baseline.")
    return report
