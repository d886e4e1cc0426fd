import type { JSX } from 'preact';
import type { Scope } from '#core/reference/reference.ts';
import type { Administered } from '#core/people/administered.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { accessAddress, changesAddress, peopleAddress, zonePageAddress } from '../addresses.ts';
import { importAddress } from '#pages/office/addresses.ts';
import { importTexts } from '#core/texts/areas/imports.ts';
import { placeName } from '../names.ts';

function Place({
  title,
  links,
}: {
  readonly title: string;
  readonly links: readonly (readonly [string, string])[];
}): JSX.Element {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list">
        {links.map(([href, text]) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {text}
              <span class="govuk-visually-hidden"> ({title})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function homePage(frame: Frame, { regions, zones }: Administered): JSX.Element {
  const { home: words } = adminTexts(frame.language);
  const region = (scopeId: string): Scope => ({ scope: 'region', scopeId });
  const zone = (scopeId: string): Scope => ({ scope: 'zone', scopeId });
  return (
    <Layout frame={frame} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <p class="govuk-inset-text">{words.delay}</p>
      {regions.map(({ regionId }) => (
        <Place
          key={regionId}
          title={placeName(frame.language, region(regionId), zones)}
          links={[
            [peopleAddress(region(regionId)), words.people],
            [accessAddress(region(regionId)), words.access],
            [changesAddress(region(regionId)), words.changes],
          ]}
        />
      ))}
      {zones.map(({ zoneId, names }) => (
        <Place
          key={zoneId}
          title={names[frame.language]}
          links={[
            [peopleAddress(zone(zoneId)), words.people],
            [accessAddress(zone(zoneId)), words.access],
            [zonePageAddress(zoneId, '/parties'), words.parties],
            [zonePageAddress(zoneId, ''), words.zone],
            [zonePageAddress(zoneId, '/forums'), words.forums],
            [zonePageAddress(zoneId, '/calendar'), words.calendar],
            [zonePageAddress(zoneId, '/durations'), words.durations],
            [zonePageAddress(zoneId, '/asked'), zoneWordsTexts(frame.language).asked.title],
            [zonePageAddress(zoneId, '/replies'), zoneWordsTexts(frame.language).replies.title],
            [zonePageAddress(zoneId, '/notices'), zoneWordsTexts(frame.language).notices.title],
            [importAddress({ zone: zoneId }), importTexts(frame.language).title],
            [changesAddress(zone(zoneId)), words.changes],
          ]}
        />
      ))}
    </Layout>
  );
}
