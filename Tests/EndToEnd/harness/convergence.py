"""Whether replicas are equal, whichever implementation of Yjs they are made of."""

import json
import time
from typing import Any, Sequence

from .node_client import NodeClient
from .pycrdt_client import PycrdtClient

Client = NodeClient | PycrdtClient


def wait_converged(clients: Sequence[Client], timeout: float = 30.0) -> dict[str, Any]:
    """Returns the content that all clients have in common, once their state vectors and contents are equal."""
    deadline = time.monotonic() + timeout
    while True:
        for client in clients:
            if isinstance(client, PycrdtClient):
                client.pump(0.01)
        vectors = [client.state_vector for client in clients]
        if all(vector == vectors[0] for vector in vectors):
            contents = [client.content() for client in clients]
            if all(content == contents[0] for content in contents):
                return contents[0]
        if time.monotonic() > deadline:
            raise AssertionError("the replicas differ:\n" + differences(clients))
        time.sleep(0.02)


def differences(clients: Sequence[Client]) -> str:
    contents = [client.content() for client in clients]
    lines = [f"{type(client).__name__}: {sorted(client.state_vector.items())}" for client in clients]
    for root in sorted({root for content in contents for root in content}):
        values = [json.dumps(content.get(root), ensure_ascii=False, sort_keys=True) for content in contents]
        if len(set(values)) > 1:
            lines += [f"{root}: {value[:500]}" for value in values]
    return "\n".join(lines)
