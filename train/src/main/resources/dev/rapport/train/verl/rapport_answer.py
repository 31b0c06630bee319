"""Which option a reply names, and what that earns: a twin of how Rapport reads answers."""

import re

from rapport_page import WHITE, plain_words, unthought

READ_FROM_END = 20_000
LETTER = r"""[\s*_`"'“‘$({\[]{0,8}(?:\\(?:text|mathbf|mathrm)\{)?([A-Za-z])"""
END = r"(?!(?u:[^\W_])|['’_-])"

BOXED = re.compile(r"\\(?:boxed|fbox)\s{0,3}\{" + LETTER + r"[\s\])}.*]{0,6}(?=[}$.\s]|\Z)", re.A)
ANSWER = re.compile(
    r"\b(?:final\s+)?(?:answer|choice)\b[\s*_`]{0,6}(?:is\b|:|=|-|–|—)[\s*_`:]{0,8}"
    r"(?:(?:option|choice|letter)\b[\s*_`:]{0,4})?" + LETTER + END, re.A | re.I)
ALONE = re.compile(r"(?:option\s+)?" + LETTER + r"""[\s*_`"'”’$)}\].:]{0,8}""", re.A | re.I)
LISTED = re.compile(r"[\s*_`(\[]{0,6}([A-Z])[*_`]{0,3}[).\]:][*_`]{0,3}\s+\S.*", re.A)
OPTION = re.compile(r"""\boption[\s*_`(\["']{1,6}([A-Z])""" + END, re.A | re.I)
NUMBERED = re.compile(
    r"""(?:\boption[\s*_`(\[#"']{1,6}"""
    r"""|\b(?:answer|choice)\b[\s*_`]{0,6}(?:is\b|:)[\s*_`:(\[#]{0,8}"""
    r"""|\\boxed\{"""
    r"""|^[*_`(\[# ]{0,6}(?=[1-9][*_`)\]}"'. ]{0,6}$))"""
    r"""([1-9])[*_`)\]}"']{0,6}(?:[.,;:!]?(?:\s|$)|\$)""", re.A | re.I | re.M)
ALSO = re.compile(r"""[\s*_`)\]}"'.]{0,6}(?i:or|and|/|&|,)[\s*_`(\[{"']{0,6}[A-Z]""" + END, re.A)
ARTICLE = re.compile(r" (?!because|since|as\b|for\b|is\b|it\b)[a-z]", re.A)


def score(reply, letter, options):
    """1 for the right letter, else 0."""
    option = chosen(reply, options)
    return 1.0 if option is not None and chr(ord("A") + option) == letter else 0.0


def chosen(reply, options):
    """The place of the option a reply names, from 0; None if it names none, or several."""
    text = unthought(reply).strip(WHITE)[-READ_FROM_END:]
    marks = [mark for mark in (last(BOXED, text, options), last(ANSWER, text, options)) if mark]
    if marks:
        return max(marks)[1]
    for reading in (alone, option_named, repeated, numbered):
        option = reading(text, options)
        if option is not None:
            return option
    return None


def last(pattern, text, options):
    """(where, which) of the last mark; None if it names two."""
    found, several = None, False
    for match in pattern.finditer(text):
        rest = text[match.end():match.end() + 40]
        article = match.group(1) in "aA" and ARTICLE.match(rest)
        option = offered(match.group(1), options)
        if not article and option is not None:
            found, several = (match.start(), option), bool(ALSO.match(rest))
    return None if several else found


def alone(text, options):
    """A last line, or an only line, that is a letter or an option with its letter."""
    lines = [line.strip(WHITE) for line in re.split("\r\n|\r|\n", text)]
    lines = [line for line in lines if line]
    if not lines:
        return None
    single = ALONE.fullmatch(lines[-1])
    if single:
        return offered(single.group(1), options)
    listed = [offered(match.group(1), options) for match in map(LISTED.fullmatch, lines) if match]
    listed = [option for option in listed if option is not None]
    return listed[0] if len(listed) == 1 else None


def option_named(text, options):
    return only(OPTION, text, options)


def numbered(text, options):
    return only(NUMBERED, text, options)


def only(pattern, text, options):
    named = {offered(match.group(1), options) for match in pattern.finditer(text)} - {None}
    return named.pop() if len(named) == 1 else None


def repeated(text, options):
    """The one option whose words stand in the reply."""
    said = " " + plain_words(text) + " "
    words = [plain_words(option) for option in options]
    found = [i for i, word in enumerate(words) if word and " " + word + " " in said]
    return found[0] if len(found) == 1 else None


def offered(letter, options):
    sign = letter.upper()
    option = ord(sign) - ord("1") if sign.isdigit() else ord(sign) - ord("A")
    return option if 0 <= option < len(options) else None
