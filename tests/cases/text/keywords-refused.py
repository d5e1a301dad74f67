s='abc'
for name in [n for n in dir(s) if not n.startswith('_')]:
    try: print(getattr(s, name)(nothing=1))
    except Exception as e: print(name, type(e).__name__, e)
