# A closed loop refuses to wake who waits. The refusal's traceback leads to them, and so they die when that does.
import asyncio


class Waiting:
    def __init__(self, name):
        self.name = name

    def __call__(self, future):
        print("never called")

    def __del__(self):
        print(self.name, "is gone")


loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(Waiting("first"))
future.add_done_callback(Waiting("second"))
loop.close()
try:
    future.set_result(1)
except RuntimeError as error:
    print(error)
print(future.result())
