"""What the benchmarks share: processes that end with the benchmark, the service and its simulator, wrk, memory, tables."""

import contextlib
import glob
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
JAR = ROOT / "target/quarkus-app/quarkus-run.jar"
AOT_JAR = ROOT / "target/aot/quarkus-run.jar"
SERVER_CORE, LOAD_CORE = 0, 1
# As docker/Dockerfile.native and the Debian package of the executable have it.
NATIVE_OPTIONS = ["-Xmx128m", "-Xmn8m"]
# Debian has nginx where ordinary users do not look.
os.environ["PATH"] += os.pathsep + "/usr/sbin"
SETTING = re.compile(r"(QUARKUS|PROXY|FITBIT|GOOGLE_HEALTH|TAKEOUT|STORE|SIMULATOR|MQTT|MCP)_|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS")


def need(*programs):
    """Ends with one sentence if something that has to be there is not."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        sys.exit(f"Needed and not found: {', '.join(missing)}; on Debian: sudo apt install {' '.join(missing)}")
    if not JAR.exists():
        sys.exit(f"There is no {JAR}: ./mvnw -DskipTests package makes it.")


class Running(contextlib.ExitStack):
    """A scratch folder and the processes in it. All of them end with the block, whatever ends it."""

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        self.folder = pathlib.Path(self.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        return super().__enter__()

    def start(self, command, name, core=None, folder=None, **environment):
        """Starts a program in an environment without any setting of ours but these."""
        log = self.folder / f"{name}.log"
        clean = {key: value for key, value in os.environ.items() if not SETTING.match(key)}
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder or self.folder,
            env=clean | {key: str(value) for key, value in environment.items()},
            stdin=subprocess.DEVNULL,
            stdout=log.open("ab"),
            stderr=subprocess.STDOUT,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
        )
        process.log = log
        self.callback(end, process)
        return process

    def service(self, name="service", core=None, java=None, options=None, jar=JAR, folder=None, program=None, **settings):
        """Starts the packaged service on a free port of the loopback address; does not wait for it."""
        port = free_port()
        home = {"PROXY_DATA_DIR": self.folder / f"{name}-data", "PROXY_ADMIN_TOKEN": ADMIN_TOKEN}
        listen = {"QUARKUS_HTTP_HOST": "127.0.0.1", "QUARKUS_HTTP_PORT": port}
        command = [java or default_java(), *(package_options() if options is None else options), "-jar", jar]
        if program:
            command = [program, *NATIVE_OPTIONS]
        return Server(self.start(command, name, core, folder, **{**home, **listen, **settings}), port)

    def simulator(self, core=None, **settings):
        """The clouds, in a process of their own: the demo, of which only the simulator is asked."""
        port = free_port()
        quiet = {"PROXY_REFRESH": "false", "SIMULATOR_CALLS_PER_MINUTE": 1_000_000}
        demo = self.service("simulator", core, QUARKUS_PROFILE="demo", SIMULATOR_PORT=port, **quiet, **settings)
        demo.await_answer("/q/health/live")
        return Server(demo.process, port)

    @staticmethod
    def connected(simulator):
        """The settings of a service whose cloud is the simulator."""
        return {
            "PROXY_UPSTREAM": "google-health",
            "GOOGLE_HEALTH_URL": f"{simulator.url}/google",
            "GOOGLE_HEALTH_TOKEN_URL": f"{simulator.url}/google/token",
            "GOOGLE_HEALTH_AUTHORIZE_URL": f"{simulator.url}/google/o/oauth2/v2/auth",
            "GOOGLE_HEALTH_CLIENT_ID": "demo-client",
            "GOOGLE_HEALTH_CLIENT_SECRET": "demo-secret",
            "GOOGLE_HEALTH_REFRESH_TOKEN": "demo-refresh-1",
        }

    def nginx(self, template, core=None, **values):
        """Starts nginx with a configuration file whose $names are filled in."""
        port = free_port()
        folder = self.folder / f"nginx-{port}"
        folder.mkdir()
        text = pathlib.Path(template).read_text()
        for key, value in {**values, "port": port, "user": "user root;" if os.getuid() == 0 else ""}.items():
            text = text.replace(f"@{key}@", str(value))
        (folder / "nginx.conf").write_text(text)
        command = ["nginx", "-p", folder, "-c", "nginx.conf", "-e", "error.log"]
        server = Server(self.start(command, folder.name, core), port)
        server.await_listening()
        return server


ADMIN_TOKEN = "token-of-the-benchmark"


def end(process):
    """Ends a process, by force if it does not go by itself."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Server:
    """A server on the loopback address."""

    def __init__(self, process, port):
        self.process, self.port = process, port
        self.url = f"http://127.0.0.1:{port}"

    def ask(self, path, method="GET", body=None, **headers):
        """(status, headers, body) of one call."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {key.replace("_", "-"): value for key, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def await_answer(self, path, seconds=90):
        """Waits until a path is answered with 200; gives the moment (time.monotonic)."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process.poll() is not None:
                sys.exit(f"It ended at its start:\n{self.process.log.read_text()}")
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.ask(path)[0] == 200:
                    return time.monotonic()
            time.sleep(0.002)
        sys.exit(f"It did not answer {path} within {seconds} s:\n{self.process.log.read_text()[-4000:]}")

    def await_listening(self, seconds=20):
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.01)
        sys.exit(f"It does not listen:\n{self.process.log.read_text()}")

    def memory(self, field="Rss"):
        """Resident MiB: Rss, or another field of /proc/<pid>/smaps_rollup."""
        return int(self._proc("smaps_rollup", field)) // 1024

    def peak(self):
        """The most that was resident at once, in MiB."""
        return int(self._proc("status", "VmHWM")) // 1024

    def threads(self):
        return int(self._proc("status", "Threads"))

    def cpu_seconds(self):
        """What it and its workers have used of a processor so far: what a busy machine does not distort."""
        pid = self.process.pid
        workers = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ticks = 0
        for process in [pid, *workers]:
            ticks += sum(map(int, pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def _proc(self, file, field):
        text = pathlib.Path(f"/proc/{self.process.pid}/{file}").read_text()
        return re.search(rf"^{field}:\s+(\d+)", text, re.M)[1]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def default_java():
    return pathlib.Path(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"


def package_options():
    """Java's options as the Debian package sets them, or $OPTIONS to try others."""
    if "OPTIONS" in os.environ:
        return os.environ["OPTIONS"].split()
    run = (ROOT / "src/deb/run-jar").read_text().split("exec", 1)[1]
    return [word for word in run.split() if word.startswith(("-X", "-XX"))]


def image_options():
    """Java's options as the container image sets them, or $IMAGE_OPTIONS to try others."""
    if "IMAGE_OPTIONS" in os.environ:
        return os.environ["IMAGE_OPTIONS"].split()
    return re.search(r'JAVA_TOOL_OPTIONS="([^"]*)"', (ROOT / "docker/Dockerfile.jvm").read_text())[1].split()


def many_clients_options():
    """Java's options as the compose file of the cluster sets them for the image."""
    return re.search(r'"JAVA_TOOL_OPTIONS=(.*)"', (ROOT / "docker/compose.cluster.yaml").read_text())[1].split()


def java_25():
    """The JDK 25 to make and use an AOT cache with, or None."""
    home = [os.environ[name] for name in ("JAVA_25_HOME", "JAVA_HOME") if name in os.environ]
    for java in (pathlib.Path(place, "bin/java") for place in [*home, *sorted(glob.glob("/usr/lib/jvm/*25*"))]):
        if java.exists() and " 25" in subprocess.run([java, "--version"], capture_output=True, text=True).stdout:
            return java
    return None


def as_in_image(running):
    """How to start the service as the image does, on a JDK 25 with an AOT cache that is made if it is missing or old; or None."""
    java = java_25()
    if java is None:
        print("As in the image: left out, there is no JDK 25 (JAVA_25_HOME says where one is).")
        return None
    cache = AOT_JAR.with_name("app.aot")
    if not AOT_JAR.exists() or AOT_JAR.stat().st_mtime < JAR.stat().st_mtime:
        note("building the jar for the AOT cache")
        skip = ["-Dmaven.test.skip", "-Dspotless.check.skip", "-Ddeb.skip"]
        kind = ["-Dquarkus.package.jar.type=aot-jar", "-Dquarkus.package.output-directory=aot"]
        subprocess.run(["./mvnw", "-B", "-ntp", "-q", "package", *skip, *kind], cwd=ROOT, check=True)
    if not cache.exists() or cache.stat().st_mtime < AOT_JAR.stat().st_mtime:
        note("training")
        settings = {"QUARKUS_HTTP_HOST": "127.0.0.1", "QUARKUS_HTTP_PORT": free_port(), "SIMULATOR_PORT": free_port()}
        settings |= {"PATH": f"{java.parent}:{os.environ['PATH']}", "JAVA_TOOL_OPTIONS": " ".join(image_options())}
        train = running.start([ROOT / "docker/train"], "train", folder=AOT_JAR.parent, **settings)
        if train.wait(300) != 0:
            sys.exit(f"docker/train failed:\n{train.log.read_text()}")
    options = [*image_options(), "-XX:AOTCache=app.aot"]
    return {"java": java, "jar": AOT_JAR, "folder": AOT_JAR.parent, "options": options}


def native_executable():
    """The native executable, or None if none was built."""
    native = next(iter(ROOT.glob("target/*-runner")), None)
    if native is None:
        print("Native: left out, there is no target/*-runner (./mvnw package -Dnative makes it where a builder is).")
    return native


def wrk(server, path, seconds, connections=32, core=LOAD_CORE, headers=()):
    """Load from one thread of wrk: (requests a second, p50 ms, p99 ms, server's processor time in µs a request)."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", server.url + path]
    for header in headers:
        command += ["-H", header]
    used = server.cpu_seconds()
    text = subprocess.run(
        command, check=True, text=True, capture_output=True, preexec_fn=lambda: os.sched_setaffinity(0, {core})
    ).stdout
    used = server.cpu_seconds() - used
    if "Non-2xx" in text or "Socket errors" in text:
        sys.exit(f"{path} was not answered well:\n{text}")
    scale = {"us": 0.001, "ms": 1, "s": 1000}
    late = {
        share: float(number) * scale[unit]
        for share, number, unit in re.findall(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)$", text, re.M)
    }
    requests = int(re.search(r"(\d+) requests in", text)[1])
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), late["50"], late["99"], used / requests * 1e6


def medians(samples):
    """The median of each column."""
    return [statistics.median(column) for column in zip(*samples)]


def table(header, rows):
    """Prints a Markdown table."""
    print(f"\n| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print(f"| {' | '.join(str(cell) for cell in row)} |")
    print(flush=True)


def days_ago(days):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() - days * 86400))


def note(text):
    """Says on standard error what is being done, so that standard output is what goes into the documentation."""
    print(text, file=sys.stderr, flush=True)
