"""yrs through pycrdt, as the benchmarks drive it. See `run` for what each measure means."""

import json
import struct
import sys
import time

from pycrdt import Doc, Text, merge_updates


def read_updates(path):
    data = open(path, "rb").read()
    updates, at = [], 0
    while at < len(data):
        (length,) = struct.unpack_from("<I", data, at)
        updates.append(data[at + 4 : at + 4 + length])
        at += 4 + length
    return updates


def milliseconds(body):
    start = time.perf_counter_ns()
    body()
    return (time.perf_counter_ns() - start) / 1e6


def median(repeats, body):
    return sorted(milliseconds(body) for _ in range(repeats))[repeats // 2]


def load(state):
    doc = Doc()
    doc.apply_update(state)
    return doc


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def measure(updates, count, merged, repeats):
    doc = Doc()
    sent = 0

    def send(event):
        nonlocal sent
        sent += len(event.update)

    doc.observe(send)
    known = int(count * 0.99)
    joiner = b""

    def apply():
        nonlocal joiner
        for index in range(count):
            if index == known:
                joiner = doc.get_state()
            doc.apply_update(updates[index])

    result = {"apply": milliseconds(apply), "sent": sent}
    # What Python itself and the encoding of what is sent on take of that can be seen from this one.
    silent = Doc()
    result["silent"] = milliseconds(lambda: [silent.apply_update(update) for update in updates[:count]])
    state = doc.get_update()
    result["bytes"] = len(state)
    text = str(doc.get("text", type=Text))
    result["units"] = len(text.encode("utf-16-le")) // 2
    result["encode"] = median(repeats, doc.get_update)
    result["diff"] = median(repeats, lambda: doc.get_update(joiner))
    result["load"] = median(repeats, lambda: load(state))
    if merged > 0:
        result["merge"] = milliseconds(lambda: merge_updates(*updates[:merged]))
    return result


def memory(states, copies):
    """Bytes that each of several documents takes, loaded from these states."""
    before = resident()
    kept = [load(state) for _ in range(copies) for state in states]
    return {"memory": (resident() - before) / len(kept)}


def main(what, path, *numbers):
    updates = read_updates(path)
    numbers = [int(number) for number in numbers]
    if what == "measure":
        result = measure(updates, *numbers)
    elif what == "memory":
        result = memory(updates, *numbers)
    else:
        result = {"load": median(numbers[0], lambda: [load(state) for state in updates])}
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
