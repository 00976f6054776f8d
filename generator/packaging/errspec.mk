# errspec in a build with GNU make, tried with 4.3, and in one with automake (errspec.m4). A makefile sets what it
# wants and includes this file, installed or as a copy:
#
#   ERRSPEC_SPEC       the catalogue or the module                           spec/errspec.yaml
#   ERRSPEC_TARGETS    of its targets these, parted by commas                all
#   ERRSPEC_OUT        the folder that is generated                          codes
#   ERRSPEC_COMMITTED  the folder that serves where there is no errspec      none
#   ERRSPEC_OPTIONS    what else `errspec generate` shall be told            nothing
#   ERRSPEC            the program                                           errspec, if there is one
#
# It sets ERRSPEC_SOURCES, ERRSPEC_HEADERS and all ERRSPEC_FILES, ERRSPEC_CPPFLAGS, the folders of the headers, and
# ERRSPEC_DIST, what an archive needs in order to be built without errspec. Its goals are errspec-check and
# errspec-update, which hold ERRSPEC_COMMITTED against the spec and renew it, and errspec-clean. README.md beside this
# file shows makefiles.

errspec_goal := $(.DEFAULT_GOAL)

ifeq ($(origin ERRSPEC),undefined)
ERRSPEC := $(shell command -v errspec)
endif
ERRSPEC_SPEC ?= spec/errspec.yaml
ERRSPEC_OUT ?= codes
ERRSPEC_STAMP ?= $(ERRSPEC_OUT).stamp

errspec_folder := $(if $(ERRSPEC),$(ERRSPEC_OUT),$(ERRSPEC_COMMITTED))
errspec_arguments = '$(ERRSPEC_SPEC)' $(if $(ERRSPEC_TARGETS),--target='$(ERRSPEC_TARGETS)') $(ERRSPEC_OPTIONS)

# A line of the list is a target, a blank, a file and perhaps a tab and more.
ERRSPEC_FILES := $(addprefix $(errspec_folder)/,$(shell awk -v only=',$(ERRSPEC_TARGETS),' \
	'/^[a-z]/ && (only == ",," || index(only, "," $$1 ",")) { sub(/\t.*/, ""); sub(/^[^ ]* /, ""); print }' \
	'$(errspec_folder)/errspec-files.txt' 2>/dev/null))
ERRSPEC_DIST := $(errspec_folder)/errspec-files.txt $(ERRSPEC_FILES)
errspec_parts := $(foreach file,$(ERRSPEC_FILES),$(if $(findstring /examples/,$(file))$(filter example.%,$(notdir $(file))),,$(file)))
ERRSPEC_SOURCES := $(filter %.c %.cc %.cpp %.cxx,$(errspec_parts))
ERRSPEC_HEADERS := $(filter %.h %.hh %.hpp %.hxx,$(errspec_parts))
ERRSPEC_CPPFLAGS := $(addprefix -I,$(sort $(foreach file,$(ERRSPEC_HEADERS),$(if $(findstring /include/,$(file)),\
	$(firstword $(subst /include/,/include ,$(file))),$(patsubst %/,%,$(dir $(file)))))))

.PHONY: errspec-check errspec-update errspec-clean errspec-missing

ifneq ($(ERRSPEC),)

errspec_missing := $(filter-out $(wildcard $(ERRSPEC_FILES)),$(ERRSPEC_FILES))
ifeq ($(ERRSPEC_FILES),)
errspec_missing := everything
endif

# Only what differs is written, so it is the stamp that says when errspec ran. It is empty, and included, so that make
# runs errspec before all else and then begins anew: it knows by then what is there and how new it is.
$(ERRSPEC_STAMP): $(if $(errspec_missing),$(if $(MAKE_RESTARTS),,errspec-missing))
	@mkdir -p '$(@D)'
	$(ERRSPEC) generate $(errspec_arguments) --out='$(ERRSPEC_OUT)' --prune --depfile='$@.d' --stamp='$@'

errspec-check:
	$(ERRSPEC) generate --check $(errspec_arguments) --out='$(ERRSPEC_COMMITTED)'

errspec-update:
	$(ERRSPEC) generate $(errspec_arguments) --out='$(ERRSPEC_COMMITTED)'

# Where the folders are one, as in a build among the sources, nothing of it goes.
errspec-clean:
	rm -f '$(ERRSPEC_STAMP)' '$(ERRSPEC_STAMP).d' $(if $(filter $(realpath $(ERRSPEC_OUT)),$(realpath $(ERRSPEC_COMMITTED))),,\
		'$(ERRSPEC_OUT)/errspec-files.txt' $(foreach file,$(ERRSPEC_FILES),'$(file)'))

ifneq ($(filter-out %clean errspec-%,$(or $(MAKECMDGOALS),all)),)
include $(ERRSPEC_STAMP)
-include $(ERRSPEC_STAMP).d
endif

else

errspec-check errspec-update:
	@echo '$@: errspec is not installed' >&2; exit 2

errspec-clean:

ifeq ($(ERRSPEC_FILES),)
$(error errspec is not installed, and ERRSPEC_COMMITTED has no errspec-files.txt)
endif

endif

.DEFAULT_GOAL := $(errspec_goal)
