/*
 * Paths from files: of a spec, a manifest, a template or a list of files. They lead to nothing but
 * what lies below their folder, and are called as nothing that a system or a tool takes for its
 * own, whatever a disk makes of case, of characters that look alike and of those that nobody sees.
 */
#ifndef ERRSPEC_BASE_PATH_H
#define ERRSPEC_BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Whether a path from a file is harmless. */
bool path_is_safe(struct str path);

/* As path_is_safe for one that errspec's own manifests name: names that tools obey are allowed. */
bool path_is_below(struct str path);

/* Why a path is not safe, "the step '.git' begins with a dot"; empty for one that is. */
struct str path_fault(struct arena *arena, struct str path);

/* Whether what stands before the first dot of a step ends in '~' and a number. */
bool path_is_numbered(struct str step);

/* Whether the step of a path is called as what tools obey without being asked. */
bool path_is_obeyed(struct str step);

/* The part of a path before its last slash, with it: "a/b" gives "a/", "b" gives "". */
struct str path_folder(struct str path);

/*
 * Whether there is a character that ends a name in quotes or that a shell obeys, or a step that a
 * compiler takes for an option or a file of such.
 */
bool path_has_marks(struct str path);

/* The path from the folder of one file to another; its name alone where nobody knows the way. */
struct str path_between(struct arena *arena, struct str from, struct str path);

/* The shortest path to the same place, links left alone; ".." stays only where it begins one. */
struct str path_plain(struct arena *arena, struct str path);

/* A path as seen from the root, links left alone; `folder` is where a relative one begins. */
struct str path_absolute(struct arena *arena, struct str folder, struct str path);

#endif
