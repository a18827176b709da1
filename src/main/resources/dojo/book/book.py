"""Writes the pages of the book.

Arguments: the folder that holds book.json, the facts; then the notebooks whose pages are to be written, by name. If
none is named, all pages are written.
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))  # where an isolated Python does not look

from pages import Pages
from whole import read, write


def assets(folder, output):
    for name in ("book.css", "book.js", "search.js", "minisearch.js"):
        write(os.path.join(output, "assets", name), read(os.path.join(folder, name)))


def main(folder, *only):
    book = json.loads(read(os.path.join(folder, "book.json")))
    pages = Pages(book, folder)
    assets(folder, book["output"])
    for chapter in book["chapters"]:
        if not only or chapter["name"] in only:
            pages.notebook(chapter)
    if only:
        return
    for kata in book["katas"]:
        pages.kata(kata)
    for write_page in (pages.setup, pages.katas, pages.teachers, pages.glossary, pages.claims, pages.figures, pages.about, pages.front):
        write_page()


if __name__ == "__main__":
    main(*sys.argv[1:])
