#include "cli/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/sandbox.h"
#include "cli/command.h"
#include "errspec.h"

#ifndef O_PATH
#define O_PATH 0
#endif

/* Options that name what is read, a file or a folder. */
static const size_t inputs[] = {offsetof(struct options, templates), offsetof(struct options, data),
	offsetof(struct options, partials), offsetof(struct options, names),
	offsetof(struct options, vocabulary), offsetof(struct options, expanded)};

struct confining {
	struct run *run;
	struct sandbox sandbox;
};

static bool
fail(struct confining *confining, int32_t code, struct str path)
{
	RUN_FAIL(confining->run, code, path, str_from(strerror(errno)));
	return false;
}

static bool
allow(struct confining *confining, int descriptor, enum sandbox_right right)
{
	bool is_allowed = sandbox_allow(&confining->sandbox, descriptor, right);
	disk_close(descriptor);
	return is_allowed;
}

/* What is not there is for the command to miss. */
static bool
allow_reading(struct confining *confining, struct str path)
{
	struct folder_name name;
	if (!folder_name(&name, path.length == 0 ? STR(".") : path)) {
		return true;
	}
	int descriptor = open(name.bytes, O_PATH | O_CLOEXEC);
	return descriptor < 0 || allow(confining, descriptor, SANDBOX_READ) ||
		fail(confining, ERRSPEC_CANNOT_READ, path);
}

/*
 * The folder has to be there when the sandbox is entered, so it is made. That a file or a link
 * that leads to nothing stands in its way is for the command to find.
 */
static bool
allow_writing(struct confining *confining, struct str path)
{
	struct folders folders = {.arena = &confining->run->arena};
	int descriptor = folder_make(&folders, AT_FDCWD, path);
	if (descriptor < 0 && (errno == ENOTDIR || errno == BENEATH_NOWHERE)) {
		return true;
	}
	return (descriptor >= 0 && allow(confining, descriptor, SANDBOX_WRITE)) ||
		fail(confining, ERRSPEC_CANNOT_WRITE, path);
}

/* The spec that the run reads, or that an import begins. */
static struct str
spec_of(struct run *run)
{
	struct str path = run_named_spec(run);
	path = path.length > 0 ? path : run_default_spec();
	return path.length > 0 ? path : STR("spec/errspec.yaml");
}

static bool
allow_arguments(struct confining *confining)
{
	struct run *run = confining->run;
	bool is_fine = true;
	for (uint32_t i = 0; is_fine && i < run->arguments.count; i++) {
		struct str path = VEC_AT(&run->arguments, struct str, i);
		if (run->command->arguments_are == ARGUMENTS_INPUTS) {
			is_fine = allow_reading(confining, path);
		} else if (run->command->arguments_are == ARGUMENTS_TEMPLATE) {
			is_fine = allow_reading(confining, path_folder(path));
		} else if (run->command->arguments_are == ARGUMENTS_SPEC && i >= run->word_count) {
			is_fine = allow_reading(confining, path_folder(path));
		}
	}
	return is_fine;
}

static bool
allow_options(struct confining *confining)
{
	const char *options = (const char *)&confining->run->options;
	bool is_fine = true;
	for (size_t i = 0; is_fine && i < sizeof(inputs) / sizeof(inputs[0]); i++) {
		const struct str *path = (const struct str *)(const void *)(options + inputs[i]);
		is_fine = path->length == 0 || allow_reading(confining, *path);
	}
	return is_fine;
}

/* Where one file of generate goes. */
static bool
allow_file(struct confining *confining, struct str path, bool writes)
{
	struct str folder = path_folder(path);
	return path.length == 0 ||
		(writes ? allow_writing(confining, folder) : allow_reading(confining, folder));
}

/* --out, --depfile, --stamp and --output. */
static bool
allow_outputs(struct confining *confining, bool writes)
{
	const struct options *options = &confining->run->options;
	struct str out = options->out.length > 0 ? options->out : STR("out");
	bool is_fine = writes ? allow_writing(confining, out) : allow_reading(confining, out);
	for (uint32_t i = 0; is_fine && i < options->outputs.count; i++) {
		struct str setting = VEC_AT(&options->outputs, struct str, i);
		size_t equals = str_find(setting, 0, '=');
		is_fine = allow_file(confining, str_skip(setting, equals + 1), writes);
	}
	return is_fine && allow_file(confining, options->depfile, writes) &&
		allow_file(confining, options->stamp, writes);
}

/* The folders that the command writes to, or only reads with --check and --diff. */
static bool
allow_products(struct confining *confining)
{
	struct run *run = confining->run;
	bool writes = !run->options.check && !run->options.diff;
	struct str folder = path_folder(spec_of(run));
	switch (run->command->writes) {
	case WRITES_NOTHING:
		return allow_reading(confining, folder);
	case WRITES_OUTPUTS:
		return allow_reading(confining, folder) && allow_outputs(confining, writes);
	case WRITES_ARGUMENT:
		folder =
			run->arguments.count > 0 ? VEC_AT(&run->arguments, struct str, 0) : STR("");
		return allow_writing(confining, folder);
	case WRITES_SPEC:
		return writes ? allow_writing(confining, folder) : allow_reading(confining, folder);
	}
	return false;
}

bool
confine(struct run *run)
{
	struct confining confining = {.run = run};
	struct str reason;
	if (!sandbox_open(&confining.sandbox, &reason)) {
		RUN_FAIL(run, ERRSPEC_NO_SANDBOX, reason);
		return false;
	}
	if (!allow_arguments(&confining) || !allow_options(&confining) ||
		!allow_products(&confining)) {
		sandbox_close(&confining.sandbox);
		return false;
	}
	if (!sandbox_enter(&confining.sandbox)) {
		RUN_FAIL(run, ERRSPEC_NO_SANDBOX, str_from(strerror(errno)));
		return false;
	}
	return true;
}
