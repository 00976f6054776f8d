/* Matching: which module of the catalogue a found group of codes belongs to. */
#ifndef ERRSPEC_ADOPT_MATCHING_H
#define ERRSPEC_ADOPT_MATCHING_H

#include "adopt/intake.h"

/*
 * The module for each group, or NULL where a new one is to be made: the one that was asked for, or
 * that has most of its codes in common with the group. NULL for all after a report.
 */
struct module **matching_find(struct intake *intake);

/* The module of the catalogue that a file without codes belongs to, by its name; or NULL. */
struct module *matching_empty(struct intake *intake);

#endif
