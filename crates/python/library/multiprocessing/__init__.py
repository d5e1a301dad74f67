"""As much of multiprocessing as a process pool needs; processes of one's own are beyond the playground."""
from multiprocessing.process import current_process, parent_process

__all__ = ['cpu_count', 'current_process', 'parent_process', 'freeze_support']


def cpu_count():
    return 8


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return 'fork'


def set_start_method(method, force=False):
    if method not in ('fork', 'spawn', 'forkserver'):
        raise ValueError(f'cannot find context for {method!r}')


def active_children():
    return []


def _beyond(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f'multiprocessing.{name} is not simulated here: '
                                  'use concurrent.futures.ProcessPoolExecutor, which is')
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in 'Process', 'Pool', 'Queue', 'Pipe', 'Manager', 'Value', 'Array', 'Lock', 'Event', 'get_context':
    globals()[_name] = _beyond(_name)
