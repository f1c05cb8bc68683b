//! The `huisclos` command.
fn main() {}
