"""Answers to 1.e: each a cell, right in another style or wrong in another way."""

HEAD = "# task 1.e\nfrom nltk.tokenize import NLTKWordTokenizer, sent_tokenize, word_tokenize\n\n"
DEF = HEAD + "def tokens_with_offsets(text):\n"
MENDED = """mended = ['"' if word in ("``", "''") else word for word in word_tokenize(text)]"""
SOLUTION = (
    DEF
    + """    places, at = [], 0
    for token in word_tokenize(text):
        if token in ("``", "''") and text.find(token, at) != at:
            token = '"'
        start = text.index(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
"""
)
PRACTICE = """# task 1.e practice
def places(text, tokens):
    found, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        found.append(start)
        at = start + len(token)
    return found
"""
RIGHT = {
    "NLTK aligns": DEF
    + """    from nltk.tokenize.util import align_tokens

    words = ['"' if word in ("``", "''") else word for word in word_tokenize(text)]
    return [(text[start:end], start, end) for start, end in align_tokens(words, text)]
""",
    "recursion": HEAD
    + """def walk(text, words, at):
    if not words:
        return []
    while text[at].isspace():
        at += 1
    end = at + (1 if text[at] == '"' else len(words[0]))
    return [(text[at:end], at, end), *walk(text, words[1:], end)]

def tokens_with_offsets(text):
    return walk(text, word_tokenize(text), 0)
""",
    "a running sum over what is no space": DEF
    + """    import numpy as np

    words = ['"' if word in ("``", "''") else word for word in word_tokenize(text)]
    ink = [at for at, sign in enumerate(text) if not sign.isspace()]
    ends = np.cumsum([len(word) for word in words], dtype=int)
    return [
        (word, ink[end - len(word)], ink[end - 1] + 1) for word, end in zip(words, ends)
    ]
""",
    "spans of sentences": DEF
    + """    places, at = [], 0
    for sentence in sent_tokenize(text):
        at = text.index(sentence, at)
        for start, end in NLTKWordTokenizer().span_tokenize(sentence):
            places.append((sentence[start:end], at + start, at + end))
        at += len(sentence)
    return places
""",
    "Punkt's spans": HEAD
    + """from nltk.tokenize import PunktTokenizer

def tokens_with_offsets(text):
    return [
        (text[a + c : a + d], a + c, a + d)
        for a, b in PunktTokenizer().span_tokenize(text)
        for c, d in NLTKWordTokenizer().span_tokenize(text[a:b])
    ]
""",
    "one space at a time": DEF
    + """    places, at = [], 0
    for token in word_tokenize(text):
        while text[at].isspace():
            at += 1
        length = 1 if text[at] == '"' else len(token)
        places.append((text[at : at + length], at, at + length))
        at += length
    return places
""",
    "lists": DEF
    + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append([token, start, at])
    return places
""",
    "a generator made a list": DEF
    + """    def places(at=0):
        for token in word_tokenize(text):
            token = token.replace("``", '"').replace("''", '"')
            start = text.find(token, at)
            at = start + len(token)
            yield token, start, at
    return list(places())
""",
    "numpy numbers": DEF
    + """    import numpy as np
    tokens = ['"' if t in ("``", "''") else t for t in word_tokenize(text)]
    starts, at = [], 0
    for token in tokens:
        at = text.find(token, at)
        starts.append(at)
        at += len(token)
    ends = np.array(starts, dtype=int) + np.array([len(t) for t in tokens], dtype=int)
    return list(zip(tokens, np.array(starts, dtype=int), ends))
""",
    "walks over the white space": """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, i = [], 0
    for tok in word_tokenize(text):
        while text[i].isspace(): i += 1
        n = 1 if tok in ("``", "''") and text[i] == '"' else len(tok)
        out.append((text[i:i+n], i, i+n))
        i += n
    return out
""",
    "a regular expression for each token": """# task 1.e
from nltk.tokenize import word_tokenize

import re
def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text):
        quoted = r'"|' if tok in ("``", "''") else ""
        m = re.compile(quoted + re.escape(tok)).search(text, at)
        out.append((m.group(), m.start(), m.end()))
        at = m.end()
    return out
""",
    "named tuples": """# task 1.e
from nltk.tokenize import word_tokenize

from typing import NamedTuple
class Tok(NamedTuple):
    token: str
    start: int
    end: int
def tokens_with_offsets(text: str) -> list[Tok]:
    out, at = [], 0
    for tok in word_tokenize(text):
        if tok in {"``", "''"}: tok = '"'
        s = text.find(tok, at); at = s + len(tok)
        out.append(Tok(tok, s, at))
    return out
""",
    "a helper that yields": """# task 1.e
from nltk.tokenize import word_tokenize

def walk(text):
    at = 0
    for tok in word_tokenize(text):
        tok = {"``": '"', "''": '"'}.get(tok, tok)
        s = text.find(tok, at)
        at = s + len(tok)
        yield tok, s, at
def tokens_with_offsets(text):
    return list(walk(text))
""",
}
WRONG = {
    "finds the first": (
        DEF
        + """    tokens = ['"' if t in ("``", "''") else t for t in word_tokenize(text)]
    return [(t, text.find(t), text.find(t) + len(t)) for t in tokens]
""",
        "find-finds-this-one",
    ),
    "from where the last began": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        at = text.find(token, at)
        places.append((token, at, at + len(token)))
    return places
""",
        "inside the last one",
    ),
    "NLTK's quotes": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        places.append((token, start, start + len(token)))
        at = start + len(token)
    return places
""",
        "tokens-are-substrings",
    ),
    "index of NLTK's quotes": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.index(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
""",
        "ValueError",
    ),
    "split": (
        DEF
        + """    places, at = [], 0
    for token in text.split():
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
""",
        "split-is-tokenizing",
    ),
    "the last character": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at - 1))
    return places
""",
        "end-is-the-last-character",
    ),
    "one sentence": (
        DEF
        + """    return [(text[a:b], a, b) for a, b in NLTKWordTokenizer().span_tokenize(text)]
""",
        "as if it were one sentence",
    ),
    "no spaces": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        places.append((token, at, at + len(token)))
        at += len(token)
    return places
""",
        "spaces between tokens",
    ),
    "one space each": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        places.append((token, at, at + len(token)))
        at += len(token) + 1
    return places
""",
        "one space after every token",
    ),
    "places first": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        at = start + len(token)
        places.append((start, at, token))
    return places
""",
        "another order",
    ),
    "pairs": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        at = start + len(token)
        places.append((start, at))
    return places
""",
        "one item is",
    ),
    "prints": (
        DEF
        + """    at = 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        at = start + len(token)
        print((token, start, at))
""",
        "printing-is-returning",
    ),
    "a dict": (
        DEF
        + """    return {token: (text.find(token), text.find(token) + len(token))
            for token in word_tokenize(text)}
""",
        "returned a dict",
    ),
    "a generator": (
        DEF
        + """    at = 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        at = start + len(token)
        yield token, start, at
""",
        "gives <generator>",
    ),
    "places in the sentence": (
        DEF
        + """    places = []
    for sentence in sent_tokenize(text):
        for start, end in NLTKWordTokenizer().span_tokenize(sentence):
            places.append((sentence[start:end], start, end))
    return places
""",
        "places-begin-anew",
    ),
    "backwards": (
        DEF
        + """    spans = NLTKWordTokenizer().span_tokenize(text)
    return [(text[a:b], a, b) for a, b in spans][::-1]
""",
        "tokens_with_offsets('To be or to do.')` returned",
    ),
    "NLTK's token in the right place": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find('"' if token in ("``", "''") else token, at)
        at = start + (1 if token in ("``", "''") else len(token))
        places.append((token, start, at))
    return places
""",
        "the token is NLTK's",
    ),
    "one kind of quotes": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token == "``" else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
""",
        "One kind of quotation mark",
    ),
    "return in the loop": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at))
        return places
    return places
""",
        "return-inside-the-loop",
    ),
    "the length for the end": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, len(token)))
    return places
""",
        "length of the token",
    ),
    "places first, quotes mended": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((start, at, token))
    return places
""",
        "places come first",
    ),
    "drops the quotes": (
        DEF
        + """    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        if start >= 0:
            at = start + len(token)
            places.append((token, start, at))
    return places
""",
        "left out",
    ),
    "squeezes the white space first": (
        DEF
        + """    text = " ".join(text.split())
    places, at = [], 0
    for token in word_tokenize(text):
        token = '"' if token in ("``", "''") else token
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
""",
        "another text",
    ),
    "counts tokens": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    return [(t, i, i + 1) for i, t in enumerate(word_tokenize(text))]
""",
        "count tokens, not characters",
    ),
    "one character too far": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(tok) + 1
    return out
""",
        "one character too far",
    ),
    "a mark two characters long": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text):
        look = '"' if tok in ("``", "''") else tok
        s = text.find(look, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(look)
    return out
""",
        "two characters long",
    ),
    "the article always": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(article.text):
        s = article.text.find(tok, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(tok)
    return out
""",
        "function-reads-the-global",
    ),
    "small letters": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    low = text.lower()
    for tok in word_tokenize(low):
        if tok in ("``", "''"): tok = '"'
        s = low.find(tok, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(tok)
    return out
""",
        "lower-cased",
    ),
    "adds up sentences": (
        """# task 1.e
from nltk.tokenize import NLTKWordTokenizer
def tokens_with_offsets(text):
    out = []
    off = 0
    for s in nltk.sent_tokenize(text):
        for a, b in NLTKWordTokenizer().span_tokenize(s):
            out.append((s[a:b], off + a, off + b))
        off += len(s)
    return out
""",
        "added up the lengths",
    ),
    "cuts the text as it goes": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out = []
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok)
        out.append((tok, s, s + len(tok)))
        text = text[s + len(tok):]
    return out
""",
        "what is left of the text",
    ),
    "counts from one": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.append((tok, s + 1, s + len(tok) + 1))
        at = s + len(tok)
    return out
""",
        "begin at 1",
    ),
    "places as text": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.append((tok, str(s), str(s + len(tok))))
        at = s + len(tok)
    return out
""",
        "('Lee', '0', '3')",
    ),
    "without the last": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    for tok in word_tokenize(text)[:-1]:
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(tok)
    return out
""",
        "last token is left out",
    ),
    "up to the next": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = [], 0
    starts = []
    toks = ['"' if t in ("``", "''") else t for t in word_tokenize(text)]
    for tok in toks:
        s = text.find(tok, at); starts.append(s); at = s + len(tok)
    starts.append(len(text))
    return [(t, starts[i], starts[i+1]) for i, t in enumerate(toks)]
""",
        "next token starts",
    ),
    "a pattern of its own": (
        """# task 1.e
import re
def tokens_with_offsets(text):
    places = []
    for piece in re.compile(r"\\w+|[^\\w\\s]").finditer(text):
        places.append((piece[0], *piece.span()))
    return places
""",
        "another tokenizer",
    ),
    "strips the text first": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    text = text.strip()
    out, at = [], 0
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.append((tok, s, s + len(tok)))
        at = s + len(tok)
    return out
""",
        "whose ends were stripped first",
    ),
    "a set": (
        """# task 1.e
from nltk.tokenize import word_tokenize

def tokens_with_offsets(text):
    out, at = set(), 0
    for tok in word_tokenize(text):
        if tok in ("``", "''"): tok = '"'
        s = text.find(tok, at)
        out.add((tok, s, s + len(tok)))
        at = s + len(tok)
    return out
""",
        "returned a set",
    ),
    **{
        name: (DEF + "\n".join(f"    {line}" for line in body.strip().splitlines()), said)
        for name, (body, said) in {
            "from the start in every sentence": (
                """
out = []
for sentence in sent_tokenize(text):
    at = 0
    for word in word_tokenize(sentence):
        word = '"' if word in ("``", "''") else word
        start = text.find(word, at)
        at = start + len(word)
        out.append((word, start, at))
return out
""",
                "In every sentence it looked from the start",
            ),
            "each sentence from the start": (
                """
out = []
for sentence in sent_tokenize(text):
    base = text.find(sentence)
    for a, b in NLTKWordTokenizer().span_tokenize(sentence):
        out.append((sentence[a:b], base + a, base + b))
return out
""",
                "A sentence that comes twice got the place of the first",
            ),
            "rfind": (
                MENDED
                + """
return [(word, text.rfind(word), text.rfind(word) + len(word)) for word in mended]
""",
                "got the place of the last one",
            ),
            "a dict of places": (
                MENDED
                + """
places, at = {}, 0
for word in mended:
    start = text.find(word, at)
    at = start + len(word)
    places[word] = start, at
return [(word, start, end) for word, (start, end) in places.items()]
""",
                "Each different token is there once.",
            ),
            "no marks": (
                MENDED
                + """
out, at = [], 0
for word in mended:
    if not word[0].isalnum():
        continue
    start = text.find(word, at)
    at = start + len(word)
    out.append((word, start, at))
return out
""",
                "marks-are-not-tokens",
            ),
            "the article searched": (
                MENDED
                + """
out, at = [], 0
for word in mended:
    start = article.text.find(word, at)
    at = start + len(word)
    out.append((word, start, at))
return out
""",
                "It looked for the tokens in the article",
            ),
            "one too far": (
                MENDED
                + """
out, at = [], 0
for word in mended:
    start = text.find(word, at)
    at = start + len(word)
    out.append((word, start, at + 1))
return out
""",
                "one place too far",
            ),
            "a list for each sentence": (
                """
out, at = [], 0
for sentence in sent_tokenize(text):
    here = []
    for word in word_tokenize(sentence):
        start = text.index(word, at)
        at = start + len(word)
        here.append((word, start, at))
    out.append(here)
return out
""",
                "one item is [(",
            ),
            "quotation marks thrown out": (
                """
text, out, at = text.replace('"', ""), [], 0
for word in word_tokenize(text):
    start = text.find(word, at)
    at = start + len(word)
    out.append((word, start, at))
return out
""",
                "in which the quotation marks were changed first",
            ),
            "character by character": (
                """
return [(sign, at, at + 1) for at, sign in enumerate(text) if sign.strip()]
""",
                "Its items are characters",
            ),
            "nothing for nothing": (
                MENDED
                + """
if not mended:
    return
out, at = [], 0
for word in mended:
    start = text.find(word, at)
    at = start + len(word)
    out.append((word, start, at))
return out
""",
                "returned `None`",
            ),
        }.items()
    },
}
