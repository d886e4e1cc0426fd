import type { JSX } from 'preact';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { dateText, fill } from '#core/texts/index.ts';
import { forecastTexts } from '#core/texts/areas/forecasts.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { boardTexts } from '#core/texts/areas/board.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { addressOf } from '#pages/routes.ts';
import { ChoiceLinks } from '../components/choice-links.tsx';
import type { Frame } from '../frame.ts';
import { boardAddress } from '../office/addresses.ts';
import { overviewPath, regionViews, type RegionView } from './addresses.ts';

interface Props extends Pick<OverviewView, 'zones' | 'on'> {
  readonly frame: Frame;
  readonly view: RegionView;
  readonly zone: string | undefined;
}

/** What is shown, of which zones and of which day; one line leads elsewhere, but not from a wall. */
export function Heading({ frame: { language }, view, zones, zone, on }: Props): JSX.Element {
  const words = regionTexts(language);
  const name =
    zones.length === 1
      ? zones[0]?.names[language]
      : (zones.find(({ zoneId }) => zoneId === zone)?.names[language] ?? words.allZones);
  const named = {
    now: words.viewNow,
    past: words.viewPast,
    forecasts: forecastTexts(language).title,
    screen: words.viewScreen,
  };
  return (
    <div class="overview-head">
      <h1 class="govuk-heading-l">
        {view === 'past' || view === 'forecasts' ? named[view] : words.title}: {name}
      </h1>
      <p class="govuk-body">{fill(words.on, { date: dateText(language, on) })}</p>
      {view !== 'screen' && (
        <ChoiceLinks
          label={words.views}
          entries={[
            ...regionViews.map((one) => ({ name: named[one], href: overviewPath(zone, one), isNow: one === view })),
            { name: boardTexts(language).title, href: boardAddress(zone), isNow: false },
            { name: showcaseTexts(language).overview, href: addressOf('/region/showcase', {}, { zone }), isNow: false },
          ]}
        />
      )}
      {view !== 'screen' && zones.length > 1 && (
        <ChoiceLinks
          label={words.zone}
          entries={[undefined, ...zones.map(({ zoneId }) => zoneId)].map((one) => ({
            name: zones.find(({ zoneId }) => zoneId === one)?.names[language] ?? words.allZones,
            href: overviewPath(one, view),
            isNow: one === zone,
          }))}
        />
      )}
    </div>
  );
}
