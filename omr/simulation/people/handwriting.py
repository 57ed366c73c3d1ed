"""Handwriting on text and number fields: something that looks written; only digits can be read."""

import numpy as np

from form_templates.model import Rect
from omr.simulation.people.respondents import Hand
from omr.simulation.people.strokes import DIGIT_SHAPES, FloatArray, Stroke, steady_stroke

_LETTER_MM = 2.3  # height of a small letter
_LINE_MM = 7.0


def write_digits(rect: Rect, digits: str, hand: Hand, rng: np.random.Generator) -> tuple[Stroke, ...]:
    """Write ``digits``, one to a cell, cells side by side over the width of ``rect``."""
    cell_mm = rect.w_mm / len(digits)
    size_mm = np.array([0.5 * cell_mm, 0.65 * rect.h_mm]) * float(np.clip(hand.size, 0.8, 1.15))
    return tuple(
        _write_digit(digit, (rect.x_mm + (index + 0.5) * cell_mm, rect.center_mm[1]), size_mm, hand, rng)
        for index, digit in enumerate(digits)
    )


def _write_digit(
    digit: str, middle_mm: tuple[float, float], size_mm: FloatArray, hand: Hand, rng: np.random.Generator
) -> Stroke:
    shape = np.array(DIGIT_SHAPES[digit]) - 0.5
    corners = shape + rng.normal(0.0, 0.05, shape.shape)
    return steady_stroke(np.array(middle_mm) + rng.normal(0.0, 0.3, 2) + corners * size_mm, hand, rng)


def write_words(rect: Rect, hand: Hand, rng: np.random.Generator) -> tuple[Stroke, ...]:
    """Write a few words into ``rect``, from the left, on its first lines."""
    lines = max(int(rect.h_mm / _LINE_MM), 1)
    strokes: list[Stroke] = []
    for line in range(int(rng.integers(1, lines + 1))):
        base_mm = rect.y_mm + (line + 0.78) * rect.h_mm / lines
        strokes += _write_line(rect.x_mm, rect.x_mm + rect.w_mm, base_mm, hand, rng)
    return tuple(strokes)


def _write_line(left_mm: float, right_mm: float, base_mm: float, hand: Hand, rng: np.random.Generator) -> list[Stroke]:
    """Write words on one line; the last may stop anywhere."""
    strokes: list[Stroke] = []
    x_mm = left_mm + float(rng.uniform(0.5, 2.0))
    end_mm = left_mm + (right_mm - left_mm) * float(rng.uniform(0.3, 0.95))
    while True:
        letters = int(rng.integers(2, 6))
        word_mm = letters * _LETTER_MM * 0.75
        if x_mm + word_mm > end_mm:
            return strokes
        strokes += _write_word(np.array([x_mm, base_mm]), letters, hand, rng)
        x_mm += word_mm + float(rng.uniform(1.2, 2.4))


def _write_word(start_mm: FloatArray, letters: int, hand: Hand, rng: np.random.Generator) -> list[Stroke]:
    """Write joined letters, and above them a Vietnamese accent now and then."""
    phase = np.linspace(0.0, 2 * np.pi * letters, 8 * letters)
    tall = np.repeat(rng.choice([1.0, 1.0, 1.0, 1.8], letters), 8)
    low = np.repeat(rng.choice([0.0, 0.0, 0.0, 0.7], letters), 8)
    up = np.where(np.cos(phase) < 0, (1 - np.cos(phase)) / 2 * tall, (1 - np.cos(phase)) / 2 - low * np.cos(phase))
    x_mm = phase / (2 * np.pi) * _LETTER_MM * 0.75 + 0.35 * np.sin(phase) + rng.normal(0.0, 0.1, phase.size)
    word = start_mm + np.column_stack([x_mm + 0.2 * up * _LETTER_MM, -up * _LETTER_MM * 0.85])
    accent_mm = start_mm + np.array([x_mm.mean(), -1.55 * _LETTER_MM])
    accent = accent_mm + rng.normal(0.0, 0.15, (3, 2)) + np.array([[-0.5, 0.4], [0.1, -0.3], [0.6, 0.3]])
    words = [steady_stroke(word, hand, rng)]
    return [*words, steady_stroke(accent, hand, rng)] if rng.random() < 0.7 else words
