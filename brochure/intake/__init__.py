"""What an office has in a spreadsheet, taken into its content."""
