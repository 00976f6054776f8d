/* Comments that say nothing. */
enum empty { EMPTY_A /**/, EMPTY_B /* */, EMPTY_C /***/, EMPTY_D //
};
#define EMPTY_E 1 ///
#define EMPTY_F 2 /*<*/
