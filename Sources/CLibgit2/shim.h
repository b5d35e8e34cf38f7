#include <git2.h>
#include <git2/sys/alloc.h>
#include <git2/sys/repository.h>

/* Swift cannot call a function with variable arguments. */
static inline int kb_git_set_number(int option, int value) { return git_libgit2_opts(option, value); }
static inline int kb_git_set_size(int option, size_t value) { return git_libgit2_opts(option, value); }
static inline int kb_git_set_path(int option, int level, const char *path) { return git_libgit2_opts(option, level, path); }
static inline int kb_git_set_cache(ssize_t bytes) { return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes); }
static inline int kb_git_set_allocator(git_allocator *allocator) { return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, allocator); }
