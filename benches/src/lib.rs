//! Huis Clos: benches.
