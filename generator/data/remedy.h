/* Remedies: what mends a fault of YAML's syntax, by the words in which libyaml complains of it. */
#ifndef ERRSPEC_DATA_REMEDY_H
#define ERRSPEC_DATA_REMEDY_H

#include "base/str.h"

/* The remedy for a problem; empty where none is better than what the catalogue says of all. */
struct str remedy_find(struct str problem);

#endif
