# What is registered for the end may take its time, and the exit code stays.
import atexit
import sys
import time


def say_goodbye():
    time.sleep(0.25)
    print('goodbye', time.monotonic())


def report(kind, error, trace):
    time.sleep(0.5)
    print('reported', repr(error), time.monotonic())


atexit.register(say_goodbye)
sys.excepthook = report
raise ValueError('at the end')
