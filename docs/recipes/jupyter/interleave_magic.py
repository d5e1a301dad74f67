"""A cell that begins with %%interleave is a program in a frame: it runs in the browser, not in the kernel."""

import base64
import os
import zlib

from IPython.display import IFrame

# Where the built site is: in the folder in which Jupyter was started, unless somebody says otherwise.
SITE = os.environ.get("INTERLEAVE_SITE", "/files/interleave/")


def link(program):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(program.encode()) + packer.flush()
    parts = packed, zlib.crc32(program.encode()).to_bytes(4, "big")
    return "#v1.z." + ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def interleave(line, cell):
    # Jupyter allows what lies in its folders no origin, so it has to be the page that is one file.
    return IFrame(f"{SITE}embed/alone.html?v=1&fit{line and '&' + line}{link(cell)}", "100%", 480)


def load_ipython_extension(shell):
    shell.register_magic_function(interleave, "cell")
