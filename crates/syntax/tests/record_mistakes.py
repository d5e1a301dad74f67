"""Writes into mistakes.txt what this Python says of each program in it.

The file is a list of entries: a line of `=`, a program, a line of `-`, and what
`python main.py` prints. Only the last part is written here. A program that ends in
`⌁` has no newline at its end. Run it with CPython 3.13.
"""

import pathlib
import subprocess
import sys
import tempfile

FILE = pathlib.Path(__file__).with_name("mistakes.txt")
ENTRY, ANSWER = "=" * 20 + "\n", "-" * 20 + "\n"


def answer(source: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "main.py")
        program.write_bytes(source.removesuffix("⌁\n").encode())
        run = subprocess.run([sys.executable, program], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
        return run.stderr.replace(str(program), "main.py")


def main() -> None:
    assert sys.version_info[:2] == (3, 13), "the answers are CPython 3.13's"
    entries = FILE.read_bytes().decode().split(ENTRY)[1:]
    programs = [entry.split(ANSWER)[0] for entry in entries]
    text = "".join(ENTRY + program + ANSWER + answer(program) for program in programs)
    FILE.write_bytes(text.encode())


if __name__ == "__main__":
    main()
