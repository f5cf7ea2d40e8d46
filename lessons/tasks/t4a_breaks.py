"""4.a  Where does the text turn to another matter, and why there?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Breaks
from lessons.checks.submission import Submission
from lessons.checks.task import Task

NEW, RETURNS = "a new matter begins", "an earlier matter returns"
SIGNS = (
    "a new name or place comes up",
    "a word such as but, then or meanwhile",
    "it has been long enough",
)
REASONS = (NEW, RETURNS, *SIGNS)
MOST = 3  # breaks: the passage has few main turns, and who marks all gaps marks none

if TYPE_CHECKING:
    from lessons.annotations import Annotation

MORE = Misconception(
    "more-segments-are-better",
    "More segments are better: the real turns will be among them",
    "A break after every sentence of the article finds every turn, and tells a reader nothing.",
    "Write five words for each segment. Neighbours with the same five words are one segment.",
)
SIGN = Misconception(
    "a-sign-is-a-reason",
    "A new name, a “but” or a new paragraph makes a new topic",
    "The article brings up names and years in nearly every sentence, and goes on with its matter.",
    "Ask what question each side of the break answers. Is it another question?",
)
ONWARD = Misconception(
    "a-matter-left-is-over",
    "A text goes through its matters one by one",
    "The article leaves its summit and comes back to it twice; news often does.",
    "Look further back than the last segment: has this been the matter before?",
)
HOW = (
    "Mark the **main** turns. Test a place with two questions: *what does the text answer before "
    "it, and what behind it?* Where the question changes, and stays changed, there is a break. "
    "For each, choose the reason that you would defend."
)


def against(answer: object, gold: Annotation, say: str) -> str:
    """A learner's breaks beside those of each reading; ``say`` tells of the readings."""
    from lessons.breaks import window_diff

    length = len(gold.sentences)
    mine = sorted(answer) if isinstance(answer, dict) else []
    read = {name: gold.breaks("coarse", name) for name in gold.segmentations}
    rows = "".join(
        f"| reading {name} | {_listed(breaks)} | {window_diff(breaks, mine, length):.2f} | "
        f"{window_diff(breaks, [], length):.2f} |\n"
        for name, breaks in read.items()
    )
    return (
        f"You broke the article after **{_listed(mine)}**. {say}**WindowDiff** is the share of "
        "windows where two readers disagree: 0 is best.\n\n"
        f"| | its breaks | you score | no break at all scores |\n|---|---|---|---|\n{rows}\n"
    )


def _against_both(answer: object) -> str:
    from lessons.annotations import article_folder, read_annotated
    from lessons.breaks import window_diff

    gold = read_annotated(article_folder()).gold
    one, other = (gold.breaks("coarse", name) for name in "ab")
    between = window_diff(one, other, len(gold.sentences))
    say = "Two careful readings, made without sight of each other, broke it elsewhere. "
    return (
        f"{against(answer, gold, say)}By the same measure the two readings are {between:.2f} "
        f"apart: **there is no one right segmentation**. {_reasoned(answer)}"
    )


def _reasoned(answer: object) -> str:
    given = answer if isinstance(answer, dict) else {}
    signs = [place for place, reason in sorted(given.items()) if reason in SIGNS]
    if signs:
        return (
            f"Your reason after {_listed(signs)} is a sign, not a reason: it may stand inside a "
            "matter, too. What question is answered on each side?"
        )
    if not given:
        return "You marked none: what does the text answer first, and what last?"
    return (
        "Both readings call what follows sentence 8 *the summit* again: an earlier matter returns. "
        "Do your reasons say so?"
    )


def _listed(places: list[int]) -> str:
    return ", ".join(map(str, places)) or "no sentence"


def _article() -> tuple[str, ...]:
    """The article's sentences, from its annotation: no splitter has to be loaded for them."""
    from lessons.annotations import article_folder, read_annotation, read_text

    folder = article_folder()
    if not (folder / "sentences.tsv").is_file():  # another article, which nobody has annotated
        from lessons.articles import sample_article

        return tuple(each.text for each in sample_article().sentences)
    text = read_text(folder)
    return tuple(text[each.start : each.end] for each in read_annotation(folder).sentences)


ARTICLE = _article()
PASSAGE = (
    "More people paid last month to see a forgery in Philadelphia than came in all of 2024 to see "
    "the museum's real paintings, the Rosenthal Museum said on Tuesday.",
    "The museum drew 88,000 visitors in June, against 9,000 in January, when the fraud was "
    "exposed.",
    '"Shame has been very good to us," said the director, Constance P. Marlowe.',
    "By her count it is now the best-loved fake in the U.S.",
    'The museum bought "Girl at a Window" from a Swiss dealer in 1998 for $6.4 million, and for '
    "26 years scholars praised it as a lost work from Delft.",
    "Then a student in the Department of Chemistry of Calder University found a blue pigment that "
    "wasn't sold before 1957.",
    "Marlowe's predecessor resigned within days, and the city's Arts Commission cut off a $2 "
    "million grant.",
    "There's little hope of getting the money back: the dealer, Galerie Hartmund & Co., dissolved "
    "itself in 2011, and a court in Zurich threw out the museum's claim in May.",
    "The crowds have already paid for a new roof.",
    'The picture will hang until Christmas above a label that says, "Not Vermeer, not sorry."',
    "Next to it is a small landscape, undoubtedly genuine, which nobody looks at.",
)
PRACTICE = Task(
    id="4.a practice",
    kind="practice",
    title="Break the article",
    prompt="**Practice on the article.** " + HOW + " Keep your breaks, and two readings are shown.",
    form=Breaks(ARTICLE, REASONS),
    reveal=_against_both,
)
TASK = Task(
    id="4.a",
    kind="skill",
    title="Break a text, defend each break",
    points=4,
    prompt=HOW + " This text is new, and counts: **two to four segments**, each of at least two "
    "sentences. A break that is one sentence off counts as found. A reason earns points when it is "
    "true of its place, and more than a sign. (You can type it, too: "
    "`exercise('4.a', answer={6: 'a new matter begins'})` puts a break after sentence `6`.)",
    form=Breaks(PASSAGE, REASONS),
    promised=(
        "a main turn, found to within one sentence",
        "every main turn",
        "reasons that are more than signs",
        "reasons that are true of their places",
    ),
    misconceptions=(MORE, SIGN, ONWARD),
    hints=(
        "Read each sentence together with the one before it. Which question do both answer? Look "
        "for the places where one sentence no longer does.",
        "A segment holds together by its **matter**, and a matter can be left and taken up again. "
        "Names, years and a *but* change inside a matter all the time.",
        "*1 The bridge is closed. 2 Buses go by Elm. 3 It was built in 1901. 4 A prince opened it. "
        "5 Repairs will take a year. 6 The city pays.* turns after `2`, to the bridge's history, "
        "and after `4`, where the closing returns. The prince is new, and no turn.",
    ),
)


@TASK.check()
def the_segments_are_two_to_four(submission: Submission) -> None:
    """Breaks with reasons, as few as asked for, and no segment of one sentence."""
    answer = submission.answer("4.a")
    assert TASK.form
    if problem := TASK.form.problem(answer):
        raise Failure(problem, f"A break is a sentence number and a reason: {{6: {NEW!r}}}.")
    breaks = sorted(answer) if isinstance(answer, dict) else []
    if not breaks:
        raise Failure(
            "There is no break: this says that the text has one matter from end to end.",
            "Compare its first sentence with its sixth. Do they answer the same question?",
        )
    if len(breaks) > MOST:
        raise Failure(f"There are {len(breaks) + 1} segments.", misconception=MORE)
    for before, after in pairwise([0, *breaks, len(PASSAGE)]):
        if after - before < 2:
            raise Failure(
                f"Sentence {after} stands alone as a segment.",
                "Each segment has two sentences or more. With which neighbour does this one go?",
            )
