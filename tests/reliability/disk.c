/* Loaded before libc: notes every change of a watched folder in the order it was made, and lets one of them fail.

   disk_watch(folder, log)   from now on each change under the folder is written to the log (see disk.py for the shape)
   disk_fail(at, error)      the change with this number, counted from here, fails once with the error; 0 lets all be
   disk_count()              the changes counted so far

   Shared memory beside a database (-shm) is left out: SQLite makes it anew from the log of changes. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MOST_FILES 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static int log_file = -1;
static long counted, fail_at;
static int fail_error;
static char watched[MOST_FILES];

struct head {
    int32_t what, file;
    int64_t at, size;
    int32_t first, second;
};

void disk_watch(const char *where, const char *log)
{
    snprintf(folder, sizeof folder, "%s/", where);
    memset(watched, 0, sizeof watched);
    if (log_file >= 0)
        REAL(close)(log_file);
    log_file = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

void disk_fail(long at, int error) { counted = 0, fail_at = at, fail_error = error; }
long disk_count(void) { return counted; }

static void put(const void *bytes, size_t size)
{
    const char *next = bytes;
    while (size > 0) {
        ssize_t written = REAL(write)(log_file, next, size);
        if (written < 0)
            abort();
        next += written, size -= (size_t)written;
    }
}

static void note(int what, int file, off_t at, const void *bytes, size_t size, const char *first, const char *second)
{
    struct head head = {what, file, at, (int64_t)size, (int32_t)strlen(first), (int32_t)strlen(second)};
    put(&head, sizeof head);
    put(first, (size_t)head.first);
    put(second, (size_t)head.second);
    if (bytes)
        put(bytes, size);
}

/* The path below the folder, "" for the folder itself, NULL for what is not watched. */
static const char *place(int at, const char *path, char *room)
{
    if (log_file < 0 || !path)
        return NULL;
    if (path[0] != '/') {
        char link[64], base[PATH_MAX];
        ssize_t size;
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        if ((size = readlink(link, base, sizeof base - 1)) < 0)
            return NULL;
        base[size] = 0;
        if (snprintf(room, PATH_MAX, "%s/%s", base, path) >= PATH_MAX)
            return NULL;
        path = room;
    }
    size_t size = strlen(folder);
    if (!strncmp(path, folder, size))
        return path + size;
    return strlen(path) == size - 1 && !strncmp(path, folder, size - 1) ? "" : NULL;
}

static int is_shared_memory(const char *path)
{
    size_t size = strlen(path);
    return size > 4 && !strcmp(path + size - 4, "-shm");
}

static int is_watched(int file) { return log_file >= 0 && file >= 0 && file < MOST_FILES && watched[file]; }

/* One change more; 1 when it is the one that must fail. */
static int refused(void)
{
    if (++counted != fail_at)
        return 0;
    errno = fail_error;
    return 1;
}

static int open_it(int at, const char *path, int flags, mode_t mode)
{
    char room[PATH_MAX];
    const char *name = place(at, path, room);
    if (!name || is_shared_memory(name)) {
        int file = REAL(openat)(at, path, flags, mode);
        if (file >= 0 && file < MOST_FILES)
            watched[file] = 0;
        return file;
    }
    pthread_mutex_lock(&turn);
    int is_new = (flags & O_CREAT) && faccessat(at, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
    int changes = is_new || ((flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY);
    int file = changes && refused() ? -1 : REAL(openat)(at, path, flags, mode);
    int error = errno;
    if (file >= MOST_FILES)
        abort();
    if (file >= 0) {
        watched[file] = 1;
        note('o', file, changes && !is_new, NULL, (size_t)is_new, name, "");
    }
    pthread_mutex_unlock(&turn);
    errno = error;
    return file;
}

#define MODE(flags)                                                                                                    \
    mode_t mode = 0;                                                                                                   \
    if (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE) {                                                   \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode = va_arg(more, mode_t);                                                                                   \
        va_end(more);                                                                                                  \
    }

int open(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_it(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int file)
{
    if (is_watched(file)) {
        pthread_mutex_lock(&turn);
        watched[file] = 0;
        note('c', file, 0, NULL, 0, "", "");
        pthread_mutex_unlock(&turn);
    }
    return REAL(close)(file);
}

/* With at < 0 the file's own place is written to, which only the system knows, and only afterwards. */
static ssize_t write_it(int file, const void *bytes, size_t size, off_t at)
{
    pthread_mutex_lock(&turn);
    ssize_t written = -1;
    if (!refused())
        written = at < 0 ? REAL(write)(file, bytes, size) : REAL(pwrite64)(file, bytes, size, at);
    int error = errno;
    if (written > 0)
        note('w', file, at < 0 ? lseek(file, 0, SEEK_CUR) - written : at, bytes, (size_t)written, "", "");
    pthread_mutex_unlock(&turn);
    errno = error;
    return written;
}

static ssize_t gather(int file, const struct iovec *parts, int count, off_t at)
{
    size_t size = 0;
    for (int part = 0; part < count; part++)
        size += parts[part].iov_len;
    char *all = malloc(size + 1), *next = all;
    if (!all)
        abort();
    for (int part = 0; part < count; part++)
        next = mempcpy(next, parts[part].iov_base, parts[part].iov_len);
    ssize_t written = write_it(file, all, size, at);
    free(all);
    return written;
}

ssize_t write(int file, const void *bytes, size_t size)
{
    return is_watched(file) ? write_it(file, bytes, size, -1) : REAL(write)(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    return is_watched(file) ? write_it(file, bytes, size, at) : REAL(pwrite)(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    return is_watched(file) ? write_it(file, bytes, size, at) : REAL(pwrite64)(file, bytes, size, at);
}

ssize_t writev(int file, const struct iovec *parts, int count)
{
    return is_watched(file) ? gather(file, parts, count, -1) : REAL(writev)(file, parts, count);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at)
{
    return is_watched(file) ? gather(file, parts, count, at) : REAL(pwritev)(file, parts, count, at);
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at)
{
    return is_watched(file) ? gather(file, parts, count, at) : REAL(pwritev64)(file, parts, count, at);
}

/* Copies inside the kernel cannot be noted: who asks falls back to reading and writing. */
ssize_t sendfile(int out, int in, off_t *at, size_t size);
ssize_t sendfile64(int out, int in, off64_t *at, size_t size);

ssize_t sendfile(int out, int in, off_t *at, size_t size)
{
    if (is_watched(out))
        return errno = ENOTSOCK, -1;
    return REAL(sendfile)(out, in, at, size);
}

ssize_t sendfile64(int out, int in, off64_t *at, size_t size)
{
    if (is_watched(out))
        return errno = ENOTSOCK, -1;
    return REAL(sendfile64)(out, in, at, size);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags)
{
    if (is_watched(out))
        return errno = EXDEV, -1;
    return REAL(copy_file_range)(in, from, out, to, size, flags);
}

static void *map(void *at, size_t size, int may, int how, int file, off_t from)
{
    /* A change that cannot be seen would make every answer worthless. */
    if (is_watched(file) && (how & MAP_SHARED) && (may & PROT_WRITE))
        abort();
    return REAL(mmap)(at, size, may, how, file, from);
}

void *mmap(void *at, size_t size, int may, int how, int file, off_t from) { return map(at, size, may, how, file, from); }
void *mmap64(void *at, size_t size, int may, int how, int file, off_t from) { return map(at, size, may, how, file, from); }

static int truncate_it(int file, off_t size)
{
    if (!is_watched(file))
        return REAL(ftruncate)(file, size);
    pthread_mutex_lock(&turn);
    int failed = refused() ? -1 : REAL(ftruncate)(file, size), error = errno;
    if (!failed)
        note('t', file, size, NULL, 0, "", "");
    pthread_mutex_unlock(&turn);
    errno = error;
    return failed;
}

int ftruncate(int file, off_t size) { return truncate_it(file, size); }
int ftruncate64(int file, off64_t size) { return truncate_it(file, size); }

static int sync_it(int file, int (*real)(int))
{
    if (!is_watched(file))
        return real(file);
    pthread_mutex_lock(&turn);
    int failed = refused() ? -1 : real(file), error = errno;
    if (!failed)
        note('s', file, 0, NULL, 0, "", "");
    pthread_mutex_unlock(&turn);
    errno = error;
    return failed;
}

int fsync(int file) { return sync_it(file, REAL(fsync)); }
int fdatasync(int file) { return sync_it(file, REAL(fdatasync)); }

/* A change of names: noted when either of them is watched, where the other must be, too. */
#define NAMES(what, at1, path1, at2, path2, call)                                                                      \
    char room1[PATH_MAX], room2[PATH_MAX];                                                                             \
    const char *first = place(at1, path1, room1), *second = place(at2, path2, room2);                                  \
    if ((!first && !second) || is_shared_memory(path1))                                                                \
        return call;                                                                                                   \
    if (!first || !second)                                                                                             \
        abort();                                                                                                       \
    pthread_mutex_lock(&turn);                                                                                         \
    int failed = refused() ? -1 : call, error = errno;                                                                 \
    if (!failed)                                                                                                       \
        note(what, -1, 0, NULL, 0, first, second);                                                                     \
    pthread_mutex_unlock(&turn);                                                                                       \
    errno = error;                                                                                                     \
    return failed;

#define NAME(what, at, path, call) NAMES(what, at, path, at, path, call)

int rename(const char *from, const char *to) { NAMES('r', AT_FDCWD, from, AT_FDCWD, to, REAL(rename)(from, to)) }
int renameat(int at, const char *from, int at2, const char *to)
{
    NAMES('r', at, from, at2, to, REAL(renameat)(at, from, at2, to))
}
int renameat2(int at, const char *from, int at2, const char *to, unsigned flags)
{
    NAMES('r', at, from, at2, to, REAL(renameat2)(at, from, at2, to, flags))
}
int link(const char *from, const char *to) { NAMES('l', AT_FDCWD, from, AT_FDCWD, to, REAL(link)(from, to)) }
int linkat(int at, const char *from, int at2, const char *to, int flags)
{
    NAMES('l', at, from, at2, to, REAL(linkat)(at, from, at2, to, flags))
}
int unlink(const char *path) { NAME('u', AT_FDCWD, path, REAL(unlink)(path)) }
int unlinkat(int at, const char *path, int flags)
{
    NAME(flags & AT_REMOVEDIR ? 'd' : 'u', at, path, REAL(unlinkat)(at, path, flags))
}
int rmdir(const char *path) { NAME('d', AT_FDCWD, path, REAL(rmdir)(path)) }
int mkdir(const char *path, mode_t mode) { NAME('m', AT_FDCWD, path, REAL(mkdir)(path, mode)) }
int mkdirat(int at, const char *path, mode_t mode) { NAME('m', at, path, REAL(mkdirat)(at, path, mode)) }
