"""Runs programs and says what they used: single runs, and interleaved rounds of two programs."""

import collections
import statistics
import subprocess

SHORT_SECONDS = 0.005
ROUNDS = 9
ROUNDS_SHORT = 61

Usage = collections.namedtuple("Usage", "cpu wall peak")  # seconds, seconds, bytes


class Failed(Exception):
    """A program that should have been measured did not do its work."""


class Measured:
    """Measures programs by the small launcher, so that peak memory is the program's own."""

    def __init__(self, launcher, rounds=None):
        self.launcher = launcher
        self.rounds = rounds

    def run(self, command):
        """One run of command, which must end with 0."""
        done = subprocess.run([self.launcher, *command], capture_output=True, text=True)
        fields = done.stdout.split()
        if done.returncode != 0 or len(fields) != 4 or fields[0] != "0":
            status = fields[0] if fields else "no start"
            said = (done.stderr.strip().splitlines() or ["no message"])[0]
            raise Failed(f"`{shown(command)}` ended with {status}: {said}")
        return Usage(int(fields[1]) / 1e6, int(fields[2]) / 1e6, int(fields[3]) * 1024)

    def rounds_for(self, seconds):
        """How many rounds a program of that length gets."""
        if self.rounds is not None:
            return self.rounds
        return ROUNDS_SHORT if seconds < SHORT_SECONDS else ROUNDS

    def interleaved(self, *commands):
        """A B C A B C ...: a list of rounds, each a list with one Usage a command."""
        warm = [self.run(command) for command in commands]
        count = self.rounds_for(min(usage.cpu for usage in warm))
        return [[self.run(command) for command in commands] for _ in range(count)]

    def peak(self, command):
        """Median peak memory of three runs, in bytes."""
        return statistics.median(self.run(command).peak for _ in range(3))


def shown(command):
    """A command as the report prints it: no folders."""
    return " ".join(str(word).rsplit("/", 1)[-1] for word in command)


def ratio(rounds, value):
    """The median of value(round) over the rounds, and its quartiles."""
    values = sorted(value(*one) for one in rounds)
    low, high = values[len(values) // 4], values[-1 - len(values) // 4]
    return statistics.median(values), low, high
