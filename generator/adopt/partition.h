/* Partition: which found groups of codes belong to which module. */
#ifndef ERRSPEC_ADOPT_PARTITION_H
#define ERRSPEC_ADOPT_PARTITION_H

#include "adopt/intake.h"

/*
 * Gives each group its module in `owners`, and makes the `modules`: a module of the catalogue
 * where most of the codes of one of both are those of the other, or that was asked for; else one
 * new module for all groups, or one for each where they contradict each other.
 * What is in another language gets no new module: without any match it gets nothing, after a
 * report.
 */
void partition_make(struct intake *intake);

#endif
