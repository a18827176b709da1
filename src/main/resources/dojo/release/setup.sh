#!/bin/sh
# Gradescope runs this once, as root, when it builds the image: the JDK, and what shuts students' processes in.
# Choose an image of Ubuntu 22.04 or newer, and 1 processor and 1.5 GB of memory or more.
set -eu
root=${AUTOGRADER:-/autograder}
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends openjdk-17-jdk-headless bubblewrap
# The solutions are in the kit. Where the grader can give students' processes another user, they cannot read them.
chmod -R go-rwx "$root/source/kit"
chmod +x "$root/source/kit/dojo"
