"""An autograder for Classroom 50, which runs it in a student's repository: grades the visible tests
with a kit that it fetches, and leaves result.json. The environment names the submission.

KIT is the repository of the kit, KATAS the katas of the assignment. Ask for Java 17 in the
assignment's runtime: {"java": "17"}.
"""

import os
import shutil
import subprocess
import sys
import tempfile

KIT = "https://github.com/OWNER/dropout-dojo.git"
KATAS = "1-10"

with tempfile.TemporaryDirectory() as folder:
    kit = os.path.join(folder, "kit")
    grades = os.path.join(folder, "grades")
    subprocess.run(["git", "clone", "--depth", "1", KIT, kit], check=True)
    command = [
        os.path.join(kit, "dojo"), "grade", os.getcwd(), "--katas", KATAS, "--tier", "A",
        "--out", grades, "--formats", "classroom50",
    ]
    graded = subprocess.run(command)
    result = os.path.join(grades, "report", "classroom50", "result.json")
    if graded.returncode != 0 or not os.path.exists(result):
        sys.exit(1)  # the kit failed: no grade, which Classroom 50 reports as an error
    shutil.copy(result, "result.json")
