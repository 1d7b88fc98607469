"""Line composition for Japanese and Chinese: from a paragraph and a measure to placed glyphs."""
