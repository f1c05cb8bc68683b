//! Names without a civility or a surname: behind a trade, dated in a list, between quotation marks. For one word among prose, see [`super::lone`].

use super::lead::Lead;
use super::accept::is_place;
use super::scene::{HARD, Scene, TAKEN};
use crate::context::Cue;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, one_of};

/// A run behind `le serveur`, `l'abbé`, `le petit` that reads as a person's name.
pub(super) fn employed(scene: &Scene, words: &[usize], lead: &Lead) -> bool {
    let last = words[words.len() - 1];
    let thing = words.iter().any(|&t| {
        let evidence = scene.evidence(t);
        scene.block[t] != 0 || evidence.company > 0 || evidence.article > 0 && evidence.civility == 0 || scene.class(t).any(Class::PUBLIC_BODY.union(Class::COMPANY_FORM).union(Class::COUNTRY)) || scene.class(t).any(Class::REGION) && !(scene.class(t).any(Class::GIVEN_COMMON) && words.len() > 1) || scene.cue(t).any(HARD)
    });
    if thing || lead.apposed && !one_of!(scene.page.folded(last + 1), "," | "." | "(" | ";" | ")" | ":") {
        return false;
    }
    // `la dame Irénée`, `la femme LEROUX`: whatever the word.
    if one_of!(scene.page.folded(lead.from), "DAME" | "DEMOISELLE" | "FEMME") && words.len() == 1 && scene.gap(words[0]) == Gap::Space && !is_place(scene, last) {
        return scene.class(last).any(Class::GIVEN.union(Class::FAMILY)) || !scene.ordinary(last);
    }
    let name = Class::GIVEN.union(Class::GIVEN_RARE);
    let unknown = |t: usize| !scene.ordinary(t) && !scene.class(t).any(Class::PLACE.union(Class::WORD));
    if lead.epithet && !one_of!(scene.page.folded(lead.from), "CERTAIN" | "CERTAINE" | "JEUNE" | "JEUNES") {
        // `la vieille Nevart de la rue`, `le petit Nevart a été entendu`
        let of_persons = || one_of!(scene.page.folded(lead.from), "VIEUX" | "VIEILLE") || super::lone::acts(scene, last) || one_of!(scene.page.folded(lead.from), "PETIT" | "PETITE") && one_of!(scene.page.folded(last + 1), "." | "," | ";" | "!" | "»");
        let strange = words.len() == 1 && unknown(last) && scene.shape(last) == Shape::Title && scene.page.folded(last).len() > 3 && of_persons();
        return strange || words.iter().any(|&t| scene.class(t).any(Class::GIVEN) && !is_place(scene, t));
    }
    // `un certain « Médé »`
    if lead.epithet && one_of!(scene.page.folded(lead.from), "CERTAIN" | "CERTAINE") && words.len() == 1 && words[0] > 0 && quoted(scene, words[0]) && !is_place(scene, last) && super::lone::acts(scene, last + 1) {
        return true;
    }
    // `un certain Petit`
    if lead.epithet && one_of!(scene.page.folded(lead.from), "CERTAIN" | "CERTAINE") && words.len() == 1 && lead.from + 1 == last && scene.shape(last) == Shape::Title && scene.class(last).any(Class::FAMILY_COMMON) && !is_place(scene, last) {
        return true;
    }
    // `la maîtresse, HEITZ, confirme`, `l'infirmière, Hié, a confondu`: what stands between the commas is who that is.
    if lead.apposed && words.len() == 1 && scene.is(last + 1, ",") && matches!(scene.shape(last), Shape::Title | Shape::Upper) && scene.page.folded(last).len() > 2 && !is_place(scene, last) && (scene.shape(last) == Shape::Title || !scene.ordinary(last)) && !lead.epithet {
        return true;
    }
    // `l'abbé Lousur BRODE`: capitals behind a title-case word of no dictionary, whatever they spell.
    let set = words.len() == 2 && (words[0] + 1 == last || words[0] + 2 == last && scene.shape(last - 1) == Shape::Upper && scene.cue(last - 1).any(Cue::PARTICLE)) && scene.shape(words[0]) == Shape::Title && scene.shape(last) == Shape::Upper && !scene.in_capitals(last) && unknown(words[0]) && scene.page.folded(last).len() > 3 && !is_place(scene, last);
    if set && !lead.epithet && !lead.apposed {
        return true;
    }
    if lead.epithet || lead.apposed {
        return words.iter().any(|&t| scene.class(t).any(name) && !is_place(scene, t)) || words.len() <= if lead.apposed { 3 } else if one_of!(scene.page.folded(lead.from), "JEUNE" | "JEUNES" | "CERTAIN" | "CERTAINE") { 2 } else { 1 } && words.iter().all(|&t| (matches!(scene.shape(t), Shape::Title) || lead.epithet && scene.shape(t) == Shape::Upper || scene.in_capitals(t)) && unknown(t));
    }
    let named = |t: usize| scene.class(t).any(name.union(Class::FAMILY)) && !is_place(scene, t);
    words.iter().any(|&t| named(t)) || words.iter().all(|&t| unknown(t)) && scene.page.folded(last).len() > 3 && (words.len() > 1 || scene.shape(last) == Shape::Title || words[0] > lead.from + 1 || scene.in_capitals(last) || titled(scene, lead.from) || own_trade(scene, lead.from, last))
}

/// `le boulanger FEUJEFAR, et`, `l'infirmière MOBROLONS atteste`: who works for no firm that could be called so.
fn own_trade(scene: &Scene, noun: usize, name: usize) -> bool {
    const EMPLOYED: &[&str] = &["AGENT", "AGENTE", "AGENTS", "TECHNICIEN", "TECHNICIENNE", "SALARIE", "SALARIEE", "OUVRIER", "OUVRIERE", "LIVREUR", "LIVREUSE", "CONDUCTEUR", "CONDUCTRICE", "CHAUFFEUR", "EMPLOYE", "EMPLOYEE", "CONSEILLER", "CONSEILLERE", "CADRE", "DIRECTEUR", "DIRECTRICE", "RESPONSABLE", "GERANT", "GERANTE", "CLIENT", "CLIENTE", "CONCESSIONNAIRE", "PARTENAIRE", "OPERATEUR", "GESTIONNAIRE", "COMMERCIAL", "COMMERCIALE", "DELEGUE", "DELEGUEE", "TITULAIRE", "LOCATAIRE", "PROPRIETAIRE", "ASSURE", "ASSUREE", "VENDEUSE", "HOTESSE", "CONTROLEUR", "CONTROLEUSE", "OFFICIER", "CADRES", "ELU", "ELUE", "MEMBRE", "CANDIDAT", "CANDIDATE", "INGENIEUR", "STAGIAIRE", "APPRENTI", "APPRENTIE", "MANAGER", "OPERATRICE"];
    let word = scene.page.folded(name);
    let trade = scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::TRADE);
    let reads = word.len() > 4 && word.bytes().any(|b| b"AEIOUY".contains(&b));
    trade && reads && noun + 1 == name && !word.contains('.') && !EMPLOYED.contains(&scene.page.folded(noun)) && !super::lone::BUSINESS.contains(&scene.page.folded(noun)) && !scene.cue(noun).any(Cue::PLURAL)
}

/// `le commis FEUJEFAR`, `l'abbé MOBROLONS`: a noun that a name follows and no firm; a trade's may be its employer.
fn titled(scene: &Scene, noun: usize) -> bool {
    scene.cue(noun).any(Cue::APPELLATION) && !one_of!(scene.page.folded(noun), "AGENT" | "AGENTE" | "AGENTS" | "CHEF" | "INSPECTEUR" | "INSPECTRICE" | "STAGIAIRE")
}

/// `- Isaline, le 3 mai 2012`, `- Isaline (3 mai 2012)`, `issus de l'union : Isaline le 3 mai 2012`: an item of a list that a birth, death
/// or marriage dates.
pub(super) fn dated(scene: &Scene, first: usize, last: usize) -> bool {
    let opens = scene.gap(first) >= Gap::Line || first > 0 && one_of!(scene.page.folded(first - 1), "-" | "–" | "•" | "*" | ":");
    let mark = last + 1;
    let listed = first > 0 && one_of!(scene.page.folded(first - 1), ":" | "," | "ET") && scene.is(mark, "LE") && first == last;
    if !listed && !opens || last - first > 3 || !listed && !one_of!(scene.page.folded(mark), "," | "(") || scene.gap(mark) > Gap::Space {
        return false;
    }
    let day = mark + 1 + usize::from(!listed && scene.is(mark + 1, "LE"));
    // Of what rules before this one took, only civil dates look like days.
    let taken = scene.block.get(day).is_some_and(|block| block & TAKEN != 0);
    let civil = taken && (scene.cue(day + 1).any(Cue::MONTH) || scene.is(day + 1, "ER") || scene.is(day + 1, "/") || scene.cue(day).any(Cue::NUMBER));
    civil && (first..=last).all(|t| scene.shape(t) == Shape::Title && scene.block[t] == 0 && !scene.cue(t).any(HARD) && !is_place(scene, t))
}

/// `Dédé`, `Titi`, `Zozo`: a syllable said twice.
pub(super) fn doubled(scene: &Scene, at: usize) -> bool {
    let folded = scene.page.folded(at);
    // `Kin-Kin`
    if let Some((first, last)) = folded.split_once('-') {
        return first == last && first.len() > 1;
    }
    let half = folded.len() / 2;
    folded.is_ascii() && half > 1 && folded.len() == 2 * half && folded[..half] == folded[half..]
}

/// `Jérem`, `Clém`: a word of no dictionary that an ending makes a common given name.
pub(super) fn diminutive(scene: &Scene, at: usize) -> bool {
    const ENDINGS: &[&str] = &["IE", "E", "Y", "IEN", "ENT", "ENCE", "INE", "ANE", "IN", "TTE", "NIQUE"];
    let folded = scene.page.folded(at);
    let common = |end: &&str| scene.page.lexicon.look_up(&format!("{folded}{end}")).any(Class::GIVEN_COMMON);
    scene.shape(at) == Shape::Title && folded.len() > 3 && !scene.ordinary(at) && scene.cue(at) == Cue::NONE && !scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION)) && ENDINGS.iter().any(common)
}

/// `« Dédé »`, `« Kazik, ils se trompent »`, `« Fleur et la grande »`: a doubled syllable between quotation marks, a given name or a
/// word of no dictionary that somebody's words begin with and that acts.
pub(super) fn nickname(scene: &Scene, at: usize) -> bool {
    let evidence = scene.evidence(at);
    let folded = scene.page.folded(at);
    // `« Aujourd'hui il passe »`, `« Papa il crie »`
    if folded == "AUJOURD'HUI" || scene.cue(at).any(Cue::APPELLATION.or(Cue::KIN)) {
        return false;
    }
    let spelt = scene.shape(at) == Shape::Upper && folded.len() > 3 && at > 1 && one_of!(scene.page.folded(at - 2), "ORTHOGRAPHE" | "ORTHOGRAPHIE" | "ORTHOGRAPHIEE" | "TANTOT" | "FORME" | "PATRONYME" | "NON");
    if scene.shape(at) != Shape::Title && !spelt || scene.cue(at).any(HARD) || evidence.article > 0 || evidence.company > 0 || scene.class(at).any(Class::PLACE_BIG.union(Class::COUNTRY).union(Class::REGION).union(Class::PUBLIC_BODY)) || folded.len() < 3 {
        return false;
    }
    if doubled(scene, at) && scene.shape(at + 1) == Shape::Lower && !scene.in_lower_case(at) {
        return true;
    }
    let closed = one_of!(scene.page.folded(at + 1), "»" | "\"");
    if closed {
        // `un certain « Titi »`, `« Ama » désignait Aminata`, `qui était « Bébert »`, `que « Rose » était`
        let designates = one_of!(scene.page.folded(at + 2), "DESIGNAIT" | "DESIGNE" | "ETAIT" | "EST");
        let said = at > 1 && one_of!(scene.page.folded(at - 2), "CERTAIN" | "CERTAINE" | "ETAIT" | "QUE" | "NOMME" | "NOMMEE" | "DENOMME" | "DENOMMEE" | "PRENOMME" | "PRENOMMEE" | "SURNOMME" | "SURNOMMEE" | "APPELE" | "APPELEE" | "DIT" | "DITE" | "ALIAS");
        // `désigné comme « Kado »`, `« le Grand », puis « Zaf »`
        let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.page.folded(at));
        let compared = word(2) == "COMME" && ["DESIGN", "IDENTIFI", "CONNU"].iter().any(|verb| word(3).starts_with(verb));
        let again = one_of!(word(2), "PUIS" | "OU") && (word(3) == "»" || word(3) == "," && word(4) == "»");
        // `orthographié « Binack »`, `tantôt « Zhorais »`, `sous la forme « Derir »`
        let spelt = one_of!(word(2), "ORTHOGRAPHE" | "ORTHOGRAPHIE" | "ORTHOGRAPHIEE" | "TANTOT" | "FORME" | "PATRONYME") || word(2) == "NON" && word(3) == "ET";
        // `utilisée par « Triweul »`, `« Kliphouk », stagiaire`, `Alias : Trouja, « Triweul »`
        let done = word(2) == "PAR" && ["UTILIS", "APPEL", "ECRIT", "SIGN", "ENVOY", "COMMIS", "REDIG", "RECU"].iter().any(|verb| word(3).starts_with(verb));
        let noun = at + 3 + usize::from(scene.cue(at + 3).any(Cue::ARTICLE));
        let trade = scene.is(at + 2, ",") && scene.shape(noun) == Shape::Lower && (scene.class(noun).any(Class::PROFESSION) || scene.cue(noun).any(Cue::PERSON_NOUN.or(Cue::APPELLATION).or(Cue::TRADE)));
        let alias = word(2) == "," && (at.saturating_sub(10)..at).rev().take_while(|&t| scene.gap(t + 1) < Gap::Line).any(|t| scene.is(t, "ALIAS"));
        // `orthographiant son nom « Derir »`
        let own = one_of!(word(2), "NOM" | "PRENOM") && one_of!(word(3), "SON" | "LE" | "LEUR" | "MON" | "DU");
        let said = said || own || compared || again || spelt || done || trade || alias;
        return doubled(scene, at) || (said || designates) && !scene.in_lower_case(at) && (scene.class(at).any(Class::GIVEN) || !scene.ordinary(at) && !scene.class(at).any(Class::PLACE.union(Class::COMPANY_FORM)));
    }
    let named = scene.class(at).any(Class::GIVEN) && !scene.in_lower_case(at);
    let acts = one_of!(scene.page.folded(at + 1), "NE" | "N'" | "SE" | "S'" | "ME" | "M'" | "T'" | "LUI" | "AVAIT" | "ETAIT" | "VA") || scene.is(at + 1, "A") && scene.shape(at + 2) == Shape::Lower && !scene.cue(at + 2).any(Cue::ARTICLE) || scene.is(at + 1, "C'") && scene.is(at + 2, "EST");
    // `« Prince doit être revu »`
    let acts = acts || named && scene.shape(at + 1) == Shape::Lower && (super::lone::DOES.contains(&scene.page.folded(at + 1)) || super::lone::acts(scene, at));
    let spoken = acts || named && one_of!(scene.page.folded(at + 1), "ET" | "," | "EST" | "QUI" | "NOUS");
    let unknown = !scene.ordinary(at) && !scene.class(at).any(Class::PLACE);
    let vocative = scene.is(at + 1, ",") && scene.shape(at + 2) == Shape::Lower && unknown && folded.len() > 3 || scene.is(at + 1, ",") && one_of!(scene.page.folded(at + 2), "IL" | "ILS" | "ELLE" | "ELLES" | "JE" | "J'" | "TU" | "VOUS" | "NOUS" | "ON" | "NE" | "N'") && scene.shape(at + 2) == Shape::Lower;
    // `« Michi arrête, on va`: a quotation that opens with a word of no language, and goes on small.
    let strange = unknown && folded.len() > 3 && scene.shape(at + 1) == Shape::Lower && !scene.cue(at + 1).any(Cue::ARTICLE.or(Cue::PARTICLE)) && !scene.page.document.original_at(at).contains('-') && scene.class(at).0 == 0;
    let spoken = spoken || strange;
    // `« Jérem caisse 8 »`
    let spoken = spoken || vocative || scene.shape(at + 1) == Shape::Lower && diminutive(scene, at);
    (named || unknown || diminutive(scene, at)) && spoken && scene.gap(at + 1) <= Gap::Space
}

/// True when a quotation mark opens right before the word.
pub(super) fn quoted(scene: &Scene, first: usize) -> bool {
    first > 0 && one_of!(scene.page.folded(first - 1), "«" | "\"" | "‘") && scene.gap(first) <= Gap::Space && !scene.is(first + 1, "-")
}
