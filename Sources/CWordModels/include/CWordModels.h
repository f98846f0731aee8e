#pragma once
#include <stddef.h>
#include <stdint.h>

/// The word model of Japanese: `*count` constant bytes.
const uint8_t *variorum_japanese_words(size_t *count);

/// The word model of Chinese: `*count` constant bytes.
const uint8_t *variorum_chinese_words(size_t *count);
