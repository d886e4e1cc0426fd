/** A document a file may be, as the page gives it: the beginnings of words that say so; many: of several files; lacking: it is asked for. */
export type Choice = readonly [value: string, called: string, many: boolean, lacking: boolean];

const stemLetters = 5;

const wordsOf = (fileName: string): readonly string[] =>
  fileName
    .normalize()
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, stemLetters));

/** What the name of a file says it is, its ending before all, what lacks before what does not; undefined where it says nothing, or two things. */
function said(fileName: string, choices: readonly Choice[]): Choice | undefined {
  const words = wordsOf(fileName);
  const among = (some: readonly string[]) =>
    choices.filter(([, called]) => called.split(' ').some((stem) => stem !== '' && some.includes(stem)));
  const byEnding = among(words.slice(-1));
  const all = byEnding.length > 0 ? byEnding : among(words);
  const lacking = all.filter(([, , , isLacking]) => isLacking);
  const found = lacking.length > 0 ? lacking : all;
  return new Set(found.map(([, called]) => called)).size === 1 ? found[0] : undefined;
}

/** Such files are only what their ending says. */
const isSpecial = (fileName: string): boolean => /\.(?:p7s|p7m|cms|sig|zip)$/i.test(fileName);

/** A document for each file: the one its name says, else the next that lacks; `` where nothing is left, or a name says what is taken. */
export function preselect(
  fileNames: readonly string[],
  choices: readonly Choice[],
  taken: readonly string[],
): string[] {
  const used = new Set(taken);
  const take = ([value, , many]: Choice): string => {
    if (!many && used.has(value)) return '';
    used.add(value);
    return value;
  };
  const named = fileNames.map((name) => {
    const choice = said(name, choices);
    if (choice) return take(choice);
    return isSpecial(name) ? '' : undefined;
  });
  return named.map((value) => {
    if (value !== undefined) return value;
    const next = choices.find(([one, , , lacking]) => lacking && !used.has(one));
    return next ? take(next) : '';
  });
}

/** The places that were chosen before and take one file. */
export function twice(places: readonly string[], choices: readonly Choice[]): readonly boolean[] {
  const single = new Set(choices.filter(([, , many]) => !many).map(([value]) => value));
  return places.map((place, at) => single.has(place) && places.indexOf(place) < at);
}
