"""Nothing but the import of asyncio: what any of these programs costs at least."""
import asyncio

SIZE = 1
print(SIZE, asyncio.__name__)
