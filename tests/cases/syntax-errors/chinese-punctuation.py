print（'你好'）
