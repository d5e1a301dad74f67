for template, values in ((b'a', 1), (b'a', b'b'), (b'a', 'b'), (b'%d', (1, 2)), (b'a', [1]), ('a', b'b'), ('a', 'b'), ('a', 1), (b'%s', b'x'), (b'a', ())):
    try:
        print(template % values)
    except TypeError as error:
        print(error)
