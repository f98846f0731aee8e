#include "CLanguageDetector.h"

#include <cstdio>
#include <cstring>

// The header names FILE without including its declaration.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

int32_t variorum_detect_language(const char *text, int32_t length, variorum_language out[3]) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(text, length, true, &hints, 0, languages, percents, scores, nullptr,
                                 &bytes, &reliable);
  for (int i = 0; i < 3; i++) {
    std::strncpy(out[i].code, CLD2::LanguageCode(languages[i]), sizeof out[i].code - 1);
    out[i].code[sizeof out[i].code - 1] = 0;
    out[i].percent = percents[i];
    out[i].score = scores[i];
  }
  return reliable ? 1 : 0;
}
