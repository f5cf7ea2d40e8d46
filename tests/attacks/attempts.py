"""What a hostile notebook tries: by name, the body of a function that returns True when it got in.

Nothing here does lasting harm where it succeeds. ``SECRET`` is a file of the controller's,
``OUTSIDE`` a folder of its own making, ``LINK`` a link to that, ``CONTROLLER`` its process,
``READABLE`` a file that even a confined child may read.
"""

from __future__ import annotations

from textwrap import dedent, indent

from lessons.grading.engine import Engine
from lessons.grading.limits import Limits
from lessons.grading.run import Stopped
from lessons.grading.session import Raised, Session

LIMITS = Limits(cpu=1, wall=5, call=5, memory=400 << 20, restarts=1)

HEAD = """
import ctypes, mmap, os, socket, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
def probe():
    open('own', 'w').write('mine')
    return sum([3, 4])
"""

READ = {
    "list the root": "return bool(os.listdir('/'))",
    "read a file of the controller's": "return open(SECRET).read() == 'secret'",
    "read the hidden checks": """
        import lessons
        clone = os.path.dirname(os.path.dirname(lessons.__file__))
        return bool(os.listdir(os.path.join(clone, 'tests', 'graded')))
    """,
    "read the accounts": "return 'root' in open('/etc/passwd').read()",
    "read the controller's environment": "return bool(open(f'/proc/{CONTROLLER}/environ').read())",
    "list all processes": "return bool(os.listdir('/proc'))",
    "list the folders of others": "return bool(os.listdir('..'))",
    "see where a foreign link leads": "return os.readlink(LINK) == OUTSIDE",
    "see it behind Python's back": """
        room = ctypes.create_string_buffer(4096)
        return libc.syscall(89, LINK.encode(), room, 4096) > 0 and room.value.decode() == OUTSIDE
    """,
    "see it from a folder": """
        room = ctypes.create_string_buffer(4096)
        made = libc.syscall(267, -100, LINK.encode(), room, 4096)
        return made > 0 and room.value.decode() == OUTSIDE
    """,
    "see it by its real name": "return os.path.realpath(LINK) == OUTSIDE",
    "see it from what C's library makes of it": """
        libc.realpath.restype = ctypes.c_char_p
        return libc.realpath(LINK.encode(), None) == OUTSIDE.encode()
    """,
    "see it from where one is": """
        libc.chdir(LINK.encode())
        return os.getcwd() == OUTSIDE
    """,
    "see it from a descriptor": """
        os.fchdir(os.open(LINK, os.O_PATH))
        return os.getcwd() == OUTSIDE
    """,
    "see which program one is": "return bool(os.readlink('/proc/self/exe'))",
    "follow a link of one's own": """
        os.symlink(SECRET, 'link')
        return open('link').read() == 'secret'
    """,
    "give a foreign file a second name": """
        os.link(SECRET, 'mine')
        return os.path.exists('mine')
    """,
    "climb out by an old descriptor": """
        return any(os.path.exists(f'/dev/fd/{n}') for n in range(5, 64) if _open(n))
    """,
    "open a file by a handle": """
        room = ctypes.create_string_buffer(struct.pack('i', 128), 200)
        mount = ctypes.byref(ctypes.c_int())
        return libc.name_to_handle_at(-100, SECRET.encode(), room, mount, 0) == 0
    """,
    "open a file in a folder that was only pointed at": """
        folder = os.open(os.path.dirname(SECRET), os.O_PATH)
        file = os.open(os.path.basename(SECRET), os.O_RDONLY, dir_fd=folder)
        return os.read(file, 6) == b'secret'
    """,
    "name a file that was only pointed at": """
        file = os.open(SECRET, os.O_PATH)
        os.stat(file)
        libc.linkat(file, b'', -100, b'mine', 0x1000)  # AT_EMPTY_PATH, for root
        os.path.exists('mine') or os.link(SECRET, 'mine')
        return open('mine').read() == 'secret'
    """,
    "send a file's bytes on": """
        end, start = os.pipe()
        file = os.open(SECRET, os.O_RDONLY)
        return os.splice(file, start, 6) == 6 and os.read(end, 6) == b'secret'
    """,
    "read one's own memory as a file": """
        return open('/proc/self/mem', 'rb').fileno() > 0
    """,
    "look where the controller works": "return bool(os.readlink(f'/proc/{CONTROLLER}/cwd'))",
    "see the session of the controller": "return os.getsid(CONTROLLER) >= 0",
    "see the priority of the controller": """
        return os.getpriority(os.PRIO_PROCESS, CONTROLLER) >= -20
    """,
    "see the processors of the controller": "return bool(os.sched_getaffinity(CONTROLLER))",
    "read the server's memory": """
        page = open(f'/proc/{os.getppid()}/mem', 'rb')
        return page.fileno() > 0
    """,
}
WRITE = {
    "write beside the submissions": "return open(OUTSIDE + '/mark', 'w').write('x') == 1",
    "open what may be read for writing": "return os.open(READABLE, os.O_WRONLY) > 0",
    "empty a file by opening it to read": """
        os.close(os.open(READABLE, os.O_RDONLY | os.O_TRUNC))
        return os.path.getsize(READABLE) == 0
    """,
    "empty a file by opening it to do nothing": """
        os.close(os.open(SECRET, 3 | os.O_TRUNC))
        return os.path.getsize(SECRET) == 0
    """,
    "open a file to do nothing": "return os.open(SECRET, 3) > 0",
    "put another file in its place": """
        open('f', 'w').close()
        return libc.renameat2(-100, b'f', -100, SECRET.encode(), 2) == 0
    """,
    "change a foreign mode": """
        os.chmod(SECRET, 0o777)
        return os.stat(SECRET).st_mode & 0o777 == 0o777
    """,
    "change a mode by descriptor": """
        before = os.stat(READABLE).st_mode
        os.fchmod(os.open(READABLE, os.O_RDONLY), before ^ 0o010)
        return os.stat(READABLE).st_mode != before
    """,
    "make a folder outside": "os.mkdir(OUTSIDE + '/made'); return True",
    "delete a foreign file": "os.unlink(OUTSIDE + '/victim'); return True",
    "move a file out": "open('f', 'w').close(); os.rename('f', OUTSIDE + '/f'); return True",
}
ESCAPE = {
    "start a process": "pid = os.fork(); pid or os._exit(0); os.waitpid(pid, 0); return True",
    "start a process behind libc's back": """
        pid = libc.syscall(56, 17, 0, 0, 0, 0)  # clone without flags
        if pid == 0: libc._exit(0)
        return pid > 0 and bool(os.waitpid(pid, 0))
    """,
    "start a program": "return os.system('true') == 0",
    "become a program": """
        if os.fork(): return os.wait()[1] == 0
        os.execv('/bin/true', ['true'])
    """,
    "open a socket": "return socket.socket().fileno() > 0",
    "open a datagram socket": "return socket.socket(type=socket.SOCK_DGRAM).fileno() > 0",
    "open a local socket": "return socket.socket(socket.AF_UNIX).fileno() > 0",
    "open a packet pair": """
        return socket.socketpair(type=socket.SOCK_DGRAM)[0].fileno() > 0
    """,
    "signal the controller": "os.kill(CONTROLLER, 0); return True",
    "have the kernel signal the controller": """
        import fcntl
        ours, _ = os.pipe()
        fcntl.fcntl(ours, fcntl.F_SETOWN, CONTROLLER)
        return fcntl.fcntl(ours, fcntl.F_GETOWN) == CONTROLLER
    """,
    "keep others from a file": """
        import fcntl
        return fcntl.fcntl(os.open(READABLE, os.O_RDONLY), 1024, fcntl.F_RDLCK) == 0
    """,
    "signal the server": "os.kill(os.getppid(), 0); return True",
    "raise a limit": """
        import resource
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
        return resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 64
    """,
    "limit the controller": """
        import resource
        return bool(resource.prlimit(CONTROLLER, resource.RLIMIT_NOFILE))
    """,
    "make memory that is a file": "return os.memfd_create('x') > 0",
    "lower one's own priority": "return os.nice(1) > 0",
    "unshare what is shared": "return libc.unshare(0x400) == 0",
    "keep keys in the kernel": "return libc.syscall(248, b'user', b'k', b'v', 1, -3) > 0",
    "trace": "return libc.ptrace(0, 0, 0, 0) == 0",
    "read another process": """
        mine, theirs = ctypes.create_string_buffer(8), ctypes.c_void_p(id(probe))
        local = struct.pack('PQ', ctypes.addressof(mine), 8)
        remote = struct.pack('PQ', id(probe), 8)
        return libc.process_vm_readv(os.getpid(), local, 1, remote, 1, 0) == 8
    """,
}
# These succeed nowhere: a child has no old descriptor, and the server lets no one look inside.
NOWHERE = {"climb out by an old descriptor", "read the server's memory"}


def cells(body: str, **names: object) -> list[str]:
    """A notebook that holds the attempt as ``attack()``."""
    given = "\n".join(f"{name} = {value!r}" for name, value in names.items())
    helper = "def _open(n):\n    try: os.fstat(n); return True\n    except OSError: return False\n"
    return [HEAD + given + "\n" + helper + "def attack():\n" + indent(dedent(body).strip(), "    ")]


def outcome(engine: Engine, cells: list[str]) -> tuple[object, object]:
    """Whether an attempt got in, and what the honest function said afterwards."""
    session = Session(engine, cells)
    try:
        try:
            got_in = session.call("attack", []).result
        except (Raised, Stopped):  # the honest function answers from a new run then
            got_in = False
        return got_in, session.call("probe", []).result
    finally:
        session.close()
