"""Makes what schemathesis invents reach something: ids of the example week, formats that take no converter."""

import schemathesis

#: What a path's parameter is most of the time; what was invented stays otherwise.
KNOWN = {
    "weekId": "kom-x-2027", "unitId": "u-skole", "sessionId": "s-1", "modelId": "c-1", "version": "1", "number": "1",
    "partyId": "u-skole", "joinCode": None,
}
#: Made by pandoc and weasyprint, a second each: the tests of exports make them.
CONVERTED = {"docx", "odt", "pdf"}


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    for name, value in (path_parameters or {}).items():
        known = KNOWN.get(name)
        if known and sum(map(ord, str(value))) % 4:
            value = known
        if name == "format" and value in CONVERTED:
            value = "md"
        path_parameters[name] = value
    return path_parameters


@schemathesis.hook
def map_query(context, query):
    formats = str((query or {}).get("formats", ""))
    if CONVERTED & set(formats.split(",")):
        query["formats"] = "md"
    return query


@schemathesis.hook
def filter_case(context, case):
    """libwebsockets ends a connection whose address has a NUL in it, without an answer."""
    return "\\x00" not in repr((case.path_parameters, case.query))


@schemathesis.hook
def map_body(context, body):
    if isinstance(body, dict) and isinstance(body.get("formats"), list):
        body["formats"] = [one for one in body["formats"] if one not in CONVERTED]
    return body
