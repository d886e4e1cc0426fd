import type {
  HeadquartersEvent,
  HeadquartersName,
  HeadquartersState,
  HeadquartersStore,
} from '#core/headquarters/headquarters.ts';

const keyOf = ({ scope, headquartersId }: HeadquartersName): string => `${scope ?? 'zone'} ${headquartersId}`;

/** Headquarters in memory: versions conflict as in the table. */
export function memoryHeadquarters(): HeadquartersStore & { readonly log: readonly HeadquartersEvent[] } {
  const states = new Map<string, HeadquartersState>();
  const log: HeadquartersEvent[] = [];
  return {
    log,
    load: (name) => Promise.resolve(states.get(keyOf(name))),
    commit: ({ headquarters, event, instruction, meeting }) => {
      const { version } = headquarters;
      const before = states.get(keyOf(headquarters));
      if ((before?.headquarters.version ?? 0) !== version - 1) return Promise.resolve('conflict');
      const { instructions = [], meetings = [], told = {} } = before ?? {};
      states.set(keyOf(headquarters), {
        headquarters,
        instructions: [
          ...instructions.filter(({ instructionId }) => instructionId !== instruction?.instructionId),
          ...(instruction ? [instruction] : []),
        ].toSorted((a, b) => a.number - b.number),
        meetings: [...meetings.filter(({ on }) => on !== meeting?.on), ...(meeting ? [meeting] : [])].toSorted(
          (a, b) => (a.on < b.on ? -1 : 1),
        ),
        told,
      });
      log.push(event);
      return Promise.resolve('committed');
    },
    tell: (name, told) => {
      const before = states.get(keyOf(name));
      if (before) states.set(keyOf(name), { ...before, told });
      return Promise.resolve();
    },
  };
}
