"""Answers to 4.e: each a cell, right in another style or wrong in another way."""

HEAD = """# task 4.e
import random
from nltk.metrics.segmentation import windowdiff
from nltk.tokenize import TextTilingTokenizer
from lessons import read_text

def digest(*ids):
    texts = [read_text(id).text.strip().split("\\n\\n") for id in ids]
    seams = "".join("0" * (len(each) - 1) + "1" for each in texts)[:-1]
    return sum(texts, []), seams

first, first_seams = digest("summit", "flood", "satellite", "verdict", "nighttrain")
second, second_seams = digest("tariffs", "election", "cholera", "final")

"""
TILE = """def tile(paragraphs, w, k):
    tiles = TextTilingTokenizer(w=w, k=k).tokenize("\\n\\n".join(paragraphs))
    signs = ""
    for each in tiles:
        signs += "0" * (len(each.strip().split("\\n\\n")) - 1) + "1"
    return signs[:-1]

"""
REPORT = """def score(signs, seams=second_seams):
    return windowdiff(seams, signs, 2)

gaps, breaks = len(second_seams), second_seams.count("1")
throws = []
for _ in range(5000):
    at = random.sample(range(gaps), breaks)
    throws.append(score("".join("1" if gap in at else "0" for gap in range(gaps))))
report = {"w": 25, "k": 6, "tiling": score(tile(second, 25, 6)), "none": score("0" * gaps),
          "all": score("1" * gaps), "random": sum(throws) / len(throws)}
report["beaten"] = report["tiling"] < min(report["none"], report["all"], report["random"])
"""
SOLUTION = HEAD + TILE + REPORT


def _with(old: str, new: str) -> str:
    """The solution, with one piece of it another."""
    assert SOLUTION.count(old) == 1, old
    return SOLUTION.replace(old, new)


def _said(**items: object) -> str:
    """The solution with its report overwritten in these places."""
    return f"{SOLUTION}report.update({items!r})\n"


RIGHT = {
    "typed by hand, two places": f"""{HEAD}{TILE}
report = {{'w': 30, 'k': 9, 'tiling': 0.6, 'none': 0.4, 'all': 1, 'random': 0.48, 'beaten': False}}
""",
    "the first sentences of tiles": HEAD
    + """def tile(paragraphs, w, k):
    text = "\\n\\n".join(paragraphs)
    starts, at = set(), 0
    for each in TextTilingTokenizer(w=w, k=k).tokenize(text):
        starts.add(len(text[:at].strip().split("\\n\\n")) if at else 0)
        at += len(each)
    return "".join(str(int(gap in starts)) for gap in range(1, len(paragraphs)))

"""
    + REPORT,
    "numpy": HEAD
    + """import numpy as np

def tile(paragraphs, w, k):
    tiles = TextTilingTokenizer(w=w, k=k).tokenize("\\n\\n".join(paragraphs))
    ends = np.cumsum([sum(bool(part.strip()) for part in each.split("\\n\\n")) for each in tiles])
    signs = np.zeros(len(paragraphs) - 1, dtype=int)
    signs[ends[:-1] - 1] = 1
    return "".join(map(str, signs))

signs = np.array(list(second_seams))
thrown = [windowdiff(second_seams, "".join(np.random.permutation(signs)), 2) for _ in range(5000)]
report = dict(w=32, k=4, tiling=windowdiff(second_seams, tile(second, 32, 4), 2),
              none=np.float64(windowdiff(second_seams, "0" * len(signs), 2)), all=1.0,
              random=np.mean(thrown), beaten=False)
""",
    "the best of a few on first": HEAD
    + TILE
    + """import statistics

def scored(seams, signs):
    return round(windowdiff(list(seams), list(signs), 2, boundary="1"), 3)

w, k = min([(20, 10), (25, 6), (30, 4)], key=lambda wk: scored(first_seams, tile(first, *wk)))
places = list(second_seams)
thrown = []
for _ in range(6000):
    random.shuffle(places)
    thrown.append(scored(second_seams, places))
report = {
    "w": w, "k": k, "tiling": scored(second_seams, tile(second, w, k)),
    "none": scored(second_seams, "0" * len(places)), "all": scored(second_seams, "1" * len(places)),
    "random": round(statistics.mean(thrown), 2),
}
report["beaten"] = report["tiling"] < report["none"]
""",
}
RIGHT["which tile holds each paragraph"] = (
    HEAD
    + """def tile(paragraphs, w, k):
    tiles = TextTilingTokenizer(w=w, k=k).tokenize("\\n\\n".join(paragraphs))
    def of(paragraph):
        return next(n for n, each in enumerate(tiles) if paragraph in each)
    homes = [of(paragraph) for paragraph in paragraphs]
    return "".join("01"[one != other] for one, other in zip(homes, homes[1:]))

"""
    + REPORT
)
RIGHT["whole numbers as floats"] = _said(w=25.0, k=6.0)
RIGHT["every throw there is"] = (
    HEAD
    + TILE
    + REPORT
    + """
from itertools import combinations
places = combinations(range(gaps), breaks)
every = [score("".join("01"[gap in at] for gap in range(gaps))) for at in places]
report["random"] = sum(every) / len(every)
"""
)
WRONG = {
    "tiles the first digest": (
        _with("join(paragraphs))", "join(first))"),
        "It tiled `first`, whatever",
    ),
    "chosen on the second digest": (
        _said(w=40, k=8, tiling=0.267, beaten=True),
        "does not beat *none* on `first`",
    ),
    "a break too many in each throw": (
        _with("random.sample(range(gaps), breaks)", "random.sample(range(gaps), breaks + 1)"),
        "one break more than there are seams",
    ),
    "a break for each text but one": (
        _with("random.sample(range(gaps), breaks)", "random.sample(range(gaps), breaks - 1)"),
        "one break fewer than there are seams",
    ),
    "eats the list": (
        _with('signs = ""\n', 'signs = ""\n    paragraphs.clear()\n'),
        "the-list-is-mine-to-eat",
    ),
    "the baselines exchanged": (_said(none=1.0, all=0.4), "changed places"),
    "the baselines from 1": (_said(none=0.6, all=0.0), "1 less their WindowDiff"),
    "beaten, and denied": (
        _said(w=40, k=8, tiling=0.27, beaten=False),
        "by your own numbers TextTiling is the lowest of all",
    ),
    "the defaults": (
        _with("TextTilingTokenizer(w=w, k=k)", "TextTilingTokenizer()"),
        "function-reads-the-global",
    ),
    "blank lines counted": (_with("each.strip().split", "each.split"), "one sign too many"),
    "a sign behind the end": (
        _with("return signs[:-1]", "return signs"),
        "behind the last paragraph",
    ),
    "no break": (
        _with("    return signs[:-1]", '    return "0" * (len(paragraphs) - 1)'),
        "No break came out",
    ),
    "a sign a tile": (
        _with("    return signs[:-1]", '    return "1" * (len(tiles) - 1)'),
        "a sign for each tile",
    ),
    "one gap late": (_with("    return signs[:-1]", '    return "0" + signs[:-2]'), "one gap late"),
    "turned round": (
        _with(
            '"0" * (len(each.strip().split("\\n\\n")) - 1) + "1"',
            '"1" * (len(each.strip().split("\\n\\n")) - 1) + "0"',
        ),
        "changed places",
    ),
    "w and k changed": (
        _with("TextTilingTokenizer(w=w, k=k)", "TextTilingTokenizer(w=k, k=w)"),
        "w and k have changed places",
    ),
    "every gap": (
        _with("    return signs[:-1]", '    return "1" * (len(paragraphs) - 1)'),
        "Every gap is a break",
    ),
    "paragraphs with one line break": (
        _with('tokenize("\\n\\n".join(paragraphs))', 'tokenize("\\n".join(paragraphs))'),
        "No paragraph breaks were found",
    ),
    "w alone": (
        _with("TextTilingTokenizer(w=w, k=k)", "TextTilingTokenizer(w=w)"),
        "k never reached",
    ),
    "k alone": (
        _with("TextTilingTokenizer(w=w, k=k)", "TextTilingTokenizer(k=k)"),
        "w never reached",
    ),
    "a sign before the first": (
        _with("    return signs[:-1]", '    return "1" + signs[:-1]'),
        "before the first paragraph",
    ),
    "the first tile": (_with("    return signs[:-1]", "        return signs"), "the first tile"),
    "the last tile": (_with("signs += ", "signs = "), "the last tile"),
    "sentences for paragraphs": (
        _with('.split("\\n\\n")) - 1)', '.split(". ")) - 1)'),
        "tile(['Dead Satellite",
    ),
    "narrow blocks": (
        _with("TextTilingTokenizer(w=w, k=k)", "TextTilingTokenizer(w=w, k=min(k, 4))"),
        "with other settings: the result was not right",
    ),
    "tiles": (_with("    return signs[:-1]", "    return tiles"), "returned a list"),
    "prints": (_with("    return signs[:-1]", "    print(signs[:-1])"), "printing-is-returning"),
    "spelled": (
        _with("    return signs[:-1]", '    return signs[:-1].replace("0", "-")'),
        "Its signs should be",
    ),
    "no report": (HEAD + TILE + "report = {}\n", "holds nothing yet"),
    "two keys missing": (
        HEAD + TILE + "report = {'w': 20, 'k': 10, 'tiling': 0.6, 'none': 0.4, 'random': 0.48}\n",
        "lacks all, beaten",
    ),
    "many settings": (_said(w=[20, 25]), "w and k are whole numbers"),
    "far out": (_said(w=90), "outside its range"),
    "in percent": (_said(tiling=60.0), "is a number from 0 to 1"),
    "in words": (_said(beaten="no"), "True or False"),
    "baselines of the first": (_said(none=0.381, random=0.46), "those of `first`"),
    "none is nought": (_said(none=0.0, beaten=False), "`none` is not"),
    "all is nought": (_said(all=0.0, beaten=False), "`all` is not"),
    "one lucky throw": (_said(random=0.267), "far from the mean"),
    "the score where it was chosen": (
        _said(w=30, k=9, tiling=0.095, beaten=True),
        "what-worked-on-one-text-works",
    ),
    "made up": (_said(tiling=0.31, beaten=True), "does not score what"),
    "beaten on first, so beaten": (
        _said(beaten=True),
        "by your own numbers a baseline scores as well",
    ),
}
