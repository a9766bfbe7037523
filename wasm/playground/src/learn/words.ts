// Words of the view that teaches by contrast.

import type { Language } from "../state/app.svelte.ts";
import type { Naive } from "./naive.ts";
import type { Trap } from "./presets.ts";

interface Told {
  title: string;
  text: string;
  lesson: string;
  cases: Record<string, string>;
}

const en = {
  title: "Why it answers so",
  lead: "Traps in which a usual check passes a bad product, cannot judge a good one, or misses a clash. Both answers are computed here, on your machine: the check that people often write, and Comity.",
  all: "All traps",
  next: (title: string) => `Next: ${title}`,
  code: "The usual check",
  codeText: "As it is often written, in a few lines:",
  answers: "What each answers",
  answersText: "Both were just given the same.",
  facts: "The facts",
  rule: "The rule, a draft invented to teach with",
  naive: "The usual check",
  comity: "Comity",
  says: { pass: "Passes", fail: "Fails", "cannot tell": "Cannot tell" } as Record<Naive, string>,
  possible: "What can still come out:",
  asks: "It asks:",
  lesson: "Why.",
  openProduct: "Open it as a product",
  openDraft: "Open in the editor",
  pair: (one: string, other: string) => `${one} and ${other}`,
  same: "They say the same",
  notSame: "They say different things",
  clash: "They clash",
  noClash: "They do not clash",
  relation: {
    equal: "They ask the same: every product meets both or neither.",
    stricter: "One is stricter than the other.",
    looser: "One is looser than the other.",
    intersects: "Each asks something of its own.",
    disjoint: "They clash: no product meets both.",
    unclear: "It could not be told.",
    unrelated: "They turn on nothing in common.",
  } as Record<string, string>,
  onlyFirst: "A product that breaches only the first",
  onlySecond: "A product that breaches only the second",
  traps: {
    missing: {
      title: "What is not stated passes",
      text: "The law forbids one password for all units. A check that looks for shared passwords finds none in a file that does not mention passwords, and lets the product pass.",
      lesson: "What is not stated is unknown. It is neither a pass nor a breach, so Comity says that it cannot be told yet, and which question would settle it.",
      cases: { nothing: "Nothing is said of passwords", shared: "One password for all units", own: "The user chooses the password" },
    },
    "whole-numbers": {
      title: "“Less than 5” and “at most 4”",
      text: "For steps, which are whole, “less than 5” is “at most 4”, and nothing is less than 5 and more than 4. A check that compares the words, or thinks of all numbers, sees neither.",
      lesson: "Every fact has a type. For whole numbers there is nothing between 4 and 5, and Comity proves the sameness and the clash over all products.",
      cases: {},
    },
    zero: {
      title: "Unknown becomes zero",
      text: "Canada lets a label stand on the screen if it is reached in at most three steps. A check that takes a count nobody has stated for zero finds the label at once, and lets the product pass.",
      lesson: "Zero is an answer, and nobody gave it. Comity asks for the count; once it is stated, both agree.",
      cases: { nothing: "The steps are not stated", five: "Five steps", two: "Two steps" },
    },
    "either-way": {
      title: "It holds either way",
      text: "This rule asks two years of updates of products with a radio, and one year of all others. Whether the product has a radio is not stated, and a check that weighs each part on its own cannot tell, even where three years are promised.",
      lesson: "With three years the rule is kept with a radio and without one, so there is nothing to ask. Comity looks through all that could be stated, and asks only where it matters: with 18 months it does.",
      cases: { three: "Three years; radio not stated", between: "18 months; radio not stated", nothing: "Neither is stated" },
    },
  } as Record<Trap["id"], Told>,
};

const fr: typeof en = {
  title: "Pourquoi ces réponses",
  lead: "Des pièges où une vérification courante laisse passer un mauvais produit, ne sait juger un bon, ou ne voit pas un conflit. Les deux réponses sont calculées ici, sur votre appareil : la vérification que l’on écrit souvent, et Comity.",
  all: "Tous les pièges",
  next: (title) => `Suivant : ${title}`,
  code: "La vérification courante",
  codeText: "Telle qu’on l’écrit souvent, en quelques lignes :",
  answers: "Ce que répond chacune",
  answersText: "Les deux viennent de recevoir la même chose.",
  facts: "Les faits",
  rule: "La règle, un projet inventé pour l’exemple",
  naive: "La vérification courante",
  comity: "Comity",
  says: { pass: "Accepte", fail: "Refuse", "cannot tell": "Ne sait pas" },
  possible: "Ce qui peut encore en résulter :",
  asks: "Comity demande :",
  lesson: "Pourquoi.",
  openProduct: "Ouvrir comme produit",
  openDraft: "Ouvrir dans l’éditeur",
  pair: (one, other) => `${one} et ${other}`,
  same: "Elles disent la même chose",
  notSame: "Elles disent des choses différentes",
  clash: "Elles se heurtent",
  noClash: "Elles ne se heurtent pas",
  relation: {
    equal: "Elles demandent la même chose : tout produit respecte les deux ou aucune.",
    stricter: "L’une est plus stricte que l’autre.",
    looser: "L’une est moins stricte que l’autre.",
    intersects: "Chacune demande quelque chose de particulier.",
    disjoint: "Elles se heurtent : aucun produit ne respecte les deux.",
    unclear: "La réponse n’a pu être établie.",
    unrelated: "Elles ne portent sur rien de commun.",
  },
  onlyFirst: "Un produit qui n’enfreint que la première",
  onlySecond: "Un produit qui n’enfreint que la seconde",
  traps: {
    missing: {
      title: "Ce qui n’est pas indiqué passe",
      text: "La loi interdit un même mot de passe pour tous les appareils. Une vérification qui cherche des mots de passe partagés n’en trouve pas dans un fichier qui ne parle pas de mots de passe, et laisse passer le produit.",
      lesson: "Ce qui n’est pas indiqué est inconnu. Ce n’est ni un respect ni une infraction : Comity dit que la réponse n’est pas encore établie, et quelle question l’établirait.",
      cases: { nothing: "Rien n’est dit des mots de passe", shared: "Un seul mot de passe pour tous les appareils", own: "L’utilisateur choisit le mot de passe" },
    },
    "whole-numbers": {
      title: "« Moins de 5 » et « au plus 4 »",
      text: "Pour des étapes, qui sont entières, « moins de 5 » veut dire « au plus 4 », et rien n’est à la fois moins de 5 et plus de 4. Une vérification qui compare les mots, ou qui pense à tous les nombres, ne voit ni l’un ni l’autre.",
      lesson: "Chaque fait a un type. Entre les entiers 4 et 5 il n’y a rien, et Comity prouve l’égalité et le conflit pour tous les produits.",
      cases: {},
    },
    zero: {
      title: "L’inconnu devient zéro",
      text: "Le Canada admet une étiquette à l’écran si on y accède en trois étapes au plus. Une vérification qui prend pour zéro un nombre que personne n’a indiqué trouve l’étiquette tout de suite, et laisse passer le produit.",
      lesson: "Zéro est une réponse, et personne ne l’a donnée. Comity demande le nombre ; dès qu’il est indiqué, les deux s’accordent.",
      cases: { nothing: "Les étapes ne sont pas indiquées", five: "Cinq étapes", two: "Deux étapes" },
    },
    "either-way": {
      title: "Vrai dans les deux cas",
      text: "Cette règle demande deux ans de mises à jour aux produits radio, et un an à tous les autres. Il n’est pas indiqué si le produit a une radio, et une vérification qui pèse chaque partie à part ne sait pas conclure, même si trois ans sont promis.",
      lesson: "Avec trois ans, la règle est respectée avec ou sans radio : il n’y a rien à demander. Comity passe en revue tout ce qui pourrait être indiqué, et ne demande que là où cela compte : avec 18 mois, cela compte.",
      cases: { three: "Trois ans ; radio non indiquée", between: "18 mois ; radio non indiquée", nothing: "Ni l’un ni l’autre n’est indiqué" },
    },
  },
};

const nl: typeof en = {
  title: "Waarom dit antwoord",
  lead: "Valkuilen waarin een gewone toets een slecht product doorlaat, een goed product niet kan beoordelen, of een botsing niet ziet. Beide antwoorden worden hier berekend, op uw apparaat: van de toets die mensen vaak schrijven, en van Comity.",
  all: "Alle valkuilen",
  next: (title) => `Volgende: ${title}`,
  code: "De gewone toets",
  codeText: "Zoals die vaak wordt geschreven, in enkele regels:",
  answers: "Wat elk antwoordt",
  answersText: "Beide kregen zojuist hetzelfde.",
  facts: "De feiten",
  rule: "De regel, een concept dat is verzonnen om van te leren",
  naive: "De gewone toets",
  comity: "Comity",
  says: { pass: "Keurt goed", fail: "Keurt af", "cannot tell": "Weet het niet" },
  possible: "Wat er nog uit kan komen:",
  asks: "Comity vraagt:",
  lesson: "Waarom.",
  openProduct: "Openen als product",
  openDraft: "Openen in de editor",
  pair: (one, other) => `${one} en ${other}`,
  same: "Ze zeggen hetzelfde",
  notSame: "Ze zeggen iets anders",
  clash: "Ze botsen",
  noClash: "Ze botsen niet",
  relation: {
    equal: "Ze vragen hetzelfde: elk product voldoet aan beide of aan geen van beide.",
    stricter: "De ene is strenger dan de andere.",
    looser: "De ene is minder streng dan de andere.",
    intersects: "Elk vraagt iets eigens.",
    disjoint: "Ze botsen: geen product voldoet aan beide.",
    unclear: "Dit was niet vast te stellen.",
    unrelated: "Ze draaien om niets gemeenschappelijks.",
  },
  onlyFirst: "Een product dat alleen de eerste schendt",
  onlySecond: "Een product dat alleen de tweede schendt",
  traps: {
    missing: {
      title: "Wat niet is vermeld, slaagt",
      text: "De wet verbiedt één wachtwoord voor alle exemplaren. Een toets die naar gedeelde wachtwoorden zoekt, vindt er geen in een bestand dat niets over wachtwoorden zegt, en laat het product door.",
      lesson: "Wat niet is vermeld, is onbekend. Dat is geen naleving en geen schending: Comity zegt dat het nog niet vaststaat, en welke vraag het beslist.",
      cases: { nothing: "Over wachtwoorden is niets gezegd", shared: "Eén wachtwoord voor alle exemplaren", own: "De gebruiker kiest het wachtwoord" },
    },
    "whole-numbers": {
      title: "‘Minder dan 5’ en ‘hooguit 4’",
      text: "Voor stappen, die heel zijn, is ‘minder dan 5’ hetzelfde als ‘hooguit 4’, en niets is minder dan 5 en meer dan 4. Een toets die de woorden vergelijkt, of aan alle getallen denkt, ziet geen van beide.",
      lesson: "Elk feit heeft een type. Tussen de hele getallen 4 en 5 ligt niets, en Comity bewijst de gelijkheid en de botsing voor alle producten.",
      cases: {},
    },
    zero: {
      title: "Onbekend wordt nul",
      text: "Canada staat een etiket op het scherm toe als het in hooguit drie stappen te vinden is. Een toets die een aantal dat niemand heeft vermeld voor nul houdt, vindt het etiket meteen, en laat het product door.",
      lesson: "Nul is een antwoord, en niemand heeft het gegeven. Comity vraagt naar het aantal; zodra dat is vermeld, zijn beide het eens.",
      cases: { nothing: "De stappen zijn niet vermeld", five: "Vijf stappen", two: "Twee stappen" },
    },
    "either-way": {
      title: "Het klopt hoe dan ook",
      text: "Deze regel vraagt twee jaar updates van producten met een radio, en één jaar van alle andere. Of het product een radio heeft is niet vermeld, en een toets die elk deel apart weegt weet het niet, zelfs als drie jaar is beloofd.",
      lesson: "Met drie jaar wordt de regel met én zonder radio nageleefd, dus valt er niets te vragen. Comity gaat na wat er allemaal vermeld kan worden, en vraagt alleen waar het ertoe doet: bij 18 maanden doet het dat.",
      cases: { three: "Drie jaar; radio niet vermeld", between: "18 maanden; radio niet vermeld", nothing: "Geen van beide is vermeld" },
    },
  },
};

export const words: Record<Language, typeof en> = { en, fr, nl };
