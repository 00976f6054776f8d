/* Files of people that a run changes in parts: what others write meanwhile is never lost. */
#include "run.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <sys/syscall.h>

/* What somebody writes to the file while names are exchanged; NULL: nobody does. */
static const char *intruder;
static bool vanishes; /* somebody removes the file before the new one is put */
static bool is_old; /* the system has no renameat2 */

/* Stands for that of the system, with the intruder before it. */
long
syscall(long number, ...)
{
	long words[6];
	va_list list;
	va_start(list, number);
	for (int i = 0; i < 6; i++) {
		words[i] = va_arg(list, long);
	}
	va_end(list);
	if (number == SYS_renameat2 && words[4] == 2 && intruder != NULL) {
		scratch_put("out/a.h", intruder);
	}
	if (number == SYS_renameat2 && words[4] == 1 && vanishes) {
		unlink("out/a.h");
	}
	if (number == SYS_renameat2 && is_old) {
		errno = ENOSYS;
		return -1;
	}
	union {
		void *found;
		long (*call)(long number, ...);
	} real = {dlsym(RTLD_NEXT, "syscall")};
	return real.call(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

/* Opens a run that has read out/a.h, which says "one", and wants it to be `text`. */
static void
open_edit(struct run *run, struct str text)
{
	run_open(run, "out", OUTPUTS_WRITE);
	struct source_set *sources = run->bench.sink.sources;
	uint32_t source = source_add(sources, STR("out/a.h"), STR("one"), SOURCE_BYTES);
	source_get(sources, source)->is_file = true;
	struct out *out =
		outputs_begin_edit(&run->outputs, (struct span){0}, STR("c"), source, STR("a.h"));
	assert_non_null(out);
	out_add(out, text);
	assert_true(outputs_end(&run->outputs));
	assert_true(run_put(run, "b.h", false, STR("b")));
}

/* Commits a run, and looks whether it has ended as it should. */
static void
close_edit(struct run *run, bool is_fine, const char *a, const char *b)
{
	static const char CHANGED[] =
		"errspec: error: 'out/a.h' was changed while errspec was at work; "
		"nothing was written [ES0569]\n";
	assert_int_equal(outputs_commit(&run->outputs), is_fine);
	assert_string_equal(bench_report(&run->bench), is_fine ? "" : CHANGED);
	run_close(run);
	scratch_expect("out/a.h", a);
	scratch_expect("out/b.h", b);
	assert_int_equal(scratch_count("out"), 2);
}

static void
test_edit(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	close_edit(&run, true, "two", "b");
}

static void
test_same(void **state)
{
	(void)state;
	struct run run;
	struct stat before = scratch_stat("out/a.h");
	open_edit(&run, STR("one"));
	close_edit(&run, true, "one", "b");
	assert_int_equal(scratch_stat("out/a.h").st_ino, before.st_ino);
}

static void
test_changed_before(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	scratch_put("out/a.h", "six");
	close_edit(&run, false, "six", "old");
}

static void
test_changed_within(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	intruder = "six";
	close_edit(&run, false, "six", "old");
}

static void
test_gone(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	assert_int_equal(unlink("out/a.h"), 0);
	assert_false(outputs_commit(&run.outputs));
	run_close(&run);
	assert_false(scratch_has("out/a.h"));
	scratch_expect("out/b.h", "old");
}

/* What was removed at the last moment does not come back. */
static void
test_gone_within(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	vanishes = true;
	assert_false(outputs_commit(&run.outputs));
	assert_non_null(strstr(bench_report(&run.bench), "[ES0569]"));
	run_close(&run);
	assert_false(scratch_has("out/a.h"));
	scratch_expect("out/b.h", "old");
	assert_int_equal(scratch_count("out"), 1);
}

/* Where names cannot be exchanged, the file is replaced, and was looked at before. */
static void
test_without_exchange(void **state)
{
	(void)state;
	struct run run;
	is_old = true;
	open_edit(&run, STR("two"));
	close_edit(&run, true, "two", "b");
	open_edit(&run, STR("three"));
	close_edit(&run, false, "two", "b");
}

/* A link that has come there is not followed, even if it leads to the same bytes. */
static void
test_link(void **state)
{
	(void)state;
	struct run run;
	open_edit(&run, STR("two"));
	assert_int_equal(rename("out/a.h", "c.h"), 0);
	assert_int_equal(symlink("../c.h", "out/a.h"), 0);
	assert_false(outputs_commit(&run.outputs));
	run_close(&run);
	scratch_expect("c.h", "one");
	assert_true(scratch_has("out/a.h"));
}

static int
set_up(void **state)
{
	static struct scratch scratch;
	*state = &scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0755), 0);
	scratch_put("out/a.h", "one");
	scratch_put("out/b.h", "old");
	intruder = NULL;
	vanishes = is_old = false;
	return 0;
}

static int
tear_down(void **state)
{
	scratch_close(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_edit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_changed_before, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_changed_within, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_gone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_gone_within, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_without_exchange, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_link, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
