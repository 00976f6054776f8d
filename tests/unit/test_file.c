/* Files: that none leads out of its folder, and how much is read. */
#include "base/file.h"

#include "base/disk.h"

#include "base/path.h"

#include "scratch.h"

static void
folders_are_cut_off(void **state)
{
	(void)state;
	assert_true(str_equal(path_folder(STR("a/b")), STR("a/")));
	assert_true(str_equal(path_folder(STR("b")), STR("")));
	assert_true(str_equal(path_folder(STR("/b")), STR("/")));
	assert_true(str_equal(path_folder(STR("a/")), STR("a/")));
}

static bool
opens(struct world *world, const char *folder, const char *path)
{
	int descriptor = file_open_below(&world->bench.sink,
		(struct file_base){.folder = str_from(folder)}, str_from(path), (struct span){0});
	if (descriptor >= 0) {
		close(descriptor);
	}
	return descriptor >= 0;
}

static void
nothing_leads_out(void **state)
{
	struct world *world = *state;
	assert_int_equal(mkdir("in", 0755), 0);
	assert_int_equal(mkdir("in/deep", 0755), 0);
	scratch_put("secret", "s");
	scratch_put("in/file", "f");
	assert_int_equal(symlink("../secret", "in/out"), 0);
	assert_int_equal(symlink("/etc/passwd", "in/absolute"), 0);
	assert_int_equal(symlink("..", "in/up"), 0);
	assert_int_equal(symlink("file", "in/link"), 0);
	assert_int_equal(symlink("loop", "in/loop"), 0);
	assert_true(opens(world, "in/", "file"));
	assert_true(opens(world, "in/", "link"));
	assert_true(opens(world, "", "secret"));
	assert_int_equal(world->bench.sink.errors, 0);
	static const char *const bad[] = {"out", "absolute", "up/secret", "up/in/file", "loop",
		"deep", "nothing", "../secret"};
	for (uint32_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(opens(world, "in/", bad[i]));
		assert_int_equal(world->bench.sink.errors, i + 1);
	}
}

static void
no_more_is_read_than_the_limit(void **state)
{
	struct world *world = *state;
	struct diag_sink *sink = &world->bench.sink;
	struct str text;
	scratch_put("ten", "0123456789");
	int descriptor = file_open_input(sink, STR("ten"), (struct span){0});
	assert_true(file_read_all(
		sink, descriptor, STR("ten"), (struct span){0}, 10, STR("input"), &text));
	assert_true(str_equal(text, STR("0123456789")));
	descriptor = file_open_input(sink, STR("ten"), (struct span){0});
	assert_false(file_read_all(
		sink, descriptor, STR("ten"), (struct span){0}, 9, STR("input"), &text));
	assert_non_null(
		strstr(bench_report(&world->bench), "exceeds the limit 'input' of 9 [ES0112]"));
	assert_int_equal(fcntl(descriptor, F_GETFD), -1);
	assert_true(disk_slurp(&world->bench.arena, STR("ten"), &(struct disk_file){0}, &text) &&
		text.length == 10);
	assert_false(disk_slurp(&world->bench.arena, STR("none"), &(struct disk_file){0}, &text));
}

/* A file that was another one when it was read first is not shown. */
static void
test_same(void **state)
{
	struct world *world = *state;
	struct str text;
	scratch_put("same", "text");
	struct stat status = scratch_stat("same");
	struct disk_file file = {status.st_dev, status.st_ino};
	assert_true(disk_slurp(&world->bench.arena, STR("same"), &file, &text));
	file.number++;
	assert_false(disk_slurp(&world->bench.arena, STR("same"), &file, &text));
	file = (struct disk_file){status.st_dev + 1, status.st_ino};
	assert_false(disk_slurp(&world->bench.arena, STR("same"), &file, &text));
}

static void
test_pipe(void **state)
{
	(void)state;
	int pipes[2];
	assert_int_equal(pipe(pipes), 0);
	scratch_put("plain", "text");
	int plain = open("plain", O_RDONLY | O_CLOEXEC);
	assert_true(disk_is_pipe(pipes[0]));
	assert_false(disk_is_pipe(plain));
	close(pipes[0]);
	close(pipes[1]);
	close(plain);
	assert_false(disk_is_pipe(plain));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folders_are_cut_off),
		cmocka_unit_test_setup_teardown(nothing_leads_out, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(
			no_more_is_read_than_the_limit, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(test_same, world_set_up, world_tear_down),
		cmocka_unit_test_setup_teardown(test_pipe, world_set_up, world_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
