//! Huis Clos: corpora.
