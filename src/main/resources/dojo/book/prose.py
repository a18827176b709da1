"""Markdown as HTML: headings with names, formulas as MathML, and links from page to page."""

import posixpath
import re
from html import escape

from latex2mathml.converter import convert
from mistune.plugins.table import render_table_cell
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


# Of E[y], the E is no sign with space around it; of log y, the y does not touch the log.
CALLED = re.compile(r'<mo>([A-Za-z]+)</mo>(?=<mo stretchy="false">(?:\[|&#x00028;))')
FUNCTION = re.compile(r"<mi>(?:log|ln|exp|sin|cos|tanh)</mi>(?!</|<mo)")


def formula(tex, display):
    """A formula as MathML, which browsers and screen readers understand; with its source, to be copied."""
    tex = tex.strip()
    math = convert(tex.replace("{aligned}", "{align*}"), display=display)  # the same, by the name that the converter knows
    if "\\" in math or ">&<" in math:  # a command that the converter does not know
        return f'<code class="dojo-tex">{escape(tex)}</code>'
    math = CALLED.sub(r'<mi mathvariant="normal">\1</mi>', math)
    math = FUNCTION.sub(r'\g<0><mspace width="0.17em" />', math)
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
    file of the project to the page that shows it. What no page shows leads to `files` on the web, if that is known;
    else it is named, and leads nowhere. `terms` puts
    links to the glossary into a text; a heading, a link and a word that is stressed get none.
    """

    QUIET = ("heading", "link", "strong", "emphasis", "table_head")

    def __init__(self, folder, pages, terms=lambda html: html, files=""):
        super().__init__(escape=False)
        self.folder, self.pages, self.files = folder, pages, files
        self.headings, self.terms, self.quiet = [], terms, 0

    def render(self, markdown):
        return MarkdownWithMath(renderer=self).render(markdown)

    def render_token(self, token, state):
        self.quiet += token["type"] in self.QUIET
        try:
            return super().render_token(token, state)
        finally:
            self.quiet -= token["type"] in self.QUIET

    def text(self, text):
        html = super().text(text)
        return html if self.quiet else self.terms(html)

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
        if self.files and not path.startswith(".."):
            return super().link(text, self.files + path, title)
        named = f'<span title="{escape(path)}">{text}</span>'
        plain = re.sub(r"<[^>]*>", "", text)  # whoever cannot follow a link has to find the file
        return named if plain in path.split("/") else f'{named} <code class="path">{escape(path)}</code>'

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
