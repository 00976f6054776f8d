/* Files that are read or written alone, where a system call fails; and memory that is out. */
#include <errno.h>
#include <sys/wait.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/folder.h"
#include "output/change.h"

#include "faults.h"
#include "scratch.h"

/* What became of a try: what was read, or a report, or neither. */
enum outcome { DONE, FAILED, SILENT };

static enum outcome
read_all(struct bench *bench, int descriptor, struct str *text)
{
	bool is_read = descriptor >= 0 &&
		file_read_all(&bench->sink, descriptor, STR("in/file"), (struct span){0}, 1000,
			STR("input"), text);
	return is_read ? DONE : FAILED;
}

static enum outcome
read_typed(struct bench *bench, struct str *text)
{
	struct limits limits = limits_standard();
	return file_read_input(&bench->sink, &limits, STR("in/file"), text) ? DONE : FAILED;
}

static enum outcome
read_standard(struct bench *bench, struct str *text)
{
	struct limits limits = limits_standard();
	int kept = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), file = open("in/file", O_RDONLY);
	assert_true(kept >= 0 && dup2(file, STDIN_FILENO) == STDIN_FILENO);
	bool is_read = file_read_input(&bench->sink, &limits, STR("-"), text);
	assert_true(dup2(kept, STDIN_FILENO) == STDIN_FILENO);
	disk_close(kept);
	disk_close(file);
	return is_read ? DONE : FAILED;
}

static enum outcome
read_below(struct bench *bench, struct str *text)
{
	struct file_base base = {.folder = STR("in/")};
	return read_all(
		bench, file_open_below(&bench->sink, base, STR("link"), (struct span){0}), text);
}

static enum outcome
read_default(struct bench *bench, struct str *text)
{
	return read_all(bench, file_open_default(&bench->sink, STR("in/file")), text);
}

static enum outcome
read_optional(struct bench *bench, struct str *text)
{
	struct file_base base = {.folder = STR("in/"), .is_default = true};
	return read_all(
		bench, file_open_optional(&bench->sink, base, STR("file"), (struct span){0}), text);
}

static enum outcome
miss_optional(struct bench *bench, struct str *text)
{
	struct file_base base = {.folder = STR("in/")};
	int descriptor = file_open_optional(&bench->sink, base, STR("none"), (struct span){0});
	*text = STR("text");
	return descriptor < 0 && bench->sink.errors == 0 ? DONE : FAILED;
}

static enum outcome
slurp(struct bench *bench, struct str *text)
{
	return disk_slurp(&bench->arena, STR("in/file"), &(struct disk_file){0}, text) ? DONE
										       : SILENT;
}

/* What "in/file" was when the test began. */
static struct disk_file same;

static enum outcome
slurp_same(struct bench *bench, struct str *text)
{
	return disk_slurp(&bench->arena, STR("in/file"), &same, text) ? DONE : SILENT;
}

static enum outcome
write_new(struct bench *bench, struct str *text)
{
	*text = STR("text");
	return change_write(&bench->sink, STR("new/deep/file"), STR("new")) ? DONE : FAILED;
}

static enum outcome
write_again(struct bench *bench, struct str *text)
{
	*text = STR("text");
	return change_write(&bench->sink, STR("out/file"), STR("new")) ? DONE : FAILED;
}

static const struct act {
	const char *name;
	enum outcome (*act)(struct bench *bench, struct str *text);
	const char *path; /* that it writes; NULL: none */
	unsigned lacks;
} acts[] = {
	{"an input", read_typed, NULL, 0},
	{"standard input", read_standard, NULL, 0},
	{"an input below a folder", read_below, NULL, 0},
	{"an input below a folder, without openat2", read_below, NULL, LACK_BENEATH},
	{"an input that nobody named", read_default, NULL, 0},
	{"an optional input", read_optional, NULL, 0},
	{"no optional input", miss_optional, NULL, 0},
	{"a source", slurp, NULL, 0},
	{"a source that may be another", slurp_same, NULL, 0},
	{"a new file", write_new, "new/deep/file", 0},
	{"a file that is replaced", write_again, "out/file", 0},
	{"a file on an old system", write_again, "out/file",
		LACK_UNNAMED | LACK_LINK | LACK_EXCHANGE},
};

static void
lay(struct scratch *scratch)
{
	scratch_open(scratch);
	assert_int_equal(mkdir("in", 0777), 0);
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(symlink("file", "in/link"), 0);
	scratch_put("in/file", "text");
	scratch_put("out/file", "old");
	struct stat status = scratch_stat("in/file");
	same = disk_file_of(&status);
}

/* What a path holds, as far as it is told apart here. */
static char
letter_at(const char *path)
{
	size_t length;
	char *text = path == NULL ? NULL : scratch_get(path, &length);
	char letter = text == NULL ? '-' : text[0];
	free(text);
	return letter;
}

/* A call that failed may be gone over, but nothing is half done and no failure is hidden. */
static bool
fails_well(const struct act *act, struct fault fault)
{
	struct scratch scratch;
	struct bench bench;
	struct str text = {0};
	lay(&scratch);
	bench_open(&bench);
	int descriptors = scratch_count("/proc/self/fd");
	char before = letter_at(act->path);
	faults_arm(fault, act->lacks);
	enum outcome outcome = act->act(&bench, &text);
	unsigned struck = faults_disarm();
	assert_int_equal(scratch_count("/proc/self/fd"), descriptors);
	assert_int_equal(bench.sink.errors, outcome == FAILED);
	if (outcome == DONE) {
		assert_true(str_equal(text, STR("text")));
	}
	assert_int_equal(letter_at(act->path), outcome == DONE && act->path != NULL ? 'n' : before);
	assert_true(outcome == DONE || !scratch_has("new"));
	bench_close(&bench);
	scratch_close(&scratch);
	return struck > 0;
}

static void
test_act(void **state)
{
	/* An early end of a file is its end. */
	static const struct fault faults[] = {{FAULT_OPENAT, 1, EIO, false},
		{FAULT_OPENAT, 1, EINTR, false}, {FAULT_OPENAT2, 1, EIO, false},
		{FAULT_OPENAT2, 1, EINTR, false}, {FAULT_READ, 1, EIO, false},
		{FAULT_READ, 1, EINTR, false}, {FAULT_FSTAT, 1, EIO, false},
		{FAULT_FSTATAT, 1, EIO, false}, {FAULT_STAT, 1, EIO, false},
		{FAULT_DUP, 1, EMFILE, false}, {FAULT_READLINKAT, 1, EIO, false},
		{FAULT_WRITE, 1, ENOSPC, false}, {FAULT_WRITE, 1, EINTR, false},
		{FAULT_LSEEK, 1, EIO, false}, {FAULT_MKDIRAT, 1, ENOSPC, false},
		{FAULT_LINKAT, 1, EIO, false}, {FAULT_LINKAT, 1, EEXIST, false},
		{FAULT_RENAMEAT2, 1, EIO, false}, {FAULT_RENAMEAT, 1, EIO, false},
		{FAULT_FLOCK, 1, ENOLCK, false}, {FAULT_FDOPENDIR, 1, EMFILE, false},
		{FAULT_GETENTROPY, 1, ENOSYS, false}};
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct fault fault = faults[i];
		while (fails_well(*state, fault)) {
			fault.at++;
		}
	}
}

/* A path that no system call takes. */
static void
test_long_path(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	lay(&scratch);
	bench_open(&bench);
	char *path = arena_alloc(&bench.arena, 5001);
	memset(path, 'p', 5000);
	assert_false(change_write(&bench.sink, str_from(path), STR("new")));
	assert_int_equal(bench.sink.errors, 1);
	assert_non_null(strstr(bench_report(&bench), "File name too long"));
	assert_int_equal(scratch_count("."), 2);
	bench_close(&bench);
	scratch_close(&scratch);
}

/* A folder on the way that is a link to nothing. */
static void
test_dangling_folder(void **state)
{
	(void)state;
	struct scratch scratch;
	struct bench bench;
	lay(&scratch);
	bench_open(&bench);
	assert_int_equal(symlink("none", "dangling"), 0);
	assert_false(change_write(&bench.sink, STR("dangling/file"), STR("new")));
	assert_int_equal(bench.sink.errors, 1);
	assert_non_null(strstr(bench_report(&bench), "'dangling/file'"));
	assert_int_equal(VEC_AT(&bench.sink.items, struct diag *, 0)->code, ERRSPEC_OUTPUT_ESCAPES);
	assert_false(scratch_has("none"));
	bench_close(&bench);
	scratch_close(&scratch);
}

/* Where not even the folder that the run began in can be opened, the search for one ends. */
static void
test_no_folder_is_near(void **state)
{
	(void)state;
	faults_arm((struct fault){FAULT_OPENAT, 1, ENOENT, true}, 0);
	int folder = folder_nearest(AT_FDCWD, STR("in/deep/file"));
	int error = errno;
	assert_int_equal(faults_disarm(), 4);
	assert_int_equal(folder, -1);
	assert_int_equal(error, ENOENT);
}

enum { OUT_OF_MEMORY = 3, ENOUGH = 4 };

static _Noreturn void
give_up(void)
{
	exit(faults_disarm() > 0 ? OUT_OF_MEMORY : ENOUGH);
}

static void
ask_for_pieces(void)
{
	struct arena arena = {0};
	for (size_t size = 1; size < 8U << 20; size *= 2) {
		arena_alloc(&arena, size);
		arena_bytes(&arena, size);
	}
	arena_free(&arena);
}

static void
ask_for_all(void)
{
	arena_alloc(&(struct arena){0}, SIZE_MAX - 1000);
}

static void
ask_for_all_bytes(void)
{
	arena_bytes(&(struct arena){0}, SIZE_MAX - 1000);
}

/* How a child ends in which the piece of memory of this number is not to be had. */
static int
end_of(void (*ask)(void), unsigned at)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		arena_on_exhaustion(give_up);
		faults_arm((struct fault){FAULT_MEMORY, at, ENOMEM, true}, 0);
		ask();
		faults_disarm();
		exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* Whoever said what happens then is called, and nothing is done with memory that is not there. */
static void
rule_10_memory_that_is_out_is_said(void **state)
{
	(void)state;
	int end = end_of(ask_for_pieces, 1);
	if (end == 0) {
		skip(); /* a sanitizer has memory of its own */
	}
	for (unsigned at = 1; end != 0; at++) {
		assert_int_equal(end, OUT_OF_MEMORY);
		end = end_of(ask_for_pieces, at);
		assert_true(at < 100);
	}
	assert_int_equal(end_of(ask_for_all, 0), ENOUGH);
	assert_int_equal(end_of(ask_for_all_bytes, 0), ENOUGH);
}

/* Large pieces may go in any order; what stays can be used. */
static void
test_pieces_are_dropped(void **state)
{
	(void)state;
	enum { PIECES = 4, SIZE = 1 << 20 };
	static const int orders[][PIECES] = {
		{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}, {2, 1, 3, 0}};
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		struct arena arena = {0};
		char *pieces[PIECES];
		for (int j = 0; j < PIECES; j++) {
			pieces[j] = arena_alloc(&arena, SIZE);
		}
		for (int j = 0; j < PIECES - 1; j++) {
			arena_drop(&arena, pieces[orders[i][j]], SIZE);
			char *kept = pieces[orders[i][PIECES - 1]];
			memset(kept, j + 1, SIZE);
			assert_int_equal(kept[SIZE - 1], j + 1);
		}
		arena_free(&arena);
	}
}

int
main(void)
{
	enum { ACTS = sizeof(acts) / sizeof(acts[0]) };
	struct CMUnitTest tests[ACTS + 5] = {
		[ACTS + 4] = cmocka_unit_test(test_dangling_folder),
		[ACTS + 3] = cmocka_unit_test(test_no_folder_is_near),
		[ACTS] = cmocka_unit_test(test_long_path),
		[ACTS + 1] = cmocka_unit_test(rule_10_memory_that_is_out_is_said),
		[ACTS + 2] = cmocka_unit_test(test_pieces_are_dropped),
	};
	for (int i = 0; i < ACTS; i++) {
		tests[i] = (struct CMUnitTest){
			acts[i].name, test_act, NULL, NULL, (void *)(uintptr_t)&acts[i]};
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
