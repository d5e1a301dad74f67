print(eval('1 + 2'))
def run(code):
    return eval(code)
run('1 + undefined')
