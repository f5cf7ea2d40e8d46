"""1.b  Cut the string into Treebank tokens by hand."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Cuts
from lessons.checks.submission import Submission
from lessons.checks.task import Task

SPLIT = Misconception(
    "split-is-tokenizing",
    "split() is tokenizing",
    "Spaces leave “confirmed,” and “confirmed” as two different words, so every count is off.",
    "Look at each piece between two spaces: does it begin or end with a mark of its own?",
)
CLITIC = Misconception(
    "clitics-are-one-word",
    "“Lee's” is one word",
    "A tagger needs Lee (a name) and 's (a possessive) apart, or it finds a name called Lee's.",
    "Find every apostrophe: which letters would stand alone if nothing were shortened? "
    "For a shortened “not”, the n goes with the t.",
)
FULL_STOP = Misconception(
    "every-full-stop-ends-something",
    "A full stop always stands alone",
    "In an abbreviation or a number, the dot belongs to the word; cut off, U.S. is three scraps.",
    "Say each piece with a dot aloud: would it mean the same without the dot?",
)
HYPHEN = Misconception(
    "hyphens-separate-words",
    "A hyphen separates two words",
    "The Treebank keeps a hyphened word whole, so a hyphened name stays one name.",
    "Compare what the rules say about hyphens with what you cut.",
)
RULES = (
    "**Click between two letters to cut there, and again to join.** (Keyboard: arrows move, Space "
    "cuts.) Cut as the **Penn Treebank** does: marks of punctuation, `%` and `$` stand alone; a "
    "clitic (`'s`, `'d`, `n't`) is a token; an abbreviation keeps its dots; a number keeps its "
    "decimal point; a word with a hyphen stays whole. Spaces are cut for you."
)


def compared(answer: object, sentence: str) -> str:
    """A learner's cuts of a sentence beside the Treebank's."""
    from nltk.tokenize import word_tokenize

    from lessons.tokens import cut_errors

    gold = word_tokenize(sentence)
    cuts = [str(token) for token in answer] if isinstance(answer, list) else []
    errors = cut_errors(gold, cuts)
    if not errors:
        return f"Every cut is the Treebank's: **{len(gold)} tokens**. Now the graded one."
    missing = sum(error.kind == "missing" for error in errors)
    rows = "\n".join(
        f"| {error.kind} cut | {error.cause} | `{error.gold}` | `{error.found}` |"
        for error in errors[:3]
    )
    return (
        f"The Treebank makes **{len(gold)} tokens** here, you made **{len(cuts)}**: {missing} cuts "
        f"are missing, {len(errors) - missing} too many. The first to look at:\n\n"
        f"| what | cause | the Treebank has | you have |\n|---|---|---|---|\n{rows}\n\n"
        "Change your cuts, and keep them again to compare anew."
    )


ARTICLE_SENTENCE = (
    "Relations between the two U.S. allies have been historically tense due to Japan's colonial "
    "rule over the Korean peninsula from 1910 to 1945."
)
STRING = "Prices didn't rise 2.5% in the U.S., Ms. Ito-Brandt said; they'd fallen."
PRACTICE = Task(
    id="1.b practice",
    kind="practice",
    title="Cut a sentence of the article",
    prompt="**Practice.** " + RULES + " Keep your cuts, and they are compared at once.",
    form=Cuts(ARTICLE_SENTENCE),
    reveal=lambda answer: compared(answer, ARTICLE_SENTENCE),
)
TASK = Task(
    id="1.b",
    kind="skill",
    title="Cut the string",
    points=3,
    prompt=RULES + " This one counts: its score comes when it is graded.",
    form=Cuts(STRING),
    promised=(
        "marks of punctuation and signs",
        "clitics",
        "abbreviations, numbers and hyphens",
    ),
    misconceptions=(SPLIT, CLITIC, FULL_STOP, HYPHEN),
    hints=(
        "Look at both ends of each piece that stands between two spaces, and at every apostrophe.",
        "A **clitic** is a shortened word that leans on the one before it, and is a token of its "
        "own. The dot of an **abbreviation** is part of a word, and marks no end.",
        "*We hadn't read Dr. Wu-Li's U.K. guide, 40% off.* becomes `We` `had` `n't` `read` `Dr.` "
        "`Wu-Li` `'s` `U.K.` `guide` `,` `40` `%` `off` `.`",
    ),
)


@TASK.check()
def the_tokens_are_the_text(submission: Submission) -> None:
    """Joined, the tokens are the text without its spaces."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("1.b")):
        raise Failure(problem, "Cut the text itself: no letter may be lost, added or changed.")
    if submission.answer("1.b") == STRING.split():
        raise Failure("You have made no cut of your own yet.", misconception=SPLIT)
