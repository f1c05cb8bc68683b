//! One mark for the facts and grounds, where only the operative part is published.
//!
//! As the Court's own tools do (jurinorm, annotation.ts): the facts go with the grounds, and a decision whose grounds cannot be told
//! apart, or that has several, is not published by the machine.

use crate::context::{NoGrounds, grounds};
use crate::error::Error;
use crate::model::{Confidence, Detection, Kind};
use crate::resolve::{Claim, in_order};
use crate::text::Span;

/// Replaces every claim inside the facts and grounds of `text` by one that covers them.
pub(super) fn mask(text: &str, claims: &mut Vec<Claim>) -> Result<(), Error> {
    let zone = grounds(text).map_err(|why| {
        let what = match why {
            NoGrounds::NoHeading => "no line is their heading (`EXPOSÉ DU LITIGE`, `MOTIFS`, `SUR CE` ...)",
            NoGrounds::NoOperativePart => "no line such as `PAR CES MOTIFS` opens the operative part after them",
            NoGrounds::Several => "grounds begin again after an operative part",
        };
        Error::policy(format!(
            "the facts and grounds must be masked, and cannot be told apart in this text: {what}. Mask them by hand, or set `grounds` of \
             `occultation` to `keep` if they may be published"
        ))
    })?;
    let across = claims.iter().map(|claim| claim.detection.span).filter(|span| span.overlaps(zone));
    let span = across.fold(zone, Span::cover);
    claims.retain(|claim| !claim.detection.span.overlaps(span));
    claims.push(Claim::new(Detection::new("facts/grounds", Kind::Grounds, span, Confidence::Certain), true));
    in_order(claims);
    Ok(())
}
