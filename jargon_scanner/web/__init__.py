"""The local app: what the command line does, in the browser. The only room that knows a web framework.

A page or an API is one module or package of ``pages`` with a ``PART``. ``security`` stands before all of
them; documents are read in the ``workshop``; ``desk`` holds what is open, in memory alone.
"""
