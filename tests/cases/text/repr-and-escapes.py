for s in ["it's", 'say "hi"', 'both \' and "', 'tab\tnew\nline\\', '\0\x07\x7f\xa0', 'é中\U0001F600', '\u200b\ufeff', r'raw\n']:
    print(repr(s), len(s), ascii(s))
print('a' 'b' "c", 'line one\
 goes on', """two
lines""")
print('\101\x42\u0043')
print(str(None), str(1.5), str([1, 'a']), str(('x',)), str({'k': "v'"}), repr(str), str(b'x'))
