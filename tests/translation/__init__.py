"""Tests of brochure/translation."""
