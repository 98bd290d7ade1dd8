"""PySide6 6.12.0 aborts on Python 3.11 after some thousand calls; a version that does must not come in."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(500_000):
    label.setText("even" if number % 2 else "odd")
print(label.text())
"""


def test_half_a_million_texts_are_survived() -> None:
    answer = subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True)

    assert (answer.returncode, answer.stdout.strip()) == (0, "even"), answer.stderr
