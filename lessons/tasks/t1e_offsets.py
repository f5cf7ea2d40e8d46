"""1.e  Every token keeps its place in the text."""

from __future__ import annotations

from lessons.checks.calls import PRINTS, Slip, expect, returns
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY
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
TRIPLES = "a list of (token, start, end)"
EXAMPLES: tuple[tuple[str, list[tuple[str, int, int]]], ...] = (
    ("To be or to do.",
     [("To", 0, 2), ("be", 3, 5), ("or", 6, 8), ("to", 9, 11), ("do", 12, 14), (".", 14, 15)]),
    ("Man a", [("Man", 0, 3), ("a", 4, 5)]),
    ("Lee's back.", [("Lee", 0, 3), ("'s", 3, 5), ("back", 6, 10), (".", 10, 11)]),
    ("to be or to do", [("to", 0, 2), ("be", 3, 5), ("or", 6, 8), ("to", 9, 11), ("do", 12, 14)]),
    ("He left.  She\nstayed.",
     [("He", 0, 2), ("left", 3, 7), (".", 7, 8), ("She", 10, 13), ("stayed", 14, 20),
      (".", 20, 21)]),
    ('"No", he said.',
     [('"', 0, 1), ("No", 1, 3), ('"', 3, 4), (",", 4, 5), ("he", 6, 8), ("said", 9, 13),
      (".", 13, 14)]),
)  # fmt: skip


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
        at = {"end": start + len(token), "start": start, "": 0}[after]
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
    Slip("It gave the first token only.", lambda t: _found(t, _surface(t))[:1],
         "A return inside the loop ends the function in its first round.", EARLY),
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

TASK = Task(
    id="1.e",
    kind="code",
    title="Tokens with offsets",
    points=5,
    prompt="Write `tokens_with_offsets(text)`: a list of `(token, start, end)`, one for each token "
    "of `word_tokenize(text)`, in order, where `token` is **the text as it stands**: "
    '`text[start:end] == token`, always. So `tokens_with_offsets("Lee\'s back.")` gives '
    "`[('Lee', 0, 3), (\"'s\", 3, 5), ('back', 6, 10), ('.', 10, 11)]`, and for `'\"No\", he "
    "said.'` the first item is `('\"', 0, 1)`, although NLTK writes that token otherwise. "
    "Write a loop of your own, or look for something in `nltk.tokenize` that helps: what counts "
    "is what comes out.",
    starter="# task 1.e\ndef tokens_with_offsets(text):\n    ...\n",
    promised=(
        "a token that comes twice",
        "quotation marks",
        "several sentences, with line breaks and double spaces",
    ),
    misconceptions=(SPLIT, SUBSTRINGS, FIRST, HALF_OPEN, ANEW, EARLY, PRINTS),
)


@TASK.check()
def it_returns_triples(submission: Submission) -> None:
    """A list of items of three: a string and two whole numbers."""
    submission.attempted("1.e")
    got = returns(submission, "tokens_with_offsets", ("Lee's back.",), (list, tuple), TRIPLES)
    for item in got if isinstance(got, (list, tuple)) else ():
        if not isinstance(item, (list, tuple)) or len(item) != 3:
            raise Failure(f"It should return {TRIPLES}; one item is {item!r}"[:200],
                          "Append all three together, in one pair of parentheses.")  # fmt: skip


@TASK.check(after="it_returns_triples")
def the_examples_come_out(submission: Submission) -> None:
    """One example of every kind that grading looks at, and the empty text."""
    cases = [((text,), expected) for text, expected in (*EXAMPLES, ("", []))]
    expect(submission, "tokens_with_offsets", cases, SLIPS)
