#include "CWordModels.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t japanese[] = {
#embed "japanese.model"
};

static const uint8_t chinese[] = {
#embed "chinese.model"
};

const uint8_t *variorum_japanese_words(size_t *count) {
  *count = sizeof japanese;
  return japanese;
}

const uint8_t *variorum_chinese_words(size_t *count) {
  *count = sizeof chinese;
  return chinese;
}
