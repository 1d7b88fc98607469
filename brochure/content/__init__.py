"""The author's vocabulary: the records an editor writes, and what can be counted from them."""
