import type { Project } from './project.ts';

/** Open data may name its company: it counts, and came to no other end than its start. Apart from permissions, for the public page needs none of them. */
export const nameable = ({ confirmed, accepted, ending, erased }: Project): boolean =>
  (confirmed || accepted) && erased === undefined && (ending === undefined || ending === 'construction-started');
