"""Runs JupyterLab so that Ctrl-C ends it by way of ./dojo.

Away from a terminal, Jupyter's answer to Ctrl-C is to die at once and to leave its kernels behind.
So it must not notice: ./dojo does, and tells it to end, which it does properly.
"""

import signal

from jupyterlab.labapp import main

signal.signal(signal.SIGINT, lambda *_: None)
main()
