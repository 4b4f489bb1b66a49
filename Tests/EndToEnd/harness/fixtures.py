"""Fixtures: a real server per test on an empty data directory, and the clients a test opens, closed after it."""

import pytest

from .api import Api
from .clients import Clients
from .example import ImportedWeek, import_week
from .goal_plan import GoalPlan
from .ledger import Ledgers
from .seed import chosen_seed
from .server import Server


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Nothing is skipped, nor expected to fail: what cannot run here has failed."""
    report = yield
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr}"
    return report


@pytest.fixture
def data(tmp_path):
    """A data directory that does not exist yet: the server makes it."""
    return tmp_path / "data"


@pytest.fixture
def server_flags() -> list[str]:
    """Flags of the test's server; a module that needs some has its own fixture of this name."""
    return []


@pytest.fixture
def server_surroundings() -> dict:
    """What the test's server runs in: `environment` and `through`, as `Server` takes them."""
    return {}


@pytest.fixture
def front():
    """What stands in front of the test's server, a `Front`, by which the browsers come; None where nothing does."""
    return None


@pytest.fixture
def server(data, server_flags, server_surroundings, front):
    """A running server. After the test it must still run, unless the test ended it, and end well when asked to."""
    public = ["--public-url", front.url] if front else []
    server = Server(data, *server_flags, *public, **server_surroundings)
    try:
        server.start()
        if front:
            front.target = server.host_and_port
        yield server
        if server.process.returncode is None:
            assert server.is_running, f"the server ended by itself with {server.process.returncode}:\n{server.output}"
            assert server.stop() == 0, f"SIGTERM did not end the server with 0:\n{server.output}"
    finally:
        server.close()
        # Shown when the test failed.
        print("the server's last words:", *server.output.splitlines()[-40:], sep="\n")


@pytest.fixture
def admin(server):
    api = Api(server.url, server.admin_token)
    yield api
    api.close()


@pytest.fixture
def week(admin) -> ImportedWeek:
    """The example week, imported."""
    return import_week(admin)


@pytest.fixture
def leader(week):
    """The leader of the example's school."""
    return week.invite("s-1", "leader", unitId="u-skole")


@pytest.fixture
def plan(leader, week) -> GoalPlan:
    """The school's goal plan, everything of its draft taken."""
    plan = GoalPlan(leader, week.id)
    plan.take_all()
    return plan


@pytest.fixture
def clients(server):
    opened = Clients(server)
    yield opened
    opened.close()


@pytest.fixture
def ledgers(tmp_path):
    """Ledgers of what writers in other processes sent, and of what they were told is saved."""
    ledgers = Ledgers(tmp_path / "ledgers")
    yield ledgers
    ledgers.close()


@pytest.fixture
def seed() -> int:
    """A seed for random tests: printed, and taken from SAMSPIL_SEED to repeat a run."""
    return chosen_seed()
