"""What a wrong answer to 1.e does: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

from string import punctuation

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t1b_cut import SPLIT
from lessons.tasks.t1d_types import MARKS
from lessons.tasks.t1e_models import (
    added_up,
    anew_in_each_sentence,
    as_nltk_counts,
    by_token,
    each_mark,
    each_sentence_from_0,
    found,
    in_its_sentence,
    in_what_is_left,
    one_sentence,
    squeezed,
    surface,
    the_article,
    the_text,
    to_the_next,
    torn,
    with_spaces,
    without_quotes,
    words,
)

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


SLIPS = (
    Slip("Its tokens are the pieces between spaces.", lambda t: found(t, t.split()), belief=SPLIT),
    Slip("A token that comes twice got the place of the first one both times.",
         lambda t: found(t, surface(t), ""), belief=FIRST),
    Slip("A token that comes twice got the place of the first one, and some got -1.",
         lambda t: found(t, words(t), ""), belief=FIRST),
    Slip("It looked for the next token inside the last one.",
         lambda t: found(t, surface(t), "start"), belief=FIRST),
    Slip("A token is not in the text as NLTK gives it, and got a place of -1.",
         lambda t: found(t, words(t)), belief=SUBSTRINGS),
    Slip("In every sentence it looked from the start of the text again.", anew_in_each_sentence,
         "Where did the last token end, in whichever sentence? That place outlives the sentence.",
         FIRST),
    Slip("A sentence that comes twice got the place of the first one both times.",
         each_sentence_from_0, "Sentences repeat, too. From where should the next one be looked "
         "for?", FIRST),
    Slip("A token that comes twice got the place of the last one both times.",
         lambda t: [(word, t.rfind(word), t.rfind(word) + len(word)) for word in surface(t)],
         "`rfind` looks from the end, and sees one place. From where should each search go on?"),
    *(Slip("Each different token is there once.", once,
           "A dict and a set keep a token once. What keeps all of them, in their order?")
      for once in (by_token, lambda t: by_token(t, twice=False))),
    *(Slip("It left marks of punctuation out.",
           lambda t, kept=kept: found(t, [word for word in surface(t) if kept(word)]), belief=MARKS)
      for kept in (str.isalnum, str.isalpha, lambda word: word[0].isalnum(),
                   lambda word: word not in punctuation)),
    Slip("Each end is the place of the token's last character.",
         lambda t: [(word, a, b - 1) for word, a, b in found(t, surface(t))], belief=HALF_OPEN),
    Slip("The whole text was cut as if it were one sentence, so the stops inside it stuck.",
         one_sentence, "Which function cuts a text into sentences, and where does each start?"),
    Slip("Each sentence's places begin anew at 0.", in_its_sentence, belief=ANEW),
    Slip("The spaces between tokens were not counted.", lambda t: with_spaces(t, 0),
         "What stands between the end of one token and the start of the next?"),
    Slip("It assumed one space after every token.", lambda t: with_spaces(t, 1),
         "What stands between a word and the comma behind it?"),
    Slip("Tokens that NLTK writes otherwise were left out.", without_quotes,
         "Every token has a place. What does the text itself hold there?"),
    *(Slip("These are places in another text, whose white space was squeezed first.", other,
           "A place is only good in the text it was counted in. Leave the text as it is.")
      for other in (squeezed, lambda t: found(t.replace("  ", " "), surface(t)))),
    Slip("These are places in another text, whose ends were stripped first.",
         lambda t: found(t.strip(), surface(t)),
         "What stands before the first token counts, too. Leave the text as it is."),
    Slip("Its items are characters.",
         lambda t: [(sign, at, at + 1) for at, sign in enumerate(t) if not sign.isspace()],
         "A loop over a string goes through its characters. What should it go through?"),
    Slip("The place is right, but the token is NLTK's, not the text's.",
         lambda t: [(word, *place[1:]) for word, place in
                    zip(words(t), found(t, surface(t)), strict=True)],
         "What is text[start:end] for that place? That is the token.", SUBSTRINGS),
    Slip("One kind of quotation mark is still NLTK's.",
         lambda t: found(t, ['"' if word == "``" else word for word in words(t)]),
         "NLTK writes an opening mark and a closing mark otherwise. Have you mended both?",
         SUBSTRINGS),
    *(Slip("It gave the first token only.", early,
           "A return inside the loop ends the function in its first round.", EARLY)
      for early in (lambda t: found(t, surface(t))[:1],
                    lambda t: found(t, surface(t))[:1] or None)),
    Slip("It gave the places of the article, whatever text it was given.", the_article,
         belief=GLOBALS),
    *(Slip("It tears clitics and abbreviations, as another tokenizer does.", torn,
           "The task names the tokenizer. Its tokens, and no others, get places.")
      for torn in (torn, each_mark)),
    Slip("It looked for the tokens in the article, whatever text it was given.",
         lambda t: found(the_text(), surface(t)), belief=GLOBALS),
    *(Slip("Its places count tokens, not characters.", counted,
           "How many characters stand before the second token? Spaces are characters, too.")
      for counted in (lambda t: [(word, at, at + 1) for at, word in enumerate(words(t))],
                      lambda t: [(w, surface(t).index(w), surface(t).index(w) + 1)
                                 for w in surface(t)],
                      lambda t: [(w, at, at + len(w)) for at, w in enumerate(words(t))])),
    *(Slip("It added up the lengths of sentences, and missed what stands between them.", added,
           "Look in the text for the place where each sentence starts. What can `find` do?", ANEW)
      for added in (lambda t: added_up(t, 0), lambda t: added_up(t, 1))),
    Slip("It looked on from one character too far, and passed over a token.",
         lambda t: found(t, surface(t), "further"),
         "A token's end is already behind it: the next one may start right there."),
    Slip("Each place is counted in what is left of the text, not in the whole.", in_what_is_left,
         "How much was cut off before? Or leave the text whole, and look on from a place."),
    Slip("The end of a quotation mark is counted as NLTK writes it, two characters long.",
         as_nltk_counts, "How many characters of the text is that mark? Slice it, and look.",
         SUBSTRINGS),
    Slip("Its tokens are lower-cased, and the text's are not.",
         lambda t: [(word.lower(), a, b) for word, a, b in found(t, surface(t))],
         "text[start:end] == token should be true of every item. Leave letters as they are."),
    Slip("Its places begin at 1.",
         lambda t: [(word, a + 1, b + 1) for word, a, b in found(t, surface(t))],
         "Python counts from 0: what does text[0] hold?"),
    Slip("The last token is left out.", lambda t: found(t, surface(t))[:-1],
         "Is the last token handed over after the loop, or cut off by a slice?"),
    Slip("Each end is the place where the next token starts, so spaces came along.", to_the_next,
         "How long is the token itself? Print text[start:end] in quotes: repr shows the space."),
    Slip("Each end is one place too far.",
         lambda t: [(word, a, b + 1) for word, a, b in found(t, surface(t))],
         "A slice stops before its end. Print text[start:end] in quotes: what came along?"),
    Slip("The third number is the length of the token.",
         lambda t: [(word, a, b - a) for word, a, b in found(t, surface(t))],
         "The third number is the place where the token ends: its start and its length together."),
    *(Slip("The places are those of another text, in which the quotation marks were changed first.",
           other, "A place is only good in the text it was counted in. Leave the text as it is.")
      for other in (lambda t: found(t.replace('"', "``"),
                                    [w.replace("''", "``") for w in words(t)]),
                    lambda t: found(t.replace('"', ""), words(t.replace('"', ""))))),
    Slip("The places come first, and the token last.",
         lambda t: [(a, b, word) for word, a, b in found(t, surface(t))],
         "Each item is the token first, then its start, then its end."),
    Slip("The places are given without the tokens, or in another order.",
         lambda t: [(a, b, word) for word, a, b in found(t, words(t))],
         "Each item is the token first, then its start, then its end."),
)  # fmt: skip
