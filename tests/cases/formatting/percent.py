print('%s is %d years and %.1f m' % ('Ada', 36, 1.655), '%5d|%-5d|%05d|%+d' % (42, 42, 42, 42))
print('%x %X %o %#x %e %G %c %c %%' % (255, 255, 8, 255, 12345.678, 1e-10, 'x', 65))
print('%r %a %10s %-10s|' % ('é', 'é', 'right', 'left'), '%(a)s+%(b)03d' % {'a': 1, 'b': 2})
print('%*d|%.*f' % (6, 42, 2, 3.14159), '%s' % [1, 2], '%s' % (1,), '%s %s' % ('a', ('b', 'c')), '%i' % 3.9)
for template, args in [('%d', ('x',)), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('%d', ()), ('%q', (1,)), ('%(a)s', (1,)), ('%(a)s', {'b': 1}), ('%c', ('ab',)), ('%', (1,)), ('plain', (1,)), ('%x', 1.5)]:
    try:
        print(template % args)
    except Exception as error:
        print(template, args, type(error).__name__, error)
