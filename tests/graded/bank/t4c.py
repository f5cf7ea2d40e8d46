"""Answers to 4.c: each a cell, right in another style or wrong in another way."""

HEAD = """# task 4.c
from collections import Counter
from math import sqrt

import matplotlib.pyplot as plt
from lessons import figure

def cosine(one, other):
    a, b = Counter(one), Counter(other)
    lengths = sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(a[stem] * b[stem] for stem in a) / (lengths or 1)

"""
COHESION = """def cohesion(blocks, window):
    values = []
    for gap in range(1, len(blocks)):
        before = sum(blocks[max(0, gap - window):gap], [])
        behind = sum(blocks[gap:gap + window], [])
        values.append(cosine(before, behind))
    return values

"""
DRAW = """def draw(blocks, window):
    fig, ax = plt.subplots()
    values = cohesion(blocks, window)
    ax.plot(range(1, len(values) + 1), values, marker="o")
    ax.set(title=f"Cohesion, window {window}", xlabel="gap after sentence", ylabel="cosine")
    return figure(ax, caption="Where neighbouring blocks share words, and where they do not.")
"""
PRACTICE = 3
SOLUTION = HEAD + COHESION + DRAW


def _with(old: str, new: str) -> str:
    """The solution, with one piece of it another."""
    assert SOLUTION.count(old) == 1, old
    return SOLUTION.replace(old, new)


LOOP = HEAD + "def cohesion(blocks, window):\n"
RIGHT = {
    "a comprehension, rounded": LOOP
    + """    def joined(some):
        return [stem for block in some for stem in block]
    return [
        round(cosine(joined(blocks[max(gap - window, 0):gap]), joined(blocks[gap:gap + window])), 2)
        for gap in range(1, len(blocks))
    ]

"""
    + DRAW,
    "Counter sums": LOOP
    + """    counts = [Counter(block) for block in blocks]
    values = []
    for gap in range(1, len(counts)):
        a = sum(counts[max(0, gap - window):gap], Counter())
        b = sum(counts[gap:gap + window], Counter())
        dot = sum(a[stem] * b[stem] for stem in a)
        size = sqrt(sum(n * n for n in a.values())) * sqrt(sum(n * n for n in b.values()))
        values.append(dot / size if size else 0)
    return values

"""
    + DRAW,
    "numpy": LOOP
    + """    import numpy as np
    stems = sorted({stem for block in blocks for stem in block})
    table = np.array([[block.count(stem) for stem in stems] for block in blocks], dtype=float)
    values = np.zeros(len(blocks) - 1)
    for gap in range(1, len(blocks)):
        a, b = table[max(0, gap - window):gap].sum(0), table[gap:gap + window].sum(0)
        size = np.linalg.norm(a) * np.linalg.norm(b)
        values[gap - 1] = a @ b / size if size else 0
    return values

"""
    + DRAW,
    "FreqDist, and pyplot's own functions": LOOP
    + """    from nltk import FreqDist
    values = []
    for gap in range(1, len(blocks)):
        a, b = FreqDist(), FreqDist()
        for block in blocks[:gap][-window:]:
            a.update(block)
        for block in blocks[gap:][:window]:
            b.update(block)
        values.append(cosine(list(a.elements()), list(b.elements())))
    return tuple(values)

def draw(blocks, window):
    values = cohesion(blocks, window)
    plt.figure()
    plt.plot([gap + 1 for gap in range(len(values))], values)
    plt.title("Cohesion")
    plt.xlabel("sentence")
    plt.ylabel("likeness")
    return figure(plt.gcf(), caption="A valley is where words change.")
""",
}
RIGHT["rounded to three places"] = SOLUTION.replace(
    "values.append(cosine(before, behind))", "values.append(round(cosine(before, behind), 3))"
)
RIGHT["with other lines beside it"] = SOLUTION.replace(
    "    ax.plot(range",
    "    ax.axvline(3)\n    ax.plot([1, len(values)], [0.5, 0.5], label='half')\n    ax.plot(range",
)
_RETURN = "    return values\n\n"
WRONG = {
    "letters": (
        _with("cosine(before, behind)", "cosine(' '.join(before), ' '.join(behind))"),
        "compares letters",
    ),
    "with itself": (
        _with("cosine(before, behind)", "cosine(before, before)"),
        "one side with itself",
    ),
    "all before": (_with("max(0, gap - window)", "min(0, gap - window) * 0"), "everything before"),
    "all behind": (_with("blocks[gap:gap + window]", "blocks[gap:]"), "everything behind"),
    "an axis that cuts the line": (
        _with('marker="o")', 'marker="o")\n    ax.set_ylim(0, 0.3)'),
        "An axis ends before the line",
    ),
    "upside down": (
        _with('marker="o")', 'marker="o")\n    ax.invert_yaxis()'),
        "runs the other way",
    ),
    "stops short": (_with("window):gap]", "window):gap - 1]"), "just before the gap is left out"),
    "from the first full": (
        _with("range(1, len(blocks))", "range(window, len(blocks))"),
        "Near one end",
    ),
    "one window for all": (
        _with("gap - window):gap], [])", "gap - 1):gap], [])").replace("gap + window]", "gap + 1]"),
        "It compared single sentences only",
    ),
    "always two": (
        _with("gap - window):gap], [])", "gap - 2):gap], [])").replace("gap + window]", "gap + 2]"),
        "It took a window of two",
    ),
    "below zero": (_with("max(0, gap - window)", "gap - window"), "negative-slices-stop-at-zero"),
    "all before, all behind": (
        _with("blocks[max(0, gap - window):gap]", "blocks[:gap]").replace(
            "blocks[gap:gap + window]", "blocks[gap:]"
        ),
        "all that lies before",
    ),
    "sets": (
        _with("cosine(before, behind)", "cosine(set(before), set(behind))"),
        "how-often-does-not-matter",
    ),
    "not divided": (
        _with(" / (lengths or 1)", " * 1.0"),
        "the-dot-product-is-the-likeness",
    ),
    "smoothed": (
        _with(
            _RETURN,
            """    near = [values[max(0, at - 1):at + 2] for at in range(len(values))]
    return [sum(some) / len(some) for some in near]

""",
        ),
        "smoother-is-truer",
    ),
    "pairs": (
        LOOP
        + """    values = []
    for gap in range(1, len(blocks)):
        found = [cosine(a, b) for a in blocks[max(0, gap - window):gap]
                 for b in blocks[gap:gap + window]]
        values.append(sum(found) / len(found))
    return values

"""
        + DRAW,
        "means over pairs",
    ),
    "full windows only": (
        _with("range(1, len(blocks))", "range(window, len(blocks) - window + 1)"),
        "a full window on both sides",
    ),
    "distances": (_with("values.append(cosine(", "values.append(1 - cosine("), "distances"),
    "one sentence late": (
        _with("blocks[gap:gap + window]", "blocks[gap + 1:gap + 1 + window]"),
        "one sentence late",
    ),
    "one too many": (
        _with("range(1, len(blocks))", "range(1, len(blocks) + 1)"),
        "one number more",
    ),
    "before the first": (
        _with("range(1, len(blocks))", "range(len(blocks))"),
        "before the first sentence",
    ),
    "the last is missing": (
        _with("range(1, len(blocks))", "range(1, len(blocks) - 1)"),
        "The last gap has no number",
    ),
    "prints": (_with(_RETURN, "    print(values)\n\n"), "printing-is-returning"),
    "a dict": (
        _with(_RETURN, "    return dict(enumerate(values, 1))\n\n"),
        "returned a dict",
    ),
    "pairs of place and value": (
        _with(_RETURN, "    return list(enumerate(values, 1))\n\n"),
        "one is (1, 1.0)",
    ),
    "a return in the loop": (
        _with(_RETURN, "        return values\n\n"),
        "return-inside-the-loop",
    ),
    "divides by nothing": (
        _with("(lengths or 1)", "lengths"),
        "ZeroDivisionError",
    ),
    "joined as one string": (
        _with("cosine(before, behind)", "cosine(str(before), str(behind))"),
        "cohesion([['tax'], ['tax'], ['flood']], 1)",
    ),
    "at most four back": (
        _with("max(0, gap - window)", "max(0, gap - min(window, 3))").replace(
            "gap + window]", "gap + min(window, 3)]"
        ),
        "with a wide window: the result was not right",
    ),
    "twice at most": (
        _with(
            "    a, b = Counter(one), Counter(other)\n",
            "    a, b = Counter(one), Counter(other)\n"
            "    a, b = ({s: min(n, 3) for s, n in c.items()} for c in (a, b))\n"
            "    b = Counter(b)\n",
        ),
        "more than once: the result was not right",
    ),
    "one sentence too far": (
        _with("blocks[gap:gap + window]", "blocks[gap:gap + window + 1]"),
        "one sentence too long",
    ),
    "one sentence too near": (
        _with("gap - window)", "gap - window + 1)"),
        "one sentence too short",
    ),
    "up to the sentence behind": (
        _with("gap - window):gap]", "gap - window):gap + 1]"),
        "reaches behind it",
    ),
    "one side of one": (
        _with("blocks[max(0, gap - window):gap]", "blocks[gap - 1:gap]"),
        "On one side",
    ),
    "shared stems counted": (
        _with("cosine(before, behind)", "len(set(before) & set(behind))"),
        "stems that both sides have",
    ),
    "by word counts": (
        _with("cosine(before, behind)", "dot(before, behind)").replace(
            "def cohesion",
            "def dot(a, b):\n    a, b = Counter(a), Counter(b)\n"
            "    product = sum(n * b[stem] for stem, n in a.items())\n"
            "    return product / (sum(a.values()) * sum(b.values()) or 1)\n\ndef cohesion",
        ),
        "how many stems there are",
    ),
    "hundredths": (_with("values.append(cosine(", "values.append(100 * cosine("), "in hundredths"),
    "one place": (
        _with("cosine(before, behind)", "round(cosine(before, behind), 1)"),
        "rounded too far",
    ),
    "backwards": (_with(_RETURN, "    return values[::-1]\n\n"), "order of the gaps"),
    "zeros dropped": (
        _with(_RETURN, "    return [v for v in values if v]\n\n"),
        "is 0 are missing",
    ),
    "begun anew": (
        _with("        before =", "        values = []\n        before ="),
        "Only the last gap",
    ),
    "takes sentences out": (
        LOOP
        + """    values, seen = [], []
    while len(blocks) > 1:
        seen.append(blocks.pop(0))
        values.append(cosine(sum(seen[-window:], []), sum(blocks[:window], [])))
    return values

"""
        + DRAW,
        "the-list-is-mine-to-eat",
    ),
    "the same for all": (LOOP + "    return [1.0, 0.0]\n\n" + DRAW, "Whatever it was given"),
    "dots by plot": (
        _with('marker="o"', '"o"').replace(', "o")', ', "o", label="gap")'),
        "no line joins",
    ),
    "the axes changed places": (
        _with("range(1, len(values) + 1), values", "values, range(1, len(values) + 1)"),
        "axes have changed places",
    ),
    "smoothed in the chart": (
        _with(
            "    ax.plot",
            "    near = [values[max(0, at - 1):at + 2] for at in range(len(values))]\n"
            "    values = [sum(some) / len(some) for some in near]\n    ax.plot",
        ),
        "means over neighbouring gaps",
    ),
    "the last gap not drawn": (
        _with("range(1, len(values) + 1), values", "range(1, len(values)), values[:-1]"),
        "A gap at one end",
    ),
    "words in a sentence": (
        _with(
            "range(1, len(values) + 1), values",
            "range(1, len(blocks) + 1), [len(block) for block in blocks]",
        ),
        "heights are not the cohesion",
    ),
    "no draw": (HEAD + COHESION, "no function called `draw`"),
    "draws, and hands nothing back": (
        _with("    return figure(ax, caption", "    figure(ax, caption"),
        "It returned None",
    ),
    "the bare axes": (
        _with(DRAW.splitlines()[-1], "    return ax"),
        "not the finished figure",
    ),
    "a chart without a caption": (
        _with(DRAW.splitlines()[-1], "    return figure(ax)"),
        "one without a caption",
    ),
    "from nought": (_with("range(1, len(values) + 1), values", "values"), "starts at 0"),
    "only dots": (
        _with("ax.plot(range", "ax.scatter(range").replace(', marker="o"', ""),
        "no line",
    ),
    "a cumulative line": (
        _with("values = cohesion(blocks, window)", "values = sorted(cohesion(blocks, window))"),
        "right, at other gaps",
    ),
    "one window in the chart": (
        _with("values = cohesion(blocks, window)", "values = cohesion(blocks, 1)"),
        "a window that it was not given",
    ),
    "places that lie": (
        _with("range(1, len(values) + 1), values", "[10 * n for n in range(len(values))], values"),
        "stand at [0.0, 10.0, 20.0]",
    ),
    "no labels": (
        _with(', xlabel="gap after sentence", ylabel="cosine"', ""),
        "label of the x axis",
    ),
}
