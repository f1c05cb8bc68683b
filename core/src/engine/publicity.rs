//! What the caller should know before a decision is published.

use crate::model::{CaseFacts, Debates, Warning};
use crate::policy::{Policy, Published};

pub(super) fn warnings(policy: &Policy, facts: &CaseFacts) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: &str| warnings.push(Warning { code, message: message.to_owned() });
    let masked = policy.masks_grounds(facts).is_some();
    if facts.debates == Some(Debates::NotPublic) {
        warn("debates_not_public", if masked {
            "the debates were not public: the facts and grounds are masked"
        } else {
            "the debates were not public: check whether the grounds may be published (COJ R111-12)"
        });
    }
    match policy.publicity().published(facts.nac.as_deref(), facts.public) {
        Published::No => warn(
            "nac_not_public",
            "this decision is not public, by its nature (NAC) or by the register: do not publish it without a decision of the court",
        ),
        Published::OperativePart => warn("nac_not_public", if masked {
            "of decisions of this nature (NAC) only the operative part is published: the facts and grounds are masked"
        } else {
            "of decisions of this nature (NAC) only the operative part is published: cut the grounds"
        }),
        Published::Whole => {}
    }
    if policy.is_unpublished() {
        warn("business_secret", "a switch says that the grounds hold a business secret: do not publish this decision");
    }
    if policy.has_stray_terms() {
        warn("terms_beyond_recommendation", "terms came with a recommendation that has none: those to remove are removed, those to keep are not kept");
    }
    warnings
}
