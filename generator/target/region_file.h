/* Files with regions: which ones a spec names, and who does. None of them is looked at here. */
#ifndef ERRSPEC_TARGET_REGION_FILE_H
#define ERRSPEC_TARGET_REGION_FILE_H

#include "target/plan.h"

/* A target that has a file under 'regions', be it of the catalogue or of modules. */
struct region_asker {
	struct str target;
	struct span span; /* of the path, where it is named first */
	const struct module *module; /* that alone names it; NULL: the catalogue or several do */
	struct plan *plan; /* NULL: the run does not make the target */
	bool is_served; /* the file has a region of the target */
};

struct region_file {
	struct str path; /* below the root */
	struct vec askers; /* struct region_asker, one for each target */
	const struct region_asker *maker; /* the first one with a plan; NULL: none has any */
};

/* All files (struct region_file *) that the catalogue and its modules name, each once. */
struct vec region_file_all(struct workshop *workshop);

/* The one for a target; NULL: the file is not under 'regions' of it. */
struct region_asker *region_file_asker(const struct region_file *file, struct str target);

#endif
