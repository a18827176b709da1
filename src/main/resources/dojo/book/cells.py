"""A notebook as HTML: nbconvert renders its cells, and its pictures become files."""

import base64
import os
import re
import sys
from html import escape

# A grammar of international addresses, of which no notebook has one: to read it takes longer than all the rest.
sys.modules["rfc3987_syntax"] = None

import nbformat
from nbconvert import HTMLExporter
from whole import write

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
        return QUICK.sub(lambda found: fold.format(found[0]), self.markdown.render(source))

    def render(self, notebook, markdown):
        self.markdown = markdown
        for cell in notebook.cells:
            cell.metadata["dojo_folded"] = cell.cell_type == "code" and not cell.outputs and bool(SETUP.fullmatch(cell.source))
        html, _ = self.from_notebook_node(notebook)
        return html


class Pictures:
    """The pictures of one notebook: files in a folder of their own."""

    def __init__(self, output, name, label):
        self.label = label  # of the link that opens a picture alone
        self.folder, self.url = os.path.join(output, "assets", name), f"assets/{name}"
        self.kept = set()

    def move(self, notebook):
        """Puts all pictures of a notebook into files, and leaves links to them; forgets those of earlier runs."""
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "image/png" in data:  # drawn without the kit: the code that draws it is all that describes it
                    code = escape(cell.source)
                    png = data["image/png"]
                    output.data = {"text/html": f'<img alt="picture drawn by: {code}" src="data:image/png;base64,{png}">'}
                if "text/html" in output.get("data", {}):
                    html = "".join(output.data["text/html"])
                    output.data["text/html"] = PICTURE.sub(lambda found: self.alone(cell.id, found), html)
        if os.path.isdir(self.folder):
            for file in set(os.listdir(self.folder)) - self.kept:
                os.remove(os.path.join(self.folder, file))

    def alone(self, cell, found):
        """A picture from its file, with a link that opens it alone."""
        file = self.file(cell, found["png"])
        picture = found[0].replace(f"data:image/png;base64,{found['png']}", file)
        return f'<span class="picture">{picture}<a class="alone" href="{file}">{escape(self.label)}</a></span>'

    def file(self, cell, data):
        number = 1
        while f"{cell}-{number}.png" in self.kept:
            number += 1
        file = f"{cell}-{number}.png"
        self.kept.add(file)
        write(os.path.join(self.folder, file), base64.b64decode(data))
        return f"{self.url}/{file}"


def read(file):
    """Reads a notebook; a cell without a name, as older formats have them, is named by its place."""
    notebook = nbformat.read(file, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = cell.get("id") or str(number)
    return notebook
