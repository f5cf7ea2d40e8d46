"""Answers to 2.f: rules with their reports, better ones and honest failures."""

RUNS = """# task 2.f
def runs(tagged):
    spans = []
    for at, (token, tag) in enumerate(tagged):
        if tag.startswith("NNP"):
            start = spans.pop()[0] if spans and spans[-1][1] == at else at
            spans.append((start, at + 1))
    return spans

"""
TITLES = "{'President', 'Prime', 'Minister', 'Dr.', 'Mayor', 'Prof.', 'Col.', 'Chief', 'Gen.'}"
DATES = (
    "'January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Feb. Aug. Nov. Dec.'.split()"
)


def _report(article: object, elsewhere: object, better: object) -> str:
    return f'\nreport = {{"article": {article}, "elsewhere": {elsewhere}, "better": {better}}}\n'


def _titles(titles: str) -> str:
    return f"""{RUNS}def improved(tagged):
    titles = {titles}
    spans = []
    for start, end in runs(tagged):
        while start < end and tagged[start][0] in titles:
            start += 1
        if start < end:
            spans.append((start, end))
    return spans
"""


NO_DATES = f"""{RUNS}def improved(tagged):
    dates = {DATES}
    return [(start, end) for start, end in runs(tagged) if tagged[start][0] not in dates]
"""
ARTICLES_OWN = _titles("{'President', 'Prime', 'Minister'}")
SHORT = f"""{RUNS}def improved(tagged):
    return [(start, end) for start, end in runs(tagged) if end - start < 4]
"""
FIRST = f"""{RUNS}def improved(tagged):
    return [(s, e) for s, e in runs(tagged) if s and tagged[s - 1][0] != "."]
"""
JOINED_BY_OF = f"""{RUNS}def improved(tagged):
    spans = []
    for start, end in runs(tagged):
        if spans and tagged[spans[-1][1] : start] == [("of", "IN")]:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans
"""
SOLUTION = NO_DATES + _report(0.711, 0.544, True)
RIGHT = {
    "joined over *of*, which the article has not": JOINED_BY_OF + _report(0.684, 0.537, True),
    "titles of many kinds": _titles(TITLES) + _report(0.861, 0.532, True),
    "an honest failure: the article's own titles": ARTICLES_OWN + _report(0.86, 0.502, False),
    "an honest failure: no long names": SHORT + _report(0.70, 0.51, False),
    "an honest failure: worse everywhere else": FIRST + _report(0.703, 0.437, False),
    "a set of spans, a grammar": f"""# task 2.f
import nltk

def improved(tagged):
    tree = nltk.RegexpParser("N: {{<NNP.*>+}}").parse(tagged)
    spans, at = set(), 0
    for node in tree:
        size = len(node) if isinstance(node, nltk.Tree) else 1
        if isinstance(node, nltk.Tree) and node[0][0] not in {DATES}:
            spans.add((at, at + size))
        at += size
    return spans
"""
    + _report("round(0.7105, 2)", 0.54, True),
    "numpy": NO_DATES.replace(
        "    return [(start", "    import numpy as np\n    return [(start"
    ).replace("(start, end) for", "(np.int64(start), np.int64(end)) for")
    + _report(0.711, 0.544, True),
}
OWN_NAMES = f"""{RUNS}def improved(tagged):
    known = {{"Hope": 1, "Rangers": 1, "Veldanian": 1, "Karsian": 1, "Zambian": 1, "Karsia": 1,
             "Canadian": 1, "Mercy": 1, "Baker": 1, "Bright": 1, "Varrant": 1}}
    spans = runs(tagged)
    taken = {{at for start, end in spans for at in range(start, end)}}
    spans += [(at, at + 1) for at, (token, _) in enumerate(tagged)
              if token in known and at not in taken]
    return [(s, e) for s, e in spans if (tagged[s][0] != "August")]
"""
WRONG = {
    "the names of the texts at hand": (
        OWN_NAMES + _report(0.701, 0.525, True),
        "a-hundred-on-my-text",
    ),
    "called better, and is not": (ARTICLES_OWN + _report(0.861, 0.502, True), "You report better"),
    "called no better, and is": (NO_DATES + _report(0.711, 0.544, False), "You report not better"),
    "numbers of a dream": (
        NO_DATES + _report(0.95, 0.9, True),
        "says 0.95 for 'article'; your rule, as it is now",
    ),
    "measured before the last change": (
        NO_DATES + _report(0.684, 0.495, False),
        "says 0.68 for 'article'; your rule, as it is now",
    ),
    "elsewhere not measured": (NO_DATES + _report(0.711, 0.711, True), "says 0.71 for 'elsewhere'"),
    "as handed out": (
        RUNS.replace("runs", "improved") + _report(0.684, 0.495, False),
        "as it was handed out",
    ),
    "nothing is safe": (
        RUNS + "def improved(tagged):\n    return []\n" + _report(0.0, 0.0, False),
        "It finds 0 of",
    ),
    "strings": (
        RUNS
        + "def improved(tagged):\n    return [tagged[s][0] for s, e in runs(tagged)]\n"
        + _report(0.5, 0.5, False),
        "One item of the result",
    ),
    "labels too": (
        NO_DATES.replace("[(start, end) for", '[(start, end, "GPE") for')
        + _report(0.711, 0.544, True),
        "'GPE'",
    ),
    "ends beyond the text": (
        RUNS
        + "def improved(tagged):\n    end = len(tagged)\n"
        + "    return [*runs(tagged)[1:], (end - 1, end + 1)]\n"
        + _report(0.7, 0.5, False),
        "(444, 446)",
    ),
    "prints": (
        NO_DATES.replace("return [", "print([").replace("not in dates]", "not in dates])")
        + _report(0.711, 0.544, True),
        "printing-is-returning",
    ),
    "changed places": (NO_DATES + _report(0.544, 0.711, True), "gives for 'elsewhere' what"),
    "percent": (NO_DATES + _report(71, 54, True), "has 71"),
    "better in words": (NO_DATES + _report(0.711, 0.544, "'yes'"), "has 'yes'"),
    "no report": (NO_DATES, "no variable called `report`"),
    "a report of one number": (NO_DATES + "\nreport = 0.711\n", "`report` is 0.711"),
}
