/* Names of modules and documents, made of the name of the file or of a title. */
#ifndef ERRSPEC_ADOPT_MODULE_NAME_H
#define ERRSPEC_ADOPT_MODULE_NAME_H

#include "adopt/intake.h"

/* The name for what is in the file: as wished, else of its path, else of its title. */
struct str module_name_of_file(struct intake *intake);

/* The words of a title without those that say "error codes"; empty where none are left. */
struct str module_name_of_text(struct intake *intake, struct str text);

/*
 * The name for a new module: what its group says, the words that its constants share, or the
 * heading of its table; `file` where it is the only one, or none of them tells.
 */
struct str
module_name_for(struct intake *intake, const struct intake_module *into, struct str file);

/* The name, or a longer one where files cannot be called so: what is made is called by it too. */
struct str module_name_fit(struct intake *intake, struct str name);

/* Notes the names that modules of the catalogue have. */
void module_name_note(struct intake *intake);

/*
 * `name`, or with a count behind it where a module of the catalogue or of this run has it, or one
 * that files cannot tell from it. Reports where people gave the name, and no file can be so called.
 */
struct str
module_name_free(struct intake *intake, const struct intake_module *into, struct str name);

/* The file of a module, beside the catalogue: some_name gives some-name.yaml. */
struct str module_name_path(struct arena *arena, struct str name);

#endif
