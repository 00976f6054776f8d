#define DEEP_AFTER 2

#ifndef DEEP_TWO_HPP
#define DEEP_TWO_HPP
#endif
#ifndef DEEP_THREE_INCLUDED
#define DEEP_THREE_INCLUDED 1
#endif
#ifndef DEEP_FOUR__H__
#define DEEP_FOUR__H__
#endif
#ifndef DEEP_FIVE_H_
#define DEEP_FIVE_H_ 1
#endif
#if 0
#ifdef DEEP_NEVER
#define DEEP_DEAD 1
#elif 1
#define DEEP_DEAD_ELSE 1
#else
#define DEEP_DEAD_LAST 1
#endif
#elifdef DEEP_AFTER
#define DEEP_ELIFDEF 3
#elifndef DEEP_AFTER
#define DEEP_ELIFNDEF 4
#elif 1
#define DEEP_ELIF 5
#else
#define DEEP_ELSE 6
#endif
#ifdef DEEP_AFTER
#undef DEEP_AFTER
#endif
#ifdef DEEP_AFTER
#define DEEP_STILL 7
#endif
#if defined DEEP_WHO && DEEP_WHO > 2
#define DEEP_MAYBE 8
#endif
#if DEEP_TEXT == 'a' || true
#define DEEP_TRUE 9
#endif
#if false
#define DEEP_FALSE 10
#endif
#ifndef DEEP_MAYBE
#define DEEP_MAYBE 11
#endif
#
enum deep {
	DEEP_A,
#ifdef DEEP_WHO
	DEEP_B,
#elif defined DEEP_ELSEWHERE
	DEEP_C = 7,
	DEEP_D,
#endif
	DEEP_E,
#ifdef DEEP_WHO
	DEEP_F,
#else
	DEEP_G,
#endif
	DEEP_H,
};
