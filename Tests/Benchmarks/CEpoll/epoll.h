// Glibc's module for Swift leaves epoll out.
#include <sys/epoll.h>
