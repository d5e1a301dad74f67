"""Reads links without Interleave: run `python read_link.py` with one link a line on standard input.

An example for FORMAT.md, and the judge of whether that page is true. Writes, for each link, a line
of JSON: the program, whether the checksum fits, and what the link says of the view.
"""

import base64
import json
import pathlib
import sys
import zlib
from urllib.parse import parse_qsl

DICTIONARY = pathlib.Path(__file__).parent / "dictionary" / "d1.txt"


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def read(link):
    held, _, view = link.strip().rpartition("#")[2].partition("&")
    version, form, packed, check = held.split(".")
    assert version == "v1", version
    if form == "z":
        unpacker = zlib.decompressobj(wbits=-15)
    elif form == "d1":
        unpacker = zlib.decompressobj(wbits=-15, zdict=DICTIONARY.read_bytes())
    text = unpacker.decompress(from_base64url(packed), 256 * 1024)
    fits = unpacker.eof and zlib.crc32(text) == int.from_bytes(from_base64url(check), "big")
    return {"text": text.decode(), "fits": fits, "view": dict(parse_qsl(view))}


def write(text, view=""):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(text.encode()) + packer.flush()
    parts = [packed, zlib.crc32(text.encode()).to_bytes(4, "big")]
    packed, check = (base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
    return f"v1.z.{packed}.{check}" + (f"&{view}" if view else "")


if __name__ == "__main__":
    for line in sys.stdin:
        link = read(line)
        print(json.dumps({**link, "ours": write(link["text"], "t=1")}))
