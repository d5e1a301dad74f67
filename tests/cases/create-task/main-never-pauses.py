# Main never pauses after create_task; still the task runs to its first pause before the loop stops.
import asyncio

async def background():
    try:
        print('started')
        await asyncio.sleep(1)
    finally:
        print('finally')

async def main():
    task = asyncio.create_task(background())
    print(task.done(), task.cancelling())
    return task

task = asyncio.run(main())
print(task)
print(task.cancelled())
