"""Malformed WebSocket frames of every kind (RFC 6455), and malformed messages in sound frames."""

import json
import random
import struct

from ..varint import encode_bytes, encode_uint

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
RESERVED = (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
NOT_UTF8 = (b"\x80", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff\xfe", b"abc\xe2\x82", b"\xf8\x88\x80\x80\x80")
#: Codes that may not stand in a close frame (section 7.4).
NO_CODES = (0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535)


def frame(payload=b"", opcode=BINARY, final=True, reserved=0, mask=b"\0\0\0\0", announced=None, form=None):
    """A frame; `announced` and `form` (7, 16 or 64 bits) may contradict the payload, `mask` may be missing."""
    length = len(payload) if announced is None else announced
    form = form or (7 if length < 126 else 16 if length < 65536 else 64)
    head = bytes([(0x80 if final else 0) | reserved << 4 | opcode])
    bit = 0x80 if mask is not None else 0
    if form == 7:
        head += bytes([bit | length & 0x7F])
    elif form == 16:
        head += bytes([bit | 126]) + struct.pack(">H", length & 0xFFFF)
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", length)
    if mask is None:
        return head + payload
    if mask == b"\0\0\0\0" or not payload:
        return head + mask + payload
    pad = (mask * (len(payload) // 4 + 1))[: len(payload)]
    masked = int.from_bytes(payload, "big") ^ int.from_bytes(pad, "big")
    return head + mask + masked.to_bytes(len(payload), "big")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Flips, cuts, repeats and insertions."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 2:
            del data[at : at + chance.randint(1, 8)]
        elif kind == 3:
            data[at:at] = data[at : at + chance.randint(1, 16)]
        else:
            data[at:at] = chance.choice((b"\xff" * 9, b"\0", b"\x7f\xff\xff\xff\xff\xff\xff\xff", b"\x80\x80\x80\x80\x10"))
    return bytes(data)


def noise(chance, least, most):
    return chance.randbytes(chance.randint(least, most))


# What the protocol forbids: it ends the connection.


def reserved_bits(chance):
    return frame(noise(chance, 0, 40), chance.choice((TEXT, BINARY, PING)), reserved=chance.randint(1, 7))


def reserved_opcode(chance):
    return frame(noise(chance, 0, 40), chance.choice(RESERVED), final=chance.random() < 0.8)


def control_too_long(chance):
    return frame(noise(chance, 126, 400), chance.choice((CLOSE, PING, PONG)))


def control_in_pieces(chance):
    return frame(noise(chance, 0, 100), chance.choice((CLOSE, PING, PONG)), final=False)


def continuation_of_nothing(chance):
    return frame(noise(chance, 0, 100), CONTINUATION, final=chance.random() < 0.5)


def message_within_message(chance):
    return frame(b"\0", BINARY, final=False) + frame(noise(chance, 0, 50), chance.choice((TEXT, BINARY)))


def too_long_to_be_true(chance):
    announced = chance.choice((1 << 63, (1 << 64) - 1, (1 << 63) - 1, 1 << 40, (1 << 31) + 1, 1 << 32, 1_048_577))
    return frame(noise(chance, 0, 60), BINARY, announced=announced, form=64)


def longer_than_announced(chance):
    payload = noise(chance, 20, 200)
    return frame(payload, BINARY, announced=chance.randrange(len(payload)))


def length_in_the_wrong_form(chance):
    return frame(noise(chance, 0, 100), chance.choice((BINARY, PING)), form=chance.choice((16, 64)))


def bad_close(chance):
    payload = chance.choice((
        noise(chance, 1, 1), struct.pack(">H", chance.choice(NO_CODES)), struct.pack(">H", 1000) + chance.choice(NOT_UTF8),
        noise(chance, 2, 125),
    ))
    return frame(payload, CLOSE)


def text_that_is_none(chance):
    broken = chance.choice(NOT_UTF8)
    if chance.random() < 0.5:
        return frame(b"a" + broken, TEXT)
    return frame(broken[:1], TEXT, final=False) + frame(broken[1:], CONTINUATION, final=False) + frame(b"", CONTINUATION)


def cut(chance):
    """A frame that ends in its head, its mask or its payload."""
    whole = frame(noise(chance, 1, 300), BINARY, form=chance.choice((None, 16, 64)), mask=chance.randbytes(4))
    return whole[: chance.randrange(1, len(whole))]


def cut_message(chance):
    """Fragments of a message that is never finished."""
    return frame(b"\0\2", BINARY, final=False) + b"".join(
        frame(noise(chance, 0, 30), CONTINUATION, final=False) for _ in range(chance.randint(0, 5)))


def bytes_that_are_no_frame(chance):
    return noise(chance, 1, 200)


def mutated_frame(chance):
    whole = frame(noise(chance, 0, 130), chance.choice((TEXT, BINARY, PING, CLOSE)), mask=chance.randbytes(4))
    return mutated(whole, chance)


def unmasked(chance):
    return frame(noise(chance, 0, 130), chance.choice((TEXT, BINARY, PING, CLOSE)), mask=None)


FATAL = (
    reserved_bits, reserved_opcode, control_too_long, control_in_pieces, continuation_of_nothing,
    message_within_message, too_long_to_be_true, longer_than_announced, length_in_the_wrong_form, bad_close,
    text_that_is_none, cut, cut_message, bytes_that_are_no_frame, mutated_frame, unmasked,
)

# What the protocol allows and the product does not: some of it is answered or ignored, some ends the connection.

UPDATE = bytes.fromhex("010101000401047461736b0568656a20210000")
AWARENESS = encode_uint(1) + encode_uint(77) + encode_uint(1) + encode_bytes(b'{"user":{"name":"x"}}')


def document_message(chance):
    """A message of y-protocols, broken."""
    sound = chance.choice((
        b"\0\0" + encode_bytes(b"\0"), b"\0\1" + encode_bytes(UPDATE), b"\0\2" + encode_bytes(UPDATE),
        b"\0\2" + encode_bytes(mutated(UPDATE, chance)), b"\1" + encode_bytes(AWARENESS),
        b"\1" + encode_bytes(mutated(AWARENESS, chance)), b"\3", noise(chance, 0, 80),
    ))
    return frame(mutated(sound, chance) if sound else sound, BINARY, mask=chance.randbytes(4))


def ignored_document_message(chance):
    """What only a server sends, or nobody: the connection goes on."""
    return frame(chance.choice((
        b"\2\0" + encode_bytes(b"nej"), b"\4" + encode_bytes(b"\0"), b"\5" + encode_uint(chance.randrange(1 << 40)),
    )), BINARY)


COMMAND = {"type": "command", "id": "1", "command": {"kind": "enterPhase", "index": 1, "expected": 0}}


def session_message(chance):
    """A command, broken; as text that is UTF-8."""
    text = json.dumps(COMMAND)
    at = chance.randrange(len(text))
    broken = chance.choice((
        text[:at], text[:at] + chance.choice('"\\{}[],:0æ\0') + text[at:], "[" * 5000, "1e999", '{"type":"command"}', "null",
        text.replace("1", "1" * chance.randint(2, 400)), text.replace("enterPhase", "x" * chance.randint(0, 300)), "",
    ))
    return frame(broken.encode(), TEXT)


def refused_session_message(chance):
    """A command that is none, or with arguments that are none: it is refused, the connection goes on."""
    broken = chance.choice((
        {"kind": "x" * chance.randint(0, 300)}, {"kind": "enterPhase", "index": chance.choice((-1, 1e300, "1", None, [], 2**63))},
        {"kind": "lockModel", "modelId": chance.choice((7, "\0", "x" * 5000, {}))}, {"kind": None}, {},
    ))
    return frame(json.dumps({**COMMAND, "command": broken}).encode(), TEXT)


def kinds(is_document: bool):
    """What may be followed by more, and what is the last of its connection."""
    if is_document:
        return (ignored_document_message,), (*FATAL, document_message, document_message, document_message)
    return (refused_session_message,), (*FATAL, session_message)
