"""Tests of brochure/languages."""
