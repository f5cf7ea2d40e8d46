"""Answers to 0.c: each a cell, right in another style or wrong in another way."""

SOLUTION = """# task 0.c
def count_long(words, limit):
    count = 0
    for word in words:
        if len(word) > limit:
            count += 1
    return count
"""
RIGHT = {
    "comprehension": """# task 0.c
def count_long(words, limit):
    return len([word for word in words if len(word) > limit])
""",
    "sum of a generator": """# task 0.c
def count_long(words, limit):
    return sum(len(word) > limit for word in words)
""",
    "filter and lambda": """# task 0.c
count_long = lambda words, limit: len(list(filter(lambda word: len(word) > limit, words)))
""",
    "while on a copy": """# task 0.c
def count_long(words, limit):
    rest, count = list(words), 0
    while rest:
        if len(rest.pop()) > limit:
            count = count + 1
    return count
""",
    "numpy": """# task 0.c
import numpy as np

def count_long(words, limit):
    return np.sum(np.array([len(word) for word in words], dtype=int) > limit)
""",
    "recursion": """# task 0.c
def count_long(words, limit):
    if not words:
        return 0
    return int(len(words[0]) > limit) + count_long(words[1:], limit)
""",
    "sorted lengths, and bisect": """# task 0.c
def count_long(words, limit):
    import bisect
    ls = sorted(map(len, words))
    return len(ls) - bisect.bisect_right(ls, limit)
""",
    "an object that is called": """# task 0.c
class Counting:
    def __init__(self, limit): self.limit = limit
    def __call__(self, words): return sum(len(w) > self.limit for w in words)
def count_long(words, limit):
    return Counting(limit)(words)
""",
    "a list of True and False": """# task 0.c
def count_long(words, limit):
    return [len(w) > limit for w in words].count(True)
""",
    "a whole number as a float": """# task 0.c
def count_long(words, limit):
    import numpy as np
    return float(np.sum([len(w) > limit for w in words]))
""",
}
WRONG = {
    "prints": (
        """# task 0.c
def count_long(words, limit):
    print(len([word for word in words if len(word) > limit]))
""",
        "printing-is-returning",
    ),
    "no return": (
        """# task 0.c
def count_long(words, limit):
    count = len([word for word in words if len(word) > limit])
""",
        "returned None",
    ),
    "at least": (
        """# task 0.c
def count_long(words, limit):
    return len([word for word in words if len(word) >= limit])
""",
        "more-than-is-at-least",
    ),
    "shorter": (
        """# task 0.c
def count_long(words, limit):
    return len([word for word in words if len(word) < limit])
""",
        "shorter words",
    ),
    "all": (
        """# task 0.c
def count_long(words, limit):
    return len(words)
""",
        "every word",
    ),
    "adds up characters": (
        """# task 0.c
def count_long(words, limit):
    count = 0
    for word in words:
        if len(word) > limit:
            count += len(word)
    return count
""",
        "added up characters",
    ),
    "return inside the loop": (
        """# task 0.c
def count_long(words, limit):
    count = 0
    for word in words:
        if len(word) > limit:
            count += 1
        return count
    return count
""",
        "return-inside-the-loop",
    ),
    "=+ for +=": (
        """# task 0.c
def count_long(words, limit):
    n = 0
    for word in words:
        if len(word) > limit:
            n =+ 1
    return n
""",
        "never got past 1",
    ),
    "removes while walking": (
        """# task 0.c
def count_long(words, limit):
    words = list(words)
    for word in words:
        if len(word) <= limit:
            words.remove(word)
    return len(words)
""",
        "passed over others",
    ),
    "nothing to return for no words": (
        """# task 0.c
def count_long(words, limit):
    for place in range(len(words)):
        if place == len(words) - 1:
            return len([word for word in words if len(word) > limit])
""",
        "it returned None",
    ),
    "the count begins anew": (
        """# task 0.c
def count_long(words, limit):
    count = 0
    for word in words:
        count = 0
        if len(word) > limit:
            count += 1
    return count
""",
        "what the last word gave",
    ),
    "its own limit": (
        """# task 0.c
def count_long(words, limit):
    return len([word for word in words if len(word) > 4])
""",
        "a number of its own",
    ),
    "its own words": (
        """# task 0.c
words = ["peace", "summit", "to"]
def count_long(_, limit):
    return len([word for word in words if len(word) > limit])
""",
        "function-reads-the-global",
    ),
    "eats the list": (
        """# task 0.c
def count_long(words, limit):
    count = 0
    while words:
        if len(words.pop()) > limit:
            count += 1
    return count
""",
        "the list that it was lent.",
    ),
    "the words themselves": (
        """# task 0.c
def count_long(words, limit):
    return [word for word in words if len(word) > limit]
""",
        "returned a list",
    ),
    "breaks on no words": (
        """# task 0.c
def count_long(words, limit):
    count = len(words[0]) > limit
    for word in words[1:]:
        count += len(word) > limit
    return int(count)
""",
        "IndexError",
    ),
    "one argument": (
        """# task 0.c
def count_long(words):
    return len([word for word in words if len(word) > 4])
""",
        "TypeError",
    ),
    "another name": (
        """# task 0.c
def count_longer(words, limit):
    return len([word for word in words if len(word) > limit])
""",
        "no function called",
    ),
    "knows only the examples": (
        """# task 0.c
def count_long(words, limit):
    return {(3, 4): 2, (4, 5): 0, (3, 0): 3}.get((len(words), limit), 0)
""",
        "talks'], 4)` returned `0`",
    ),
    "does not parse": (
        """# task 0.c
def count_long(words, limit)
    return 0
""",
        "no function called",
    ),
    "a set of words": (
        """# task 0.c
def count_long(words, limit):
    return len({w for w in words if len(w) > limit})
""",
        "comes twice once",
    ),
    "the last place is left out": (
        """# task 0.c
def count_long(words, limit):
    n = 0
    for i in range(len(words) - 1):
        if len(words[i]) > limit: n += 1
    return n
""",
        "passed over the last word",
    ),
    "begins at place 1": (
        """# task 0.c
def count_long(words, limit):
    n = 0
    for i in range(1, len(words)):
        if len(words[i]) > limit: n += 1
    return n
""",
        "passed over the first word",
    ),
    "stops at the first short word": (
        """# task 0.c
def count_long(words, limit):
    n = 0
    for w in words:
        if len(w) <= limit: break
        n += 1
    return n
""",
        "stopped at the first word",
    ),
    "how many words there are": (
        """# task 0.c
def count_long(words, limit):
    if len(words) > limit:
        return len(words)
    return 0
""",
        "how many words there are",
    ),
    "letters only": (
        """# task 0.c
def count_long(words, limit):
    return sum(len(w) > limit and w.isalpha() for w in words)
""",
        "letters from end to end",
    ),
    "no longer than the limit": (
        """# task 0.c
def count_long(words, limit):
    return sum(len(w) <= limit for w in words)
""",
        "no longer than the limit",
    ),
    "as long as the limit": (
        """# task 0.c
def count_long(words, limit):
    return sum(len(w) == limit for w in words)
""",
        "exactly as long",
    ),
    "a limit of one more": (
        """# task 0.c
def count_long(words, limit):
    return sum(len(w) > limit + 1 for w in words)
""",
        "one character longer",
    ),
    "the longest": (
        """# task 0.c
def count_long(words, limit):
    return max([len(w) for w in words if len(w) > limit], default=0)
""",
        "length of the longest",
    ),
    "counts from one": (
        """# task 0.c
def count_long(words, limit):
    n = 1
    for w in words:
        if len(w) > limit: n += 1
    return n
""",
        "it returned 1",
    ),
    "a list among the parameters": (
        """# task 0.c
def count_long(words, limit, found=[]):
    for w in words:
        if len(w) > limit: found.append(w)
    return len(found)
""",
        "Asked the same twice",
    ),
    "gives the words one by one": (
        """# task 0.c
def count_long(words, limit):
    for w in words:
        if len(w) > limit:
            yield w
""",
        "<generator>",
    ),
    "a number as text": (
        """# task 0.c
def count_long(words, limit):
    return str(sum(len(w) > limit for w in words))
""",
        "a str",
    ),
    "the starter's dots inside the loop": (
        """# task 0.c
def count_long(words, limit):
    n = 0
    for w in words:
        if len(w) > limit:
            ...
    return n
""",
        "returned `0`",
    ),
    "asks the keyboard": (
        """# task 0.c
def count_long(words, limit):
    limit = int(input())
    return sum(len(w) > limit for w in words)
""",
        "EOFError",
    ),
    "no count before the loop": (
        """# task 0.c
def count_long(words, limit):
    for w in words:
        if len(w) > limit:
            n += 1
    return n
""",
        "UnboundLocalError",
    ),
}
