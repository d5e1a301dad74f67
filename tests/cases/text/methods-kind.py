tests = ['isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum', 'isspace', 'isidentifier', 'isprintable', 'isascii']
for text in ['abc', '123', '²', '½', '五', 'a1', ' \t', '_x', '1x', 'é', '中文', '', 'a b', '\n', 'class']:
    print(repr(text).ljust(8), [name[2:] for name in tests if getattr(text, name)()])
