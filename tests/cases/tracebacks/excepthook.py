import sys

def hook(kind, error, trace):
    print(f'our own report: {kind.__name__}: {error} at line {trace.tb_lineno}')

sys.excepthook = hook
print('before')
{}['key']
