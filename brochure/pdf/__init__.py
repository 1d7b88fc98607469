"""The PDF writer: the only home of ReportLab."""
