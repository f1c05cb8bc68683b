//! The words before a name: civilities, Maître, kin words, offices, labels.

use super::scene::Scene;
use crate::context::Cue;
use crate::lexicon::Class;
use crate::model::Role;
use crate::text::{Gap, Shape, TokenKind, one_of};

/// What leads to the token it is asked for.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Lead {
    /// M., Mme, Dr ...
    pub civility: bool,
    /// MM., consorts, époux: a list follows.
    pub plural: bool,
    /// Me, Maître.
    pub maitre: bool,
    /// épouse, née, alias ...: the same person as the name before, or kin.
    pub kin: bool,
    /// The kin word ties the name to the one just before it (née, épouse, dit, alias).
    pub tie: bool,
    /// An office or quality noun before the name.
    pub office: Option<Role>,
    /// The office is that of who signs.
    pub signs: bool,
    /// A party's label, `nom :`, `prénom :` before the name.
    pub label: bool,
    /// `Nom :`, `Prénoms :`: the rest of the line is the name.
    pub field: bool,
    /// `le serveur`, `l'abbé`, `tonton`: what somebody does or is called by.
    pub job: bool,
    /// `le petit`, `une certaine`: only a given name or a word of no dictionary is a person's.
    pub epithet: bool,
    /// The name must end at a comma: `l'interne, Aïcha, qui`.
    pub apposed: bool,
    /// Index of the first token of the lead.
    pub from: usize,
}

impl Lead {
    /// True when a name must follow.
    pub(super) const fn strong(&self) -> bool {
        self.civility || self.maitre || self.kin
    }

    /// True when anything leads.
    pub(super) const fn any(&self) -> bool {
        self.strong() || self.office.is_some() || self.label
    }
}

/// The role a cue's word gives to the name beside it.
pub(super) fn role_of(cue: Cue) -> Option<Role> {
    const ANY: Cue = Cue::OFFICE_OF_COURT.or(Cue::NOTARY).or(Cue::BAILIFF).or(Cue::TRUSTEE).or(Cue::EXPERT).or(Cue::WITNESS).or(Cue::OFFICER).or(Cue::VICTIM).or(Cue::MINOR);
    if !cue.any(ANY) {
        return None;
    }
    [
        (Cue::CLERK, Role::Clerk),
        (Cue::PROSECUTOR, Role::Prosecutor),
        (Cue::LAWYER, Role::Lawyer),
        (Cue::JUDGE, Role::Judge),
        (Cue::NOTARY, Role::Notary),
        (Cue::BAILIFF, Role::Bailiff),
        (Cue::TRUSTEE, Role::ThirdParty),
        (Cue::EXPERT, Role::Expert),
        (Cue::WITNESS, Role::Witness),
        (Cue::OFFICER, Role::Officer),
        (Cue::VICTIM, Role::Victim),
        (Cue::MINOR, Role::Minor),
    ]
    .into_iter()
    .find_map(|(of, role)| cue.any(of).then_some(role))
}

/// `La présidente : Monsieur X, reconnaissez-vous`, `Le président : Mme X avait deux fils`: whom the court speaks to or of in a transcript.
pub(super) fn addressed(scene: &Scene, label: usize, name: usize) -> bool {
    let woman = one_of!(scene.page.folded(label), "PRESIDENTE" | "GREFFIERE" | "PROCUREURE");
    let man = one_of!(scene.page.folded(name - 1), "MONSIEUR" | "M") || scene.is(name - 1, ".") && scene.is(name - 2, "M");
    let end = behind_capitals(scene, name);
    let hailed = |end: usize| scene.is(end, ",") && (end + 1..end + 8).take_while(|&t| scene.gap(t) < Gap::Blank).any(|t| one_of!(scene.page.folded(t), "VOUS" | "VOTRE" | "VOS"));
    woman && man || end.is_some_and(|end| end > name && (hailed(end) || super::lone::acts(scene, end - 1)))
}

/// `La greffière, S. TANGUIDÉ`, `La présidente, signé : A. LAVERGNAT`: the office of who signs or sits, and where it opens.
fn signing_office(scene: &Scene, mark: usize, name: usize) -> Option<(Role, usize)> {
    let signed = |at: usize| one_of!(scene.page.folded(at), "SIGNE" | "SIGNEE");
    let end = (mark.saturating_sub(4)..=mark).rev().find(|&at| !one_of!(scene.page.folded(at), "," | ":") && !signed(at))?;
    // `Le président de la crèche, M. K. Durand, a signé`: a sentence, where who signs ends it.
    let after = (name + 2..name + 9).find(|&at| !(scene.capital(at) || scene.cue(at).any(Cue::PARTICLE) || scene.kind(at) == TokenKind::Elision || one_of!(scene.page.folded(at), "." | "-")) || scene.gap(at) >= Gap::Wide);
    let initialled = scene.shape(name) == Shape::Initial && scene.is(name + 1, ".") && after.is_none_or(|at| scene.gap(at) >= Gap::Wide || scene.is(at, ")"));
    // Below columns of labels a name has its own: `Le premier juré,      Le président,`
    let columns = scene.gap(name) >= Gap::Line && scene.page.line_start(mark).is_some_and(|line| (line + 1..=mark).any(|at| scene.gap(at) >= Gap::Wide));
    let initialled = initialled && !columns;
    let article = |at: usize| one_of!(scene.page.folded(at), "LE" | "LA" | "L'") && scene.shape(at) != Shape::Lower;
    // `La greffière, Adama Konaté`, and nothing more.
    let closes = || scene.is(mark, ",") && scene.given(name) && scene.capital(name + 1) && (scene.page.tokens().len() == name + 2 || scene.gap(name + 2) == Gap::Blank);
    if !(initialled || (end + 1..=mark).any(signed) || closes()) {
        return None;
    }
    let phrase = (end.saturating_sub(5)..=end).rev().take_while(|&at| scene.gap(at + 1) <= Gap::Line && scene.kind(at) != TokenKind::Symbol);
    let start = phrase.into_iter().find(|&at| article(at) && (scene.gap(at) >= Gap::Line || scene.shape(at) == Shape::Title))?;
    (start + 1..=end).find_map(|at| role_of(scene.cue(at))).filter(|role| role.is_court()).map(|role| (role, start))
}

/// Reads the tokens before `at`.
pub(super) fn before(scene: &Scene, at: usize) -> Lead {
    let mut lead = Lead { from: at, ..Lead::default() };
    let mut next = at;
    // At most six tokens: `Mme veuve`, `M. le Dr`, `Greffier : Mme`.
    for _ in 0..6 {
        let Some(previous) = next.checked_sub(1) else { break };
        let gap = scene.gap(next);
        if gap == Gap::Blank {
            if next == at && label_above(scene, previous) {
                lead.label = true;
            }
            break;
        }
        let cue = scene.cue(previous);
        let folded = scene.page.folded(previous);
        let quoted = next + 1 == at && one_of!(scene.page.folded(next), "«" | "\"");
        // `Greffier ......... Mme X`, `Assesseurs preneurs ..... M. X`: dots lead from a label to what it says.
        if folded == "." && let Some(label) = scene.page.leader(next) {
            // `Conseiller (S) .....`
            let label = if label > 3 && scene.is(label, ")") && scene.is(label - 2, "(") { label - 3 } else { label };
            // `assistée de Mme ....Zorka BILKO....`
            let title = scene.cue(label).any(Cue::CIVILITY.or(Cue::MAITRE));
            if next == at && title {
                take(scene, &mut lead, label);
                next = label;
                continue;
            }
            if next == at && one_of!(scene.page.folded(label), "DIT" | "DITE") {
                (lead.kin, lead.tie, lead.from) = (true, true, label);
                break;
            }
            // `Le greffier : ....X`
            let label = label - usize::from(label > 0 && scene.is(label, ":"));
            let label = label - usize::from(label > 0 && one_of!(scene.page.folded(label), "BAILLEURS" | "PRENEURS" | "EMPLOYEURS" | "SALARIES"));
            let role = line_office(scene, label).or_else(|| judge_of_title(scene, label).map(|_| Role::Judge)).or_else(|| office(scene, label, true));
            (lead.office, lead.label, lead.from) = (role, role.is_none() && scene.cue(label).any(Cue::PARTY_LABEL), label);
            break;
        }
        if folded == "." && (quoted || next == at) {
            // The dot of an abbreviated civility.
            let Some(abbreviation) = previous.checked_sub(1) else { break };
            // `C'est un monsieur. Quand mon mari`: a word in full has no dot.
            let full = scene.shape(abbreviation) == Shape::Lower && one_of!(scene.page.folded(abbreviation), "MONSIEUR" | "MADAME" | "MADEMOISELLE" | "MAITRE" | "MESSIEURS" | "MESDAMES");
            // `avec M . Bilko`, as a reader of scans leaves spaces.
            let apart = scene.gap(previous) == Gap::Space && one_of!(scene.page.folded(abbreviation), "M" | "MR" | "MME") && scene.gap(at) <= Gap::Wide && abbreviation > 0 && (scene.shape(abbreviation - 1) == Shape::Lower || one_of!(scene.page.folded(abbreviation - 1), "." | "," | ";"));
            if (scene.gap(previous) == Gap::None || apart) && scene.cue(abbreviation).any(Cue::CIVILITY.or(Cue::MAITRE)) && !full && civil(scene, abbreviation, true) {
                take(scene, &mut lead, abbreviation);
                next = abbreviation;
                continue;
            }
            // `ép. Quillivoc`, `div. Quillivoc`
            if scene.gap(previous) == Gap::None && one_of!(scene.page.folded(abbreviation), "EP" | "EPSE" | "VVE" | "VV" | "DIV") && scene.shape(abbreviation) == Shape::Lower && gap == Gap::Space {
                lead.kin = true;
                lead.tie = true;
                lead.from = abbreviation;
            }
            break;
        }
        if cue.any(Cue::CIVILITY.or(Cue::MAITRE)) && civil(scene, previous, false) {
            take(scene, &mut lead, previous);
            next = previous;
            continue;
        }
        if one_of!(folded, "," | ":" | "SIGNE" | "SIGNEE") && (!lead.any() || lead.civility) && let Some((role, from)) = signing_office(scene, previous, at) {
            (lead.office, lead.signs, lead.from) = (Some(role), true, from);
            break;
        }
        // `le juge aux affaires familiales, alors M. X`
        if folded == "ALORS" && lead.civility && previous > 0 && scene.is(previous - 1, ",") {
            next = previous;
            continue;
        }
        let seated = || scene.is(previous - 1, ",") && (previous.saturating_sub(12)..previous).any(|at| scene.is(at, "ASSESSEURS"));
        if one_of!(folded, "LE" | "LA") && lead.civility && previous > 0 && (scene.cue(previous - 1).any(Cue::CIVILITY) || scene.is(previous - 1, ".") || seated()) {
            next = previous;
            continue;
        }
        if let Some(noun) = surname_told(scene, previous).filter(|_| !lead.any()) {
            lead.kin = true;
            lead.tie = true;
            lead.from = noun;
            break;
        }
        if one_of!(folded, ":" | "-" | "–" | "•" | "\"" | "«" | "'" | "," | "(" | ")") {
            // A colon or a quote may stand between the label and the name.
            // `quatre enfants (Nao, Lili et Zoé)`
            let noun = |at: usize| scene.cue(at).any(Cue::PLURAL) && scene.cue(at).any(Cue::KIN);
            // `Enfants à charge : 3 (Nao, Lili, Zoé)`
            let counted = folded == "(" && previous > 4 && scene.kind(previous - 1) == TokenKind::Number && scene.is(previous - 2, ":") && (noun(previous - 3) || noun(previous - 5));
            if counted && !lead.any() {
                lead.kin = true;
                lead.plural = true;
                lead.office = Some(Role::Minor);
                lead.from = previous - 3;
                break;
            }
            let bracket = folded == "(" && previous > 0 && noun(previous - 1);
            if (one_of!(folded, "," | ":") || bracket) && !lead.any() && kin_before(scene, &mut lead, previous) {
                break;
            }
            if folded == "," && !lead.any() && gap <= Gap::Line && apposed(scene, &mut lead, previous) {
                lead.apposed = true;
                break;
            }
            // `Le juge des enfants, Théodora MAREST, assistée de`
            if folded == "," && !lead.any() && gap == Gap::Space && opens_bench(scene, previous) && let Some(role) = magistrate_before(scene, previous) {
                (lead.office, lead.from) = (Some(role), previous - 1);
                break;
            }
            // `Vu l'avis de M. le procureur de la République, Zorko BILKO, du 3 mai`
            let polite = |t: usize| one_of!(scene.page.folded(t), "LE" | "LA") && (scene.cue(t - 1).any(Cue::CIVILITY) || scene.is(t - 1, ".")) && scene.cue(t + 1).any(Cue::PROSECUTOR);
            // Not `en présence de M. le procureur, Zorko BILKO, a comparu`.
            let dated = |at: usize| behind_capitals(scene, at).is_some_and(|end| end > at && scene.is(end, ",") && one_of!(scene.page.folded(end + 1), "DU" | "EN" | "TENDANT" | "REQUERANT"));
            if folded == "," && !lead.any() && gap == Gap::Space && (previous.saturating_sub(7).max(1)..previous).any(polite) && magistrate_before(scene, previous) == Some(Role::Prosecutor) && dated(at) {
                (lead.office, lead.from) = (Some(Role::Prosecutor), previous - 1);
                break;
            }
            if folded == "," && !lead.any() && batonnier(scene, previous) {
                lead.office = Some(Role::Lawyer);
                lead.from = previous - 1;
                break;
            }
            // `la juge d'instruction de Metz (Mme X)`
            let ends = || (at..at + 6).find(|&t| !(scene.capital(t) || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE) || scene.is(t, "-")));
            let kin = || (previous.saturating_sub(7)..previous).any(|t| scene.cue(t).any(Cue::KIN));
            if folded == "(" && lead.civility && !kin() && ends().is_some_and(|end| scene.is(end, ")")) && let Some(role) = magistrate_before(scene, previous) {
                (lead.office, lead.from) = (Some(role), previous);
                break;
            }
            if one_of!(folded, "," | "(" | ")" | "-" | "–") && !(lead.civility && matches!(folded, ",")) {
                break;
            }
            let Some(label) = previous.checked_sub(1) else { break };
            // `Enfant(s) :`
            let label = if folded == ":" && label > 2 && scene.is(label, ")") && one_of!(scene.page.folded(label - 1), "S" | "E") && scene.is(label - 2, "(") && !one_of!(scene.page.folded(label - 3), "NOM" | "PRENOM") { label - 3 } else { label };
            let label_cue = scene.cue(label);
            if folded == "," {
                // `son agent, M. X`; a company's president is nobody of the court, a `juge d'instruction de Metz` is.
                if let Some(role) = magistrate_before(scene, previous) {
                    lead.office = Some(role);
                } else if lead.civility && job_at(scene, &mut Lead::default(), previous.saturating_sub(1)) {
                    // `le directeur, M. X`
                    lead.office = role_of(scene.cue(previous.saturating_sub(1))).filter(|role| !role.is_court()).or(Some(Role::ThirdParty));
                }
                break;
            }
            // The head of a message: `De : Kelly`
            if folded == ":" && one_of!(scene.page.folded(label), "DE" | "A" | "CC" | "EXPEDITEUR" | "DESTINATAIRE") && scene.capital(label) && scene.gap(label) >= Gap::Line {
                lead.label = true;
                lead.job = true;
                lead.epithet = true;
                lead.from = label;
                break;
            }
            if folded == ":" && form_field(scene, label) {
                lead.label = true;
                lead.field = true;
                lead.from = label;
                break;
            }
            if folded == ":" {
                if scene.kind(label) == TokenKind::Word {
                    // `Tenait la plume : Mme X`
                    if label > 1 && scene.is(label, "PLUME") && scene.page.folded(label - 2).starts_with("TEN") {
                        (lead.office, lead.from) = (Some(Role::Clerk), label);
                        break;
                    }
                    // `il l'a dit au juge : « Steeve avait »`
                    let quotes = one_of!(scene.page.folded(previous + 1), "«" | "\"") && scene.shape(label) == Shape::Lower || of_statutes(scene, label) || lead.civility && addressed(scene, label, at);
                    // `MINISTÈRE PUBLIC : M. X, avisé`
                    let ministry = label > 0 && scene.is(label, "PUBLIC") && scene.is(label - 1, "MINISTERE") && scene.shape(label - 1) != Shape::Lower && (label == 1 || scene.gap(label - 1) >= Gap::Line) && lead.civility;
                    if let Some(role) = ministry.then_some(Role::Prosecutor).or_else(|| line_office(scene, label).filter(|_| !quotes)).or_else(|| office(scene, label, true).filter(|_| !quotes)).or_else(|| (label > 0 && label_cue.any(Cue::PARTY_LABEL) && scene.cue(label - 1).any(Cue::JUDGE)).then_some(Role::Judge)) {
                        lead.office = Some(role);
                        lead.from = label;
                    } else if one_of!(scene.page.folded(label), "NOM" | "NOMS" | "PRENOM" | "PRENOMS") && scene.capital(label) {
                        lead.label = true;
                        lead.field = true;
                        lead.from = label;
                    } else if label_cue.any(Cue::PARTY_LABEL) || one_of!(scene.page.folded(label), "NOM" | "PRENOM" | "PRENOMS" | "NOMS" | "ENTRE" | "DEMANDE" | "ASSURE") {
                        lead.label = true;
                        lead.from = label;
                    } else if label_cue.any(Cue::KIN.or(Cue::PERSON_NOUN)) && next == at {
                        lead.kin = true;
                        lead.plural |= label_cue.any(Cue::PLURAL) || scene.is(label + 1, "(");
                        lead.from = label;
                    }
                }
                break;
            }
            next = previous;
            continue;
        }
        if lead.civility
            && let Some(role) = presiding(scene, previous)
        {
            lead.office = Some(role);
            lead.from = previous;
            break;
        }
        // `dit « le Corse »`, `surnommée « la Blanche »`
        if next == at && one_of!(folded, "LE" | "LA" | "L'") && by_name(scene, previous) {
            lead.kin = true;
            lead.tie = true;
            lead.from = previous;
            break;
        }
        // `Nous soussignés BRIAND Gwenolé, gendarme`
        if gap <= Gap::Space && !lead.any() && one_of!(folded, "SOUSSIGNE" | "SOUSSIGNEE" | "SOUSSIGNES" | "SOUSSIGNEES") {
            lead.label = true;
            lead.plural = folded.ends_with('S');
            lead.from = previous;
            break;
        }
        // `a signé « Wiesia »`, `SIGNE « DUTRAIS »`, `l'article, signé Piquedru,`
        let signs = || quoted || scene.shape(at) == Shape::Initial && scene.is(at + 1, ".") && gap <= Gap::Space || scene.shape(previous) == Shape::Lower && scene.shape(at) == Shape::Title && !scene.ordinary(at) && !scene.class(at).any(Class::PLACE) && one_of!(scene.page.folded(at + 1), "," | "." | ";" | ")" | "»");
        if one_of!(folded, "SIGNE" | "SIGNEE" | "SIGNES" | "SIGNEES" | "SIGNENT") && signs() {
            lead.kin = true;
            lead.from = previous;
            break;
        }
        if called(scene, previous) {
            lead.kin = true;
            lead.plural |= folded == "APPELLENT" || folded == "APPELAIENT";
            let object = one_of!(folded, "APPELAIT" | "APPELAIENT" | "SURNOMMAIT" | "SURNOMMAIENT") && previous > 0 && one_of!(scene.page.folded(previous - 1), "L'" | "M'" | "S'" | "T'" | "LES" | "NOUS" | "LE" | "LA");
            lead.tie = object || one_of!(folded, "APPELLE" | "APPELE" | "APPELEE" | "SURNOM" | "NOM" | "AUSSI" | "DENOMME" | "DENOMMEE" | "SURNOMME" | "SURNOMMEE") || one_of!(scene.page.folded(previous.saturating_sub(1)), "SURNOM" | "SOBRIQUET" | "PSEUDONYME" | "PSEUDO" | "PRENOM" | "DIMINUTIF");
            lead.from = if lead.tie { previous.saturating_sub(1) } else { previous };
            break;
        }
        // `le pseudonyme Zork68`
        if gap == Gap::Space && one_of!(folded, "PSEUDONYME" | "PSEUDO" | "SOBRIQUET" | "SURNOM") && scene.shape(previous) == Shape::Lower && matches!(scene.shape(at), Shape::Title | Shape::Mixed) {
            lead.kin = true;
            lead.tie = true;
            lead.from = previous;
            break;
        }
        if folded == "USUEL" && previous > 0 && scene.is(previous - 1, "PRENOM") {
            next = previous;
            continue;
        }
        if cue.any(Cue::BORN) {
            if is_born(scene, previous, next) {
                lead.kin = true;
                lead.tie = true;
                lead.plural |= one_of!(folded, "NES" | "NEES");
                lead.from = previous;
            }
            break;
        }
        if cue.any(Cue::KIN) && !(one_of!(folded, "DIT" | "DITE") && scene.shape(previous) != Shape::Lower) {
            kin(scene, &mut lead, previous);
            break;
        }
        // `leurs filles Bokli et Yuxu`, `ses frères Kiklai, Drek et Sonk YEKLEZ`
        let owned = || previous > 0 && one_of!(scene.page.folded(previous - 1), "SES" | "LEURS" | "MES" | "NOS" | "VOS" | "DEUX" | "TROIS" | "QUATRE") || one_of!(folded, "FRERES" | "SOEURS" | "COUPLE") && previous > 0 && one_of!(scene.page.folded(previous - 1), "LES" | "DES" | "LE" | "DU" | "AUX" | "AU");
        if gap <= Gap::Space && !lead.any() && one_of!(folded, "FRERES" | "SOEURS" | "COUPLE" | "PARENTS" | "GRANDS-PARENTS" | "FILLES" | "FILS" | "COUSINS" | "COUSINES" | "NEVEUX" | "NIECES" | "ONCLES" | "TANTES") && scene.unmarked(previous) && owned() {
            lead.kin = true;
            lead.plural = true;
            lead.from = previous;
            break;
        }
        // `Le fils de LI Xiu`, `fille de DJOEMADI Soekinah`
        if one_of!(folded, "DE" | "D'") && gap <= Gap::Space && !lead.any() && previous > 0 && one_of!(scene.page.folded(previous - 1), "FILS" | "FILLE") && scene.shape(previous) == Shape::Lower {
            lead.kin = true;
            lead.from = previous - 1;
            break;
        }
        // `Fils de TAISUPES Ségin et de CHAIBU Klépo`
        let child = |at: usize| one_of!(scene.page.folded(at), "FILS" | "FILLE") && scene.is(at + 1, "DE") || scene.is(at, "DE") && (scene.gap(at) >= Gap::Line || scene.is(at + 1, ":"));
        if folded == "DE" && gap <= Gap::Space && !lead.any() && previous > 3 && scene.is(previous - 1, "ET") && scene.shape(previous) == Shape::Lower && let Some(from) = (previous.saturating_sub(9)..previous - 1).rev().take_while(|&at| scene.gap(at + 1) < Gap::Line).find(|&at| child(at)) {
            lead.kin = true;
            lead.from = if one_of!(scene.page.folded(from), "FILS" | "FILLE") { from } else { previous };
            break;
        }
        if folded == "CHEZ" && gap <= Gap::Space && !lead.any() && houses(scene, previous, at) {
            lead.kin = true;
            lead.tie = true;
            lead.from = previous;
            break;
        }
        if matches!(folded, "DISANT") && previous > 0 && scene.is(previous - 1, "SE") {
            lead.kin = true;
            lead.tie = true;
            lead.from = previous - 1;
            break;
        }
        if gap <= Gap::Line
            && let Some(role) = office(scene, previous, gap >= Gap::Line).or_else(|| (!lead.any() && gap == Gap::Space && titled_judge(scene, previous)).then_some(Role::Judge)).filter(|_| !(lead.civility && one_of!(folded, "PRESIDENT" | "PRESIDENTE") && said(scene, previous) || had_as_president(scene, previous) || of_a_board(scene, previous)))
        {
            lead.office = Some(role);
            lead.from = previous;
            break;
        }
        if cue.any(Cue::PARTY_LABEL) && scene.shape(previous) != Shape::Lower && gap >= Gap::Wide {
            lead.label = true;
            lead.from = previous;
            break;
        }
        if cue.any(Cue::PERSON_NOUN) && gap <= Gap::Space && scene.unmarked(previous) && !lead.any() {
            lead.label = true;
            lead.plural = cue.any(Cue::PLURAL);
            lead.from = previous;
            break;
        }
        if gap <= Gap::Space && !lead.any() && !job_at(scene, &mut lead, previous) && one_of!(folded, "DE" | "D'") && previous > 0 && scene.cue(previous - 1).any(Cue::LIFE.or(Cue::KIN)) && scene.shape(previous - 1) == Shape::Lower {
            lead.label = true;
            lead.job = true;
            lead.epithet = true;
            lead.from = previous - 1;
        }
        break;
    }
    lead
}

/// `Demeurant : chez BICHE, 2 impasse`, `domicilié chez Zirkou - 5 rue`: who houses somebody, before the number of the house.
fn houses(scene: &Scene, chez: usize, at: usize) -> bool {
    let dwells = |t: usize| scene.cue(t).any(Cue::DWELLING) || one_of!(scene.page.folded(t), "HEBERGE" | "HEBERGEE" | "LOGE" | "LOGEE");
    let verb = chez > 1 && scene.is(chez - 1, ":") && dwells(chez - 2) || chez > 0 && dwells(chez - 1);
    let end = (at + 1..at + 5).find(|&t| one_of!(scene.page.folded(t), "," | "-" | "–") || scene.gap(t) >= Gap::Line);
    let number = |t: usize| scene.kind(if scene.gap(t) >= Gap::Line { t } else { t + 1 }) == TokenKind::Number;
    verb && end.is_some_and(number)
}

/// What a family calls its own, in title case too: `Embrasse Mamie Zozo`.
pub(super) fn hails(scene: &Scene, at: usize) -> bool {
    one_of!(scene.page.folded(at), "TONTON" | "TATA" | "TATIE" | "TANTINE" | "MAMAN" | "PAPA" | "MAMIE" | "MAMY" | "PAPI" | "PAPY" | "PEPE" | "PEPERE" | "MEMERE") || scene.is(at, "MEME") && scene.page.document.ends_acute(at)
}

/// `le serveur`, `l'abbé`, `son éducateur`, `les agents`, `le petit`: the lower-case noun at `at`, or before an adjective there,
/// says that a person follows.
fn job_at(scene: &Scene, lead: &mut Lead, at: usize) -> bool {
    let cue = scene.cue(at);
    let alone = hails(scene, at) || one_of!(scene.page.folded(at), "FEU" | "FEUE") || scene.is(at, "MAN") && scene.shape(at) == Shape::Title;
    // `LES DECLARATIONS DE DAME GERMAIN`
    let alone = alone || one_of!(scene.page.folded(at), "DAME" | "DEMOISELLE") && scene.unmarked(at);
    if scene.page.folded(at).len() < 3 || !alone && !scene.unmarked(at) {
        return false;
    }
    let determined = |at: usize| {
        // `le grand chef`, `son ancien éducateur`
        let at = if at > 1 && (scene.cue(at - 1).any(Cue::EPITHET) || one_of!(scene.page.folded(at - 1), "ANCIEN" | "ANCIENNE" | "NOUVEAU" | "NOUVELLE" | "PROPRE" | "MEILLEUR" | "MEILLEURE")) { at - 1 } else { at };
        at > 0 && scene.gap(at) <= Gap::Space && (scene.cue(at - 1).any(Cue::ARTICLE) || one_of!(scene.page.folded(at - 1), "MON" | "MA" | "MES"))
    };
    let noun = |at: usize| {
        let cue = scene.cue(at);
        let word = scene.page.folded(at);
        let trade = |class: Class| class.any(Class::PROFESSION);
        let singular = word.strip_suffix('S').filter(|word| word.len() > 3);
        scene.unmarked(at)
            && (one_of!(word, "BERGER" | "BERGERE" | "MARCHAND" | "MEUNIER" | "PORTIER" | "CAVALIER" | "CAVALIERE" | "PATRON" | "POTIER")
                || cue.any(Cue::APPELLATION.or(Cue::PERSON_NOUN).or(Cue::WITNESS).or(Cue::VICTIM).or(Cue::TRADE))
                || word.len() > 4
                    && !cue.any(Cue::OFFICE_OF_COURT.or(Cue::OFFICE))
                    && (trade(scene.class(at)) || word.split_once('-').is_some_and(|(first, rest)| trade(scene.page.lexicon.look_up(first)) || one_of!(first, "CO" | "EX" | "NU") && (trade(scene.page.lexicon.look_up(rest)) || Cue::of(rest).any(Cue::PERSON_NOUN))) || singular.is_some_and(|word| trade(scene.page.lexicon.look_up(word)))))
    };
    let other = cue.any(Cue::COMPANY.or(Cue::COURT).or(Cue::STREET).or(Cue::ESTABLISHMENT).or(Cue::PARTICLE).or(Cue::PLACE_PREP));
    let epithet = !other && cue.any(Cue::EPITHET) && determined(at);
    let job = !other && (alone || determined(at) && noun(at) || cue == Cue::NONE && at > 1 && scene.gap(at) <= Gap::Space && scene.cue(at - 1).minus(Cue::APPELLATION.or(Cue::PERSON_NOUN).or(Cue::TRADE)) == Cue::NONE && determined(at - 1) && noun(at - 1));
    let job = job || compound(scene, at, |head| determined(head) && noun(head));
    if !job && !epithet {
        return false;
    }
    lead.label = true;
    lead.job = true;
    lead.epithet = !job;
    lead.plural = scene.page.folded(at).ends_with('S') && scene.cue(at.saturating_sub(1)).any(Cue::ARTICLE) && scene.page.folded(at.saturating_sub(1)).ends_with('S');
    lead.from = at;
    true
}

/// `l'assistante sociale`, `le chef d'équipe`, `l'aide à domicile`, `le médecin du travail`, `le père biologique`: a trade or a relative that adjectives and
/// complements go on to `last`.
fn compound(scene: &Scene, last: usize, trade: impl Fn(usize) -> bool) -> bool {
    // `le fabricant de meubles Zorkine`: a company.
    const MAKERS: &[&str] = &["OPERATEUR", "LOUEUR", "MARCHAND", "REVENDEUR", "REPRESENTANT", "CLIENT", "PROPRIETAIRE", "LOCATAIRE", "TITULAIRE", "MEMBRE", "MEMBRES"];
    const HEADS: &[&str] = &["CHEF", "CHEFFE", "AIDE", "AGENT", "AGENTE", "CADRE", "CONSEILLER", "CONSEILLERE", "TECHNICIEN", "TECHNICIENNE", "CHARGE", "CHARGEE", "HOMME", "FEMME", "GARCON", "GARDE", "HOTESSE", "TRAVAILLEUR", "TRAVAILLEUSE", "MAITRE", "MAITRESSE", "COMPAGNON", "COMPAGNE", "SAPEUR-POMPIER", "MAITRE-NAGEUR", "ADJOINT", "ADJOINTE", "REPRESENTANTE"];
    const CIVIL: &[&str] = &["MUNICIPAL", "MUNICIPALE", "DEPARTEMENTAL", "DEPARTEMENTALE", "REGIONAL", "REGIONALE", "ORIENTATION", "CLIENTELE", "BANCAIRE", "EDUCATION", "INSERTION", "VENTE", "PEDAGOGIQUE", "CONJUGAL", "CONJUGALE", "FINANCIER", "FINANCIERE", "PATRIMOINE"];
    const ENDS: &[&str] = &["AL", "ALE", "EL", "ELLE", "IER", "IERE", "IF", "IVE", "IQUE", "AIRE", "EUR", "EUSE", "CIEL", "ENT", "ENTE", "ISTE", "IEN", "IENNE", "AIN", "AINE", "ANT", "ANTE", "OLE", "CONSEIL", "CLIENTELE", "CHAMPETRE", "AINEE", "CADET", "CADETTE", "AVOCAT", "PRECEDENTE", "AUTOMOBILE", "HUMAINES"];
    // Complements with an article: of those words alone.
    const OF: &[&str] = &["TRAVAIL", "PERSONNEL", "DESSOUS", "DESSUS", "MAIRE", "HUMAINES", "VENTES", "EPOQUE", "MOMENT", "QUARTIER", "VILLAGE", "IMMEUBLE", "RAYON", "SERVICE", "MAGASIN", "ETABLISSEMENT", "ECOLE", "COLLEGE", "CHANTIER", "SITE", "PATRON", "COUPLE", "DEFUNT", "DEFUNTE", "ENFANT", "SPORTS", "ACHATS", "PAIE", "RESSOURCES"];
    let word = |at: usize| scene.page.folded(at);
    let other = Cue::STOP.or(Cue::CIVILITY).or(Cue::ARTICLE).or(Cue::MONTH).or(Cue::BORN).or(Cue::DWELLING).or(Cue::STREET).or(Cue::LAW_FIRM);
    let company = |at: usize| super::lone::BUSINESS.contains(&word(at)) || scene.cue(at).any(Cue::COMPANY.or(Cue::ESTABLISHMENT));
    let stop = |at: usize| scene.cue(at).any(other) && !one_of!(word(at), "SOCIAL" | "SOCIALE" | "GENERAL" | "GENERALE" | "CONSEIL" | "AVOCAT" | "CHAMBRE" | "DOMICILE" | "FAIT" | "GARDE" | "GARE");
    let small = |at: usize| scene.unmarked(at) && word(at).len() > 2 && !stop(at) && !one_of!(word(at), "MARQUE" | "NOM" | "PRENOM" | "AVEC" | "CHEZ" | "POUR" | "SANS" | "SOUS" | "DANS" | "VERS" | "OUVRAGE" | "OEUVRE" | "PROJETS" | "TYPE" | "DIT" | "DITE");
    let mut at = last;
    for _ in 0..4 {
        if at < 3 || !small(at) || scene.gap(at) > Gap::Space {
            return false;
        }
        let link = word(at - 1);
        let bare = one_of!(link, "DE" | "D'" | "A" | "EN");
        let article = !bare && OF.contains(&word(at)) && one_of!(link, "DU" | "DES" | "AU" | "AUX" | "LA" | "L'");
        let long = article && one_of!(link, "LA" | "L'");
        let head = at - 1 - usize::from(bare || article) - usize::from(long);
        // `la femme de chambre`: a room, no chamber of a court; `l'agent immobilier`: what leads to companies elsewhere.
        let quality = ENDS.iter().any(|end| word(at).ends_with(end)) && (!company(at) || one_of!(word(at), "IMMOBILIER" | "IMMOBILIERE" | "COMMERCIAL" | "COMMERCIALE" | "BAILLEUR" | "MATERNELLE"));
        if head == 0 || !(bare || article || quality || scene.cue(head).any(Cue::EPITHET)) || MAKERS.contains(&word(head)) || super::lone::BUSINESS.contains(&word(head)) || company(head) && !bare {
            return false;
        }
        let told = scene.unmarked(head) && (scene.cue(head - 1).any(Cue::ARTICLE.or(Cue::EPITHET)) || one_of!(word(head - 1), "MON" | "MA" | "MES" | "ANCIEN" | "ANCIENNE" | "NOUVEAU" | "NOUVELLE" | "MEILLEUR" | "MEILLEURE"));
        let listed = HEADS.contains(&word(head)) || scene.cue(head).any(Cue::KIN) && !bare;
        let office = scene.cue(head).any(Cue::OFFICE_OF_COURT) || scene.cue(head).any(Cue::OFFICE) && !listed && !scene.cue(head).any(Cue::TRADE);
        // `le jeune homme`, `la petite fille`
        let young = one_of!(word(at), "HOMME" | "FEMME" | "GARCON" | "FILLE" | "DAME") && scene.cue(head).any(Cue::EPITHET);
        if (trade(head) || told && (listed || young)) && (!office || CIVIL.contains(&word(at))) {
            return true;
        }
        at = head;
    }
    false
}

/// Who somebody is stands before the comma: `l'interne,`, `l'ami du prévenu,`, `un moine agréé,`, `dont il ne sait que le prénom,`.
fn apposed(scene: &Scene, lead: &mut Lead, comma: usize) -> bool {
    let Some(last) = comma.checked_sub(1) else { return false };
    // `une étudiante danoise, Zorka, qui`
    let last = last - usize::from(last > 0 && (scene.cue(last).any(Cue::NATION) || super::slots::of_a_people(scene, last)) && scene.unmarked(last));
    if one_of!(scene.page.folded(last), "PRENOM" | "SURNOM" | "SOBRIQUET" | "PSEUDONYME" | "DIMINUTIF") && scene.unmarked(last) {
        lead.kin = true;
        lead.from = last;
        return true;
    }
    // The noun that the complements belong to stands behind the first article that no `de` is before.
    // `l'aîné des frères de M. Dupont,`
    let dot = |at: usize| scene.is(at, ".") && scene.cue(at - 1).any(Cue::CIVILITY);
    let reach = (comma.saturating_sub(12).max(1)..comma).rev().take_while(|&at| scene.gap(at + 1) <= Gap::Line && (scene.kind(at) != TokenKind::Symbol || dot(at)) && scene.kind(at) != TokenKind::Number);
    // `aux côtés du père de la mariée, Jakez,`: the noun behind `du` is a relative's.
    let relative = |at: usize| scene.cue(at + 1).any(Cue::KIN) && scene.unmarked(at + 1);
    let opens = |at: usize| scene.cue(at).any(Cue::ARTICLE) && (!one_of!(scene.page.folded(at), "DU" | "DES") || scene.is(at, "DU") && relative(at)) && !(at > 0 && one_of!(scene.page.folded(at - 1), "DE" | "D'"));
    let article = reach.clone().find(|&at| opens(at) && (scene.unmarked(at) || scene.starts_sentence(at)));
    let of = |&at: &usize| one_of!(scene.page.folded(at), "DE" | "D'" | "DU" | "DES");
    let Some(article) = article.filter(|article| reach.clone().take_while(|at| at > article).any(|at| of(&at))) else { return employee(scene, lead, last) };
    let noun = article + 1 + usize::from(scene.cue(article + 1).any(Cue::EPITHET) || one_of!(scene.page.folded(article + 1), "ANCIEN" | "ANCIENNE"));
    let mut job = Lead::default();
    if !(noun < last && (job_at(scene, &mut job, noun) && !job.epithet || (scene.cue(noun).any(Cue::KIN) || one_of!(scene.page.folded(noun), "AINE" | "AINEE" | "CADET" | "CADETTE" | "BENJAMIN" | "BENJAMINE")) && scene.unmarked(noun))) {
        return employee(scene, lead, last);
    }
    // `les enfants de Mmes X, Y et Z`: a list of their own.
    if (noun..comma).any(|at| scene.cue(at).any(Cue::CIVILITY) && scene.cue(at).any(Cue::PLURAL)) {
        return false;
    }
    lead.label = true;
    lead.job = true;
    lead.from = noun;
    true
}

/// A noun before the comma that says what somebody does; not `la banque du salarié,`, which the bank's name follows.
fn employee(scene: &Scene, lead: &mut Lead, last: usize) -> bool {
    let mut job = *lead;
    if !job_at(scene, &mut job, last) {
        return false;
    }
    let of = (job.from.saturating_sub(3)..job.from).rev().find(|&at| one_of!(scene.page.folded(at), "DE" | "D'" | "DU" | "DES"));
    if of.is_some_and(|of| of > 0 && business(scene, of - 1)) {
        return false;
    }
    *lead = job;
    true
}

fn business(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    scene.cue(at).any(Cue::COMPANY.or(Cue::ESTABLISHMENT)) || super::lone::BUSINESS.contains(&folded) || one_of!(folded, "BANQUE" | "ENTREPRISE" | "COMPAGNIE" | "CAISSE" | "AGENCE" | "MUTUELLE" | "ASSURANCE" | "CABINET" | "CREANCIER" | "GARANT" | "CAUTION" | "MARQUE" | "COMMUNE" | "VILLE" | "VILLAGE")
}

/// True when a by-name opens at the article `at`: between quotation marks behind `dit`, `surnommé`, `alias`, or bare behind the last two.
fn by_name(scene: &Scene, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.page.folded(at));
    let quoted = one_of!(word(1), "«" | "\"");
    let said = if quoted { 2 } else { 1 };
    let said = if word(said) == "," { said + 1 } else { said };
    // `un terrain dit « La Fosse »`
    let thing = one_of!(word(said), "DIT" | "DITE") && at > said && scene.shape(at - said - 1) == Shape::Lower && !scene.cue(at - said - 1).any(Cue::PERSON_NOUN.or(Cue::KIN).or(Cue::APPELLATION).or(Cue::WITNESS).or(Cue::VICTIM));
    let surnames = one_of!(word(said), "SURNOMME" | "SURNOMMEE" | "SURNOMMENT" | "SURNOMMAIT" | "SURNOMMAIENT" | "ALIAS");
    let comparing = word(said) == "COMME" && ["DESIGN", "IDENTIFI", "CONNU"].iter().any(|verb| word(said + 1).starts_with(verb));
    // `on l'appelle le Kiki`, `que tout le monde appelle l'Amiral`
    let bare = !quoted && one_of!(word(1), "APPELLE" | "APPELAIT" | "APPELAIENT" | "SURNOMMAIT" | "SURNOMMAIENT") && one_of!(word(2), "L'" | "M'" | "S'" | "LE" | "LA" | "ON" | "MONDE") && !scene.capital(at + 2);
    surnames || bare || quoted && word(said) == "DE" && one_of!(word(said + 1), "SURNOM" | "SOBRIQUET" | "PSEUDONYME" | "PSEUDO") || quoted && !thing && (comparing || one_of!(word(said), "DIT" | "DITE" | "APPELER" | "APPELLE" | "APPELAIT" | "APPELAIENT" | "NOMMAIT" | "NOMMAIENT" | "OU" | "PUIS")) && scene.shape(at - said) == Shape::Lower && !one_of!(word(said + 1), "IL" | "ELLE" | "A" | "AVAIT" | "ON")
}

/// `l'enfant portera le nom de`, `l'usage du nom`, `son nom de jeune fille,`, `nom marital`: the noun, when a surname follows `at`.
pub(super) fn surname_told(scene: &Scene, at: usize) -> Option<usize> {
    let word = |at: usize| scene.page.folded(at);
    let of = one_of!(word(at), "DE" | "D'") && scene.shape(at) == Shape::Lower;
    // `sous les noms de Zorka, de Bilko et de Zokil`
    let items = |t: &usize| scene.capital(*t) || scene.gap(*t + 1) <= Gap::Line && one_of!(word(*t), "," | "ET" | "OU" | "DE" | "D'" | "«" | "»" | "." | "PUIS");
    let list = || (at.saturating_sub(16)..at).rev().take_while(items).last().unwrap_or(at);
    if of && let Some(noun) = list().checked_sub(1).filter(|&noun| noun > 1 && scene.is(noun, "NOMS") && scene.is(noun - 1, "LES") && scene.is(noun - 2, "SOUS")) {
        return Some(noun);
    }
    let mut noun = at.checked_sub(usize::from(of || one_of!(word(at), "," | ":")))?;
    let qualified = one_of!(word(noun), "MARITAL" | "PATRONYMIQUE" | "FAMILLE" | "NAISSANCE" | "FILLE" | "USAGE");
    while qualified && noun > 0 && noun + 4 > at && !scene.is(noun, "NOM") {
        noun -= 1;
    }
    if !scene.is(noun, "NOM") || scene.shape(noun) != Shape::Lower && !scene.in_capitals(noun) {
        return None;
    }
    let bears = |t: usize| one_of!(word(t), "USAGE" | "REPRIS" | "REPRENDRE" | "REPREND" | "PRENDRE" | "PREND" | "PRENDRA" | "PRIS" | "CHOISI" | "CHOISIT" | "ACCOLER" | "ACCOLE" | "ADJOINDRE" | "SUBSTITUER") || ["PORT", "CONSERV", "GARD"].iter().any(|stem| word(t).starts_with(stem));
    let before = noun.saturating_sub(6)..noun;
    (qualified || before.clone().any(bears) && !before.clone().any(|t| business(scene, t))).then_some(noun)
}

/// `qu'elle nommait`, `je m'appelle`, `le surnom de`, `au nom de`: what follows is what somebody is called.
fn called(scene: &Scene, at: usize) -> bool {
    if scene.shape(at) != Shape::Lower && !scene.is(at, "D'") {
        return false;
    }
    match scene.page.folded(at) {
        "NOMMAIT" | "NOMMAIENT" | "APPELLE" | "APPELLENT" | "APPELAIT" | "APPELAIENT" | "APPELLERAIT" | "PRENOMMAIT" | "SURNOMMAIT" | "SURNOMMAIENT" | "APPELER" | "SURNOMMER" => {
            // `ce que le rapport appelle « Plan de sauvegarde »`
            let thing = |t: usize| scene.is(t, "CE") && one_of!(scene.page.folded(t + 1), "QUE" | "QU'");
            !(at.saturating_sub(7)..at).any(thing)
        }
        // `, appelé Siva`, `il était appelé Siva`, but `le navire appelé Zébulon`
        "APPELE" | "APPELEE" | "SURNOMME" | "SURNOMMEE" => at > 0 && one_of!(scene.page.folded(at - 1), "," | "(" | "ETAIT" | "ETE" | "EST" | "ETRE" | "AUSSI" | "AVAIT" | "A" | "ONT" | "AVAIENT" | "TOUJOURS" | "JAMAIS" | "PARFOIS"),
        "RENOMME" | "RENOMMEE" | "REBAPTISE" | "REBAPTISEE" => at > 0 && one_of!(scene.page.folded(at - 1), "," | "ETE" | "PUIS" | "ETAIT" | "EST"),
        "DENOMME" | "DENOMMEE" => at > 0 && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "DU" | "AU" | "UN" | "UNE"),
        "NOM" => at > 0 && scene.is(at - 1, "VRAI"),
        "NOMMER" | "NOMME" | "NOMMERA" | "NOMMERONT" => at > 0 && scene.is(at - 1, "SE"),
        // `son vrai nom est`, `le nom complet est`
        "EST" => at > 1 && (scene.is(at - 1, "NOM") || scene.is(at - 2, "NOM") && one_of!(scene.page.folded(at - 1), "COMPLET" | "REEL" | "VERITABLE")),
        "AUSSI" => at > 0 && one_of!(scene.page.folded(at - 1), "APPELLE" | "APPELAIT" | "APPELAIENT" | "NOMMAIT"),
        "DE" | "D'" | "D" => at > 1 && (one_of!(scene.page.folded(at - 1), "SURNOM" | "SOBRIQUET" | "PSEUDONYME" | "PSEUDO") || one_of!(scene.page.folded(at - 1), "PRENOM" | "DIMINUTIF") && (at + 1..at + 3).any(|t| one_of!(scene.page.folded(t), "«" | "\""))) || at > 2 && scene.is(at - 1, "GUERRE") && scene.is(at - 3, "NOM") || at > 2 && (scene.is(at - 1, "NOM") && one_of!(scene.page.folded(at - 2), "AU" | "LE" | "DU" | "FAUX") || scene.is(at - 1, "EMPRUNT") || scene.is(at - 1, "CELUI") && (at.saturating_sub(14)..at - 1).any(|t| scene.is(t, "NOM"))),
        _ => false,
    }
}

/// `sa compagne, Océane`, `leurs deux enfants, Taras et Joséphine`: a lower-case word of kin before the comma.
fn kin_before(scene: &Scene, lead: &mut Lead, comma: usize) -> bool {
    for at in (comma.saturating_sub(3)..comma).rev() {
        if scene.gap(at + 1) > Gap::Line || !scene.unmarked(at) {
            return false;
        }
        let folded = scene.page.folded(at);
        // `la plus jeune, Lazhis, a deux ans`; `le troisième, Wandon F., âgé de onze ans`; `deux à charge, X et Y`
        let article = |at: usize| scene.cue(at).any(Cue::ARTICLE) || scene.is(at, "PLUS");
        let rank = at > 0 && article(at - 1) && (scene.is(at, "JEUNE") && scene.is(at - 1, "PLUS") || one_of!(folded, "DERNIER" | "DERNIERE" | "TROISIEME" | "QUATRIEME" | "AINE" | "AINEE" | "CADET" | "CADETTE" | "BENJAMIN" | "BENJAMINE")) || folded == "CHARGE" && at > 0 && scene.is(at - 1, "A");
        // `les deux grands, Zorko et Lili, refusent`
        if at + 1 == comma && at > 1 && one_of!(folded, "GRANDS" | "GRANDES" | "PETITS" | "PETITES" | "AINES" | "AINEES" | "CADETS" | "CADETTES" | "DERNIERS" | "DERNIERES" | "PREMIERS" | "PREMIERES") && one_of!(scene.page.folded(at - 1), "DEUX" | "TROIS" | "PLUS") && (scene.cue(at - 2).any(Cue::ARTICLE) || one_of!(scene.page.folded(at - 2), "SES" | "LEURS" | "MES" | "NOS" | "DEUX" | "TROIS")) && !scene.cue(comma + 1).any(Cue::CIVILITY.or(Cue::MAITRE)) {
            lead.kin = true;
            lead.plural = true;
            lead.from = at;
            return true;
        }
        // Not `le conseil de ce dernier, Me X`.
        if rank && at + 1 == comma && !scene.cue(comma + 1).any(Cue::CIVILITY.or(Cue::MAITRE)) {
            lead.kin = true;
            lead.plural = folded == "CHARGE";
            lead.from = at;
            return true;
        }
        // Not `la société mère,`.
        let parent = one_of!(folded, "PERE" | "MERE") && !(at > 0 && one_of!(scene.page.folded(at - 1), "SON" | "SA" | "LEUR" | "LE" | "LA" | "DU" | "MON" | "MA") && at + 1 == comma);
        if one_of!(folded, "DIT" | "DITE" | "NOMME" | "NOMMEE" | "FAMILLE" | "PRENOM" | "PRENOMS") || parent || scene.cue(at).any(Cue::BORN) {
            return false;
        }
        if scene.cue(at).any(Cue::KIN) || one_of!(folded, "PUPILLE" | "DEMI-FRERE" | "DEMI-SOEUR" | "PARENTS" | "GRANDS-PARENTS" | "BEAUX-PARENTS" | "VOISINS" | "VOISINES" | "COLLEGUES" | "AMIS" | "AMIES" | "COPAINS" | "COPINES" | "ENFANTS" | "FILLES" | "FRERES" | "SOEURS" | "JUMELLES") {
            lead.kin = true;
            lead.plural = one_of!(folded, "PARENTS" | "GRANDS-PARENTS" | "BEAUX-PARENTS" | "VOISINS" | "VOISINES" | "COLLEGUES" | "AMIS" | "AMIES" | "COPAINS" | "COPINES" | "ENFANTS" | "FILS" | "FILLES" | "FRERES" | "SOEURS" | "JUMEAUX" | "JUMELLES" | "MINEURS" | "PETITS-ENFANTS" | "PETITS-FILS" | "PETITES-FILLES" | "BEAUX-ENFANTS" | "COUSINS" | "COUSINES" | "NEVEUX" | "NIECES");
            if scene.cue(at).any(Cue::MINOR) {
                lead.office = Some(Role::Minor);
            }
            lead.from = at;
            return true;
        }
    }
    false
}

/// `Statuts du 2 juillet 2015, capital 10 000 €. Président : M. X`: within what is told of a company.
pub(super) fn of_statutes(scene: &Scene, at: usize) -> bool {
    // A company's name alone may be a party's, and the president the court's.
    let told = |t: usize| one_of!(scene.page.folded(t), "STATUTS" | "CAPITAL" | "OBJET" | "ACTIONNAIRES" | "ASSOCIES");
    let before = || (at.saturating_sub(40)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line);
    one_of!(scene.page.folded(at), "PRESIDENT" | "PRESIDENTE") && scene.gap(at) < Gap::Line && before().any(told) && !before().any(|t| scene.cue(t).any(Cue::COMPOSITION))
}

/// `Bureau élu : présidente X ; trésorier Y`, `M. X, président sortant`: the president of a society, beside whom its treasurer is told.
pub(super) fn of_a_board(scene: &Scene, at: usize) -> bool {
    let line = (at.saturating_sub(24)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line).chain((at + 1..at + 24).take_while(|&t| scene.gap(t) < Gap::Line));
    let told = |t: usize| one_of!(scene.page.folded(t), "TRESORIER" | "TRESORIERE" | "TRESORIERS") || scene.is(t, "BUREAU") && one_of!(scene.page.folded(t + 1), "ELU" | "SORTANT");
    let sortant = one_of!(scene.page.folded(at + 1), "SORTANT" | "SORTANTE" | "FONDATEUR" | "FONDATRICE" | "BENEVOLE");
    let own = at > 3 && scene.is(at - 1, "DE") && scene.page.folded(at - 2).starts_with("QUALITE") && (at - 4..at - 2).any(|t| one_of!(scene.page.folded(t), "PRIS" | "PRISE" | "AGISSANT"));
    one_of!(scene.page.folded(at), "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE") && (sortant || own || line.into_iter().any(told))
}

/// `la société avait pour président M. X`: a body's own, unless a court is spoken of.
fn had_as_president(scene: &Scene, at: usize) -> bool {
    let court = || (at.saturating_sub(14)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank && !one_of!(scene.page.folded(t), "." | ";")).any(|t| scene.cue(t).any(Cue::COMPOSITION) || one_of!(scene.page.folded(t), "TRIBUNAL" | "COUR" | "FORMATION" | "CHAMBRE" | "JURIDICTION" | "JURY" | "COLLEGE"));
    at > 1 && one_of!(scene.page.folded(at), "PRESIDENT" | "PRESIDENTE" | "VICE-PRESIDENT" | "VICE-PRESIDENTE") && scene.shape(at) == Shape::Lower && one_of!(scene.page.folded(at - 1), "POUR" | "COMME") && !court()
}

/// Words that only a court's magistrate has in his title.
const SEATED: &[&str] = &[
    "INSTRUCTION", "INSTRUCTEUR", "REPUBLIQUE", "ENFANTS", "DETENTION", "DETENTIONS", "LIBERTES", "TRIBUNAL", "COUR", "PROTECTION", "TUTELLES", "FAMILIALES", "REFERES", "EXECUTION", "PERMANENCE", "PARQUET", "PROXIMITE", "PEINES", "MISE", "FORMATION",
];

/// The other words of such a title.
const TITLED: &[&str] = &[
    "ET", "JUDICIAIRE", "APPEL", "AFFAIRES", "AUX", "PRES", "LA", "CONTENTIEUX", "EN", "ETAT", "ADJOINT", "ADJOINTE", "GENERAL", "AU", "CE", "SIEGE", "DELEGUE", "DELEGUEE", "PREMIER", "PREMIERE", "COMMIS", "COMMISE", "SAISI", "SAISIE", "ALORS", "APPLICATION", "CHARGE", "CHARGEE", "D'",
    "GRANDE", "INSTANCE", "COMPTES", "CASSATION", "GENERALE",
];

/// The token behind the words of a name that opens at `first`, on its line.
fn behind_capitals(scene: &Scene, first: usize) -> Option<usize> {
    let end = (first..first + 7).find(|&t| !(scene.capital(t) || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE) || scene.is(t, "-")));
    end.filter(|&end| (first + 1..=end).all(|t| scene.gap(t) <= Gap::Space))
}

/// The judge of the title that ends at `at`: `juge d'instruction`, `juge aux affaires familiales`.
fn judge_of_title(scene: &Scene, at: usize) -> Option<usize> {
    let title = (at.saturating_sub(9)..at).rev().take_while(|&t| scene.gap(t + 1) <= Gap::Line && (scene.is(t, "JUGE") || SEATED.contains(&scene.page.folded(t)) || TITLED.contains(&scene.page.folded(t)) || scene.cue(t).any(Cue::PARTICLE) || scene.kind(t) == TokenKind::Elision));
    title.into_iter().find(|&t| scene.is(t, "JUGE")).filter(|&judge| judge > 1 && SEATED.contains(&scene.page.folded(at)) && one_of!(scene.page.folded(judge - 1), "LE" | "LA" | "DU" | "AU"))
}

/// `le juge d'instruction X`, `la juge aux affaires familiales X`: the name behind `at` is the judge's.
fn titled_judge(scene: &Scene, at: usize) -> bool {
    let judge = judge_of_title(scene, at).filter(|&judge| scene.shape(judge) == Shape::Lower);
    // `Entendu par le juge d'instruction X a nié`
    let end = behind_capitals(scene, at + 1);
    judge.is_some_and(|judge| !(one_of!(scene.page.folded(judge - 2), "PAR" | "DEVANT") || scene.is(judge - 1, "AU")) || end.is_some_and(|end| !super::lone::acts(scene, end - 1)))
}

/// `Assigné devant le juge aux affaires familiales, M. X conteste`, `Poursuivi par le procureur, M. X a comparu`: a clause that an office ends, and the
/// subject of the sentence behind its comma.
fn opens_clause(scene: &Scene, comma: usize) -> bool {
    let name = (comma + 1..comma + 5).find(|&t| !(scene.cue(t).any(Cue::CIVILITY) || scene.is(t, ".")));
    let acts = name.and_then(|name| behind_capitals(scene, name)).is_some_and(|end| end > comma + 1 && scene.shape(end) == Shape::Lower && super::lone::speaks(scene, end - 1));
    let clause = (comma.saturating_sub(20)..comma).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank && !one_of!(scene.page.folded(t), "," | ";" | "."));
    acts && clause.into_iter().any(|t| one_of!(scene.page.folded(t), "PAR" | "DEVANT" | "AUPRES" | "DU" | "AU"))
}

/// The magistrate whose whole title stands before the comma at `comma`: `le juge d'instruction de Metz,`, `le juge des libertés et de la détention,`.
fn magistrate_before(scene: &Scene, comma: usize) -> Option<Role> {
    if opens_clause(scene, comma) {
        return None;
    }
    // `L'expert commis par le premier juge, M. X, a constaté`: whom a judge chose.
    let chosen = |at: usize| scene.is(at, "PAR") && one_of!(scene.page.folded(at - 1), "COMMIS" | "COMMISE" | "DESIGNE" | "DESIGNEE" | "NOMME" | "NOMMEE" | "MANDATE" | "MANDATEE") && at > 1 && !scene.is(at - 2, ",");
    // `L'acousticien désigné le 11 mai 2023 par la juge de la mise en état, M. X, a mesuré`
    let dated = |at: usize| scene.is(at, "PAR") && at > 4 && scene.kind(at - 1) == TokenKind::Number && scene.cue(at - 2).any(Cue::MONTH) && one_of!(scene.page.folded(at - 5), "COMMIS" | "COMMISE" | "DESIGNE" | "DESIGNEE" | "NOMME" | "NOMMEE" | "MANDATE" | "MANDATEE");
    let chosen = |at: usize| chosen(at) || dated(at);
    if (comma.saturating_sub(8).max(1)..comma).any(chosen) {
        return None;
    }
    // `L'avocat général, Mme X`
    let general = comma > 2 && one_of!(scene.page.folded(comma - 1), "GENERAL" | "GENERALE") && one_of!(scene.page.folded(comma - 2), "AVOCAT" | "AVOCATE" | "PROCUREUR" | "PROCUREURE") && one_of!(scene.page.folded(comma - 3), "L'" | "LE" | "LA");
    if general {
        return Some(Role::Prosecutor);
    }
    // `à la requête du procureur, M. X`, `au bâtonnier, Me X`, `le rapporteur, M. X`
    // Not `cité à la requête du procureur, M. X a comparu`, nor the prosecutor's delegate.
    let apposition = || (comma + 1..comma + 9).find(|&t| !(scene.capital(t) || scene.kind(t) == TokenKind::Elision || scene.cue(t).any(Cue::PARTICLE.or(Cue::CIVILITY)) || one_of!(scene.page.folded(t), "." | "-"))).is_some_and(|t| one_of!(scene.page.folded(t), "," | ";" | ")"));
    if comma > 2 && scene.is(comma, ",") && one_of!(scene.page.folded(comma - 2), "LE" | "LA" | "DU" | "AU") && !scene.page.folded(comma - 3).starts_with("DELEGUE") && apposition() {
        match scene.page.folded(comma - 1) {
            "PROCUREUR" | "PROCUREURE" | "SUBSTITUT" | "SUBSTITUTE" => return Some(Role::Prosecutor),
            "BATONNIER" | "BATONNIERE" => return Some(Role::Lawyer),
            "RAPPORTEUR" | "RAPPORTEURE" => return Some(Role::Judge),
            _ => {}
        }
    }
    // `La directrice des services de greffe judiciaires, Mme X`
    let greffe = (comma.saturating_sub(3)..comma).rev().find(|&at| scene.is(at, "GREFFE")).and_then(|at| at.checked_sub(4));
    let of_greffe = comma > 3 && scene.is(comma - 1, "GREFFE") && scene.is(comma - 2, "DE") && one_of!(scene.page.folded(comma - 3), "DIRECTEUR" | "DIRECTRICE" | "CHEF" | "CHEFFE");
    // `Greffiers : lors des débats, Mme X ; lors du délibéré, Mme Y`
    let stage = (comma.saturating_sub(7)..comma).rev().find(|&at| scene.is(at, "LORS")).and_then(|at| scene.page.line_start(at)).is_some_and(|line| scene.cue(line).any(Cue::CLERK) && one_of!(scene.page.folded(line + 1), ":" | ","));
    if of_greffe || stage || greffe.is_some_and(|at| one_of!(scene.page.folded(at), "DIRECTEUR" | "DIRECTRICE") && scene.is(at + 2, "SERVICES")) {
        return Some(Role::Clerk);
    }
    // `le parquet de Metz, par la voix de son substitut, M. X`
    if comma > 3 && one_of!(scene.page.folded(comma - 1), "SUBSTITUT" | "SUBSTITUTE") && scene.is(comma - 2, "SON") && (comma.saturating_sub(12)..comma).any(|at| one_of!(scene.page.folded(at), "PARQUET" | "PUBLIC")) {
        return Some(Role::Prosecutor);
    }
    // `le président de la chambre sociale, M. X`
    let presides = (comma.saturating_sub(11)..comma).rev().take_while(|&at| scene.gap(at + 1) <= Gap::Line && !one_of!(scene.page.folded(at), "," | "A" | "EST" | "QUI" | "QUE")).find(|&at| super::after::president_of_a_court(scene, at) == Some(true));
    if presides.is_some_and(|at| at > 0 && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "L'" | "DU" | "AU" | "PREMIER" | "PREMIERE")) {
        return Some(Role::Judge);
    }
    // `le président assesseur, M. X`, as administrative courts have them
    let joined = comma > 2 && one_of!(scene.page.folded(comma - 1), "ASSESSEUR" | "ASSESSEURE" | "RAPPORTEUR" | "RAPPORTEURE") && one_of!(scene.page.folded(comma - 2), "PRESIDENT" | "PRESIDENTE");
    if joined && one_of!(scene.page.folded(comma - 3), "LE" | "LA" | "DU" | "AU") {
        return Some(Role::Judge);
    }
    // `La présidente, Mme X, a clos les débats`
    let bench = comma > 1 && one_of!(scene.page.folded(comma - 1), "PRESIDENT" | "PRESIDENTE") && one_of!(scene.page.folded(comma - 2), "LE" | "LA") && scene.shape(comma - 2) != Shape::Lower;
    if bench && (comma + 2..comma + 16).take_while(|&t| scene.gap(t) <= Gap::Line && !one_of!(scene.page.folded(t), ";" | ":")).any(|t| scene.shape(t) == Shape::Lower && one_of!(scene.page.folded(t), "DEBATS" | "DELIBERE" | "PREVENU" | "PREVENUE" | "PREVENUS" | "PREVENUES" | "ACCUSE" | "ACCUSEE" | "PAROLE" | "AUDIENCE" | "IDENTITE")) {
        return Some(Role::Judge);
    }
    // `l'un des assesseurs de la chambre, le Dr X`, `l'un de ses assesseurs, M. X`
    let assessor = (comma.saturating_sub(10)..comma).rev().find(|&at| scene.is(at, "ASSESSEURS")).filter(|&at| at > 3 && one_of!(scene.page.folded(at - 1), "DES" | "SES"));
    if assessor.is_some_and(|at| (at - 3..at).any(|t| one_of!(scene.page.folded(t), "UN" | "UNE"))) {
        return Some(Role::Judge);
    }
    if speaks_for_the_people(scene, comma) {
        return Some(Role::Prosecutor);
    }
    let mut seated = false;
    for at in (comma.saturating_sub(18)..comma).rev() {
        if scene.gap(at + 1) > Gap::Line {
            return None;
        }
        let cue = scene.cue(at);
        let folded = scene.page.folded(at);
        // A clerk, a prosecutor and a judge are nobody else's; a president, a councillor may be.
        let article = at > 0 && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "L'" | "DU" | "AU");
        // `le premier juge, Mme X, a entendu l'enfant`
        let article = article || at > 1 && one_of!(scene.page.folded(at - 1), "PREMIER" | "PREMIERE") && one_of!(folded, "JUGE" | "MAGISTRAT" | "MAGISTRATE") && one_of!(scene.page.folded(at - 2), "LE" | "LA" | "DU" | "AU");
        // `Cité à la requête du procureur, M. X a comparu`
        if article && at > 1 && one_of!(scene.page.folded(at - 2), "REQUETE" | "DEMANDE" | "INITIATIVE" | "DILIGENCE" | "DILIGENCES" | "POURSUITE" | "POURSUITES" | "APPEL") {
            return None;
        }
        // `le délégué du procureur de la République, M. X`: no magistrate (CPP art. R15-33-30).
        if article && cue.any(Cue::PROSECUTOR) && at > 1 && one_of!(scene.page.folded(at - 2), "DELEGUE" | "DELEGUEE" | "DELEGUES") {
            return Some(Role::Officer);
        }
        // `notre prédécesseur, M. X`: the judge who writes speaks of a judge.
        if folded == "PREDECESSEUR" && at > 0 && scene.is(at - 1, "NOTRE") {
            return Some(Role::Judge);
        }
        // `par le conseiller chargé de la mise en état, Mme X`, `la conseillère de la mise en état, Mme X`
        if article && one_of!(folded, "CONSEILLER" | "CONSEILLERE") && (at + 1..at + 6).any(|t| scene.is(t, "MISE") && scene.is(t + 1, "EN") && scene.is(t + 2, "ETAT")) {
            return Some(Role::Judge);
        }
        if article && cue.any(Cue::CLERK) && folded != "GREFFE" || article && cue.any(Cue::PROSECUTOR) || article && one_of!(folded, "JUGE" | "MAGISTRAT" | "MAGISTRATE") || folded == "JUGE-COMMISSAIRE" {
            return role_of(cue);
        }
        // `Mme X, juge d'instruction, MM. Y et Z`: the office is hers who stands before it.
        if cue.any(Cue::JUDGE.or(Cue::PROSECUTOR)) && at > 1 && scene.is(at - 1, ",") && scene.capital(at - 2) {
            return None;
        }
        if cue.any(Cue::JUDGE.or(Cue::PROSECUTOR)) {
            let general = scene.is(at + 1, "GENERAL") || scene.is(at + 1, "GENERALE");
            // `le délégué du premier président,`
            let first = at > 0 && one_of!(scene.page.folded(at - 1), "PREMIER" | "PREMIERE") && one_of!(folded, "PRESIDENT" | "PRESIDENTE");
            return ((seated || first) && !general).then(|| role_of(cue)).flatten();
        }
        seated |= SEATED.contains(&folded);
        if !(scene.capital(at) || cue.any(Cue::PARTICLE.or(Cue::COURT)) || SEATED.contains(&folded) || TITLED.contains(&folded)) {
            return None;
        }
    }
    None
}

/// True when a sentence that a judge's office opens goes on behind the name at `comma` with what the bench does: `assistée de`, `statuant`.
fn opens_bench(scene: &Scene, comma: usize) -> bool {
    let article = (comma.saturating_sub(12)..comma).rev().take_while(|&t| !scene.is(t, ",")).find(|&t| scene.starts_sentence(t));
    let behind = (comma + 2..comma + 7).find(|&t| scene.is(t, ","));
    article.is_some_and(|at| one_of!(scene.page.folded(at), "LE" | "LA" | "NOUS")) && behind.is_some_and(|at| (at + 1..at + 16).take_while(|&t| scene.gap(t) <= Gap::Line).any(|t| one_of!(scene.page.folded(t), "ASSISTE" | "ASSISTEE" | "STATUANT" | "SIEGEANT" | "EXERCANT")))
}

/// `l'officier du ministère public,` before the police court (CPP art. 45).
pub(super) fn speaks_for_the_people(scene: &Scene, comma: usize) -> bool {
    comma > 3 && scene.is(comma, ",") && scene.is(comma - 1, "PUBLIC") && scene.is(comma - 2, "MINISTERE") && scene.is(comma - 4, "OFFICIER")
}

/// `le tribunal, présidé par M.`, `la cour, sous la présidence de Mme`, `le ministère public, par la voix de M.`: of a court, not of a company.
fn presiding(scene: &Scene, at: usize) -> Option<Role> {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.page.folded(at));
    let presides = word(0) == "PAR" && one_of!(word(1), "PRESIDE" | "PRESIDEE" | "PRESIDES") || one_of!(word(0), "DE" | "D'") && word(1) == "PRESIDENCE";
    let voice = word(0) == "DE" && one_of!(word(1), "VOIX" | "ORGANE") && word(2) == "LA" || word(0) == "PAR" && word(1) == "REPRESENTE";
    let within = || (at.saturating_sub(16)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank && !scene.is(t, ";"));
    // `Par jugement du 3 mai, celui-ci, présidé par M. X, a dit`
    let itself = |t: usize| scene.is(t, "CELUI-CI") && (t.saturating_sub(9)..t).any(|t| scene.is(t, "JUGEMENT"));
    let opens = || word(1) == "PRESIDENCE" && (at + 2..at + 14).take_while(|&t| scene.gap(t) < Gap::Blank).any(|t| scene.is(t, ",") && scene.cue(t + 1).any(Cue::ARTICLE) && one_of!(scene.page.folded(t + 2), "TRIBUNAL" | "COUR" | "CHAMBRE"));
    let sits = |t: usize| itself(t) || scene.cue(t).any(Cue::COURT) || word(1) == "PRESIDENCE" && one_of!(scene.page.folded(t), "RENDU" | "RENDUE" | "JUGEMENT" | "ARRET") || one_of!(scene.page.folded(t), "PRUD'HOMMES" | "DEBATS" | "DELIBERE" | "AUDIENCE") && !(t > 1 && scene.is(t - 1, "L'") && scene.is(t - 2, "A"));
    // `sur les réquisitions conformes de M. X`
    if one_of!(word(0), "DE" | "D'") && (word(1) == "REQUISITIONS" || word(2) == "REQUISITIONS" && !one_of!(word(1), "A" | "DU")) {
        return Some(Role::Prosecutor);
    }
    // `une ordonnance du 1er mars, rendue par M. X`, `le bureau de conciliation tenu par Mme X`
    let rendered = word(0) == "PAR" && one_of!(word(1), "RENDU" | "RENDUE") && within().any(|t| one_of!(scene.page.folded(t), "ORDONNANCE" | "JUGEMENT")) || word(0) == "PAR" && word(1) == "TENU" && within().any(|t| scene.is(t, "BUREAU") && one_of!(scene.page.folded(t + 2), "CONCILIATION" | "JUGEMENT"));
    // `un jugement, rendu sur le rapport de Mme X`, `la clôture a été prononcée le 3 mai par M. X`, `juge d'instruction, qui avait succédé à M. X`
    let judge = |t: usize| scene.cue(t).any(Cue::JUDGE);
    let reported = one_of!(word(0), "DE" | "D'") && word(1) == "RAPPORT" && word(3) == "SUR" && one_of!(word(4), "RENDU" | "RENDUE") && within().any(|t| one_of!(scene.page.folded(t), "JUGEMENT" | "ARRET"));
    let closed = word(0) == "PAR" && within().take(8).any(|t| one_of!(scene.page.folded(t), "PRONONCEE" | "RENDUE")) && within().any(|t| scene.is(t, "CLOTURE"));
    let followed = word(0) == "A" && word(1) == "SUCCEDE" && word(3) == "QUI" && word(4) == "," && within().skip(5).take(5).any(judge);
    // `le président du tribunal a désigné M. X pour statuer sur`
    let chosen = word(0) == "DESIGNE" && within().take(9).any(|t| one_of!(scene.page.folded(t), "PRESIDENT" | "PRESIDENTE")) && within().take(9).any(|t| scene.cue(t).any(Cue::COURT)) && (at + 2..at + 12).take_while(|&t| scene.gap(t) < Gap::Blank).any(|t| scene.is(t, "POUR") && scene.is(t + 1, "STATUER"));
    // `le mandat d'arrêt décerné par M. X`, `cette juridiction, que présidait M. X`, `l'information, confiée à M. X`, `le tribunal, par la voix de M. X`
    // An owner's `mandat exclusif`, `mandat d'exclusivité` is no warrant.
    let warrant = |t: usize| scene.is(t, "MANDAT") && one_of!(scene.page.folded(t + 2), "ARRET" | "AMENER" | "DEPOT" | "RECHERCHE") || scene.is(t, "MANDATS") && within().take(14).any(|t| scene.page.folded(t).starts_with("RECHERCHE"));
    let issued = word(0) == "PAR" && (word(1).starts_with("DECERN") || word(1).starts_with("DELIVR")) && within().take(9).any(warrant);
    let seat = |t: usize| one_of!(scene.page.folded(t), "JURIDICTION" | "TRIBUNAL" | "COUR");
    let presided = word(0) == "PRESIDAIT" && word(1) == "QUE" && within().take(9).any(seat);
    let entrusted = word(0) == "A" && (at.saturating_sub(30)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank && !scene.is(t, ";")).find(|&t| scene.is(t, "CONFIEE")).is_some_and(|given| (given.saturating_sub(12)..given).rev().take_while(|&t| !scene.is(t, ".")).any(|t| scene.is(t, "INFORMATION") && (one_of!(scene.page.folded(t + 1), "JUDICIAIRE" | "POUR") || (t + 1..t + 5).any(|t| one_of!(scene.page.folded(t), "OUVERTE" | "SUIVIE")))));
    let spoken = voice && word(1) == "VOIX" && word(3) == "PAR" && within().take(9).any(seat);
    if rendered || reported || closed || followed || chosen || issued || presided || entrusted || spoken {
        return Some(Role::Judge);
    }
    // `le ministère public, en la personne de Mme X`
    if word(0) == "DE" && word(1) == "PERSONNE" && word(3) == "EN" && within().take(7).any(|t| scene.is(t, "PUBLIC") && scene.is(t - 1, "MINISTERE")) {
        return Some(Role::Prosecutor);
    }
    // `le procureur de la République a été avisé en la personne de M. X`
    let person = word(0) == "DE" && word(1) == "PERSONNE" && (at.saturating_sub(24)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank && !scene.is(t, ";")).any(|t| scene.is(t, "PROCUREUR") && scene.is(t + 1, "DE"));
    // `le ministère public, pris en la personne de M. X`, and no company beside it.
    let comma = usize::from(word(5) == ",");
    let person = person || word(0) == "DE" && word(1) == "PERSONNE" && one_of!(word(4), "PRIS" | "PRISE") && word(5 + comma) == "PUBLIC" && word(6 + comma) == "MINISTERE";
    if person {
        return Some(Role::Prosecutor);
    }
    if presides && (within().any(sits) || opens()) && !within().any(|t| scene.cue(t).any(Cue::COMPANY)) {
        return Some(Role::Judge);
    }
    (voice && within().take(8).any(|t| scene.is(t, "MINISTERE") && scene.is(t + 1, "PUBLIC"))).then_some(Role::Prosecutor)
}

/// `Nous, bâtonnier de l'ordre des avocats du barreau de X, Paul Y,`: who decides on fees.
fn batonnier(scene: &Scene, comma: usize) -> bool {
    let nous = (comma.saturating_sub(16)..comma).rev().find(|&at| scene.is(at, "NOUS") && scene.shape(at) != Shape::Lower);
    nous.is_some_and(|nous| (nous + 1..nous + 4).any(|at| one_of!(scene.page.folded(at), "BATONNIER" | "BATONNIERE")) && (nous + 2..comma).all(|at| !scene.is(at, ",")))
}

/// True inside a quotation: whom a witness calls a president is a company's.
pub(super) fn said(scene: &Scene, at: usize) -> bool {
    let mark = (at.saturating_sub(60)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Blank).find(|&t| one_of!(scene.page.folded(t), "«" | "»"));
    mark.is_some_and(|mark| scene.page.folded(mark) == "«")
}

/// `Nom de naissance :`, `NOM D'USAGE :`, `Prénom(s) :`: the words from the start of the line are a form's.
pub(super) fn form_field(scene: &Scene, label: usize) -> bool {
    for at in (label.saturating_sub(5)..=label).rev() {
        if one_of!(scene.page.folded(at), "NOM" | "NOMS" | "PRENOM" | "PRENOMS") && scene.capital(at) && (at == 0 || scene.gap(at) >= Gap::Wide) {
            return true;
        }
        let word = one_of!(scene.page.folded(at), "DE" | "D'" | "NAISSANCE" | "USAGE" | "EPOUSE" | "EPOUX" | "JEUNE" | "FILLE" | "MARITAL" | "FAMILLE" | "PATRONYMIQUE" | "USUEL" | "USUELS" | "(" | ")" | "S" | "ET" | "," | "PRENOM" | "PRENOMS");
        if !word || scene.gap(at) >= Gap::Wide {
            return false;
        }
    }
    false
}

/// `Greffier, lors des débats :`, `GREFFIÈRE LORS DE LA MISE À DISPOSITION :`, `Juge-commissaire, entendu en son rapport :`: the office opens the label's line.
fn line_office(scene: &Scene, label: usize) -> Option<Role> {
    for at in (label.saturating_sub(9)..=label).rev() {
        if (scene.cue(at).any(Cue::CLERK) || scene.is(at, "SECRETAIRE")) && scene.shape(at) != Shape::Lower && (at == 0 || scene.gap(at) >= Gap::Wide) {
            return Some(Role::Clerk);
        }
        if scene.cue(at).any(Cue::JUDGE.or(Cue::PROSECUTOR)) && scene.is(at + 1, ",") && scene.shape(at) != Shape::Lower && (at == 0 || scene.gap(at) >= Gap::Line) {
            return role_of(scene.cue(at));
        }
        if scene.gap(at) >= Gap::Wide || scene.cue(at).any(Cue::CIVILITY) {
            return None;
        }
    }
    None
}

/// A label alone on its line just above a blank line: `APPELANT :` then the name.
fn label_above(scene: &Scene, previous: usize) -> bool {
    let label = if scene.is(previous, ":") { previous.saturating_sub(1) } else { previous };
    scene.cue(label).any(Cue::PARTY_LABEL) && scene.shape(label) != Shape::Lower || matches!(scene.page.folded(label), "ENTRE") && scene.shape(label) == Shape::Upper
}

/// True when the token is a civility and not a letter or possessive that looks like one.
fn civil(scene: &Scene, at: usize, dotted: bool) -> bool {
    let folded = scene.page.folded(at);
    let shape = scene.shape(at);
    // `C O N D A M N E`
    if shape == Shape::Initial && !dotted && at > 0 && scene.shape(at - 1) == Shape::Initial && scene.shape(at + 1) == Shape::Initial && scene.gap(at) == Gap::Space && scene.gap(at + 1) == Gap::Space {
        return false;
    }
    match folded {
        // `M.` after a dotted letter is an initial; `M` alone needs a following capital, which the caller has.
        "M" => shape == Shape::Initial && !(at > 1 && scene.is(at - 1, ".") && scene.gap(at) <= Gap::Space && scene.gap(at - 1) == Gap::None && scene.shape(at - 2) == Shape::Initial && dotted) && (dotted || scene.gap(at + 1) <= Gap::Space),
        "ME" | "MES" | "PR" | "MS" | "DR" => shape != Shape::Lower,
        // `le maître de Zorka à l'école`
        "MAITRE" => shape != Shape::Lower || !one_of!(scene.page.folded(at + 1), "DE" | "D'" | "DU" | "DES"),
        // `Lord Chief Justice`, an office
        "LORD" => !one_of!(scene.page.folded(at + 1), "JUSTICE" | "CHIEF" | "CHANCELLOR" | "ADVOCATE" | "PRESIDENT"),
        // `79500 MELLE`, the town
        "MELLE" => !dotted && !(at > 0 && scene.kind(at - 1) == TokenKind::Number && scene.gap(at) <= Gap::Space),
        _ => true,
    }
}

fn take(scene: &Scene, lead: &mut Lead, at: usize) {
    let cue = scene.cue(at);
    lead.from = at;
    if cue.any(Cue::MAITRE) {
        lead.maitre = true;
    } else {
        lead.civility = true;
    }
    lead.plural |= cue.any(Cue::PLURAL);
}

/// `né Dupont`, not `ne peut`: the accent decides, in capitals the next words do.
pub(super) fn is_born(scene: &Scene, at: usize, name: usize) -> bool {
    // `NE DUPONT` in capitals and, in a text without accents, `ne Dupont` are births before no word of French.
    let unmarked = scene.shape(at) == Shape::Upper && scene.shape(name) == Shape::Upper || scene.capital(name) && !scene.page.is_accented();
    scene.page.is_birth(at) || unmarked && !scene.ordinary(name)
}

fn kin(scene: &Scene, lead: &mut Lead, at: usize) {
    let folded = scene.page.folded(at);
    let plural = scene.cue(at).any(Cue::PLURAL);
    let ties = one_of!(folded, "EPOUSE" | "EP" | "VEUVE" | "VEUF" | "VVE" | "REMARIEE" | "DIVORCE" | "DIVORCEE" | "ALIAS" | "DIT" | "DITE" | "SURNOMME" | "SURNOMMEE");
    lead.kin = true;
    lead.plural |= plural;
    // `surnommé « Titi »`: whatever stands in the quotation marks is what somebody is called.
    lead.tie |= one_of!(folded, "SURNOMME" | "SURNOMMEE" | "PRENOMME" | "PRENOMMEE") && one_of!(scene.page.folded(at + 1), "«" | "\"");
    // `à présent épouse PAIN`
    lead.tie |= one_of!(folded, "EPOUSE" | "VEUVE" | "DIVORCEE") && scene.shape(at) == Shape::Lower && scene.shape(at + 1) == Shape::Upper && scene.gap(at + 1) == Gap::Space;
    // `JUGEMENT DE DIVORCE` above `RENDU LE`
    let ties = ties && !(folded == "DIVORCE" && at > 0 && one_of!(scene.page.folded(at - 1), "DE" | "EN" | "LE" | "DU" | "UN" | "PAR"));
    lead.tie |= ties && !lead.civility && at > 0 && (scene.capital(at - 1) || one_of!(scene.page.folded(at - 1), "," | "(" | "│" | "|"));
    // `les époux Huissier`, `les consorts EBAUCHEUR`: whatever the word.
    let set = scene.shape(at + 1) == Shape::Title || scene.shape(at + 1) == Shape::Upper && !scene.in_capitals(at + 1) && scene.page.folded(at + 1).len() > 3;
    lead.tie |= one_of!(folded, "EPOUX" | "CONSORTS") && at > 0 && one_of!(scene.page.folded(at - 1), "LES" | "DES" | "AUX") && scene.shape(at) == Shape::Lower && set && scene.gap(at + 1) == Gap::Space;
    // `le nommé Petit`, `surnommé Petit`: whatever the word.
    let named = one_of!(folded, "SURNOMME" | "SURNOMMEE") || one_of!(folded, "NOMME" | "NOMMEE" | "DENOMME" | "DENOMMEE") && at > 0 && one_of!(scene.page.folded(at - 1), "LE" | "LA" | "DU" | "AU" | "UN" | "UNE");
    lead.tie |= named && scene.shape(at) == Shape::Lower && set && scene.gap(at + 1) == Gap::Space;
    // `les attestations de la veuve Isoloir`
    lead.tie |= folded == "VEUVE" && at > 0 && scene.is(at - 1, "LA") && scene.shape(at) == Shape::Lower && scene.shape(at + 1) == Shape::Title;
    lead.from = at;
    if scene.cue(at).any(Cue::MINOR) {
        lead.office = Some(Role::Minor);
    }
}

/// The office at `at` that stands before a name, reading back over its complements.
fn office(scene: &Scene, at: usize, needs_label: bool) -> Option<Role> {
    if one_of!(scene.page.folded(at), "DE" | "LA" | "LE" | "COUR" | "CHAMBRE" | "PUBLIC" | "JUSTICE") && !(scene.is(at, "PUBLIC") && at > 0 && scene.is(at - 1, "RAPPORTEUR")) {
        return None;
    }
    let mut at = at;
    // `avocat général M. X`, `conseiller référendaire X`, `première vice-présidente Mme X`.
    for _ in 0..4 {
        let cue = scene.cue(at);
        let folded = scene.page.folded(at);
        if let Some(mut role) = role_of(cue) {
            let previous = at.checked_sub(1);
            let owner = previous.map_or("", |p| scene.page.folded(p));
            if needs_label && scene.shape(at) == Shape::Lower && role.is_court() && !scene.is(at + 1, ":") {
                return None;
            }
            if one_of!(owner, "SON" | "SA" | "SES" | "LEUR" | "LEURS") && role == Role::Judge {
                return None;
            }
            // `la conseillère immobilière Zorkine`
            if role.is_court() && one_of!(scene.page.folded(at + 1), "FONCIER" | "FONCIERE" | "AUTOMOBILE" | "IMMOBILIER" | "IMMOBILIERE" | "MEDICAL" | "MEDICALE" | "AGRICOLE" | "FORESTIER") {
                return None;
            }
            if owner == "PAR" && role == Role::Lawyer && folded == "CONSEIL" || one_of!(folded, "CONSEIL" | "CONSEILS" | "GREFFE") {
                return None;
            }
            if folded == "AVOCAT" && scene.is(at + 1, "GENERAL") {
                role = Role::Prosecutor;
            }
            if role == Role::Lawyer && (one_of!(owner, "CONSTITUE" | "D'") || one_of!(folded, "AVOUE" | "AVOCAT") && scene.gap(at + 1) >= Gap::Line && scene.shape(at) == Shape::Lower) {
                return None;
            }
            if role == Role::Minor {
                return Some(Role::Minor);
            }
            return Some(role);
        }
        let passes = cue.any(Cue::RANK) || one_of!(folded, "GENERAL" | "GENERALE" | "RAPPORTEUR" | "PUBLIC" | "CHAMBRE" | "DE" | "LA" | "COUR" | "SECTION" | "JUDICIAIRE" | "JUSTICE" | "LOGIS" | "DES" | "PAIX" | "POLICE" | "FONCIER" | "FONCIERE" | "AUTOMOBILE" | "IMMOBILIER" | "IMMOBILIERE" | "PSYCHIATRE" | "PSYCHOLOGUE" | "MEDICAL" | "MEDICALE" | "AGRICOLE" | "FORESTIER" | "GRAPHOLOGUE");
        if !passes {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}
