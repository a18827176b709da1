"""Interrupts long cells on the real kernel, as the stop button of JupyterLab does.

Arguments: the folder to run in, the set-up; then for each cell what it prints when it is well under way, and its code.
Tells of each, on a line: how it ended, how long that took after the interrupt, and how the next cell ended.
"""

import sys
import time

from jupyter_client.manager import KernelManager

folder, setup, *cells = sys.argv[1:]
manager = KernelManager(kernel_name="java")
manager.start_kernel(cwd=folder)
client = manager.client()
try:
    client.start_channels()
    client.wait_for_ready(timeout=180)
    quiet = lambda message: None
    print(client.execute_interactive(setup, timeout=180, output_hook=quiet)["content"]["status"])
    for sign, code in zip(cells[::2], cells[1::2]):
        sent, printed = client.execute(code), ""
        while sign not in printed:
            message = client.get_iopub_msg(timeout=180)
            if message["parent_header"].get("msg_id") == sent:
                printed += message["content"].get("text", "")
                if message["msg_type"] == "error":
                    sys.exit("\n".join(message["content"]["traceback"]))
        time.sleep(1)
        begin = time.monotonic()
        manager.interrupt_kernel()
        reply = client.get_shell_msg(timeout=180)
        seconds = time.monotonic() - begin
        after = client.execute_interactive("1 + 1", timeout=180, output_hook=quiet)
        print(reply["content"]["status"], f"{seconds:.1f}", after["content"]["status"])
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
