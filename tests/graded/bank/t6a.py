"""Answers to 6.a: data cards, and what they claim of rights."""

TRAIN = {
    "Title": "Night Train Returns, Four Hours Late",
    "Author": "the authors of this course, with a language model",
    "Date": "not known",
    "Address": "data/texts/nighttrain/text.txt in the course",
    "Licence": "CC BY 4.0",
    "Cut": "nothing was cut, by a rule or by me",
}
LINCOLN = {
    "Title": "Address at the dedication of the cemetery at Gettysburg",
    "Author": "Abraham Lincoln (died 1865)",
    "Date": "19 November 1863",
    "Address": "https://en.wikisource.org/wiki/Gettysburg_Address_(Bliss_copy)",
    "Licence": "public domain, since its author died in 1865",
    "Cut": "nothing of the speech; I left out the editor's notes below it",
}


def _card(line: str = "{}: {}", **changed: str | None) -> str:
    lines = {**LINCOLN, **changed}
    return "\n".join(line.format(key, value) for key, value in lines.items() if value is not None)


SOLUTION = _card("- {}: {}", **TRAIN)
RIGHT = {
    "plain lines": _card(),
    "a list in bold": _card("- **{}:** {}"),
    "bold without the colon": _card("* **{}**: {}"),
    "a table": "| what | |\n|---|---|\n" + _card("| {} | {} |"),
    "small letters, other words": "headline: A train\nby: N. N.\npublished: 2024\nurl: not known\n"
    "license: CC BY-SA 4.0\nremoved: the menu, by a rule of the course",
    "with a line before": "This is my card.\n\n" + _card("{}: {}\n"),
    "numbered": "\n".join(f"{n}. {line}" for n, line in enumerate(_card().splitlines(), 1)),
    "as the article's own": _card(
        Title="not known", Author="not known", Date="not known", Address="not known",
        Licence="not known", Cut="nine lines of menus and buttons, each by a rule",
    ),
    "none named": _card(Licence="no licence is stated on the page"),
    "all rights reserved": _card(Licence="All rights reserved; quoted for a class"),
    "CC0": _card(Licence="CC0"),
    "spelled out": _card(Licence="Creative Commons Attribution 4.0"),
    "a licence of its own": _card(Licence="Open Government Licence v3.0"),
    "a name of its own": _card(Licence="Free Art License 1.3"),
    "a free documentation licence": _card(Licence="GNU Free Documentation License"),
    "below each word": _card("- {}:\n  - {}"),
    "looked for in vain": _card(Licence="I could not find one on the page"),
    "rights that ended": _card(Licence="none any more, since the author died in 1865"),
    "a book": _card(Address="Project Gutenberg, ebook 1080; printed in Dublin"),
    "not known, with a guess beside it": _card(Author="not known, probably an agency"),
    "quoted by right": _card(Licence="all rights reserved; quoted for a class as fair use"),
    "terms of a site": _card(Licence="see the terms of use of example.org, section 4"),
}  # fmt: skip
WRONG = {
    "free": (_card(Licence="free"), "“free” names no licence"),
    "free to use": (_card(Licence="It is free to use, because it is on the web"), "web-is-free"),
    "public": (_card(Licence="It is a public website that anyone can read"), "anyone can read” na"),
    "copyright-free": (_card(Licence="copyright-free"), "“copyright-free” names no licence"),
    "no permission needed": (_card(Licence="no permission needed"), "“no permission needed”"),
    "none": (_card(Licence="none"), "The line Licence is there, and says nothing"),
    "a family": (_card(Licence="Creative Commons"), "a family of licences, not one"),
    "no licence line": (_card(Licence=None), "no line for Licence"),
    "no line for what was cut": (_card(Cut=None), "no line for Cut"),
    "public domain, and not why": (_card(Licence="Public domain."), "and not why"),
    "whose it is": (_card(Licence="BBC News"), "“BBC News” is no licence"),
    "for a class": (_card(Licence="educational use"), "“educational use” is no licence"),
    "a licence, whichever": (_card(Licence="it has a licence"), "“it has a licence” is no licence"),
    "left open": (_card(Author="?"), "Nothing is said under Author"),
    "two left open": (_card(Date="", Address="n/a"), "Nothing is said under Date, Address"),
    "fair use": (_card(Licence="fair use"), "“fair use” is no licence"),
    "a guess": (_card(Author="probably some journalist"), "Under Author stands a guess"),
    "guessed, too": (_card(Date="I think it is from 2020"), "Under Date stands a guess"),
    "nowhere": (_card(Address="Google"), "“Google” leads nobody to the text"),
    "the internet": (_card(Address="found on the internet"), "“found on the internet” leads"),
    "prose": (
        "I found this text on the page of a newspaper, and I think that it is very good to read.",
        "no line for Title, Author",
    ),
}
