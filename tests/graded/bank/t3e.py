"""Answers to 3.e: each a cell, right in another style or wrong in another way."""

HEAD = """# task 3.e
from nltk.sentiment import SentimentIntensityAnalyzer

def compound(text):
    return SentimentIntensityAnalyzer().polarity_scores(text)["compound"]

"""
DEF = HEAD + "def mask_entities(text, entities):\n"
JOIN = """    joined = []
    for start, end in sorted(entities):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
"""
CUT = """    masked = text
    for start, end in reversed(joined):
        masked = masked[:start] + "NAME" + masked[end:]
"""
END = "    return masked, compound(text), compound(masked)\n"
SOLUTION = DEF + JOIN + CUT + END
PRACTICE = """# task 3.e practice
def hide(text, places):
    for start, end in sorted(places, reverse=True):
        text = text[:start] + "NAME" + text[end:]
    return text
"""
RIGHT = {
    "pieces from left to right": DEF
    + JOIN
    + """    pieces, at = [], 0
    for start, end in joined:
        pieces += [text[at:start], "NAME"]
        at = end
    masked = "".join(pieces) + text[at:]
"""
    + END,
    "a shift that is kept": DEF
    + JOIN
    + """    masked, shift = text, 0
    for start, end in joined:
        masked = masked[: start + shift] + "NAME" + masked[end + shift :]
        shift += 4 - (end - start)
"""
    + END,
    "letters marked, then runs of them": DEF
    + """    starts, inside = set(), set()
    for start, end in sorted(entities, key=lambda each: (each[0], -each[1])):
        if start not in inside:
            starts.add(start)
        inside |= set(range(start, end))
    letters = ["NAME" if at in starts else "" if at in inside else letter
               for at, letter in enumerate(text)]
    masked = "".join(letters)
"""
    + END,
    "joined by reduce": DEF
    + """    from functools import reduce
    def join(found, span):
        if found and span[0] < found[-1][1]:
            return found[:-1] + [(found[-1][0], max(found[-1][1], span[1]))]
        return [*found, tuple(span)]
    letters = list(text)
    for start, end in reduce(join, sorted(entities), [])[::-1]:
        letters[start:end] = ["NAME"]
    masked = "".join(letters)
"""
    + END,
    "numpy": DEF
    + """    import numpy as np
    hidden = np.zeros(len(text), dtype=int)
    for start, end in entities:
        hidden[start:end] = np.maximum(hidden[start:end], 1)
    first = [s for s, e in entities
             if not any(a < s < b or (a == s and b > e) for a, b in entities)]
    masked = ""
    for at, letter in enumerate(text):
        masked += "NAME" if at in first else "" if hidden[at] else letter
    scores = np.array([compound(text), compound(masked)])
    return [masked, scores[0], scores[1]]
""",
}


def _cut(body: str, end: str = END) -> str:
    return DEF + body + end


WRONG = {
    "a name for the rest of an overlap": (
        DEF
        + """    masked, last, spans = text, 0, []
    for start, end in sorted(entities):
        if end > last:
            spans.append((max(start, last), end))
            last = end
    for start, end in reversed(spans):
        masked = masked[:start] + "NAME" + masked[end:]
"""
        + END,
        "spans-never-overlap",
    ),
    "a name for each word": (
        DEF
        + JOIN
        + CUT.replace('"NAME"', '" ".join("NAME" for _ in text[start:end].split())')
        + END,
        "Each word of a name",
    ),
    "left to right": (
        _cut("""    masked = text
    for start, end in sorted(entities):
        masked = masked[:start] + "NAME" + masked[end:]
"""),
        "from left to right",
    ),
    "as they come": (
        _cut("""    masked = text
    for start, end in entities:
        masked = masked[:start] + "NAME" + masked[end:]
"""),
        "in the order given",
    ),
    "the last of the list first": (
        _cut("""    masked = text
    for start, end in reversed(entities):
        masked = masked[:start] + "NAME" + masked[end:]
"""),
        "takes the last span first",
    ),
    "overlaps cut twice": (
        _cut("""    masked = text
    for start, end in sorted(entities, reverse=True):
        masked = masked[:start] + "NAME" + masked[end:]
"""),
        "spans-never-overlap",
    ),
    "replace": (
        _cut("""    masked = text
    for name in [text[start:end] for start, end in entities]:
        masked = masked.replace(name, "NAME")
"""),
        "same-letters-same-name",
    ),
    "the first of equals": (
        _cut(
            JOIN
            + """    masked = text
    for start, end in reversed(joined):
        masked = masked.replace(masked[start:end], "NAME", 1)
"""
        ),
        "not the one that was marked",
    ),
    "nothing in its place": (
        _cut(JOIN + CUT.replace('"NAME"', '""')),
        "nothing stands in their place",
    ),
    "as long as the name": (
        _cut("""    masked = text
    for start, end in entities:
        masked = masked[:start] + "_" * (end - start) + masked[end:]
"""),
        "as long as the name",
    ),
    "a letter too many": (_cut(JOIN + CUT.replace("[end:]", "[end + 1:]")), "a letter too many"),
    "a letter left": (_cut(JOIN + CUT.replace("[end:]", "[end - 1:]")), "The last letter"),
    "returns inside the loop": (
        _cut(
            """    for start, end in entities:
        masked = text[:start] + "NAME" + text[end:]
        return masked, compound(text), compound(masked)
    return text, compound(text), compound(text)
""",
            "",
        ),
        "Only one name",
    ),
    "side by side as one": (
        _cut(JOIN.replace("start < joined[-1][1]", "start <= joined[-1][1] + 1") + CUT),
        "side by side",
    ),
    "scores the same text twice": (
        _cut(JOIN + CUT, "    return masked, compound(text), compound(text)\n"),
        "both scores are of the text before",
    ),
    "scores too late": (
        _cut(JOIN + CUT, "    return masked, compound(masked), compound(masked)\n"),
        "both scores are of the text after",
    ),
    "names that touch": (
        _cut(JOIN.replace("start < joined[-1][1]", "start <= joined[-1][1]") + CUT),
        "Two names that touch",
    ),
    "up to the last end": (
        _cut(JOIN.replace("max(end, joined[-1][1])", "end") + CUT),
        "the last one decided where the name ends",
    ),
    "the second of two left": (
        _cut(JOIN.replace("joined[-1] = (joined[-1][0], max(end, joined[-1][1]))", "pass") + CUT),
        "only one was hidden",
    ),
    "up to the nearer end": (
        _cut(JOIN.replace("max(end", "min(end") + CUT),
        "the shorter one decided",
    ),
    "joined as they come": (
        _cut(JOIN.replace("sorted(entities)", "entities") + CUT),
        "before they were put in order",
    ),
    "a shift the wrong way": (
        _cut(
            JOIN
            + """    masked, shift = text, 0
    for start, end in joined:
        masked = masked[: start + shift] + "NAME" + masked[end + shift :]
        shift += (end - start) - 4
"""
        ),
        "moved on the wrong way",
    ),
    "word by word": (
        _cut("""    names = [text[start:end] for start, end in entities]
    masked = " ".join("NAME" if word in names else word for word in text.split())
"""),
        "from blank to blank",
    ),
    "capitals": (
        _cut("""    masked = " ".join("NAME" if each.istitle() else each for each in text.split())
"""),
        "every word with a capital",
    ),
    "four letters": (
        _cut("""    masked = text
    for start, _ in sorted(entities)[::-1]:
        masked = masked[:start] + "NAME" + masked[start + len("NAME") :]
"""),
        "four letters long",
    ),
    "per cent": (
        _cut(JOIN + CUT, "    return masked, compound(text) * 100, compound(masked) * 100\n"),
        "a hundred times",
    ),
    "a number behind each name": (
        _cut(
            JOIN
            + """    masked = text
    for at, (start, end) in reversed(list(enumerate(joined))):
        masked = masked[:start] + f"NAME{at}" + masked[end:]
"""
        ),
        "mask_entities('Hope met Lee.', [(0, 4), (9, 12)])` returned",
    ),
    "a letter kept in front": (
        _cut(JOIN + CUT.replace("[:start]", "[:start + 1]")),
        "The first letter",
    ),
    "nothing kept of what replace gives": (
        _cut("""    masked = text
    for start, end in entities:
        masked.replace(text[start:end], "NAME")
"""),
        "No name was hidden",
    ),
    "all but the last": (
        _cut(JOIN + CUT.replace("(joined)", "(joined[:-1])")),
        "One name was left",
    ),
    "rounded": (
        _cut(
            JOIN + CUT, "    return masked, round(compound(text), 2), round(compound(masked), 2)\n"
        ),
        "The scores were rounded",
    ),
    "the change for the second score": (
        _cut(JOIN + CUT, "    return masked, compound(text), compound(masked) - compound(text)\n"),
        "is the change",
    ),
    "no names, no answer": (
        _cut("    if not entities:\n        return None\n" + JOIN + CUT),
        "mask_entities('No name is in here.', [])` returned `None`",
    ),
    "the same three for all": (
        DEF + "    return 'NAME met NAME.', 0.4404, 0.0\n",
        "Whatever it was given",
    ),
    "scores swapped": (
        _cut(JOIN + CUT, "    return masked, compound(masked), compound(text)\n"),
        "two scores have changed places",
    ),
    "the change alone": (
        _cut(JOIN + CUT, "    return masked, compound(masked) - compound(text)\n"),
        "It should return a tuple (masked text",
    ),
    "the text alone": (_cut(JOIN + CUT, "    return masked\n"), "returned a str"),
    "prints": (
        _cut(JOIN + CUT, "    print(masked, compound(text), compound(masked))\n"),
        "printing-is-returning",
    ),
    "no return": (_cut(JOIN + CUT, ""), "It returned None"),
    "sorts the list that it was lent": (
        _cut("    entities.sort()\n" + JOIN + CUT),
        "the-list-is-mine-to-eat",
    ),
    "another placeholder": (
        _cut(JOIN + CUT.replace('"NAME"', '"X"')),
        "In place of each name stands 'X'",
    ),
    "an index that is not there": (
        _cut(
            """    starts = [text.index(text[start:end + 99]) for start, end in entities]
    entities = [(starts[at + 1], entities[at][1]) for at in range(len(entities))]
"""
            + JOIN
            + CUT
        ),
        "IndexError",
    ),
}
