enum nut { NUT_OK, NUT_LOOSE, NUT_LOST };
enum bolt { BOLT_OK, BOLT_BENT };
enum screw { SCREW_OK, SCREW_WORN };
enum nail { NAIL_OK, NAIL_BENT };
enum rivet { RIVET_OK, RIVET_LOST };

const char *nut_strerror(enum nut e);
const char *bolt_strerror(enum bolt e);
const char *screw_strerror(enum screw e);
const char *nail_strerror(enum nail e);
const char *rivet_strerror(enum rivet e);
