#include "base/path.h"

#include "base/utf8.h"

enum { PATH_MOST = 4000 };

enum fault { FINE, EMPTY, ELSEWHERE, CHARACTER, INVISIBLE, END, DEVICE, SHORT, HIDDEN, OBEYED };

static const struct str reasons[] = {
	[EMPTY] = STR_INIT("is empty"),
	[ELSEWHERE] = STR_INIT("leads elsewhere"),
	[CHARACTER] = STR_INIT("holds a backslash, a colon or a control character"),
	[INVISIBLE] = STR_INIT("holds a character that nobody sees"),
	[END] = STR_INIT("begins or ends with a blank, or ends with a dot"),
	[DEVICE] = STR_INIT("is a device on some systems"),
	[SHORT] = STR_INIT("is the short form of another name on some systems"),
	[HIDDEN] = STR_INIT("begins with a dot, as names do that tools obey"),
	[OBEYED] = STR_INIT("is a name that tools obey"),
};

/* Characters that disks pass over when they compare names (Default_Ignorable_Code_Point). */
static const struct {
	uint32_t first, last;
} ignored[] = {{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
	{0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
	{0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
	{0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

/*
 * Characters that a disk may take for ASCII ones, of the same order as far as the range goes. Of
 * those that it takes for several dots the first is enough.
 */
static const struct {
	uint32_t first, last;
	char to;
} alike[] = {{0xA0, 0xA0, ' '}, {0xB2, 0xB3, '2'}, {0xB9, 0xB9, '1'}, {0x17F, 0x17F, 's'},
	{0x2024, 0x2024, '.'}, {0x2025, 0x2025, '.'}, {0x2026, 0x2026, '.'}, {0x202F, 0x202F, ' '},
	{0x205F, 0x205F, ' '}, {0x2070, 0x2070, '0'}, {0x2074, 0x2079, '4'}, {0x2080, 0x2089, '0'},
	{0x212A, 0x212A, 'k'}, {0x3000, 0x3000, ' '}, {0xFE19, 0xFE19, '.'}, {0xFE30, 0xFE30, '.'},
	{0xFE52, 0xFE52, '.'}, {0xFF01, 0xFF5E, '!'}};

/* Files without a dot at their start that git and services obey where they find them. */
static const struct str obeyed[] = {STR_INIT("head"), STR_INIT("codeowners"),
	STR_INIT("jenkinsfile"), STR_INIT("azure-pipelines.yml"), STR_INIT("azure-pipelines.yaml"),
	STR_INIT("appveyor.yml"), STR_INIT("bitbucket-pipelines.yml"), STR_INIT("buildspec.yml"),
	STR_INIT("cloudbuild.yaml")};

static const struct str devices[] = {STR_INIT("con"), STR_INIT("prn"), STR_INIT("aux"),
	STR_INIT("nul"), STR_INIT("conin$"), STR_INIT("conout$"), STR_INIT("clock$")};

/* As all of these, with a digit behind them. */
static const struct str ports[] = {STR_INIT("com"), STR_INIT("lpt")};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_ignored(uint32_t character)
{
	for (size_t i = 0; i < COUNT(ignored); i++) {
		if (character >= ignored[i].first && character <= ignored[i].last) {
			return true;
		}
	}
	return character == UTF8_INVALID;
}

/* The ASCII character that a disk may take this one for, small; or '?', which no name below has. */
static char
plain(uint32_t character)
{
	for (size_t i = 0; character >= 0x80 && i < COUNT(alike); i++) {
		if (character >= alike[i].first && character <= alike[i].last) {
			character = (uint32_t)alike[i].to + character - alike[i].first;
		}
	}
	return character < 0x80 ? str_to_lower((char)character) : '?';
}

/* A step as a disk may see it, a byte for each character; only what names that matter can have. */
struct seen {
	char bytes[32];
	size_t length;
	char last; /* of the whole step */
};

/* Whether the step's characters are all of a kind that may be there. */
static enum fault
see(struct seen *seen, struct str step)
{
	size_t length;
	for (size_t at = 0; at < step.length; at += length) {
		uint32_t character = utf8_decode(str_skip(step, at), &length);
		if (character < 0x20 || (character >= 0x7F && character < 0xA0) ||
			character == '\\' || character == ':') {
			return CHARACTER;
		}
		if (character >= 0x80 && is_ignored(character)) {
			return INVISIBLE;
		}
		seen->last = plain(character);
		if (seen->length < sizeof(seen->bytes)) {
			seen->bytes[seen->length++] = seen->last;
		}
	}
	return FINE;
}

static bool
is_among(struct str name, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal(name, names[i])) {
			return true;
		}
	}
	return false;
}

/* The part before the first dot, without blanks at its end. */
static struct str
stem_of(struct str name)
{
	struct str stem = str_head(name, str_find(name, 0, '.'));
	while (stem.length > 0 && stem.data[stem.length - 1] == ' ') {
		stem.length--;
	}
	return stem;
}

/* Names that Windows takes for devices, whatever their ending. */
static bool
is_device(struct str stem)
{
	bool is_port = stem.length == 4 && str_is_digit(stem.data[3]) &&
		is_among(str_head(stem, 3), ports, COUNT(ports));
	return is_port || is_among(stem, devices, COUNT(devices));
}

bool
path_is_numbered(struct str step)
{
	struct str stem = str_head(step, str_find(step, 0, '.'));
	size_t end = stem.length;
	while (end > 0 && str_is_digit(stem.data[end - 1])) {
		end--;
	}
	return end > 0 && end < stem.length && stem.data[end - 1] == '~';
}

/* "GIT~1": at most eight characters, one of them before the '~'. */
static bool
is_short(struct str stem)
{
	return stem.length > 0 && stem.length <= 8 && path_is_numbered(str_skip(stem, 1));
}

static enum fault
judge(struct str step)
{
	struct seen seen = {.length = 0};
	if (step.length == 0) {
		return EMPTY;
	}
	if (str_equal(step, STR(".")) || str_equal(step, STR(".."))) {
		return ELSEWHERE;
	}
	enum fault fault = see(&seen, step);
	if (fault != FINE) {
		return fault;
	}
	struct str name = {seen.bytes, seen.length}, stem = stem_of(name);
	return seen.last == '.' || seen.last == ' ' || name.data[0] == ' ' ? END
		: is_device(stem)                                          ? DEVICE
		: is_short(stem)                                           ? SHORT
		: name.data[0] == '.'                                      ? HIDDEN
		: is_among(name, obeyed, COUNT(obeyed))                    ? OBEYED
									   : FINE;
}

bool
path_is_obeyed(struct str step)
{
	enum fault fault = judge(step);
	return fault != FINE && fault != EMPTY && fault != ELSEWHERE;
}

/* The first step that is at fault, from HIDDEN on only if `is_strict`. */
static enum fault
find(struct str path, bool is_strict, struct str *step)
{
	for (size_t at = 0; at <= path.length;) {
		size_t slash = str_find(path, at, '/');
		*step = (struct str){path.data + at, slash - at};
		enum fault fault = judge(*step);
		bool is_folder = slash < path.length;
		if (fault != FINE && !(fault == OBEYED && is_folder) &&
			(is_strict || fault < HIDDEN)) {
			return fault;
		}
		at = slash + 1;
	}
	return FINE;
}

bool
path_is_safe(struct str path)
{
	struct str step;
	return path.length <= PATH_MOST && find(path, true, &step) == FINE;
}

bool
path_is_below(struct str path)
{
	struct str step;
	return path.length <= PATH_MOST && find(path, false, &step) == FINE;
}

struct str
path_fault(struct arena *arena, struct str path)
{
	struct str step;
	if (path.length > PATH_MOST) {
		return STR("it is longer than 4000 bytes");
	}
	if (str_starts(path, STR("/"))) {
		return STR("it begins with '/'");
	}
	enum fault fault = find(path, true, &step);
	return fault == FINE
		? STR("")
		: ARENA_JOIN(arena, STR("the step '"), step, STR("' "), reasons[fault]);
}

struct str
path_folder(struct str path)
{
	size_t end = path.length;
	while (end > 0 && path.data[end - 1] != '/') {
		end--;
	}
	return str_head(path, end);
}

/* Takes the first step of a path away, and those before it that lead nowhere. */
static struct str
take_step(struct str *path)
{
	struct str step = STR(".");
	while (path->length > 0 && (step.length == 0 || str_equal(step, STR(".")))) {
		size_t slash = str_find(*path, 0, '/');
		step = str_head(*path, slash);
		*path = str_skip(*path, slash < path->length ? slash + 1 : slash);
	}
	return str_equal(step, STR(".")) ? STR("") : step;
}

/* Takes the folders away that both paths begin with. */
static void
take_common(struct str *one, struct str *other)
{
	struct str rest = *one, other_rest = *other;
	for (;;) {
		struct str step = take_step(&rest), other_step = take_step(&other_rest);
		if (rest.length == 0 || other_rest.length == 0 || !str_equal(step, other_step)) {
			return;
		}
		*one = rest;
		*other = other_rest;
	}
}

struct str
path_between(struct arena *arena, struct str from, struct str path)
{
	struct str name = str_skip(path, path_folder(path).length), up = STR(""), down = STR("");
	if (str_starts(from, STR("/")) != str_starts(path, STR("/"))) {
		return name;
	}
	take_common(&from, &path);
	for (from = path_folder(from); from.length > 0;) {
		struct str step = take_step(&from);
		if (str_equal(step, STR(".."))) {
			return name;
		}
		up = step.length == 0 ? up : ARENA_JOIN(arena, up, STR("../"));
	}
	for (struct str step = take_step(&path); step.length > 0; step = take_step(&path)) {
		down = ARENA_JOIN(arena, down, down.length > 0 ? STR("/") : STR(""), step);
	}
	return ARENA_JOIN(arena, up, down);
}

struct str
path_plain(struct arena *arena, struct str path)
{
	bool is_absolute = str_starts(path, STR("/"));
	struct str whole = STR("");
	for (struct str step = take_step(&path); step.length > 0; step = take_step(&path)) {
		struct str folder = path_folder(whole);
		struct str last = str_skip(whole, folder.length);
		bool is_up = str_equal(step, STR(".."));
		bool has_way = last.length > 0 && !str_equal(last, STR(".."));
		if (is_up && (has_way || is_absolute)) {
			whole = str_head(folder, folder.length - (folder.length > 0));
		} else {
			struct str slash = is_absolute || last.length > 0 ? STR("/") : STR("");
			whole = ARENA_JOIN(arena, whole, slash, step);
		}
	}
	return whole;
}

struct str
path_absolute(struct arena *arena, struct str folder, struct str path)
{
	bool is_absolute = str_starts(path, STR("/"));
	return path_plain(arena, is_absolute ? path : ARENA_JOIN(arena, folder, STR("/"), path));
}

bool
path_has_marks(struct str path)
{
	static const char marks[] = "\"'`<>|*?$;&\\(){}[]!#~";
	for (size_t i = 0; i < path.length; i++) {
		char c = path.data[i];
		bool begins = i == 0 || path.data[i - 1] == '/';
		if (memchr(marks, c, sizeof(marks) - 1) != NULL ||
			(begins && (c == '-' || c == '@'))) {
			return true;
		}
	}
	return false;
}
