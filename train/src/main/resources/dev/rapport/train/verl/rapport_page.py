"""Pages as Rapport reads and shows them: what a policy wrote becomes the page of its next prompt.

A twin of Rapport's own reading, which a test holds to the same bytes. Left out is what its guard takes
from a page besides: private data, languages the person does not speak, what the same reply asks to
forget, and lines beyond the page's cap.
"""

import hashlib
import re
import unicodedata

NOTHING = ""
TITLE = "# What is remembered of this person\n"
LONGEST_REPLY, MOST_READ, MOST_LINES = 200_000, 5_000, 400
LONGEST_TEXT, LONGEST_SECTION, LONGEST_NAME, LINE_TOKENS = 1_000, 60, 60, 96

WHITE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009" \
    "\u200a\u2028\u2029\u205f\u3000"
DOT = "[^\\n\\r\\x85\\u2028\\u2029]"

HEADING = re.compile(
    r"\s*(?:#{2,6}\s+(" + DOT + r"{1,200}?)\s*#*|\*\*([^*]{1,100})\*\*:?|__([^_]{1,100})__:?)\s*", re.A)
BULLET = re.compile(r"\s*(?:[-*+•·–—]|\d{1,3}[.)])\s+(" + DOT + "*)", re.A)
MARK = re.compile(r"\s*[(\[]([A-Za-z: ]{4,60})[)\]]\s*\.?$", re.A)
ID = re.compile(r"\s*\^l\d{1,9}\\?$", re.A)
WHOSE = re.compile(r"([^:]{1,60}):\s+(\S" + DOT + "*)", re.A)
KNOWN_MARKS = {"stated", "inferred", "implied", "health", "therapy", "preference", "habit",
               "constraint", "fact", "style"}

COMMENTS = re.compile(r"<!--.{0,900}?(?:-->|\Z)")
TAGS = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
LINKS = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)", re.A)
FENCES = re.compile(r"`{3,}[A-Za-z0-9_+-]*|~{3,}")
STARTS = re.compile(r"^(?:\s|#{1,6}\s|>\s?|[-*+•–]\s|\d{1,3}[.)]\s|===+\s?|📌)+", re.A)
ENDS = re.compile(r"(?:(?:\s|^)\^l[0-9]{1,9})+\s*\Z", re.A)

ANGLED = "s bos eos pad unk mask sep cls think thinking thought analysis answer tool tools tool_call " \
    "tool_calls tool_response function function_call function_calls invoke system user assistant human " \
    "instructions start_of_turn end_of_turn start_of_image page data memory conversation query options"
SQUARE = "inst sys system_prompt tool_calls available_tools tool_results bos eos cls sep mask pad unk"
CONTROL = re.compile(
    r"<(?=[|｜]|(?-i:<SYS|</SYS)|/?(?:%s)(?![A-Za-z0-9_]))|\[(?=/?(?:%s)(?![A-Za-z0-9_]))"
    % (ANGLED.replace(" ", "|"), SQUARE.replace(" ", "|")), re.A | re.I)


def fence(label, text):
    """Text as data, between two marks. No line of a page can look like one: each has its own beginning."""
    safe = defuse(text)
    digest = hashlib.sha256(label.encode() + b"\0" + safe.encode("utf-8", "replace"))
    tag = digest.hexdigest()[:16]
    return "=== data: %s %s\n%s\n=== end: %s %s" % (label, tag, safe, label, tag)


def defuse(text):
    return CONTROL.sub("‹", text)


def read(reply, tokens=None):
    """The page that a reply makes, or NOTHING.

    tokens counts those of a line; one with too many is left out. None counts none.
    """
    sections = {}
    said = set()
    for section, who, text in lines(unthought(reply[:LONGEST_REPLY])):
        if section.lower() in ("forget", "forgotten", "forget requests"):
            continue
        text = plain(text, LONGEST_TEXT + 1)
        who = (plain(who, LONGEST_NAME) or "someone") if who else ""
        words = plain_words(who) + ":" + plain_words(text)
        if words.endswith(":") or length(text) > LONGEST_TEXT or words in said:
            continue
        if tokens and tokens(text) > LINE_TOKENS:
            continue
        said.add(words)
        line = (who + ": " if who else "") + text.strip(WHITE)
        sections.setdefault(plain(section, LONGEST_SECTION) or "Notes", []).append("- " + line + "\n")
    if not sections:
        return NOTHING
    return TITLE + "".join(
        "\n## %s\n\n%s" % (name.strip(WHITE), "".join(found)) for name, found in sections.items())


def lines(reply):
    """(section, whose or "", text) of every line that has the form asked for."""
    section, seen_lines, found = "Notes", set(), []
    for raw in re.split("\r\n|\r|\n", reply)[:MOST_READ]:
        line = head(raw, LONGEST_TEXT * 2)
        heading, bullet = HEADING.fullmatch(line), BULLET.fullmatch(line)
        if heading:
            name = next(group for group in heading.groups() if group is not None)
            section = plain(name.replace("*", ""), LONGEST_SECTION) or section
        elif bullet and (section, line.strip(WHITE)) not in seen_lines:
            seen_lines.add((section, line.strip(WHITE)))
            found += line_of(section, bullet.group(1))
        if len(found) >= MOST_LINES:
            break
    return found


def line_of(section, body):
    rest = re.sub(r"\*\*|__", "", ID.sub("", body.strip(WHITE), count=1)).strip(WHITE)
    who = ""
    for _ in range(4):
        mark = MARK.search(rest)
        owner = owner_of(mark.group(1), who) if mark else None
        if owner is None:
            break
        who, rest = owner, rest[:mark.start()]
    said = plain(rest, LONGEST_TEXT)
    if not said:
        return []
    lower = section.lower()
    if not who and (lower.startswith("other people") or lower == "others"):
        whose = WHOSE.fullmatch(said)
        who, said = (whose.group(1).strip(WHITE), whose.group(2)) if whose else ("someone", said)
    return [(section, who, said)]


def owner_of(word, who):
    """Whose a line is after this mark, "" for the person's own; None if it is no mark."""
    mark = word.strip().lower()
    name, colon, other = word.strip().partition(":")
    if colon and name:
        other = other.strip()
        if name.strip().lower() not in ("other", "owner") or not other:
            return None
        return "" if other.lower() in ("self", "user") else other[:LONGEST_NAME]
    if mark in ("self", "user", "own"):
        return ""
    if mark in ("other", "others"):
        return "someone"
    return who if mark in KNOWN_MARKS else None


def unthought(reply):
    """Without remains of thinking."""
    said = reply[reply.lower().rfind("</think>") + len("</think>"):] if "</think>" in reply.lower() else reply
    start = said.lower().find("<think")
    return said if start < 0 else said[:start]


def plain(text, longest):
    """One safe line: no breaks, no markup, nothing that cannot be seen."""
    line = seen(head(text, 8 * longest))
    for _ in range(6):
        plainer = cut(without_markup(line), longest)
        if plainer == line:
            return line
        line = plainer
    return line.replace("<", "‹").replace("^l", "^ l")


def without_markup(line):
    text = defuse(line)
    if "<" in text:
        text = TAGS.sub("", COMMENTS.sub("", text))
    if "](" in text:
        text = LINKS.sub(r"\1", text)
    if "```" in text or "~~~" in text:
        text = FENCES.sub("", text)
    return seen(ENDS.sub("", STARTS.sub("", text, count=1), count=1))


def seen(text):
    """What an eye would see, words one space apart."""
    kept, space = [], False
    for c in text:
        kind = unicodedata.category(c)
        if c in WHITE or kind in ("Zs", "Zl", "Zp") or c == "\x85":
            space = True
        elif kind not in ("Cc", "Cs", "Co", "Cn") and (kind != "Cf" or c in "\u200c\u200d"):
            if space and kept:
                kept.append(" ")
            space = False
            kept.append(c)
    return "".join(kept)


def cut(line, longest):
    return line if length(line) <= longest else head(line, longest).strip(WHITE)


def length(text):
    """As Java counts: a sign beyond the first 65,536 is two."""
    return len(text) + sum(c > "\uffff" for c in text)


def head(text, longest):
    if length(text) <= longest:
        return text
    return text.encode("utf-16-le", "surrogatepass")[:2 * longest].decode("utf-16-le", "ignore")


def plain_words(text):
    """All words in lower case, one space between them."""
    words, word, unspaced = [], [], []

    def end():
        if word:
            words.append("".join(word))
        word.clear()

    def end_unspaced():
        if len(unspaced) == 1:
            words.append(unspaced[0])
        words.extend(a + b for a, b in zip(unspaced, unspaced[1:]))
        unspaced.clear()

    for c in unicodedata.normalize("NFKC", text).lower():
        kind = unicodedata.category(c)
        if is_unspaced(c):
            end()
            unspaced.append(c)
        elif kind in ("Mn", "Mc") and unspaced:
            unspaced.append(c)
        else:
            end_unspaced()
            if kind[0] == "L" or kind in ("Nd", "Mn", "Mc"):
                word.append(c)
            else:
                end()
    end()
    end_unspaced()
    return " ".join(words)


def is_unspaced(c):
    """Of a script written without spaces between words."""
    if c < "\u0e00":
        return False
    return unicodedata.name(c, "").startswith(
        ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"))
