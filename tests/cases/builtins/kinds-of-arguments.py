# What builtins make of numbers, texts and collections of classes of one's own, and of what does not fit.


class X:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class I(int): pass
class F(float): pass
class S(str): pass
class B(bytes): pass
class L(list): pass
class T(tuple): pass
class D(dict): pass


CALLS = r'''
'ab'*X(2) | X(2)*'ab' | [1]*X(2) | X(2)*(1,) | b'a'*X(3) | 'abc'[X(1)] | 'abc'[X(0):X(2)] | [1,2,3][X(-1)]
(1,2,3)[X(1):] | b'abc'[X(1)] | range(5)[X(2)] | range(X(3)) | range(X(1),X(9),X(3))
'a'.center(X(5),'-') | 'a'.ljust(X(3)) | 'a'.rjust(X(3)) | '7'.zfill(X(3)) | 'a\tb'.expandtabs(X(4))
'a,b,c'.split(',',X(1)) | 'a,b,c'.rsplit(',',X(1)) | 'aaa'.replace('a','b',X(2)) | 'abcabc'.find('b',X(2))
'abcabc'.index('b',X(2),X(6)) | 'abcabc'.rfind('b',X(0),X(3)) | 'abcabc'.count('b',X(2))
'abc'.startswith('b',X(1)) | 'abc'.endswith('b',X(0),X(2))
b'a'.center(X(5)) | b'a'.ljust(X(3)) | b'7'.zfill(X(3)) | b'a\tb'.expandtabs(X(4)) | b'a,b,c'.split(b',',X(1))
b'aaa'.replace(b'a',b'b',X(2)) | b'abcabc'.find(b'b',X(2)) | b'abcabc'.find(X(98)) | b'abc'.count(X(98))
b'abc'.startswith(b'b',X(1)) | bytes(X(3)) | bytes([X(1),X(2)]) | bytearray(X(2)) | bytearray([X(7)])
b'abc'.index(X(99)) | bytes.fromhex(S('0102'))
[1,2,3].insert(X(0),9) | [1,2,3].pop(X(0)) | [1,2,3].index(2,X(0)) | [1,2,3].index(3,X(0),X(3))
(1,2,3).index(3,X(0),X(3)) | range(5).index(X(3)) | X(3) in range(5) | range(5).count(True)
chr(X(65)) | bin(X(5)) | hex(X(255)) | oct(X(8)) | int(X(5)) | float(X(5)) | complex(X(5)) | abs(I(-3))
divmod(I(7),2) | pow(I(2),3) | pow(2,3,I(5)) | round(I(5)) | round(2.567,X(2)) | round(F(2.567),2) | round(True)
int('12',X(8)) | int(S('12')) | int(B(b'12')) | int(I(3)) | int(True) | float(S('1.5')) | float(B(b'1.5'))
bool(X(0)) | sum([True,True]) | sum((I(1),I(2))) | max(True,2) | min(I(3),2)
ord(S('a')) | ord(B(b'a')) | len(S('abc')) | S('abc')+'d' | 'd'+S('abc') | S('a')*2 | S('abc')[1]
S('a,b').split(',') | S('abc').upper() | '-'.join([S('a'),'b']) | ','.join(L(['a','b']))
','.join(T(('a','b'))) | S('abc')=='abc' | hash(S('a'))==hash('a') | {S('a'):1}['a'] | S('%s')%1 | '%s'%S('x')
'%d'%I(3) | '%d'%True | '%d'%3.7 | '%x'%X(255) | '%c'%65 | '%5.2f'%I(3) | '%s %s'%T((1,2)) | '%(a)s'%D(a=1)
'{:d}'.format(True) | '{:5}'.format(True) | f'{True:d}' | f'{I(3):03d}' | f'{F(1.5):.2f}' | f'{S("a"):>3}'
format(I(255),'x') | format(True,'d')
L([1,2])+[3] | [3]+L([1,2]) | L([1])*2 | T((1,))+(2,) | list(T((1,2))) | tuple(L([1])) | set(L([1,1]))
dict(D(a=1)) | D(a=1) | {'b':2} | L([3,1,2]) | sorted(L([3,1,2])) | L([1,2])==[1,2] | T((1,))==(1,)
D(a=1)=={'a':1} | [1,2]<L([1,3]) | reversed(L([1,2])).__length_hint__() | list(reversed(T((1,2))))
enumerate(['a'],X(3)).__next__() | list(enumerate('ab',I(2))) | list(zip(S('ab'),B(b'cd')))
list(map(int,S('12'))) | [*S('ab')] | [1,2,3][True] | 'ab'[False] | [0]*True | 'a'*False | (1,2)[I(1)]
{1:'a'}[True] | {1:'a'}[1.0] | [1,2,3][I(0):I(2)]
True+True | True*3 | -True | True/2 | True//1 | True%2 | True**2 | 2**True | True<<2 | True&1 | True^1
True | I(3)+I(4) | type(I(3)+I(4)).__name__ | I(3)*2.0 | F(1.5)+1 | type(F(1.5)+F(1)).__name__ | I(7)//2 | -I(3)
I(3)==3 | I(3)<4 | {I(3):1}[3] | I(5).bit_length() | True.bit_length() | I(5).to_bytes(X(2),'big')
(5).to_bytes(X(2)) | int.from_bytes(B(b'\x01\x02'),'big') | int.from_bytes([X(1),2],'big') | True.real
I(5).conjugate() | F(2.5).is_integer() | F(2.5).hex() | float.fromhex(S('0x1p1')) | repr(I(3)) | repr(F(1.5))
repr(S('a')) | repr(L([1])) | repr(T((1,))) | repr(D(a=1)) | str(B(b'a')) | str(I(3))
[1,2,3].index(True) | [1,True].count(1) | True in [1] | 1.0 in (1,) | 'a' in S('abc') | S('a') in 'abc'
B(b'a') in b'abc' | 'abc'.find(S('b')) | 'abc'.replace(S('b'),S('x')) | 'a.b'.partition(S('.'))
'aba'.strip(S('a')) | 'abc'.startswith((S('a'),'x')) | 'abc'.translate({98:S('x')})
'abc'.translate({I(98):None}) | str.maketrans('a','b') | 'a'.encode(S('utf-8')) | b'a'.decode(S('utf-8'))
S('{}').format(1) | 'abc'.removeprefix(S('a')) | S('a b').title() | S('x').join('ab')
isinstance(True,int) | isinstance(I(3),int) | issubclass(bool,int) | type(True)(0) | I('12') | F('1.5') | S(12)
S(b'a','ascii') | B(3) | L('ab') | T('ab') | D([('a',1)]) | I() | F() | S() | bool([]) | bool(L())
any(L([0,1])) | all(T((1,0))) | range(True) | range(I(3)) | len(range(I(3))) | [10,20,30][slice(X(0),X(2))]
memoryview(b'abc')[X(1)] | list(range(5))[::X(2)] | divmod(True,True) | divmod(5.5,I(2)) | round(5,X(-1))
round(15,-1) | pow(True,2) | hash(True) | hash(I(3))==hash(3) | hash(F(1.0))
'a'*1.5 | range(1.0) | chr(1.5) | chr(-1) | chr(X(1114112)) | 'a'.center('5')
[1].insert('0',1) | [1].pop(1.0) | 'a'.zfill(1.0) | b'a'*'b' | bytes([256]) | bytes([X(256)]) | bytes(-1)
bytes('a') | int('x') | int('1',1.0) | int([]) | float('x') | ord('ab') | ord(1) | len(1) | sum('a')
sum(['a']) | max() | max([]) | min(1) | abs('a') | round('a') | pow('a',2) | divmod(1,'a') | hex(1.0) | bin('1')
'a'+1 | 1+'a' | [1]+(1,) | (1,)+[1] | 'a'<1 | []<1 | -'a' | ~1.5 | not 1.5 | 1<<-1 | 1<<1.0 | 1//0 | 1%0
1.0//0 | 0**-1 | '%d'%'a' | '%x'%1.5 | '%c'%'ab' | '%c'%-1 | '%s %s'%1 | '%s'%(1,2) | '{:d}'.format(1.5)
'{:x}'.format('a') | f'{1:s}' | f'{"a":d}' | '{1}'.format(1) | '{a}'.format() | enumerate(1) | zip(1)
map(int,1) | reversed(1) | reversed({1}) | sorted(1) | iter(1) | next(1) | set([[]]) | hash([])
dict([1]) | dict(['abc']) | dict(1) | list(1) | tuple(1) | [].remove(1) | [].pop() | [].index(1) | {}['a']
{}.pop('a') | set().pop() | set().remove(1) | 'a'.index('b') | 'a'.split('') | 'a'.replace(1,2) | 'a'.join([1])
'a'.join(1) | 'a'.encode('x') | b'a'.decode('x') | b'\xff'.decode() | '\xff'.encode('ascii') | isinstance(1,1)
issubclass(1,int) | type(1,2) | slice() | range() | range(1,2,0) | int(1,2) | bytes(1,'a') | bytearray('a')
memoryview(1) | print(sep=1) | input(1,2) | getattr(1) | getattr(1,'x') | setattr(1,'x',1) | vars(1)
round(1.5,'a') | round(1,2,3) | complex('x') | float([]) | frozenset(1) | object(1) | super().x
'''

for line in CALLS.strip().splitlines():
    for call in line.split(' | '):
        try:
            result = repr(eval(call))
        except Exception as error:
            result = f'{type(error).__name__}: {error}'
        print(call, '=>', result)
