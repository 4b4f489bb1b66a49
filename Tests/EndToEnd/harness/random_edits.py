"""Random edits of a collaboration model by a pycrdt client, from a seed: what node/randomEdits.cjs does under Node."""

import random

from pycrdt import Map, Text

from .pycrdt_client import PycrdtClient

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå 0123456789.,\n"
WIDE = ["😀", "👩‍🏫", "é", "漢"]
TEXT_ROOTS = ["task", "whyCross", "title", "collaborationGoal"]
TEXT_COLUMNS = {"expectations": ["need", "give", "limit"], "roles": ["activity", "function"]}
UNITS = ["u-skole", "u-fam", "u-ung", "u-kfi", "u-spl"]


def one_edit(client: PycrdtClient, generator: random.Random, name: str) -> None:
    kind = generator.random()
    if kind < 0.55:
        edit_text(client.text(generator.choice(TEXT_ROOTS)), generator)
    elif kind < 0.65:
        add_row(client, generator, name)
    elif kind < 0.88:
        edit_row(client, generator)
    elif kind < 0.94:
        client.set_value(generator.choice(["period.start", "period.end", "citizenGroup"]), name)
    else:
        toggle(client.map("parties"), generator.choice(UNITS), f"a{generator.randint(10, 99)}")


def edit_text(text: Text, generator: random.Random) -> None:
    whole = str(text)
    if whole and generator.random() < 0.3:
        start = generator.randrange(len(whole))
        end = min(len(whole), start + generator.randint(1, 5))
        del text[len(whole[:start].encode()) : len(whole[:end].encode())]
        return
    word = "".join(
        generator.choice(WIDE) if generator.random() < 0.08 else generator.choice(LETTERS)
        for _ in range(generator.randint(1, 6))
    )
    text.insert(len(whole[: generator.randint(0, len(whole))].encode()), word)


def add_row(client: PycrdtClient, generator: random.Random, name: str) -> None:
    root = generator.choice(list(TEXT_COLUMNS))
    texts = {column: "" if generator.random() < 0.5 else f"{column} {name}" for column in TEXT_COLUMNS[root]}
    client.put_row(root, f"r-{name}", f"a{name}", texts, {"unitId": generator.choice(UNITS)})


def edit_row(client: PycrdtClient, generator: random.Random) -> None:
    root = generator.choice(list(TEXT_COLUMNS))
    rows = client.map(root)
    keys = sorted(rows.keys())
    if not keys:
        return
    row = rows[generator.choice(keys)]
    if not isinstance(row, Map):
        return
    if generator.random() < 0.2:
        row["unitId"] = generator.choice(UNITS)
        return
    cell = row.get(generator.choice(TEXT_COLUMNS[root]))
    if isinstance(cell, Text):
        edit_text(cell, generator)


def toggle(members: Map, key: str, order: str) -> None:
    if key in members:
        del members[key]
    else:
        members[key] = order
