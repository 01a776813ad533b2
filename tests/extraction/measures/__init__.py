"""Tests of measures: codes, force, actors, numbers, conditions."""
