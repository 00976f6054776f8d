/*
 * Prints a module of made-up error codes, the same bytes for the same arguments on any machine.
 *
 *     generate-spec CODES [SEED]
 *
 * Texts have the lengths and shapes of real references: on average titles of 25 bytes, messages of
 * 29, causes of 53 (four codes in ten have a list of them), actions of 45. A description, of 100,
 * is written whenever the module has fallen behind SPEC_BYTES_A_CODE, so the size follows the
 * number of codes closely.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	SPEC_BYTES_A_CODE = 332,
	SPEC_CODES_MAX = 4000000, /* above it the numbers would leave int32 */
	SPEC_FIRST_CODE = 62980096,
	WORDS = 40,
};

struct spec {
	FILE *out;
	uint64_t random;
	uint64_t bytes; /* written so far */
	uint64_t done; /* codes written so far */
	int32_t code; /* the next code's number */
	uint32_t cluster; /* codes left before the numbers jump */
};

static const char *const areas[WORDS] = {"IMAGE", "AUDIO", "VIDEO", "FONT", "CAMERA", "DISPLAY",
	"SENSOR", "BATTERY", "STORAGE", "NETWORK", "SOCKET", "ACCOUNT", "BILLING", "CALENDAR",
	"CLIPBOARD", "CONTACT", "DOWNLOAD", "UPLOAD", "KEYSTORE", "LOCATION", "MEDIA", "MESSAGE",
	"MODEL", "NOTIFY", "PACKAGE", "PAYMENT", "PRINT", "PROFILE", "QUEUE", "RECORDER",
	"SCHEDULER", "SEARCH", "SESSION", "SHARE", "SPEECH", "TELEPHONY", "THEME", "UPDATER",
	"WALLET", "WINDOW"};

static const char *const parts[WORDS] = {"ACCESS", "ALLOCATION", "BUFFER", "CACHE", "CALLBACK",
	"CHANNEL", "CHECKSUM", "CODEC", "CONFIG", "CONNECTION", "CURSOR", "DECODER", "DEVICE",
	"DOMAIN", "ENCODER", "FILTER", "FORMAT", "FRAME", "HANDLE", "HEADER", "INDEX", "KEY",
	"LENGTH", "LICENCE", "LOCK", "OFFSET", "OWNER", "PARAM", "PATH", "PLUGIN", "POLICY",
	"QUOTA", "RANGE", "REGION", "SCHEMA", "SERVICE", "SIGNATURE", "STREAM", "STYLE", "TOKEN"};

static const char *const faults[WORDS] = {"ABORTED", "ABSENT", "AMBIGUOUS", "BLOCKED", "BROKEN",
	"BUSY", "CANCELLED", "CLOSED", "CONFLICT", "CORRUPT", "DENIED", "DISABLED", "DUPLICATE",
	"EMPTY", "EXCEEDED", "EXPIRED", "FAILED", "FULL", "IDLE", "INCOMPLETE", "INTERRUPTED",
	"INVALID", "LOCKED", "LOST", "MALFORMED", "MISMATCH", "MISSING", "OVERFLOW", "PENDING",
	"REFUSED", "REJECTED", "REVOKED", "STALE", "SUSPENDED", "TIMEOUT", "TRUNCATED", "UNKNOWN",
	"UNREACHABLE", "UNSUPPORTED", "UNUSABLE"};

/* What stands for @o in a text. */
static const char *const objects[] = {"image", "cache", "device", "session", "request packet",
	"shared memory", "input buffer", "access token", "decoder", "image source data", "file",
	"audio stream", "service", "key alias", "domain name", "style name", "plugin", "account",
	"colour profile", "connection", "print job", "window", "remote object", "queue"};

/* What stands for @O, in titles. */
static const char *const topics[] = {"Image", "Cache", "Device", "Session", "Request Packet",
	"Shared Memory", "Input Buffer", "Access Token", "Decoder", "Image Source Data", "File",
	"Audio Stream", "Service", "Key Alias", "Domain Name", "Style Name", "Plugin", "Account"};

/* What stands for @s after a form of "to be". */
static const char *const states[] = {"invalid", "not supported", "too large", "abnormal", "missing",
	"incomplete", "out of range", "already in use", "not found", "closed", "insufficient",
	"occupied", "damaged", "not bound to the caller", "read-only", "incorrect"};

/* What stands for @a: the name of a function. */
static const char *const functions[] = {"encodeImage", "createPixelMap", "on", "off", "openSession",
	"getFileAsset", "setColourSpace", "prepare", "readPixels", "release", "registerObserver"};

static const char *const titles[] = {"@O Creation Failed", "Invalid @O", "Unsupported @O Type",
	"@O Initialization Error", "Failure in Obtaining @O", "@O Not Found", "Too Large @O",
	"@O and @O Mismatch", "Incorrect @O Parameter", "@O Access Denied"};

static const char *const messages[] = {"The @o is @s.", "Failed to open the @o.", "Invalid @o.",
	"Failed to get the @o.", "@O types are not supported.", "No @o matches.",
	"\"Invalid value: \\\"@a\\\".\"", "The @o is @s.", "The @o could not be read."};

static const char *const causes[] = {"The @o is @s.", "An exception occurs during use of the @o.",
	"The @o data is @s, and the @o cannot be called.", "The @o corresponding to the @o is @s.",
	"The size of the @o is @s.", "Decoding is not performed, or the @o is @s.",
	"The **@a** API is called before the @o is ready.",
	"The number of @o entries is < 1 or > 64, or the @o is @s."};

static const char *const actions[] = {"Check whether the @o is @s.", "Restart the device.",
	"Correct the parameters or use another @o.", "Check the @o configuration & try again.",
	"Clear the memory and open the @o again.", "Use a valid @o.",
	"Retry the operation at a specified interval (for example, 1s).",
	"Ensure that the @o is not @s before **@a** is called."};

static const char *const descriptions[] = {
	"This error code is reported if the **@a** API fails because the @o is @s.",
	"This error code is reported if a service error occurs when **@a** is called on the @o.",
	"The @o found is @s. This @o may have been added after the @o was uploaded.",
	"The `@a` call was stopped, since the @o is @s and \"@o\" was asked for."};

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PICK(spec, array) ((array)[spec_random(spec, COUNT(array))])

/* A number below limit, by splitmix64. */
static uint64_t
spec_random(struct spec *spec, uint64_t limit)
{
	uint64_t mixed = spec->random += UINT64_C(0x9e3779b97f4a7c15);
	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (mixed ^ (mixed >> 31)) % limit;
}

static void
spec_byte(struct spec *spec, char byte)
{
	putc(byte, spec->out);
	spec->bytes++;
}

static void
spec_put(struct spec *spec, const char *text)
{
	while (*text != '\0') {
		spec_byte(spec, *text++);
	}
}

static const char *
spec_word(struct spec *spec, char kind)
{
	switch (kind) {
	case 'o':
		return PICK(spec, objects);
	case 'O':
		return PICK(spec, topics);
	case 's':
		return PICK(spec, states);
	default:
		return PICK(spec, functions);
	}
}

/* Writes lead, the pattern with a word for each @o @O @s @a, and a line end. */
static void
spec_line(struct spec *spec, const char *lead, const char *pattern)
{
	spec_put(spec, lead);
	while (*pattern != '\0') {
		if (*pattern == '@') {
			spec_put(spec, spec_word(spec, pattern[1]));
			pattern += 2;
		} else {
			spec_byte(spec, *pattern++);
		}
	}
	spec_byte(spec, '\n');
}

/* The name of the index-th code: areas change slowest, so neighbours share their first word. */
static void
spec_name(struct spec *spec)
{
	const uint64_t index = spec->done;
	const uint64_t lap = index / (WORDS * WORDS * WORDS);
	spec_put(spec, "  ERR_");
	spec_put(spec, areas[index / (WORDS * WORDS) % WORDS]);
	spec_byte(spec, '_');
	spec_put(spec, parts[index / WORDS % WORDS]);
	spec_byte(spec, '_');
	spec_put(spec, faults[index % WORDS]);
	if (lap > 0) {
		char suffix[24];
		snprintf(suffix, sizeof suffix, "_%" PRIu64, lap + 1);
		spec_put(spec, suffix);
	}
	spec_put(spec, ":\n");
}

/* Numbers run on for 8 to 40 codes, then jump by up to 2000. */
static void
spec_number(struct spec *spec)
{
	char number[16];
	if (spec->cluster == 0) {
		spec->cluster = 8 + (uint32_t)spec_random(spec, 33);
		spec->code += spec->done == 0 ? 0 : 1 + (int32_t)spec_random(spec, 2000);
	}
	snprintf(number, sizeof number, "%" PRId32, spec->code);
	spec_line(spec, "    code: ", number);
	spec->code++;
	spec->cluster--;
}

static void
spec_causes(struct spec *spec)
{
	const uint64_t shape = spec_random(spec, 1000);
	if (shape < 570) {
		spec_line(spec, "    causes: ", PICK(spec, causes));
		return;
	}
	if (shape < 576) {
		spec_put(spec, "    causes: |\n");
		spec_line(spec, "      ", PICK(spec, causes));
		spec_line(spec, "\n      ", PICK(spec, causes));
		return;
	}
	const bool led = shape < 590;
	spec_put(spec, "    causes:\n");
	if (led) {
		spec_line(spec, "      lead: ", PICK(spec, causes));
		spec_put(spec, "      items:\n");
	}
	for (uint64_t left = 2 + spec_random(spec, 10) / 4; left > 0; left--) {
		spec_line(spec, led ? "        - " : "      - ", PICK(spec, causes));
	}
}

static void
spec_actions(struct spec *spec)
{
	if (spec_random(spec, 100) < 95) {
		spec_line(spec, "    actions: ", PICK(spec, actions));
		return;
	}
	spec_put(spec, "    actions:\n");
	spec_line(spec, "      - ", PICK(spec, actions));
	spec_line(spec, "      - ", PICK(spec, actions));
}

static void
spec_code(struct spec *spec)
{
	spec_name(spec);
	spec_number(spec);
	spec_line(spec, "    title: ", PICK(spec, titles));
	spec_line(spec, "    message: ", PICK(spec, messages));
	spec_causes(spec);
	spec_actions(spec);
	spec->done++;
	if (spec->bytes < spec->done * SPEC_BYTES_A_CODE) {
		spec_line(spec, "    description: ", PICK(spec, descriptions));
	}
}

static bool
number_parse(const char *text, uint64_t *number)
{
	char *end;
	if (*text < '0' || *text > '9') {
		return false;
	}
	*number = strtoull(text, &end, 10);
	return *end == '\0';
}

int
main(int argc, char **argv)
{
	uint64_t codes = 0;
	struct spec spec = {.out = stdout, .random = 1, .code = SPEC_FIRST_CODE};
	const bool known = (argc == 2 || argc == 3) && number_parse(argv[1], &codes) &&
		(argc == 2 || number_parse(argv[2], &spec.random));
	if (!known || codes < 1 || codes > SPEC_CODES_MAX) {
		fprintf(stderr, "usage: generate-spec CODES [SEED]   (CODES: 1 to %d)\n",
			SPEC_CODES_MAX);
		return 2;
	}
	spec_put(&spec, "# yaml-language-server: $schema=errspec.schema.json\n");
	spec_put(&spec, "module: bench\ntitle: Bench Error Codes\ntype: int32\ncodes:\n");
	while (spec.done < codes) {
		spec_code(&spec);
	}
	if (fclose(stdout) != 0) {
		perror("generate-spec");
		return 2;
	}
	return 0;
}
