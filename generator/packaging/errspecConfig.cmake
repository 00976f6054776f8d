# find_package(errspec): the program, and errspec_generate(). In a build for another machine the program beside this
# file may be that machine's, and the one in PATH is taken.
if(NOT CMAKE_CROSSCOMPILING)
	get_filename_component(_errspec_hints "${CMAKE_CURRENT_LIST_DIR}/@PROGRAM@" ABSOLUTE)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/errspec.cmake")
unset(_errspec_hints)
if(NOT ERRSPEC_EXECUTABLE)
	set(errspec_FOUND FALSE)
	set(errspec_NOT_FOUND_MESSAGE "the program errspec is missing")
endif()
