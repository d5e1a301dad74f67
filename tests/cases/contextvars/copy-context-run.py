# Running a function in a copy leaves the original alone.
import contextvars

name = contextvars.ContextVar('name', default='nobody')
colour = contextvars.ContextVar('colour')

def change():
    name.set('inside')
    colour.set('red')
    return name.get()

context = contextvars.copy_context()
print(context.run(change), name.get(), context[name], colour in context, len(context))
print(sorted(variable.name for variable in context))
print(context.get(colour), contextvars.copy_context().get(colour, 'no colour here'))
try:
    context.run(context.run, change)
except RuntimeError as error:
    print(str(error).split(':')[0])
