import type { HeadquartersEvent, HeadquartersState, HeadquartersStore } from '#core/headquarters/headquarters.ts';

/** Headquarters in memory: versions conflict as in the table. */
export function memoryHeadquarters(): HeadquartersStore & { readonly log: readonly HeadquartersEvent[] } {
  const states = new Map<string, HeadquartersState>();
  const log: HeadquartersEvent[] = [];
  return {
    log,
    load: (id) => Promise.resolve(states.get(id)),
    commit: ({ headquarters, event, instruction, meeting }) => {
      const { headquartersId, version } = headquarters;
      const before = states.get(headquartersId);
      if ((before?.headquarters.version ?? 0) !== version - 1) return Promise.resolve('conflict');
      const { instructions = [], meetings = [], told = {} } = before ?? {};
      states.set(headquartersId, {
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
    tell: (headquartersId, told) => {
      const before = states.get(headquartersId);
      if (before) states.set(headquartersId, { ...before, told });
      return Promise.resolve();
    },
  };
}
