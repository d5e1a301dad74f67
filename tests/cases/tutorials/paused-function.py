# 從生成器說起：函式可以停在半路。
def 數數(n):
    i = 0
    while i < n:
        收到 = yield i
        print('收到', 收到)
        i += 1
    return '數完了'

數 = 數數(3)
print('產出', next(數))
print('產出', 數.send('甲'))
print('產出', next(數))
try:
    數.send('乙')
except StopIteration as 結束:
    print('回傳', 結束.value)
