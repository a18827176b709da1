"""A notebook as HTML: nbconvert renders its cells, and its pictures become files."""

import base64
import os
import re
import sys
from html import escape

# A grammar of international addresses, of which no notebook has one: to read it takes longer than all the rest.
sys.modules["rfc3987_syntax"] = None

import nbformat
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from whole import write

MARKUP = re.compile(r"<[a-zA-Z/!]")
PICTURE = re.compile(r'<img\b(?:[^>"]|"[^"]*")*?src="data:image/png;base64,(?P<png>[^"]+)"(?:[^>"]|"[^"]*")*>')
# A cell that tells a kernel what the others need, and a reader nothing; a sentence for whoever runs a notebook.
SETUP = re.compile(r"(?:(?://|%|import |void show\().*(?:\n+|$))+")
QUICK = re.compile(r"<p>\(<code>DOJO_QUICK=1</code>.*?</p>\n?", re.S)


class Cells(HTMLExporter):
    """Renders cells without a page around them."""

    def __init__(self, templates, say):
        super().__init__(template_name="dojo", extra_template_basedirs=[templates])
        self.markdown, self.say = None, say
        self.environment.globals["say"] = say

    def markdown2html(self, source):
        fold = f"<details><summary>{escape(self.say('folded-quick'))}</summary>{{}}</details>"
        html = QUICK.sub(lambda found: fold.format(found[0]), self.markdown.render(source))
        return tidy(html, self.say) if MARKUP.search(source) else html

    def render(self, notebook, markdown):
        """Renders all cells. HTMLExporter would read the whole page once more, four times as long as to write it."""
        self.markdown = markdown
        for cell in notebook.cells:
            cell.metadata["dojo_folded"] = cell.cell_type == "code" and not cell.outputs and bool(SETUP.fullmatch(cell.source))
        language = notebook.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer=lexer, parent=self))
        html, _ = TemplateExporter.from_notebook_node(self, notebook)
        return html


def tidy(html, say):
    """HTML of others: what it leaves open is closed, so that it ends with its cell; and each picture has a text."""
    soup = BeautifulSoup(html, "html.parser")
    for picture in soup.select("img:not([alt])"):
        picture["alt"] = say("picture-without-text")
    return str(soup)


class Pictures:
    """The pictures of one notebook: files in a folder of their own."""

    def __init__(self, output, name, say):
        self.say = say
        self.folder, self.url = os.path.join(output, "assets", name), f"assets/{name}"
        self.kept = set()

    def move(self, notebook):
        """Puts all pictures of a notebook into files, and leaves links to them."""
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "image/png" in data:  # drawn without the kit: the code that draws it is all that describes it
                    drawn = escape(self.say("picture-drawn-by", cell.source))
                    png = data["image/png"]
                    output.data = {"text/html": f'<img alt="{drawn}" src="data:image/png;base64,{png}">'}
                if "text/html" in output.get("data", {}):
                    html = "".join(output.data["text/html"])
                    output.data["text/html"] = tidy(PICTURE.sub(lambda found: self.alone(cell.id, found), html), self.say)

    def forget_others(self):
        """Removes the pictures of earlier runs, once no page shows them."""
        if os.path.isdir(self.folder):
            for file in set(os.listdir(self.folder)) - self.kept:
                os.remove(os.path.join(self.folder, file))

    def alone(self, cell, found):
        """A picture from its file, with a link that opens it alone."""
        try:
            file = self.file(cell, base64.b64decode(found["png"], validate=True))
        except ValueError:  # cut off, or no picture at all: the browser says so in its place
            return found[0]
        picture = found[0].replace(f"data:image/png;base64,{found['png']}", file)
        return f'<span class="picture">{picture}<a class="alone" href="{file}">{escape(self.say("full-size"))}</a></span>'

    def file(self, cell, picture):
        number = 1
        while f"{cell}-{number}.png" in self.kept:
            number += 1
        file = f"{cell}-{number}.png"
        self.kept.add(file)
        write(os.path.join(self.folder, file), picture)
        return f"{self.url}/{file}"


def read(file):
    """Reads a notebook; a cell without a name, as older formats have them, is named by its place."""
    notebook = nbformat.read(file, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = cell.get("id") or str(number)
    return notebook
