"""The number and byte-array encoding that Yjs's protocols are written in (lib0)."""


def encode_uint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(0x80 | (value & 0x7F))
        value >>= 7
    out.append(value)
    return bytes(out)


def encode_bytes(value: bytes) -> bytes:
    return encode_uint(len(value)) + value


class Reader:
    """Reads numbers, byte arrays and strings one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    @property
    def is_at_end(self) -> bool:
        return self.position == len(self.data)

    def uint(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.position]
            self.position += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def bytes(self) -> bytes:
        length = self.uint()
        end = self.position + length
        assert end <= len(self.data), "a byte array runs past the message's end"
        value = self.data[self.position : end]
        self.position = end
        return value

    def string(self) -> str:
        return self.bytes().decode()


def decode_state_vector(data: bytes) -> dict[int, int]:
    reader = Reader(data)
    clocks = {}
    for _ in range(reader.uint()):
        client = reader.uint()
        clocks[client] = reader.uint()
    assert reader.is_at_end, "bytes after a state vector"
    return clocks


def covers(larger: dict[int, int], smaller: dict[int, int]) -> bool:
    """Everything `smaller` has seen, `larger` has seen."""
    return all(larger.get(client, 0) >= clock for client, clock in smaller.items())
