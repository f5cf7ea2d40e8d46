"""Answers to 6.b: each a cell that makes both charts; and to its practice item."""

from __future__ import annotations

from lessons.tasks.t6b_gap import PRACTICE as GAP

PRACTICE = GAP.starter.replace("...", "at + len(name)")
HEAD = """# task 6.b
import nltk
from collections import Counter
import matplotlib.pyplot as plt
from nltk.sentiment import SentimentIntensityAnalyzer
from lessons import figure, read_article, read_text

# With another headline it stands for a text of one's own.
my_text = read_text("nighttrain").text.replace("Night Train Returns", "The Night Train Is Back")
"""
WORDS = 'words = ["train", "Vienna", "Bari", "Adria", "hours"]\n'
COUNT = """tokens = nltk.word_tokenize(my_text)
counts = Counter(tokens)
heights = [counts[word] for word in words]
"""
COUNTS = """fig, ax = plt.subplots()
ax.bar(words, heights)
ax.set(title="Places and things", xlabel="word", ylabel="times in the text")
counts_chart = figure(ax, caption="Vienna and Bari, the two ends, come equally often.")
"""
SCORE = """sia = SentimentIntensityAnalyzer()
sentences = nltk.sent_tokenize(my_text)
scores = [sia.polarity_scores(s)["compound"] for s in sentences]
numbers = list(range(1, len(scores) + 1))
"""
SCORES = """fig, ax = plt.subplots()
ax.bar(numbers, scores)
ax.set(title="The mood by sentence", xlabel="sentence", ylabel="compound")
scores_chart = figure(ax, caption="Three sentences are below zero; the breakdown is the lowest.")
"""


def _cell(words: str = WORDS, count: str = COUNT, counts: str = COUNTS, score: str = SCORE,
          scores: str = SCORES, end: str = "") -> str:  # fmt: skip
    return HEAD + words + count + counts + score + scores + end


def _captions(counts: str = "", scores: str = "") -> str:
    first, second = COUNTS, SCORES
    if counts:
        first = COUNTS.split("counts_chart")[0] + f"counts_chart = figure(ax, caption={counts!r})\n"
    if scores:
        second = (
            SCORES.split("scores_chart")[0] + f"scores_chart = figure(ax, caption={scores!r})\n"
        )
    return _cell(counts=first, scores=second)


LINCOLN = '''my_text = """Four score and seven years ago our fathers brought forth on this
continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are
created equal.

Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived
and so dedicated, can long endure. We are met on a great battle-field of that war. We have come to
dedicate a portion of that field, as a final resting place for those who here gave their lives that
that nation might live. It is altogether fitting and proper that we should do this.

But, in a larger sense, we can not dedicate, we can not consecrate, we can not hallow this ground.
The brave men, living and dead, who struggled here, have consecrated it, far above our poor power
to add or detract. The world will little note, nor long remember what we say here, but it can never
forget what they did here."""
'''
SOLUTION = _cell(end="display(counts_chart, scores_chart)\n")
RIGHT = {
    "another text": _cell(
        LINCOLN + 'words = ["nation", "war", "dedicate", "men", "living", "dead"]\n',
        counts=COUNTS.replace("Vienna and Bari, the two ends", "Nation and dedicate, as words"),
    ),
    "loops and barh": _cell(
        count="""heights = []
for word in words:
    found = 0
    for token in nltk.word_tokenize(my_text):
        if token == word:
            found += 1
    heights.append(found)
""",
        counts=COUNTS.replace("ax.bar(", "ax.barh("),
        score="""sia = SentimentIntensityAnalyzer()
numbers, scores = [], []
for sentence in read_article(my_text).sentences:
    numbers.append(len(numbers) + 1)
    scores.append(sia.polarity_scores(sentence.text)["compound"])
""",
    ),
    "FreqDist, folded": _cell(
        'words = ["train", "night", "vienna", "bari", "hours"]\n',
        """from nltk import FreqDist
tokens = [t.lower() for t in nltk.word_tokenize(my_text)]
counts = FreqDist(tokens)
heights = [counts[word] for word in words]
""",
    ),
    "numpy and pyplot": _cell(
        count="""import numpy as np
tokens = np.array(nltk.word_tokenize(my_text))
heights = np.array([(tokens == word).sum() for word in words])
""",
        counts="""plt.figure()
plt.bar(np.arange(len(words)), heights)
plt.xticks(np.arange(len(words)), words)
plt.title("Words"); plt.xlabel("word"); plt.ylabel("count")
counts_chart = figure(plt, caption="The train comes as often as its two ends, Bari and Vienna.")
""",
        score=SCORE + "import numpy as np\nscores = np.round(np.array(scores), 2)\n",
    ),
    "names of several words": _cell(
        'words = ["Vienna", "Adria Rail Co.", "Adria", "Bologna", "Vienna Central Station"]\n',
        """tokens = nltk.word_tokenize(my_text)
heights = []
for word in words:
    name = nltk.word_tokenize(word)
    heights.append(sum(tokens[i : i + len(name)] == name for i in range(len(tokens))))
""",
    ),
    "a colour for each sign": _cell(
        scores=SCORES.replace(
            "ax.bar(numbers, scores)",
            """good = [(n, s) for n, s in zip(numbers, scores) if s > 0]
rest = [(n, s) for n, s in zip(numbers, scores) if s <= 0]
ax.bar(*zip(*good), label="good", color="#0072b2")
ax.bar(*zip(*rest), label="not good", color="#d55e00", hatch="//")
ax.axhline(0)
ax.legend()""",
        )
    ),
    "hollow marks for zero": _cell(
        scores=SCORES.replace(
            "ax.bar(numbers, scores)",
            """some = [(n, s) for n, s in zip(numbers, scores) if s]
none = [n for n, s in zip(numbers, scores) if not s]
ax.bar(*zip(*some))
ax.scatter(none, [0] * len(none), facecolor="none", edgecolor="black", label="no evidence")""",
        )
    ),
    "a function that draws": _cell(
        counts="""def draw(names, values, title, caption):
    fig, ax = plt.subplots()
    ax.bar(names, values)
    ax.set(title=title, xlabel="what", ylabel="how much")
    return figure(ax, caption=caption)

counts_chart = draw(words, heights, "Words", "Five words; the train comes twice.")
""",
        scores='scores_chart = draw(numbers, scores, "Mood", "Sentence 7 is the lowest of all.")\n',
    ),
}
RIGHT |= {
    "a bar for a word that is not there, beside five that are": _cell(
        'words = ["train", "Vienna", "Bari", "Adria", "hours", "plane"]\n'
    ),
    "a bar for each sign, nought where it has none": _cell(
        scores=SCORES.replace(
            "ax.bar(numbers, scores)",
            """ax.bar(numbers, [max(s, 0) for s in scores], color="#0072b2")
ax.bar(numbers, [min(s, 0) for s in scores], color="#d55e00")""",
        )
    ),
    "numbered names": _cell(
        scores=SCORES.replace("ax.bar(numbers, ", 'ax.bar([f"S{n}" for n in numbers], ')
    ),
    "a sentence named by its place": _captions(scores="The second sentence is a hopeful one."),
}
WRONG = {
    "letters in a row": (
        _cell(count="heights = [my_text.count(word) for word in words]\n",
              words='words = ["train", "Adria", "Bari", "hour", "rail"]\n'),
        "letters-are-words",
    ),
    "letters in a row, folded": (
        _cell(count="heights = [my_text.lower().count(word.lower()) for word in words]\n",
              words='words = ["train", "Adria", "Bari", "hour", "rail"]\n'),
        "capital or small",
    ),
    "split": (
        _cell(count="heights = [my_text.split().count(word) for word in words]\n",
              words='words = ["train", "Vienna", "Bari", "Adria", "August", "Udine"]\n'),
        "pieces between spaces",
    ),
    "shares": (
        _cell(count=COUNT.replace("counts[word] for", "counts[word] / len(tokens) for")),
        "shares of all tokens",
    ),
    "lengths": (_cell(count="heights = [len(word) for word in words]\n"), "words are long"),
    "a set": (
        _cell(count="heights = [int(word in my_text) for word in words]\n"),
        "Every bar is one high",
    ),
    "stop words": (
        _cell('words = ["the", "a", "to", "train", "Bari"]\n'),
        "“the” would be high in any English text",
    ),
    "marks": (_cell('words = [",", ".", "train", "Bari", "Adria"]\n'), "One bar counts a mark"),
    "three bars": (_cell('words = ["train", "Bari", "Adria"]\n'), "has 3 bars"),
    "no words below": (
        _cell(counts=COUNTS.replace("ax.bar(words, ", "ax.bar(range(5), ")),
        "no words",
    ),
    "bars in the air": (
        _cell(counts=COUNTS.replace("heights)", "heights, bottom=1)")),
        "A bar of `counts_chart` does not begin at zero",
    ),
    "one too many": (
        _cell(count=COUNT.replace("counts[word] for", "counts[word] + 1 for")),
        "stands another number of times",
    ),
    "words of another text": (
        _cell(count=COUNT.replace("my_text", 'read_text("flood").text'),
              words='words = ["river", "levee", "water", "town", "rain"]\n'),
        "is not a token",
    ),
    "counts of the article": (
        _cell(count=COUNT.replace("my_text", "article.text"),
              words='words = ["Lee", "Ishiba", "Japan", "Korea", "summit"]\n'),
        "in the course's article",
    ),
    "five words that are not there": (
        _cell('words = ["Lee", "Ishiba", "Japan", "Korea", "train"]\n'),
        "“Lee” does not occur",
    ),
    "folded tokens, unfolded words": (
        _cell(count=COUNT.replace("(my_text)", "(my_text.lower())")),
        "lower-cased, and the words were not",
    ),
    "nothing found": (
        _cell(count="heights = [sentence.count(my_text) for sentence in words]\n"),
        "Every bar is zero high",
    ),
    "sentences with the word": (
        _cell(LINCOLN + 'words = ["nation", "war", "dedicate", "men", "living", "dead"]\n',
              "heights = [sum(w in s for s in nltk.sent_tokenize(my_text)) for w in words]\n"),
        "the sentences that a word is in",
    ),
    "names that stand alone": (
        _cell('words = ["Vienna", "Bari", "Adria", "Udine", "Bologna"]\n',
              """chunker = nltk.RegexpParser("NAME: {<NNP>+}")
tagged = nltk.pos_tag_sents(map(nltk.word_tokenize, nltk.sent_tokenize(my_text)))
trees = chunker.parse_sents(tagged)
names = [" ".join(word for word, _ in part) for tree in trees
         for part in tree.subtrees(lambda part: part.label() == "NAME")]
heights = [names.count(word) for word in words]
"""),
        "only where they stand alone",
    ),
    "percent": (
        _cell(count=COUNT.replace("counts[word] for", "100 * counts[word] / len(tokens) for")),
        "percent of all tokens",
    ),
    "counts as a line": (
        _cell(counts=COUNTS.replace("ax.bar", "ax.plot")),
        "`counts_chart` has lines or points, and no bars",
    ),
    "counts as an image": (
        _cell(counts=COUNTS.replace("ax.bar(words, heights)", "ax.imshow([heights])")),
        "is an image",
    ),
    "two charts on one ax": (
        _cell(counts=COUNTS.split("counts_chart")[0],
              scores=SCORES.replace("fig, ax = plt.subplots()\n", "")
              + COUNTS.split("\n")[3] + "\n"),
        "two bars stand in one place",
    ),
    "two panels": (
        _cell(counts="fig, (one, ax) = plt.subplots(2)\n"
              'one.set(title="Words", xlabel="word", ylabel="count")\n'
              + COUNTS.split("\n", 1)[1].replace("ax.bar", "one.bar(words, heights)\nax.bar")),
        "has 2 panels",
    ),
    "the names exchanged": (
        _cell(end="counts_chart, scores_chart = scores_chart, counts_chart\n"),
        "`counts_chart` is the chart that the other name should have",
    ),
    "one chart twice": (
        _cell(end="scores_chart = counts_chart\n"),
        "`scores_chart` is the chart that the other name should have",
    ),
    "axes exchanged": (
        _cell(scores=SCORES.replace("(numbers, scores)", "(scores, numbers)")),
        "The axes are exchanged",
    ),
    "sentences for numbers": (
        _cell(scores=SCORES.replace("(numbers, ", "([s[:12] for s in sentences], ")),
        "the task asks for the numbers of the sentences",
    ),
    "a running sum": (
        _cell(score=SCORE + "from itertools import accumulate\nscores = [*accumulate(scores)]\n"),
        "added up from the first sentence on",
    ),
    "a hundred times": (
        _cell(score=SCORE + "scores = [100 * s for s in scores]\n"),
        "a hundred times too high",
    ),
    "pos less neg": (
        _cell(score=SCORE.replace(
            '[sia.polarity_scores(s)["compound"] for s in sentences]',
            '[p["pos"] - p["neg"] for p in map(sia.polarity_scores, sentences)]')),
        "pos less neg",
    ),
    "by token": (
        _cell(score=SCORE.replace("sent_tokenize", "word_tokenize")),
        "one bar a token",
    ),
    "split at full stops": (
        _cell(score=SCORE.replace("nltk.sent_tokenize(my_text)", 'my_text.split(".")')),
        "has 18 bars",
    ),
    "smoothed": (
        _cell(score=SCORE + "scores = [sum(scores[max(0, i - 1) : i + 2]) / "
              "len(scores[max(0, i - 1) : i + 2]) for i in range(len(scores))]\n"),
        "smoothing-shows-the-truth",
    ),
    "sorted": (_cell(score=SCORE + "scores.sort()\n"), "not in the order of the text"),
    "no sign": (_cell(score=SCORE + "scores = [abs(s) for s in scores]\n"), "lost their sign"),
    "labels": (
        _cell(score=SCORE + "scores = [1 if s >= 0.05 else -1 if s <= -0.05 else 0 "
              "for s in scores]\n"),
        "labels, not scores",
    ),
    "one kind of word": (_cell(score=SCORE.replace("compound", "pos")), "one kind of word"),
    "the article": (
        _cell(score=SCORE.replace("nltk.sent_tokenize(my_text)",
                                  "[s.text for s in article.sentences]")),
        "the course's article",
    ),
    "the whole text": (_cell(score=SCORE.replace("nltk.sent_tokenize(my_text)", "[my_text]")),
                       "one bar for the whole text"),
    "by paragraph": (
        _cell(score=SCORE.replace("nltk.sent_tokenize(my_text)", 'my_text.split("\\n\\n")')),
        "one bar a paragraph",
    ),
    "zeros left out": (_cell(score=SCORE.replace("numbers =", "scores = [s for s in scores if s]\n"
                                                 "numbers =")),
                       "a score of zero are left out"),
    "a histogram": (
        _cell(scores=SCORES.replace("ax.bar(numbers, scores)", "ax.hist(scores)")),
        "that is a histogram",
    ),
    "the text that the notebook begins with": (
        _cell('my_text = read_text("nighttrain").text\n' + WORDS), "a text that came with the",
    ),
    "a line": (
        _cell(scores=SCORES.replace("ax.bar", "ax.plot")),
        "`scores_chart` has lines or points, and no bars",
    ),
    "from nought": (
        _cell(score=SCORE.replace("range(1, len(scores) + 1)", "range(len(scores))")),
        "The first sentence is number 0",
    ),
    "scores in the air": (
        _cell(scores=SCORES.replace("scores)\nax.set", "scores, bottom=1)\nax.set")),
        "A bar of `scores_chart` does not begin at zero",
    ),
    "one score is wrong": (_cell(score=SCORE + "scores[3] = 0.9\n"), "The bar of sentence 4"),
    "the caption is the title": (_captions(counts="Places and things"), "repeats the title"),
    "a short caption": (_captions(scores="Scores of sentences"), "is 3 of at least 5 words long"),
    "a caption that says nothing": (
        _captions(counts="This chart shows how often the chosen words occur."),
        "chart-speaks-for-itself",
    ),
    "axes, no chart": (
        _cell(end="scores_chart = ax\n"),
        "`scores_chart` is no chart",
    ),
    "only one chart": (_cell(scores=""), "no variable called `scores_chart`"),
    "a dict of counts": (_cell(end="counts_chart = dict(counts)\n"), "no chart that figure made"),
    "an article": (_cell(end="my_text = read_article(my_text)\n"), "a thing that holds one"),
    "no text": (_cell(end="my_text = 12\n"), "`my_text` is not a text"),
    "a novel": (_cell(end="my_text = my_text * 60\n"), "a black wall"),
    "a line of text": (_cell(end='my_text = "The talks began."\n'), "too few for a claim"),
}  # fmt: skip
