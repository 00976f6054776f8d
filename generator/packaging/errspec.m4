# AC_PROG_ERRSPEC([MAKEFILE])
#
# Looks for errspec and sets ERRSPEC, empty where there is none. The line @ERRSPEC_RULES@ of a Makefile.am becomes what
# runs errspec: an inclusion of MAKEFILE, a copy of errspec.mk, whose path is seen from the top of the sources and is
# build-aux/errspec.mk where none is given.
AC_DEFUN([AC_PROG_ERRSPEC], [
AC_ARG_VAR([ERRSPEC], [the program errspec; empty to build what is distributed])
AS_IF([test "${ERRSPEC+set}" != set], [AC_PATH_PROG([ERRSPEC], [errspec])])
AC_SUBST([ERRSPEC_RULES], ['include $(top_srcdir)/m4_default([$1], [build-aux/errspec.mk])'])
m4_ifdef([AM_SUBST_NOTMAKE], [AM_SUBST_NOTMAKE([ERRSPEC_RULES])])
])
