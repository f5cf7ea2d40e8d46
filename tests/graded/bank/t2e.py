"""Answers to 2.e: each a cell, right in another style or wrong in another way."""

HEAD = "# task 2.e\ndef score(gold, predicted):\n"
SOLUTION = (
    HEAD
    + """    right = len(set(gold) & set(predicted))
    precision = right / len(predicted) if predicted else 0.0
    recall = right / len(gold) if gold else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    kinds = {"label": 0, "boundary": 0, "invented": 0, "missed": 0}
    for start, end, label in predicted:
        if (start, end, label) in gold:
            continue
        touched = [(s, e) for s, e, _ in gold if s < end and start < e]
        if (start, end) in touched:
            kinds["label"] += 1
        elif touched:
            kinds["boundary"] += 1
        else:
            kinds["invented"] += 1
    for s, e, _ in gold:
        if not any(s < end and start < e for start, end, _ in predicted):
            kinds["missed"] += 1
    return {"precision": precision, "recall": recall, "f1": f1, **kinds}
"""
)
PRACTICE = """# task 2.e practice
def kind_of(span, gold):
    start, end, label = span
    for s, e, l in gold:
        if (s, e) == (start, end):
            return 'right' if l == label else 'label'
        if start < e and s < end:
            return 'boundary'
    return 'invented'
"""
SETS = """    from collections import Counter
    def cells(span):
        return set(range(span[0], span[1]))
    def kind(span):
        if span in gold:
            return "right"
        if span[:2] in [g[:2] for g in gold]:
            return "label"
        return "boundary" if any(cells(span) & cells(g) for g in gold) else "invented"
    counts = Counter(kind(span) for span in predicted)
    covered = set().union(*map(cells, predicted))
    counts["missed"] = sum(not cells(g) & covered for g in gold)
"""
RIGHT = {
    "sets of tokens and a Counter": HEAD
    + SETS
    + """    p = counts["right"] / max(len(predicted), 1)
    r = counts["right"] / max(len(gold), 1)
    f = 2 * counts["right"] / max(len(gold) + len(predicted), 1)
    numbers = {key: counts[key] for key in ("label", "boundary", "invented", "missed")}
    return {"precision": p, "recall": r, "f1": f} | numbers
""",
    "rounded to two digits": SOLUTION.replace(
        '{"precision": precision, "recall": recall, "f1": f1,',
        '{"precision": round(precision, 2), "recall": round(recall, 2), "f1": round(f1, 2),',
    ),
    "numpy": HEAD
    + """    import numpy as np
    def table(spans):
        return np.array([span[:2] for span in spans], dtype=int).reshape(-1, 2)
    g, p = table(gold), table(predicted)
    over = (p[:, None, 0] < g[None, :, 1]) & (g[None, :, 0] < p[:, None, 1])
    same = (p[:, None, :] == g[None, :, :]).all(axis=2)
    labels = np.array([[a[2] == b[2] for b in gold] for a in predicted], dtype=bool)
    right = (same & labels.reshape(same.shape)).sum()
    precision = right / len(predicted) if predicted else np.float64(0)
    recall = right / len(gold) if gold else np.float64(0)
    total = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / total if total else 0,
        "label": same.any(axis=1).sum() - right,
        "boundary": (over.any(axis=1) & ~same.any(axis=1)).sum(),
        "invented": (~over.any(axis=1)).sum(),
        "missed": (~over.any(axis=0)).sum(),
    }
""",
    "NLTK's measures": HEAD
    + SETS
    + """    from nltk.metrics import f_measure, precision, recall
    g, p = set(gold), set(predicted)
    return {
        "precision": precision(g, p) or 0.0,
        "recall": recall(g, p) or 0.0,
        "f1": f_measure(g, p) or 0.0,
        "label": counts["label"],
        "boundary": counts["boundary"],
        "missed": counts["missed"],
        "invented": counts["invented"],
    }
""",
    "helpers of one's own": """# task 2.e
def overlap(one, other):
    return max(one[0], other[0]) < min(one[1], other[1])

def kind(span, gold):
    if span in gold:
        return "right"
    for other in gold:
        if other[:2] == span[:2]:
            return "label"
        if overlap(span, other):
            return "boundary"
    return "invented"

def score(gold, predicted):
    kinds = [kind(span, gold) for span in predicted]
    result = {name: kinds.count(name) for name in ("label", "boundary", "invented")}
    result["missed"] = len([g for g in gold if not any(overlap(g, p) for p in predicted)])
    try:
        result["precision"] = kinds.count("right") / len(predicted)
    except ZeroDivisionError:
        result["precision"] = 0.0
    try:
        result["recall"] = kinds.count("right") / len(gold)
    except ZeroDivisionError:
        result["recall"] = 0.0
    total = result["precision"] + result["recall"]
    result["f1"] = 2 * result["precision"] * result["recall"] / total if total else 0.0
    return result
""",
}


def _but(old: str, new: str) -> str:
    assert old in SOLUTION, old
    return SOLUTION.replace(old, new)


WRONG = {
    "the mean": (
        _but("f1 = 2 * precision * recall / both if both else 0.0", "f1 = both / 2"),
        "f1-is-the-mean",
    ),
    "half a span is right": (
        _but(
            "right = len(set(gold) & set(predicted))",
            "right = sum(any(g[0] < p[1] and p[0] < g[1] for g in gold) for p in predicted)",
        ),
        "half-a-span-counts",
    ),
    "labels do not matter": (
        _but(
            "right = len(set(gold) & set(predicted))",
            "right = len({g[:2] for g in gold} & {p[:2] for p in predicted})",
        ),
        "the-span-is-all",
    ),
    "the other way round": (
        _but(
            '"precision": precision, "recall": recall',
            '"precision": recall, "recall": precision',
        ),
        "precision-is-over-gold",
    ),
    "touching": (
        _but("s < end and start < e]", "s <= end and start <= e]").replace(
            "any(s < end and start < e", "any(s <= end and start <= e"
        ),
        "touching-is-overlapping",
    ),
    "one inside the other": (
        _but("if s < end and start < e]", "if s <= start and end <= e or start <= s and e <= end]")
        .replace(
            "any(s < end and start < e ",
            "any(s <= start and end <= e or start <= s and e <= end ",
        ),
        "lies inside the other",
    ),
    "missed is all that is not exact": (
        _but(
            "if not any(s < end and start < e for start, end, _ in predicted)",
            "if (s, e, _) not in predicted",
        ),
        "counts as missed",
    ),
    "invented is all that is wrong": (
        _but(
            '        else:\n            kinds["invented"]',
            '        if True:\n            kinds["invented"]',
        ),
        "every wrong span as invented",
    ),
    "missed for invented": (
        _but('kinds["missed"] += 1', 'kinds["spare"] = kinds.get("spare", 0) + 1')
        .replace('kinds["invented"] += 1', 'kinds["missed"] += 1')
        .replace("    return", '    kinds["invented"] = kinds.pop("spare", 0)\n    return'),
        "Missed and invented have changed places",
    ),
    "a label mistake is two": (
        _but(
            'kinds["label"] += 1\n        elif touched',
            'kinds["label"] += 1\n        if touched',
        ),
        "a label mistake as a boundary mistake",
    ),
    "one for every name that is touched": (
        _but('kinds["boundary"] += 1', 'kinds["boundary"] += len(touched)'),
        "for every gold span",
    ),
    "percent": (
        _but(
            '{"precision": precision, "recall": recall, "f1": f1,',
            '{"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1,',
        ),
        "a share is 1 at most",
    ),
    "kinds never counted": (
        _but("in gold:\n            continue", "in gold or True:\n            continue"),
        "look at `boundary`",
    ),
    "stops at nothing": (
        _but(" if predicted else 0.0", "").replace(" if gold else 0.0", ""),
        "ZeroDivisionError",
    ),
    "one for nothing": (
        _but("if predicted else 0.0", "if predicted else 1.0"),
        "look at `precision`",
    ),
    "a tuple": (
        _but('return {"precision": precision, "recall": recall, "f1": f1, **kinds}',
             "return precision, recall, f1, kinds"),
        "returned a tuple",
    ),
    "no counts": (_but(", **kinds}", "}"), "Under 'boundary'"),
    "prints": (_but("    return {", "    print({").replace("**kinds}", "**kinds})"),
               "printing-is-returning"),
    "accuracy": (
        _but("recall = right / len(gold) if gold else 0.0",
             "recall = right / max(len(set(gold) | set(predicted)), 1)"),
        "look at `recall`",
    ),
    "another label is no boundary": (
        _but("        elif touched:", """        elif any(
            s < end and start < e and name == label for s, e, name in gold
        ):"""),
        "name of another label",
    ),
    "boundary for label": (
        _but('kinds["label"] +=', 'kinds["X"] +=').replace('"boundary"] +=', '"label"] +=')
        .replace('"X"', '"boundary"'),
        "Boundary and label have changed places",
    ),
    "one border in common": (
        _but("if (start, end) in touched:", "if any(start == s or end == e for s, e in touched):"),
        "One border in common",
    ),
    "one digit": (
        _but('"f1": f1,', '"f1": round(f1, 1),')
        .replace('"precision": precision', '"precision": round(precision, 1)')
        .replace('"recall": recall', '"recall": round(recall, 1)'),
        "rounded to one digit",
    ),
    "divides without a rest": (_but("right / len", "right // len"), "whole numbers"),
    "missed for want of the same borders": (
        _but("if not any(s < end and start < e for", "if not any((s, e) == (start, end) for"),
        "found with a wrong border.",
    ),
    "half of F1": (_but("2 * precision * recall", "precision * recall"), "look at `f1`"),
    "another name for a key": (_but('"f1"', '"F1"'), "Under 'f1'"),
    "a border inside the other": (
        _but("if s < end and start < e]", "if s <= start < e or s < end <= e]").replace(
            "any(s < end and start < e ", "any(s <= start < e or s < end <= e "),
        "begins before the other and ends behind it",
    ),
    "begins inside the other": (
        _but("if s < end and start < e]", "if s <= start < e]").replace(
            "any(s < end and start < e ", "any(s <= start < e "),
        "one border only",
    ),
    "touching at one side": (
        _but("if s < end and start < e]", "if s <= end and start < e]").replace(
            "any(s < end and start < e ", "any(s <= end and start < e "),
        "if the predicted one is at one side",
    ),
    "tokens counted": (
        _but("    return {", """    tokens = [
        {(at, label) for s, e, label in side for at in range(s, e)} for side in (predicted, gold)
    ]
    right = len(tokens[0] & tokens[1])
    precision, recall = (right / len(side) if side else 0.0 for side in tokens)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"""),
        "count tokens, not names",
    ),
    "missed by taking away": (
        _but("    return {", """    hit = right + kinds["label"] + kinds["boundary"]
    kinds["missed"] = len(gold) - hit
    return {"""),
        "all other counts are taken away",
    ),
    "all that is not right, on both sides": (
        _but("    return {", """    kinds["missed"] = len(gold) - right
    kinds["invented"] = len(predicted) - right
    return {"""),
        "all that is not right",
    ),
    "boundary asked first": (
        _but("if (start, end) in touched:", "if False:"),
        "It counts a label mistake as a boundary mistake.",
    ),
    "missed under another label": (
        _but("if not any(s < end and start < e for start, end, _ in predicted)",
             "if not any(s < end and start < e and _ == name for start, end, name in predicted)"),
        "under another label",
    ),
}  # fmt: skip
