"""The names that `from __future__ import …` knows; all are in force, or without effect, already."""

all_feature_names = [
    'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement',
    'print_function', 'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations',
]
globals().update((name, name) for name in all_feature_names)
