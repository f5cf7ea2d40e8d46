"""3.e  What goes wrong where names are hidden: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

from collections.abc import Callable

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t1e_slips import HALF_OPEN
from lessons.tasks.t3d_texts import said
from lessons.tasks.t3e_placeholders import (
    apart,
    as_one,
    by_end,
    by_tokens,
    by_words,
    cut_at,
    drifting,
    each,
    in_turn,
    joined,
    joined_badly,
    latest,
    letters,
    longest,
    masked,
    of_four,
    outermost,
    right,
    shifted,
    told,
    trimmed,
    whole_words,
)

SHIFT = Misconception(
    "offsets-stay-put",
    "An offset stays good when the text changes",
    "A name and its placeholder differ in length, so every place behind the first change has "
    "moved, and the next cut tears a word that was never a name.",
    "Which change leaves all the places that are still to be used as they were?",
)
LETTERS = Misconception(
    "same-letters-same-name",
    "The same letters are the same thing",
    "*Hope* the mayor is a name and *hope* that she had is none, but `replace` cannot tell: only "
    "the place says which one is meant.",
    "Use the start and end that you were given, and look for no letters.",
)
TWICE = Misconception(
    "spans-never-overlap",
    "Two spans never overlap",
    "Two taggers, or a name inside a name (*the Bank of England*), give spans that share letters; "
    "the second cut then hits the placeholder of the first.",
    "What should become of (0, 15) and (8, 15)? Join such spans before you cut.",
)


def _hiding(mask: Callable[..., str]) -> Callable[..., tuple[str, float, float]]:
    return lambda text, spans: told(text, mask(text, spans))


SLIPS = (
    Slip("It cuts from left to right, at places that have moved.",
         _hiding(lambda t, s: in_turn(t, sorted(s))), belief=SHIFT),
    Slip("It cuts in the order given, at places that may have moved.",
         _hiding(in_turn), belief=SHIFT),
    Slip("It takes the last span first, wherever that stands in the text.",
         _hiding(lambda t, s: in_turn(t, list(s)[::-1])),
         "The spans come in any order. What order do you need?"),
    *(Slip("Spans that overlap were cut one after the other.", _hiding(cut), belief=TWICE)
      for cut in (each, by_end, lambda t, s: each(t, list(set(map(tuple, s)))),
                  lambda t, s: each(t, outermost(s)), drifting(1, sorted))),
    *(Slip("The places are moved on the wrong way.", _hiding(drifting(-1, order)),
           "Where NAME is shorter than the name, do the places behind it move left or right?")
      for order in (joined, sorted)),
    *(Slip(f"Where spans overlap, the {which} one decided where the name ends.",
           _hiding(lambda t, s, end=end: cut_at(t, joined_badly(s, end_of=end))),
           "A name inside a longer one ends before it. Which of the two ends do you keep?")
      for which, end in (("last", lambda _, end: end), ("shorter", min))),
    *(Slip("Of spans that overlap, only one was hidden.",
           _hiding(lambda t, s, order=order: each(t, apart(order(s)))),
           "What the other has beyond it is a name, too: join them before you cut.")
      for order in (sorted, list, latest, longest)),
    Slip("Spans were joined before they were put in order.",
         _hiding(lambda t, s: cut_at(t, joined_badly(s, order=list))),
         "Each is compared with the one before it in the list. In which order must they come?"),
    Slip("Two spans that overlap got a NAME each.",
         _hiding(lambda t, s: cut_at(t, trimmed(s))), belief=TWICE),
    Slip("Each word of a name got a NAME of its own.", _hiding(by_tokens),
         "A span goes from its start to its end, whatever stands between: it gets one NAME."),
    Slip("Two names that touch became one NAME.",
         _hiding(lambda t, s: cut_at(t, joined_badly(s, touch=1))),
         "An end is half-open. Do (0, 3) and (3, 7) share a letter?"),
    Slip("No name was hidden.", lambda t, s: told(t, t),
         "A string never changes: replace and slices give a new one. Where do you keep it?"),
    *(Slip("It also hid letters that no span marks.", _hiding(mask), belief=LETTERS)
      for mask in (letters(list), letters(latest), letters(joined), whole_words)),
    *(Slip("It compares words, from blank to blank: marks hang on some, and a name may be several.",
           _hiding(by_words(hides)), belief=LETTERS)
      for hides in (lambda word, names: word in names,
                    lambda word, names: word.strip(".,") in names)),
    *(Slip("It hides every word with a capital letter.", _hiding(by_words(hides)),
           "Which words are names was told: by their places.")
      for hides in (lambda word, _: word[0].isupper(), lambda word, _: word.istitle())),
    Slip("It takes every name for four letters long.", _hiding(of_four),
         "A name goes from its start to its end; only the placeholder has four letters."),
    *(Slip("It hid the first place with these letters, not the one that was marked.",
           _hiding(letters(order, 1)), belief=LETTERS)
      for order in (list, latest, lambda spans: joined(spans)[::-1])),
    Slip("The names are gone, and nothing stands in their place.",
         _hiding(lambda t, s: masked(t, s, "")),
         "A sentence with a hole reads otherwise: put NAME where the name was."),
    Slip("It cuts a letter too many after each name.", _hiding(shifted(0, 1)), belief=HALF_OPEN),
    Slip("The last letter of each name is left.", _hiding(shifted(0, -1)), belief=HALF_OPEN),
    Slip("The first letter of each name is left.", _hiding(shifted(1, 0)),
         "What does text[0:3] hold, and what text[1:3]? A start belongs to its span."),
    Slip("It cuts a letter too many before each name.", _hiding(shifted(-1, 0)),
         "text[:start] ends before the start already."),
    *(Slip("Only one name was hidden.",
           lambda t, s, one=one, none=none: told(t, masked(t, one(s))) if s or none else None,
           "Is your return inside the loop, or does each round begin with the whole text again?")
      for none in (True, False)
      for one in (lambda s: list(s)[:1], lambda s: list(s)[-1:],
                  lambda s: joined(s)[:1], lambda s: joined(s)[-1:])),
    *(Slip("One name was left as it was.", _hiding(lambda t, s, most=most: masked(t, most(s))),
           "Which span does your loop never reach?")
      for most in (lambda s: list(s)[1:], lambda s: list(s)[:-1],
                   lambda s: joined(s)[1:], lambda s: joined(s)[:-1])),
    *(Slip("Names side by side became one NAME.", _hiding(mask),
           "Spans with a blank between them share no letters: each is a name of its own.")
      for mask in (as_one, lambda t, s: cut_at(t, joined_badly(s, touch=2)))),
    Slip("The text is masked, but both scores are of the text before.",
         lambda t, s: (masked(t, s), right(t, s)[1], right(t, s)[1]),
         "Which text does your second call of VADER get?"),
    Slip("The text is masked, but both scores are of the text after.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[2]),
         "Score the text before you change it, or keep it under another name."),
    *(Slip(f"It takes `{key}`, not the compound.",
           lambda t, s, key=key: (masked(t, s), said(t)[key], said(masked(t, s))[key]),
           "Print all that VADER says of a text: which entry is asked for?")
      for key in ("pos", "neg", "neu")),
    Slip("The scores are a hundred times the compound.",
         lambda t, s: (masked(t, s), *(100 * each for each in right(t, s)[1:])),
         "Return each score as VADER gives it: it is no percentage."),
    *(Slip("The scores were rounded.",
           lambda t, s, places=places: (
               masked(t, s), *(round(each, places) for each in right(t, s)[1:])),
           "Return each score as VADER gives it.") for places in (3, 2, 1)),
    *(Slip("The last of the three is the change, not the score after.",
           lambda t, s, sign=sign: (
               masked(t, s), right(t, s)[1], sign * (right(t, s)[2] - right(t, s)[1])),
           "Whoever calls it can work out the change from the two scores.") for sign in (1, -1)),
    Slip("The two scores have changed places.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[1]),
         "First the score of the text as it was given."),
)  # fmt: skip
