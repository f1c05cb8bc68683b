/** An invented decision: nobody in it exists. */
export const sample = `TRIBUNAL JUDICIAIRE DE VALMERIN

N° RG 23/01482

JUGEMENT DU 14 MARS 2024

Présidente : Mme Berthe LACOMBE, vice-présidente
Greffier : M. Ulysse TARDIVEL

ENTRE :

Madame Odile Jeanne FERNAGUT épouse SAVIGNON
née le 3 février 1971 à Brumières
demeurant 12 rue des Tisserands, 87300 Bellac
représentée par Maître Clotaire VIGNERAS, avocat au barreau de Limoges

ET :

Monsieur Thibaud Savignon
né le 21 septembre 1968
demeurant chez Mme Solange FERNAGUT, 4 impasse du Moulin, 87300 Bellac
joignable au 06 39 98 12 44 et à l'adresse thibaud.savignon@courriel.example

FAITS ET PROCÉDURE

Mme Fernagut et M. Savignon se sont mariés le 8 juin 1996. Le couple est propriétaire d'une maison cadastrée section AB n° 214.

Par courriel du 4 mai 2022, Thibaud SAVIGNON a informé son épouse de son départ au volant du véhicule immatriculé GH-482-KT. Le témoin Anselme Corvaisier, voisin, atteste l'avoir vu.

La SARL Menuiserie du Vincou, employeur de M. Savignon, a produit trois bulletins de paie.

PAR CES MOTIFS

Le tribunal, statuant publiquement par jugement contradictoire,

CONDAMNE M. Thibaud SAVIGNON à payer à Mme Odile FERNAGUT la somme de 4 200 euros, à verser sur le compte FR76 3000 6000 0112 3456 7890 189 ;

LAISSE les dépens à la charge de M. SAVIGNON.

LE GREFFIER                         LA PRÉSIDENTE
U. TARDIVEL                         B. LACOMBE
`;
