"""3.d  What goes wrong where sentences are scored: each slip with a model of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import accumulate
from statistics import mean
from typing import Any

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t3c_zeros import ZERO
from lessons.tasks.t3d_beliefs import ONE, PERCENT, SMOOTH
from lessons.tasks.t3d_chart import means
from lessons.tasks.t3d_texts import CHANGED, Scored, evidence_of, listed, said, scored


def _each(change: Callable[..., Any]) -> Callable[..., Scored]:
    """A model that does something else with what VADER says of each sentence."""
    return lambda sentences: [change(said, evidence_of(said)) for said in map(said, sentences)]


def _smoothed(sentences: list[str], width: int) -> Scored:
    right = scored(sentences)
    smooth = means([compound for compound, _ in right], width)
    return [(each, evidence) for each, (_, evidence) in zip(smooth, right, strict=True)]


def _the_article(_: list[str]) -> Scored:
    from lessons.articles import sample_article

    return scored([each.text for each in sample_article().sentences])


def _by_the_list(sentence: str) -> tuple[float, str]:
    """The compound, with the evidence that the entries alone would be."""
    found = listed(sentence)
    return said(sentence)["compound"], "some" if sum(found) else "cancelled" if found else "none"


def _squeezed(sentence: str) -> float:
    total = sum(listed(sentence))
    return round(total / math.sqrt(total * total + 15), 4)


def _words(sentence: str) -> list[float]:
    return [said(word)["compound"] for word in sentence.split()]


Evidence = Callable[[float, str], str]


def _own(_: float, sentence: str) -> str:
    return evidence_of(said(sentence))


def _of_the_number(total: float, sentence: str) -> str:
    evidence = evidence_of(said(sentence))
    return evidence if evidence == "none" else "some" if total else "cancelled"


def _of_the_list(_: float, sentence: str) -> str:
    return _by_the_list(sentence)[1]


def _numbered(number: Callable[[str], float], evidence: Evidence) -> Callable[..., Scored]:
    """Another number for each sentence, and the evidence that somebody would give with it."""
    return lambda sentences: [(total := number(each), evidence(total, each)) for each in sentences]


def _split_anew(sentences: list[str]) -> Scored:
    from nltk import sent_tokenize

    return scored(sent_tokenize(" ".join(sentences)))


def _kind(said: dict[str, float], cancelled: bool, none: bool) -> tuple[float, str]:
    return said["compound"], "none" if none else "cancelled" if cancelled else "some"


NUMBERS: tuple[tuple[str, Callable[[float], float], str, Misconception | None], ...] = (
    ("Its numbers are a hundred times the compound.", lambda each: 100 * each, "", PERCENT),
    ("Its numbers go from 0 to 1.", lambda each: (each + 1) / 2, "", PERCENT),
    ("Scores below 0 have lost their sign.", abs, "Is there an abs on the way?", None),
    ("Scores below 0 have become 0.", lambda each: max(each, 0), "The sign counts.", None),
    ("Every score has the other sign.", lambda each: -each, "Is there a minus on the way?", None),
    ("It gives the sign alone.", lambda each: (each > 0) - (each < 0), "How much is a part of it.",
     None),
    ("Scores were cut to whole numbers.", int, "Return each number as VADER gives it.", None),
)  # fmt: skip
ALONE = "VADER's rules look at a word's neighbours: give it the whole sentence."
SUMS: tuple[tuple[str, Callable[[str], float], str], ...] = (
    ("It adds the entries of the list, without VADER's rules.", _squeezed,
     "What does it give for a word behind *not*? Call polarity_scores on whole sentences."),
    ("It adds the entries of the list: neither rules nor squeezing.",
     lambda sentence: float(sum(listed(sentence))),
     "The compound lies between -1 and 1. Call polarity_scores on whole sentences."),
    ("Each word was scored by itself.", lambda sentence: sum(_words(sentence)), ALONE),
    ("Each word was scored by itself, and the scores were averaged.",
     lambda sentence: mean(_words(sentence)), ALONE),
)  # fmt: skip
SLIPS = (
    Slip("It stopped after the first sentence.", lambda sentences: scored(sentences[:1]),
         "Does the return stand inside the loop?", EARLY),
    Slip("The last sentence has no pair.", lambda sentences: scored(sentences[:-1]),
         "One pair for each sentence. Where does your loop stop?"),
    Slip("The first sentence has no pair.", lambda sentences: scored(sentences[1:]),
         "One pair for each sentence. Lists count from 0."),
    Slip("Only the last sentence has a pair.", lambda sentences: scored(sentences[-1:]),
         "Does the list begin anew in each round, or does append stand behind the loop?"),
    Slip("The pairs go from the last sentence to the first.",
         lambda sentences: scored(sentences[::-1]),
         "The chart shows the text from its first sentence to its last: keep its order."),
    Slip("The sentences were joined and split anew.", _split_anew,
         "One without a full stop then runs on into the next. They are split already."),
    *(Slip("It finds evidence only where the score is above 0.", _each(change),
           "A score below 0 stands on words, too.")
      for change in (
          lambda said, _: _kind(said, said["compound"] == 0, said["compound"] < 0),
          lambda said, evidence: _kind(said, said["compound"] <= 0, evidence == "none"),
          lambda said, _: _kind(said, False, said["compound"] <= 0))),
    *(Slip("It says “none” where few of the words scored.",
           _each(lambda said, _, most=most: _kind(said, not said["compound"], said["neu"] > most)),
           "One word among thirty is evidence, too.") for most in (0.8, 0.9)),
    Slip("It calls every 0 “none”, also where words scored.",
         _each(lambda said, _: _kind(said, False, not said["compound"])), belief=ZERO),
    Slip("It calls every 0 “cancelled”, also where no word scored.",
         _each(lambda said, _: _kind(said, not said["compound"], False)),
         "`pos` and `neg` are both 0 when no word scored. Look at them for such a sentence."),
    Slip("It finds evidence in every sentence.", _each(lambda said, _: (said["compound"], "some")),
         "When is there none? Print all that VADER says of a sentence without a scored word."),
    Slip("“none” and “cancelled” have changed places.",
         _each(lambda said, evidence: (
             said["compound"], {"none": "cancelled", "cancelled": "none"}.get(evidence, evidence))),
         "Which of the two has words that scored?"),
    *(Slip("It takes a score near 0 for no evidence.",
           _each(lambda said, evidence, kind=kind: (
               said["compound"], evidence if abs(said["compound"]) >= 0.05 else
               kind if said["pos"] or said["neg"] else "none")),
           "A small score stands on words, too. The thresholds are for labels; leave them out "
           "here.") for kind in ("none", "cancelled")),
    Slip("It says “cancelled” wherever good words and bad ones meet.",
         _each(lambda said, _: _kind(said, bool(said["pos"] and said["neg"]),
                                     not (said["pos"] or said["neg"]))),
         "Cancelled means that nothing is left of them. Which number says what is left?"),
    *(Slip("It says “cancelled” where `pos` and `neg` are the same, not where the compound is 0.",
           _each(lambda said, evidence, both=both: _kind(
               said, said["pos"] == said["neg"], evidence == "none" and not both)),
           "They are shares of the words, so two weak words can outweigh a strong one. Which "
           "number says what is left?") for both in (False, True)),
    Slip("It says “none” wherever no good word scored.",
         _each(lambda said, _: _kind(said, not said["compound"], not said["pos"])),
         "A bad word is evidence, too."),
    Slip("It adds entries of the list to say what a score stands on.",
         lambda sentences: list(map(_by_the_list, sentences)),
         "Behind a negation an entry counts otherwise, and the sum is another: ask the compound."),
    *(Slip(f"It takes `{key}`, not the compound.",
           _each(lambda said, evidence, key=key: (said[key], evidence)), belief=PERCENT)
      for key in ("pos", "neg", "neu")),
    Slip("It takes `pos` less `neg`, not the compound.",
         _each(lambda said, evidence: (said["pos"] - said["neg"], evidence)),
         "VADER's dict has four entries; one of them is asked for."),
    *(Slip("The compounds were rounded.",
           _each(lambda said, evidence, places=places: (
               round(said["compound"], places), evidence)),
           "Return each number as VADER gives it; round only what you print.")
      for places in (3, 2, 1, 0)),
    *(Slip(seen, _each(lambda said, evidence, number=number: (number(said["compound"]), evidence)),
           help, belief) for seen, number, help, belief in NUMBERS),
    Slip("Every sentence got the mean of all scores.",
         lambda sentences: [(mean(each for each, _ in scored(sentences)), evidence)
                            for _, evidence in scored(sentences)], belief=ONE),
    Slip("Each number adds up all scores before it.",
         lambda sentences: [*zip(accumulate(each for each, _ in scored(sentences)),
                                 (evidence for _, evidence in scored(sentences)), strict=True)],
         "Each sentence has a number of its own."),
    *(Slip("It averages each sentence with its neighbours.",
           lambda sentences, width=width: _smoothed(sentences, width), belief=SMOOTH)
      for width in (1, 2, 3)),
    *(Slip(f"Every sentence got the score of the {which} one.",
           lambda sentences, at=at: [scored(sentences)[at]] * len(sentences),
           "Which name stands for the sentence whose turn it is? VADER should get that one.")
      for which, at in (("first", 0), ("last", -1))),
    Slip("Every sentence got the score of all of them together.",
         lambda sentences: scored([" ".join(sentences)] * len(sentences)), belief=ONE),
    *(Slip("All sentences were scored as one text.", model, belief=ONE)
      for model in (lambda sentences: scored([" ".join(sentences)]),
                    lambda sentences: [(said(" ".join(sentences))["compound"], "some")])),
    *(Slip(seen, lambda sentences, change=change: scored([*map(change, sentences)]),
           f"{help} Give it the sentence as it stands.") for seen, change, help in CHANGED),
    *(Slip(seen, _numbered(number, evidence), help)
      for seen, number, help in SUMS for evidence in (_own, _of_the_number, _of_the_list)),
    Slip("It scored the article, whatever it was given.", _the_article, belief=GLOBALS),
    Slip("The pairs are sorted.", lambda sentences: sorted(scored(sentences)),
         "The chart shows the text from its first sentence to its last: keep its order."),
    Slip("Sentences with a score of 0 are missing.",
         lambda sentences: [pair for pair in scored(sentences) if pair[0]],
         "One pair for each sentence, in order: a 0 is a result, too."),
    Slip("A sentence that comes twice was scored once.",
         lambda sentences: scored(list(dict.fromkeys(sentences))),
         "A dict or a set holds each sentence once. What holds them all?"),
)  # fmt: skip
