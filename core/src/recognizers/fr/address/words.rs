//! The words of addresses.

/// Words after which an address stands.
pub(super) const CUES: &[&str] = &[
    "DEMEURANT", "DEMEURE", "DEMEURENT", "DOMICILIE", "DOMICILIEE", "DOMICILIES", "DOMICILIEES", "DOMICILE", "RESIDANT", "RESIDE", "RESIDENT", "HABITANT", "HABITE", "HABITENT", "SIS", "SISE", "SISES",
    "SITUE", "SITUEE", "SITUES", "SITUEES", "SIEGE", "ADRESSE", "ADRESSES", "LOGE", "LOGEE", "HEBERGE", "HEBERGEE", "SEJOURNANT", "EXERCANT", "ELISANT", "VIVANT", "VIT", "VIVENT", "ASSIGNE", "ASSIGNEE", "CITE", "CITEE", "REFUGIE", "REFUGIEE", "INSTALLE", "INSTALLEE",
];

/// What may stand between such a word and the address.
pub(super) const AFTER_CUE: &[&str] = &[
    "A", "AU", "EN", "CETTE", "QUALITE", "ENSEMBLE", "TOUS", "DEUX", "TOUTES", "RESPECTIVEMENT", "DESORMAIS", "MAINTENANT", "ACTUELLEMENT", "AUDIT", "SOCIAL", ":", ",", "EST", "SONT", "L'", "ADRESSE", "SUIVANTE", "DERNIERE", "CONNUE", "ANCIENNEMENT", "TOUJOURS", "ENCORE", "SEUL", "SEULE",
    "SIS", "SISE", "SITUE", "SITUEE", "LEQUEL", "DE", "LA", "LE", "LES", "DERNIER", "DOMICILE", "ET", "DONT", "SE", "TROUVE", "NUMERO", "N°", "N", "°", "-", "–", "E", "S", "(", ")",
];

/// What names a part of a building, a zone or a box: goes on an address, never opens one in prose.
pub(super) const PARTS: &[&str] = &[
    "BATIMENT", "BAT", "BT", "BATIMENTS", "CASE", "PARCELLE", "HLM", "TERRAIN", "ESCALIER", "ESC", "ETAGE", "ETG", "APPARTEMENT", "APPT", "APT", "APP", "PORTE", "HALL", "RESIDENCE", "RES", "LIEU-DIT", "LIEUDIT", "LD", "QUARTIER", "ZA", "ZI", "ZAC", "ZAE", "ZONE",
    "PARC", "IMMEUBLE", "IMM", "TOUR", "BP", "CS", "TSA", "LOT", "LOTISSEMENT", "LOGEMENT", "CHAMBRE", "PAVILLON", "VILLA", "RN", "RD", "CD", "PK", "PR", "TERMINAL", "ENTREE", "BLOC", "CELLULE", "CHALET", "FERME", "MAS", "DOMAINE", "HAMEAU",
    "CITE", "BOITE", "CHEZ", "LOGT", "EMPL", "TRIBU", "BEGUINAGE", "FLAT", "BUS", "CENTRE", "CAMPING", "EMPLACEMENT", "STUDIO", "LOCAL", "REZ-DE-CHAUSSEE", "RDC", "NIVEAU", "SECTEUR", "ESPACE", "LOTS", "CHATEAU", "MAISON", "ALLEE", "LE-BOURG", "BOURG", "HOTEL",
    "VILLAGE", "MORCELLEMENT", "SERVITUDE", "CARBET", "HABITATION", "MORNE", "PENICHE", "BATEAU", "AIRE", "COTE", "VALLEE", "PLATEAU", "DOUAR", "APTO", "CAGE", "HANGAR", "RT", "REZ-DE-JARDIN", "ENTRESOL", "SOUS-SOL", "PRESBYTERE", "CORON", "LOGIS", "CARAVANE", "INTERPHONE", "UNIT", "APPONTEMENT", "PONTON", "MOBILE-HOME", "MOBIL-HOME", "BUNGALOW", "BOX", "INTERNO",
];

/// What a place's name without an article opens with, beside the streets that tell it anywhere.
pub(super) const PLACES: &[&str] = &["PLACE", "COURS", "ROUTE", "MONTEE", "VILLA", "LOTISSEMENT", "HAMEAU", "CITE", "QUARTIER", "CLOS", "SENTIER", "PASSAGE", "PROMENADE", "ROND-POINT", "FERME", "MOULIN", "TOUR", "ESPLANADE", "FAUBOURG", "TRAVERSE", "RESIDENCE", "MAIL", "RAMPE", "COTE", "LEVEE", "PARVIS"];

/// Parts that are a home's: with a name and a town behind, wherever they stand.
pub(super) const HOMES: &[&str] = &["HAMEAU", "FERME", "VILLA", "MAS", "LOTISSEMENT", "APPARTEMENT", "RESIDENCE", "QUARTIER", "DOMAINE", "CHALET", "HLM", "CITE", "IMMEUBLE", "TRIBU", "PAVILLON", "LOGEMENT", "MOULIN"];

/// Lower-case words inside the name of a part: `2e étage gauche`, `rez-de-chaussée`.
pub(super) const INSIDE: &[&str] = &["GAUCHE", "DROITE", "FACE", "ETAGE", "EME", "ER", "E", "ERE", "DIT", "DITE", "NUMERO", "N", "NO", "POSTALE", "MONTAGNE", "MER", "COTE", "FOND", "COUR", "PALIER", "LOGEMENTS", "MAISONS", "HAUT", "BAS", "ARRIERE", "BIS", "TER", "QUATER", "POSTAL", "Nº"];

/// Streets that a number may open even when their name has no capital.
pub(super) const SURE: &[&str] = &["RUE", "AVENUE", "BOULEVARD", "IMPASSE", "ALLEE", "CHEMIN", "QUAI", "SQUARE", "RUELLE", "BD", "AV", "ROUTE", "VENELLE", "FAUBOURG", "SENTE"];


/// The main street, in one word: its name and its type.
pub(super) const GRAND: &[&str] = &["GRAND-RUE", "GRANDE-RUE", "GRANDRUE", "GRAND'RUE", "GRAND-PLACE", "GRANDE-PLACE"];

/// Streets abbreviated: only between a house number and a name.
pub(super) const ABBREVIATED: &[&str] = &["R", "CHEM", "CHE", "IMP", "ALL", "PL", "SQ", "FG", "FBG", "CRS", "LOT", "AV", "AVE", "BVD", "BLVD", "BLD", "BD", "RTE", "PAS", "PASS", "HAM", "QU", "TRAV", "RES"];

/// Things that stand in a street, whose name may follow at once: `une maison rue Haute`.
pub(super) const PREMISES: &[&str] = &["MAISON", "APPARTEMENT", "IMMEUBLE", "LOGEMENT", "PAVILLON", "LOCAL", "LOCAUX", "PROPRIETE", "TERRAIN", "VILLA", "STUDIO", "CHAMBRE", "BUREAU", "BUREAUX", "MAGASIN", "BOUTIQUE", "CHALET", "HANGAR", "GARAGE", "CABANON", "ENTREPOT", "ATELIER", "GRANGE", "GITE"];

/// Parts that a house number may stand before: `4 village Cacao`, `2 lot. Cabassou`.
pub(super) const NUMBERED: &[&str] = &["ALLEE", "CITE", "VILLA", "HAMEAU", "LOTISSEMENT", "RESIDENCE", "DOMAINE", "LIEU-DIT", "LIEUDIT", "TOUR", "MAS", "QUARTIER", "VILLAGE", "LOT", "PARC", "FERME", "CHATEAU", "ZA", "ZI", "ZAC", "SERVITUDE", "COTE", "CHASSE", "CAVEE", "CORON", "LOGIS"];

/// Ranks of a floor: `2ème gauche`, `3e étage`.
pub(super) const RANKS: &[&str] = &["E", "EME", "ER", "ERE", "ND", "NDE", "IEME", "°"];

/// What qualifies a zone or a way before its name: `zone artisanale de la Prade`, `chemin rural n° 4`.
pub(super) const QUALITIES: &[&str] = &["ARTISANALE", "ARTISANAL", "INDUSTRIELLE", "INDUSTRIEL", "COMMERCIALE", "COMMERCIAL", "ACTIVITE", "ACTIVITES", "PORTUAIRE", "RURAL", "VICINAL", "COMMUNAL", "DEPARTEMENTALE", "NATIONALE", "PRIVEE", "PIETON", "PROLONGEE", "PROLONGE"];

/// How what a place is named after looks: `les Chênes verts`.
pub(super) const LOOKS: &[&str] = &["VERT", "VERTS", "VERTE", "VERTES", "BLANC", "BLANCS", "BLANCHE", "BLANCHES", "BLEU", "BLEUS", "BLEUE", "BLEUES", "ROUGE", "ROUGES", "NOIR", "NOIRS", "NOIRE", "NOIRES", "JAUNE", "JAUNES", "ROSES", "GRIS", "GRISES", "DORE", "DORES", "DOREE", "DOREES", "FLEURI", "FLEURIS", "FLEURIE", "FLEURIES", "HAUT", "HAUTE", "HAUTS", "HAUTES", "BAS", "BASSE", "BASSES", "NEUF", "NEUVE", "NEUFS", "NEUVES", "VIEUX", "VIEILLE", "ROYAL", "ROYALE", "SAUVAGES", "ARGENTES", "ARGENTEES"];

/// Streets abroad. A German one ends in its type: `Hauptstraße 12`.
pub(super) const FOREIGN: &[&str] = &["STREET", "ROAD", "LANE", "CARRER", "CALLE", "HENT", "STEENWEG", "LAAN", "STRAAT", "PLEIN", "PLATZ", "MARKTPLATZ", "GASSE", "ROW", "DRIVE", "CLOSE", "COURT", "CORSO", "RUELA", "PASEO", "VIA", "VIALE", "RUA", "AVENIDA", "STRADA", "PIAZZA", "PLAZA", "ULICA", "STRAED", "KARRIKA", "BIDEA", "KALEA", "VICOLO", "LARGO", "TRAVESSA", "PASSEIG", "RAMBLA"];

/// Types that end the word of their street.
pub(super) const COMPOUND: &[&str] = &["STRASSE", "STR", "GASSE", "PLATZ", "WEG", "STRAAT", "LAAN", "STEENWEG"];

/// What may stand between a number and its street's type: `118 ancienne route`, `12 de la rue`.
pub(super) const BEFORE_TYPE: &[&str] = &["ANCIEN", "ANCIENNE", "VIEUX", "VIEILLE", "GRANDE", "GRAND", "PETITE", "PETIT", "NOUVELLE", "HAUTE", "BASSE", "DE", "LA", "DU", "L'"];

/// What tells where a house stands beside another thing: `face à l'église`.
pub(super) const LANDMARKS: &[&str] = &["FACE", "PRES", "DERRIERE", "ANGLE", "COTE", "ENTRE", "AU-DESSUS", "AU-DESSOUS", "PROXIMITE"];

/// Floors in words.
pub(super) const FLOORS: &[&str] = &["PREMIER", "DEUXIEME", "SECOND", "TROISIEME", "QUATRIEME", "CINQUIEME", "SIXIEME", "DERNIER"];
