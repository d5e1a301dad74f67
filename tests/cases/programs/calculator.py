import operator
import re

TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|(.))')
OPS = {'+': (1, operator.add), '-': (1, operator.sub), '*': (2, operator.mul), '/': (2, operator.truediv), '^': (3, operator.pow)}

def tokens(text):
    for number, symbol in TOKEN.findall(text):
        yield float(number) if number else symbol
    yield 'end'

class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.current = next(self.stream)

    def take(self):
        taken, self.current = self.current, next(self.stream, 'end')
        return taken

    def atom(self):
        token = self.take()
        if token == '(':
            value = self.expression()
            if self.take() != ')':
                raise SyntaxError('missing )')
            return value
        if token == '-':
            return -self.atom()
        if isinstance(token, float):
            return token
        raise SyntaxError(f'unexpected {token!r}')

    def expression(self, level=1):
        left = self.atom()
        while self.current in OPS and OPS[self.current][0] >= level:
            priority, function = OPS[self.take()]
            left = function(left, self.expression(priority + (function is not operator.pow)))
        return left

for text in ['1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-4 + 10 / 4', '8 / 4 / 2', '1 / 0', '2 * (3', '+', '1.5 * 4']:
    try:
        print(f'{text} = {Parser(text).expression():g}')
    except (SyntaxError, ZeroDivisionError) as error:
        print(f'{text}: {type(error).__name__}: {error}')
