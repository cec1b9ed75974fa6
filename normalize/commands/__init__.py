"""What the first word of the command can be: one module each.

Each has ``add_arguments(parser)`` and ``run(options)``, which returns the exit status. A command is
imported only when it is the one that was asked for, and imports the library only when it runs.
"""
