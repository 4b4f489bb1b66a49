"""With a certificate and its key as flags the server speaks TLS itself, to the page's requests and to WebSockets."""

import json
import socket
import ssl
import subprocess
import urllib.request

import pytest
from websockets.sync.client import connect

from harness.server import Server, run_to_end


UNAVAILABLE = 69


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


@pytest.fixture
def tls_server(data, certificate):
    server = Server(data, "--certificate", str(certificate[0]), "--key", str(certificate[1]))
    try:
        yield server.start()
        assert server.stop() == 0
    finally:
        server.close()


@pytest.fixture
def trust(certificate):
    return ssl.create_default_context(cafile=str(certificate[0]))


def call(server, trust, path, body=None):
    request = urllib.request.Request(server.url + path, json.dumps(body).encode() if body else None)
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", f"Bearer {server.admin_token}")
    if body:
        request.add_header("Origin", server.url)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust))
    with opener.open(request, timeout=10) as answer:
        return answer.headers, json.loads(answer.read())


def test_requests_and_websockets_go_over_tls_and_the_cookie_only_there(tls_server, trust):
    assert tls_server.url.startswith("https://")
    headers, _ = call(tls_server, trust, "/api/v1/sign-in", {"token": tls_server.admin_token})
    assert "; Secure" in headers["Set-Cookie"]
    _, week = call(tls_server, trust, "/api/v1/weeks", {
        "title": "U", "municipality": {"name": "K"}, "start": "2027-01-18", "end": "2027-01-22", "units": [],
        "citizenGroups": []})
    _, session = call(tls_server, trust, f"/api/v1/weeks/{week['id']}/sessions", {
        "title": "S", "date": "2027-01-21", "startsAt": "09:00", "endsAt": "12:00"})
    url = f"{tls_server.url.replace('https', 'wss', 1)}/ws/sessions/{session['id']}?token={tls_server.admin_token}"
    with connect(url, ssl=trust, compression=None, proxy=None) as session:
        assert json.loads(session.recv(timeout=10))["type"] == "welcome"
        assert session.socket.version() in ("TLSv1.2", "TLSv1.3")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
@pytest.mark.parametrize("name", ["TLSv1", "TLSv1_1"])
def test_versions_of_tls_that_are_broken_get_no_answer(tls_server, name):
    host, port = tls_server.url.removeprefix("https://").split(":")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version = old.maximum_version = ssl.TLSVersion[name]
    with pytest.raises(OSError), socket.create_connection((host, int(port)), timeout=5) as plain, old.wrap_socket(plain):
        pass


def test_a_certificate_without_its_key_or_that_is_none_ends_the_start(data, certificate, tmp_path):
    broken = tmp_path / "ingen.pem"
    broken.write_text("ingen nøgle")
    for flags in (["--certificate", str(certificate[0]), "--key", str(broken)], ["--certificate", str(broken), "--key", str(certificate[1])]):
        result = run_to_end("serve", "--port", "0", "--data", str(data), *flags)
        assert result.returncode == UNAVAILABLE, result.stderr
        assert str(broken) in result.stderr
        assert "listening" not in result.stdout
