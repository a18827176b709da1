"""Leads from the first use of each class of the library, in prose and in code, to the page that javadoc wrote of it."""

import re

IMPORT = re.compile(r"^\s*import\s+([\w.]+?)(\.\*)?\s*;", re.M)
# What must not hold a link: another link, and a heading. What may: a name in highlighted code, and a piece of code in prose.
PLACE = re.compile(
    r'(?P<open><(?:a|h[1-6])\b[^>]*>)|(?P<close></(?:a|h[1-6])>)'
    r'|<span class="n">(?P<name>\w+)</span>|(?<!<pre>)<code>(?:new )?(?P<prose>(?:dojo\.\w+\.)?[A-Z]\w*)(?P<rest>[^\w<][^<]*)?</code>'
)


class Library:
    """The classes, by the names that a notebook's imports give them."""

    def __init__(self, pages, code):
        """`pages` has the page of each class, by its whole name; `code` is all code of the notebook."""
        self.pages = dict(pages)
        packages = {}
        for name in pages:
            package, _, simple = name.rpartition(".")
            packages.setdefault(package, []).append(simple)
        whole, named = {}, {}
        for name, all in IMPORT.findall(code):
            if not all:
                named[name.rpartition(".")[2]] = name
            for simple in packages.get(name, []) if all else []:
                whole.setdefault(simple, set()).add(f"{name}.{simple}")
        self.names = {simple: min(found) for simple, found in whole.items() if len(found) == 1}
        self.names.update(named)

    def page(self, name):
        return self.pages.get(name if "." in name else self.names.get(name, ""))

    def linked(self, html):
        """The HTML of a notebook with its links."""
        inside, seen = 0, set()

        def place(found):
            nonlocal inside
            if found["open"] or found["close"]:
                inside += 1 if found["open"] else -1
                return found[0]
            name, where = found["name"] or found["prose"], "code" if found["name"] else "prose"
            page = self.page(name)
            if inside or not page or (page, where) in seen:
                return found[0]
            seen.add((page, where))
            return f'<a class="api" href="{page}">{found[0]}</a>'

        return PLACE.sub(place, html)
