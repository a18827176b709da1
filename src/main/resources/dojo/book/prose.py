"""Markdown as HTML: headings with names, formulas as MathML, and links from page to page."""

import posixpath
import re
from html import escape

from latex2mathml.converter import convert
from mistune.plugins.table import render_table_cell
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def formula(tex, display):
    """A formula as MathML, which browsers and screen readers understand; with its source, to be copied."""
    tex = tex.strip()
    math = convert(tex, display=display)
    if "\\" in math:  # a command that the converter does not know
        return f'<code class="dojo-tex">{escape(tex)}</code>'
    start = math.index(">") + 1
    end = math.rindex("</math>")
    source = f'<annotation encoding="application/x-tex">{escape(tex)}</annotation>'
    math = f"{math[:start]}<semantics>{math[start:end]}{source}</semantics></math>"
    return f'<div class="formula">{math}</div>' if display == "block" else math


def name_of(heading, taken):
    """The name of a heading, as GitHub makes it, so that links into our Markdown work there as here."""
    plain = re.sub(r"<annotation.*?</annotation>|<[^>]*>", "", heading)
    name = re.sub(r"[^\w\- ]", "", re.sub(r"&\w+;", "", plain).strip().lower()).replace(" ", "-") or "part"
    if name[0].isdigit():
        name = f"part-{name}"
    while name in taken:
        name += "-again"
    return name


class Page(IPythonRenderer):
    """Renders the Markdown of one page, and gathers its headings.

    `folder` is where the Markdown lies in the project, from which its links count; `pages` leads from a
    file of the project to the page that shows it. What no page shows is named, and leads nowhere.
    """

    def __init__(self, folder, pages):
        super().__init__(escape=False)
        self.folder, self.pages, self.headings = folder, pages, []

    def render(self, markdown):
        return MarkdownWithMath(renderer=self).render(markdown)

    def heading(self, text, level, **_):
        name = name_of(text, {each["id"] for each in self.headings})
        self.headings.append({"id": name, "level": level, "html": text})
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def contents(self):
        """The headings below the title, for the margin, without the links and formulas' sources in them."""
        return [
            {**each, "html": re.sub(r"<annotation.*?</annotation>|</?a\b[^>]*>", "", each["html"])}
            for each in self.headings
            if each["level"] in (2, 3)
        ]

    def link(self, text, url, title=None):
        if re.match(r"[a-z]+:|#", url):
            return super().link(text, url, title)
        path, _, anchor = url.partition("#")
        path = posixpath.normpath(posixpath.join(self.folder, path))
        if path in self.pages:
            return super().link(text, self.pages[path] + ("#" + anchor if anchor else ""), title)
        return f'<span title="{escape(path)}">{text}</span>'

    def block_code(self, code, info=None):
        if not info:  # drawn by hand: columns stay one below the other
            return f'<pre class="drawn"><code>{escape(code, quote=False)}</code></pre>\n'
        return super().block_code(code, info)

    def table(self, text):
        return f'<div class="wide"><table>\n{text}</table></div>\n'

    def table_cell(self, text, align=None, head=False):
        return render_table_cell(self, text, align, head and bool(text.strip()))  # an empty corner heads nothing

    def inline_math(self, body):
        return formula(body, "inline")

    def block_math(self, body):
        return formula(body, "block")
