//! What the tests of the whole house share: case files against the engine.

use std::path::{Path, PathBuf};

use huisclos::{Engine, Policy, Role, Span};
use huisclos_corpora::marked::{Case, CaseFile, Gold};

/// The folder of the workspace.
///
/// # Panics
/// Never: the crate's folder has a parent.
pub fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands in the workspace").to_owned()
}

/// Runs every case of a file; returns one line per difference.
///
/// Spans of the file's kinds must be exactly the marks, whatever becomes of them; a member of the court or counsel must be one of that role,
/// and nobody else may be.
/// What touches a neutral mark counts neither way. Marks with one `#id` must be one entity, marks with two must be two.
///
/// # Errors
/// When the file names a policy that does not exist.
///
/// ```
/// use huisclos_corpora::marked::CaseFile;
/// let file = CaseFile::parse("c.md", "---\nkinds: email\n---\n## a hit\n[[email: a@b.example]]\n## a wrong one\n[[email: a at b]]").unwrap();
/// let differences = huisclos_tests::differences("c.md", &file).unwrap();
/// assert_eq!(differences, ["c.md:6: a wrong one: not found: [[email: a at b]]"]);
/// let file = CaseFile::parse("c.md", "---\nkinds: email\n---\n## two\n[[email#a: a@b.example]] [[email#a: c@d.example]]").unwrap();
/// let differences = huisclos_tests::differences("c.md", &file).unwrap();
/// assert_eq!(differences, ["c.md:4: two: two entities: [[email: a@b.example]] and [[email: c@d.example]]"]);
/// ```
pub fn differences(name: &str, file: &CaseFile) -> Result<Vec<String>, huisclos::Error> {
    let mut builder = Engine::builder();
    if let Some(policy) = &file.policy {
        builder = builder.policy(Policy::named(policy)?);
    }
    let engine = builder.build()?;
    let mut all = Vec::new();
    for case in &file.cases {
        let outcome = engine.detect(&case.text, &file.facts)?;
        let found: Vec<Gold> = outcome
            .spans
            .iter()
            .filter(|span| file.kinds.contains(&span.kind))
            .map(|s| Gold { span: s.span, kind: s.kind, role: Some(s.role), entity: Some(s.entity.clone()), neutral: false })
            .collect();
        all.extend(compare(case, file, &found).into_iter().map(|what| format!("{name}:{}: {}: {what}", case.line, case.title)));
    }
    Ok(all)
}

fn compare(case: &Case, file: &CaseFile, found: &[Gold]) -> Vec<String> {
    let wanted = || case.gold.iter().filter(|gold| !gold.neutral && file.kinds.contains(&gold.kind));
    let is_neutral = |span: Span| case.gold.iter().any(|gold| gold.neutral && gold.span.overlaps(span));
    let same = |a: &Gold, b: &Gold| a.span == b.span && a.kind == b.kind && agree(a.role, b.role);
    let missing = wanted().filter(|gold| !found.iter().any(|f| same(gold, f)));
    let extra = found.iter().filter(|f| !is_neutral(f.span) && !wanted().any(|gold| same(gold, f)));
    let mut differences: Vec<String> = missing.map(|gold| format!("not found: {}", shown(case, gold))).collect();
    differences.extend(extra.map(|found| format!("found: {}", shown(case, found))));
    let pairs: Vec<(&Gold, &Gold)> = wanted().filter(|gold| gold.entity.is_some()).filter_map(|gold| Some((gold, found.iter().find(|f| same(gold, f))?))).collect();
    for (at, (gold, found)) in pairs.iter().enumerate() {
        // The first earlier mark that disagrees tells enough.
        let other = pairs[..at].iter().find(|(other, others)| (gold.entity == other.entity) != (found.entity == others.entity));
        if let Some((other, _)) = other {
            let what = if gold.entity == other.entity { "two entities" } else { "one entity" };
            differences.push(format!("{what}: {} and {}", shown(case, other), shown(case, gold)));
        }
    }
    differences
}

/// Roles that the policies treat alike are alike here; which of them it is, `make eval` measures.
fn agree(marked: Option<Role>, found: Option<Role>) -> bool {
    let Some(marked) = marked else { return true };
    let found = found.unwrap_or(Role::Unknown);
    marked == found || !marked.is_court() && !found.is_court()
}

/// The mark as it would stand in the file.
fn shown(case: &Case, gold: &Gold) -> String {
    let role = gold.role.filter(|role| *role != huisclos::Role::Unknown).map(|role| format!(".{role}")).unwrap_or_default();
    format!("[[{}{role}: {}]]", gold.kind, gold.span.of(&case.text))
}
