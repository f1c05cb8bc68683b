// Every word the page says, in both languages.
import type { Action, Confidence, Kind, Role } from 'huisclos';

const fr = {
  title: 'Huis Clos · Studio',
  tagline: 'Occultation des décisions de justice, sur ce poste',
  promise: 'Le document ne quitte pas cette page : ni serveur, ni réseau, ni stockage.',
  drop: 'Déposez une décision ici',
  dropHint: 'Texte, DOCX, ODT, HTML ou JSON ; ou un fichier de relecture (.relecture.json).',
  choose: 'Choisir un fichier',
  paste: 'Coller ou écrire le texte',
  start: 'Analyser ce texte',
  example: 'Essayer avec une décision inventée',
  loading: 'Chargement des dictionnaires…',
  working: 'Analyse en cours…',
  another: 'Autre document',
  original: 'Original', result: 'Résultat', views: 'Affichage', both: 'Côte à côte',
  bloc: 'Bloc d’occultation', known: 'Parties connues (une par ligne)', rerun: 'Relancer', basisOfBloc: 'Fondement',
  options: 'Réglages', download: 'Télécharger', print: 'Imprimer', help: 'Clavier', theme: 'Thème sombre', themeLight: 'Thème clair', language: 'English',
  sameFormat: 'Document occulté, même format', asText: 'Texte occulté', asJson: 'Détections (JSON)', asAudit: 'Rapport d’audit (HTML)', asReview: 'Relecture à reprendre',
  reviewWarns: 'Le fichier de relecture et le JSON renvoient au document d’origine : ils sont aussi confidentiels que lui.',
  undo: 'Annuler', redo: 'Rétablir',
  doubts: 'À vérifier', persons: 'Personnes', others: 'Données', check: 'Fuites',
  noDoubts: 'Aucun doute en attente.', noPersons: 'Aucune personne trouvée.', noOthers: 'Aucune autre donnée.',
  noLeaks: 'Aucun mot d’un nom occulté n’est resté lisible.', leaksFound: 'Mots d’un nom occulté encore lisibles :',
  leakLimit: 'Le contrôle cherche les mots des noms occultés. Il ne remplace pas une relecture.',
  selected: 'Passage choisi', nothingSelected: 'Choisissez un passage surligné, ou sélectionnez du texte pour l’ajouter.',
  kind: 'Catégorie', role: 'Qualité', hide: 'Occulter', keep: 'Laisser lisible', all: 'Toutes les mentions', link: 'Même personne que…', none: '—',
  reason: 'Motif', basis: 'Fondement', rules: 'Règles', becomes: 'Devient', byReader: 'ajouté à la relecture',
  add: 'Occulter la sélection', addAll: 'Occulter partout', mentionsCount: (n: number) => (n === 1 ? '1 mention' : `${n} mentions`),
  counts: (h: number, k: number, d: number) => `${h} occultés, ${k} lisibles, ${d} à vérifier`,
  document: 'Décision', panel: 'Relecture', unread: (n: number) => `${n} image(s) ou objet(s) incorporé(s) n’ont pas été lus : vérifiez-les avant de publier.`,
  failed: 'Le document n’a pas pu être lu', close: 'Fermer', skip: 'Aller à la décision', pseudonymised: 'Pseudonymisé n’est pas anonyme : ce qui reste peut encore désigner quelqu’un.',
  keys: [
    ['N / P', 'mention suivante, précédente'], ['D', 'doute suivant'], ['A', 'occulter'], ['R', 'laisser lisible'], ['Maj + A / R', 'toutes les mentions'],
    ['C', 'changer la catégorie'], ['Q', 'changer la qualité'], ['L', 'lier à une autre personne'], ['S', 'occulter la sélection'], ['Ctrl + Z / Y', 'annuler, rétablir'], ['?', 'cette aide'],
  ] as [string, string][],
  keysHint: 'Les lettres agissent quand le curseur est dans la décision.',
  kinds: {
    person: 'Personne', organisation: 'Personne morale', establishment: 'Établissement', address: 'Adresse', locality: 'Localité', birth_date: 'Date de naissance',
    death_date: 'Date de décès', marriage_date: 'Date de mariage', national_id: 'Numéro de sécurité sociale', company_id: 'SIREN, SIRET', bank_account: 'Compte bancaire',
    card: 'Carte bancaire', phone: 'Téléphone', email: 'Courriel', url: 'Adresse web', plate: 'Immatriculation', land_parcel: 'Cadastre', id_number: 'Numéro identifiant',
    case_number: 'Numéro d’affaire', term: 'Terme', grounds: 'Exposé du litige et motifs',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  roles: {
    party: 'Partie', minor: 'Mineur', third_party: 'Tiers', witness: 'Témoin', victim: 'Victime', expert: 'Expert', judge: 'Magistrat', clerk: 'Greffe', prosecutor: 'Ministère public',
    lawyer: 'Avocat', bailiff: 'Commissaire de justice', notary: 'Notaire', officer: 'Agent', public_body: 'Personne publique', unknown: 'Non précisée',
  } satisfies Record<Role, string> as Record<Role, string>,
  actions: { replace: 'occulté', keep: 'lisible', review: 'occulté, à vérifier' } satisfies Record<Action, string> as Record<Action, string>,
  confidences: { possible: 'possible', probable: 'probable', strong: 'forte', certain: 'certaine' } satisfies Record<Confidence, string> as Record<Confidence, string>,
  warnings: {
    debates_not_public: 'Les débats n’étaient pas publics : l’exposé du litige et les motifs sont masqués, sauf choix contraire (COJ R111-12).',
    business_secret: 'Un indicateur dit que les motifs contiennent un secret des affaires : ne publiez pas cette décision.',
    terms_beyond_recommendation: 'Des termes accompagnent une recommandation qui n’en prévoit pas : ceux à supprimer sont supprimés, ceux à conserver ne sont pas conservés.',
    nac_not_public: 'La nature de l’affaire restreint la publication : vérifiez avant de publier.',
    kept_name: 'Des noms restent lisibles parce que le terme est à conserver.',
    already_pseudonymised: 'Le texte semble déjà pseudonymisé.',
    nothing_found: 'Aucune donnée personnelle n’a été trouvée : relisez le texte.',
  } as Record<string, string>,
  reasons: {
    'a name of one letter': 'un nom d’une seule lettre',
    'one letter away from a name of the document': 'à une lettre près, un nom du document',
    'no hidden name in this part of the address': 'aucun nom occulté dans cette partie de l’adresse',
    'the company bears the name of a hidden person': 'la société porte le nom d’une personne occultée',
    'the host bears the name of a hidden person': 'le site porte le nom d’une personne occultée',
    'the same text is replaced elsewhere': 'le même texte est occulté ailleurs',
  } as Record<string, string>,
  blocs: ['Bloc 0 : nature d’affaire non valide', 'Bloc 1 : toutes les catégories', 'Bloc 2 : toutes sauf les dates', 'Bloc 3 : toutes sauf les personnes morales', 'Bloc 4 : toutes sauf dates et personnes morales'],
};

export type Words = typeof fr;

const en: Words = {
  title: 'Huis Clos · Studio',
  tagline: 'Redaction of court decisions, on this machine',
  promise: 'The document does not leave this page: no server, no network, no storage.',
  drop: 'Drop a decision here',
  dropHint: 'Text, DOCX, ODT, HTML or JSON; or a review file (.relecture.json).',
  choose: 'Choose a file',
  paste: 'Paste or type the text',
  start: 'Read this text',
  example: 'Try an invented decision',
  loading: 'Loading the dictionaries…',
  working: 'Reading…',
  another: 'Another document',
  original: 'Original', result: 'Result', views: 'View', both: 'Side by side',
  bloc: 'Redaction bloc', known: 'Known parties (one per line)', rerun: 'Run again', basisOfBloc: 'Legal basis',
  options: 'Settings', download: 'Download', print: 'Print', help: 'Keyboard', theme: 'Dark theme', themeLight: 'Light theme', language: 'Français',
  sameFormat: 'Redacted document, same format', asText: 'Redacted text', asJson: 'Detections (JSON)', asAudit: 'Audit report (HTML)', asReview: 'Review to resume',
  reviewWarns: 'The review file and the JSON point into the original document: they are as confidential as it is.',
  undo: 'Undo', redo: 'Redo',
  doubts: 'To check', persons: 'Persons', others: 'Data', check: 'Leaks',
  noDoubts: 'No doubt is waiting.', noPersons: 'No person found.', noOthers: 'No other data.',
  noLeaks: 'No word of a hidden name is left readable.', leaksFound: 'Words of a hidden name still readable:',
  leakLimit: 'The check looks for words of hidden names. It does not replace a reading.',
  selected: 'Selected passage', nothingSelected: 'Choose a marked passage, or select text to add it.',
  kind: 'Kind', role: 'Role', hide: 'Hide', keep: 'Leave readable', all: 'Every mention', link: 'Same person as…', none: '—',
  reason: 'Reason', basis: 'Legal basis', rules: 'Rules', becomes: 'Becomes', byReader: 'added in review',
  add: 'Hide the selection', addAll: 'Hide everywhere', mentionsCount: (n) => (n === 1 ? '1 mention' : `${n} mentions`),
  counts: (h, k, d) => `${h} hidden, ${k} readable, ${d} to check`,
  document: 'Decision', panel: 'Review', unread: (n) => `${n} image(s) or embedded object(s) were not read: look at them before publishing.`,
  failed: 'The document could not be read', close: 'Close', skip: 'Go to the decision', pseudonymised: 'Pseudonymised is not anonymous: what remains may still single someone out.',
  keys: [
    ['N / P', 'next, previous mention'], ['D', 'next doubt'], ['A', 'hide'], ['R', 'leave readable'], ['Shift + A / R', 'every mention'],
    ['C', 'change the kind'], ['Q', 'change the role'], ['L', 'link to another person'], ['S', 'hide the selection'], ['Ctrl + Z / Y', 'undo, redo'], ['?', 'this help'],
  ],
  keysHint: 'Letters act while the focus is in the decision.',
  kinds: {
    person: 'Person', organisation: 'Organisation', establishment: 'Establishment', address: 'Address', locality: 'Locality', birth_date: 'Date of birth', death_date: 'Date of death',
    marriage_date: 'Date of marriage', national_id: 'Social security number', company_id: 'SIREN, SIRET', bank_account: 'Bank account', card: 'Payment card', phone: 'Telephone', email: 'E-mail',
    url: 'Web address', plate: 'Number plate', land_parcel: 'Land parcel', id_number: 'Identity number', case_number: 'Case number', term: 'Term', grounds: 'Facts and grounds',
  },
  roles: {
    party: 'Party', minor: 'Minor', third_party: 'Third party', witness: 'Witness', victim: 'Victim', expert: 'Expert', judge: 'Judge', clerk: 'Clerk', prosecutor: 'Prosecutor', lawyer: 'Lawyer',
    bailiff: 'Bailiff', notary: 'Notary', officer: 'Officer', public_body: 'Public body', unknown: 'Not stated',
  },
  actions: { replace: 'hidden', keep: 'readable', review: 'hidden, to check' },
  confidences: { possible: 'possible', probable: 'probable', strong: 'strong', certain: 'certain' },
  warnings: {},
  reasons: {},
  blocs: ['Bloc 0: nature of the case not valid', 'Bloc 1: every category', 'Bloc 2: all but dates', 'Bloc 3: all but companies', 'Bloc 4: all but dates and companies'],
};

export const languages = { fr, en };
export type Language = keyof typeof languages;

/** Code de l'organisation judiciaire, article L111-13, al. 2 and 3, as in force. The law is French in both languages. */
export const L111_13 =
  'Les nom et prénoms des personnes physiques mentionnées dans la décision, lorsqu’elles sont parties ou tiers, sont occultés préalablement à la mise à la disposition du public. Lorsque sa divulgation est de nature à porter atteinte à la sécurité ou au respect de la vie privée de ces personnes ou de leur entourage, est également occulté tout élément permettant d’identifier les parties, les tiers, les magistrats et les membres du greffe.';
