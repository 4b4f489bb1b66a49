"""The marketplace: units post what they offer and need, and a match becomes a collaboration that is exported with the week."""

from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import expect


def post(kind, unit, text="Et kvarter", **more):
    return {"kind": kind, "unitId": unit, "citizenGroupId": "bg-1", "text": text, **more}


def market(api, week):
    return api.ok("GET", f"/weeks/{week.id}/marketplace")


def test_a_unit_posts_for_itself_alone_with_its_function_and_takes_its_own_posts_down(admin, week):
    path = f"/weeks/{week.id}/marketplace"
    teacher = week.join("s-1", "Deltager", "Lærer", unitId="u-skole")
    leader = week.invite("s-1", "leader", unitId="u-fam")
    observer = week.invite("s-1", "observer")
    made = teacher.ok("POST", path, 201, post("offer", "u-skole", goalId="m-1"))["id"]
    leader.ok("POST", path, 201, post("need", "u-fam"))
    assert teacher.post(path, json=post("need", "u-fam")).status_code == 403
    assert observer.post(path, json=post("need", "u-fam")).status_code == 404
    seen = market(observer, week)
    assert [one["function"] for one in seen["posts"]] == ["Lærer", "Afdelingsleder"]
    assert seen["unitIds"] == [] and seen["sessionIds"] == [] and len(seen["matches"]) == 1
    assert leader.delete(f"{path}/{made}").status_code == 403
    assert teacher.delete(f"{path}/{made}").status_code == 204
    assert [one["kind"] for one in market(admin, week)["posts"]] == ["need"]


def test_a_match_becomes_one_collaboration_whoever_presses_first_and_survives_export_and_restart(
    admin, week, server
):
    path = f"/weeks/{week.id}/marketplace"
    offer = admin.ok("POST", path, 201, post("offer", "u-skole", "En voksen i hallen", goalId="m-1"))["id"]
    need = admin.ok("POST", path, 201, post("need", "u-fam", "Et sted at mødes"))["id"]
    other = admin.ok("POST", path, 201, post("need", "u-skole"))["id"]
    body = {"offerId": offer, "needId": need, "sessionId": "s-1", "level": "coordination", "title": "I hallen"}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: admin.post(path + "/collaborations", json=body).status_code, range(4)))
    assert sorted(answers) == [201, 409, 409, 409]
    assert admin.post(path + "/collaborations", json={**body, "needId": other}).status_code == 409
    assert admin.delete(f"{path}/{offer}").status_code == 409
    [made] = [one for one in market(admin, week)["matches"] if "collaboration" in one]
    model = admin.model(made["collaboration"]["modelId"])
    assert model["parties"] == ["u-skole", "u-fam"] and model["goalIds"] == ["m-1"] and model["level"] == "coordination"
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    assert [one["text"] for one in exported["marketPosts"]][:2] == ["En voksen i hallen", "Et sted at mødes"]
    assert exported["models"][-1]["marketPostIds"] == [offer, need]
    assert exported["models"][-1]["fields"]["expectations"][0]["give"] == "En voksen i hallen"
    server.kill()
    server.restart()
    assert admin.ok("GET", f"/weeks/{week.id}/export") == exported
    assert admin.post("/weeks/import", json=exported).status_code in (200, 201)


def test_a_post_is_seen_by_others_without_reloading_and_a_facilitator_makes_the_collaboration(browsers, week, admin):
    teacher = browsers.open_as(week.join("s-1", "Deltager", "Lærer", unitId="u-skole").token, f"/uge/{week.id}/markedsplads").page
    leader = browsers.open_as(week.invite("s-1", "facilitator").token, f"/uge/{week.id}/markedsplads").page
    teacher.get_by_test_id("post-text").fill("En voksen, som eleverne er trygge ved")
    teacher.get_by_test_id("post-submit").click()
    admin.ok("POST", f"/weeks/{week.id}/marketplace", 201, post("need", "u-kfi", "Nogen, der kender eleverne"))
    expect(leader.get_by_test_id("market-bg-1")).to_contain_text("Nogen, der kender eleverne", timeout=15_000)
    leader.get_by_test_id("make-collaboration").click()
    leader.get_by_test_id("collaboration-title").fill("Trygge morgener")
    leader.get_by_test_id("collaboration-coCreation").check()
    leader.get_by_test_id("collaboration-submit").click()
    for page in (leader, teacher):
        expect(page.get_by_role("link", name="Trygge morgener")).to_be_visible(timeout=15_000)
