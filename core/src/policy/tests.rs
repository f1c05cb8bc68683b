use super::*;

#[test]
fn the_embedded_policies_are_read() {
    assert_eq!(EMBEDDED.iter().map(|(name, _)| *name).collect::<Vec<_>>(), NAMES);
    for name in NAMES {
        let policy = Policy::named(name).unwrap();
        assert_eq!(policy.name(), *name);
        assert!(policy.rows().iter().all(|row| row.basis != "no rule of the policy names it"), "{name}");
    }
}
