import type { Language } from '../kernel/common.ts';
import type { Person } from '../reference/reference.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { isOneself, isSamePlace } from './administered.ts';
import { changesOf, entryOf, type AdminPorts, type Asking } from './admin-ports.ts';
import { viewPerson } from './people.ts';

interface ChangePerson extends Asking {
  readonly personId: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const facts = ({ name, email, language }: Pick<Person, 'name' | 'email' | 'language'>) => ({ name, email, language });

/**
 * With another address the person is awaited anew: the first verified sign-in with it is theirs. Only who administers
 * all of their places may (`elsewhere`), never oneself (`own-address`). Fails with `not-found`, `conflict`, `invalid`.
 */
export async function changePerson(ports: AdminPorts, command: ChangePerson): Promise<Result<Person>> {
  const seen = await viewPerson(ports, command);
  if (!seen.ok) return seen;
  const { person, elsewhere } = seen.value;
  if (elsewhere > 0) return fail({ kind: 'not-allowed', action: 'change', because: 'elsewhere' });
  const changes = changesOf(facts(person), facts(command), ['name', 'email']);
  if (changes.length === 0) return ok(person);
  if (person.version !== command.version) return fail({ kind: 'conflict', version: person.version, state: 'changed' });
  const isMoved = person.email !== command.email;
  if (isMoved && isOneself(command.actor, person.personId))
    return fail({ kind: 'not-allowed', action: 'change', because: 'own-address' });
  const owner = !isMoved ? undefined : await ports.administration.personIdOf(ports.ids.hash(command.email));
  if (owner !== undefined && owner !== person.personId)
    return fail({ kind: 'invalid', issues: [{ path: 'email', code: 'taken' }] });
  const after: Person = {
    ...person,
    ...facts(command),
    version: person.version + 1,
    ...(isMoved && { signedIn: false }),
  };
  const places = person.memberships.filter((one, at, all) => all.findIndex((other) => isSamePlace(one, other)) === at);
  const entries = places.map((place) =>
    entryOf(ports, command, place, { what: 'person-changed', about: person.personId, changes }),
  );
  const written = await ports.administration.write([{ edit: 'person', before: person, after }], entries);
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version: person.version, state: 'changed' });
}
