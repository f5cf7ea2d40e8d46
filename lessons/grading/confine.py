"""Confinement on Linux: Landlock for files and network, seccomp for everything else. For good.

Both act on the calling process alone, need no root and no helper, and cannot be undone. A child
may read the libraries and the course's public data, write to its own work folder, start threads,
and nothing else: no process, no program, no socket to anywhere, no signal. What remains is what
names tell: that there is a file, its size and times.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.grading.links import answer_from, known_links, loaded
from lessons.grading.places import readable

if TYPE_CHECKING:
    from seccompy import Filter

PACKAGES = "landlockpy==0.2.0 seccompy==0.2.0"


def _names(text: str) -> list[str]:
    return text.split()


# Flags of clone. A thread shares the folder and the descriptors, which the server counts.
THREAD, NAMESPACES = 0x00010000 | 0x0200 | 0x0400, 0x7E020080
ALLOWED = _names("""
    read write readv writev pread64 pwrite64 preadv pwritev lseek close sendfile copy_file_range
    open openat creat dup dup2 dup3 fsync fdatasync ftruncate
    stat lstat fstat newfstatat statx statfs fstatfs access faccessat faccessat2
    getdents getdents64 getcwd fchdir mkdir mkdirat rmdir rename renameat renameat2
    unlink unlinkat link linkat umask
    mmap mprotect munmap mremap msync mincore brk membarrier
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait sigaltstack pause
    futex set_robust_list get_robust_list rseq set_tid_address sched_yield
    sched_get_priority_max sched_get_priority_min
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
    eventfd2 pipe pipe2 recvfrom shutdown getsockopt getsockname getpeername
    getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups
    getpgrp getrlimit getrusage sysinfo times uname
    time gettimeofday clock_gettime clock_getres nanosleep clock_nanosleep
    alarm getitimer setitimer getrandom exit exit_group restart_syscall
""")
# Landlock has no say over a file's mode, owner, times, attributes, locks and place in memory:
# honest copying and databases set them, so they are told that they did.
PRETENDED = _names("""
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat futimesat
    setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr flock fadvise64
""")
UNKNOWN = _names("getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr")
OWN = _names("getpgid getsid sched_getaffinity sched_getparam sched_getscheduler")  # of process 0
FCNTLS = (0, 1, 2, 3, 4, 5, 36, 1030)  # copies, flags, is it locked; who gets signals: no
LOCKS = (6, 7, 37, 38)
ADVICE = (0, 1, 2, 3, 4, 8, 14, 15)  # on the child's own memory; 100 would break the machine's
IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # is it a terminal, how wide; blocking


def missing() -> str:
    """What this system lacks to confine a child; "" when it lacks nothing."""
    if sys.platform != "linux":
        return f"confinement works on Linux, and this is {sys.platform}"
    try:
        import landlockpy
        import seccompy
    except ImportError as error:
        return f"the package {error.name} is not installed (pip install {PACKAGES})"
    try:
        landlockpy.abi_version()
    except landlockpy.UnsupportedError:
        return "this kernel has no Landlock, or has it switched off (Linux 5.13 or newer has it)"
    try:
        able = seccompy.supported() and bool(calls().program)
    except seccompy.UnsupportedError:
        able = False
    return "" if able else "this kernel or processor allows no seccomp filters"


def calls() -> Filter:
    """The system calls a child may make, as a filter that is ready to load."""
    from seccompy import Action, ArgCmp, CmpOp, Filter, syscalls

    def known(name: str) -> bool:
        try:
            syscalls.syscall_nr(name)
        except (KeyError, ValueError):
            return False  # an older architecture's call
        return True

    rules = Filter(default=Action.ERRNO | errno.EPERM)
    bits = CmpOp.MASKED_EQ
    for name in filter(known, ("open", "openat")):
        # Older kernels let truncate who does not write: who reads, or does neither (mode 3).
        at, truncates = int(name == "openat") + 1, os.O_TRUNC | os.O_ACCMODE
        rules.errno(name, errno.EACCES, args=[ArgCmp(at, bits, os.O_TRUNC, truncates)])
        rules.errno(name, errno.EACCES, args=[ArgCmp(at, bits, os.O_ACCMODE, os.O_ACCMODE)])
        rules.errno(name, errno.EACCES, args=[ArgCmp(at, bits, os.O_PATH, os.O_PATH)])
    for name in filter(known, ALLOWED):
        rules.allow(name)
    for name in filter(known, PRETENDED):
        rules.errno(name, 0)
    for name in filter(known, UNKNOWN):
        rules.errno(name, errno.ENOTSUP)
    for name in filter(known, OWN):
        rules.allow(name, args={0: 0})
        rules.errno(name, errno.ENOSYS)
    rules.allow("getpriority", args={0: os.PRIO_PROCESS, 1: 0})
    for advice in ADVICE:
        rules.allow("madvise", args={2: advice})
    for command in LOCKS:
        rules.errno("fcntl", 0, args=[ArgCmp(1, bits, command, 0xFFFFFFFF)])
    for command in FCNTLS:
        rules.allow("fcntl", args=[ArgCmp(1, bits, command, 0xFFFFFFFF)])
    for request in IOCTLS:
        rules.allow("ioctl", args=[ArgCmp(1, bits, request, 0xFFFFFFFF)])
    rules.errno("ioctl", errno.ENOTTY)
    rules.allow("fallocate", args={1: 0})  # others reserve room beyond a file's length, unmeasured
    rules.allow("clone", args=[ArgCmp(0, bits, THREAD, THREAD | NAMESPACES)])
    rules.errno("clone3", errno.ENOSYS)  # its flags are out of sight; libraries use clone then
    rules.allow("prlimit64", args={0: 0, 2: 0})  # ask for the own limits, never set one
    stream = ArgCmp(1, bits, socket.SOCK_STREAM, 0xF)
    rules.allow("socketpair", args=[ArgCmp(0, CmpOp.EQ, socket.AF_UNIX), stream])
    rules.allow("sendto", args={4: 0})  # an event loop wakes itself through such a pair
    return rules


@dataclass(frozen=True)
class Walls:
    """What confinement needs, made once: what may be read, which calls may be made, links told.

    ``around`` names what is around the server besides.
    """

    places: Sequence[Path]
    rules: Filter
    links: Mapping[str, str]
    around: str = ""


def walls(around: str = "") -> Walls:
    """The walls for the children of this process, once it has loaded what they use."""
    import landlockpy
    import seccompy

    assert landlockpy.abi_version()  # each first call looks for a library with a program
    assert seccompy.supported()
    rules = calls()
    assert rules.program
    return Walls(readable(), rules, known_links(loaded()), around)


def confine(work: str, walls: Walls, abi: int | None = None) -> str:
    """Confine this process for good; the level that was reached.

    Args:
        work: the one folder it may write to.
        walls: from the function of that name.
        abi: use no more of Landlock than this version has; by default all that the kernel has.

    Raises:
        RuntimeError: confinement did not hold when it was tried out.
    """
    from landlockpy import AccessFS, Ruleset, Scope
    from landlockpy.flags import fs_for_abi, net_for_abi, scope_for_abi

    level = min(abi or Ruleset().abi_version, Ruleset().abi_version)
    read = AccessFS.READ_FILE | AccessFS.READ_DIR
    write = read | AccessFS.WRITE_FILE | AccessFS.TRUNCATE
    change = AccessFS.REMOVE_DIR | AccessFS.REMOVE_FILE | AccessFS.MAKE_DIR | AccessFS.MAKE_REG
    change |= AccessFS.REFER
    with Ruleset(
        handled_fs=fs_for_abi(level),
        handled_net=net_for_abi(level),
        scoped=(Scope.ABSTRACT_UNIX_SOCKET | Scope.SIGNAL) & scope_for_abi(level),
    ) as land:
        for place in walls.places:
            land.allow_path(place, read if place.is_dir() else AccessFS.READ_FILE)
        land.allow_path(os.devnull, write & ~AccessFS.READ_DIR)
        land.allow_path("/dev/urandom", AccessFS.READ_FILE)
        land.allow_path(work, write | change)
        land.restrict()
    walls.rules.load()
    answer_from(walls.links)
    _try_out(work)
    return ", ".join(filter(None, ("confined", f"Landlock {level}", walls.around)))


def _try_out(work: str) -> None:
    """What must fail fails, and what must work works."""
    must_fail = (
        lambda: os.listdir("/"),
        lambda: os.close(os.open("/proc/self/status", os.O_RDONLY)),
        lambda: os.mkdir(f"{os.path.dirname(work)}/escaped"),
        lambda: socket.socket().close(),
        lambda: os.kill(os.getppid(), 0),
        lambda: os._exit(71) if os.fork() == 0 else None,
    )
    for attempt in must_fail:
        try:
            attempt()
        except PermissionError:
            continue
        raise RuntimeError("confinement does not hold on this system")
    os.mkdir(f"{work}/tried")
    os.rmdir(f"{work}/tried")
