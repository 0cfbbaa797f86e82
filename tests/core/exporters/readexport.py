"""readexport.py FORMAT FILE [SCHEMA]: what a reader that is none of ours finds in an exported file, as JSON."""
import csv
import html.parser
import json
import re
import sys


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        return {"columns": reader.fieldnames, "rows": list(reader)}


def read_json(path, schema):
    import jsonschema

    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    with open(schema, encoding="utf-8") as file:
        description = json.load(file)
    jsonschema.Draft202012Validator.check_schema(description)
    errors = jsonschema.Draft202012Validator(description).iter_errors(document)
    return {"document": document, "errors": [error.message for error in errors]}


def printed(value):
    """What TeX would print: commands for signs, and braces that keep capitals."""
    signs = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
             "textasciicircum": "^"}
    pattern = r"\\(?:(text[a-z]+)\{\}|([$&#_%]))|[{}]"
    return re.sub(pattern, lambda match: signs[match[1]] if match[1] else match[2] or "", value)


def read_bibtex(path):
    from pybtex.database import parse_file

    entries = []
    for key, entry in parse_file(path, bib_format="bibtex").entries.items():
        fields = {name: value if name == "url" else printed(value) for name, value in entry.fields.items()}
        entries.append({"key": key, "type": entry.type, "fields": fields})
    return {"entries": entries}


class Page(html.parser.HTMLParser):
    """The elements of a page, each with its attributes and the text inside of it."""

    VOID = {"meta", "img", "br", "hr", "input", "link", "rect"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.elements = []
        self.faults = []

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "attributes": dict(attributes), "text": "", "inside": [e["tag"] for e in self.open]}
        owner = next((e for e in reversed(self.open) if e["tag"] == "article"), None)
        element["article"] = owner["attributes"].get("id") if owner else None
        side = next((e for e in reversed(self.open) if e["tag"] == "section"), None)
        element["section"] = side["attributes"].get("class") if side else None
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if not self.open or self.open[-1]["tag"] != tag:
            self.faults.append("</%s> closes nothing" % tag)
        else:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data


def read_html(path):
    page = Page()
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(file.read())
    page.close()
    page.faults += ["<%s> is left open" % element["tag"] for element in page.open]
    return {"elements": page.elements, "faults": page.faults}


readers = {"csv": read_csv, "json": read_json, "bibtex": read_bibtex, "html": read_html}
json.dump(readers[sys.argv[1]](*sys.argv[2:]), sys.stdout)
