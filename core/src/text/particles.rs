/// Folded words of a name that belong to the word after them.
pub(crate) const PARTICLES: &[&str] = &[
    "DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "EL", "AL", "DA", "DAS", "DO", "DOS", "DEL", "DELLA", "DI", "VAN", "VON",
    "DER", "DEN", "TER", "ZU", "ET",
];

/// True for particles written as one, `DELA`, or for a single one.
pub(crate) fn are_particles(letters: &str) -> bool {
    PARTICLES.iter().any(|particle| letters.strip_prefix(particle).is_some_and(|rest| rest.is_empty() || are_particles(rest)))
}

#[cfg(test)]
mod tests {
    use super::are_particles;

    #[test]
    fn particles_alone_or_together() {
        assert!(are_particles("DE") && are_particles("VANDER"));
        assert!(!are_particles("") && !are_particles("SAINT") && !are_particles("DEN1"));
    }
}
