import type { Ports } from '../kernel/ports.ts';

/** Ports on which a use case is played through with nothing written: what it would be told, before it is meant. */
export const unwritten = <Some extends Pick<Ports, 'projects'> & Partial<Pick<Ports, 'lines'>>>(ports: Some): Some => ({
  ...ports,
  ...(ports.lines && { lines: { ...ports.lines, write: async () => Promise.resolve('written' as const) } }),
  projects: { ...ports.projects, commit: async () => Promise.resolve('committed' as const) },
});
