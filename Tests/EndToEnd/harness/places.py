"""Every page there is, as those who may see it."""

from .browser import Browsers, Window
from .example import ImportedWeek


def every_page(browsers: Browsers, week: ImportedWeek, **options) -> list[tuple[str, Window]]:
    """Opens each page in the browser of somebody it is for; the name says which page it is."""
    participant = week.join("s-1", "Deltager A", "Lærer", unitId="u-skole")
    facilitator = week.invite("s-1", "facilitator")
    leader = week.invite("s-1", "leader", unitId="u-skole")
    observer = week.invite("s-1", "observer")
    admin_token = week.admin.token
    assert admin_token is not None
    code = week.join_codes["s-1"]
    return [
        ("join", browsers.open("/", **options)),
        ("join with a code", browsers.open(f"/k/{code}", **options)),
        ("not found", browsers.open("/session/s-1/findes/ikke", **options)),
        ("weeks", browsers.open_as(admin_token, "/uger", **options)),
        ("week", browsers.open_as(admin_token, f"/uge/{week.id}", **options)),
        ("what a week is made from", browsers.open_as(admin_token, f"/uge/{week.id}/grundlag", **options)),
        ("marketplace", browsers.open_as(participant.token, f"/uge/{week.id}/markedsplads", **options)),
        ("session of a participant", browsers.open_as(participant.token, "/session/s-1", **options)),
        ("session of a facilitator", browsers.open_as(facilitator.token, "/session/s-1", **options)),
        ("model of a participant", browsers.open_as(participant.token, "/session/s-1/model/c-1", **options)),
        ("reading aloud", browsers.open_as(participant.token, "/session/s-1/model/c-1/laes-op", **options)),
        ("model of an observer", browsers.open_as(observer.token, "/session/s-1/model/k-1", **options)),
        ("model of the administrator", browsers.open_as(admin_token, "/session/s-2/model/v-1", **options)),
        ("plan of a leader", browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/plan", **options)),
        ("big screen", browsers.open_as(observer.token, f"/skaerm/s-1?kode={code}", **options)),
        ("draft of a leader", browsers.open_as(leader.token, f"/uge/{week.id}/enhed/u-skole/maalplan", **options)),
    ]


def settle(window: Window) -> None:
    """Until the page shows its content and nothing is on its way."""
    window.page.locator("main h1").wait_for()
    if "/model/" in window.page.url and "laes-op" not in window.page.url:
        window.page.get_by_test_id("save-status").and_(window.page.get_by_text("Gemt")).wait_for()
