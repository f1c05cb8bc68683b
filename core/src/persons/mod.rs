//! Persons: candidate names, their roles, who is who, and the second sweep.
//!
//! 1. [`scene`]: what the document itself says of its words (after an article, after a company word, in lower case)
//!    and the stretches that hold no person: law firms, streets, courts' towns, companies.
//! 2. [`runs`]: capitalised runs with the words that lead to them; [`grow`] says how far one goes, [`after`] what follows it,
//!    [`accept`] weighs it, [`landed`] lets it go on over its land, [`captions`] reads the lines beside `c/`. A run becomes a candidate by evidence, a word alone by [`alone`] and [`lone`].
//! 3. [`letters`]: letters that stand for persons in a text that names others; [`initials`]: two that stand for somebody named.
//!    [`bracketed`]: given names in brackets behind a surname;
//!    [`capitals`] are runs where the prose has no other letters, [`short`] those of one or two letters;
//!    [`spaced`] has their letters apart, [`tables`] and [`items`] those of tables and lists; [`bynames`]: what a verb calls somebody, between quotation marks; [`posts`]: who wrote one; [`namesakes`]: surnames that are words of the courts; [`handles`]: screen names;
//!    [`written`]: names in lower case, in quotations without capitals; [`calendar`]: months and days that somebody is called.
//! 4. [`roles`]: the court's members and counsel apart from parties, mention by mention; [`judged`]: counsel who are parties; [`sittings`]: who sits, by the words of the sitting.
//! 5. [`signatures`]: who signs under which office.
//! 6. [`sweep`]: every proven word is looked for in the whole text.
//! 7. [`columns`]: two names written as one are parted, and a name from the word glued to it.
//! 8. [`people`]: mentions of one person get one number; [`called`] is what a mention says of its person, [`cover`] how
//!    words of names agree.

mod accept;
mod after;
mod alone;
mod bracketed;
mod bynames;
mod calendar;
mod called;
mod capitals;
mod captions;
mod columns;
mod cover;
mod facts;
mod grow;
mod handles;
mod initials;
mod items;
mod judged;
mod landed;
mod lead;
mod letters;
mod lone;
mod namesakes;
mod people;
mod posts;
mod roles;
mod runs;
mod scene;
mod short;
mod signatures;
mod sittings;
mod slots;
mod small;
mod spaced;
mod spelling;
mod sweep;
mod tables;
mod written;

use crate::context::Page;
use crate::model::{CaseFacts, Confidence, Detection, Kind, Role, RuleId};
use crate::text::{Span, order_by};
use scene::Scene;

pub(crate) use people::WHOSE;
pub use spelling::{People, Spelled};

/// The rules of this folder, with their one-sentence description, for `huisclos rules`.
pub const RULES: &[(RuleId, &str)] = &[
    (LED, "A name after a civility, a family or identity word, or a party's label."),
    (BARE, "A name without a cue: a given name beside another capitalised word, or initials and a surname."),
    (CAPTION, "A whole line beside a lone `c/`, or after a party's label."),
    (OFFICE, "A name beside an office of the court or of counsel."),
    (SIGNED, "A name in the block of signatures, under its office or beside it."),
    (WRITTEN, "A name in lower case, in a quotation without capitals."),
    (SWEPT, "A word proven elsewhere in the document to be a person's name."),
    (KNOWN, "A name the caller gave with the case."),
];

pub(crate) const LED: RuleId = "persons/led";
pub(crate) const BARE: RuleId = "persons/bare";
pub(crate) const CAPTION: RuleId = "persons/caption";
pub(crate) const OFFICE: RuleId = "persons/office";
pub(crate) const SIGNED: RuleId = "persons/signed";
pub(crate) const WRITTEN: RuleId = "persons/written";
pub(crate) const SWEPT: RuleId = "persons/swept";
pub(crate) const KNOWN: RuleId = "persons/known";

/// One mention of a person: a contiguous name.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Span, role and confidence.
    pub detection: Detection,
    /// The person it names: equal for all mentions of one person, numbered from 0 in order of first mention.
    pub person: u32,
    /// Why a reviewer should look, when the confidence is `Possible`.
    pub doubt: Option<&'static str>,
}

/// What a mention's own surroundings say of its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Local {
    /// An office beside the name, Maître, a law firm.
    Office(Role),
    /// Kin word, né(e), demeurant, caption.
    Party(Role),
    /// Stands where the court presents itself or signs.
    Zone(Role),
    /// A civility or a given name only.
    Weak,
}

/// A name in tokens, before it is a [`Mention`].
#[derive(Clone, Debug)]
struct Name {
    /// First and last token, both included.
    first: usize,
    last: usize,
    local: Local,
    confidence: Confidence,
    rule: RuleId,
    cue: Option<Span>,
    /// A civility, kin word or label stands before it.
    led: bool,
    /// `avocat`, `barreau` ... around a Maître.
    counsel: bool,
    doubt: Option<&'static str>,
    /// The exact bytes of a name that starts or ends inside a token (glued words).
    part: Option<Span>,
}

/// Finds every mention of a natural person in `page`, and what each person is called.
///
/// `taken` are spans of other kinds (sorted, disjoint): nothing in them is read as a name. Linear in the page, but for a
/// factor of the number of persons who share one surname.
pub fn find(page: &Page, facts: &CaseFacts, taken: &[Span]) -> (Vec<Mention>, People) {
    let mut scene = Scene::new(page, taken);
    let mut names = runs::find(&mut scene);
    spaced::find(&scene, &mut names);
    tables::find(&scene, &mut names);
    tables::initialled(&scene, &mut names);
    items::find(&scene, &mut names);
    slots::find(&scene, &mut names);
    small::find(&scene, &mut names);
    namesakes::find(&scene, &mut names);
    bynames::find(&scene, &mut names);
    posts::find(&scene, &mut names);
    handles::find(&scene, &mut names);
    letters::find(&scene, &mut names);
    written::find(&scene, &mut names);
    facts::add(&scene, facts, &mut names);
    signatures::find(&scene, &mut names);
    bracketed::find(&scene, &mut names);
    bracketed::behind_bynames(&scene, &mut names);
    bracketed::of_kin(&scene, &mut names);
    landed::find(&scene, &mut names);
    sittings::signed_in_line(&scene, &mut names);
    roles::settle(&scene, &mut names);
    runs::joined(&scene, &mut names);
    sweep::find(&scene, &mut names);
    runs::forenames(&scene, &mut names);
    runs::tails(&scene, &mut names);
    signatures::find(&scene, &mut names);
    sittings::signed_in_line(&scene, &mut names);
    roles::settle(&scene, &mut names);
    initials::find(&scene, &mut names);
    columns::repeated(&scene, &mut names);
    columns::listed(&scene, &mut names);
    columns::trim(&scene, &mut names);
    columns::part(&scene, &mut names);
    people::group(&scene, &names)
}

/// Sorts by place; what starts at one token keeps its order.
fn in_order(names: &mut [Name]) {
    order_by(names, |name| name.first as u64);
}

/// No name has more tokens.
const LONGEST: usize = 64;

/// The place in `names`, which are in order, of one that shares a token with those from `first` to `last`. O(log n).
fn over(names: &[Name], first: usize, last: usize) -> Option<usize> {
    let end = names.partition_point(|name| name.first <= last);
    let near = (0..end).rev().take_while(|&index| names[index].first + LONGEST > first);
    near.filter(|&index| names[index].last >= first).last()
}

impl Name {
    fn span(&self, scene: &Scene) -> Span {
        self.part.unwrap_or_else(|| scene.page.document.span_of(self.first, self.last))
    }

    /// The role the local evidence gives; a weak mention is a party's.
    fn role(&self) -> Role {
        match self.local {
            Local::Office(role) | Local::Party(role) | Local::Zone(role) => role,
            Local::Weak => Role::Party,
        }
    }

    fn detection(&self, scene: &Scene) -> Detection {
        let detection = Detection::new(self.rule, Kind::Person, self.span(scene), self.confidence).with_role(self.role());
        match self.cue {
            Some(cue) => detection.with_cue(cue),
            None => detection,
        }
    }
}
