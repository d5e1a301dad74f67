class 學生:
    名字 = '小明'


变量 = 5
for text in ['变数', '变', '學生.姓明', '學生.名子', '变量名']:
    try:
        eval(text)
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error)
print(变数)
