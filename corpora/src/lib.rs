//! Huis Clos: corpora.

pub mod lexicons;
