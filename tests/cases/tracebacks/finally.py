def work():
    try:
        print('working')
        1 // 0
    finally:
        print('cleaning')

work()
