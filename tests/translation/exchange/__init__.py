"""Tests of what goes out for translation and comes back."""
