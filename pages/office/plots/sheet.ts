import { sectors } from '#core/letter/sector.ts';
import { founders, zoneKinds, type PlotState } from '#core/plots/plot.ts';
import type { ZonePlots } from '#core/plots/view-plots.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, languageNames } from '#core/texts/index.ts';
import { seenNumber } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { sectorName } from '../../region/names.ts';
import { plotsAddress } from '../addresses.ts';

export interface ZonePlotsProps {
  readonly frame: Frame;
  readonly view: ZonePlots;
  /** Only plots in it are listed. */
  readonly state: PlotState | undefined;
  readonly isForm: boolean;
  readonly isDone: boolean;
}

/** What a zone of the register is. */
export function registerSheet({ frame, view: { zone, chosen } }: ZonePlotsProps): Sheet {
  const { language } = frame;
  const words = plotTexts(language);
  const title = chosen === undefined ? words.enterZone : words.changeZone;
  const registerId = chosen?.registerId ?? 'new';
  return {
    frame,
    title,
    caption: (chosen ?? zone).names[language],
    address: plotsAddress(zone.zoneId, { register: registerId, do: 'zone' }),
    back: plotsAddress(zone.zoneId, { register: chosen?.registerId }),
    button: words.save,
    fields: [
      ...(chosen === undefined
        ? ([
            {
              name: 'code',
              kind: 'line',
              label: words.code,
              hint: fill(words.codeHint, { example: 'north' }),
              width: 20,
              spellcheck: false,
            },
          ] as const)
        : []),
      ...writtenLanguages.map(
        (written) =>
          ({
            name: `names.${written}`,
            kind: 'line',
            label: fill(lineTexts(language).nameIn, { language: languageNames[written] }),
          }) as const,
      ),
      {
        name: 'kind',
        kind: 'radios',
        label: words.kind,
        choices: zoneKinds.map((value) => ({ value, text: capital(language, words.kinds[value]) })),
      },
      {
        name: 'founder',
        kind: 'radios',
        label: words.founder,
        choices: founders.map((value) => ({ value, text: capital(language, words.founders[value]) })),
      },
      { name: 'hectares', kind: 'line', label: words.hectares, width: 10, optional: true },
      { name: 'since', kind: 'whole', label: words.since },
      {
        name: 'sectors',
        kind: 'tick',
        label: words.sectors,
        optional: true,
        choices: sectors.map((value) => ({ value, text: sectorName(language, value) })),
      },
      { name: 'listOn', kind: 'date', label: words.listOn, optional: true },
      {
        name: 'box',
        kind: 'line',
        label: words.box,
        hint: fill(words.boxHint, { example: '57.15 50.25 57.25 50.35' }),
        optional: true,
      },
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint },
      seenNumber('version'),
    ],
  };
}
