"""Answers to 4.d: each a cell, right in another style or wrong in another way."""

HEAD = "# task 4.d\nfrom nltk.metrics.segmentation import pk, windowdiff\n\n"
DEF = HEAD + "def window_diff(reference, hypothesis, k):\n"
SOLUTION = (
    DEF
    + """    places = []
    for start in range(len(reference) - k + 1):
        one, other = reference[start:start + k], hypothesis[start:start + k]
        if one.count("1") != other.count("1"):
            places.append(start + 1)
    return len(places) / (len(reference) - k + 1), places
"""
)


def _with(old: str, new: str) -> str:
    """The solution, with one piece of it another."""
    assert SOLUTION.count(old) == 1, old
    return SOLUTION.replace(old, new)


RIGHT = {
    "NLTK's share": DEF
    + """    places = [
        start + 1
        for start in range(len(reference) - k + 1)
        if reference[start:start + k].count("1") != hypothesis[start:start + k].count("1")
    ]
    return windowdiff(reference, hypothesis, k), places
""",
    "added up, and rounded": DEF
    + """    share, places, windows = 0, [], len(reference) - k + 1
    for start in range(windows):
        differ = sum(a == "1" for a in reference[start:start + k]) - sum(
            b == "1" for b in hypothesis[start:start + k]
        )
        if abs(differ) > 0:
            share += 1 / windows
            places += [start + 1]
    return round(share, 2), tuple(places)
""",
    "numpy": DEF
    + """    import numpy as np
    def counts(signs):
        return np.convolve([int(sign) for sign in signs], np.ones(k, dtype=int), "valid")
    part = counts(reference) != counts(hypothesis)
    return part.mean(), np.flatnonzero(part) + 1
""",
    "Counter": DEF
    + """    from collections import Counter
    places, start = [], 0
    while start + k <= len(reference):
        one = Counter(reference[start:start + k])["1"]
        other = Counter(hypothesis[start:start + k])["1"]
        if one != other:
            places.append(start + 1)
        start += 1
    return [len(places) / start, places]
""",
    "a running difference": DEF
    + """    steps = [int(a) - int(b) for a, b in zip(reference, hypothesis)]
    windows = [sum(steps[start:start + k]) for start in range(len(steps) - k + 1)]
    places = [number for number, window in enumerate(windows, 1) if window]
    return len(places) / len(windows), places
""",
}
WRONG = {
    "the hypothesis alone": (
        _with('one.count("1") != other.count("1")', '"1" in other'),
        "the hypothesis alone",
    ),
    "a break missed": (
        _with('one.count("1") != other.count("1")', '"1" in one and "1" not in other'),
        "the other reading does not",
    ),
    "of the breaks": (
        _with("/ (len(reference) - k + 1)", '/ max(1, reference.count("1"))'),
        "by the reference's breaks",
    ),
    "up to k": (SOLUTION.replace("start + k]", "k]"), "slices end at sign k"),
    "the very place": (
        _with('one.count("1") != other.count("1")', "one != other"),
        "there-is-one-right-segmentation",
    ),
    "any break": (
        _with('one.count("1") != other.count("1")', '("1" in one) != ("1" in other)'),
        "one-break-is-as-good-as-two",
    ),
    "the last window is missing": (
        _with("in range(len(reference) - k + 1)", "in range(len(reference) - k)").replace(
            "/ (len(reference) - k + 1)", "/ max(1, len(reference) - k)"
        ),
        "The last window is left out",
    ),
    "half windows": (
        _with("in range(len(reference) - k + 1)", "in range(len(reference))").replace(
            "/ (len(reference) - k + 1)", "/ len(reference)"
        ),
        "no whole window is left",
    ),
    "of all gaps": (_with("/ (len(reference) - k + 1)", "/ len(reference)"), "not of the windows"),
    "from nought": (_with("append(start + 1)", "append(start)"), "count from 0"),
    "differences added": (
        _with(
            "    places = []\n",
            "    places, total = [], 0\n",
        )
        .replace(
            "        if one",
            '        total += abs(one.count("1") - other.count("1"))\n        if one',
        )
        .replace("return len(places) /", "return total /"),
        "counts twice",
    ),
    "where they agree": (
        _with('one.count("1") != other.count("1")', 'one.count("1") == other.count("1")'),
        "where the readings agree",
    ),
    "one too wide": (
        SOLUTION.replace("start + k]", "start + k + 1]")
        .replace("range(len(reference) - k + 1)", "range(len(reference) - k)")
        .replace("/ (len(reference) - k + 1)", "/ max(1, len(reference) - k)"),
        "one sign too wide",
    ),
    "always two": (
        _with("    places = []\n", "    places, k = [], 2 if len(reference) > 1 else k\n"),
        "windows of two",
    ),
    "single gaps": (_with("    places = []\n", "    places, k = [], 1\n"), "single gaps"),
    "the first place only": (
        _with(
            "    return len(places) / (len(reference) - k + 1), places",
            "    return len(places) / (len(reference) - k + 1), places[:1]",
        ),
        "stops at the first window that differs",
    ),
    "a return in the loop": (
        _with("    return len(places)", "        return len(places)"),
        "return-inside-the-loop",
    ),
    "a return where they differ": (
        _with("    return len(places)", "            return len(places)"),
        "and nothing where none does",
    ),
    "begun anew": (
        _with("        one, other", "        places = []\n        one, other"),
        "Only the last window has a say",
    ),
    "the first window is missing": (
        _with("in range(len(reference) - k + 1)", "in range(1, len(reference) - k + 1)"),
        "The first window is left out",
    ),
    "as many windows as signs in one": (
        _with("in range(len(reference) - k + 1)", "in range(k)"),
        "as many windows as a window has signs",
    ),
    "a number for a sign": (
        _with('one.count("1") != other.count("1")', "one.count(1) != other.count(1)"),
        "must be str, not int",
    ),
    "always": (_with('one.count("1") != other.count("1")', "..."), "every window, whatever"),
    "never": (_with('one.count("1") != other.count("1")', "len(one) != len(other)"), "no window"),
    "the reference alone": (
        _with('one.count("1") != other.count("1")', 'one.count("1")'),
        "every window in which the reference",
    ),
    "by two at least": (
        _with('one.count("1") != other.count("1")', 'abs(one.count("1") - other.count("1")) > 1'),
        "by two breaks or more",
    ),
    "too narrow": (SOLUTION.replace("start + k]", "start + k - 1]"), "one sign too narrow"),
    "the windows, not their places": (_with("append(start + 1)", "append(one)"), "saw '01'"),
    "the share that agrees": (
        _with("return len(places) /", "return 1 - len(places) /"),
        "windows that agree",
    ),
    "by the width": (_with("/ (len(reference) - k + 1)", "/ k"), "of the signs in a window"),
    "whole numbers": (_with("/ (len", "// (len"), "lost its fraction"),
    "no parentheses": (
        _with("/ (len(reference) - k + 1)", "/ len(reference) - k + 1"),
        "then takes k off",
    ),
    "one place": (
        _with(
            "return len(places) / (len(reference) - k + 1), places",
            "return round(len(places) / (len(reference) - k + 1), 1), places",
        ),
        "rounded too far",
    ),
    "NLTK, and no places": (
        DEF + "    return windowdiff(reference, hypothesis, k), []\n",
        "No places are noted",
    ),
    "nothing where they agree": (
        _with(
            "    places = []\n",
            "    places = []\n    if reference == hypothesis:\n        return 0\n",
        ),
        "window_diff('010010', '010010', 3)` returned `0`",
    ),
    "the example's answer": (DEF + "    return 0.67, [1, 3]\n", "Whatever it was given"),
    "leaps": (
        _with("range(len(reference) - k + 1)", "range(0, len(reference) - k + 1, k)"),
        "leaps",
    ),
    "misses only": (
        _with('one.count("1") != other.count("1")', 'one.count("1") > other.count("1")'),
        "has more breaks",
    ),
    "inventions only": (
        _with('one.count("1") != other.count("1")', 'one.count("1") < other.count("1")'),
        "has fewer breaks",
    ),
    "the last gap": (_with("append(start + 1)", "append(start + k)"), "the last gap of its window"),
    "a count": (_with(" / (len(reference) - k + 1)", ""), "how many windows differ"),
    "one window fewer": (
        _with("/ (len(reference) - k + 1)", "/ max(1, len(reference) - k)"),
        "one window fewer",
    ),
    "percent": (
        _with("return len(places) /", "return 100 * len(places) /"),
        "in percent",
    ),
    "the share alone": (
        DEF + "    return windowdiff(reference, hypothesis, k)\n",
        "then the list of places; saw 0.66",
    ),
    "Pk, and the places": (
        _with(
            "return len(places) / (len(reference) - k + 1), places",
            "return pk(reference, hypothesis, k), places",
        ),
        "window_diff('0",
    ),
    "places first": (
        _with(
            "return len(places) / (len(reference) - k + 1), places",
            "return places, len(places) / (len(reference) - k + 1)",
        ),
        "have changed places",
    ),
    "how many, not where": (
        _with("- k + 1), places\n", "- k + 1), len(places)\n"),
        "the list of places; saw",
    ),
    "prints": (
        _with(
            "    return len(places) / (len(reference) - k + 1), places",
            "    print(len(places) / (len(reference) - k + 1), places)",
        ),
        "printing-is-returning",
    ),
    "returns nothing": (
        DEF + "    windowdiff(reference, hypothesis, k)\n",
        "It returned None",
    ),
    "not defined": ("# task 4.d\nwindowdiff\n", "no function called"),
    "at most five places": (
        _with("- k + 1), places\n", "- k + 1), places[:5]\n"),
        "just miss each other: the result was not right",
    ),
    "two at most": (
        _with(
            'one.count("1") != other.count("1")',
            'min(one.count("1"), 2) != min(other.count("1"), 2)',
        ),
        "several breaks within one window: the result was not right",
    ),
    "no wider than five": (
        _with("    places = []\n", "    places, k = [], min(k, 5)\n"),
        "windows of other widths: the result was not right",
    ),
}
