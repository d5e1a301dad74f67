# 用十几行代码说明事件循环：谁能走就走一步，走完的离开。
from collections import deque

def 旅客(名字, *站名):
    for 站 in 站名:
        yield f'{名字} 到达 {站}'

队伍 = deque([旅客('小李', '北京', '济南', '上海'), 旅客('小王', '广州'), 旅客('小张', '成都', '西安')])
圈数 = 0
while 队伍:
    圈数 += 1
    for _ in range(len(队伍)):
        人 = 队伍.popleft()
        try:
            print(f'第 {圈数} 圈：{next(人)}')
        except StopIteration:
            continue
        队伍.append(人)
print('大家都到了，循环结束')
