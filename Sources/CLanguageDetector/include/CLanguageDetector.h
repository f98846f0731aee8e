#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One language of a text.
typedef struct {
  char code[16];      ///< BCP 47 code as libcld2 gives it, such as "en" or "zh-Hant"; "un" when unknown.
  int32_t percent;    ///< Share of the text's bytes, 0-100.
  double score;       ///< Normalised score of the language.
} variorum_language;

/// Finds up to three languages of `length` bytes of valid UTF-8, the largest share first.
/// Returns 1 when libcld2 calls the answer reliable, else 0.
int32_t variorum_detect_language(const char *text, int32_t length, variorum_language out[3]);

#ifdef __cplusplus
}
#endif
