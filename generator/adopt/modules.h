/*
 * Modules made of what a file was found to say: each found code becomes a code of a module, or is
 * one that a module has already, and for each found value it is known where in the spec it went.
 *
 * Nothing is lost: where a value fits no field, or only changed, that is reported (ES075x), and
 * its place says that no field holds it as it stood.
 *
 * How a file becomes a spec, and in which header each step is:
 *
 *	reading_find              a reader says what stands where in the file
 *	modules_adopt             takes it in; the struct intake is what these share:
 *	    partition_make        which module each group goes to: a known one, or a new one
 *	    module_name_free      names for new modules, and for their files
 *	    placing_*             each value goes to a field of its code, or is found there already:
 *	        values_*          the values of one code, and which of them have arrived
 *	        holder_*          what has the field: the code, a case of it, or the catch_all
 *	        fit_*, decode_*   the text that the field takes of what the document wrote
 *	    naming_make           names for codes that have none
 *	    page_make             the document gets its entry in the catalogue
 *	    head_place            title, intro and comments go to the module or to the document
 *	merge_add                 what is new goes into the catalogue in memory
 *	pin_template              the document becomes a template of itself, if it is to stay
 *	proof_holds               which is rendered over that catalogue, and must be the document
 *	merge_files               after the last file: the catalogue becomes files of YAML
 */
#ifndef ERRSPEC_ADOPT_MODULES_H
#define ERRSPEC_ADOPT_MODULES_H

#include "adopt/intake.h"

/*
 * Makes modules of what was found. Reports to the sink of `load` what had to change; NULL if
 * nothing can be made of it (no codes at all), after a report.
 */
struct adopted *
modules_adopt(struct load *load, const struct found *found, const struct intake_rules *rules);

#endif
