import type { NightPorts } from '#core/open-data/night-ports.ts';
import { nightNamed } from '#core/open-data/nights.ts';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { elsewhere } from '../../kit/elsewhere.ts';
import { answerOf, keptSeconds } from './answer.ts';

/** A file as one night kept it. */
export async function fileOfNight(ports: NightPorts, event: HttpEvent): Promise<HttpAnswer> {
  const { night: name = '', file = '' } = event.pathParameters ?? {};
  const night = await nightNamed(ports.nights, name);
  const found = night?.files.find((one) => one.name === file);
  if (night === undefined || found === undefined) return elsewhere(event);
  const { type, sha256 } = found;
  return answerOf(event, {
    type,
    sha256,
    seconds: name === night.day ? keptSeconds.night : keptSeconds.now,
    text: async () => {
      const text = await ports.nightContents.get(night.day, file);
      if (text === undefined) throw new Error(`The files of ${night.day} are not there`);
      return text;
    },
  });
}
