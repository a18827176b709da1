"""Files that are replaced in one step: whoever reads one meanwhile reads the old one or the new one."""

import os


def write(path, content):
    content = content if isinstance(content, bytes) else content.encode()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "wb") as file:
            file.write(content)
        os.replace(part, path)
    except OSError as refused:  # which does not always know of which file it speaks
        raise OSError(refused.errno, refused.strerror, path) from refused
    finally:
        if os.path.exists(part):
            os.remove(part)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()
