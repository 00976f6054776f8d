/* What the conditions of #if and #elif amount to. */
#ifndef ERRSPEC_READ_HEADER_HEADER_JUDGE_H
#define ERRSPEC_READ_HEADER_HEADER_JUDGE_H

#include "read/header/header_reader.h"

/* Judges the rest of a directive's line: whether it holds, HEADER_MAYBE if that is not known. */
enum header_state header_judge_line(struct header_reader *reader);

#endif
