"""Downloads wheels: wheels.py CONSTRAINTS FOLDER PLATFORM,… VERSION,…

The constraints name all that is needed, with the systems and versions that need it. pip would ask
the system that it runs on, so each of these questions is answered here for the one in question.
"""

import subprocess
import sys

from pip._vendor.packaging.requirements import Requirement

GLIBC = ("manylinux_2_28", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux_2_5", "linux")
MACHINES = {"x86_64": "x86_64", "aarch64": "aarch64", "arm64": "arm64"}
WINDOWS = {"x86_64": "win_amd64", "arm64": "win_arm64"}
SYSTEMS = {"linux": "Linux", "macos": "Darwin", "windows": "Windows"}
NAMES = {"linux": "linux", "macos": "darwin", "windows": "win32"}


def tags(system, machine):
    if system == "windows":
        return [WINDOWS[machine]]
    if system == "macos":
        return [f"macosx_14_0_{MACHINES[machine]}"]  # pip takes those for older ones, too
    return [f"{libc}_{MACHINES[machine]}" for libc in GLIBC]


def needed(lines, system, machine, version):
    environment = {
        "os_name": "nt" if system == "windows" else "posix",
        "sys_platform": NAMES[system],
        "platform_system": SYSTEMS[system],
        "platform_machine": "AMD64" if tags(system, machine) == ["win_amd64"] else machine,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": version,
        "python_full_version": version + ".0",
        "extra": "",
    }
    requirements = map(Requirement, lines)
    return [
        f"{r.name}{r.specifier}"
        for r in requirements
        if r.marker is None or r.marker.evaluate(environment)
    ]


def main(constraints, folder, platforms, versions):
    with open(constraints, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    lines = [line for line in lines if line and not line.startswith("#")]
    for platform in platforms.split(","):
        system, machine = platform.split("-")
        for version in versions.split(","):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            command += ["--disable-pip-version-check", "--only-binary=:all:", "--dest", folder]
            command += ["--python-version", version, "--implementation", "cp"]
            for tag in tags(system, machine):
                command += ["--platform", tag]
            subprocess.run(command + needed(lines, system, machine, version), check=True)


main(*sys.argv[1:])
