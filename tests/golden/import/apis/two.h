#pragma once
typedef enum { TWO_A = 1, TWO_B } two_t, *two_pointer;
TWO_API(const char *) two_message(two_t code);
static const char *TWO_CALL TwoErrorText(two_t code);
const char *TWO_CALL two_Name(const two_t code);
