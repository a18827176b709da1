"""The pages of the book. Each is a template, and what stands in it."""

import os
import re
import struct
import textwrap
from html import escape

import cells
import prose
from jinja2 import Environment, FileSystemLoader
from library import Library
from markupsafe import Markup
from terms import Terms
from whole import read, write

# In a list of papers: one or several in an item, and those that are nowhere on the web; in prose, by name and year.
PAPER = re.compile(r"(?:^- |(?<=\)); )(?P<who>[^\n\[]*?\(\d{4}\)), \[(?P<title>[^\]]+)\]\((?P<url>[^)\s]+)\)", re.M)
ON_PAPER = re.compile(r"^- (?P<all>[^\n\[]*\(\d{4}\)[^\n\[]*)$", re.M)
CITED = re.compile(r"\[(?P<who>[A-Z][^\[\]]*) (?P<year>\d{4})\]\((?P<url>https?://[^)\s]+)\)")
# What a kata's README says of its minutes, of what it builds on and of its notebook: the page begins with it.
FACTS_OF_KATA = re.compile(r"^About \d+ minutes\.(?:.*\n)+?Notebook: .*\n", re.M)
COMMENT = re.compile(r"^<!--.*?-->\n| *<!--.*?-->", re.M)


class Pages:
    """Renders pages into the folder of the book, from the facts that Java has gathered."""

    def __init__(self, book, folder):
        self.book, self.folder, self.words = book, folder, book["words"]
        self.chapters = {chapter["topic"]: chapter for chapter in book["chapters"]}
        self.cells = cells.Cells(os.path.join(folder, "templates"), self.say)
        self.templates = Environment(loader=FileSystemLoader(os.path.join(folder, "templates")), autoescape=True)
        self.templates.filters.update(code=self.code, prose=self.prose)
        self.templates.globals.update(book=book, say=self.say)
        for chapter in book["chapters"]:
            chapter["needs"] = [self.chapters[topic] for topic in chapter["needs"]]
            chapter["lines"] = textwrap.wrap(f"{chapter['number']} {chapter['title']}", 22)
            chapter["lines"][0] = chapter["lines"][0].removeprefix(chapter["number"]).strip()
        for node in book["map"]["nodes"]:
            node["chapter"] = self.chapters[node["topic"]]
        places = {node["topic"]: node for node in book["map"]["nodes"]}
        for edge in book["map"]["edges"]:
            edge.update({"from": places[edge["from"]], "to": places[edge["to"]]})
        self.shown = self.shown_files()
        self.terms = Terms(os.path.join(folder, "glossary.md"), book["chapters"])

    def say(self, key, *values):
        return self.words[key] % values

    @staticmethod
    def code(sentence):
        """Text in which code stands between backquotes."""
        parts = escape(sentence, quote=False).split("`")
        return Markup("".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts)))

    @staticmethod
    def prose(line):
        """A line of Markdown, without a paragraph around it."""
        html = prose.Page(".", {}).render(line).strip()
        return Markup(re.sub(r"^<p>|</p>$", "", html))

    def shown_files(self):
        """Which page shows which file of the project."""
        shown = {"README.md": "setup.html" if self.book["readme"] else "index.html"}
        for chapter in self.book["chapters"]:
            for name in (chapter["name"], chapter["topic"]):
                shown[f"notebooks/{name}.ipynb"] = chapter["page"]
        for kata in self.book["katas"]:
            shown[f"exercises/{kata['name']}/README.md"] = kata["page"]
            if self.stub(kata):
                shown[kata["file"]] = f"{kata['page']}#to-write-in"
        for data in self.book["data"]:
            shown[f"src/main/resources/dojo/data/{data['name']}/README.md"] = f"about.html#{data['name']}"
        if self.book["teachers"]:
            shown["solutions/README.md"] = "teachers.html"
        return shown

    def write(self, file, template, title, kind, markdown=None, body="", number="", **values):
        """Renders a page, with the headings of its Markdown in the margin."""
        window = self.say("window-numbered", number, title) if number else self.say("window", title)
        page = {"file": file, "window": window if title != "Dropout Dojo" else title, "kind": kind, "body": Markup(body)}
        contents = markdown.contents() if markdown else []
        page["contents"] = [{**each, "html": Markup(each["html"])} for each in contents]
        page.update({key: values.pop(key) for key in list(values) if key in PLACES})
        html = self.templates.get_template(template).render(
            page=page, current=lambda to: Markup(' aria-current="page"') if to == file else "", **values
        )
        write(os.path.join(self.book["output"], file), html)

    def notebook(self, chapter):
        notebook = cells.read(chapter["source"])
        if not chapter["executed"]:  # what an editor left behind is not what this book shows
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs, cell.execution_count = [], None
        pictures = cells.Pictures(self.book["output"], chapter["name"], self.say)
        pictures.move(notebook)
        self.name_keys(notebook, chapter["topic"])
        markdown = prose.Page("notebooks", self.shown, self.terms.on_a_page(), self.book["repository"])
        code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        body = Library(self.book["library"], code).linked(self.cells.render(notebook, markdown))
        failed = [cell.id for cell in notebook.cells if any(o.output_type == "error" for o in cell.get("outputs", []))]
        self.write(
            chapter["page"], "notebook.html.j2", chapter["title"], "notebook", markdown, body, chapter["number"],
            chapter=chapter, own=[kata for kata in self.book["katas"] if kata["chapter"] == chapter["topic"]],
            stopped=failed[0] if failed else "", playground=chapter["number"] in TRIED and self.has("playground.html"),
            **self.turn(self.book["chapters"], chapter),
        )
        pictures.forget_others()

    def name_keys(self, notebook, topic):
        """Names the keys beneath each cell that claims something or shows a figure."""
        keys = self.book["keys"].get(topic, {})
        telling = {each["cell"] for found in ("claims", "figures") for each in self.book[found].get(topic, [])}
        for cell in notebook.cells:
            if cell.id in telling and cell.execution_count is not None and cell.id in keys:
                cell.metadata["dojo_keys"] = keys[cell.id]

    def has(self, file):
        return os.path.exists(os.path.join(self.book["output"], file))

    def kata(self, kata):
        markdown = prose.Page(f"exercises/{kata['name']}", self.shown, self.terms.on_a_page(), self.book["repository"])
        body = markdown.render(FACTS_OF_KATA.sub("", read(kata["readme"]))) if kata["readme"] else ""
        stub = self.stub(kata)
        self.write(
            kata["page"], "kata.html.j2", kata["title"], "kata", markdown, body, kata["label"], kata=kata,
            stub=Markup(markdown.block_code(read(stub), "java")) if stub else "",
            chapter=self.chapters.get(kata["chapter"]), **self.turn(self.book["katas"], kata),
        )

    @staticmethod
    def stub(kata):
        """The file that the student writes in; nothing if it is not there."""
        file = os.path.join(os.path.dirname(kata["readme"]), os.path.basename(kata["file"]))
        return file if kata["readme"] and os.path.isfile(file) else ""

    @staticmethod
    def turn(all, one):
        at = all.index(one)
        numbered = [{**each, "number": each.get("number") or each.get("label")} for each in all]
        before, after = numbered[at - 1] if at else None, numbered[at + 1] if at + 1 < len(all) else None
        return {"previous": before, "next": after}

    def setup(self):
        """How the kit is set up and used, from the project's front page; what other pages of the book have is left out."""
        if not self.book["readme"]:
            return
        markdown = prose.Page(".", self.shown, self.terms.on_a_page(), self.book["repository"])
        _, *parts = re.split(r"(?m)^(?=## )", COMMENT.sub("", read(self.book["readme"])))
        body = markdown.render("".join(part for part in parts if not any(link in part for link in ELSEWHERE)))
        title = self.say("setup")
        self.write("setup.html", "setup.html.j2", title, "setup", markdown, body)

    def katas(self):
        self.write("katas.html", "katas.html.j2", self.say("katas"), "katas")

    def teachers(self):
        if not self.book["teachers"]:
            return
        markdown = prose.Page("solutions", self.shown, self.terms.on_a_page(), self.book["repository"])
        body = markdown.render(COMMENT.sub("", read(self.book["teachers"])))
        self.write("teachers.html", "page.html.j2", self.say("teachers"), "teachers", markdown, body)

    def front(self):
        chapters = self.book["chapters"]
        ran = [chapter for chapter in chapters if chapter["executed"]]
        self.write(
            "index.html", "index.html.j2", "Dropout Dojo", "front", has_playground=self.has("playground.html"),
            chart=self.telling_chart(), setup=self.named("setup.html"), clone=self.book["repository"].partition("/blob/")[0].removesuffix("/-"),
            kata_titles={kata["label"]: kata["title"] for kata in self.book["katas"]},
            readers=self.readers(), ran=len(ran), failed=sum(bool(chapter["stopped"]) for chapter in ran),
            quick=sum(chapter["quick"] for chapter in ran), seconds=round(sum(chapter["seconds"] for chapter in ran)),
        )

    def telling_chart(self):
        """The notebook and the picture that show best what the course finds; nothing before they are drawn."""
        for chapter, plates in self.by_chapter(self.book["figures"]):
            for plate in plates:
                if (chapter["number"], plate["cell"]) == TELLING:
                    return chapter, self.sized(chapter, plate)
        return None

    def named(self, *pages):
        """Parts of the book, if they are there."""
        part = {each["page"]: each for each in self.book["parts"]}
        return [part[page] for page in pages if page in part]

    def readers(self):
        chapters = self.book["chapters"]
        first = [{"page": each["page"], "title": f"{each['number']} · {each['title']}"} for each in chapters[:1]]
        named = self.named
        advice = "advice-teacher" if self.book["teachers"] else "advice-teacher-student-edition"
        return [
            {"name": "student", "title": "reader-student", "advice": "advice-student", "links": first + named("katas.html", "glossary.html")},
            {"name": "self-learner", "title": "reader-self-learner", "advice": "advice-self-learner", "links": first + named("playground.html", "glossary.html")},
            {"name": "teacher", "title": "reader-teacher", "advice": advice, "facts": self.facts_for_teachers(), "links": named("teachers.html", "glossary.html", "katas.html")},
        ]

    def facts_for_teachers(self):
        """What decides whether a class can use it. The hours are those that notebooks and katas give for themselves."""
        read, write = (sum(each["minutes"] for each in self.book[all]) for all in ("chapters", "katas"))
        hours = [self.say("time-long", *divmod(minutes, 60)) for minutes in (read, write)]
        return [
            (self.say("licence"), self.say("licence-is")),
            (self.say("in-language"), self.say("in-language-is")),
            (self.say("level"), self.say("level-is")),
            (self.say("hours"), self.say("hours-are", *hours)),
        ]

    def by_chapter(self, found):
        """What was found in each notebook, with the keys behind it, unless it names them itself."""
        for topic, each in found.items():
            for one in each:
                one["behind"] = self.book["keys"].get(topic, {}).get(one["cell"], "")
        return [(chapter, found[chapter["topic"]]) for chapter in self.book["chapters"] if found.get(chapter["topic"])]

    def claims(self):
        claims = self.by_chapter(self.book["claims"])
        states = [claim["state"] for _, each in claims for claim in each]
        counts = {state: states.count(f"state-{state}") for state in ("holds", "refuted", "unchecked")}
        self.write("claims.html", "claims.html.j2", self.say("claims"), "claims", claims=claims, counts={**counts, "total": len(states)})

    def sized(self, chapter, plate):
        """A picture with its file, whose first bytes have its size, so that no page jumps while it loads."""
        plate["file"] = self.file_of(chapter, plate)
        with open(os.path.join(self.book["output"], plate["file"]), "rb") as file:
            head = file.read(24)
        if len(head) == 24:
            plate["width"], plate["height"] = struct.unpack(">16x2I", head)
        return plate

    @staticmethod
    def file_of(chapter, plate):
        return f"assets/{chapter['name']}/{plate['cell']}-{plate['number']}.png"

    def figures(self):
        figures = self.by_chapter(self.book["figures"])
        for chapter, plates in figures:
            plates[:] = [plate for plate in plates if self.has(self.file_of(chapter, plate))]  # the others were no pictures
            for plate in plates:
                self.sized(chapter, plate)
        self.write("figures.html", "figures.html.j2", self.say("figures"), "figures", figures=figures)

    def glossary(self):
        """All terms, and the notation of the first notebook."""
        markdown, notation = prose.Page("notebooks", self.shown), ""
        for chapter in self.book["chapters"]:
            for cell in cells.read(chapter["source"]).cells if chapter["number"] == "00" else []:
                if cell.cell_type == "markdown" and cell.id == "notation":
                    notation = markdown.render(cell.source[cell.source.index("|") :])
        self.write(
            "glossary.html", "glossary.html.j2", self.say("glossary"), "glossary", notation=Markup(notation),
            terms=[
                {"id": prose.name_of(name, set()), "name": self.prose(name), "meaning": Markup(markdown.render(meaning))}
                for name, meaning in self.terms.all
            ],
        )

    def about(self):
        papers, named = {}, []
        for chapter in self.book["chapters"]:
            for cell in cells.read(chapter["source"]).cells:
                source = cell.source if cell.cell_type == "markdown" else ""
                found = [(p["url"], f"{p['who']}, [{p['title']}]({p['url']})") for p in PAPER.finditer(source)]
                found += [(p["all"], p["all"]) for p in ON_PAPER.finditer(source)]
                for url, line in found:
                    papers.setdefault(url, [line, []])[1].append(chapter)
                named += [(p["url"], f"[{p['who']} ({p['year']})]({p['url']})", chapter) for p in CITED.finditer(source)]
        for url, line, chapter in named:
            chapters = papers.setdefault(url, [line, []])[1]
            if chapter not in chapters:
                chapters.append(chapter)
        data = [self.data_set(each) for each in self.book["data"]]
        self.write(
            "about.html", "about.html.j2", self.say("about"), "about", data=Markup("".join(data)),
            licence=read(self.book["licence"]) if self.book["licence"] else "",
            search_licence=read(os.path.join(self.folder, "minisearch.txt")),
            papers=[
                {"html": self.prose(line), "chapters": chapters}
                for line, chapters in sorted(papers.values(), key=lambda paper: paper[0].lstrip("[").casefold())
            ],
        )

    def data_set(self, data):
        markdown = prose.Page(f"src/main/resources/dojo/data/{data['name']}", self.shown)
        html = markdown.render(re.sub(r"^# ", "### ", read(data["readme"])))
        html = re.sub(r'<h3 id="[^"]*"', f'<h3 id="{data["name"]}"', html, count=1)
        folder = os.path.dirname(data["readme"])
        for file in sorted(os.listdir(folder)):  # which has to go wherever the data goes
            if file.startswith("LICENSE"):
                html += f"<details><summary>{escape(file)}</summary><pre>{escape(read(os.path.join(folder, file)))}</pre></details>"
        return html


# Where a part of the project's front page leads that has its own page here: the table of the course, and the licences.
ELSEWHERE = ("](notebooks/", "](src/main/resources/dojo/data")

# The notebooks whose net can be tried in the playground.
TRIED = ("02", "05")

# Test losses over 240 epochs: dropout delays learning by heart, and does not prevent it.
TELLING = ("05", "long-test-losses")

# What of the values of a template belongs to its page.
PLACES = {"claims", "counts", "figures", "previous", "next", "stopped", "readers", "has_playground", "stub", "chart", "setup", "clone", "kata_titles", "ran", "failed", "quick", "seconds", "terms", "notation", "licence", "search_licence", "data", "papers"}
