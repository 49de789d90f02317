"""Starts the service and a proxy in front of it, and stops them.

The configurations name the addresses that an operator would use. Here the ports stay and the machine's own
address becomes one that only this process has, out of the whole block that loops back.
"""

import csv
import os
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

PROGRAM = os.environ["SIGNPOST_PROGRAM"]
PROXY = os.environ["SIGNPOST_PROXY"]
FRONTS = Path("deploy/fronts")
# The instances that the configurations name.
PLACES = {0: "one", 1: "two", 2: "three"}
TODAY = "2026-11-23"
OWN = "127.{}.{}.{}".format(128 + (os.getpid() >> 16), os.getpid() >> 8 & 255, os.getpid() & 255)

# What the file for nginx is included in. Its folders for what does not fit into memory are taken away
# once it runs: whatever would be written to disk is an error.
AROUND_NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/main.log;
worker_processes 2;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/disk/bodies;
    proxy_temp_path {folder}/disk/answers;
    fastcgi_temp_path {folder}/disk/unused_1;
    uwsgi_temp_path {folder}/disk/unused_2;
    scgi_temp_path {folder}/disk/unused_3;
    include {folder}/nginx.conf;
}}
"""


class Service:
    """An instance of the service."""

    def __init__(self, folder, address, settings):
        self.address = address
        self.log = open(folder / "service.log", "ab")
        self.process = subprocess.Popen(
            [PROGRAM],
            # The vectors say on which day they were answered.
            env={"SIGNPOST_BIND": address, "SIGNPOST_WORKERS": "2", "SIGNPOST_TODAY": TODAY, **settings},
            stdout=self.log,
            stderr=subprocess.PIPE,
            text=True,
        )
        said = self.process.stderr.readline()
        if said != f"signpost listens on http://{address}\n":
            self.process.kill()
            raise RuntimeError(f"the service did not start: {said}{self.process.stderr.read()}")

    def tell_to_stop(self):
        self.process.terminate()

    def load_again(self):
        """Has it read its guidance again, and gives the first line that it says of that."""
        self.process.send_signal(signal.SIGHUP)
        return self.process.stderr.readline()

    def kill(self):
        """Ends it at once, whatever it is doing."""
        self.process.kill()
        self.process.communicate()
        self.log.close()

    def stop(self):
        """Stops it in good order. It must have said nothing since it started."""
        self.tell_to_stop()
        _, said = self.process.communicate()
        self.log.close()
        if self.process.returncode != 0 or said:
            raise RuntimeError(f"the service ended with {self.process.returncode}: {said}")


class Proxy:
    """nginx or HAProxy, with its configuration of deploy/."""

    def __init__(self, folder):
        self.folder = folder
        self.address = f"{OWN}:8000"
        (folder / "disk").mkdir()
        command = getattr(self, PROXY)()
        self.log = open(folder / "proxy.log", "ab")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        while not listens(self.address):
            if self.process.poll() is not None:
                raise RuntimeError((folder / "proxy.log").read_text())
            time.sleep(0.05)
        for path in (folder / "disk").iterdir():
            path.rmdir()

    def nginx(self):
        # A connection that takes little at once, so that a long answer has to wait in nginx.
        listens = f"listen {self.address}"
        self.configure("nginx.conf", {"/var/log/nginx": self.folder, listens: f"{listens} sndbuf=4k"})
        main = self.folder / "main.conf"
        main.write_text(AROUND_NGINX.format(folder=self.folder))
        return ["nginx", "-p", self.folder, "-e", self.folder / "main.log", "-c", main]

    def haproxy(self):
        self.configure("haproxy.cfg", {"/run/haproxy": self.folder})
        return ["haproxy", "-db", "-f", self.folder / "haproxy.cfg"]

    def configure(self, name, changes):
        text = (FRONTS / name).read_text()
        for here, there in {"127.0.0.1": OWN, **changes}.items():
            if here not in text:
                raise RuntimeError(f"{name} does not name {here}")
            text = text.replace(here, str(there))
        (self.folder / name).write_text(text)

    def asks(self, place):
        """Whether it asks that instance. nginx has no checks of its own and tries each."""
        if PROXY == "nginx":
            return True
        with socket.socket(socket.AF_UNIX) as stream:
            stream.connect(str(self.folder / "admin.sock"))
            stream.sendall(b"show stat\n")
            lines = stream.makefile().read().removeprefix("# ").splitlines()
        rows = {row["svname"]: row for row in csv.DictReader(lines)}
        return rows[PLACES[place]]["status"] == "UP"

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()

    def logged(self):
        """What it wrote, wherever it wrote it."""
        logs = (path.read_bytes() for path in self.folder.rglob("*.log") if path.name != "service.log")
        return b"".join(logs)


class Stack:
    """Three instances with a proxy in front, each with the settings for its place."""

    def __init__(self, settings=lambda place: {}):
        self.settings = settings
        with ExitStack() as begun:
            self.folder = Path(begun.enter_context(tempfile.TemporaryDirectory()))
            self.services = {}
            for place in PLACES:
                self.start(place)
                begun.callback(self.stop_service, place)
            self.proxy = Proxy(self.folder)
            begun.callback(self.proxy.stop)
            self.stop = begun.pop_all().close
        self.direct = self.services[0].address

    def stop_service(self, place):
        self.services[place].stop()

    def start(self, place):
        self.services[place] = Service(self.folder, f"{OWN}:{8080 + place}", self.settings(place))

    def start_again(self, place):
        """Starts another instance at the address of one that was stopped."""
        self.start(place)
        while not self.proxy.asks(place):
            time.sleep(0.05)


def listens(address):
    host, port = address.split(":")
    with socket.socket() as stream:
        return stream.connect_ex((host, int(port))) == 0
