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
LABELS = 'xlabel="sentence", ylabel="compound"'
WORDS = f'ax.set(title="Scores", {LABELS})'
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
    ax.plot([0, 0], [0, len(scored) + 1], color="black")
""",
        END.replace(LABELS, 'xlabel="compound", ylabel="sentence"'),
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
    "lines from side to side, and marks beside the zeros": _draw(
        """    numbers, near = range(1, len(scored) + 1), (0.5, len(scored) + 0.5)
    ax.bar(numbers, [c for c, _ in scored])
    for threshold in (-0.05, 0.05):
        ax.plot(near, [threshold] * 2, "--")
    silent = [n for n, (_, e) in zip(numbers, scored) if e == "none"]
    ax.plot(silent, [0.03] * len(silent), "o", markerfacecolor="none")
"""
    ),
    "up and down drawn apart": _draw(
        """    import numpy as np
    scores = np.array([c for c, _ in scored])
    ax.bar(np.arange(1, scores.size + 1), scores.clip(min=0), color="tab:blue")
    ax.bar(np.arange(1, scores.size + 1), scores.clip(max=0), color="tab:orange")
"""
    ),
    "a table that needs a sentence": _score(
        """    import numpy as np
    vader = SentimentIntensityAnalyzer()
    keys = ("compound", "pos", "neg")
    table = np.array([[vader.polarity_scores(s)[key] for key in keys] for s in sentences])
    silent = (table[:, 1:] == 0).all(axis=1)
    words = np.where(silent, "none", np.where(table[:, 0] == 0, "cancelled", "some"))
    return list(zip(table[:, 0].tolist(), words.tolist()))
"""
    ),
    "sentences by name": _draw(
        """    ax.bar([f"S{n + 1}" for n in range(len(scored))], [c for c, _ in scored])
"""
    ),
    "dots on the tips": _draw(
        """    places, tips = range(1, len(scored) + 1), [c for c, _ in scored]
    ax.bar(places, tips, width=0.2)
    ax.plot(places, tips, "o")
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
    "cancelled where good and bad meet": (
        _change('elif said["compound"] == 0:', 'elif said["pos"] and said["neg"]:'),
        "wherever good words and bad ones meet",
    ),
    "cancelled where two shares are the same": (
        _change('elif said["compound"] == 0:', 'elif said["pos"] == said["neg"]:'),
        "not where the compound is 0",
    ),
    "none where no good word is": (
        _change('if said["pos"] == 0 and said["neg"] == 0:', 'if said["pos"] == 0:'),
        "wherever no good word scored",
    ),
    "evidence by the list": (
        _score("""    vader, pairs = SentimentIntensityAnalyzer(), []
    for sentence in sentences:
        words = [word.strip(".,!;").lower() for word in sentence.split()]
        listed = [vader.lexicon[word] for word in words if word in vader.lexicon]
        evidence = "none" if not listed else "some" if sum(listed) else "cancelled"
        pairs.append((vader.polarity_scores(sentence)["compound"], evidence))
    return pairs
"""),
        "to say what a score stands on",
    ),
    "a word of their own": (
        _change('evidence = "cancelled"', 'evidence = "canceled"'),
        "saw `'canceled'`",
    ),
    "no sign": (_change(PAIRED, '(abs(said["compound"]), evidence)'), "lost their sign"),
    "word by word": (
        _score(
            SAID
            + KIND
            + """    score = SentimentIntensityAnalyzer().polarity_scores
    sums = [sum(score(word)["compound"] for word in each.split()) for each in sentences]
    return [(total, kind(s)) for total, s in zip(sums, said)]
"""
        ),
        "Each word was scored by itself",
    ),
    "a return in the loop": (
        _change("    return pairs\n", "        return pairs\n"),
        "return-inside-the-loop",
    ),
    "the last sentence left out": (
        _change("in sentences:", "in sentences[:-1]:"),
        "The last sentence has no pair",
    ),
    "the pairs sorted": (_change("    return pairs", "    return sorted(pairs)"), "are sorted"),
    "a list made outside": (
        _change("vader, pairs = SentimentIntensityAnalyzer(), []", "vader = analyzer").replace(
            "def score", "analyzer, pairs = SentimentIntensityAnalyzer(), []\n\ndef score", 1
        ),
        "Asked the same twice",
    ),
    "takes the sentences out": (
        _score(
            """    vader, pairs = SentimentIntensityAnalyzer(), []
    while sentences:
        said = vader.polarity_scores(sentences.pop(0))
        kind = "none" if not said["pos"] + said["neg"] else "cancelled"
        pairs.append((said["compound"], "some" if said["compound"] else kind))
    return pairs
"""
        ),
        "the-list-is-mine-to-eat",
    ),
    "one number": (
        _score(SAID + "    return sum(each['compound'] for each in said) / len(said)\n"),
        "It returned one number",
    ),
    "the mean for each": (
        _score(
            SAID
            + KIND
            + "    mean = sum(each['compound'] for each in said) / len(said)\n"
            + "    return [(mean, kind(each)) for each in said]\n"
        ),
        "the mean of all scores",
    ),
    "a list in each round": (
        _change("        said = vader", "        pairs = []\n        said = vader"),
        "Only the last sentence",
    ),
    "backwards": (
        _change("in sentences:", "in reversed(sentences):"),
        "last sentence to the first",
    ),
    "split anew": (
        _change("in sentences:", 'in nltk.sent_tokenize(" ".join(sentences)):'),
        "joined and split anew",
    ),
    "evidence above zero": (
        _change('elif said["compound"] == 0:', 'elif said["compound"] <= 0:'),
        "only where the score is above 0",
    ),
    "few words are none": (
        _change('if said["pos"] == 0 and said["neg"] == 0:', 'if said["neu"] > 0.9:'),
        "where few of the words scored",
    ),
    "from 0 to 1": (
        _change(PAIRED, '((said["compound"] + 1) / 2, evidence)'),
        "go from 0 to 1",
    ),
    "only the sign": (
        _change(PAIRED, '((said["compound"] > 0) - (said["compound"] < 0), evidence)'),
        "the sign alone",
    ),
    "one pair": (
        _change("        pairs.append(", "        return (").replace("    return pairs\n", ""),
        "one pair, not a list",
    ),
    "the first sentence, again and again": (
        _change("polarity_scores(sentence)", "polarity_scores(sentences[0])"),
        "the score of the first one",
    ),
    "no stop words": (
        _change(
            "polarity_scores(sentence)",
            'polarity_scores(" ".join(w for w in sentence.split() if w.lower() not in STOPS))',
        ).replace(
            "def score",
            """from nltk.corpus import stopwords
STOPS = stopwords.words("english")

def score""",
            1,
        ),
        "Stop words were taken out",
    ),
    "tokens": (
        _change("polarity_scores(sentence)", "polarity_scores(sentence.split())"),
        "AttributeError",
    ),
    "word by word, averaged": (
        _score("""    vader, pairs = SentimentIntensityAnalyzer(), []
    for sentence in sentences:
        said = [vader.polarity_scores(word) for word in sentence.split()]
        scores = [each["compound"] for each in said]
        kind = "cancelled" if any(each["pos"] + each["neg"] for each in said) else "none"
        mean = sum(scores) / len(scores)
        pairs.append((mean, "some" if mean else kind))
    return pairs
"""),
        "and the scores were averaged",
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
        "The compounds were rounded",
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
        "The first of each pair is a number",
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
        "Capitals and small letters",
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
    "tokens joined again": (
        _change(
            "polarity_scores(sentence)",
            'polarity_scores(" ".join(__import__("nltk").word_tokenize(sentence)))',
        ),
        "cut into tokens, and these were joined again",
    ),
    "words of letters alone": (
        _change(
            "polarity_scores(sentence)",
            'polarity_scores(" ".join(w for w in __import__("nltk").word_tokenize(sentence) '
            "if w.isalpha()))",
        ),
        "Only tokens of letters",
    ),
    "no marks": (
        _change(
            "polarity_scores(sentence)",
            'polarity_scores("".join(c for c in sentence if c.isalnum() or c == " "))',
        ),
        "punctuation were taken out",
    ),
    "an empty panel": (
        _change("fig, ax = plt.subplots()", "fig, (ax, table) = plt.subplots(1, 2)"),
        "something drawn on every panel",
    ),
    "an axis that begins at 0": (_change(WORDS, f"{WORDS[:-1]}, ylim=(0, 1))"), "An axis ends"),
    "upside down": (_change(WORDS, f"{WORDS}; ax.invert_yaxis()"), "runs the other way"),
    "no caption": (_change('caption="One bar a sentence."', ""), "a caption"),
    "no labels": (_change(f"    {WORDS}\n", "    ax.set_title('Scores')\n"), "label of the x axis"),
    "a line": (
        _draw("    ax.plot(range(1, len(scored) + 1), [c for c, _ in scored])\n"),
        "smooth-line-is-truer",
    ),
    "a line from tip to tip": (
        _draw(
            """    places, tips = range(1, len(scored) + 1), [c for c, _ in scored]
    ax.bar(places, tips)
    ax.plot(places, tips, color="black")
""",
            END.replace("Scores", "Scores, and how they move"),
        ),
        "A line joins the bars",
    ),
    "smoothed bars": (
        _draw("""    c = [c for c, _ in scored]
    near = [c[max(0, i - 1) : i + 2] for i in range(len(c))]
    ax.bar(range(1, len(c) + 1), [sum(n) / len(n) for n in near])
"""),
        "The bars average each sentence",
    ),
    "numbered from 0": (
        _draw("    ax.bar(range(len(scored)), [c for c, _ in scored])\n"),
        "numbered from 0",
    ),
    "numbered by their scores": (
        _draw("    ax.bar([c for c, _ in scored], range(1, len(scored) + 1))\n"),
        "places and heights have changed places",
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
        "as high as the mean",
    ),
    "sorted": (
        _draw("    ax.bar(range(1, len(scored) + 1), sorted(c for c, _ in scored))\n"),
        "at other sentences",
    ),
    "bars from minus one": (
        _draw("    ax.bar(range(1, len(scored) + 1), [c + 1 for c, _ in scored], bottom=-1)\n"),
        "do not begin at 0",
    ),
    "scaled": (
        _draw("""    most = max(abs(c) for c, _ in scored)
    ax.bar(range(1, len(scored) + 1), [c / most for c, _ in scored])
"""),
        "until the longest is 1",
    ),
    "one bar, the mean": (
        _draw("    ax.bar([1], [sum(c for c, _ in scored) / len(scored)])\n"),
        "one-number-for-the-article",
    ),
    "moved up": (
        _draw("""    kept = [c for c, _ in scored if c]
    ax.bar(range(1, len(kept) + 1), kept)
"""),
        "those behind them moved up",
    ),
    "none for the last": (
        _draw("""    for at in range(len(scored) - 1):
        ax.bar(at + 1, scored[at][0])
"""),
        "The last sentence has no bar",
    ),
    "none below zero": (
        _draw("    ax.bar(range(1, len(scored) + 1), [max(0, c) for c, _ in scored])\n"),
        "Scores below 0 have no bar",
    ),
    "signs": (
        _draw("    ax.bar(range(1, len(scored) + 1), [(c > 0) - (c < 0) for c, _ in scored])\n"),
        "up or down, and not how much",
    ),
    "drawn rounded": (
        _draw("    ax.bar(range(1, len(scored) + 1), [round(c, 1) for c, _ in scored])\n"),
        "rounded before they were drawn",
    ),
    "as high as their numbers": (
        _draw("    ax.bar(range(1, len(scored) + 1), range(1, len(scored) + 1))\n"),
        "as high as its place",
    ),
    "one number for all bars": (
        _draw("    ax.bar(range(1, len(scored) + 1), scored[0][0])\n"),
        "same height",
    ),
    "twice": (
        _draw("""    for at in range(1, len(scored) + 1):
        ax.bar(range(1, len(scored) + 1), [c for c, _ in scored])
"""),
        "Two bars stand at one sentence",
    ),
    "a bar for each kind": (
        _draw("""    kinds = [e for _, e in scored]
    ax.bar(["some", "none", "cancelled"], [kinds.count(e) for e in ("some", "none", "cancelled")])
"""),
        "Bars stand at words",
    ),
    "places of their own": (
        _draw("    ax.bar(range(10, 10 * len(scored) + 1, 10), [c for c, _ in scored])\n"),
        "stand where there is no sentence",
    ),
    "the article's scores": (
        _draw("""    from lessons import article
    scored = score_sentences([each.text for each in article.sentences])
    ax.bar(range(1, len(scored) + 1), [c for c, _ in scored])
"""),
        "more sentences than `draw` was given",
    ),
    "the length of a word": (
        _draw("    ax.bar(range(1, len(scored) + 1), [len(e) for _, e in scored])\n"),
        "not the scores that `draw` was given",
    ),
    "lying, with the labels of standing bars": (
        _draw("    ax.barh(range(1, len(scored) + 1), [c for c, _ in scored])\n"),
        "labels of the two axes have changed places",
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
