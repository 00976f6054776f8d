/* The conditions of #if and #elif. */
#ifndef ERRSPEC_READ_HEADER_HEADER_CONDITION_H
#define ERRSPEC_READ_HEADER_HEADER_CONDITION_H

#include "read/header/header_reader.h"

/* Judges the rest of a directive's line: whether it holds, HEADER_MAYBE if that is not known. */
enum header_state header_condition_judge(struct header_reader *reader);

#endif
