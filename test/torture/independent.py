"""Reads an unpacked lead with programs that are not ours, and prints one JSON object a line: name, value, unit.

python independent.py FOLDER ...   needs bagit, networkx, followthemoney and lxml; exits 1 when a program refuses a file.
python independent.py --ready      prints nothing when all of these are there, else what is missing.
"""

import csv
import importlib
import io
import json
import pathlib
import sys

NEEDED = ["bagit", "networkx", "followthemoney", "lxml"]


def missing():
    def absent(name):
        try:
            importlib.import_module(name)
            return False
        except ImportError:
            return True

    return [name for name in NEEDED if absent(name)]


def rows(path):
    text = path.read_text("utf-8-sig")
    return len(list(csv.reader(io.StringIO(text, newline="")))) - 1


def check(folder, found):
    import bagit
    import networkx
    from lxml import etree

    data = folder / "data"
    graph = data / "graph"
    found(folder, "BagIt: valid by python bagit", bagit.Bag(str(folder)).validate(processes=1))
    entities, links = rows(graph / "entities.csv"), rows(graph / "links.csv")
    for name, read in [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]:
        drawn = read(str(graph / f"cluster.{name}"))
        found(folder, f"{name}: nodes in networkx", drawn.number_of_nodes() == entities)
        found(folder, f"{name}: edges in networkx", drawn.number_of_edges() == links)
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    for path in sorted(data.rglob("*")):
        if path.suffix in {".svg", ".anx", ".gexf", ".graphml"}:
            etree.parse(str(path), strict)
            found(folder, "XML: well-formed in lxml", True)
    chart = etree.parse(str(graph / "cluster.anx"), strict)
    items = {item.get("Id") for item in chart.iter("ChartItem")}
    ends = [link.get(end) for link in chart.iter("Link") for end in ("End1Reference", "End2Reference")]
    found(folder, "ANX: a chart item for each entity and link", len(items) == entities + links)
    found(folder, "ANX: every end is a chart item", all(end in items for end in ends))
    places = graph / "places.geojson"
    if places.exists():
        for feature in json.loads(places.read_text("utf-8"))["features"]:
            lng, lat = feature["geometry"]["coordinates"]
            found(folder, "GeoJSON: longitude and latitude in range", abs(lng) <= 180 and abs(lat) <= 90)
    check_ftm(folder, graph / "cluster.ftm.ndjson", found)


def check_ftm(folder, path, found):
    from followthemoney import model

    entities = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    found(folder, "FtM: ids are unique", len(schemata) == len(entities))
    for entity in entities:
        schema = schemata[entity["id"]]
        found(folder, "FtM: has a schema of the model", schema is not None)
        try:
            schema.validate(entity)
            found(folder, "FtM: valid", True)
        except Exception as error:  # The library's own error says which property it was.
            found(folder, "FtM: valid", False, f"{entity['schema']} {getattr(error, 'errors', error)}")
        proxy = model.get_proxy({**entity, "properties": {}}, cleaned=False)
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            found(folder, "FtM: property of its schema", prop is not None, f"{entity['schema']}.{name}")
            for value in values:
                if prop is None:
                    continue
                proxy.add(name, value, cleaned=False, fuzzy=False)
                kept = value in proxy.get(name)
                found(folder, "FtM: value kept as written", kept, f"{entity['schema']}.{name}: {value[:80]}")
                if kept and prop.type.name == "entity":
                    end = schemata.get(value)
                    fits = end is not None and end.is_a(prop.range)
                    found(folder, "FtM: joins what it may", fits, f"{entity['schema']}.{name}")


def main(arguments):
    if arguments == ["--ready"]:
        print(", ".join(missing()))
        return 0
    counts = {}
    failed = []

    def found(folder, name, holds, detail=""):
        good, bad = counts.get(name, (0, 0))
        counts[name] = (good + bool(holds), bad + (not holds))
        if not holds and len(failed) < 20:
            failed.append(f"{folder}: {name} {detail}")

    for argument in arguments:
        check(pathlib.Path(argument), found)
    for name, (good, bad) in sorted(counts.items()):
        print(json.dumps({"name": name, "value": good, "unit": f"of {good + bad}"}))
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
