"""Answers to 3.d: each a cell, right in another style or wrong in another way."""

HEAD = """# task 3.d
import matplotlib.pyplot as plt
from lessons import figure
from nltk.sentiment import SentimentIntensityAnalyzer

"""
SCORE = """def score_sentences(sentences):
    vader, pairs = SentimentIntensityAnalyzer(), []
    for sentence in sentences:
        said = vader.polarity_scores(sentence)
        if said["pos"] == 0 and said["neg"] == 0:
            evidence = "none"
        elif said["compound"] == 0:
            evidence = "cancelled"
        else:
            evidence = "some"
        pairs.append((said["compound"], evidence))
    return pairs

"""
WORDS = 'ax.set(title="Scores", xlabel="sentence", ylabel="compound")'
END = f"""    {WORDS}
    return figure(ax, caption="One bar a sentence.")
"""
DRAW = (
    """def draw(scored):
    fig, ax = plt.subplots()
    ax.bar(range(1, len(scored) + 1), [compound for compound, _ in scored])
    ax.axhline(0, color="black")
"""
    + END
)
SOLUTION = HEAD + SCORE + DRAW


def _score(body: str) -> str:
    return f"{HEAD}def score_sentences(sentences):\n{body}\n{DRAW}"


def _draw(body: str, end: str = END) -> str:
    return f"{HEAD}{SCORE}def draw(scored):\n    fig, ax = plt.subplots()\n{body}{end}"


def _change(old: str, new: str) -> str:
    """The solution with one thing in it otherwise."""
    assert SOLUTION.count(old) == 1, old
    return SOLUTION.replace(old, new)


PRACTICE = 9
SAID = "    said = [SentimentIntensityAnalyzer().polarity_scores(each) for each in sentences]\n"
KIND = (
    "    kind = lambda s: 'none' if s['neu'] in (0, 1) and not s['pos'] + s['neg'] "
    "else 'some' if s['compound'] else 'cancelled'\n"
)
RIGHT = {
    "a comprehension": _score(
        SAID + KIND + "    return [(each['compound'], kind(each)) for each in said]\n"
    ),
    "lists, and the words looked up": _score(
        """    vader, found = SentimentIntensityAnalyzer(), []
    for sentence in sentences:
        score = vader.polarity_scores(sentence)
        listed = [word for word in sentence.split() if word.strip(".,!?;").lower() in vader.lexicon]
        found.append([score["compound"], "some" if score["compound"] else
                      "cancelled" if listed else "none"])
    return found
"""
    ),
    "numpy": _score(
        """    import numpy as np
    vader = SentimentIntensityAnalyzer()
    table = np.array([[vader.polarity_scores(s)[k] for k in ("compound", "pos", "neg")]
                      for s in sentences]).reshape(-1, 3)
    some = np.where(table[:, 0] != 0, "some", "cancelled")
    return list(zip(table[:, 0], np.where(table[:, 1:].sum(axis=1) == 0, "none", some)))
"""
    ),
    "bars that lie": _draw(
        """    numbers = list(range(1, len(scored) + 1))
    ax.barh(numbers, [pair[0] for pair in scored])
    ax.invert_yaxis()
    ax.axvline(0)
"""
    ),
    "pyplot, and marks for the zeros": f"""{HEAD}{SCORE}
def draw(scored):
    plt.figure(figsize=(9, 3))
    for number, (compound, evidence) in enumerate(scored, start=1):
        plt.bar(number, compound, color="green" if compound > 0 else "purple")
        if evidence == "none":
            plt.plot(number, 0, "o", markerfacecolor="none", color="black")
        elif evidence == "cancelled":
            plt.plot(number, 0, "x", color="black")
    plt.title("Scores"), plt.xlabel("sentence"), plt.ylabel("compound")
    return figure(plt, caption="Hollow: no evidence.")
""",
    "two colours, no bar for a zero": _draw(
        """    for colour, sign in (("tab:blue", 1), ("tab:orange", -1)):
        part = [(n, c) for n, (c, _) in enumerate(scored, 1) if c * sign > 0]
        ax.bar([n for n, _ in part], [c for _, c in part], color=colour, label=str(sign))
    zeros = [n for n, (c, _) in enumerate(scored, 1) if c == 0]
    ax.scatter(zeros, [0] * len(zeros), facecolors="none", edgecolors="black")
"""
    ),
    "sentences by name": _draw(
        """    ax.bar([f"S{n + 1}" for n in range(len(scored))], [c for c, _ in scored])
"""
    ),
    "names for ticks": _draw(
        """    names = [str(number) for number, _ in enumerate(scored, 1)]
    ax.bar(names, [compound for compound, _ in scored], hatch="//")
    ax.set_ylim(-1, 1)
"""
    ),
}
PAIRED = '(said["compound"], evidence)'
WRONG = {
    "a zero is nothing": (
        _change('if said["pos"] == 0 and said["neg"] == 0:', 'if said["compound"] == 0:'),
        "zero-means-no-emotion",
    ),
    "a zero is cancelled": (
        _change('evidence = "none"', 'evidence = "cancelled"'),
        "“cancelled”, also where no word scored",
    ),
    "always some": (
        _score(SAID + "    return [(s['compound'], 'some') for s in said]\n"),
        "evidence in every sentence",
    ),
    "changed places": (
        SOLUTION.replace('"none"', '"x"')
        .replace('"cancelled"', '"none"')
        .replace('"x"', '"cancelled"'),
        "have changed places",
    ),
    "near zero is nothing": (
        _change('if said["pos"] == 0 and said["neg"] == 0:', 'if abs(said["compound"]) < 0.05:'),
        "near 0 for no evidence",
    ),
    "rounded": (
        _change(PAIRED, '(round(said["compound"], 2), evidence)'),
        "returned `[(-0.34,",
    ),
    "per cent": (_change(PAIRED, '(100 * said["compound"], evidence)'), "hundred times"),
    "the share of good words": (_change(PAIRED, '(said["pos"], evidence)'), "takes `pos`, not"),
    "pos less neg": (_change(PAIRED, '(said["pos"] - said["neg"], evidence)'), "`pos` less `neg`"),
    "labels": (
        _change(
            PAIRED,
            '("positive" if said["compound"] >= 0.05 else "negative" if '
            'said["compound"] <= -0.05 else "neutral", evidence)',
        ),
        "gives the label",
    ),
    "smoothed": (
        _score(
            SAID
            + KIND
            + """    c = [s["compound"] for s in said]
    near = [c[max(0, i - 1) : i + 2] for i in range(len(c))]
    return [(sum(n) / len(n), kind(s)) for n, s in zip(near, said)]
"""
        ),
        "averages each sentence",
    ),
    "all at once, repeated": (
        _score("""    all = SentimentIntensityAnalyzer().polarity_scores(" ".join(sentences))
    evidence = "some" if all["compound"] else "none" if not all["pos"] else "cancelled"
    return [(all["compound"], evidence)] * len(sentences)
"""),
        "one-number-for-the-article",
    ),
    "lowered": (
        _change("polarity_scores(sentence)", "polarity_scores(sentence.lower())"),
        "Capitals were lowered",
    ),
    "no marks": (
        _change("polarity_scores(sentence)", 'polarity_scores(sentence.replace("!", ""))'),
        "punctuation were taken out",
    ),
    "the list alone": (
        _score("""    vader, pairs = SentimentIntensityAnalyzer(), []
    for sentence in sentences:
        listed = [vader.lexicon[w] for w in
                  [word.strip(".,!").lower() for word in sentence.split()] if w in vader.lexicon]
        total = sum(listed)
        pairs.append((round(total / (total ** 2 + 15) ** 0.5, 4),
                      "none" if not listed else "some" if total else "cancelled"))
    return pairs
"""),
        "without VADER's rules",
    ),
    "the article": (
        HEAD
        + "from lessons import article\n"
        + SCORE.replace(
            "for sentence in sentences:",
            "for sentence in [each.text for each in article.sentences]:",
        )
        + DRAW,
        "function-reads-the-global",
    ),
    "word first": (_change(PAIRED, '(evidence, said["compound"])'), "of each pair have changed"),
    "zeros dropped": (
        _change("    return pairs", "    return [pair for pair in pairs if pair[0]]"),
        "score of 0 are missing",
    ),
    "a set": (_change("in sentences:", "in dict.fromkeys(sentences):"), "scored once"),
    "numbers alone": (_change(f"({PAIRED})", '(said["compound"])'), "one item is"),
    "prints": (
        _change("pairs.append(", "print(").replace("    return pairs\n", ""),
        "printing-is-returning",
    ),
    "a dict": (_score(SAID + "    return dict(zip(sentences, said))\n"), "returned a dict"),
    "no return": (_change("    return pairs\n", ""), "returned None"),
    # the chart
    "returns the axes": (
        _change('return figure(ax, caption="One bar a sentence.")', "return ax"),
        "gives <Axes>",
    ),
    "shows, and returns nothing": (_change("return figure(", "figure("), "It returned None"),
    "no caption": (_change('caption="One bar a sentence."', ""), "a caption"),
    "no labels": (_change(f"    {WORDS}\n", "    ax.set_title('Scores')\n"), "label of the x axis"),
    "a line": (
        _draw("    ax.plot(range(1, len(scored) + 1), [c for c, _ in scored])\n"),
        "smooth-line-is-truer",
    ),
    "averages over the bars": (
        _draw(
            """    c = [c for c, _ in scored]
    ax.bar(range(1, len(c) + 1), c)
    ax.plot(range(1, len(c) + 1), [sum(c[max(0, i - 1) : i + 2]) / 3 for i in range(len(c))])
""",
            END.replace("Scores", "Scores and their mean"),
        ),
        "smooth-line-is-truer",
    ),
    "smoothed bars": (
        _draw("""    c = [c for c, _ in scored]
    near = [c[max(0, i - 1) : i + 2] for i in range(len(c))]
    ax.bar(range(1, len(c) + 1), [sum(n) / len(n) for n in near])
"""),
        "not the scores that `draw` was given",
    ),
    "numbered from 0": (
        _draw("    ax.bar(range(len(scored)), [c for c, _ in scored])\n"),
        "numbered from 0",
    ),
    "numbered by their scores": (
        _draw("    ax.bar([c for c, _ in scored], range(1, len(scored) + 1))\n"),
        "stand where there is no sentence",
    ),
    "all up": (
        _draw("    ax.bar(range(1, len(scored) + 1), [abs(c) for c, _ in scored])\n"),
        "Every bar points up",
    ),
    "zeros left out of the chart": (
        _draw("""    kept = [(n, c) for n, (c, _) in enumerate(scored, 1) if c]
    ax.bar([n for n, _ in kept], [c for _, c in kept])
"""),
        "missing from the chart",
    ),
    "bars per cent": (
        _draw("    ax.bar(range(1, len(scored) + 1), [100 * c for c, _ in scored])\n"),
        "bars are a hundred times",
    ),
    "all as high as the mean": (
        _draw("""    mean = sum(c for c, _ in scored) / len(scored)
    ax.bar(range(1, len(scored) + 1), mean)
"""),
        "same height",
    ),
    "sorted": (
        _draw("    ax.bar(range(1, len(scored) + 1), sorted(c for c, _ in scored))\n"),
        "at other sentences",
    ),
    "bars from minus one": (
        _draw("    ax.bar(range(1, len(scored) + 1), [c + 1 for c, _ in scored], bottom=-1)\n"),
        "do not begin at 0",
    ),
    "points, no bars": (
        _draw("    ax.scatter(range(1, len(scored) + 1), [c for c, _ in scored])\n"),
        "no bars on the chart",
    ),
    "the same five bars, whatever it is given": (
        _draw("    ax.bar(range(1, 6), [0.86, 0, -0.34, 0, 0.49])\n"),
        "no bars for some",
    ),
    "the data, not the chart": (_draw("", "    return dict(scored)\n"), "the chart that figure"),
}
