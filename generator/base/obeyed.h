/*
 * Obeyed: what the runner of a CI takes for a command when it finds it in the log of a job.
 *
 *   ::error file=x::   GitHub, Gitea and Forgejo, at the start of a line, behind blanks too
 *   ##[error]          GitHub (its first form) and Azure, anywhere in a line
 *   ##vso[task.x]      Azure, anywhere in a line
 *   ##teamcity[x 'y']  TeamCity, anywhere in a line
 *   section_start:1:x  GitLab
 *   travis_fold:start  Travis
 *   --- x              Buildkite, at the start of a line; so do +++, ~~~ and ^^^
 *
 * All others begin with a control character. Some runners compare as people of a language do, and
 * pass over characters that nobody sees; here all that is no ASCII may stand within a form.
 */
#ifndef ERRSPEC_BASE_OBEYED_H
#define ERRSPEC_BASE_OBEYED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Whether the character at `at` completes a form, wherever in a line `text` may stand. Where it is
 * spelt otherwise there is none.
 */
bool obeyed_at(struct str text, size_t at);

/*
 * The length of the run from `at` of what nobody obeys and no format escapes: printable ASCII but
 * brackets, colons, quotes and backslashes.
 */
size_t obeyed_harmless(struct str text, size_t at);

/* Whether a line that begins with `text` would be a heading. */
bool obeyed_is_heading(struct str text);

#endif
