"""`samspil document`: what operators see of recorded updates, held against what Yjs and Yrs make of the same."""

import base64
import json
import os
import struct
import subprocess

import pycrdt
import pytest

from harness import paths
from harness.server import run_to_end

DATA = 65
NO_INPUT = 66


def node(*arguments, stdin=b""):
    result = subprocess.run(
        ["node", str(paths.NODE_SCRIPTS / "documentFiles.cjs"), *arguments],
        env={**os.environ, "NODE_PATH": paths.NODE_PATH}, input=stdin, capture_output=True, timeout=60, check=True,
    )
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def yjs():
    """Recorded updates by name, and what Yjs reads in them."""
    return node("write")


def sequence(updates):
    return b"".join(struct.pack("<I", len(update)) + update for update in updates)


def recorded(yjs, name):
    return [base64.b64decode(update) for update in yjs["updates"][name]]


def write(folder, name, updates):
    file = folder / name
    file.write_bytes(sequence(updates))
    return str(file)


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def replay(*arguments):
    result = run_to_end("document", "replay", *arguments)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return lines(result)


@pytest.mark.parametrize("name", ["text", "nested", "xml"])
def test_a_replayed_file_holds_what_yjs_reads_in_each_root(yjs, tmp_path, name):
    file = write(tmp_path, name, recorded(yjs, name))
    assert replay(file) == [{"file": file, **yjs["expected"][name], "pending": False}]


def test_several_files_are_told_one_line_each_in_their_order(yjs, tmp_path):
    files = [write(tmp_path, name, recorded(yjs, name)) for name in ("xml", "text", "nested")]
    assert [line["file"] for line in replay(*files)] == files


def test_a_file_without_updates_is_an_empty_document(tmp_path):
    file = write(tmp_path, "empty", [])
    assert replay(file) == [{"file": file, "roots": {}, "stateVector": {}, "pending": False}]


def test_what_pycrdt_wrote_is_read(tmp_path):
    doc = pycrdt.Doc(client_id=21)
    updates = []
    subscription = doc.observe(lambda event: updates.append(event.update))
    text, array, items = doc.get("t", type=pycrdt.Text), doc.get("a", type=pycrdt.Array), doc.get("m", type=pycrdt.Map)
    text += "blåbærgrød"
    del text[0:4]
    array.extend(["x", 2.0, pycrdt.Map({"k": pycrdt.Text("v")})])
    items["list"] = [True, None]
    doc.unobserve(subscription)
    line = replay(write(tmp_path, "yrs", updates))[0]
    assert line["roots"]["t"]["string"] == str(text)
    assert line["roots"]["a"]["array"] == array.to_py()
    assert line["roots"]["m"]["map"] == items.to_py()
    assert line["stateVector"] == {"21": pycrdt_clock(doc)}


def pycrdt_clock(doc):
    merged = node("read", stdin=doc.get_update())
    return merged["stateVector"][str(doc.client_id)]


def test_types_nested_deeper_than_recursion_goes_are_read(yjs, tmp_path):
    result = run_to_end("document", "replay", write(tmp_path, "deep", recorded(yjs, "deep")))
    assert result.returncode == 0, result.stderr
    assert "[" * 5001 + "]" * 5001 in result.stdout


def test_a_missing_update_makes_it_pending(yjs, tmp_path):
    updates = recorded(yjs, "text")
    line = replay(write(tmp_path, "gap", updates[:3] + updates[4:8]))[0]
    assert line["pending"] is True
    assert line["stateVector"] == {"7": 3}
    assert line["roots"]["t"]["string"] == "Hej"


def test_updates_out_of_order_and_twice_end_the_same(yjs, tmp_path):
    updates = recorded(yjs, "nested")
    file = write(tmp_path, "shuffled", updates[::-1] + updates)
    assert replay(file) == [{"file": file, **yjs["expected"]["nested"], "pending": False}]


def test_a_broken_update_is_named_and_the_rest_still_counts(yjs, tmp_path):
    updates = recorded(yjs, "text")
    broken = write(tmp_path, "broken", [*updates[:5], b"\x01\x01\x07", *updates[5:]])
    cut = tmp_path / "cut"
    cut.write_bytes(sequence(updates) + struct.pack("<I", 1000) + b"abc")
    whole = write(tmp_path, "whole", updates)
    result = run_to_end("document", "replay", broken, str(cut), whole)
    assert result.returncode == DATA
    complaints = result.stderr.splitlines()
    assert len(complaints) == 2
    assert broken in complaints[0] and "update 5: " in complaints[0]
    assert str(cut) in complaints[1] and f"update {len(updates)}: " in complaints[1] and "3 of 1000" in complaints[1]
    expected = {**yjs["expected"]["text"], "pending": False}
    assert lines(result) == [{"file": file, **expected} for file in (broken, str(cut), whole)]


def test_a_length_of_gigabytes_takes_no_memory(tmp_path):
    file = tmp_path / "bomb"
    file.write_bytes(b"\xff\xff\xff\xff\x00")
    result = run_to_end("document", "replay", str(file))
    assert result.returncode == DATA
    assert "update 0: " in result.stderr


def test_a_file_that_is_not_there_does_not_keep_the_others_from_being_told(yjs, tmp_path):
    whole = write(tmp_path, "whole", recorded(yjs, "text"))
    result = run_to_end("document", "replay", str(tmp_path / "nothing"), whole)
    assert result.returncode == NO_INPUT
    assert len(result.stderr.splitlines()) == 1 and "nothing" in result.stderr
    assert [line["file"] for line in lines(result)] == [whole]


def test_timings_tell_what_it_cost(yjs, tmp_path):
    file = write(tmp_path, "text", recorded(yjs, "text"))
    line = replay("--timings", file)[0]
    for key in ("apply_ms", "encode_ms", "load_ms"):
        assert 0 <= line[key] < 1000
    assert 50 < line["encoded_bytes"] < 500
    assert line["resident_bytes"] > 1_000_000
    assert line["roots"] == yjs["expected"]["text"]["roots"]


def test_merged_files_are_one_update_that_yjs_and_the_tool_read(yjs, tmp_path):
    updates = recorded(yjs, "nested")
    out = tmp_path / "merged"
    files = [write(tmp_path, "late", updates[4:]), write(tmp_path, "early", updates[:6])]
    result = run_to_end("document", "merge", *files, "-o", str(out))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert node("read", stdin=out.read_bytes()) == yjs["expected"]["nested"]
    assert replay(str(out)) == [{"file": str(out), **yjs["expected"]["nested"], "pending": False}]


def test_merging_names_a_broken_update_and_keeps_the_others(yjs, tmp_path):
    updates = recorded(yjs, "text")
    out = tmp_path / "merged"
    broken = write(tmp_path, "broken", [b"\xff", *updates])
    result = run_to_end("document", "merge", broken, "-o", str(out))
    assert result.returncode == DATA
    assert broken in result.stderr and "update 0: " in result.stderr
    assert node("read", stdin=out.read_bytes()) == yjs["expected"]["text"]


def test_an_output_that_cannot_be_written_is_one_clear_line(yjs, tmp_path):
    out = tmp_path / "no" / "folder"
    result = run_to_end("document", "merge", write(tmp_path, "text", recorded(yjs, "text")), "-o", str(out))
    assert result.returncode == 74
    assert len(result.stderr.splitlines()) == 1 and str(out) in result.stderr
