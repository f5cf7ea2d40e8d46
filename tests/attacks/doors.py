"""Doors of the kernel that no honest notebook uses, as attempts in the form of attempts.py."""

from __future__ import annotations

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
    "keep others from a file by a lock": """
        import fcntl
        one, other = (os.open(READABLE, os.O_RDONLY) for _ in 'ab')
        fcntl.flock(one, fcntl.LOCK_EX)
        try: fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError: return True
        return False
    """,
    "lock another file's bytes": """
        import fcntl
        one, other = (os.open(READABLE, os.O_RDONLY) for _ in 'ab')
        libc.fcntl(one, 37, struct.pack('hhqqi', 0, 0, 0, 0, 0))  # F_OFD_SETLK, F_RDLCK
        asked = ctypes.create_string_buffer(struct.pack('hhqqi', 1, 0, 0, 0, 0))
        libc.fcntl(other, 36, asked)
        return struct.unpack('hhqqi', asked.raw[:28])[0] == 0
    """,
    "move others' memory out": """
        page = mmap.mmap(-1, 4096)
        page[0] = 1
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        return libc.madvise(ctypes.c_void_p(address), 4096, 21) == 0  # MADV_PAGEOUT
    """,
    "fault in one's own way": "return libc.syscall(323, 1) >= 0  # userfaultfd, of user mode only",
    "have the kernel work in a ring": """
        return libc.syscall(425, 4, ctypes.create_string_buffer(128)) >= 0
    """,
    "give memory to a pipe": """
        return libc.vmsplice(os.pipe()[1], struct.pack('PQ', id(probe), 8), 1, 0) >= 0
    """,
    "enlarge a pipe": """
        import fcntl
        return fcntl.fcntl(os.pipe()[1], 1031, 1 << 18) > 0
    """,
    "speak to the host of a virtual machine": "return socket.socket(40, 1).fileno() > 0",
    "wait for a time by descriptor": "return libc.timerfd_create(0, 0) >= 0",
    "wait for a signal by descriptor": """
        return libc.signalfd(-1, ctypes.create_string_buffer(128), 0) >= 0
    """,
    "set what reads and writes wait for": "return libc.syscall(251, 1, 0, 0x4007) == 0",
    "filter its own calls": """
        import struct as s
        libc.prctl(38, 1, 0, 0, 0)
        program = ctypes.create_string_buffer(s.pack('HBBI', 6, 0, 0, 0x7FFF0000))
        return libc.syscall(317, 1, 0, s.pack('HxxxxxxP', 1, ctypes.addressof(program))) == 0
    """,
    "share descriptors no more": "return libc.syscall(436, 99, 99, 2) == 0  # close_range, unshare",
    "set where its segments are": """
        return libc.syscall(158, 0x1003, ctypes.create_string_buffer(8)) == 0
    """,
    "signal its own group": "os.killpg(0, 0); return True",
    "signal a thread of the controller": "return libc.syscall(234, CONTROLLER, CONTROLLER, 0) == 0",
    "send a signal with a value": "return libc.sigqueue(CONTROLLER, 0, None) == 0",
    "call as another processor does": """
        code = mmap.mmap(-1, 4096, prot=7)
        code.write(bytes.fromhex('b814000000cd80c3'))  # getpid of 32 bits
        call = ctypes.CFUNCTYPE(ctypes.c_int)
        return call(ctypes.addressof(ctypes.c_char.from_buffer(code)))() == os.getpid()
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
