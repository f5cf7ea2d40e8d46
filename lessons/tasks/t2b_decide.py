"""2.b  Two readers differ: decide, and name the rule that decides."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

GOLD = Misconception(
    "gold-is-truth",
    "Gold is the truth; its reasons do not matter",
    "Gold is a decision. The article's was decided by a written guide, so that another reader, or "
    "you next week, would decide alike.",
    "Say your reason aloud and try it on another name: does it speak of this case at all?",
)
RULES = (
    "a title stays outside",
    "the longest name wins",
    "a possessive parts two names",
    "a nationality before a small-letter noun is a name of its own",
    "a place that acts keeps its label",
    "some capitals are never marked",
    "a hyphened token is marked whole or not at all",
)
ITEMS: dict[str, tuple[str, tuple[str, str]]] = {
    "governor": ("*Gov. Ana Lindqvist resigned.*", ("[Gov. Ana Lindqvist]", "[Ana Lindqvist]")),
    "court": (
        "*The High Court of Norrland agreed.*",
        ("[High Court of Norrland]", "[High Court] and [Norrland]"),
    ),
    "ministry": (
        "*Norrland's Ministry of Fisheries objects.*",
        ("[Norrland's Ministry of Fisheries]", "[Norrland] and [Ministry of Fisheries]"),
    ),
    "navy": ("*The Danish navy sails.*", ("[Danish] NORP", "[Danish navy] ORGANIZATION")),
    "Lisbon": ("*Lisbon rejected the offer.*", ("[Lisbon] ORGANIZATION", "[Lisbon] GPE")),
    "treaty": (
        "*They signed the Kyoto Protocol.*",
        ("[Kyoto] GPE", "nothing is marked"),
    ),
}  # fmt: skip


def _fields(items: dict[str, tuple[str, str]], rules: tuple[str, ...]) -> Fields:
    parts: dict[str, Choice] = {}
    for name, options in items.items():
        parts[name] = Choice(f"{name}: marked as", options)
        parts[f"{name} because"] = Choice(f"{name}: because", rules)
    return Fields(dict(parts))


GUIDE = (
    "*title*: Prime Minister `[Orla Finch]`",
    "*longest name*: `[University of Ghana]`, and nothing inside it",
    "*possessive*: `[University of Ghana]`'s `[Faculty of Law]`, two names",
    "*nationality*: the `[Polish]` senate, `[South Korean]` firms; but where the first word alone "
    "would not name the place, name and noun are one: `[Iberian peninsula]`",
    "*acting*: `[Tokyo]` protested, GPE as ever; a house with a staff is ORGANIZATION",
    "*never marked*: ships, storms, laws, prizes, events, nor any part of their names",
    "*hyphens*: `[U.S.-Japan]` talks; nothing in Geneva-based",
)
PRACTICE_ITEMS = {
    "president": (
        "[South Korean] and [Lee Jae Myung]",
        "[South Korean President Lee Jae Myung]",
    ),
    "peninsula": ("[Korean] NORP", "[Korean peninsula] LOCATION"),
}
PRACTICE_RULES = (
    "a title stays outside, a nationality before it is a name of its own",
    "a small-letter noun stays outside",
    "together they name one place, and the first word alone would not",
)


def _decided(answer: object) -> str:
    chosen = answer if isinstance(answer, dict) else {}
    decided = {
        "president": (PRACTICE_ITEMS["president"][0], PRACTICE_RULES[0]),
        "peninsula": (PRACTICE_ITEMS["peninsula"][1], PRACTICE_RULES[2]),
    }
    rows = "\n".join(
        f"| {name} | {chosen.get(name)}, because {chosen.get(f'{name} because')} | "
        f"{choice}, because {reason} |"
        for name, (choice, reason) in decided.items()
    )
    return f"| | you | the guide |\n|---|---|---|\n{rows}"


PRACTICE = Task(
    id="2.b practice",
    kind="practice",
    title="Two spans of the article",
    prompt="**Practice.** Two readers differ on *South Korean President Lee Jae Myung* and on *the "
    "Korean peninsula*. Who is right, and by which rule? The guide, in short:\n\n"
    + "\n".join(f"- {rule}" for rule in GUIDE),
    form=_fields(PRACTICE_ITEMS, PRACTICE_RULES),
    misconceptions=(GOLD,),
    reveal=_decided,
)
TASK = Task(
    id="2.b",
    kind="skill",
    title="Decide six spans, with reasons",
    points=3,
    prompt="Six times, two readers differ. Choose who follows the guide, **and the rule that "
    "decides**: a right choice with a wrong reason earns nothing. One rule is left over.\n\n"
    + "\n".join(f"- **{name}** {sentence}" for name, (sentence, _) in ITEMS.items()),
    form=_fields({name: options for name, (_, options) in ITEMS.items()}, RULES),
    promised=(
        "choice and reason: the governor and the court",
        "choice and reason: the ministry and the navy",
        "choice and reason: Lisbon and the treaty",
    ),
    misconceptions=(GOLD,),
)


@TASK.check()
def each_is_decided(submission: Submission) -> None:
    """Six choices and six reasons."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("2.b")):
        raise Failure(problem, "Choose a reading and a rule for each of the six, and keep them.")
