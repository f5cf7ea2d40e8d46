"""5.a  Label ten sentences; then see where you, two readings and the gold part."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

LABELS = ("positive", "neutral", "negative")
# Letter to text, sentence number, what one must know of the rest, and the sentence as it stands.
ITEMS: dict[str, tuple[str, int, str, str]] = {
    "A": ("cholera", 4, "an outbreak of cholera is over",
          '"Nobody is dying, nobody is sick, and for once nobody wants to talk to me," said '
          "Dr. Charity N. Mulwanda, who runs the town's clinic."),
    "B": ("summit", 7, "two neighbours have closed a bridge",
          "Petrin, the Karsian capital, has always called the closure a safety measure; Halvers "
          "calls it blackmail."),
    "C": ("verdict", 4, "an innocent woman is freed",
          '"It\'s hardly good news that it took so long," her lawyer, Piers Vossler, Q.C., said '
          "on the steps."),
    "D": ("election", 3, "a mayor was voted out by nine votes",
          "A judge will watch as the ballots are counted again on Thursday."),
    "E": ("final", 4, "Rangers won a dull final on penalties",
          '"It was a crime against the game, and I\'d like to commit it again next year," said the '
          "Rangers manager, Rosalind Thornlow."),
    "F": ("tariffs", 8, "duties cost her firm its customers",
          '"They\'re being congratulated on our bad luck," said Paula Marchetti, whose grandfather '
          "founded the firm."),
    "G": ("flood", 6, "downstream, a levee held and a town was spared",
          "Upstream it was a different story."),
    "H": ("satellite", 8, "a satellite given up for dead transmits again",
          '"The fault got worse and cured the patient," said Dr. Mika O. Halvaste of the Finnish '
          "Meteorological Institute."),
    "I": ("final", 7, "Albion lost the final", "Albion took the defeat badly."),
    "J": ("satellite", 6, "a student has heard a signal",
          "The signal belonged to Vesna-3, a Finnish-Estonian craft that fell silent after a "
          "battery failure 11 years ago."),
}  # fmt: skip


def _read(version: str) -> dict[str, tuple[str, str]]:
    """The label and the reason of each item, in a reading or in the gold."""
    from lessons.annotations import read_annotated, teaching_folder

    found = {}
    for letter, (id, number, _, _) in ITEMS.items():
        text = read_annotated(teaching_folder() / id)
        sentences = (text.gold if version == "gold" else text.readings[version]).sentences
        found[letter] = (sentences[number - 1].label, sentences[number - 1].reason)
    return found


def _compared(answer: object) -> str:
    from lessons.agreement import cohen_kappa, raw_agreement

    yours = dict.fromkeys(ITEMS, "") | (answer if isinstance(answer, dict) else {})
    sides = {"reading a": _read("a"), "reading b": _read("b"), "the gold": _read("gold")}
    a, b, gold = sides.values()
    lines = ["| | you | reading a | reading b | the gold |", "|---|---|---|---|---|"]
    for letter, (one, other, decided) in zip(
        ITEMS, zip(a.values(), b.values(), gold.values(), strict=True), strict=True
    ):
        cells = [yours[letter], one[0], other[0], decided[0]]
        lines.append(f"| **{letter}** | {' | '.join(cells)} |")
    lines += ["", "| you and | the same | beyond luck: *kappa*, explained below |", "|---|---|---|"]
    for name, side in sides.items():
        theirs = [label for label, _ in side.values()]
        mine = [yours[letter] for letter in ITEMS]
        alike = round(raw_agreement(mine, theirs) * len(ITEMS))
        lines.append(f"| {name} | {alike} of {len(ITEMS)} | {cohen_kappa(mine, theirs):.2f} |")
    lines += ["", "**Where the readings part**, each with its reason, and how it was decided:", ""]
    lines += [
        f"- **{letter}** a, {a[letter][0]}: *{a[letter][1]}*. b, {b[letter][0]}: "
        f"*{b[letter][1]}*. Gold, {gold[letter][0]}: *{gold[letter][1]}*."
        for letter in ITEMS
        if a[letter][0] != b[letter][0]
    ]
    return "\n".join(lines) + (
        "\n\n(M6 and the like are rules of the annotation guide, `data/guide.md`.) These items "
        "were picked because they are hard; over all the teaching texts the readings part far "
        "less. Where you differ from the gold, you need not be wrong: can you give a reason from "
        "the rules?"
    )


TASK = Task(
    id="5.a",
    kind="prediction",
    title="Label ten sentences",
    points=2,
    prompt="**The question:** does what the sentence reports make things better or worse for the "
    "people, or the relations, that it is about? Not: how does it sound?\n\n"
    "- **positive**: a gain, also a small, planned or hoped-for one.\n"
    "- **negative**: a loss, also a small or feared one; strain, delay, complaint.\n"
    "- **neutral**: neither, or both in balance; a date, a procedure, a mere description.\n"
    "- After *but*, the second half weighs more. Irony is judged by what is meant, negation by "
    "its result. A name or a topic (*tariffs*, *cholera*) is no evidence.\n\n"
    "These are the rules that the two readings had. Judge each sentence by itself; the words in "
    "brackets tell you only where you are. Every label you can defend is fine: the points are for "
    "committing.",
    form=Fields(
        {
            letter: Choice(f"{letter}. ({where}) {sentence}", LABELS)
            for letter, (_, _, where, sentence) in ITEMS.items()
        }
    ),
    reveal=_compared,
)


@TASK.check(points=2)
def ten_labels_are_kept(submission: Submission) -> None:
    """A label for each of the ten, whichever it is."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("5.a")):
        raise Failure(problem, "Give each of the ten sentences one of the three labels, and keep.")
