//! Huis Clos: tests.
