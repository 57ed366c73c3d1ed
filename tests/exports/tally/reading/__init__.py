"""Tests of what misread answers may do."""
