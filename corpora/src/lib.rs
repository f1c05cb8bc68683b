//! Huis Clos: the material of the project: dictionaries, invented decisions, and how they are read.

pub mod identity;
pub mod lexicons;
pub mod marked;
pub mod score;
