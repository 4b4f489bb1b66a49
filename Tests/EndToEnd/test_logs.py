"""Logs help to operate and hold no token, no name and nothing people wrote."""

from harness.api import Api
from harness.clients import Clients, document_url
from harness.example import import_week
from harness.pycrdt_client import PycrdtClient
from harness.server import Server

NAME = "Markørnavn Zzyxholm"
FUNCTION = "Markørfunktion Qwfp"
WRITTEN = "markørtekst-fra-deltager-8361"
GIVEN = "markørbidrag-7712"
UNKNOWN_TOKEN = "ukendt-token-af-os-55512345"


def scenario(server, admin, week, clients):
    """Touches everything that could be tempted to log, in success and in failure."""
    person = week.join("s-1", NAME, FUNCTION, unitId="u-kfi")
    node = clients.node("c-1", person.token, saved="1")
    node.do("setAwareness", state={"user": {"name": NAME}})
    node.do("insert", root="task", index=0, text=WRITTEN)
    node.wait_saved()
    person.ok("POST", "/models/c-1/confirmations", 201, {"give": GIVEN})
    session = clients.session("s-1", person.token)
    session.refused("endSession")
    session.socket.send('{"type":"command","id":"' + WRITTEN + '","command":{"kind":"' + WRITTEN + '"}}')
    session.pump(0.2)
    admin.get(f"/weeks/{week.id}/units/u-skole/goal-plan-draft")
    stranger = Api(server.url, UNKNOWN_TOKEN)
    stranger.get(f"/weeks?token={UNKNOWN_TOKEN}")
    stranger.post("/sign-in", json={"token": UNKNOWN_TOKEN})
    stranger.post("/join", json={"joinCode": "ZZZZZZZZ", "displayName": NAME, "function": FUNCTION, "unitId": WRITTEN})
    stranger.post("/join", content=f'{{"displayName": "{NAME}'.encode())
    admin.post("/weeks/import", json={"goals": [{"text": WRITTEN, "unitId": WRITTEN}]})
    stranger.http.get(f"/{WRITTEN}?token={UNKNOWN_TOKEN}")
    stranger.close()
    bad = PycrdtClient(document_url(server.ws_url, "c-1", UNKNOWN_TOKEN)).connect()
    bad.pump(1)
    broken = PycrdtClient(document_url(server.ws_url, "c-1", person.token)).connect()
    broken.send_raw(b"\x00\x02\x20" + WRITTEN.encode())
    broken.pump(1)
    return [server.admin_token, person.token, week.join_codes["s-1"], UNKNOWN_TOKEN, NAME, "Zzyxholm", FUNCTION,
            WRITTEN, GIVEN]


def test_no_token_name_or_written_text_is_in_what_the_server_prints(server, admin, week, clients):
    secrets = scenario(server, admin, week, clients)
    clients.close()
    assert server.stop() == 0
    # The one line that must hold the administrator's token is the sign-in link itself.
    lines = [line for line in server.output.splitlines() if "/log-ind#" not in line]
    assert len(lines) > 1, "nothing was logged"
    for secret in secrets:
        held = [line for line in lines if secret in line]
        assert not held, f"{secret!r} is in the log: {held[0]}"


def test_nor_at_the_most_talkative_level(tmp_path):
    talkative = Server(tmp_path / "talkative", "--log-level", "trace")
    try:
        talkative.start()
        api = Api(talkative.url, talkative.admin_token)
        opened = Clients(talkative)
        secrets = scenario(talkative, api, import_week(api), opened)
        opened.close()
        api.close()
        assert talkative.stop() == 0
    finally:
        talkative.close()
    lines = [line for line in talkative.output.splitlines() if "/log-ind#" not in line]
    for secret in secrets:
        held = [line for line in lines if secret in line]
        assert not held, f"{secret!r} is in the log: {held[0]}"
