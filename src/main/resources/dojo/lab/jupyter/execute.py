"""Runs one notebook with nbclient and writes it, failed or not.

Arguments: source, executed notebook, seconds that the notebook may take; then the sentences for
a notebook that takes longer and for a kernel that dies, in which {error} stands for its error and {said}
for its last words; the log that has them; the sentence for characters left out, of which there are {count}, and
the one for messages that a kernel may have dropped; the title of the page.
Tells on standard output, one line each, which cell starts, and what it says of its progress: "3 12 " is
code cell 3 of 12, "3 12 14 of 30 runs" what it says later.
"""

import asyncio
import os
import re
import shutil
import sys
import threading
import time

# A grammar of international addresses, of which no notebook has one: to read it takes longer than all the rest.
sys.modules["rfc3987_syntax"] = None

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError

sys.path.insert(0, os.path.dirname(__file__))  # where an isolated Python does not look
from client import Client

# What the kernel's process prints, such as its own log, goes to our log and not between our lines.
progress = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def last_words(log):
    """What a kernel wrote last, without the notes of its virtual machine and its own log."""
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = [line.rstrip() for line in file]
    notes = re.compile(r"(NOTE: )?Picked up \w+:|WARNING: Using incubator modules|\[[A-Z] \d{4}-")
    return "\n".join([line for line in lines if not notes.match(line)][-10:])


def run(notebook, folder, limit, too_long, died, log, left_out, lost):
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    for cell in code:  # what an editor left behind is not what this run shows
        cell.outputs, cell.execution_count = [], None
    begin = deadline = time.monotonic()
    kernel, ran = "", []

    def left():
        return max(1, int(deadline - time.monotonic()))

    def kernel_ready(notebook):
        nonlocal deadline, kernel
        deadline = time.monotonic() + limit
        kernel = client.km.kernel_spec.display_name

    def starts(cell, cell_index):
        ran.append(cell)
        client.begin(left())
        tell("")

    def tell(said):
        print(len(ran), len(code), said, file=progress)

    client = Client(
        notebook,
        left_out,
        lost,
        tell,
        kernel_name="java",
        resources={"metadata": {"path": folder}},
        on_notebook_start=kernel_ready,
        on_cell_execute=starts,
        timeout_func=lambda cell: left(),
        startup_timeout=120,
        record_timing=False,
        shutdown_kernel="immediate",
    )

    def fail(name, message):
        text = f"{name}: {message}"
        error = nbformat.v4.new_output("error", ename=name, evalue=message, traceback=[text])
        (ran[-1:] or code)[0].outputs.append(error)

    async def execute():
        task = asyncio.ensure_future(client.async_execute())
        loop = asyncio.get_running_loop()

        # If whoever started us dies, our input ends: then no kernel may stay behind.
        def watch():
            while os.read(0, 4096):
                pass
            loop.call_soon_threadsafe(task.cancel)

        threading.Thread(target=watch, daemon=True).start()
        await task

    try:
        asyncio.SelectorEventLoop().run_until_complete(execute())  # Windows' usual loop lacks sockets
    except CellExecutionError:
        pass  # the cell shows it
    except CellTimeoutError:
        fail("Timeout", too_long)
    except RuntimeError as error:
        fail("KernelError", died.replace("{error}", str(error)).replace("{said}", last_words(log)))
    client.settle()
    for output in [output for cell in code for output in cell.outputs]:
        data = output.get("data", {})
        if data.get("text/plain") == data.get("text/html"):  # the kernel's copy of a whole picture
            data.pop("text/plain", None)
    notebook.metadata["dojo"] = {
        "seconds": round(time.monotonic() - begin, 1),
        "kernel": kernel,
        "quick": os.environ.get("DOJO_QUICK") == "1",
    }


def write(path, text):
    """Replaces a file in one step: whoever reads it meanwhile reads the old one or the new one."""
    path = os.path.realpath(path)  # of a link, the file that it leads to
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "w", encoding="utf-8") as file:
            file.write(text)
        if os.path.exists(path):
            shutil.copymode(path, part)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)


def main(source, executed, limit, too_long, died, log, left_out, lost):
    notebook = nbformat.read(source, as_version=4)
    run(notebook, os.path.dirname(source), int(limit), too_long, died, log, left_out, lost)
    write(executed, nbformat.writes(notebook) + "\n")


main(*sys.argv[1:])
