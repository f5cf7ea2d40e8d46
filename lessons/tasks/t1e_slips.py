"""What a wrong answer to 1.e does: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

import re

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t1b_cut import SPLIT

SUBSTRINGS = Misconception(
    "tokens-are-substrings",
    "Every token is a substring of the text",
    "NLTK turns straight quotation marks into `` and '', which the article's text never holds.",
    "Print word_tokenize('He said \"no\".'), and look for each token in the string.",
)
FIRST = Misconception(
    "find-finds-this-one",
    "find() finds the token I mean",
    "It finds the first: “Lee” stands many times in the article, and all would get one place.",
    "find takes a second argument: from where to look. Where did the last token end?",
)
HALF_OPEN = Misconception(
    "end-is-the-last-character",
    "end is the place of the last character",
    "Then text[start:end] loses a letter of every token.",
    "Read the bridge on slices: what does text[0:3] hold?",
)
ANEW = Misconception(
    "places-begin-anew",
    "A place in a sentence is a place in the text",
    "Every sentence has a character 0, so the places of two sentences cannot be told apart.",
    "Where does the sentence itself start in the text? Add that.",
)


def _words(text: str) -> list[str]:
    from nltk.tokenize import word_tokenize

    return list(word_tokenize(text))


def _surface(text: str) -> list[str]:
    return ['"' if word in ("``", "''") else word for word in _words(text)]


def _found(text: str, tokens: list[str], after: str = "end") -> list[tuple[str, int, int]]:
    """Each token where find() sees it, -1 and all, after the last one's end or start, or from 0."""
    places, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        places.append((token, start, start + len(token)))
        at = {"end": start + len(token), "further": start + len(token) + 1, "start": start, "": 0}[
            after
        ]
    return places


def _one_sentence(text: str) -> list[tuple[str, int, int]]:
    from nltk.tokenize import NLTKWordTokenizer

    return [(text[a:b], a, b) for a, b in NLTKWordTokenizer().span_tokenize(text)]


def _with_spaces(text: str, width: int) -> list[tuple[str, int, int]]:
    places, at = [], 0
    for token in _words(text):
        places.append((token, at, at + len(token)))
        at += len(token) + width
    return places


def _in_its_sentence(text: str) -> list[tuple[str, int, int]]:
    from nltk.tokenize import sent_tokenize

    return [place for sentence in sent_tokenize(text) for place in _one_sentence(sentence)]


def _without_quotes(text: str) -> list[tuple[str, int, int]]:
    return _found(text, [word for word in _words(text) if word in text])


def _added_up(text: str, between: int) -> list[tuple[str, int, int]]:
    """Each sentence said to start where the lengths of those before it, and so much more, end."""
    from nltk.tokenize import sent_tokenize

    places, at = [], 0
    for sentence in sent_tokenize(text):
        places += [(word, at + a, at + b) for word, a, b in _one_sentence(sentence)]
        at += len(sentence) + between
    return places


def _in_what_is_left(text: str) -> list[tuple[str, int, int]]:
    places = []
    for token in _surface(text):
        start = text.find(token)
        places.append((token, start, start + len(token)))
        text = text[start + len(token) :]
    return places


def _torn(text: str) -> list[tuple[str, int, int]]:
    from nltk.tokenize import wordpunct_tokenize

    return _found(text, wordpunct_tokenize(text))


def _each_mark(text: str) -> list[tuple[str, int, int]]:
    return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]


def _the_article(_: str) -> list[tuple[str, int, int]]:
    from lessons.articles import sample_article

    text = sample_article().text
    return _found(text, _surface(text))


def _to_the_next(text: str) -> list[tuple[str, int, int]]:
    places = _found(text, _surface(text))
    starts = [start for _, start, _ in places[1:]] + [len(text)]
    return [(word, a, b) for (word, a, _), b in zip(places, starts, strict=False)]


def _as_nltk_counts(text: str) -> list[tuple[str, int, int]]:
    """The right start, but the token's length as NLTK writes it."""
    pairs = zip(_words(text), _found(text, _surface(text)), strict=True)
    return [(word, place[1], place[1] + len(word)) for word, place in pairs]


def _squeezed(text: str) -> list[tuple[str, int, int]]:
    from nltk.tokenize import sent_tokenize

    text, places, at = " ".join(text.split()), [], 0
    for sentence in sent_tokenize(text):
        at = text.index(sentence, at)
        places += [(word, at + a, at + b) for word, a, b in _one_sentence(sentence)]
    return places


SLIPS = (
    Slip("Its tokens are the pieces between spaces.", lambda t: _found(t, t.split()), belief=SPLIT),
    Slip("A token that comes twice got the place of the first one both times.",
         lambda t: _found(t, _surface(t), ""), belief=FIRST),
    Slip("A token that comes twice got the place of the first one, and some got -1.",
         lambda t: _found(t, _words(t), ""), belief=FIRST),
    Slip("It looked for the next token inside the last one.",
         lambda t: _found(t, _surface(t), "start"), belief=FIRST),
    Slip("A token is not in the text as NLTK gives it, and got a place of -1.",
         lambda t: _found(t, _words(t)), belief=SUBSTRINGS),
    Slip("Each end is the place of the token's last character.",
         lambda t: [(word, a, b - 1) for word, a, b in _found(t, _surface(t))], belief=HALF_OPEN),
    Slip("The whole text was cut as if it were one sentence, so the stops inside it stuck.",
         _one_sentence, "Which function cuts a text into sentences, and where does each start?"),
    Slip("Each sentence's places begin anew at 0.", _in_its_sentence, belief=ANEW),
    Slip("The spaces between tokens were not counted.", lambda t: _with_spaces(t, 0),
         "What stands between the end of one token and the start of the next?"),
    Slip("It assumed one space after every token.", lambda t: _with_spaces(t, 1),
         "What stands between a word and the comma behind it?"),
    Slip("Tokens that NLTK writes otherwise were left out.", _without_quotes,
         "Every token has a place. What does the text itself hold there?"),
    Slip("These are places in another text, whose white space was squeezed first.", _squeezed,
         "A place is only good in the text it was counted in. Leave the text as it is."),
    Slip("The place is right, but the token is NLTK's, not the text's.",
         lambda t: [(word, *place[1:]) for word, place in
                    zip(_words(t), _found(t, _surface(t)), strict=True)],
         "What is text[start:end] for that place? That is the token.", SUBSTRINGS),
    Slip("One kind of quotation mark is still NLTK's.",
         lambda t: _found(t, ['"' if word == "``" else word for word in _words(t)]),
         "NLTK writes an opening mark and a closing mark otherwise. Have you mended both?",
         SUBSTRINGS),
    *(Slip("It gave the first token only.", early,
           "A return inside the loop ends the function in its first round.", EARLY)
      for early in (lambda t: _found(t, _surface(t))[:1],
                    lambda t: _found(t, _surface(t))[:1] or None)),
    Slip("It gave the places of the article, whatever text it was given.", _the_article,
         belief=GLOBALS),
    *(Slip("It tears clitics and abbreviations, as another tokenizer does.", torn,
           "The task names the tokenizer. Its tokens, and no others, get places.")
      for torn in (_torn, _each_mark)),
    *(Slip("Its places count tokens, not characters.", counted,
           "How many characters stand before the second token? Spaces are characters, too.")
      for counted in (lambda t: [(word, at, at + 1) for at, word in enumerate(_words(t))],
                      lambda t: [(w, at, at + len(w)) for at, w in enumerate(_words(t))])),
    *(Slip("It added up the lengths of sentences, and missed what stands between them.", added,
           "Look in the text for the place where each sentence starts. What can `find` do?", ANEW)
      for added in (lambda t: _added_up(t, 0), lambda t: _added_up(t, 1))),
    Slip("It looked on from one character too far, and passed over a token.",
         lambda t: _found(t, _surface(t), "further"),
         "A token's end is already behind it: the next one may start right there."),
    Slip("Each place is counted in what is left of the text, not in the whole.", _in_what_is_left,
         "How much was cut off before? Or leave the text whole, and look on from a place."),
    Slip("The end of a quotation mark is counted as NLTK writes it, two characters long.",
         _as_nltk_counts, "How many characters of the text is that mark? Slice it, and look.",
         SUBSTRINGS),
    Slip("Its tokens are lower-cased, and the text's are not.",
         lambda t: [(word.lower(), a, b) for word, a, b in _found(t, _surface(t))],
         "text[start:end] == token should be true of every item. Leave letters as they are."),
    Slip("Its places begin at 1.",
         lambda t: [(word, a + 1, b + 1) for word, a, b in _found(t, _surface(t))],
         "Python counts from 0: what does text[0] hold?"),
    Slip("The last token is left out.", lambda t: _found(t, _surface(t))[:-1],
         "Is the last token handed over after the loop, or cut off by a slice?"),
    Slip("Each end is the place where the next token starts, so spaces came along.", _to_the_next,
         "How long is the token itself? Print text[start:end] in quotes: repr shows the space."),
    Slip("The third number is the length of the token.",
         lambda t: [(word, a, b - a) for word, a, b in _found(t, _surface(t))],
         "The third number is the place where the token ends: its start and its length together."),
    Slip("The places are those of another text, in which the quotation marks were changed first.",
         lambda t: _found(t.replace('"', "``"), [w.replace("''", "``") for w in _words(t)]),
         "A place is only good in the text it was counted in. Leave the text as it is."),
    Slip("The places come first, and the token last.",
         lambda t: [(a, b, word) for word, a, b in _found(t, _surface(t))],
         "Each item is the token first, then its start, then its end."),
    Slip("The places are given without the tokens, or in another order.",
         lambda t: [(a, b, word) for word, a, b in _found(t, _words(t))],
         "Each item is the token first, then its start, then its end."),
)  # fmt: skip
