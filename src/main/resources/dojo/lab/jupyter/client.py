"""A notebook client that stands a flood: whatever a cell prints, its notebook and page stay usable."""

import asyncio
import json
import re

from jupyter_client import AsyncKernelManager
from jupyter_client.session import DELIM
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete

MOST = 100_000  # characters that are kept of one text: a thousand long lines
QUIET = 5  # seconds without a message after which no more is expected
QUEUE = 1000  # messages that a kernel holds back for a slow client; then it drops the next ones, unseen
PROGRESS = re.compile(r"(?:\r([^\r\n]*)\r)+")  # how far a long cell is: lines that overwrite each other


def overwritten(text):
    """What a terminal shows of a text: on each line, what follows the last return to its start."""
    return "\n".join(line[line.rstrip("\r").rfind("\r") + 1 :] for line in text.split("\n"))


class Stream:
    """The beginning of what a cell prints to one stream, in time that grows no faster than it does."""

    def __init__(self, output):
        self.output, self.parts, self.size, self.left_out, self.messages = output, [], 0, 0, 0

    def add(self, text):
        self.messages += 1
        if self.left_out:
            self.left_out += len(text)
            return
        self.parts.append(text)
        self.size += len(text)
        if self.size > 2 * MOST:
            self.squeeze()

    def squeeze(self):
        text = overwritten("".join(self.parts))
        self.left_out += max(0, len(text) - MOST)
        self.parts, self.size = [text[:MOST]], min(len(text), MOST)


class Manager(AsyncKernelManager):
    """Loses no message of a kernel that is faster than its client."""

    def client(self, **settings):
        client = super().client(**settings)
        client.context.rcvhwm = 0  # the queue may grow without a limit
        return client


class Rest:
    """What is still to come of a cell that has ended: waited for as long as something comes.

    A flooded kernel drops messages, and the one that says that this was all may be among them.
    """

    def __init__(self, client, outputs):
        self.client, self.outputs = client, outputs

    def __await__(self):
        return self.come().__await__()

    async def come(self):
        before = None
        while not self.outputs.done() and before != self.client.messages:
            before = self.client.messages
            await asyncio.wait({self.outputs}, timeout=QUIET)
        if not self.outputs.done():
            self.outputs.cancel()


class Client(NotebookClient):
    """Gathers what a cell prints as it comes, and cuts what no reader would read.

    nbclient's own way to join the messages of a stream takes time that grows with the square of a
    line's length. The texts are complete after a call of settle.
    """

    def __init__(self, notebook, left_out, lost, tell, **settings):
        super().__init__(notebook, kernel_manager_class=Manager, raise_on_iopub_timeout=True, **settings)
        self.left_out, self.lost, self.tell = left_out, lost, tell
        self.all, self.current, self.messages = [], {}, 0

    def begin(self, seconds):
        """Begins another cell; so long we may take to catch up with what it prints."""
        self.current = {}
        self.iopub_timeout = seconds

    async def _async_poll_for_reply(self, msg_id, cell, timeout, outputs, alive):
        return await super()._async_poll_for_reply(msg_id, cell, timeout, Rest(self, outputs), alive)

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        """Does as nbclient does, but only counts what will not be shown: a fifth of the work for a message."""
        channel, session = self.kc.iopub_channel, self.kc.session
        while True:
            frames = await channel.socket.recv_multipart()
            if self.messages % 1000 == 0:
                await asyncio.sleep(0)  # as long as there are messages, nobody else would get a turn
            if self.counts(frames, parent_msg_id):
                continue
            msg = session.deserialize(session.feed_identities(frames)[1])
            if msg["parent_header"].get("msg_id") == parent_msg_id:
                try:
                    self.process_message(msg, cell, cell_index)
                except CellExecutionComplete:
                    return

    def counts(self, frames, parent_msg_id):
        """Whether a message belongs to a stream that is full already, and is done with."""
        if not any(stream.left_out for stream in self.current.values()):
            return False
        header, parent, _, content = map(json.loads, frames[frames.index(DELIM) + 2 :][:4])
        stream = self.current.get(content.get("name")) if header["msg_type"] == "stream" else None
        full = stream is not None and stream.left_out > 0 and parent.get("msg_id") == parent_msg_id
        if full:
            self.messages += 1
            stream.add(content["text"])
        return full

    def process_message(self, msg, cell, cell_index):
        self.messages += 1
        return super().process_message(msg, cell, cell_index)

    def output(self, outs, msg, display_id, cell_index):
        said = PROGRESS.fullmatch(msg["content"]["text"]) if msg["msg_type"] == "stream" else None
        if said:  # for whoever waits, not for whoever reads
            self.tell(said.group(1).strip())
            return None
        if self.clear_before_next_output:
            self.current = {}
        elif msg["msg_type"] == "stream" and msg["content"]["name"] in self.current:
            stream = self.current[msg["content"]["name"]]
            stream.add(msg["content"]["text"])
            return stream.output
        output = super().output(outs, msg, display_id, cell_index)
        if output is None:
            return output
        if output.output_type == "stream":
            stream = self.current[output.name] = Stream(output)
            self.all.append(stream)
            stream.add(output.text)
            self.before_errors(outs)
        elif output.output_type == "error":
            output.evalue = self.cut(output.evalue)
            output.traceback = [self.cut(line) for line in output.traceback]
        elif "text/plain" in output.data:
            output.data["text/plain"] = self.cut(output.data["text/plain"])
        return output

    @staticmethod
    def before_errors(outs):
        """Puts standard output before standard error: which arrives first is a matter of chance."""
        if [output.get("name") for output in outs[-2:]] == ["stderr", "stdout"]:
            outs[-2:] = reversed(outs[-2:])

    def clear_output(self, outs, msg, cell_index):
        super().clear_output(outs, msg, cell_index)
        if not self.clear_before_next_output:
            self.current = {}

    def settle(self):
        for stream in self.all:
            stream.squeeze()
            lost = "\n" + self.lost + "\n" if stream.messages > QUEUE else ""
            stream.output.text = "".join(stream.parts) + self.note(stream.left_out) + lost

    def cut(self, text):
        return text[:MOST] + self.note(len(text) - MOST)

    def note(self, characters):
        return "\n" + self.left_out.replace("{count}", str(characters)) + "\n" if characters > 0 else ""
