from collections import deque


def walker(name, steps):
    for step in range(1, steps + 1):
        print(name, "takes step", step)
        yield
    print(name, "is home")


def run(*coroutines):
    ready = deque(coroutines)
    rounds = 0
    while ready:
        rounds += 1
        for _ in range(len(ready)):
            coroutine = ready.popleft()
            try:
                next(coroutine)
                ready.append(coroutine)
            except StopIteration:
                pass
    print("rounds:", rounds)


run(walker("Ada", 1), walker("Bo", 3))
