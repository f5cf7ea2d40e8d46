"""What a hostile notebook tries: by name, the body of a function that returns True when it got in.

Nothing here does lasting harm where it succeeds. ``SECRET`` is a file of the controller's,
``OUTSIDE`` a folder of its own making, ``CONTROLLER`` its process, ``READABLE`` a file that even a
confined child may read.
"""

from __future__ import annotations

from textwrap import dedent, indent

from lessons.grading.limits import Limits

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
OTHER_DOORS = {
    "watch a folder": "return libc.inotify_init() >= 0",
    "share memory with others": """
        id = libc.shmget(0, 64, 0o1600)
        return id >= 0 and libc.shmctl(id, 0, None) == 0
    """,
    "queue messages for others": """
        id = libc.msgget(0, 0o1600)
        return id >= 0 and libc.msgctl(id, 0, None) == 0
    """,
    "count with others": """
        id = libc.semget(0, 1, 0o1600)
        return id >= 0 and libc.semctl(id, 0, 0) == 0
    """,
    "ask the kernel for the network's state": "return socket.socket(16, 3, 0).fileno() > 0",
    "open a socket that nobody can name": """
        end = socket.socket(socket.AF_UNIX)
        end.bind('\\0' + OUTSIDE[-40:])
        return True
    """,
    "send a descriptor": """
        one, other = socket.socketpair()
        return socket.send_fds(one, [b'x'], [0]) == 1
    """,
    "change how programs are run": "return libc.personality(0xffffffff) >= 0",
    "hold a process by a descriptor": "return libc.syscall(434, CONTROLLER, 0) > 0",
    "compare with another process": """
        return libc.syscall(312, os.getpid(), os.getpid(), 1, 0, 0) == 0
    """,
    "choose its own processors": "os.sched_setaffinity(0, os.sched_getaffinity(0)); return True",
    "outlive the one that started it": "return libc.prctl(1, 0, 0, 0, 0) == 0",
    "signal itself": "import signal; signal.raise_signal(signal.SIGURG); return True",
    "set a timer that no fork inherits": """
        return libc.syscall(222, 0, None, ctypes.byref(ctypes.c_int())) == 0
    """,
    "make a pipe with a name": "os.mkfifo('pipe'); return True",
    "lock memory": "return libc.mlock(ctypes.create_string_buffer(8), 8) == 0",
    "reserve room that no length shows": """
        file = os.open('room', os.O_CREAT | os.O_RDWR)
        libc.syscall(285, file, 1, ctypes.c_long(0), ctypes.c_long(8 << 20))  # KEEP_SIZE
        return os.fstat(file).st_size == 0 and os.fstat(file).st_blocks > 8
    """,
    "start a thread with descriptors of its own": """
        made = libc.syscall(56, 0x10000, 0, 0, 0, 0)  # nonsense to the kernel, which it reaches
        return made == -1 and ctypes.get_errno() == 22
    """,
}
# These succeed nowhere: a child has no old descriptor, and the server lets no one look inside.
NOWHERE = {"climb out by an old descriptor", "read the server's memory"}


def cells(body: str, **names: object) -> list[str]:
    """A notebook that holds the attempt as ``attack()``."""
    given = "\n".join(f"{name} = {value!r}" for name, value in names.items())
    helper = "def _open(n):\n    try: os.fstat(n); return True\n    except OSError: return False\n"
    return [HEAD + given + "\n" + helper + "def attack():\n" + indent(dedent(body).strip(), "    ")]
