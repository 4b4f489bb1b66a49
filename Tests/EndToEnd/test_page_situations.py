"""Somebody writes without a connection and something happens meanwhile: the table of `Web/UnsentWork.md`, walked."""

import datetime
import os
import random

import pytest

from harness.example import join
from harness.model_page import SESSION
from harness.waiting import wait_until
from situations.happenings import HAPPENINGS, server_is_restored
from situations.outcome import check, check_found_by_somebody_else
from situations.table import BACK_UP, PAIRS, ROWS
from situations.world import WORDS, World

#: How many pairs a usual run takes.
FEW = 10


def pairs() -> list[tuple[int, int]]:
    if os.environ.get("SAMSPIL_SITUATIONS") == "all":
        return PAIRS
    # The choice must be the same in every worker of a run: another each day, unless a seed is given.
    seed = int(os.environ.get("SAMSPIL_SEED", datetime.date.today().toordinal()))
    print(f"pairs: SAMSPIL_SEED={seed}")
    return sorted(random.Random(seed).sample(PAIRS, FEW))


def walk(world: World) -> None:
    world.prepare()
    for number in world.happens:
        HAPPENINGS[number](world)


@pytest.fixture
def world_of(browsers, week, admin, server, clients, data, tmp_path):
    return lambda *happens: World(browsers, week, admin, server, clients, data, tmp_path, happens)


@pytest.mark.parametrize("number", ROWS, ids=[row.meanwhile.split(",")[0] for row in ROWS.values()])
def test_in_each_of_the_situations_nothing_written_is_lost_and_the_page_says_what_is_so(world_of, number):
    world = world_of(number)
    walk(world)
    world.window.context.set_offline(False)
    row = ROWS[number]
    if row.where == "browser":
        world.open_banner()
    for words in row.says:
        wait_until(lambda: any(words in said for said in world.listen()), f"the page to say »{words}«", timeout=20)
    sends_by_itself = world.may_write and world.is_same_person and not world.is_left
    assert row.where == ("server" if sends_by_itself else "browser")
    check(world)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair[0]}+{pair[1]}")
def test_in_pairs_of_the_situations_nothing_written_is_lost(world_of, pair):
    world = world_of(*pair)
    walk(world)
    check(world)


def test_what_a_restored_server_knows_neither_the_words_nor_the_writer_of_is_found_by_who_comes_next(world_of):
    world = world_of(BACK_UP)
    world.back_up()
    world.enter(join(world.server.url, world.week.join_codes[SESSION], "Carla", "Pædagog", unitId="u-skole"))
    world.write()
    world.window.context.set_offline(False)
    world.arrive(WORDS, "the words on the server")
    world.model.expect_saved()
    server_is_restored(world)
    check_found_by_somebody_else(world)
