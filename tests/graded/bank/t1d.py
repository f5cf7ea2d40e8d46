"""Answers to 1.d: each a cell, right in another style or wrong in another way."""

HEAD = "# task 1.d\nfrom nltk.tokenize import word_tokenize\n\ndef count_types(text):\n"
SOLUTION = (
    HEAD
    + """    tokens = word_tokenize(text)
    types = set(tokens)
    folded = {token.lower() for token in tokens}
    return len(tokens), len(types), len(folded)

count_types(article.text)
"""
)
RIGHT = {
    "lower-cased before it is cut": """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens, small = word_tokenize(text), word_tokenize(text.lower())
    return len(tokens), len(set(tokens)), len(set(small))
""",
    "line by line, and sentence by sentence": """# task 1.d
import nltk

def count_types(text):
    frequencies, folded = nltk.FreqDist(), nltk.FreqDist()
    for line in text.splitlines():
        for sentence in nltk.sent_tokenize(line):
            for token in nltk.word_tokenize(sentence):
                frequencies[token] += 1
                folded[token.casefold()] += 1
    return frequencies.N(), frequencies.B(), folded.B()
""",
    "loops": HEAD
    + """    tokens, types, folded = 0, [], []
    for token in word_tokenize(text):
        tokens += 1
        if token not in types:
            types.append(token)
        if token.lower() not in folded:
            folded.append(token.lower())
    return (tokens, len(types), len(folded))
""",
    "Counter": HEAD
    + """    from collections import Counter
    counts = Counter(word_tokenize(text))
    return sum(counts.values()), len(counts), len({word.lower() for word in counts})
""",
    "FreqDist": HEAD
    + """    from nltk import FreqDist
    counts = FreqDist(word_tokenize(text))
    return counts.N(), counts.B(), FreqDist(word.lower() for word in counts).B()
""",
    "numpy": HEAD
    + """    import numpy as np
    tokens = np.array(word_tokenize(text), dtype=str)
    return tokens.size, np.unique(tokens).size, np.unique(np.char.lower(tokens)).size
""",
    "a list": HEAD
    + """    tokens = word_tokenize(text)
    return [len(tokens), len(set(tokens)), len(set(map(str.lower, tokens)))]
""",
    "sentence by sentence": """# task 1.d
import nltk

def count_types(text):
    tokens = [t for s in nltk.sent_tokenize(text) for t in nltk.word_tokenize(s)]
    return len(tokens), len(set(tokens)), len({t.casefold() for t in tokens})
""",
    "with numpy numbers": HEAD
    + """    import numpy as np
    tokens = word_tokenize(text)
    return tuple(np.array([len(tokens), len(set(tokens)), len({t.lower() for t in tokens})]))
""",
    "a named tuple": """# task 1.d
from nltk.tokenize import word_tokenize

from collections import namedtuple
Counts = namedtuple("Counts", "tokens types lowered")
def count_types(text):
    tokens = word_tokenize(text)
    return Counts(len(tokens), len(set(tokens)), len(set([t.lower() for t in tokens])))
""",
    "an array of three numbers": """# task 1.d
from nltk.tokenize import word_tokenize

import numpy as np
def count_types(text):
    tokens = word_tokenize(text)
    return np.array([len(tokens), len(set(tokens)), len({t.lower() for t in tokens})])
""",
    "the vocabulary of nltk.Text": """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    t = nltk.Text(word_tokenize(text))
    return (len(t), len(t.vocab()), len(set(map(str.lower, t))))
""",
}
WRONG = {
    "split": (
        HEAD
        + """    tokens = text.split()
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "split-is-tokenizing",
    ),
    "folds first": (
        HEAD
        + """    tokens = [token.lower() for token in word_tokenize(text)]
    return len(tokens), len(set(tokens)), len(set(tokens))
""",
        "lower-casing-is-harmless",
    ),
    "never folds": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len(set(tokens))
""",
        "lower-cased nothing",
    ),
    "types are tokens": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens), len(tokens), len(tokens)
""",
        "tokens-are-types",
    ),
    "words only": (
        HEAD
        + """    tokens = [token for token in word_tokenize(text) if token.isalnum()]
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "marks-are-not-tokens",
    ),
    "characters": (
        HEAD
        + """    return len(text), len(set(text)), len(set(text.lower()))
""",
        "counted characters",
    ),
    "another order": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(set(tokens)), len(tokens), len({token.lower() for token in tokens})
""",
        "changed places",
    ),
    "second and third swapped": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens), len({token.lower() for token in tokens}), len(set(tokens))
""",
        "second and third number have changed places",
    ),
    "a lower-cased list": (
        HEAD
        + """    tokens = word_tokenize(text)
    low = [token.lower() for token in tokens]
    return len(tokens), len(set(tokens)), len(low)
""",
        "still counts every token",
    ),
    "a set of the string": (
        HEAD
        + """    return len(word_tokenize(text)), len(set(text)), len(set(text.lower()))
""",
        "count the letters",
    ),
    "what was lost": (
        HEAD
        + """    tokens = word_tokenize(text)
    types = len(set(tokens))
    return len(tokens), types, types - len({token.lower() for token in tokens})
""",
        "took away",
    ),
    "prints": (
        HEAD
        + """    tokens = word_tokenize(text)
    print(len(tokens), len(set(tokens)), len({token.lower() for token in tokens}))
""",
        "printing-is-returning",
    ),
    "two numbers": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens))
""",
        "three whole numbers; saw",
    ),
    "one number": (
        HEAD
        + """    return len(set(word_tokenize(text)))
""",
        "returned an int",
    ),
    "a dict": (
        HEAD
        + """    tokens = word_tokenize(text)
    return {"tokens": len(tokens), "types": len(set(tokens))}
""",
        "returned a dict",
    ),
    "the article, whatever it is given": (
        HEAD
        + """    tokens = word_tokenize(article.text)
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "function-reads-the-global",
    ),
    "not defined": ("# task 1.d\nlen(article.text)\n", "no function called"),
    "one too many": (
        HEAD
        + """    tokens = word_tokenize(text) + [""]
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "count_types('May may march in March.')` returned `(7, 7, 5)`",
    ),
    "every dot cut off first": (
        HEAD
        + """    tokens = word_tokenize(text.replace(".", " ."))
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "every-full-stop-ends-something",
    ),
    "at most so many": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens[:30]), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "a text that repeats itself: the result was not right",
    ),
    "folds its first letter only": (
        HEAD
        + """    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({token[0].lower() + token[1:] for token in tokens})
""",
        "where capitals tell words apart: the result was not right",
    ),
    "wordpunct": (
        """# task 1.d
from nltk.tokenize import wordpunct_tokenize

def count_types(text):
    tokens = wordpunct_tokenize(text)
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "It tears clitics",
    ),
    "TweetTokenizer": (
        """# task 1.d
from nltk.tokenize import TweetTokenizer

def count_types(text):
    tokens = TweetTokenizer().tokenize(text)
    return len(tokens), len(set(tokens)), len({t.lower() for t in tokens})
""",
        "keeps clitics on their words",
    ),
    "stemmed": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    st = nltk.PorterStemmer()
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({st.stem(t) for t in tokens})
""",
        "he talk failed.')` returned",
    ),
    "sentences": (
        """# task 1.d
def count_types(text):
    tokens = nltk.sent_tokenize(text)
    return len(tokens), len(set(tokens)), len({t.lower() for t in tokens})
""",
        "counted sentences",
    ),
    "words that come once": (
        """# task 1.d
from nltk.tokenize import word_tokenize

from collections import Counter
def count_types(text):
    tokens = word_tokenize(text)
    c = Counter(tokens); l = Counter(t.lower() for t in tokens)
    return len(tokens), sum(1 for t in c if c[t] == 1), sum(1 for t in l if l[t] == 1)
""",
        "only the words that come once",
    ),
    "repeats": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    n = len(tokens)
    return n, n - len(set(tokens)), n - len({t.lower() for t in tokens})
""",
        "counted what repeats",
    ),
    "small letters only": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({t for t in tokens if t.islower()})
""",
        "only words in small letters",
    ),
    "without capitals": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({t for t in tokens if t == t.lower()})
""",
        "leaves out what has a capital",
    ),
    "lower without its parentheses": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({t.lower for t in tokens})
""",
        "counts methods",
    ),
    "the last token left out": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)[:-1]
    return len(tokens), len(set(tokens)), len({t.lower() for t in tokens})
""",
        "last token is left out",
    ),
    "None for the empty text": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    if text:
        tokens = word_tokenize(text)
        return len(tokens), len(set(tokens)), len({t.lower() for t in tokens})
""",
        "count_types('')` returned `None`",
    ),
    "lists and sets": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return tokens, set(tokens), {t.lower() for t in tokens}
""",
        "Its first should be a whole number",
    ),
    "numbers as text": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return str(len(tokens)), str(len(set(tokens))), str(len({t.lower() for t in tokens}))
""",
        "it is `'6'`",
    ),
    "a set of three numbers": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return {len(tokens), len(set(tokens)), len({t.lower() for t in tokens})}
""",
        "a set",
    ),
    "lower-cases a set": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len(set(tokens).lower())
""",
        "AttributeError",
    ),
    "a return inside the loop": (
        """# task 1.d
from nltk.tokenize import word_tokenize

def count_types(text):
    low = set()
    tokens = word_tokenize(text)
    for t in tokens:
        low.add(t.lower())
        return len(tokens), len(set(tokens)), len(low)
""",
        "(6, 6, 1)",
    ),
    "types of words alone": (
        """# task 1.d
from nltk.tokenize import sent_tokenize, word_tokenize

def count_types(text):
    tokens = word_tokenize(text)
    words = [token for token in tokens if token.isalpha()]
    return len(tokens), len(set(words)), len({word.lower() for word in words})
""",
        "out of the types",
    ),
    "types of pieces": (
        """# task 1.d
from nltk.tokenize import sent_tokenize, word_tokenize

def count_types(text):
    tokens, pieces = word_tokenize(text), text.split()
    return len(tokens), len(set(pieces)), len({piece.lower() for piece in pieces})
""",
        "Its types are the pieces between spaces.",
    ),
    "the last line": (
        """# task 1.d
from nltk.tokenize import sent_tokenize, word_tokenize

def count_types(text):
    tokens = []
    for line in text.splitlines():
        tokens = word_tokenize(line)
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "the last line only",
    ),
    "the last sentence": (
        """# task 1.d
from nltk.tokenize import sent_tokenize, word_tokenize

def count_types(text):
    tokens = []
    for sentence in sent_tokenize(text):
        tokens = word_tokenize(sentence)
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})
""",
        "the last sentence only",
    ),
    "tokens of the last line": (
        """# task 1.d
from nltk.tokenize import sent_tokenize, word_tokenize

def count_types(text):
    types, low = set(), set()
    for line in text.splitlines() or [""]:
        tokens = word_tokenize(line)
        types.update(tokens)
        low.update(token.lower() for token in tokens)
    return len(tokens), len(types), len(low)
""",
        "it should be `(8, 5, 5)`",
    ),
}
