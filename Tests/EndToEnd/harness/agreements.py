"""What three units agree on in a session of their own: one agreement at each level, made of the example week's."""

import json
from typing import Any

from .example import document

#: The example's agreement at each level, and whom of the session's three units its own units become.
_SOURCES: dict[str, tuple[str, dict[str, str]]] = {
    "knowledge": ("v-1", {"u-kfi": "u-fam", "u-spl": "u-ung", "bg-2": "bg-1", "m-5": "m-1", "m-6": "m-3"}),
    "coordination": ("k-1", {}),
    "coCreation": ("c-1", {"u-kfi": "u-ung"}),
}


def agreement(level: str) -> dict[str, Any]:
    """The fields of an agreement; rows that the week keeps apart stand in their field, and name signs by their text."""
    model_id, renamed = _SOURCES[level]
    week = document()
    fields = next(model for model in week["models"] if model["id"] == model_id)["fields"]
    signs = {sign["id"]: sign["text"] for sign in week["signs"]}
    for field in ("trialActions", "signs", "milestones"):
        fields[field] = [row for row in week[field] if row["id"] in fields[field]]
    for trial in fields["trialActions"]:
        trial["signIds"] = [signs[sign] for sign in trial["signIds"]]
    text = json.dumps(fields)
    for old, new in renamed.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    return json.loads(text)
