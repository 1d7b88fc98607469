"""How pages are filled: type area and grid, blocks, flow, tables, charts, maps, art, and the page they make."""
