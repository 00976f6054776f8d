/* What stands before the codes of a document: its title, its metadata, its introduction. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_FRONT_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_FRONT_H

#include "read/markdown/markdown_reader.h"

/*
 * Finds the title: the first heading, if it is of level 1 and none of the codes' (a vec of struct
 * markdown_head), else the front matter's `title`.
 */
void markdown_front_title(struct markdown_reader *reader, const struct vec *heads);

/* Reads metadata and introduction, in the lines before `first`; UINT32_MAX: there are no codes. */
void markdown_front_intro(struct markdown_reader *reader, uint32_t first);

#endif
