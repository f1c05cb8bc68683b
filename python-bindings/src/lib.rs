//! Huis Clos: python-bindings.
