import type { Ports } from '../kernel/ports.ts';
import type { ZoneSetting } from '../reference/reference-ports.ts';
import { publicFigures, type PublicFigures } from './public-figures.ts';
import { pipelineOf } from './view-pipeline.ts';

export interface PublicView {
  /** When it was read, epoch ms. */
  readonly at: number;
  readonly zones: readonly Pick<ZoneSetting, 'zone' | 'lines'>[];
  readonly figures: PublicFigures;
}

export type PublicPorts = Pick<Ports, 'reference' | 'counts'>;

/** What anybody may see of all zones: one read of their counters, and beside it their lines, at any number of projects. */
export async function viewPublic(ports: PublicPorts, now: number): Promise<PublicView> {
  const zones = await ports.reference.zones();
  const [pipeline, settings] = await Promise.all([
    pipelineOf(ports, zones),
    Promise.all(zones.map(({ zoneId }) => ports.reference.setting(zoneId))),
  ]);
  return {
    at: now,
    zones: zones.map((zone, at) => ({ zone, lines: settings[at]?.lines ?? [] })),
    figures: publicFigures(pipeline.zones),
  };
}
