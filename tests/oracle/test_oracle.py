"""Tests of the oracle itself: `python -m unittest discover tests/oracle`. Each runs a program as a user would."""
import json
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

HERE = Path(__file__).parent


def run(source, *options):
    """The result of a program, as --json writes it, and the process that ran it."""
    with tempfile.TemporaryDirectory() as folder:
        program, answer = Path(folder, 'program.py'), Path(folder, 'answer.json')
        program.write_text(textwrap.dedent(source), encoding='utf-8')
        process = subprocess.run([sys.executable, HERE, program, '--json', answer, *options],
                                 capture_output=True, text=True, timeout=60)
        return json.loads(answer.read_text(encoding='utf-8')), process


class OracleTest(unittest.TestCase):
    def assertRun(self, source, lines, exit=0, end=None):
        result, process = run(source)
        self.assertEqual(process.stdout.splitlines(), lines, process.stderr)
        self.assertEqual((process.returncode, result['exit']), (exit, exit))
        self.assertEqual(process.stdout, result['stdout'])
        if end is not None:
            self.assertEqual(result['end_ns'], round(end * 1e9))
        return result


class Time(OracleTest):
    def test_a_chain_of_sleeps_ends_just_after_one_sleep_of_its_length(self):
        self.assertRun('''\
            import asyncio
            async def chain():
                for _ in range(8): await asyncio.sleep(.25)
                print('chain', asyncio.get_running_loop().time())
            async def one():
                await asyncio.sleep(2)
                print('one', asyncio.get_running_loop().time())
            async def main(): await asyncio.gather(chain(), one())
            asyncio.run(main())
            ''', ['one 2.0', 'chain 2.0'], end=2)

    def test_equal_sleeps_end_in_the_order_in_which_they_began(self):
        self.assertRun('''\
            import asyncio
            async def job(n):
                await asyncio.sleep(2)
                print(n)
            async def main(): await asyncio.gather(*map(job, range(11)))
            asyncio.run(main())
            ''', [str(n) for n in range(11)], end=2)

    def test_floats_decide_no_order(self):
        self.assertRun('''\
            import asyncio, time
            async def two():
                await asyncio.sleep(.7)
                await asyncio.sleep(.1)
                print('two', time.perf_counter())
            async def one():
                await asyncio.sleep(.8)
                print('one', time.perf_counter())
            async def main(): await asyncio.gather(two(), one())
            asyncio.run(main())
            ''', ['one 0.8', 'two 0.8'], end=.8)

    def test_a_blocking_sleep_stops_the_loop(self):
        self.assertRun('''\
            import asyncio, time
            async def ticks():
                for _ in range(2):
                    await asyncio.sleep(.5)
                    print(time.monotonic())
            async def main():
                ticking = asyncio.create_task(ticks())
                await asyncio.sleep(0)
                time.sleep(2)
                await ticking
            asyncio.run(main())
            ''', ['2.0', '2.5'], end=2.5)

    def test_a_spinning_loop_reaches_its_timer_after_ten_thousand_iterations_at_one_instant(self):
        self.assertRun('''\
            import asyncio
            async def main():
                for _ in range(2):
                    timer = asyncio.create_task(asyncio.sleep(1))
                    spins = 0
                    while not timer.done():
                        spins += 1
                        await asyncio.sleep(0)
                    print(9_990 < spins <= 10_010)
            asyncio.run(main())
            ''', ['True', 'True'], end=2)

    def test_the_wall_clock_starts_where_the_settings_say(self):
        self.assertRun('''\
            # interleave: seed=7, latency=0.5
            # interleave: start=16:41:11, nonsense=1, seed=x
            import datetime, random, requests, time
            print(requests.get('https://example.org').status_code, time.perf_counter())
            print(datetime.datetime.now(), time.strftime('%X'))
            print(random.random() == random.Random(7).random())
            ''', ['200 0.5', '2024-01-01 16:41:11.500000 16:41:11', 'True'], end=.5)


class Threads(OracleTest):
    def test_the_default_pool_has_twelve_workers(self):
        self.assertRun('''\
            import asyncio, time
            async def main():
                await asyncio.gather(*(asyncio.to_thread(time.sleep, 1) for _ in range(13)))
            asyncio.run(main())
            ''', [], end=2)

    def test_a_job_starts_at_once_and_runs_until_it_blocks(self):
        self.assertRun('''\
            import threading, time
            from concurrent.futures import ThreadPoolExecutor
            def job(n):
                print('start', n, threading.current_thread().name)
                time.sleep(1)
                return n
            with ThreadPoolExecutor(2) as pool:
                futures = [pool.submit(job, n) for n in range(3)]
                print('submitted')
                print([future.result() for future in futures], time.monotonic())
            ''', ['start 0 ThreadPoolExecutor-0_0', 'start 1 ThreadPoolExecutor-0_1', 'submitted',
                  'start 2 ThreadPoolExecutor-0_0', '[0, 1, 2] 2.0'], end=2)

    def test_locks_and_queues_block_simulated_threads(self):
        self.assertRun('''\
            import queue, threading, time
            lock, items = threading.Lock(), queue.Queue()
            def worker(n):
                with lock:
                    time.sleep(1)
                    items.put((n, time.monotonic()))
            threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
            for thread in threads: thread.start()
            for _ in threads: print(items.get())
            ''', ['(0, 1.0)', '(1, 2.0)', '(2, 3.0)'], end=3)

    def test_processes_share_no_globals(self):
        self.assertRun('''\
            import time
            from concurrent.futures import ProcessPoolExecutor
            seen = []
            def job(n):
                time.sleep(n)
                seen.append(n)
                print('in', n, time.monotonic())
                return seen
            with ProcessPoolExecutor(2) as pool:
                print(list(pool.map(job, [2, 1, 3])), seen)
                try:
                    pool.submit(lambda: 0).result()
                except Exception as error:
                    print(type(error).__name__)
            ''', ['in 1 1.0', 'in 2 2.0', 'in 3 4.0', '[[2], [1], [1, 3]] []', 'PicklingError'], end=4)


class Endings(OracleTest):
    def test_a_deadlock_exits_with_3_and_finalises_nothing(self):
        result = self.assertRun('''\
            import asyncio
            async def main():
                asyncio.get_running_loop().call_later(float('inf'), print)
                try:
                    await asyncio.sleep(1)
                    await asyncio.Event().wait()
                finally:
                    print('never')
            asyncio.run(main())
            ''', [], exit=3, end=1)
        self.assertEqual(result['stderr'], 'DEADLOCK\n  Task-1 main is waiting for ever\n')

    def test_a_deadlock_with_live_threads(self):
        self.assertRun('''\
            import asyncio, threading
            def job(): threading.Event().wait()
            async def main(): await asyncio.to_thread(job)
            asyncio.run(main())
            ''', [], exit=3, end=0)

    def test_uncaught_exceptions_and_exit_codes(self):
        result = self.assertRun('1/0\n', [], exit=1)
        self.assertEqual(result['stderr'].splitlines()[:2],
                         ['Traceback (most recent call last):', '  File "main.py", line 1, in <module>'])
        self.assertRun('raise SystemExit(7)\n', [], exit=7)


class Tools(OracleTest):
    def test_addresses_are_numbered(self):
        result, _ = run('a, b = object(), object()\nprint(a, b, a)\n')
        numbers = [f'<object object at 0xADDR{n}>' for n in (1, 2, 1)]
        self.assertEqual(result['stdout'], ' '.join(numbers) + '\n')

    def test_a_schedule_names_every_handle(self):
        with tempfile.TemporaryDirectory() as folder:
            schedule = os.path.join(folder, 'schedule')
            run('import asyncio\nasyncio.run(asyncio.sleep(1))\n', '--schedule', schedule)
            entries = [json.loads(line) for line in Path(schedule).read_text().splitlines()]
        self.assertEqual(entries[0], {'ns': 0, 'hairs': 0, 'iteration': 1, 'what': 'step', 'task': 'Task-1'})
        self.assertIn({'ns': 10**9, 'hairs': 1, 'iteration': 3, 'what': 'wakeup', 'task': 'Task-1'}, entries)

    def test_what_does_not_compile_is_complained_of_as_by_python_itself(self):
        result, _ = run('def f():\n    pass\nawait f()\n')
        self.assertEqual(result['stderr'], '  File "main.py", line 3\n    await f()\n    ^^^^^^^^^\n'
                                           "SyntaxError: 'await' outside function\n")
        self.assertEqual(result['exit'], 1)

    def test_recursion_goes_as_deep_as_in_a_program_alone(self):
        self.assertRun('''\
            def down(n):
                global deepest
                deepest = n
                down(n + 1)
            try:
                down(2)
            except RecursionError:
                import sys
                print(deepest > 990, sys.getrecursionlimit())
            ''', ['True 1000'])

    def test_timeouts_of_threads_are_virtual(self):
        self.assertRun('''\
            import queue, threading
            try:
                queue.Queue().get(timeout=0.5)
            except queue.Empty:
                print(threading.Semaphore(0).acquire(timeout=1))
            ''', ['False'], end=1.5)

    def test_a_batch_gives_its_programs_something_to_read(self):
        process = subprocess.run([sys.executable, HERE, '--batch', '-'], capture_output=True, text=True, timeout=60,
                                 input=json.dumps({'source': 'print(input("? "))\ninput()\n', 'stdin': 'a line\n'}))
        result = json.loads(process.stdout)
        self.assertEqual((result['stdout'], result['stderr'].splitlines()[-1]),
                         ('? a line\n', 'EOFError: EOF when reading a line'))

    def test_a_batch_isolates_its_programs(self):
        programs = ['import asyncio\nasyncio.x = 1\nopen("f", "w")\n',
                    {'source': 'import asyncio, os\nprint(hasattr(asyncio, "x"), os.listdir())\n', 'id': 5}]
        process = subprocess.run([sys.executable, HERE, '--batch', '-'], capture_output=True, text=True, timeout=60,
                                 input='\n'.join(map(json.dumps, programs)))
        results = [json.loads(line) for line in process.stdout.splitlines()]
        self.assertEqual([result['exit'] for result in results], [0, 0])
        self.assertEqual((results[1]['id'], results[1]['stdout']), (5, 'False []\n'))


if __name__ == '__main__':
    unittest.main()
