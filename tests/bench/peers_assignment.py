"""The assignment that every grader of ``bench_peers.py`` marks: 8 tasks of 2 checks, 20 students.

Plain data, so that each grader's form is poured from it: a check is a function's name, arguments
and the expected value. Small tasks of the course's kind: tokens, places, sentences, scores, labels,
similarity, counting, and one chart.
"""

from __future__ import annotations

from typing import Any

SETUP = """import math
from collections import Counter

import matplotlib.pyplot as plt
import nltk
import numpy as np
from nltk.tokenize import NLTKWordTokenizer, sent_tokenize, word_tokenize

text = "Prices didn't rise, Ms. Ito said. They fell; \\"a bit\\", as they fell in May. May they?"
tokens = word_tokenize(text)
"""
TASKS: dict[str, str] = {
    "count_types": """def count_types(text):
    tokens = word_tokenize(text)
    return [len(tokens), len(set(tokens)), len({token.lower() for token in tokens})]

count_types(text)
""",
    "places": """def places(text):
    return [[start, end] for start, end in NLTKWordTokenizer().span_tokenize(text)]

places(text)[:5]
""",
    "lengths": """def lengths(text):
    return [len(word_tokenize(sentence)) for sentence in sent_tokenize(text)]

lengths(text)
""",
    "f1": """def f1(gold, found):
    right = len(set(map(tuple, gold)) & set(map(tuple, found)))
    return 2 * right / (len(gold) + len(found)) if gold or found else 1.0

f1([[0, 1], [3, 5]], [[0, 1], [3, 4]])
""",
    "labels": """def labels(scores):
    return ["pos" if s >= 0.05 else "neg" if s <= -0.05 else "neu" for s in scores]

labels([0.6, -0.3, 0.01])
""",
    "cosine": """def cosine(one, other):
    one, other = np.array(one, float), np.array(other, float)
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))

cosine([1, 2], [2, 1])
""",
    "top": """def top(words, n):
    ranked = sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))
    return [word for word, _ in ranked[:n]]

top(tokens, 3)
""",
    "heights": """def heights(counts):
    figure, axes = plt.subplots()
    bars = axes.bar(list(counts), list(counts.values()))
    axes.set_xlabel("type")
    axes.set_ylabel("tokens")
    return [float(bar.get_height()) for bar in bars]

heights(Counter(tokens))
""",
}
# By task: what the learner sees, then what the learner does not.
CASES: dict[str, list[tuple[list[Any], Any]]] = {
    "count_types": [(["May may march in March."], [6, 6, 4]),
                    (["It's the US, not us; it's us."], [12, 10, 8])],
    "places": [(["No, no."], [[0, 2], [2, 3], [4, 6], [6, 7]]),
               (["They'd talk  on"], [[0, 4], [4, 6], [7, 11], [13, 15]])],
    "lengths": [(["It rose. It fell again."], [3, 4]),
                (["Dr. Ray left. Why? No one asked."], [4, 2, 4])],
    "f1": [([[[0, 1]], [[0, 1], [2, 3]]], 2 / 3), ([[], []], 1.0)],
    "labels": [([[0.5, -0.5, 0.0]], ["pos", "neg", "neu"]),
               ([[0.05, -0.05, 0.04]], ["pos", "neg", "neu"])],
    "cosine": [([[1, 0], [1, 1]], 0.5**0.5), ([[3, 1, 2], [1, 1, 0]], 4 / 28**0.5)],
    "top": [([["b", "a", "b"], 1], ["b"]), ([["z", "a", "m", "a", "z"], 2], ["a", "z"])],
    "heights": [([{"a": 2, "b": 1}], [2.0, 1.0]), ([{"x": 1, "y": 5, "z": 3}], [1.0, 5.0, 3.0])],
}  # fmt: skip
# A change to the solution, and which of the two checks it should still pass.
WRONG: dict[str, list[tuple[str, str]]] = {
    "count_types": [("word_tokenize(text)", "text.split()"), ("token.lower()", "token")],
    "places": [("[start, end]", "[start, end + 1]"),
               ("NLTKWordTokenizer()", "nltk.WhitespaceTokenizer()")],
    "lengths": [("sent_tokenize(text)", 'text.split(". ")'), ("len(word", "len(set(word")],
    "f1": [(" if gold or found else 1.0", ""), ("2 * right", "right")],
    "labels": [(">= 0.05", "> 0.05"), ('"neu"', '"neutral"')],
    "cosine": [("one @ other", "one @ one"), (" * np.linalg.norm(other)", "")],
    "top": [("-pair[1], pair[0]", "-pair[1]"), ("ranked[:n]", "ranked")],
    "heights": [("return [", "[0], ["), ("list(counts.values())", "sorted(counts.values())")],
}  # fmt: skip
CRASHES = ("raise ValueError('on purpose')\n", "def broken(:\n    pass\n", "1 / 0\n",
           "undefined_name\n")  # fmt: skip
STUDENTS = 20


def student(number: int) -> dict[str, str]:
    """A student's cell for each task: the first five right, then right, wrong and crashing ones."""
    cells = {}
    for at, (task, source) in enumerate(TASKS.items()):
        fate = (number * 5 + at * 3) % 8 if number >= 5 else 0
        if fate in (1, 2, 3):
            source = source.replace(*WRONG[task][fate % 2])
        elif fate == 4:  # the function is there, and raises when it is called
            source = source.replace(":\n", ":\n    missing[0]\n", 1)
        elif fate == 5:  # the cell fails, and defines nothing
            source = CRASHES[number % 4] + source
        elif fate == 6:  # nothing of that name
            source = source.replace(f"def {task}(", "def other(").replace(f"\n{task}(", "\nother(")
        cells[task] = source
    return cells


SAME = """
def same(one, other):
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    numbers = (int, float)
    if type(one) in numbers and type(other) in numbers:
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return type(one) is type(other) and one == other
"""
