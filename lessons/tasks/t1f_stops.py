"""1.f practice  Which full stop ends a sentence?"""

from __future__ import annotations

from lessons.checks.forms import Choice, Fields
from lessons.checks.task import Task
from lessons.tasks.t1b_cut import FULL_STOP

TEXT = "Gen. Ray flew to the U.S. Washington was pleased. He met Dr. Ito at 9 a.m. in Ohio."
STOPS = {"Gen": "Gen.", "US": "U.S.", "Dr": "Dr.", "am": "a.m."}
ENDS = ("ends a sentence", "ends no sentence")


def _punkt(answer: object) -> str:
    from nltk.tokenize import sent_tokenize

    parts = " ‖ ".join(sent_tokenize(TEXT))
    chosen = answer if isinstance(answer, dict) else {}
    read = {"Gen": ENDS[1], "US": ENDS[0], "Dr": ENDS[1], "am": ENDS[1]}
    rows = "\n".join(f"| `{STOPS[key]}` | {chosen.get(key)} | {read[key]} |" for key in STOPS)
    return (
        f"| the stop after | you said | a reader says |\n|---|---|---|\n{rows}\n\n"
        f"And Punkt cuts it so:\n\n> {parts}\n\nWhere do the reader and the machine part ways, "
        "and what would the machine have to know to agree?"
    )


PRACTICE = Task(
    id="1.f practice",
    kind="practice",
    title="Which full stop ends a sentence?",
    prompt="**Practice.** The article is kind: none of its abbreviations ends a sentence. "
    "This text is not: *Gen. Ray flew to the U.S. Washington was pleased. He met Dr. Ito at "
    "9 a.m. in Ohio.* Read it as a person, and say which of these stops end a sentence.",
    form=Fields({key: Choice(f"The stop after {STOPS[key]}", ENDS) for key in STOPS}),
    misconceptions=(FULL_STOP,),
    reveal=_punkt,
)
