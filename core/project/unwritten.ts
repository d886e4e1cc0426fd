import type { Ports } from '../kernel/ports.ts';

/** Ports on which a use case is played through with nothing written: what it would be told, before it is meant. */
export const unwritten = <Some extends Pick<Ports, 'projects'>>(ports: Some): Some => ({
  ...ports,
  projects: { ...ports.projects, commit: async () => Promise.resolve('committed' as const) },
});
