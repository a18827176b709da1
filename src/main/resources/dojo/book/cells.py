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
PICTURE = re.compile(r'src="data:image/png;base64,([^"]+)"')


class Cells(HTMLExporter):
    """Renders cells without a page around them."""

    def __init__(self, templates):
        super().__init__(template_name="dojo", extra_template_basedirs=[templates])
        self.markdown = None

    def markdown2html(self, source):
        html = self.markdown.render(source)
        return tidy(html) if MARKUP.search(source) else html

    def render(self, notebook, markdown):
        """Renders all cells. HTMLExporter would read the whole page once more, four times as long as to write it."""
        self.markdown = markdown
        language = notebook.metadata.get("language_info", {})
        lexer = language.get("pygments_lexer", language.get("name"))
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer=lexer, parent=self))
        html, _ = TemplateExporter.from_notebook_node(self, notebook)
        return html


def tidy(html):
    """HTML of others: what it leaves open is closed, so that it ends with its cell; and each picture has a text."""
    soup = BeautifulSoup(html, "html.parser")
    for picture in soup.select("img:not([alt])"):
        picture["alt"] = "picture without a description"
    return str(soup)


class Pictures:
    """The pictures of one notebook: files in a folder of their own."""

    def __init__(self, output, name):
        self.folder, self.url = os.path.join(output, "assets", name), f"assets/{name}"
        self.kept = set()

    def move(self, notebook):
        """Puts all pictures of a notebook into files, and leaves links to them."""
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "image/png" in data:  # drawn without the kit: the code that draws it is all that describes it
                    code = escape(cell.source)
                    png = data["image/png"]
                    output.data = {"text/html": f'<img alt="picture drawn by: {code}" src="data:image/png;base64,{png}">'}
                if "text/html" in output.get("data", {}):
                    html = "".join(output.data["text/html"])
                    output.data["text/html"] = tidy(PICTURE.sub(lambda found: self.file(cell.id, found.group(1)), html))

    def forget_others(self):
        """Removes the pictures of earlier runs, once no page shows them."""
        if os.path.isdir(self.folder):
            for file in set(os.listdir(self.folder)) - self.kept:
                os.remove(os.path.join(self.folder, file))

    def file(self, cell, data):
        try:
            picture = base64.b64decode(data, validate=True)
        except ValueError:  # cut off, or no picture at all: the browser says so in its place
            return f'src="data:image/png;base64,{data}"'
        number = 1
        while f"{cell}-{number}.png" in self.kept:
            number += 1
        file = f"{cell}-{number}.png"
        self.kept.add(file)
        write(os.path.join(self.folder, file), picture)
        return f'src="{self.url}/{file}"'


def read(file):
    """Reads a notebook; a cell without a name, as older formats have them, is named by its place."""
    notebook = nbformat.read(file, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = cell.get("id") or str(number)
    return notebook
