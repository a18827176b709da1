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

PICTURE = re.compile(r'src="data:image/png;base64,([^"]+)"')


class Cells(HTMLExporter):
    """Renders cells without a page around them."""

    def __init__(self, templates):
        super().__init__(template_name="dojo", extra_template_basedirs=[templates])
        self.markdown = None

    def markdown2html(self, source):
        return self.markdown.render(source)

    def render(self, notebook, markdown):
        self.markdown = markdown
        html, _ = self.from_notebook_node(notebook)
        return html


class Pictures:
    """The pictures of one notebook: files in a folder of their own."""

    def __init__(self, output, name):
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
                    output.data["text/html"] = PICTURE.sub(lambda found: self.file(cell.id, found.group(1)), html)
        if os.path.isdir(self.folder):
            for file in set(os.listdir(self.folder)) - self.kept:
                os.remove(os.path.join(self.folder, file))

    def file(self, cell, data):
        number = 1
        while f"{cell}-{number}.png" in self.kept:
            number += 1
        file = f"{cell}-{number}.png"
        self.kept.add(file)
        write(os.path.join(self.folder, file), base64.b64decode(data))
        return f'src="{self.url}/{file}"'


def read(file):
    """Reads a notebook; a cell without a name, as older formats have them, is named by its place."""
    notebook = nbformat.read(file, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = cell.get("id") or str(number)
    return notebook
