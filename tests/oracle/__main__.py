"""The oracle: real CPython on the ideal machine, whose answers the engine is compared with.

    python tests/oracle PROGRAM.py [--filename main.py] [--json FILE] [--schedule FILE]
    python tests/oracle --batch DIR
    python tests/oracle --batch - < programs.jsonl

stdout, stderr and exit code are the program's. Exit 3 is a deadlock and 4 a limit; then stderr ends with lines of the
oracle's own, from DEADLOCK or LIMIT on. CPython 3.13 makes the recordings; 3.10 and later work.
"""
import os
import sys

if os.environ.get('PYTHONHASHSEED') != '0':
    os.execve(sys.executable, sys.orig_argv, os.environ | {'PYTHONHASHSEED': '0'})

here = os.path.dirname(os.path.abspath(__file__))
sys.path[0] = os.path.dirname(here)
sys.dont_write_bytecode = True
from oracle.command import main  # noqa: E402 (the path has to be right first)

del sys.path[0]                 # a program's imports must not find what lies beside this folder
main(sys.argv[1:])
