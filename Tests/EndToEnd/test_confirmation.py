"""A unit confirms what the model says now; a later edit shows, and taking the edit back heals it."""

import pytest

from harness.waiting import wait_until


def confirmation_of(model, party):
    return next((c for c in model["confirmations"] if party in (c.get("unitId"), c.get("externalId"))), None)


@pytest.fixture
def culture(week):
    """Somebody from Kultur, Fritid og Idræt, who has not confirmed c-1 yet."""
    return week.join("s-1", "Deltager F", "Fritidskonsulent", unitId="u-kfi")


def test_imported_confirmations_hold_until_something_is_edited(week, admin):
    for model_id in ("k-1", "v-1"):
        model = admin.model(model_id)
        assert model["state"] == "confirmed" and model["missing"] == []
        assert {c["state"] for c in model["confirmations"]} == {"current"}
    assert admin.model("c-1")["state"] == "draft"


def test_a_participant_confirms_for_their_own_unit(week, admin, culture, clients):
    watcher = clients.session("s-1", admin.token)
    model = culture.ok("POST", "/models/c-1/confirmations", 201, {"give": "Hallen", "need": "Antal elever"})
    mine = confirmation_of(model, "u-kfi")
    assert mine["state"] == "current" and mine["function"] == "Fritidskonsulent"
    assert mine["give"] == "Hallen" and mine["need"] == "Antal elever"
    assert model["state"] == "confirmed", "all of its units have confirmed"
    event = watcher.event("modelConfirmed")["event"]
    assert event["modelId"] == "c-1" and event["unitId"] == "u-kfi"
    assert event["contentVersion"] == model["contentVersion"]


def test_a_later_edit_makes_it_from_before_the_change_and_taking_it_back_makes_it_current_again(
    week, admin, culture, clients
):
    confirmed = culture.ok("POST", "/models/c-1/confirmations", 201, {})
    node = clients.node("c-1", admin.token)
    node.do("insert", root="task", index=0, text="x")
    changed = wait_until(
        lambda: (m := admin.model("c-1"))["contentVersion"] != confirmed["contentVersion"] and m, "a new version"
    )
    assert changed["state"] == "confirmedBeforeChange"
    assert confirmation_of(changed, "u-kfi")["state"] == "beforeChange"
    assert confirmation_of(changed, "u-skole")["state"] == "beforeChange"
    node.do("delete", root="task", index=0, length=1)
    back = wait_until(
        lambda: (m := admin.model("c-1"))["contentVersion"] == confirmed["contentVersion"] and m, "the old version"
    )
    assert back["state"] == "confirmed"
    assert {c["state"] for c in back["confirmations"]} == {"current"}


def test_confirming_again_after_an_edit_makes_ones_own_confirmation_current_and_no_others(
    week, admin, culture, clients
):
    before = culture.ok("POST", "/models/c-1/confirmations", 201, {})
    clients.node("c-1", admin.token).do("insert", root="task", index=0, text="Ny: ")
    wait_until(lambda: admin.model("c-1")["contentVersion"] != before["contentVersion"], "a new version")
    again = culture.ok("POST", "/models/c-1/confirmations", 201, {})
    assert confirmation_of(again, "u-kfi")["state"] == "current"
    assert confirmation_of(again, "u-skole")["state"] == "beforeChange"
    assert again["state"] == "confirmedBeforeChange"
    assert len([c for c in again["confirmations"] if c.get("unitId") == "u-kfi"]) == 1


def test_confirming_what_has_changed_since_one_read_it_is_a_conflict(week, admin, culture, clients):
    read = culture.model("c-1")["contentVersion"]
    clients.node("c-1", admin.token).do("insert", root="task", index=0, text="Ny: ")
    wait_until(lambda: admin.model("c-1")["contentVersion"] != read, "a new version")
    refused = culture.post("/models/c-1/confirmations", json={"contentVersion": read})
    assert refused.status_code == 409
    assert confirmation_of(admin.model("c-1"), "u-kfi") is None
    current = culture.model("c-1")["contentVersion"]
    culture.ok("POST", "/models/c-1/confirmations", 201, {"contentVersion": current})


def test_a_model_that_lacks_required_fields_cannot_be_confirmed_and_the_fields_are_named(week, admin, culture, clients):
    node = clients.node("c-1", admin.token)
    node.do("delete", root="anchoring", index=0, length=len(node.do("text", root="anchoring")))
    wait_until(lambda: admin.model("c-1")["missing"] == ["anchoring"], "the field among what is missing")
    refused = culture.post("/models/c-1/confirmations", json={})
    assert refused.status_code == 422
    assert [fault["path"] for fault in refused.json()["faults"]] == ["anchoring"]
    assert confirmation_of(admin.model("c-1"), "u-kfi") is None


def test_shared_personal_data_makes_the_legal_basis_required(week, admin, clients):
    node = clients.node("k-1", admin.token)
    node.do("delete", root="dataSharing", index=0, length=len(node.do("text", root="dataSharing")))
    wait_until(lambda: admin.model("k-1")["missing"] == ["dataSharing"], "dataSharing among what is missing")
    rows = node.content()["knowledgeItems"]
    personal = next(row for row, cells in rows.items() if cells["personalData"] is True)
    node.do("deleteRow", root="knowledgeItems", row=personal)
    wait_until(lambda: admin.model("k-1")["missing"] == [], "nothing missing any more")


def test_ones_own_confirmation_can_be_withdrawn(week, admin, culture, clients):
    watcher = clients.session("s-1", admin.token)
    culture.ok("POST", "/models/c-1/confirmations", 201, {})
    assert culture.delete("/models/c-1/confirmations/u-kfi").status_code == 204
    assert confirmation_of(admin.model("c-1"), "u-kfi") is None
    assert admin.model("c-1")["state"] == "draft"
    assert watcher.event("confirmationWithdrawn")["event"]["unitId"] == "u-kfi"


def test_who_came_for_the_same_unit_takes_nobodys_word_back_also_not_by_confirming_over_it(week, admin, culture):
    culture.ok("POST", "/models/c-1/confirmations", 201, {"give": "Hallen"})
    stranger = week.join("s-1", "Fremmed", "Praktikant", unitId="u-kfi")
    refused = stranger.delete("/models/c-1/confirmations/u-kfi")
    assert refused.status_code == 403 and "En anden har bekræftet" in refused.json()["detail"]
    stranger.ok("POST", "/models/c-1/confirmations", 201, {"give": "Ingenting"})
    assert stranger.delete("/models/c-1/confirmations/u-kfi").status_code == 204
    assert confirmation_of(admin.model("c-1"), "u-kfi")["give"] == "Hallen"
    stranger.close()


@pytest.mark.parametrize(("by", "role"), [("leader", "leader"), ("facilitator", "facilitator"), ("maker", None)])
def test_a_withdrawal_tells_everybody_as_what_it_was_done_also_after_a_restart(
    week, admin, culture, clients, server, by, role
):
    culture.ok("POST", "/models/c-1/confirmations", 201, {})
    watcher = clients.session("s-1", week.invite("s-1", "observer").token)
    person = culture if role is None else week.invite("s-1", role, **({"unitId": "u-kfi"} if role == "leader" else {}))
    assert person.delete("/models/c-1/confirmations/u-kfi").status_code == 204
    assert watcher.event("confirmationWithdrawn")["event"]["by"] == by
    server.kill()
    server.restart()
    withdrawal = admin.model("c-1")["withdrawals"][0]
    assert (withdrawal["unitId"], withdrawal["by"]) == ("u-kfi", by)
    assert confirmation_of(admin.model("c-1"), "u-kfi") is None


def test_the_leader_of_another_unit_withdraws_nothing(week, admin, culture):
    culture.ok("POST", "/models/c-1/confirmations", 201, {})
    other = week.invite("s-1", "leader", unitId="u-fam")
    assert other.delete("/models/c-1/confirmations/u-kfi").status_code == 403
    assert confirmation_of(admin.model("c-1"), "u-kfi")
    other.close()


def test_a_facilitator_may_confirm_for_a_unit_that_is_in_the_room(week, admin):
    facilitator = week.invite("s-1", "facilitator")
    body = {"unitId": "u-kfi", "function": "Afdelingsleder"}
    model = facilitator.ok("POST", "/models/c-1/confirmations", 201, body)
    assert confirmation_of(model, "u-kfi")["function"] == "Afdelingsleder"


def test_a_unit_the_week_does_not_have_cannot_confirm(week, admin):
    refused = admin.post("/models/c-1/confirmations", json={"unitId": "u-findes-ikke", "function": "Leder"})
    assert refused.status_code == 422


def test_confirmations_survive_a_restart_with_their_state(week, admin, culture, clients, server):
    culture.ok("POST", "/models/c-1/confirmations", 201, {})
    node = clients.node("k-1", admin.token, saved="1")
    node.do("insert", root="task", index=0, text="Ændret: ")
    node.wait_saved()
    wait_until(lambda: admin.model("k-1")["state"] == "confirmedBeforeChange", "k-1 changed")
    before = [admin.model(model) for model in ("c-1", "k-1", "v-1")]
    node.do("disconnect")
    assert server.stop() == 0
    server.restart()
    assert [admin.model(model) for model in ("c-1", "k-1", "v-1")] == before


def test_a_confirmation_is_in_the_export(week, admin, culture):
    culture.ok("POST", "/models/c-1/confirmations", 201, {})
    exported = admin.ok("GET", f"/weeks/{week.id}/export")
    model = next(model for model in exported["models"] if model["id"] == "c-1")
    assert {c["unitId"] for c in model["confirmations"]} == {"u-skole", "u-kfi"}
    assert model["state"] == "confirmed"
