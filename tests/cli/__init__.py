"""Tests of brochure/cli."""
