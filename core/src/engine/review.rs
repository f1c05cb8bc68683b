//! A reader's decisions on what the rules found, between the rules and the policy.

use crate::context::Page;
use crate::error::Error;
use crate::model::{CaseFacts, Confidence, Detection, Kind};
use crate::policy::Policy;
use crate::report::review::{Doubt, Review, Ruling};
use crate::resolve::{Claim, disjoint};
use crate::text::{Span, fold};

use super::{Analysis, Engine, Outcome, doubts, terms};

/// The reader's voice among the rules.
pub(super) const READER: &str = "review/reader";

/// What the policy cites for a reader's decision.
pub(super) const BASIS: &str = "a reader's decision in the review";

impl Engine {
    /// What a reader should look at before the text is published, by kind of doubt, then in the order of the text.
    /// What `review` has decided is left out.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB, or the review does not fit it.
    ///
    /// ```
    /// use huisclos::{CaseFacts, DoubtCode, Engine};
    /// let engine = Engine::builder().build()?;
    /// let text = "M. Jean DUVAL, titulaire d'un compte (IBAN illisible), a signé.";
    /// let doubts = engine.review(text, &CaseFacts::default(), None)?;
    /// assert_eq!((doubts.len(), doubts[0].code), (1, DoubtCode::MissingBankAccount));
    /// assert_eq!(doubts[0].spans[0].of(text), "IBAN");
    /// # Ok::<(), huisclos::Error>(())
    /// ```
    pub fn review(&self, text: &str, facts: &CaseFacts, review: Option<&Review>) -> Result<Vec<Doubt>, Error> {
        let analysis = match review {
            Some(review) => self.analyse_reviewed(text, facts, review)?,
            None => self.analyse(text, facts)?,
        };
        let mut doubts = doubts::find(text, &analysis.spans, facts)?;
        if let Some(review) = review {
            let decided: Vec<Span> = review.rulings(text)?.iter().flat_map(Ruling::spans).collect();
            doubts.retain(|doubt| !doubt.spans.iter().any(|span| decided.iter().any(|known| known.overlaps(*span))));
        }
        Ok(doubts)
    }

    /// [`Engine::detect`] with a reader's decisions. The same input gives the same result.
    ///
    /// # Errors
    /// When the review was made of another text, names a place where nothing stands, or the ledger fails.
    pub fn apply_review<'t>(&self, text: &'t str, facts: &CaseFacts, review: &Review) -> Result<Outcome<'t>, Error> {
        self.replace(self.analyse_reviewed(text, facts, review)?)
    }

    /// [`Engine::analyse`] with a reader's decisions.
    ///
    /// # Errors
    /// When the text is larger than 4 GiB, the review was made of another text, or names a place where nothing stands.
    pub fn analyse_reviewed<'t>(&self, text: &'t str, facts: &CaseFacts, review: &Review) -> Result<Analysis<'t>, Error> {
        self.read(text.into(), facts, Some(review))
    }
}

/// Applies the decisions to what the rules found; `policy` says what becomes of what is changed.
pub(super) fn apply(policy: &Policy, page: &Page, review: &Review, mut claims: Vec<Claim>) -> Result<Vec<Claim>, Error> {
    for (at, ruling) in review.rulings(page.document.text())?.into_iter().enumerate() {
        rule(policy, page, &ruling, &mut claims).map_err(|what| Error::review(format!("decision {} of the review: {what}", at + 1)))?;
    }
    Ok(claims)
}

fn rule(policy: &Policy, page: &Page, ruling: &Ruling, claims: &mut Vec<Claim>) -> Result<(), &'static str> {
    let text = page.document.text();
    let spans = ruling.spans();
    match *ruling {
        Ruling::Accept { all, .. } => {
            for at in targets(text, claims, spans[0], all)? {
                let claim = read(&mut claims[at]);
                claim.hidden = true;
                claim.detection.confidence = Confidence::Certain;
            }
        }
        Ruling::Reject { all, .. } => {
            for at in targets(text, claims, spans[0], all)? {
                read(&mut claims[at]).hidden = false;
            }
        }
        Ruling::Change { kind, role, all, .. } => {
            for at in targets(text, claims, spans[0], all)? {
                let claim = read(&mut claims[at]);
                let d = &mut claim.detection;
                d.kind = kind.unwrap_or(d.kind);
                d.role = role.unwrap_or(d.role);
                d.confidence = Confidence::Certain;
                claim.hidden = policy.decide(d.kind, d.role, d.confidence).action.hides();
            }
            people(claims);
        }
        Ruling::Link { .. } => {
            let [one, other] = [spans[0], spans[1]].map(|span| targets(text, claims, span, false));
            let person = |at: &[usize]| claims[at[0]].person.ok_or("a link joins two persons' mentions: change the kind first");
            let (to, from) = (person(&one?)?, person(&other?)?);
            claims.iter_mut().filter(|claim| claim.person == Some(from)).for_each(|claim| read(claim).person = Some(to));
        }
        Ruling::Unlink { all, .. } => {
            let at = targets(text, claims, spans[0], all)?;
            let own = next_person(claims);
            for at in at {
                claims[at].person.ok_or("only a person's mention can be unlinked")?;
                read(&mut claims[at]).person = Some(own);
            }
        }
        Ruling::Add { kind, role, all, .. } => {
            let places = if all { terms::occurrences(page, &[spans[0].of(text).to_owned()]) } else { spans };
            let same = |claim: &&Claim| claim.person.is_some() && fold(claim.detection.span.of(text)) == fold(places[0].of(text));
            let person = (kind == Kind::Person && !places.is_empty()).then(|| claims.iter().find(same).and_then(|claim| claim.person).unwrap_or_else(|| next_person(claims)));
            for place in places {
                // What the addition touches goes whole: no half of a name comes back.
                let span = claims.iter().filter(|claim| claim.hidden && claim.detection.span.overlaps(place)).fold(place, |span, claim| span.cover(claim.detection.span));
                claims.retain(|claim| !span.contains(claim.detection.span));
                let mut claim = Claim::new(Detection::new(READER, kind, span, Confidence::Certain).with_role(role), true);
                claim.person = person;
                claims.push(claim);
            }
            *claims = disjoint(text, std::mem::take(claims));
        }
    }
    Ok(())
}

/// The claim, with the reader as the one who decides.
fn read(claim: &mut Claim) -> &mut Claim {
    if !claim.rules.contains(&READER) {
        claim.rules.insert(0, READER);
    }
    claim.reason = None;
    claim
}

/// The claims that a decision on `span` is about: the one that stands there, or those that lie in it; with `all`, also those
/// of the same words and kind.
fn targets(text: &str, claims: &[Claim], span: Span, all: bool) -> Result<Vec<usize>, &'static str> {
    let touched: Vec<usize> = (0..claims.len()).filter(|&at| claims[at].detection.span.overlaps(span)).collect();
    if touched.is_empty() {
        return Err("nothing was found at this place: use `add`");
    }
    if touched.iter().any(|&at| !span.contains(claims[at].detection.span)) {
        return Err("it cuts what was found in two: name the whole of it");
    }
    if !all {
        return Ok(touched);
    }
    let words = |at: usize| (claims[at].detection.kind, crate::replace::key(claims[at].detection.kind, claims[at].detection.span.of(text)));
    let sought: Vec<_> = touched.iter().map(|&at| words(at)).collect();
    Ok((0..claims.len()).filter(|&at| sought.contains(&words(at))).collect())
}

/// Gives those who became persons a number of their own, and takes it from those who are none any more.
fn people(claims: &mut [Claim]) {
    let mut next = next_person(claims);
    for claim in claims {
        match (claim.detection.kind == Kind::Person, claim.person) {
            (true, None) => {
                claim.person = Some(next);
                next += 1;
            }
            (false, Some(_)) => claim.person = None,
            _ => {}
        }
    }
}

fn next_person(claims: &[Claim]) -> u32 {
    claims.iter().filter_map(|claim| claim.person).max().map_or(0, |last| last + 1)
}
