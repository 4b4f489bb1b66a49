"""What somebody at a terminal meets: one clear line and an exit status that says what kind of failure it was."""

import signal
import socket
import sqlite3

import pytest

from harness import paths
from harness.api import Api
from harness.database import database_file
from harness.server import Server, run_to_end
from harness.waiting import wait_until

USAGE = 64


def one_clear_line(result, *words):
    """Standard error is one line that names what is wrong."""
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, result.stderr
    for word in words:
        assert word in lines[0], f"{word!r} is not in: {lines[0]}"


@pytest.mark.parametrize(
    ("flags", "setting"),
    [
        (["--port", "-1"], "port"),
        (["--port", "65536"], "port"),
        (["--port", "abc"], "port"),
        (["--port", ""], "port"),
        (["--public-url", "ikke en adresse"], "public-url"),
        (["--public-url", "ftp://example.dk"], "public-url"),
        (["--public-url", "https://example.dk/sti"], "public-url"),
        (["--certificate", "/findes/ikke.pem"], "key"),
        (["--key", "/findes/ikke.pem"], "certificate"),
        (["--log-level", "råbende"], "log-level"),
        (["--host", ""], "host"),
        (["--findes-ikke", "1"], "findes-ikke"),
        (["--templates", "/findes/ikke"], "templates"),
        (["--web", "/findes/ikke"], "web"),
    ],
)
def test_a_wrong_setting_is_named_with_what_it_accepts_and_exits_64(data, flags, setting):
    result = run_to_end("serve", "--data", str(data), *([] if "--port" in flags else ["--port", "0"]), *flags)
    assert result.returncode == USAGE, result.stderr
    assert setting in result.stderr
    assert "listening" not in result.stdout


@pytest.mark.parametrize("token", ["kort", "med mellemrum i midten", "æøå" * 10, "x" * 1000])
def test_a_wrong_administrators_token_is_named_and_not_repeated(data, token):
    environment = {"SAMSPIL_ADMIN_TOKEN": token}
    result = run_to_end("serve", "--port", "0", "--data", str(data), environment=environment)
    assert result.returncode == USAGE
    one_clear_line(result, "SAMSPIL_ADMIN_TOKEN")
    assert token not in result.stderr


def test_a_port_in_use_is_one_clear_line(data):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_to_end("serve", "--port", str(port), "--data", str(data))
    assert result.returncode not in (0, USAGE)
    one_clear_line(result, str(port))


def test_a_second_server_on_the_same_port_does_not_disturb_the_first(server, tmp_path, admin):
    port = server.host_and_port[1]
    result = run_to_end("serve", "--port", str(port), "--data", str(tmp_path / "other"))
    assert result.returncode != 0
    one_clear_line(result, str(port))
    assert admin.http.get("/healthz").status_code == 200


def test_an_address_that_is_not_this_machines_is_one_clear_line(data):
    result = run_to_end("serve", "--host", "192.0.2.1", "--port", "0", "--data", str(data))
    assert result.returncode != 0
    one_clear_line(result, "192.0.2.1")


def test_a_data_directory_that_is_a_file_is_one_clear_line(tmp_path):
    file = tmp_path / "file"
    file.write_text("ikke en mappe")
    for place in (file, file / "under"):
        result = run_to_end("serve", "--port", "0", "--data", str(place))
        assert result.returncode not in (0, None)
        one_clear_line(result, str(file))
    assert file.read_text() == "ikke en mappe"


def test_a_data_directory_on_a_read_only_place_is_one_clear_line():
    """/proc takes no folders, not even from root."""
    result = run_to_end("serve", "--port", "0", "--data", "/proc/samspil-data")
    assert result.returncode != 0
    one_clear_line(result, "/proc/samspil-data")


def test_a_database_of_a_newer_version_is_left_alone_and_named(data):
    server = Server(data)
    server.start()
    assert server.stop() == 0
    file = database_file(data)
    make_newer(file)
    before = content_of(file)
    for result in (
        run_to_end("serve", "--port", "0", "--data", str(data)),
        run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK)),
        run_to_end("export", "--data", str(data), "uge"),
    ):
        assert result.returncode not in (0, USAGE)
        one_clear_line(result, "newer")
    assert content_of(file) == before


def content_of(file):
    """All tables and rows. Opening a database is allowed to touch its free pages."""
    database = sqlite3.connect(file)
    try:
        return list(database.iterdump())
    finally:
        database.close()


def make_newer(file):
    """As a later version would leave it: with a migration this one does not know."""
    with sqlite3.connect(file) as database:
        database.execute("INSERT INTO grdb_migrations (identifier) VALUES ('9999')")
    database.close()


def test_a_file_that_is_no_database_is_one_clear_line(data):
    server = Server(data)
    server.start()
    assert server.stop() == 0
    file = database_file(data)
    for side in data.glob(file.name + "-*"):
        side.unlink()
    file.write_bytes(b"dette er ingen database" * 1000)
    result = run_to_end("serve", "--port", "0", "--data", str(data))
    assert result.returncode not in (0, USAGE)
    one_clear_line(result)


@pytest.mark.parametrize("arguments", [["/findes/ikke.json"], []])
def test_importing_what_is_not_there_fails(data, arguments):
    result = run_to_end("import", "--data", str(data), *arguments)
    assert result.returncode != 0
    assert result.stderr.strip()


def test_exporting_a_week_that_is_not_there_fails(data):
    imported = run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK))
    assert imported.returncode == 0, imported.stderr
    result = run_to_end("export", "--data", str(data), "findes-ikke")
    assert result.returncode != 0
    assert result.stdout == ""
    one_clear_line(result, "findes-ikke")


def test_how_the_administrator_gets_in_is_printed_after_the_address(server):
    lines = server.output.splitlines()
    address = next(i for i, line in enumerate(lines) if line.startswith("Samspil is listening on http://127.0.0.1:"))
    assert administrator_line(server) in lines[address:] + server.output.splitlines()[address:]


def administrator_line(server):
    """Printed right after the one that says that the server listens."""
    return wait_until(
        lambda: next((line for line in server.output.splitlines() if line.startswith("Administrator: ")), None),
        "how the administrator gets in")


def sign_in_link(server):
    """The line says which file it is in: nothing but a terminal is told the link itself."""
    assert str(server.data) in administrator_line(server)
    return (server.data / "administrator-link").read_text().strip()


def test_without_a_token_in_the_environment_each_start_makes_a_new_link_that_signs_in(data):
    tokens = []
    for _ in range(2):
        server = Server(data)
        server.admin_token = None
        try:
            server.start()
            tokens.append(sign_in_link(server).rsplit("#", 1)[1])
            browser = Api(server.url)
            grants = browser.ok("POST", "/sign-in", 200, {"token": tokens[-1]})["grants"]
            assert [grant["role"] for grant in grants] == ["administrator"]
            browser.close()
            assert server.stop() == 0
        finally:
            server.close()
    assert tokens[0] != tokens[1] and len(tokens[0]) >= 22


def test_the_public_address_is_in_the_links(data):
    server = Server(data, "--public-url", "https://samspil.example")
    server.admin_token = None
    try:
        server.start()
        assert "https://samspil.example/log-ind#" in sign_in_link(server)
        assert server.url.startswith("http://127.0.0.1:")
        assert server.stop() == 0
    finally:
        server.close()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_it_ends_with_0_when_asked_to(data, name):
    server = Server(data)
    try:
        server.start()
        server.process.send_signal(getattr(signal, name))
        assert server.process.wait(20) == 0
    finally:
        server.close()


def test_tables_are_brought_into_a_week_and_a_preview_of_them_writes_nothing(data, tmp_path):
    run_to_end("import", "--data", str(data), str(paths.EXAMPLE_WEEK))
    table = tmp_path / "enheder.csv"
    table.write_text("enhed-id;navn\nu-fam;Familiehuset\n;Biblioteket\n")
    into = ("import", "--data", str(data), "--week", "kom-x-2027")
    preview = run_to_end(*into, "--preview", str(table))
    assert preview.returncode == 0, preview.stderr
    assert "1 created, 1 changed, 0 unchanged" in preview.stdout
    again = run_to_end(*into, str(table))
    assert again.returncode == 0 and "created units u-1: Biblioteket" in again.stdout, again.stdout + again.stderr
    assert "0 created, 0 changed, 2 unchanged" in run_to_end(*into, str(table)).stdout
    table.write_text("enhed-id;navn\n;\u0085\nu-x\n")
    wrong = run_to_end(*into, str(table))
    assert wrong.returncode == 65 and "enheder.csv:3" in wrong.stderr
    assert run_to_end("import", "--data", str(data), "--week", "ukendt", str(table)).returncode == 66
