"""Writes pages of the book, as they are asked for.

Argument: the folder that holds book.json, the facts. A line of the input asks for the page of one notebook, by its
name; an empty one for all pages. Each is answered by a line: "done" when the pages are written, else the file that
could not be written and the reason of the system.
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


def print_pages(folder, only):
    book = json.loads(read(os.path.join(folder, "book.json")))
    pages = Pages(book, folder)
    assets(folder, book["output"])
    for chapter in book["chapters"]:
        if only in ("", chapter["name"]):
            pages.notebook(chapter)
    if only:
        return
    for kata in book["katas"]:
        pages.kata(kata)
    for write_page in (pages.setup, pages.katas, pages.teachers, pages.glossary, pages.claims, pages.figures, pages.about, pages.front):
        write_page()


def main(folder):
    answers, sys.stdout = sys.stdout, sys.stderr  # what a tool may say is no answer
    for line in sys.stdin:
        answer = "done"
        try:
            print_pages(folder, line.rstrip("\n"))
        except OSError as refused:
            answer = f"{refused.filename or folder}\t{refused.strerror}"
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
