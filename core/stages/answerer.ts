import type { Holder } from '../project/event.ts';
import type { Answer } from '../project/project.ts';
import type { Names } from '../reference/reference.ts';
import type { ZoneContext } from '../project/zone-context.ts';

/** Who answered, for those outside the office: its staff are the office. */
export interface Answerer {
  readonly kind: 'office' | 'investor' | 'party';
  readonly names?: Names | undefined;
  readonly person?: string | undefined;
  readonly company?: string | undefined;
}

export interface Investor extends Pick<Answerer, 'person' | 'company'> {
  /** Colleagues of that person by their numbers; who was erased is left out. */
  readonly colleagues?: ReadonlyMap<number, string>;
}

/** Whose answer it is; on paper it is the holder's, and nobody's in particular of theirs. Undefined for what the system noted itself. */
export function answererOf(
  { actor, onBehalf }: Pick<Answer, 'actor' | 'onBehalf'>,
  holder: Holder,
  { parties }: Pick<ZoneContext, 'parties'>,
  investor: Investor,
): Answerer | undefined {
  if (actor.kind === 'system') return undefined;
  const whose = onBehalf === undefined ? actor : holder;
  const colleague = actor.kind === 'investor' ? actor.delegate : undefined;
  switch (whose.kind) {
    case 'party':
      return { kind: 'party', names: parties.find(({ partyId }) => partyId === whose.partyId)?.names };
    case 'investor':
      return {
        kind: 'investor',
        company: investor.company,
        ...(onBehalf === undefined && {
          person: colleague === undefined ? investor.person : investor.colleagues?.get(colleague),
        }),
      };
    default:
      return { kind: 'office' };
  }
}
