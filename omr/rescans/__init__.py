"""The same sheet delivered twice: found by the ink on it, told from sheets merely filled in alike.

Compares packed ink signatures only, so that the store can use it without loading OpenCV or the engine.
"""
