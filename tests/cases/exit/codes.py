import sys
print('first')
try:
    sys.exit(2)
except SystemExit as error:
    print('caught', error.code, repr(error))
try:
    sys.exit('message')
except SystemExit as error:
    print('caught', repr(error.code))
try:
    exit()
except SystemExit as error:
    print('caught', error.code)
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__mro__[1].__name__, error.code)
try:
    try:
        sys.exit(1)
    except Exception:
        print('not an Exception')
finally:
    print('finally runs')
