import * as z from 'zod/mini';
import { DateText } from '../kernel/common.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Night, NightFile, NightPorts, Nights } from './night-ports.ts';
import { viewOpenData, type OpenData, type OpenDataPorts } from './open-data.ts';

interface Written {
  readonly file: NightFile;
  readonly text: string;
}

/** Keeps what stands now as the files of this day, once: contents first, so that what is listed is there. Gives the day when it wrote. */
export async function publishNight(
  ports: OpenDataPorts & NightPorts,
  now: number,
  filesOf: (view: OpenData) => readonly Written[],
): Promise<LocalDate | undefined> {
  const view = await viewOpenData(ports, now);
  const { day } = view;
  if ((await ports.nights.find(day)) !== undefined) return undefined;
  const written = filesOf(view);
  await Promise.all(written.map(({ file, text }) => ports.nightContents.put(day, file, text)));
  await ports.nights.write({ day, files: written.map(({ file }) => file) });
  return day;
}

/** Both words for a night: its day, or `latest`. */
export async function nightNamed(nights: Nights, name: string): Promise<Night | undefined> {
  if (name === 'latest') return (await nights.latest(1))[0];
  const day = z.safeParse(DateText, name);
  return day.success ? nights.find(day.data) : undefined;
}
