"""Makes the dictionary of the link format: run `python train.py OUT` with any CPython from 3.8 on.

`programs` invents asyncio programs as lessons write them, from idioms and small vocabularies, the
same in every run; `train` keeps the lines that shorten them most. What came of it is frozen as d1.txt:
links made with it must open for ever, so a better dictionary is another one.
"""

import heapq
import random
import sys
import zlib
from collections import Counter

SIZE = 4096  # bytes of the dictionary
PROGRAMS = 2000
SAMPLE = 240  # programs that pieces are tried on

NUMBERS = {
    "sec": "1 2 3 0.1 0.2 0.5 0.3 1.5 5 0.01 delay seconds n i random.random()".split(),
    "small": "1 2 3 4 5 10".split(),
    "error": "ValueError RuntimeError TimeoutError ConnectionError Exception".split(),
}

# A program is written in one language; each comes as often as the others.
WORDS = [
    {
        "verb": "work fetch cook brew visit load wash download process handle job say count bake serve".split(),
        "noun": "name number seconds delay item index order table customer url page id label amount".split(),
        "many": "tasks results items names orders numbers urls pages coros jobs delays".split(),
        "Name": "A B C Ada Bob one two three tea coffee toast eggs first second fast slow".split(),
        "what": "started finished done begins ends waiting ready cancelled failed got released".split(),
    },
    {
        "verb": "煮 送餐 下載 工作 泡茶 請求 處理 洗衣 等待 倒數 任務 工人 存檔 做菜 點餐 打包".split(),
        "noun": "名字 編號 秒數 結果 客人 訂單 名稱 數量 號碼 商品 次數 網址 時間 姓名".split(),
        "many": "任務們 結果 訂單 客人們 名單 網址 待辦 全部 清單".split(),
        "Name": "小明 小華 咖啡 紅茶 麵包 雞蛋 早餐 第一 第二 甲 乙 丙 餐廳 資料".split(),
        "what": "開始 結束 完成 等待 好了 取消 失敗 得到 準備 出發 到了 秒 全部完成 超時 進來 離開".split(),
    },
    {
        "verb": "煮 送餐 下载 工作 泡茶 请求 处理 洗衣 等待 倒数 任务 工人 保存 做菜 点餐 打包 生产者 消费者".split(),
        "noun": "名字 编号 秒数 结果 客人 订单 名称 数量 号码 商品 次数 网址 时间 姓名".split(),
        "many": "任务们 结果 订单 客人们 名单 网址 待办 全部 列表 队列".split(),
        "Name": "小明 小红 咖啡 红茶 面包 鸡蛋 早餐 第一 第二 甲 乙 丙 餐厅 数据".split(),
        "what": "开始 结束 完成 等待 好了 取消 失败 得到 准备 出发 到了 秒 全部完成 超时 进来 离开".split(),
    },
]

PRINTS = [
    'print("{what}")',
    'print("{Name}")',
    'print(f"{{{noun}}} {what}")',
    'print(f"{{{noun}}}: {what}")',
    'print(f"{{{noun}}} {what} at {{time.perf_counter() - start:.1f}}")',
    'print(f"{{{noun}}} {what} at {{loop.time() - start:.1f}}")',
    'print(f"{verb} {{{noun}}} {what}")',
    'print("{Name}", {noun})',
    "print({noun})",
    'print("{Name} {what}")',
    'print("{what}", {noun})',
    'print(f"{what} {{{noun}}}")',
    'print(f"{{{noun}}}{what}")',
    'print(f"{verb} {{{noun}}} {what}")',
    'print(f"{{time.strftime(\'%X\')}} {what}")',
]

STEPS = [
    "await asyncio.sleep({sec})",
    "await asyncio.sleep({sec})",
    "{print}",
    "{print}",
    "for i in range({small}):\n    {print}\n    await asyncio.sleep({sec})",
    "async with {guard}:\n    {print}\n    await asyncio.sleep({sec})",
    "try:\n    await asyncio.sleep({sec})\nexcept asyncio.CancelledError:\n    {print}\n    raise",
    "try:\n    await asyncio.sleep({sec})\nfinally:\n    {print}",
    "while True:\n    {noun} = await queue.get()\n    {print}\n    await asyncio.sleep({sec})\n    queue.task_done()",
    "for {noun} in range({small}):\n    await queue.put({noun})\n    {print}",
    "await event.wait()",
    "time.sleep({sec})",
    "if {noun} == {small}:\n    raise {error}(\"{Name}\")",
    "async with condition:\n    await condition.wait()\n    {print}",
    "return {noun}",
    'return "{what}"',
    "await asyncio.sleep({sec})\n{print}",
    "return {noun} * 2",
    'return f"{{{noun}}}"',
]

MAINS = [
    "await asyncio.gather({verb}(\"{Name}\", {small}), {verb}(\"{Name}\", {small}), {verb}(\"{Name}\", {small}))",
    "results = await asyncio.gather({verb}({small}), {verb}({small}), {verb}({small}))\nprint(results)",
    "results = await asyncio.gather(*{many}, return_exceptions=True)\nprint(results)",
    "await asyncio.gather(*({verb}({noun}) for {noun} in range({small})))",
    "{many} = [asyncio.create_task({verb}({noun})) for {noun} in range({small})]\nawait asyncio.gather(*{many})",
    "{many} = [{verb}({noun}) for {noun} in {many}]\nresults = await asyncio.gather(*{many})\nfor result in results:\n    print(result)",
    "task = asyncio.create_task({verb}())\nawait asyncio.sleep({sec})\ntask.cancel()\ntry:\n    await task\nexcept asyncio.CancelledError:\n    {print}",
    "task1 = asyncio.create_task({verb}(\"{Name}\", {small}))\ntask2 = asyncio.create_task({verb}(\"{Name}\", {small}))\nawait task1\nawait task2",
    "async with asyncio.TaskGroup() as group:\n    group.create_task({verb}(\"{Name}\", {small}))\n    group.create_task({verb}(\"{Name}\", {small}))",
    "async with asyncio.TaskGroup() as tg:\n    for {noun} in range({small}):\n        tg.create_task({verb}({noun}))",
    "try:\n    async with asyncio.timeout({sec}):\n        await {verb}()\nexcept TimeoutError:\n    print(\"timeout\")",
    "try:\n    result = await asyncio.wait_for({verb}(), timeout={small})\nexcept asyncio.TimeoutError:\n    print(\"timed out\")",
    "done, pending = await asyncio.wait({many}, return_when=asyncio.FIRST_COMPLETED)\nfor task in done:\n    print(task.result())\nfor task in pending:\n    task.cancel()",
    "done, pending = await asyncio.wait({many}, timeout={small})\nprint(len(done), len(pending))",
    "for coro in asyncio.as_completed({many}):\n    result = await coro\n    print(result)",
    "queue = asyncio.Queue(maxsize={small})\nproducer_task = asyncio.create_task(producer(queue))\nconsumer_task = asyncio.create_task(consumer(queue))\nawait queue.join()\nconsumer_task.cancel()",
    "loop = asyncio.get_running_loop()\nresult = await loop.run_in_executor(None, {verb}, {small})\nprint(result)",
    "result = await asyncio.to_thread({verb}, {small})",
    "event = asyncio.Event()\nwaiter = asyncio.create_task(wait_for_event(event))\nawait asyncio.sleep({sec})\nevent.set()\nawait waiter",
    "future = loop.create_future()\nloop.call_later({sec}, future.set_result, {small})\nprint(await future)",
    "async for {noun} in {verb}({small}):\n    {print}",
    "task.add_done_callback(lambda task: print(task.result()))",
    "try:\n    await asyncio.shield(task)\nexcept {error} as error:\n    print(f\"caught {{error!r}}\")",
    "await {verb}(\"{Name}\")\nawait {verb}(\"{Name}\")",
]

HEADS = [
    "async def {verb}():",
    "async def {verb}({noun}):",
    "async def {verb}({noun}, delay):",
    "async def {verb}({noun}, seconds):",
    "async def {verb}({noun}, semaphore):",
    "async def worker(name, queue):",
    "async def producer(queue):",
    "async def consumer(queue):",
    "async def {verb}({noun}, lock):",
    "async def {verb}({noun}, event):",
    "async def {verb}({noun}: str, delay: float) -> str:",
    "async def {verb}({noun}: int) -> None:",
    "def {verb}({noun}):",
]

GUARDS = ["lock", "semaphore", "sem", "asyncio.timeout({small})"]
MAKERS = ["lock = asyncio.Lock()", "semaphore = asyncio.Semaphore({small})", "event = asyncio.Event()", "queue = asyncio.Queue()"]
MAKERS += ["condition = asyncio.Condition()", "start = time.perf_counter()", "loop = asyncio.get_running_loop()"]

ENDS = ["asyncio.run(main())\n"] * 5 + ['if __name__ == "__main__":\n    asyncio.run(main())\n']
ENDS += ["start = time.perf_counter()\nasyncio.run(main())\nprint(f\"{{time.perf_counter() - start:.2f}}\")\n"]
ENDS += ["loop = asyncio.get_event_loop()\nloop.run_until_complete(main())\n"]


def programs(seed):
    """Programs that look right; whether they run does not matter."""
    rng = random.Random(seed)

    def said(idiom):
        idiom = idiom.replace("{print}", rng.choice(PRINTS)).replace("{guard}", rng.choice(GUARDS))
        text = idiom.format(**{hole: rng.choice(choice) for hole, choice in {**NUMBERS, **words}.items()})
        return text.replace("'", "`").replace('"', quotes[0]).replace("`", quotes[1])

    def block(idioms, count):
        text = "\n".join(said(rng.choice(idioms)) for _ in range(count))
        return "".join("    " + line + "\n" for line in text.split("\n"))

    for number in range(PROGRAMS):
        words, quotes = WORDS[number % len(WORDS)], rng.choice(["\"'", "'\""])
        blank = rng.choice(["\n", "\n\n"])
        text = rng.choice(["import asyncio\n"] * 3 + ["import asyncio\nimport time\n", "import asyncio\nimport random\n"])
        for _ in range(rng.randint(1, 3)):
            text += blank + said(rng.choice(HEADS)) + "\n" + block(STEPS, rng.randint(2, 4))
        text += blank + "async def main():\n"
        text += block(MAKERS, rng.randint(0, 2)) if rng.random() < 0.6 else ""
        text += block(MAINS, rng.randint(1, 2))
        yield (text + blank + said(rng.choice(ENDS))).encode()


def packed(texts, dictionary):
    """How many bytes they are, each on its own."""
    total = 0
    for text in texts:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary or b"\n")
        total += len(packer.compress(text) + packer.flush())
    return total


def pieces(corpus):
    """Lines with the line's end before them, and pairs of lines, that several programs share."""
    shared = Counter()
    for text in corpus:
        lines = [b"\n" + line for line in text.split(b"\n") if line]
        shared.update(set(lines) | {first + second for first, second in zip(lines, lines[1:])})
    return sorted(piece for piece, count in shared.items() if count > 3)


def train(corpus):
    """Adds the piece that shortens the programs most, again and again, before those that were better."""
    texts = corpus[:: len(corpus) // SAMPLE]
    dictionary, size = b"", packed(texts, b"")
    # What a piece saves only falls while others are added, so old figures are upper bounds.
    queue = [(-size, piece) for piece in pieces(corpus)]
    heapq.heapify(queue)
    while queue and len(dictionary) < SIZE:
        piece = heapq.heappop(queue)[1]
        saved = size - packed(texts, piece + dictionary)
        if saved <= 0:
            continue
        if queue and saved < -queue[0][0]:
            heapq.heappush(queue, (-saved, piece))
        else:
            dictionary, size = piece + dictionary, size - saved
    return dictionary[-SIZE:]


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as out:
        out.write(train(list(programs(seed=1))))
