"""The terms of the glossary, and the links that lead to them from prose."""

import re
from html import escape

import cells
from prose import name_of
from whole import read

# A term begins a paragraph, or an item of the list, and its meaning ends with that.
TERM = re.compile(r"^\*\*(?P<name>[^*]+)\.\*\*\s+(?P<meaning>.+(?:\n(?!\*\*).+)*)$", re.M)
# Terms that are words of every day as well, which would lead astray.
PLAIN = re.compile(r"<!-- plain words: (.*?) -->")


class Terms:
    """What is defined in glossary.md, and in the first notebook, where it stands once."""

    def __init__(self, file, chapters):
        text = read(file)
        found = defined(text)
        for chapter in chapters:
            for cell in cells.read(chapter["source"]).cells if chapter["number"] == "00" else []:
                if cell.cell_type == "markdown" and cell.id.startswith("words-of-"):
                    place = f" ([{chapter['number']}]({chapter['topic']}.ipynb#cell-{cell.id}))"
                    found += [(name, meaning + place) for name, meaning in defined(cell.source)]
        self.all = sorted(found, key=lambda term: term[0].casefold())
        plain = {word.casefold() for words in PLAIN.findall(text) for word in words.split(", ")}
        self.names = {}
        for name, meaning in self.all:
            for part in re.split(r", | and ", name):
                if part.casefold() not in plain and re.fullmatch(r"[\w -]{3,}", part):
                    self.names[part.casefold()] = (name_of(name, set()), first_sentence(meaning))
        longest = sorted(self.names, key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest)) or '(?!)'})(?:e?s)?(?![\w-])", re.I)

    def on_a_page(self):
        """A function that leads from the first use of each term in its texts, which are HTML, to the glossary."""
        seen = set()

        def link(found):
            place, meaning = self.names[found[1].casefold()]
            if place in seen:
                return found[0]
            seen.add(place)
            return f'<a class="term" href="glossary.html#{place}" title="{escape(meaning)}">{found[0]}</a>'

        return lambda html: self.pattern.sub(link, html)


def defined(markdown):
    return [(term["name"], term["meaning"].replace("\n", " ")) for term in TERM.finditer(markdown)]


def first_sentence(meaning):
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[$*`]", "", meaning))
    return re.match(r".*?[.:](?= |$)|.*", plain)[0]
