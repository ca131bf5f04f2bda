//! Running text with the layout cleaned off, every byte of which knows its place in the source.
