"""The independent eye: reads a finished PDF, ours or not, and says what a printer would send it back for."""
