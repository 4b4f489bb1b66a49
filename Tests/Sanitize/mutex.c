/// Tells the thread sanitizer about `Synchronization.Mutex`. Its slow path, taken when two threads want it at once, is in
/// the system's libswiftSynchronization, which is not instrumented: without this the sanitizer does not see that whoever
/// waited comes after whoever held it, and reports races that are none. Loaded with LD_PRELOAD, in front of that library.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

// Swift's calling convention: a method finds its receiver, here the address of the lock's word, in the context register.
#define SWIFT __attribute__((swiftcall))
#define RECEIVER __attribute__((swift_context)) void *

void __tsan_acquire(void *address);
void __tsan_release(void *address);

// Synchronization._MutexHandle._lockSlow(_: UInt32) and ._unlockSlow()
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void lock_slow(uint32_t thread, RECEIVER word) __asm__(LOCK);
SWIFT void unlock_slow(RECEIVER word) __asm__(UNLOCK);

SWIFT void lock_slow(uint32_t thread, RECEIVER word) {
    SWIFT void (*next)(uint32_t, RECEIVER) = dlsym(RTLD_NEXT, LOCK);
    next(thread, word);
    __tsan_acquire(word);
}

SWIFT void unlock_slow(RECEIVER word) {
    SWIFT void (*next)(RECEIVER) = dlsym(RTLD_NEXT, UNLOCK);
    __tsan_release(word);
    next(word);
}
