import { accounts, persons, type Person, type Place } from './persons.ts';

/** The statuses one person gets, by place. */
export type Cells = Readonly<Record<Person, Readonly<Record<Place, number>>>>;

/** In a pattern: what the row says a success is. */
export const ok = 0;

const same = (status: number): Cells[Person] => ({ here: status, elsewhere: status, nowhere: status });
const only = (place: Place, status: number, otherwise = 404): Cells[Person] => ({
  ...same(otherwise),
  [place]: status,
});
const cells = (of: (person: Person) => Cells[Person]): Cells =>
  Object.fromEntries(persons.map((person) => [person, of(person)])) as Cells;

/** How the five roles of an office fare, in the order in which people name them. */
type Roles = readonly [officer: number, head: number, headquarters: number, leadership: number, administrator: number];

/** Staff by their own zone; a zone that is not theirs does not exist. Links open nothing here. */
const staff =
  ([officer, head, headquarters, leadership, administrator]: Roles): Pattern =>
  (signedOut) => {
    const own: Partial<Cells> = {
      officer: only('here', officer),
      head: only('here', head),
      headquarters: only('here', headquarters),
      leadership: only('here', leadership),
      administrator: only('here', administrator),
      'officer of another zone': only('elsewhere', officer),
      'leadership of another region': only('elsewhere', leadership),
    };
    return cells((person) => own[person] ?? same(signedOut));
  };

const hasAccount = (person: Person): boolean => accounts[person] !== undefined;

/** Whoever is signed in, whatever their zone. */
const signedIn =
  (status: number): Pattern =>
  (signedOut) =>
    cells((person) => same(hasAccount(person) ? status : signedOut));

/** The investor by their project's link and the party by its assignment's; every other link opens nothing. */
const link =
  (investor: number, party: number, foreign = 404): Pattern =>
  () => {
    const own: Partial<Cells> = {
      investor: only('here', investor, foreign),
      'another investor': only('elsewhere', investor, foreign),
      party: only('here', party),
    };
    return cells((person) => own[person] ?? same(404));
  };

/** @param signedOut what somebody gets who is not signed in: 401 from the gateway, 303 to the sign-in from a page */
type Pattern = (signedOut: number) => Cells;

/** Who may what, by name. */
export const patterns = {
  /** Anybody, whatever they bring. */
  everybody: () => cells(() => same(ok)),
  /** A form that needs the proof of a session, without it: who has no session has nothing to prove. */
  'who has no session': () => cells((person) => same(hasAccount(person) ? 403 : ok)),
  /** Everybody who has a role at the place: they all look. */
  'staff of the zone': staff([ok, ok, ok, ok, ok]),
  'anybody signed in': signedIn(ok),
  'never for staff': signedIn(404),
  office: staff([ok, ok, 403, 403, 403]),
  'head alone': staff([403, ok, 403, 403, 403]),
  'administrator alone': staff([403, 403, 403, 403, ok]),
  /** A head lets officers in. */
  'head and administrator': staff([403, ok, 403, 403, ok]),
  /** The page that leads to whatever one administers. */
  'administrators only': (signedOut) =>
    cells((person) => same(person === 'administrator' ? ok : hasAccount(person) ? 403 : signedOut)),
  'head and headquarters': staff([403, ok, ok, 403, 403]),
  /** Who leads the region, or an office in it. */
  'head, headquarters, leadership': staff([403, ok, ok, ok, 403]),
  'headquarters and leadership': staff([403, 403, ok, ok, 403]),
  /** Who looks after an office as a whole. */
  'head, headquarters, administrator': staff([403, ok, ok, 403, ok]),
  'office and headquarters': staff([ok, ok, ok, 403, 403]),
  'investor and party': link(ok, ok),
  'investor alone': link(ok, 404),
  /** By the JSON API a party is told that it may not: it knows the project. */
  'investor, not the party': link(ok, 403),
  'party alone': link(404, ok),
  'party, nothing for the investor': link(400, ok),
  /** Something of the investor's own project, named beside the link; what is not asked of them there is told so. */
  'investor, own assignment': link(ok, 404, 409),
} as const satisfies Readonly<Record<string, Pattern>>;

export type PatternName = keyof typeof patterns;
