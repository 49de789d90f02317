"""What becomes of callers while the instances behind HAProxy die, are replaced and get other guidance.

Each request that fails is made again, once, at once. So one load tells of two clients: the requests that fail are what
a client sees that does not repeat, and those that fail again what a client sees that does. The second must see none.
"""

import itertools
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from http.client import HTTPException
from pathlib import Path

from running import PLACES, PROGRAM, TODAY, Stack
from wire import answer, ask, connect, request

FACTS = Path("tests/conformance/words_from_an_adult.request.json")
WHOLE = request("POST", "/v1/advice", {"Content-Type": "application/json"}, FACTS.read_bytes())
ADDED = Path("tests/local")
IN_FORCE = re.search(r'edition: "(.*)"', Path("src/guidance/packs/supplement/pack.yaml").read_text())[1]
WITHDRAWN = f'withdrawn:\n  - {{ pack: supplement, edition: "{IN_FORCE}", because: It is shown what this does. }}\n'

CALLERS = 60
# How often each instance is killed: at each, something is under way.
KILLS = 5


def advice(*options):
    """The answer as the program alone gives it."""
    command = [PROGRAM, "advise", FACTS, "--today", TODAY, *options]
    return subprocess.run(command, check=True, capture_output=True).stdout.strip()


def renew(guidance):
    """Makes of that guidance its next edition."""
    pack = guidance / "pack.yaml"
    pack.write_text(pack.read_text().replace('edition: "1.0.0"', 'edition: "1.1.0"'))


class Load:
    """Callers who ask without a pause, half of them on a connection that they keep."""

    def __init__(self, address, right):
        self.address = address
        self.right = right
        self.changed = threading.Condition()
        self.asked = self.failed = self.failed_again = 0
        self.ways = Counter()
        self.ended = False
        self.threads = [threading.Thread(target=self.call, args=[place % 2 == 0]) for place in range(CALLERS)]
        for thread in self.threads:
            thread.start()

    def call(self, keeps):
        kept = None
        while not self.ended:
            kept, way = self.attempt(kept if keeps else None)
            again = None
            if way:
                kept, again = self.attempt(None)
            with self.changed:
                self.asked += 1
                self.failed += way is not None
                self.failed_again += again is not None
                self.ways.update([way] if way else [])
                self.changed.notify_all()

    def attempt(self, stream):
        """Asks once: the connection, if it can be used again, and in which way that failed, if it did."""
        try:
            stream = stream or connect(self.address)
            stream.sendall(WHOLE)
            received = answer(stream)
        except (OSError, HTTPException) as failure:
            if stream:
                stream.close()
            return None, type(failure).__name__
        if received.headers.get("connection") == "close":
            stream.close()
            stream = None
        if received.status == 200 and received.body.strip() not in self.right:
            return stream, "another answer"
        return stream, None if received.status == 200 else str(received.status)

    def go_on(self):
        """Waits until each caller has asked twice more, or as much has been asked."""
        with self.changed:
            enough = self.asked + 2 * CALLERS
            self.changed.wait_for(lambda: self.asked >= enough)

    def counted(self):
        with self.changed:
            return self.asked, self.failed, self.failed_again

    def end(self):
        self.ended = True
        for thread in self.threads:
            thread.join()


class Show:
    """What happens to the instances, one thing after the other."""

    def __init__(self, folder, stack, load):
        self.folder, self.stack, self.load = folder, stack, load

    def nothing_happens(self):
        for _ in range(5):
            self.load.go_on()

    def each_is_killed(self):
        for place in itertools.chain.from_iterable([PLACES] * KILLS):
            self.stack.services[place].kill()
            self.load.go_on()
            self.stack.start_again(place)
            self.load.go_on()

    def each_is_replaced(self):
        for place in PLACES:
            self.stack.services[place].stop()
            self.load.go_on()
            self.stack.start_again(place)
            self.load.go_on()

    def each_loads_new_guidance(self):
        for place in PLACES:
            renew(self.folder / str(place))
            said = self.stack.services[place].load_again()
            assert said == "signpost has loaded its guidance again\n", said
            self.load.go_on()

    def an_edition_is_withdrawn_on_one(self):
        place = next(iter(PLACES))
        (self.folder / str(place) / "withdrawn.yaml").write_text(WITHDRAWN)
        said = self.stack.services[place].load_again()
        assert said == "signpost has not taken the guidance that it was told to load\n", said
        alone = ask(self.stack.services[place].address, WHOLE)
        assert alone.status == 503, alone
        while self.stack.proxy.asks(place):
            time.sleep(0.05)
        self.load.go_on()

    def it_is_taken_back_there(self):
        place = next(iter(PLACES))
        (self.folder / str(place) / "withdrawn.yaml").unlink()
        self.stack.services[place].load_again()
        while not self.stack.proxy.asks(place):
            time.sleep(0.05)
        self.load.go_on()


def main():
    with tempfile.TemporaryDirectory() as name, ExitStack() as begun:
        folder = Path(name)
        for place in (*PLACES, "next"):
            shutil.copytree(ADDED, folder / str(place))
        renew(folder / "next")
        before, after = (advice("--guidance-dir", folder / edition) for edition in ("0", "next"))
        assert before != after, "the next edition gives the same answer"
        stack = Stack(lambda place: {"SIGNPOST_GUIDANCE_DIR": str(folder / str(place))})
        begun.callback(stack.proxy.stop)
        begun.callback(lambda: [service.kill() for service in stack.services.values()])
        load = Load(stack.proxy.address, {before, after})
        begun.callback(load.end)
        show = Show(folder, stack, load)
        print(f"{'what happens':<34}{'requests':>10}{'failed':>10}{'and again':>10}")
        counted = load.counted()
        for step in (
            show.nothing_happens,
            show.each_is_killed,
            show.each_is_replaced,
            show.each_loads_new_guidance,
            show.an_edition_is_withdrawn_on_one,
            show.it_is_taken_back_there,
        ):
            step()
            until = load.counted()
            figures = [f"{later - earlier:>10}" for earlier, later in zip(counted, until)]
            print(f"{step.__name__.replace('_', ' '):<34}{''.join(figures)}", flush=True)
            counted = until
        for service in stack.services.values():
            assert ask(service.address, WHOLE).body.strip() == after, "an instance has not the new guidance"
    print("in which ways:", dict(load.ways) or "none failed")
    sys.exit(bool(load.failed_again or load.ways["another answer"]))


main()
