//! Huis Clos: core.
