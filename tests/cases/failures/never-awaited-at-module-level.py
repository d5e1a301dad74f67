# A coroutine made at module level lives until the very end.
async def main():
    print('never printed')

forgotten = main()
print('end of the program')
